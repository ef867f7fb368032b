/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers on a file of vectors, one at a time and in the order in which they are asked for, so that they can take turns
 * with another program's. "bench-queries FILE [COMMAND...]", or the commands come by standard input, one a line:
 *
 *     search ROW     the ten nearest rows by cosine
 *     narrow ROW     the same, by the narrow copy, which the first such command makes; its time then does not count
 *     pass           every number once, multiplied and added in float32: no exact search can be much faster
 *     evaluate METHOD N FILE      the analogies of a file, by “add” or “mul”, in the first N words
 *
 * The first line that is printed is "ready ROWS DIMENSIONS THREADS"; then for each command its milliseconds, or "missing".
 */
#include <stdio.h>
#include <string.h>

#include "sema-analogy.h"
#include "sema-evaluation.h"
#include "sema-formats.h"
#include "sema-narrow.h"
#include "sema-parallel.h"

#define CHUNK 4096 /* rows */
#define LANES 8

typedef float Lanes __attribute__ ((vector_size (LANES * sizeof (float)), aligned (1)));

typedef struct
{
  SemaSet *set;
  float   *query;
  float   *best; /* of each chunk: what is computed must be looked at, or it is not computed */
} Pass;

/* Under the sanitizers no clones are chosen between: see sema-dot.c. */
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define CLONES __attribute__ ((target_clones ("arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

CLONES static float
multiply (const SemaFloat *row, const float *query, gsize dim)
{
  Lanes sums[4] = {{0}};
  float sum = 0;
  gsize i = 0;

  for (; i + 4 * LANES <= dim; i += 4 * LANES)
    for (gsize j = 0; j < 4; j++)
      sums[j] += *(const Lanes *)(row + i + j * LANES) * *(const Lanes *)(query + i + j * LANES);
  for (; i < dim; i++)
    sum += row[i] * query[i];
  sums[0] += sums[1] + sums[2] + sums[3];
  for (gsize j = 0; j < LANES; j++)
    sum += sums[0][j];
  return sum;
}

static void
pass_chunk (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Pass *pass = data;
  gsize dim = sema_set_get_dim (pass->set);

  pass->best[chunk] = -G_MAXFLOAT;
  for (guint64 row = first; row < end; row++)
    pass->best[chunk] = MAX (pass->best[chunk], multiply (sema_set_get_row (pass->set, row), pass->query, dim));
}

static gboolean
run_pass (SemaSet *set)
{
  guint64           n_rows = sema_set_get_n_rows (set);
  g_autofree float *query = g_new (float, sema_set_get_dim (set));
  g_autofree float *best = g_new0 (float, sema_parallel_count_chunks (n_rows, CHUNK));
  Pass              pass = {set, query, best};

  memcpy (query, sema_set_get_row (set, n_rows / 2), sema_set_get_dim (set) * sizeof *query);
  return sema_parallel_rows (n_rows, CHUNK, NULL, pass_chunk, &pass);
}

static gboolean
run_search (SemaSet *set, const SemaNarrow *narrow, const char *argument)
{
  guint64            row = g_ascii_strtoull (argument, NULL, 10) % sema_set_get_n_rows (set);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = sema_analogy_find (set, narrow, &row, 1, NULL, 0, 10, NULL, &error);

  return found != NULL;
}

static gboolean
run_evaluation (SemaSet *set, const char *arguments)
{
  g_auto (GStrv)             words = g_strsplit (arguments, " ", 3);
  SemaMethod                 method = g_str_equal (words[0], "mul") ? SEMA_METHOD_MUL : SEMA_METHOD_ADD;
  g_autoptr (SemaEvaluation) evaluation = NULL;

  if (g_strv_length (words) == 3)
    evaluation = sema_evaluation_new (set, words[2], g_ascii_strtoull (words[1], NULL, 10), method, NULL, NULL);
  return evaluation != NULL;
}

static const SemaNarrow *
get_narrow (SemaSet *set)
{
  static SemaNarrow *narrow;

  if (narrow == NULL)
    narrow = sema_narrow_new (set, NULL, NULL);
  return narrow;
}

static void
answer (SemaSet *set, const char *command)
{
  const SemaNarrow *narrow = g_str_has_prefix (command, "narrow ") ? get_narrow (set) : NULL;
  gint64            start = g_get_monotonic_time ();
  gboolean          done = FALSE;

  if (g_str_has_prefix (command, "search "))
    done = run_search (set, NULL, command + strlen ("search "));
  else if (narrow != NULL)
    done = run_search (set, narrow, command + strlen ("narrow "));
  else if (g_str_has_prefix (command, "evaluate "))
    done = run_evaluation (set, command + strlen ("evaluate "));
  else if (g_str_equal (command, "pass"))
    done = run_pass (set);
  if (done)
    printf ("%.3f\n", (double)(g_get_monotonic_time () - start) / 1000);
  else
    puts ("missing");
  fflush (stdout);
}

static void
answer_input (SemaSet *set)
{
  char line[4096];

  while (fgets (line, sizeof line, stdin) != NULL)
    answer (set, g_strchomp (line));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = NULL;

  if (argc < 2)
    return 2;
  set = sema_formats_load (argv[1], NULL, &error);
  if (set == NULL)
    {
      g_printerr ("bench-queries: %s\n", error->message);
      return 1;
    }
  printf ("ready %" G_GUINT64_FORMAT " %zu %u\n", sema_set_get_n_rows (set), sema_set_get_dim (set), sema_parallel_get_threads ());
  fflush (stdout);
  for (int i = 2; i < argc; i++)
    answer (set, argv[i]);
  if (argc == 2)
    answer_input (set);
  return 0;
}
