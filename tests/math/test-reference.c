/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Our numbers against those of gensim, scikit-learn and numpy, which tests/data/reference/make-reference.py asked for: on the
 * sample that ships, and on the vectors it was cut from where SEMA_FULL_VECTORS names their file. */

#include <math.h>
#include <string.h>

#include "sema-analogy.h"
#include "sema-formats.h"
#include "sema-kmeans.h"
#include "sema-memory.h"
#include "sema-pca.h"
#include "sema-silhouette.h"
#include "sema-vectors.h"
#include "stored-values.h"

typedef struct
{
  const char *folder;
  const char *variable;
  guint       least_neighbours;
  guint       least_analogies;
  guint       least_analyses;
  SemaSet    *set;
} Reference;

static Reference sample = {"sample", "SEMA_SAMPLE", 200, 50, 60};
static Reference full = {"full", "SEMA_FULL_VECTORS", 40, 12, 20};

static SemaSet *
get_set (Reference *reference)
{
  g_autoptr (GError) error = NULL;
  const char        *path = g_getenv (reference->variable);

  if (reference->set == NULL && path != NULL)
    {
      reference->set = sema_formats_load (path, NULL, &error);
      g_assert_no_error (error);
    }
  if (reference->set == NULL)
    g_test_skip_printf ("%s does not name a file", reference->variable);
  return reference->set;
}

/* The fields are words and scores in turn. gensim's scores are float32. */
static void
assert_answers (SemaSet *set, const GArray *answers, char **fields)
{
  g_assert_cmpuint (answers->len * 2, ==, g_strv_length (fields));
  for (guint i = 0; i < answers->len; i++)
    {
      SemaNeighbour answer = g_array_index (answers, SemaNeighbour, i);

      g_assert_cmpuint (answer.row, ==, stored_find_row (set, fields[2 * i]));
      g_assert_cmpfloat_with_epsilon (answer.score, stored_parse (fields[2 * i + 1]), 2e-6 * MAX (1, fabs (answer.score)));
    }
}

static void
test_neighbours (gconstpointer data)
{
  Reference     *reference = (Reference *)data;
  SemaSet       *set = get_set (reference);
  g_auto (GStrv) lines = stored_read_lines (reference->folder, "neighbours.tsv");

  g_assert_cmpuint (g_strv_length (lines), >=, reference->least_neighbours);
  for (gsize l = 0; set != NULL && lines[l] != NULL; l++)
    {
      g_auto (GStrv)     fields = g_strsplit (lines[l], "\t", -1);
      guint64            row = stored_find_row (set, fields[0]);
      g_autoptr (GArray) answers = sema_analogy_find (set, NULL, &row, 1, NULL, 0, 10, NULL, NULL);

      assert_answers (set, answers, fields + 1);
    }
}

static void
test_analogies (gconstpointer data)
{
  Reference     *reference = (Reference *)data;
  SemaSet       *set = get_set (reference);
  g_auto (GStrv) lines = stored_read_lines (reference->folder, "analogies.tsv");

  g_assert_cmpuint (g_strv_length (lines), >=, reference->least_analogies);
  for (gsize l = 0; set != NULL && lines[l] != NULL; l++)
    {
      g_auto (GStrv)     fields = g_strsplit (lines[l], "\t", -1);
      guint64            plus[8], minus[8];
      gsize              n_plus = stored_find_rows (set, fields[0], plus), n_minus = stored_find_rows (set, fields[1], minus);
      g_autoptr (GArray) answers = sema_analogy_find (set, NULL, plus, n_plus, minus, n_minus, 5, NULL, NULL);

      assert_answers (set, answers, fields + 2);
    }
}

/* "king*1 man*-0.5" as terms. */
static gsize
read_terms (SemaSet *set, const char *text, SemaTerm terms[8])
{
  g_auto (GStrv) split = g_strsplit (text, " ", 8);
  gsize          n = 0;

  for (; split[n] != NULL; n++)
    {
      char *star = strrchr (split[n], '*');

      *star = '\0';
      terms[n] = (SemaTerm) {stored_find_row (set, split[n]), stored_parse (star + 1)};
    }
  return n;
}

static SemaQueryKind
read_kind (char **fields)
{
  SemaQueryKind kind = {0};

  if (strcmp (fields[0], "dot") == 0)
    kind.metric = SEMA_METRIC_DOT;
  else if (strcmp (fields[0], "euclid") == 0)
    kind.metric = SEMA_METRIC_EUCLID;
  kind.method = strcmp (fields[1], "mul") == 0 ? SEMA_METHOD_MUL : SEMA_METHOD_ADD;
  kind.vectors = strcmp (fields[2], "raw") == 0 ? SEMA_VECTORS_RAW : SEMA_VECTORS_UNIT;
  return kind;
}

/* Metrics, 3CosMul, weights and the first words only, of make-queries.py. */
static void
test_queries (gconstpointer data)
{
  Reference     *reference = (Reference *)data;
  SemaSet       *set = get_set (reference);
  g_auto (GStrv) lines = stored_read_lines (reference->folder, "queries.tsv");

  g_assert_cmpuint (g_strv_length (lines), ==, 100);
  for (gsize l = 0; set != NULL && lines[l] != NULL; l++)
    {
      g_auto (GStrv)     fields = g_strsplit (lines[l], "\t", -1);
      SemaTerm           terms[8];
      gsize              n_terms = read_terms (set, fields[4], terms);
      SemaAnalogyOptions options = {.kind = read_kind (fields), .most_rows = g_ascii_strtoull (fields[3], NULL, 10), .k = 5};
      g_autoptr (GArray) answers = sema_analogy_answer (set, NULL, terms, n_terms, &options, NULL, NULL);

      g_test_message ("%s", lines[l]);
      assert_answers (set, answers, fields + 5);
    }
}

static void
test_pairs (gconstpointer data)
{
  Reference     *reference = (Reference *)data;
  SemaSet       *set = get_set (reference);
  g_auto (GStrv) lines = stored_read_lines (reference->folder, "pairs.tsv");

  for (gsize l = 0; set != NULL && lines[l] != NULL; l++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[l], "\t", -1);
      guint64        a = stored_find_row (set, fields[0]), b = stored_find_row (set, fields[1]);

      g_assert_cmpfloat_with_epsilon (sema_vectors_cosine (set, a, b), stored_parse (fields[2]), 1e-11);
      g_assert_cmpfloat_with_epsilon (sema_vectors_distance (set, a, b), stored_parse (fields[3]), 1e-10);
    }
}

/* The words of the n lines from @lines, as vectors. */
static double *
gather (SemaSet *set, char **lines, gsize n, const char *kind)
{
  g_autofree guint64 *rows = g_new (guint64, n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *word = g_strndup (lines[i], strcspn (lines[i], "\t"));

      rows[i] = stored_find_row (set, word);
    }
  return sema_vectors_gather (set, rows, n, strcmp (kind, "raw") == 0 ? SEMA_VECTORS_RAW : SEMA_VECTORS_UNIT, NULL);
}

static void
assert_near (double found, const char *expected)
{
  g_assert_cmpfloat_with_epsilon (found, stored_parse (expected), 1e-9 * MAX (1, fabs (found)));
}

/* @lines: "set kind n ratio ratio", then "word x y quality" for each. Returns n. */
static gsize
check_analysis (SemaSet *set, char **lines)
{
  g_auto (GStrv)      head = g_strsplit (lines[0], "\t", -1);
  gsize               n = g_ascii_strtoull (head[2], NULL, 10);
  double             *vectors = gather (set, lines + 1, n, head[1]);
  g_autoptr (SemaPca) pca = sema_pca_new (vectors, n, sema_set_get_dim (set), 2, NULL);

  assert_near (pca->ratios[0], head[3]);
  assert_near (pca->ratios[1], head[4]);
  for (gsize i = 0; i < n; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[1 + i], "\t", -1);

      assert_near (pca->scores[2 * i], fields[1]);
      assert_near (pca->scores[2 * i + 1], fields[2]);
      assert_near (pca->quality[i], fields[3]);
    }
  sema_memory_free (vectors);
  return n;
}

static void
test_pca (gconstpointer data)
{
  Reference     *reference = (Reference *)data;
  SemaSet       *set = get_set (reference);
  g_auto (GStrv) lines = stored_read_lines (reference->folder, "pca.tsv");
  guint          n_analyses = 0;

  if (set == NULL)
    return;
  for (gsize l = 0; lines[l] != NULL; l++, n_analyses++)
    l += check_analysis (set, lines + l);
  g_assert_cmpuint (n_analyses, >=, reference->least_analyses);
}

/* @lines: "set kind n k inertia silhouette", then "word label" for each. Returns n. */
static gsize
check_clusters (SemaSet *set, char **lines)
{
  g_auto (GStrv)         head = g_strsplit (lines[0], "\t", -1);
  gsize                  n = g_ascii_strtoull (head[2], NULL, 10), k = g_ascii_strtoull (head[3], NULL, 10);
  gsize                  dim = sema_set_get_dim (set);
  double                *vectors = gather (set, lines + 1, n, head[1]);
  g_autoptr (SemaKmeans) found = sema_kmeans_new (vectors, n, dim, k, 1, NULL, NULL);
  g_autofree guint      *labels = g_new (guint, n);
  const guint           *labelling = labels;
  double                 silhouette;

  for (gsize i = 0; i < n; i++)
    labels[i] = g_ascii_strtoull (strchr (lines[1 + i], '\t') + 1, NULL, 10);
  g_assert_true (sema_silhouette_find (vectors, n, dim, &labelling, 1, NULL, &silhouette, NULL));
  g_assert_cmpfloat_with_epsilon (silhouette, stored_parse (head[5]), 1e-8);

  g_assert_cmpuint (found->k, ==, k);
  g_test_message ("%s n %s k %s: inertia %g of scikit-learn's", head[1], head[2], head[3], found->inertia / stored_parse (head[4]));
  g_assert_cmpfloat (found->inertia, <=, 1.02 * stored_parse (head[4]));
  sema_memory_free (vectors);
  return n;
}

static void
test_clusters (gconstpointer data)
{
  Reference     *reference = (Reference *)data;
  SemaSet       *set = get_set (reference);
  g_auto (GStrv) lines = stored_read_lines (reference->folder, "clusters.tsv");

  for (gsize l = 0; set != NULL && lines[l] != NULL; l++)
    l += check_clusters (set, lines + l);
}

static void
add_tests (Reference *reference)
{
  const struct
  {
    const char   *name;
    GTestDataFunc func;
  } tests[] = {
    {"neighbours", test_neighbours},
    {"analogies", test_analogies},
    {"pairs", test_pairs},
    {"pca", test_pca},
    {"clusters", test_clusters},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reference/%s/%s", reference->folder, tests[i].name);

      g_test_add_data_func (path, reference, tests[i].func);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  add_tests (&sample);
  add_tests (&full);
  g_test_add_data_func ("/reference/sample/queries", &sample, test_queries);
  status = g_test_run ();
  g_clear_pointer (&sample.set, sema_set_unref);
  g_clear_pointer (&full.set, sema_set_unref);
  return status;
}
