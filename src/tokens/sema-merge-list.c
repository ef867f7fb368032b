/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-merge-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-word.h"

#define VERSION "#version"

/* The id of a token; where there is none, what that means. */
static guint64
find (const SemaMergeList *self, const char *token, gsize length, char **fault)
{
  guint64 id = sema_token_table_find (self->tokens, token, length);

  if (id == SEMA_TOKEN_NO_ID)
    {
      g_autofree char *label = sema_word_to_label (token, length);

      *fault = g_strdup_printf (_ ("“%s” of this merge is not among the tokens"), label);
    }
  return id;
}

/**
 * sema_merge_list_add:
 * @self: the list
 * @left: (array length=n_left): a token
 * @n_left: its bytes
 * @right: (array length=n_right): the token after it
 * @n_right: its bytes
 * @fault: (out): where the merge is wrong, a clause that says why
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Adds the next merge.
 *
 * Returns: whether it was added; if not, either @fault or @error is set
 */
gboolean
sema_merge_list_add (SemaMergeList *self, const char *left, gsize n_left, const char *right, gsize n_right, char **fault, GError **error)
{
  guint64   left_id = find (self, left, n_left, fault);
  guint64   right_id = left_id != SEMA_TOKEN_NO_ID ? find (self, right, n_right, fault) : SEMA_TOKEN_NO_ID;
  guint64   id;
  SemaMerge merge;
  char     *joined;

  if (right_id == SEMA_TOKEN_NO_ID)
    return FALSE;
  self->joined.n_bytes = 0;
  joined = sema_buffer_append (&self->joined, n_left + n_right, error);
  if (joined == NULL)
    return FALSE;
  memcpy (joined, left, n_left);
  memcpy (joined + n_left, right, n_right);
  id = find (self, joined, n_left + n_right, fault);
  if (id == SEMA_TOKEN_NO_ID)
    return FALSE;
  merge = (SemaMerge) {(guint32)left_id, (guint32)right_id, self->n_added++, (guint32)id};
  return sema_merge_table_add (self->merges, &merge, error);
}

/**
 * sema_merge_list_add_line:
 * @self: the list
 * @line: (array length=length): two tokens with a space between them, or the version of the list
 * @length: bytes of the line
 * @fault: (out): as sema_merge_list_add()
 * @error: as sema_merge_list_add()
 *
 * Adds the next merge.
 *
 * Returns: whether nothing was wrong
 */
gboolean
sema_merge_list_add_line (SemaMergeList *self, const char *line, gsize length, char **fault, GError **error)
{
  const char *space = memchr (line, ' ', length);
  gsize       n_left = space != NULL ? (gsize)(space - line) : 0;

  if (length >= strlen (VERSION) && memcmp (line, VERSION, strlen (VERSION)) == 0)
    return TRUE;
  if (space == NULL || memchr (space + 1, ' ', length - n_left - 1) != NULL)
    {
      *fault = g_strdup (_ ("a merge is two tokens with a space between them"));
      return FALSE;
    }
  return sema_merge_list_add (self, line, n_left, space + 1, length - n_left - 1, fault, error);
}

/**
 * sema_merge_list_clear:
 * @self: the list
 */
void
sema_merge_list_clear (SemaMergeList *self)
{
  sema_buffer_clear (&self->joined);
}
