/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cli-vectors.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "sema-cli-interrupt.h"
#include "sema-cli-print.h"
#include "sema-error.h"
#include "sema-expression.h"
#include "sema-kept.h"
#include "sema-tensors.h"
#include "sema-vocab-search.h"
#include "sema-word.h"

#define N_SPELLINGS 5

/* One file is opened in a run. */
static SemaKeptNote note;
static char        *part; /* of it, or NULL */

static guint64
get_most_kept (void)
{
  return g_strcmp0 (g_getenv ("SEMASCOPE_CACHE"), "off") == 0 ? 0 : SEMA_KEPT_MOST;
}

static void
complain (const GError *error)
{
  guint64          n_fitting = sema_error_get_fitting_rows (error);
  g_autofree char *fitting = g_strdup_printf (_ ("--first %" PRIu64 " opens as many of its words as there is room for"), n_fitting);

  if (g_error_matches (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_PARTS))
    sema_cli_complain_and_advise (error->message, _ ("--part NAME chooses one"));
  else if (n_fitting > 0)
    sema_cli_complain_and_advise (error->message, fitting);
  else
    sema_cli_complain ("%s", error->message);
}

/**
 * sema_cli_vectors_want_part:
 * @name: (nullable): what sema_cli_vectors_open() is to open of a file that holds several things
 */
void
sema_cli_vectors_want_part (const char *name)
{
  g_free (part);
  part = g_strdup (name);
}

/**
 * sema_cli_vectors_get_part:
 *
 * Returns: (transfer none) (nullable): what sema_cli_vectors_want_part() was told
 */
const char *
sema_cli_vectors_get_part (void)
{
  return part;
}

/**
 * sema_cli_vectors_open:
 * @path: file name of word vectors
 * @options: what is wanted of it
 *
 * Opens a file, with its warnings on stderr.
 *
 * Returns: (transfer full) (nullable): the vectors; %NULL when the reason is on stderr
 */
SemaSet *
sema_cli_vectors_open (const char *path, const SemaFormatsOptions *options)
{
  SemaFormatsOptions wanted = *options;
  g_autoptr (GError) error = NULL;
  SemaSet           *set;

  wanted.part = part;
  set = sema_kept_open (path, &wanted, get_most_kept (), &note, sema_cli_interrupt_get_progress (), &error);
  if (set == NULL)
    {
      complain (error);
      return NULL;
    }
  for (const char *const *warning = sema_set_get_warnings (set); *warning != NULL; warning++)
    sema_cli_warn (*warning);
  return set;
}

/**
 * sema_cli_vectors_check_tokenizer:
 * @tokenizer: (nullable): file name of a tokenizer that was asked for
 * @a: vectors that it was asked for
 * @b: (nullable): others
 *
 * Refuses a tokenizer that would name no rows, as all vectors have words of their own.
 *
 * Returns: %FALSE when the reason is on stderr
 */
gboolean
sema_cli_vectors_check_tokenizer (const char *tokenizer, const SemaSet *a, const SemaSet *b)
{
  if (tokenizer == NULL || sema_tensors_is_format (sema_set_get_format (a)) || (b != NULL && sema_tensors_is_format (sema_set_get_format (b))))
    return TRUE;
  sema_cli_complain (_ ("--tokenizer is for models and arrays; a file of word vectors has words of its own, so leave it out."));
  return FALSE;
}

/**
 * sema_cli_vectors_keep:
 * @path: file name of the vectors that were opened
 * @set: the vectors
 *
 * Keeps a copy that opens faster the next time, when the answer is out. Where that fails, the next time takes as long.
 */
void
sema_cli_vectors_keep (const char *path, SemaSet *set)
{
  fflush (stdout);
  sema_kept_store (path, part, &note, set, get_most_kept (), sema_cli_interrupt_get_progress (), NULL);
}

static char *
list_spellings (SemaSet *set, const char *word)
{
  const SemaVocab   *vocab = sema_set_get_vocab (set);
  g_autoptr (GArray) rows = sema_vocab_search_spellings (vocab, word, N_SPELLINGS, sema_cli_interrupt_get_progress ());
  GString           *list = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      gsize            length;
      const char      *near = sema_vocab_get_word (vocab, g_array_index (rows, guint64, i), &length);
      g_autofree char *label = sema_word_to_label (near, length);

      g_string_append_printf (list, "%s%s", i == 0 ? "" : ", ", label);
    }
  return g_string_free (list, FALSE);
}

/**
 * sema_cli_vectors_note_composed:
 * @set: the vectors
 * @word: bytes of a word
 * @row: its row
 *
 * Says on stderr where a word is not in the file and its vector is composed.
 */
void
sema_cli_vectors_note_composed (SemaSet *set, const char *word, guint64 row)
{
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;

  if (!sema_set_is_composed (set, row))
    return;
  label = sema_word_to_label (word, strlen (word));
  sentence = g_strdup_printf (_ ("“%s” is not in this file; its vector is the mean of those of its character n-grams."), label);
  sema_cli_warn (sentence);
}

/**
 * sema_cli_vectors_dup_cell:
 * @set: the vectors
 * @row: of a word
 *
 * Returns: (transfer full): the word for a table, as sema_word_to_label(), with an asterisk before one that was composed
 */
char *
sema_cli_vectors_dup_cell (SemaSet *set, guint64 row)
{
  gsize            length;
  const char      *word = sema_vocab_get_word (sema_set_get_vocab (set), row, &length);
  g_autofree char *cell = sema_word_to_label (word, length);

  return g_strconcat (sema_set_is_composed (set, row) ? "*" : "", cell, NULL);
}

/**
 * sema_cli_vectors_suggest:
 * @set: the vectors
 * @word: a word that is not among them
 * @is_expression: whether what is typed for it is split at blanks, unless it is in quotes
 *
 * Looks for the same word with a blank before it, as tokenizers write the beginning of a word, or with their own signs for one.
 *
 * Returns: (transfer full) (nullable): the clause that says so, and how it is written; %NULL where there is none
 */
char *
sema_cli_vectors_suggest (SemaSet *set, const char *word, gboolean is_expression)
{
  static const char *const blanks[] = {" ", "▁", "Ġ"};

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      g_autofree char *other = g_strconcat (blanks[i], word, NULL);
      g_autofree char *quoted = is_expression ? sema_expression_quote (other) : g_strdup (other);
      g_autofree char *typed = g_shell_quote (quoted);
      g_autofree char *label = sema_word_to_label (other, strlen (other));
      g_autofree char *typed_label = sema_word_to_label (typed, strlen (typed));

      if (sema_vocab_find (sema_set_get_vocab (set), other, -1) == SEMA_VOCAB_NO_ROW)
        continue;
      if (i > 0)
        return g_strdup_printf (_ ("but “%s” is"), label);
      return g_strdup_printf (_ ("but “%s” is, with a blank before it, which is typed %s"), label, typed_label);
    }
  return NULL;
}

/**
 * sema_cli_vectors_find:
 * @set: the vectors
 * @word: its bytes
 * @is_expression: as for sema_cli_vectors_suggest()
 * @row: (out): where it is
 *
 * Looks a word up by its exact bytes. One that is not there is composed of its n-grams where the file has these, which is said on stderr;
 * else it is answered there with the same word after a blank, or its nearest spellings.
 *
 * Returns: whether it has a vector
 */
gboolean
sema_cli_vectors_find (SemaSet *set, const char *word, gboolean is_expression, guint64 *row)
{
  g_autofree char *label = NULL;
  g_autofree char *suggestion = NULL;
  g_autofree char *spellings = NULL;

  *row = sema_set_compose (set, word, -1);
  if (*row != SEMA_VOCAB_NO_ROW)
    {
      sema_cli_vectors_note_composed (set, word, *row);
      return TRUE;
    }
  label = sema_word_to_label (word, strlen (word));
  suggestion = sema_cli_vectors_suggest (set, word, is_expression);
  if (suggestion != NULL)
    {
      sema_cli_complain (_ ("“%s” is not in this file, %s."), label, suggestion);
      return FALSE;
    }
  spellings = list_spellings (set, word);
  if (*spellings == 0)
    sema_cli_complain (_("“%s” is not in this file, and no word in it is spelt much like it."), label);
  else
    sema_cli_complain (_("“%s” is not in this file; the nearest spellings are: %s."), label, spellings);
  return FALSE;
}
