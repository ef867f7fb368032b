/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "sema-cli-chosen.h"
#include "sema-cli-command.h"
#include "sema-cli-interrupt.h"
#include "sema-cli-print.h"
#include "sema-cli-vectors.h"
#include "sema-formats.h"
#include "sema-vectors-save.h"
#include "sema-word-list.h"
#include "sema-word.h"

typedef struct
{
  char *output;
  char *format;
  char *words;
  char *words_file;
  int   leaves_out;
  int   numbers;
} Convert;

static void
convert_clear (Convert *self)
{
  g_free (self->output);
  g_free (self->format);
  g_free (self->words);
  g_free (self->words_file);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Convert, convert_clear)

/* The names of the formats, or of those that a file's name may mean. */
static char *
list_formats (const char *path)
{
  g_autoptr (GString)             list = g_string_new (NULL);
  gsize                           n;
  const SemaVectorsWriter *const *writers = sema_vectors_save_list (&n);

  for (gsize i = 0; i < n; i++)
    if (path == NULL || sema_vectors_save_fits (writers[i], path))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", writers[i]->id);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static const SemaVectorsWriter *
choose_writer (const Convert *self, const SemaCliCommand *command)
{
  const SemaVectorsWriter *writer;
  g_autofree char         *all = list_formats (NULL);
  g_autofree char         *fitting = list_formats (self->output);
  gsize                    n = sema_vectors_save_match (self->output, &writer);

  if (self->format != NULL)
    {
      writer = sema_vectors_save_find (self->format);
      if (writer == NULL)
        sema_cli_fail_usage (command, _("--format takes one of %s, not “%s”."), all, self->format);
      return writer;
    }
  if (n == 1)
    return writer;
  if (n == 0)
    sema_cli_fail_usage (command, _("the name of the output does not tell its format: --format takes one of %s."), all);
  else
    sema_cli_fail_usage (command, _("the name of the output may mean several formats: --format takes one of %s."), fitting);
  return NULL;
}

static int
check (const Convert *self, const SemaCliCommand *command)
{
  if (self->output == NULL || *self->output == 0)
    return sema_cli_fail_usage (command, _("--output is needed: the file to write."));
  if (g_str_has_suffix (self->output, ".gz"))
    return sema_cli_fail_usage (command, _("--output takes a name without .gz: compressed files are not written."));
  if (self->words != NULL && self->words_file != NULL)
    return sema_cli_fail_usage (command, _("--words and --words-file cannot be given both."));
  if (self->leaves_out && self->numbers)
    return sema_cli_fail_usage (command, _("--leave-out and --row-ids cannot be given both."));
  return SEMA_CLI_OK;
}

static void
add_row (SemaSet *set, const char *word, GArray *rows)
{
  guint64 row = sema_set_compose (set, word, -1);

  if (row == SEMA_VOCAB_NO_ROW)
    sema_cli_chosen_warn (set, word, SEMA_WORD_MISSING, TRUE);
  else
    g_array_append_val (rows, row);
  sema_cli_vectors_note_composed (set, word, row);
}

/* The rows that were asked for, each once, in the order of the words. NULL: the reason is on stderr. */
static GArray *
choose_rows (const Convert *self, SemaSet *set)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();
  g_autoptr (GArray)     rows = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GError)     error = NULL;
  g_auto (GStrv)         words = self->words != NULL ? sema_word_split (self->words) : NULL;

  for (char **word = words; word != NULL && *word != NULL; word++)
    sema_recipe_add_word (recipe, *word, SEMA_NO_GROUP);
  if (self->words_file != NULL && !sema_word_list_load (self->words_file, recipe, &error))
    {
      sema_cli_complain ("%s", error->message);
      return NULL;
    }
  for (guint i = 0; i < recipe->words->len; i++)
    add_row (set, sema_recipe_get_word (recipe, i), rows);
  if (rows->len > 0)
    return g_steal_pointer (&rows);
  sema_cli_complain (_("none of the words is in the file, so there is nothing to write."));
  return NULL;
}

static void
complain (const GError *error)
{
  if (g_error_matches (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WORD))
    sema_cli_complain_and_advise (error->message, _ ("--leave-out writes the file without such words, --row-ids with the ids of their rows in place of them, as “[7]”"));
  else
    sema_cli_complain ("%s", error->message);
}

static int
write_rows (const Convert *self, const SemaVectorsWriter *writer, const SemaSavedRows *rows)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *note = NULL;
  SemaSavedMisfits   misfits = self->leaves_out ? SEMA_SAVED_LEAVE_OUT : self->numbers ? SEMA_SAVED_NUMBER
                                                                                       : SEMA_SAVED_REFUSE;
  guint64            n_written;

  if (!sema_vectors_save_rows (writer, rows, misfits, self->output, &n_written, &note, sema_cli_interrupt_get_progress (), &error))
    {
      complain (error);
      return SEMA_CLI_FAILED;
    }
  if (note != NULL)
    sema_cli_warn (note);
  if (sema_set_get_columns (rows->set) != NULL && !writer->keeps_columns)
    sema_cli_warn (_("The columns beside the words are not written in this format; “projector” keeps them."));
  printf ("format: %s\n", writer->id);
  printf ("words: %" PRIu64 "\n", n_written);
  printf ("dimensions: %zu\n", sema_set_get_dim (rows->set));
  return SEMA_CLI_OK;
}

static int
convert (const Convert *self, const SemaVectorsWriter *writer, SemaSet *set)
{
  SemaSavedRows      rows;
  g_autoptr (GArray) chosen = NULL;

  sema_saved_rows_init_all (&rows, set);
  if (self->words != NULL || self->words_file != NULL)
    {
      chosen = choose_rows (self, set);
      if (chosen == NULL)
        return SEMA_CLI_FAILED;
      rows.rows = (const guint64 *)chosen->data;
      rows.n_rows = chosen->len;
    }
  return write_rows (self, writer, &rows);
}

static int
run (const SemaCliCommand *command, int argc, char **argv)
{
  g_auto (Convert)   texts = {0};
  const GOptionEntry entries[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &texts.output, N_ ("The file to write; the end of its name tells the format"), "FILE"},
     {"format", 0, 0, G_OPTION_ARG_FILENAME, &texts.format, N_ ("The format, where the name does not tell it"), "ID"},
      {"words", 0, 0, G_OPTION_ARG_FILENAME, &texts.words, N_ ("Write only these words, in this order, with blanks between them; double quotes keep those of a word"), "WORDS"},
       {"words-file", 0, 0, G_OPTION_ARG_FILENAME, &texts.words_file, N_ ("Write only the words of a file, one a line"), "FILE"},
        {"leave-out", 0, 0, G_OPTION_ARG_NONE, &texts.leaves_out, N_ ("Leave out words that the format cannot have"), NULL},
         {"row-ids", 0, 0, G_OPTION_ARG_NONE, &texts.numbers, N_ ("Write such words as the ids of their rows, as [7]"), NULL},
          {NULL},
        };
  g_auto (SemaCliArguments) arguments = {0};
  g_autoptr (SemaSet)       set = NULL;
  const SemaVectorsWriter  *writer;
  int                       status;

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, 1, 1);
  if (arguments.done)
    return arguments.status;
  status = check (&texts, command);
  if (status != SEMA_CLI_OK)
    return status;
  writer = choose_writer (&texts, command);
  if (writer == NULL)
    return SEMA_CLI_USAGE;
  set = sema_cli_vectors_open (arguments.words[0], &(SemaFormatsOptions) {.most_rows = (guint64)arguments.most_rows});
  return set != NULL ? convert (&texts, writer, set) : SEMA_CLI_FAILED;
}

const SemaCliCommand sema_cli_convert = {
  "convert",
  "FILE --output FILE2 [OPTION]...",
  N_ ("Write word vectors in another format, all of them or some words."),
      "  semascope-cli convert glove.6B.100d.txt --output glove.bin\n"
      "  semascope-cli convert glove.6B.100d.txt --words \"king queen\" --output two.csv\n"
      "  semascope-cli convert model.gguf --output model.vec --leave-out\n",
      run,
};
