/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "sema-atomic-file.h"
#include "sema-cli-command.h"
#include "sema-cli-interrupt.h"
#include "sema-cli-print.h"
#include "sema-corpus.h"
#include "sema-file-name.h"
#include "sema-number.h"
#include "sema-vectors-save.h"

#define STEP 10000                       /* words between two looks at the clock */
#define REDRAW (G_TIME_SPAN_SECOND / 10) /* of the progress */
#define BLOCK (64 * 1024)                /* bytes */
#define MAX_DIM 10000
#define MAX_WINDOW 1000
#define MAX_EPOCHS 1000000

typedef struct
{
  const char          *text;
  char                *output;
  guint64              most_places;
  gint64               min_count;
  SemaSkipgramSettings settings;
} Train;

static gboolean
read_input (SemaCorpus *corpus)
{
  g_autofree char   *block = g_malloc (BLOCK);
  g_autoptr (GError) error = NULL;
  gssize             n;

  while ((n = read (STDIN_FILENO, block, BLOCK)) != 0)
    {
      if (n < 0 && errno == EINTR && !sema_cli_interrupt_is_wanted ())
        continue;
      if (n < 0)
        sema_cli_complain (_ ("the text cannot be read from standard input: %s."), g_strerror (errno));
      else if (!sema_corpus_add (corpus, block, (gsize)n, &error))
        sema_cli_complain ("%s", error->message);
      else
        continue;
      return FALSE;
    }
  return !sema_cli_interrupt_is_wanted (); /* who writes may have been stopped, too */
}

static gboolean
read_file (SemaCorpus *corpus, const char *path)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (SemaSource) source = sema_source_open (path, sema_cli_interrupt_get_progress (), &error);
  g_autoptr (GPtrArray)  damage = NULL;

  if (source == NULL || !sema_corpus_add_source (corpus, source, &error))
    {
      sema_cli_complain ("%s", error->message);
      return FALSE;
    }
  damage = sema_source_dup_damage (source);
  for (guint i = 0; i < damage->len; i++)
    sema_cli_warn (g_ptr_array_index (damage, i));
  return TRUE;
}

static gboolean
has_words (const SemaCorpus *corpus, gint64 min_count)
{
  g_autofree char *count = g_strdup_printf ("%" PRId64, min_count);

  if (sema_corpus_get_text (corpus)->n_words > 0)
    return TRUE;
  if (sema_corpus_get_n_read (corpus) == 0)
    sema_cli_complain (_ ("there is no word in the text."));
  else
    sema_cli_complain (ngettext ("no word is in the text %s time or more; --min-count takes a smaller number.",
                                 "no word is in the text %s times or more; --min-count takes a smaller number.", (gulong)min_count),
                       count);
  return FALSE;
}

static SemaCorpus *
read_text (const Train *train)
{
  g_autoptr (SemaCorpus) corpus = sema_corpus_new (train->most_places);
  g_autoptr (GError)     error = NULL;

  if (!(g_str_equal (train->text, "-") ? read_input (corpus) : read_file (corpus, train->text)))
    return NULL;
  if (!sema_corpus_finish (corpus, (guint64)train->min_count, &error))
    {
      sema_cli_complain ("%s", error->message);
      return NULL;
    }
  return has_words (corpus, train->min_count) ? g_steal_pointer (&corpus) : NULL;
}

static void
draw_progress (const SemaSkipgram *skipgram, gint64 start)
{
  double           done = (double)sema_skipgram_get_n_done (skipgram);
  double           seconds = (double)MAX (g_get_monotonic_time () - start, 1) / G_TIME_SPAN_SECOND;
  char             loss[SEMA_NUMBER_SIZE];
  g_autofree char *percent = g_strdup_printf ("%3.0f", floor (100 * done / (double)sema_skipgram_get_n_total (skipgram)));
  g_autofree char *speed = g_strdup_printf ("%.0f", done / seconds);

  sema_number_print_fixed (sema_skipgram_get_loss (skipgram), 3, loss);
  fputc ('\r', stderr);
  fprintf (stderr, _ ("%s %%, loss %s, %s words a second "), percent, loss, speed);
}

static void
learn (SemaSkipgram *skipgram)
{
  gboolean is_watched = isatty (STDERR_FILENO);
  gint64   start = g_get_monotonic_time ();
  gint64   drawn = start;

  while (!sema_cli_interrupt_is_wanted () && sema_skipgram_step (skipgram, STEP) > 0)
    {
      if (!is_watched || g_get_monotonic_time () - drawn < REDRAW)
        continue;
      draw_progress (skipgram, start);
      drawn = g_get_monotonic_time ();
    }
  if (drawn > start)
    {
      draw_progress (skipgram, start);
      fputc ('\n', stderr);
    }
}

static gboolean
save (const SemaCorpus *corpus, const SemaSkipgram *skipgram, const char *path, GError **error)
{
  g_autofree char         *name = sema_file_name_to_set_name (path);
  g_autoptr (SemaSet)      set = sema_corpus_dup_set (corpus, skipgram, 0, name, error);
  const SemaVectorsWriter *writer;

  if (set == NULL)
    return FALSE;
  if (sema_vectors_save_match (path, &writer) == 0)
    writer = &sema_word2vec_binary_writer;
  return sema_vectors_save_all (writer, set, path, sema_cli_interrupt_get_progress (), error);
}

/* Better now than after an hour. */
static gboolean
can_be_written (const char *path, GError **error)
{
  g_autoptr (SemaAtomicFile) file = sema_atomic_file_open (path, error);

  return file != NULL;
}

static void
print_summary (const SemaCorpus *corpus, const SemaSkipgram *skipgram)
{
  char loss[SEMA_NUMBER_SIZE];

  printf ("text: %" PRIu64 "\n", sema_corpus_get_n_places (corpus));
  printf ("words: %u\n", sema_corpus_get_text (corpus)->n_words);
  printf ("dimensions: %zu\n", sema_skipgram_get_dim (skipgram));
  printf ("loss: %s\n", sema_number_print_fixed (sema_skipgram_get_loss (skipgram), 6, loss));
}

static int
train_and_save (const Train *train)
{
  g_autoptr (SemaCorpus)   corpus = NULL;
  g_autoptr (SemaSkipgram) skipgram = NULL;
  g_autoptr (GError)       error = NULL;

  if (can_be_written (train->output, &error))
    {
      corpus = read_text (train);
      if (corpus == NULL)
        return SEMA_CLI_FAILED;
      skipgram = sema_skipgram_new (sema_corpus_get_text (corpus), &train->settings, &error);
    }
  if (skipgram != NULL)
    {
      learn (skipgram);
      if (sema_cli_interrupt_is_wanted ())
        return SEMA_CLI_FAILED;
      if (save (corpus, skipgram, train->output, &error))
        {
          print_summary (corpus, skipgram);
          return SEMA_CLI_OK;
        }
    }
  sema_cli_complain ("%s", error->message);
  return SEMA_CLI_FAILED;
}

static int
refuse_number (const SemaCliCommand *command, const char *option, gint64 most)
{
  return sema_cli_fail_usage (command, _ ("--%s takes a whole number from 1 to %" PRId64 "."), option, most);
}

/* A number above @least, or that itself where @is_from. */
static gboolean
parse_share (const char *text, gboolean is_from, double *share)
{
  return text == NULL || (sema_number_parse_double (text, strlen (text), share) && *share <= 1 && (is_from ? *share >= 0 : *share > 0));
}

/* %SEMA_CLI_OK, or what is wrong was said. */
static int
check (const Train *train, const SemaCliCommand *command, gint64 window, gint64 negatives, gint64 epochs)
{
  if (train->output == NULL || *train->output == 0)
    return sema_cli_fail_usage (command, _ ("--output is needed: the file to write."));
  if (g_str_has_suffix (train->output, ".gz"))
    return sema_cli_fail_usage (command, _ ("--output takes a name without .gz: compressed files are not written."));
  if ((gint64)train->settings.dim < 1 || train->settings.dim > MAX_DIM)
    return refuse_number (command, "dim", MAX_DIM);
  if (window < 1 || window > MAX_WINDOW)
    return refuse_number (command, "window", MAX_WINDOW);
  if (negatives < 1 || negatives > SEMA_SKIPGRAM_MAX_NEGATIVES)
    return refuse_number (command, "negative", SEMA_SKIPGRAM_MAX_NEGATIVES);
  if (epochs < 1 || epochs > MAX_EPOCHS)
    return refuse_number (command, "epochs", MAX_EPOCHS);
  if (train->min_count < 1)
    return refuse_number (command, "min-count", G_MAXINT64);
  return SEMA_CLI_OK;
}

static int
run (const SemaCliCommand *command, int argc, char **argv)
{
  Train              train = {.min_count = SEMA_CORPUS_MIN_COUNT, .settings = SEMA_SKIPGRAM_DEFAULTS};
  gint64             dim = (gint64)train.settings.dim, window = train.settings.window, negatives = train.settings.negatives;
  gint64             epochs = train.settings.epochs, seed = (gint64)train.settings.seed;
  g_autofree char   *rate = NULL, *sample = NULL, *output = NULL;
  const GOptionEntry entries[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write: .txt and .vec are word2vec text, .npy and .csv as in convert, others word2vec binary"), "FILE"},
     {"dim", 0, 0, G_OPTION_ARG_INT64, &dim, N_ ("Numbers of a vector (50)"), "N"},
      {"window", 0, 0, G_OPTION_ARG_INT64, &window, N_ ("How many words to either side may be near (5)"), "N"},
       {"negative", 0, 0, G_OPTION_ARG_INT64, &negatives, N_ ("Words that are drawn against each that is near (5)"), "N"},
        {"rate", 0, 0, G_OPTION_ARG_FILENAME, &rate, N_ ("How far a step goes at the beginning (0.025)"), "R"},
         {"epochs", 0, 0, G_OPTION_ARG_INT64, &epochs, N_ ("How often the text is gone through (5)"), "N"},
          {"min-count", 0, 0, G_OPTION_ARG_INT64, &train.min_count, N_ ("Leave out words that are rarer (5)"), "N"},
           {"sample", 0, 0, G_OPTION_ARG_FILENAME, &sample, N_ ("Pass over places of words with a larger share of the text, 0.001 say (0: none)"), "S"},
            {"seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("Of everything that is drawn (1)"), "N"},
             {NULL},
           };
  g_auto (SemaCliArguments) arguments = {0};
  int                       status;

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, 1, 1);
  if (arguments.done)
    return arguments.status;
  train.text = arguments.words[0];
  train.output = output;
  train.most_places = (guint64)arguments.most_rows;
  train.settings.dim = (gsize)dim;
  status = check (&train, command, window, negatives, epochs);
  if (status != SEMA_CLI_OK)
    return status;
  if (!parse_share (rate, FALSE, &train.settings.rate))
    return sema_cli_fail_usage (command, _ ("--rate takes a number above 0, 1 at the most."));
  if (!parse_share (sample, TRUE, &train.settings.sample))
    return sema_cli_fail_usage (command, _ ("--sample takes a number from 0 to 1."));
  train.settings.window = (guint)window;
  train.settings.negatives = (guint)negatives;
  train.settings.epochs = (guint)epochs;
  train.settings.seed = (guint64)seed;
  return train_and_save (&train);
}

const SemaCliCommand sema_cli_train = {
  "train",
  "TEXT|- --output FILE [OPTION]...",
  N_ ("Learn word vectors from a text by skip-gram with negative sampling, and save them."),
      "  semascope-cli train book.txt --dim 50 --window 5 --epochs 5 --seed 1 --output vectors.bin\n",
      run,
      .has_no_parts = TRUE,
};
