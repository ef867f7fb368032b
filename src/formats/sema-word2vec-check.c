/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word2vec-check.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"

#define ODD_WORDS 8 /* of so many successive words… */
#define ODD_WINDOW ((1u << ODD_WORDS) - 1)
#define MAX_ODD 2 /* …no more than two may have control characters */

static gboolean
refuse_shift (SemaWord2vecCheck *self, guint64 at, GError **error)
{
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
               _ ("“%s” is damaged near byte %" PRIu64 ": no word is where one should be; it may have been copied in text mode."),
                  sema_source_get_label (self->source), at);
  return FALSE;
}

/**
 * sema_word2vec_check_word:
 * @self: a check
 * @word: the next word, any bytes
 * @length: how many
 * @at: byte of the file where its record begins
 * @error: %SEMA_FORMAT_ERROR_DAMAGED
 *
 * Words with control characters, several in a row, show that bytes were put in or lost, so that every number from there on is
 * wrong.
 *
 * Returns: whether the words look like words
 */
gboolean
sema_word2vec_check_word (SemaWord2vecCheck *self, const char *word, gsize length, guint64 at, GError **error)
{
  gboolean is_odd = sema_word2vec_word_is_odd (word, length);

  self->odd_words = ((self->odd_words << 1) | (is_odd ? 1 : 0)) & ODD_WINDOW;
  if (is_odd && self->n_odd++ == 0)
    self->odd_at = at;
  return __builtin_popcount (self->odd_words) <= MAX_ODD || refuse_shift (self, at, error);
}

/**
 * sema_word2vec_check_plain_words:
 * @self: a check
 * @n_words: how many words come next that have no control characters
 *
 * Does what sema_word2vec_check_word() does for each of them.
 */
void
sema_word2vec_check_plain_words (SemaWord2vecCheck *self, guint64 n_words)
{
  self->odd_words = n_words < ODD_WORDS ? (self->odd_words << n_words) & ODD_WINDOW : 0;
}

/**
 * sema_word2vec_check_end:
 * @self: a check
 * @end: what ends the records before all that are promised were seen
 * @at: byte of the file where it is
 * @error: %SEMA_FORMAT_ERROR_DAMAGED
 *
 * Returns: whether the records before may be used
 */
gboolean
sema_word2vec_check_end (SemaWord2vecCheck *self, SemaWord2vecRecordKind end, guint64 at, GError **error)
{
  if (end == SEMA_WORD2VEC_RECORD_ENDLESS)
    return refuse_shift (self, at, error);
  if (end == SEMA_WORD2VEC_RECORD_CUT)
    self->cut_at = at;
  return TRUE;
}

/* Says that there are fewer words than promised. FALSE: there is none. */
static gboolean
tell_shortage (SemaWord2vecCheck *self, GError **error)
{
  guint64 n_rows = sema_set_builder_get_n_rows (self->builder);

  if (n_rows == 0)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
                   _ ("“%s” ends inside its first word, which starts at byte %" PRIu64 "; %" PRIu64 " words were promised, so fetch it again."),
                      sema_source_get_label (self->source), sema_source_get_offset (self->source), self->header.n_words);
      return FALSE;
    }
  if (n_rows < self->most_rows)
    sema_set_builder_warn (self->builder,
                           ngettext ("Line 1 promises %" PRIu64 " words; the file has %" PRIu64 " whole one.",
                                     "Line 1 promises %" PRIu64 " words; the file has %" PRIu64 " whole ones.", n_rows),
                           self->header.n_words, n_rows);
  if (self->cut_at > 0)
    sema_set_builder_warn (self->builder, _ ("The file ends inside the word that starts at byte %" PRIu64 ", which was left out."), self->cut_at);
  return TRUE;
}

static void
warn_of_odd_words (SemaWord2vecCheck *self)
{
  if (self->n_odd > 0)
    sema_set_builder_warn (self->builder,
                           ngettext ("%" PRIu64 " word has control characters in it, at byte %" PRIu64 ": the file may be damaged there.",
                                     "%" PRIu64 " words have control characters in them, the first at byte %" PRIu64 ": the file may be damaged there.", self->n_odd),
                           self->n_odd, self->odd_at);
}

/**
 * sema_word2vec_check_finish:
 * @self: a check; its source is still where the words that were taken begin, or where they end
 * @error: %SEMA_FORMAT_ERROR_DAMAGED when there is no word
 *
 * Warns of what is wrong with the words that were taken.
 *
 * Returns: whether there are any
 */
gboolean
sema_word2vec_check_finish (SemaWord2vecCheck *self, GError **error)
{
  if (!tell_shortage (self, error))
    return FALSE;
  warn_of_odd_words (self);
  return TRUE;
}

/**
 * sema_word2vec_check_wants_rest:
 * @self: a check
 *
 * Returns: whether all that is promised was taken, so that nothing should follow
 */
gboolean
sema_word2vec_check_wants_rest (const SemaWord2vecCheck *self)
{
  return sema_set_builder_get_n_rows (self->builder) == self->header.n_words;
}

/**
 * sema_word2vec_check_rest:
 * @self: a check
 * @n_records: whole records after the promised ones
 * @n_left: bytes after these
 * @is_records: whether the records are all there is
 *
 * Says what comes after the promised words: whole records, or something else too.
 */
void
sema_word2vec_check_rest (SemaWord2vecCheck *self, guint64 n_records, guint64 n_left, gboolean is_records)
{
  if (n_left > 0 && is_records)
    sema_set_builder_warn (self->builder,
                           ngettext ("Line 1 promises %" PRIu64 " words; %" PRIu64 " more follows them and was left out.",
                                     "Line 1 promises %" PRIu64 " words; %" PRIu64 " more follow them and were left out.", n_records),
                           self->header.n_words, n_records);
  else if (n_left > 0)
    sema_set_builder_warn (self->builder,
                           ngettext ("Line 1 promises %" PRIu64 " words; at least %" PRIu64 " byte follows them and was left out.",
                                     "Line 1 promises %" PRIu64 " words; at least %" PRIu64 " bytes follow them and were left out.", n_left),
                           self->header.n_words, n_left);
}
