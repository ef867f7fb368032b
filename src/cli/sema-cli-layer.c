/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>

#include "sema-cli-command.h"
#include "sema-cli-interrupt.h"
#include "sema-cli-print.h"
#include "sema-csv.h"
#include "sema-error.h"
#include "sema-layer.h"
#include "sema-lookup.h"
#include "sema-memory.h"
#include "sema-npy-write.h"
#include "sema-number.h"
#include "sema-token-ids.h"

/* The order of SemaInitialiser. */
static const char *const initialisers[] = {"normal", "linear", "zeros", "scaled", NULL};

/**
 * Layer:
 * @settings: what was asked for
 * @weight: (vocab, dim) the matrix
 * @positions: (nullable): (positions, dim) the second one
 * @ids: (element-type guint64) the input
 * @output: (ids, dim) the rows of the input, with those of their positions added where there are any
 * @product: (nullable): (ids, dim) the one-hot matrix times the weight
 */
typedef struct
{
  SemaLayerSettings settings;
  SemaMatrix       *weight;
  SemaMatrix       *positions;
  GArray           *ids;
  float            *output;
  float            *product;
} Layer;

static void
layer_clear (Layer *self)
{
  g_clear_pointer (&self->weight, sema_matrix_unref);
  g_clear_pointer (&self->positions, sema_matrix_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  sema_memory_free (self->output);
  sema_memory_free (self->product);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Layer, layer_clear)

static gsize
count_output (const Layer *self)
{
  return self->ids->len * self->settings.dim;
}

static void
add_positions (Layer *self)
{
  gsize dim = self->settings.dim;

  for (guint i = 0; i < self->ids->len && self->positions != NULL; i++)
    for (gsize column = 0; column < dim; column++)
      self->output[i * dim + column] += sema_matrix_get_row (self->positions, i)[column];
}

/* The product is compared with the rows as they are looked up, before positions are added. */
static gboolean
look_up (Layer *self, gboolean one_hot, double *difference, GError **error)
{
  const guint64 *ids = (const guint64 *)self->ids->data;

  self->output = sema_memory_alloc_n (count_output (self), sizeof *self->output, error);
  if (self->output == NULL)
    return FALSE;
  sema_lookup_rows (self->weight, ids, self->ids->len, self->output);
  if (one_hot)
    {
      self->product = sema_memory_alloc_n (count_output (self), sizeof *self->product, error);
      if (self->product == NULL)
        return FALSE;
      if (!sema_lookup_multiply (self->weight, ids, self->ids->len, self->product, sema_cli_interrupt_get_progress ()))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      *difference = sema_lookup_compare (self->output, self->product, count_output (self));
    }
  add_positions (self);
  return TRUE;
}

static void
print_json_numbers (const SemaFloat *row, gsize n)
{
  putchar ('[');
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0)
        putchar (',');
      sema_cli_print_json_float (row[i]);
    }
  putchar (']');
}

static void
print_json_rows (const char *name, const float *values, gsize n_rows, gsize dim)
{
  printf (",\"%s\":[", name);
  for (gsize row = 0; row < n_rows; row++)
    {
      if (row > 0)
        putchar (',');
      print_json_numbers (values + row * dim, dim);
    }
  putchar (']');
}

static void
print_json_matrix (const char *name, const SemaMatrix *matrix)
{
  printf (",\"%s\":[", name);
  for (guint64 row = 0; row < sema_matrix_get_n_rows (matrix); row++)
    {
      if (row > 0)
        putchar (',');
      print_json_numbers (sema_matrix_get_row (matrix, row), sema_matrix_get_dim (matrix));
    }
  putchar (']');
}

static void
print_json_one_hot (const Layer *self)
{
  fputs (",\"one_hot\":[", stdout);
  for (guint i = 0; i < self->ids->len; i++)
    {
      fputs (i > 0 ? ",[" : "[", stdout);
      for (guint64 id = 0; id < self->settings.vocab; id++)
        printf ("%s%d", id > 0 ? "," : "", id == g_array_index (self->ids, guint64, i));
      putchar (']');
    }
  putchar (']');
}

static void
print_json (const Layer *self, double difference)
{
  g_autofree char *ids = sema_token_ids_print ((const guint64 *)self->ids->data, self->ids->len);

  printf ("{\"vocab\":%" PRIu64 ",\"dim\":%" PRIu64 ",\"seed\":%" PRIu64, self->settings.vocab, self->settings.dim, self->settings.seed);
  print_json_matrix ("weight", self->weight);
  if (self->positions != NULL)
    print_json_matrix ("positions", self->positions);
  printf (",\"ids\":[%s]", ids);
  print_json_rows ("output", self->output, self->ids->len, self->settings.dim);
  if (self->product != NULL)
    {
      print_json_one_hot (self);
      print_json_rows ("product", self->product, self->ids->len, self->settings.dim);
      fputs (",\"largest_difference\":", stdout);
      sema_cli_print_json_double (difference);
    }
  fputs ("}\n", stdout);
}

static void
print_csv_row (guint64 id, const SemaFloat *row, gsize dim)
{
  char buffer[SEMA_NUMBER_SIZE];

  printf ("%" PRIu64, id);
  for (gsize i = 0; i < dim; i++)
    printf (",%s", sema_number_print_float (row[i], buffer));
  fputs (SEMA_CSV_LINE_END, stdout);
}

/* The output where there are ids, or else the weight matrix. */
static void
print_csv (const Layer *self)
{
  gsize dim = self->settings.dim;

  fputs ("id", stdout);
  for (gsize i = 0; i < dim; i++)
    printf (",%zu", i);
  fputs (SEMA_CSV_LINE_END, stdout);
  for (guint i = 0; i < self->ids->len; i++)
    print_csv_row (g_array_index (self->ids, guint64, i), self->output + i * dim, dim);
  for (guint64 id = 0; id < self->settings.vocab && self->ids->len == 0; id++)
    print_csv_row (id, sema_matrix_get_row (self->weight, id), dim);
}

static void
print_row (guint64 id, int width, const SemaFloat *row, gsize dim)
{
  char buffer[SEMA_NUMBER_SIZE];

  printf ("%*" PRIu64, width, id);
  for (gsize i = 0; i < dim; i++)
    printf ("  %10s", sema_number_print_fixed ((double)row[i], 6, buffer));
  putchar ('\n');
}

static int
measure_id (guint64 last)
{
  char text[32];

  return g_snprintf (text, sizeof text, "%" PRIu64, last);
}

static void
print_matrix (const char *title, const SemaMatrix *matrix)
{
  guint64 n = sema_matrix_get_n_rows (matrix);

  printf ("%s\n", title);
  for (guint64 row = 0; row < n; row++)
    print_row (row, measure_id (n - 1), sema_matrix_get_row (matrix, row), sema_matrix_get_dim (matrix));
}

static void
print_one_hot (const Layer *self, double difference)
{
  char buffer[SEMA_NUMBER_SIZE];

  printf ("%s\n", _("One-hot"));
  for (guint i = 0; i < self->ids->len; i++)
    {
      printf ("%*" PRIu64 " ", measure_id (self->settings.vocab - 1), g_array_index (self->ids, guint64, i));
      for (guint64 id = 0; id < self->settings.vocab; id++)
        printf (" %d", id == g_array_index (self->ids, guint64, i));
      putchar ('\n');
    }
  printf (_("One-hot × weight takes %" PRIu64 " multiply-adds, the lookup none; the largest difference is %s.\n"),
             self->ids->len * self->settings.vocab * self->settings.dim, sema_number_print_double (difference, buffer));
}

static void
print_plain (const Layer *self, double difference)
{
  g_autofree char *lines = sema_layer_settings_print_torch (&self->settings);

  printf ("%s\n", lines);
  print_matrix (_("Weight"), self->weight);
  if (self->positions != NULL)
    print_matrix (_("Positions"), self->positions);
  if (self->ids->len == 0)
    return;
  printf ("%s\n", self->positions != NULL ? _("Output: token + position") : _("Output"));
  for (guint i = 0; i < self->ids->len; i++)
    print_row (g_array_index (self->ids, guint64, i), measure_id (self->settings.vocab - 1), self->output + i * self->settings.dim, self->settings.dim);
  if (self->product != NULL)
    print_one_hot (self, difference);
}

/**
 * Asked:
 *
 * The options as they were typed.
 */
typedef struct
{
  gint64   vocab;
  gint64   dim;
  gint64   positions;
  gint64   seed;
  char    *initialiser;
  char    *ids;
  char    *npy;
  gboolean one_hot;
  gboolean json;
  gboolean csv;
} Asked;

static gboolean
save (const Layer *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = sema_npy_write (self->weight, error);

  return sema_cli_interrupt_write (path, bytes, error);
}

static gboolean
make (Layer *self, const Asked *asked, double *difference, GError **error)
{
  self->ids = sema_token_ids_parse (asked->ids != NULL ? asked->ids : "", self->settings.vocab, error);
  if (self->ids == NULL)
    return FALSE;
  self->weight = sema_layer_make (&self->settings, &self->positions, sema_cli_interrupt_get_progress (), error);
  return self->weight != NULL && look_up (self, asked->one_hot, difference, error) && (asked->npy == NULL || save (self, asked->npy, error));
}

static int
answer (const SemaCliCommand *command, const Asked *asked, SemaInitialiser initialiser)
{
  g_autoptr (GError) error = NULL;
  double             difference = 0;
  g_auto (Layer)     layer = {.settings = {(guint64)asked->vocab, (guint64)asked->dim, (guint64)asked->positions, (guint64)asked->seed, initialiser}};

  if (!make (&layer, asked, &difference, &error))
    {
      sema_cli_complain ("%s", error->message);
      return SEMA_CLI_FAILED;
    }
  if (asked->json)
    print_json (&layer, difference);
  else if (asked->csv)
    print_csv (&layer);
  else if (asked->npy == NULL)
    print_plain (&layer, difference);
  return SEMA_CLI_OK;
}

/* How many ids were typed is known later; too many for the positions is said then. */
static int
check_and_answer (const SemaCliCommand *command, const Asked *asked)
{
  int                initialiser = sema_cli_arguments_choose (asked->initialiser, initialisers);
  g_autoptr (GArray) ids = NULL;

  if (initialiser < 0)
    return sema_cli_fail_usage (command, _("--init takes normal, linear, zeros or scaled, not “%s”."), asked->initialiser);
  if (asked->vocab < 1 || asked->dim < 1)
    return sema_cli_fail_usage (command, _("--vocab and --dim take numbers from 1 on."));
  if (asked->positions < 0 || asked->seed < 0)
    return sema_cli_fail_usage (command, _("--positions and --seed take numbers from 0 on."));
  if (asked->json && asked->csv)
    return sema_cli_fail_usage (command, _("--json and --csv do not go together."));
  ids = asked->ids != NULL && asked->positions > 0 ? sema_token_ids_parse (asked->ids, (guint64)asked->vocab, NULL) : NULL;
  if (ids != NULL && ids->len > (guint64)asked->positions)
    return sema_cli_fail_usage (command, _("There are %u ids for %" PRId64 " positions."), ids->len, asked->positions);
  return answer (command, asked, (SemaInitialiser)initialiser);
}

static int
run (const SemaCliCommand *command, int argc, char **argv)
{
  Asked              asked = {.vocab = (gint64)SEMA_LAYER_TOY.vocab, .dim = (gint64)SEMA_LAYER_TOY.dim, .seed = (gint64)SEMA_LAYER_TOY.seed};
  const GOptionEntry entries[] = {
    {"vocab", 0, 0, G_OPTION_ARG_INT64, &asked.vocab, N_ ("Size of the vocabulary: rows of the weight matrix (6)"), "N"},
     {"dim", 0, 0, G_OPTION_ARG_INT64, &asked.dim, N_ ("Dimension: numbers of a row (3)"), "N"},
      {"seed", 0, 0, G_OPTION_ARG_INT64, &asked.seed, N_ ("Seed, as of torch.manual_seed() (123)"), "N"},
       {"init", 0, 0, G_OPTION_ARG_STRING, &asked.initialiser, N_ ("normal (torch.nn.Embedding), linear (torch.nn.Linear), zeros or scaled (deviation 1/√dim)"), "NAME"},
        {"ids", 0, 0, G_OPTION_ARG_STRING, &asked.ids, N_ ("Token ids to look up, such as “2,3,5,1” or “0-5”"), "IDS"},
         {"positions", 0, 0, G_OPTION_ARG_INT64, &asked.positions, N_ ("Add the rows of a second matrix, of N positions"), "N"},
          {"one-hot", 0, 0, G_OPTION_ARG_NONE, &asked.one_hot, N_ ("Multiply the one-hot matrix of the ids with the weight as well"), NULL},
           {"json", 0, 0, G_OPTION_ARG_NONE, &asked.json, N_ ("Print one JSON object"), NULL},
            {"csv", 0, 0, G_OPTION_ARG_NONE, &asked.csv, N_ ("Print CSV: the output, or the weight where there are no ids"), NULL},
             {"npy", 0, 0, G_OPTION_ARG_FILENAME, &asked.npy, N_ ("Write the weight to a .npy file"), "FILE"},
              {NULL},
            };
  g_auto (SemaCliArguments) arguments = {0};
  int                       status;

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, 0, 0);
  status = arguments.done ? arguments.status : check_and_answer (command, &asked);
  g_free (asked.initialiser);
  g_free (asked.ids);
  g_free (asked.npy);
  return status;
}

const SemaCliCommand sema_cli_layer = {
  "layer",
  "[OPTION…]",
  N_ ("Make an embedding layer that has not learnt anything, with torch's random numbers, and look up token ids in it."),
      "  semascope-cli layer --vocab 6 --dim 3 --seed 123 --ids 2,3,5,1\n",
      run,
      TRUE,
};
