/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-added-tokens.h"

#include <stdlib.h>
#include <string.h>

#include "sema-error.h"
#include "sema-token-split.h"
#include "sema-utf8.h"

#define STEPS_PER_LOOK 65536 /* bytes compared between two looks at cancel */

/**
 * sema_added_tokens_add:
 * @self: the tokens
 * @token: what to add; its place in the bytes is set here
 * @bytes: (array length=token.length): its bytes, copied
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: whether there was room
 */
gboolean
sema_added_tokens_add (SemaAddedTokens *self, const SemaAddedToken *token, const char *bytes, GError **error)
{
  gsize           start = self->bytes.n_bytes;
  char           *copy = sema_buffer_append (&self->bytes, token->length, error);
  SemaAddedToken *place = copy != NULL ? sema_buffer_append (token->late ? &self->late : &self->early, sizeof *place, error) : NULL;

  if (place == NULL)
    return FALSE;
  memcpy (copy, bytes, token->length);
  *place = *token;
  place->start = start;
  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const SemaAddedToken *first = a, *second = b;
  const char           *bytes = data;
  int                   order = memcmp (bytes + first->start, bytes + second->start, MIN (first->length, second->length));

  return order != 0 ? order : (first->length > second->length) - (first->length < second->length);
}

static void
sort (const SemaAddedTokens *self, SemaBuffer *tokens)
{
  if (tokens->n_bytes > 0)
    g_qsort_with_data (tokens->data, (int)(tokens->n_bytes / sizeof (SemaAddedToken)), sizeof (SemaAddedToken), compare, self->bytes.data);
}

/**
 * sema_added_tokens_sort:
 * @self: the tokens
 *
 * Makes them ready to be found, when all were added.
 */
void
sema_added_tokens_sort (SemaAddedTokens *self)
{
  sort (self, &self->early);
  sort (self, &self->late);
}

/**
 * sema_added_tokens_have_twins:
 * @self: the tokens, sorted
 *
 * Returns: whether two that are looked for late have the same bytes, as steps before may make them
 */
gboolean
sema_added_tokens_have_twins (const SemaAddedTokens *self)
{
  const SemaAddedToken *late = (const SemaAddedToken *)self->late.data;

  for (gsize i = 1; i < self->late.n_bytes / sizeof *late; i++)
    if (compare (&late[i - 1], &late[i], self->bytes.data) == 0)
      return TRUE;
  return FALSE;
}

/**
 * sema_added_tokens_clear:
 * @self: the tokens
 */
void
sema_added_tokens_clear (SemaAddedTokens *self)
{
  sema_buffer_clear (&self->bytes);
  sema_buffer_clear (&self->early);
  sema_buffer_clear (&self->late);
}

/* Sorted tokens, of which those from @low to @high share what was compared so far. */
typedef struct
{
  const char           *bytes;
  const SemaAddedToken *tokens;
  gsize                 low;
  gsize                 high;
} Search;

/* The first token from @low on whose byte at @depth is @byte or more, where @above is set more than that; -1 where it has ended. */
static gsize
bisect (const Search *self, gsize depth, int byte)
{
  gsize low = self->low, high = self->high;

  while (low < high)
    {
      gsize                 middle = low + (high - low) / 2;
      const SemaAddedToken *token = &self->tokens[middle];

      if ((token->length > depth ? (guchar)self->bytes[token->start + depth] : -1) < byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The longest token that the text begins with; NULL where there is none. Adds to @n_steps how many bytes were compared. */
static const SemaAddedToken *
find_longest (const SemaAddedTokens *self, const SemaBuffer *tokens, const char *text, const char *end, guint64 *n_steps)
{
  Search                search = {self->bytes.data, (const SemaAddedToken *)tokens->data, 0, tokens->n_bytes / sizeof (SemaAddedToken)};
  const SemaAddedToken *longest = NULL;
  gsize                 depth;

  for (depth = 0; search.low < search.high && depth < (gsize)(end - text); depth++)
    {
      gsize first = bisect (&search, depth, (guchar)text[depth]);

      search.high = bisect (&search, depth, (guchar)text[depth] + 1);
      search.low = first;
      if (first < search.high && search.tokens[first].length == depth + 1)
        longest = &search.tokens[first];
    }
  *n_steps += depth + 1;
  return longest;
}

static const char *
skip_spaces (const char *cursor, const char *end)
{
  for (const char *next = cursor; cursor < end && sema_token_split_is_space (sema_utf8_next (&next, end)); cursor = next)
    ;
  return cursor;
}

/* Where the white space before @token begins, not before @least. */
static const char *
skip_spaces_back (const char *token, const char *least)
{
  for (const char *p = token; p > least;)
    {
      const char *next;

      do
        p--;
      while (p > least && ((guchar)*p & 0xc0) == 0x80);
      next = p;
      if (!sema_token_split_is_space (sema_utf8_next (&next, token)) || next != token)
        break;
      token = p;
    }
  return token;
}

static gboolean
add_match (SemaBuffer *matches, guint64 id, const char *text, const char *start, const char *end, GError **error)
{
  SemaAddedMatch *match;

  if (start == end)
    return TRUE;
  match = sema_buffer_append (matches, sizeof *match, error);
  if (match == NULL)
    return FALSE;
  *match = (SemaAddedMatch) {id, (guint64)(start - text), (guint64)(end - text)};
  return TRUE;
}

/* Finds tokens between two bytes of a text: at each place the longest, the first place first. */
static gboolean
split_range (const SemaAddedTokens *self, const SemaBuffer *tokens, const char *text, const char *start, const char *end, SemaBuffer *matches, SemaProgress *progress, GError **error)
{
  const char *done = start;
  guint64     n_steps = STEPS_PER_LOOK;

  for (const char *p = start; p < end;)
    {
      const SemaAddedToken *token = find_longest (self, tokens, p, end, &n_steps);
      const char           *first, *behind;

      if (n_steps >= STEPS_PER_LOOK && sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      n_steps %= STEPS_PER_LOOK;
      if (token == NULL)
        {
          p++;
          continue;
        }
      first = token->strip_left ? skip_spaces_back (p, done) : p;
      behind = token->strip_right ? skip_spaces (p + token->length, end) : p + token->length;
      if (!add_match (matches, SEMA_TOKEN_NO_ID, text, done, first, error) || !add_match (matches, token->id, text, first, behind, error))
        return FALSE;
      p = done = behind;
    }
  return add_match (matches, SEMA_TOKEN_NO_ID, text, done, end, error);
}

/**
 * sema_added_tokens_split:
 * @self: the tokens, sorted
 * @late: whether those are looked for that are late, or the others
 * @text: (array length=length): any bytes
 * @length: how many there are
 * @matches: (out): SemaAddedMatch: tokens and what stands between them, in the order of the text, none of them empty
 * @progress: (nullable): cancels
 * @error: %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Finds the tokens in a text: the first, of those that begin there the longest. O(@length log n), times the bytes of a token that the text
 * has the beginning of.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_added_tokens_split (const SemaAddedTokens *self, gboolean late, const char *text, gsize length, SemaBuffer *matches, SemaProgress *progress, GError **error)
{
  const SemaBuffer *tokens = late ? &self->late : &self->early;

  if (tokens->n_bytes == 0)
    return add_match (matches, SEMA_TOKEN_NO_ID, text, text, text + length, error);
  return split_range (self, tokens, text, text, text + length, matches, progress, error);
}
