/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-unused-rows.h"

#include <string.h>

#include "sema-diagnosis.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-reserved-token.h"
#include "sema-tensors.h"
#include "sema-token-reach.h"
#include "sema-word.h"

#define ROWS_PER_LOOK 1024 /* between two looks at cancel */

#define BIT(name) SEMA_FINDING_BIT (SEMA_FINDING_##name)

/* Rows of a model whose tokens nobody knows are called by their ids. */
static gboolean
is_called_by_id (const SemaSet *set, guint32 row)
{
  char        own[SEMA_WORD_ROW_SIZE];
  gsize       length, own_length = sema_word_name_row (own, row);
  const char *word = sema_vocab_get_word (sema_set_get_vocab (set), row, &length);

  return length == own_length && memcmp (word, own, length) == 0;
}

static gboolean
has_token (const SemaSet *set, guint32 row)
{
  return !sema_tensors_is_format (sema_set_get_format (set)) || !is_called_by_id (set, row);
}

/* A tokenizer beside a model need not be that of the matrix that is open. */
static gboolean
is_word_of (const SemaTokenizer *tokenizer, guint32 row, const char *word, gsize length)
{
  gsize            token_length;
  g_autofree char *token = sema_tokenizer_dup_token (tokenizer, row, &token_length);

  return token != NULL && token_length == length && memcmp (token, word, length) == 0;
}

static gboolean
is_blank (const SemaRowCheck *check, guint32 row)
{
  return (check->flags[row] & (SEMA_ROW_ZERO | SEMA_ROW_CONSTANT)) != 0;
}

/* Where nobody knows the tokens: from where on the rows are blank, or all the same. */
static guint32
find_blank_end (const SemaRowCheck *check)
{
  guint32 blank = check->n_rows, same = check->n_rows;

  while (blank > 0 && is_blank (check, blank - 1))
    blank--;
  while (same > 0 && check->firsts[same - 1] == check->firsts[check->n_rows - 1])
    same--;
  return same + 1 < check->n_rows ? MIN (blank, same) : blank;
}

static gboolean
mark_token (const SemaSet *set, const SemaTokenizer *tokenizer, guint32 row, SemaTokenPieces *scratch, guint16 *findings, GError **error)
{
  gsize       length;
  const char *word = sema_vocab_get_word (sema_set_get_vocab (set), row, &length);
  gboolean    is_reached = TRUE;

  if (tokenizer != NULL && is_word_of (tokenizer, row, word, length) && !sema_token_reach_check (tokenizer, row, scratch, &is_reached, error))
    return FALSE;
  *findings |= (sema_reserved_token_recognise (word, length) ? BIT (RESERVED) : 0) | (is_reached ? 0 : BIT (UNREACHABLE));
  return TRUE;
}

/* Returns the row behind the last with a token, or G_MAXUINT32 where it failed. */
static guint32
mark_tokens (const SemaSet *set, const SemaTokenizer *tokenizer, const SemaRowCheck *check, guint16 *findings, SemaProgress *progress, GError **error)
{
  g_auto (SemaTokenPieces) scratch = {0};
  guint32                  end = 0;

  for (guint32 row = 0; row < check->n_rows; row++)
    {
      if (row % ROWS_PER_LOOK == 0 && sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return G_MAXUINT32;
        }
      if (!has_token (set, row))
        findings[row] |= BIT (NO_TOKEN);
      else if (!mark_token (set, tokenizer, row, &scratch, &findings[row], error))
        return G_MAXUINT32;
      else
        end = row + 1;
    }
  return end;
}

/**
 * sema_unused_rows_mark:
 * @set: (n_rows, dim) vectors
 * @tokenizer: (nullable): one whose tokens the rows may have: it says which of them it cannot come to
 * @check: what is unusual about their numbers
 * @findings: (n_rows) bits of #SemaFinding, to which those about tokens and padding are added
 * @progress: (nullable): cancels
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Finds out which rows no text can have trained. Where no row at all has a token, nobody knows the tokens, and padding is what is blank or
 * the same at the end. O(n_rows).
 *
 * Returns: whether it was done
 */
gboolean
sema_unused_rows_mark (const SemaSet *set, const SemaTokenizer *tokenizer, const SemaRowCheck *check, guint16 *findings, SemaProgress *progress, GError **error)
{
  guint32 end = mark_tokens (set, tokenizer, check, findings, progress, error);

  if (end == G_MAXUINT32)
    return FALSE;
  for (guint32 row = 0; row < check->n_rows && end == 0; row++)
    findings[row] &= (guint16)~BIT (NO_TOKEN);
  for (guint32 row = end > 0 ? end : find_blank_end (check); row < check->n_rows; row++)
    findings[row] |= BIT (PADDING);
  return TRUE;
}

static guint32
gather (const guint16 *findings, guint32 n_rows, guint marks, guint32 *rows)
{
  const guint no_use = BIT (ZERO) | BIT (NAN) | BIT (INFINITE);
  guint32     n = 0;

  for (guint32 row = 0; row < n_rows; row++)
    if ((findings[row] & marks) != 0 && (findings[row] & no_use) == 0)
      rows[n++] = row;
  return n;
}

/**
 * sema_unused_rows_list:
 * @findings: (n_rows) bits of #SemaFinding
 * @n_rows: how many
 * @n: (out): how many rows are listed
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Lists the rows that others are measured from: padding, rows without a token and reserved ones; only where there are none of these, those
 * whose token cannot be reached, for a model may have met such all the same. Rows of zeros, or with NaN or infinity, have no direction and
 * are left out.
 *
 * Returns: (transfer full) (nullable): (n) rows; free it with sema_memory_free()
 */
guint32 *
sema_unused_rows_list (const guint16 *findings, guint32 n_rows, guint32 *n, GError **error)
{
  guint32 *rows = sema_memory_alloc_n (MAX (n_rows, 1), sizeof *rows, error);

  *n = 0;
  if (rows == NULL)
    return NULL;
  *n = gather (findings, n_rows, BIT (PADDING) | BIT (NO_TOKEN) | BIT (RESERVED), rows);
  if (*n == 0)
    *n = gather (findings, n_rows, BIT (UNREACHABLE), rows);
  return rows;
}
