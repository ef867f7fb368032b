/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cli-chosen.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-cli-print.h"
#include "sema-cli-vectors.h"
#include "sema-word.h"

static char *
say_missing (SemaSet *set, const char *word, const char *label, gboolean is_split)
{
  g_autofree char *suggestion = sema_cli_vectors_suggest (set, word, is_split);

  if (suggestion != NULL)
    return g_strdup_printf (_ ("“%s” is left out: it is not in this file, %s."), label, suggestion);
  return g_strdup_printf (_ ("“%s” is not in this file and is left out."), label);
}

/**
 * sema_cli_chosen_warn:
 * @set: the vectors
 * @word: its bytes
 * @state: why it is left out
 * @is_split: whether the words were typed as one argument, with blanks between them
 *
 * Says on stderr that a word is left out.
 */
void
sema_cli_chosen_warn (SemaSet *set, const char *word, SemaWordState state, gboolean is_split)
{
  g_autofree char *label = sema_word_to_label (word, strlen (word));
  g_autofree char *sentence = state == SEMA_WORD_MISSING ? say_missing (set, word, label, is_split)
                                                         : g_strdup_printf (_ ("“%s” is left out: its vector is zero or holds numbers that are not finite."), label);

  sema_cli_warn (sentence);
}

static SemaWordState
find_word (SemaSet *set, const char *word, guint64 *row)
{
  *row = sema_set_compose (set, word, -1);
  if (*row == SEMA_VOCAB_NO_ROW)
    return SEMA_WORD_MISSING;
  sema_cli_vectors_note_composed (set, word, *row);
  return sema_vectors_is_usable (set, *row, SEMA_VECTORS_UNIT) ? SEMA_WORD_PLACED : SEMA_WORD_UNUSABLE;
}

/**
 * sema_cli_chosen_look_up:
 * @set: the vectors
 * @words: (array zero-terminated=1): words
 * @is_split: as for sema_cli_chosen_warn()
 *
 * Looks words up. Those that are not there or have no direction are named on stderr and left out.
 *
 * Returns: (transfer full) (element-type guint64): the rows of the others, in their order
 */
GArray *
sema_cli_chosen_look_up (SemaSet *set, char **words, gboolean is_split)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (; *words != NULL; words++)
    {
      guint64       row;
      SemaWordState state = find_word (set, *words, &row);

      if (state == SEMA_WORD_PLACED)
        g_array_append_val (rows, row);
      else
        sema_cli_chosen_warn (set, *words, state, is_split);
    }
  return rows;
}

/**
 * sema_cli_chosen_warn_of_question:
 * @set: the vectors
 * @question: a question
 *
 * Says on stderr which of its words are left out.
 */
void
sema_cli_chosen_warn_of_question (SemaSet *set, const SemaQuestionText *question)
{
  g_array_unref (sema_cli_chosen_look_up (set, question->yes, TRUE));
  g_array_unref (sema_cli_chosen_look_up (set, question->no, TRUE));
}

/**
 * sema_cli_chosen_find:
 * @set: the vectors
 * @words: (array zero-terminated=1): words to compare with each other
 * @is_split: as for sema_cli_chosen_warn()
 *
 * The same, where fewer than two are refused on stderr.
 *
 * Returns: (transfer full) (element-type guint64) (nullable): the rows of the others, in their order
 */
GArray *
sema_cli_chosen_find (SemaSet *set, char **words, gboolean is_split)
{
  g_autoptr (GArray) rows = sema_cli_chosen_look_up (set, words, is_split);

  if (rows->len >= 2)
    return g_steal_pointer (&rows);
  sema_cli_complain (ngettext ("at least 2 words that are in the file are needed; %u is left.",
                               "at least 2 words that are in the file are needed; %u are left.", rows->len),
                     rows->len);
  return NULL;
}

/**
 * sema_cli_chosen_list_words:
 * @set: the vectors
 * @rows: (element-type guint64): rows of it
 *
 * Returns: (transfer full) (array zero-terminated=1): the words of the rows, UTF-8
 */
char **
sema_cli_chosen_list_words (SemaSet *set, const GArray *rows)
{
  char **texts = g_new0 (char *, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    {
      gsize       length;
      const char *word = sema_vocab_get_word (sema_set_get_vocab (set), g_array_index (rows, guint64, i), &length);

      texts[i] = sema_word_to_utf8 (word, length);
    }
  return texts;
}

/**
 * sema_cli_chosen_list_cells:
 * @set: the vectors
 * @rows: (element-type guint64): rows of it
 *
 * Returns: (transfer full) (array zero-terminated=1): the words of the rows for a table, as sema_cli_vectors_dup_cell()
 */
char **
sema_cli_chosen_list_cells (SemaSet *set, const GArray *rows)
{
  char **cells = g_new0 (char *, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    cells[i] = sema_cli_vectors_dup_cell (set, g_array_index (rows, guint64, i));
  return cells;
}
