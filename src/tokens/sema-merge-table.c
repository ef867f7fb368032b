/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-merge-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"

#define FEWEST_SLOTS 64
#define MOST_MERGES (G_MAXUINT32 / 2)

static const SemaMerge *
peek (const SemaMergeTable *self, guint32 slot)
{
  return (const SemaMerge *)self->merges.data + (slot - 1);
}

/* The slot of a pair, or the free one where it would go. */
static guint32 *
find_slot (const SemaMergeTable *self, guint32 left, guint32 right)
{
  guint32 pair[2] = {left, right};
  guint64 place = sema_hash_bytes (&self->key, (const char *)pair, sizeof pair) & (self->n_slots - 1);

  for (;; place = (place + 1) & (self->n_slots - 1))
    {
      guint32 *slot = &self->slots[place];

      if (*slot == 0 || (peek (self, *slot)->left == left && peek (self, *slot)->right == right))
        return slot;
    }
}

static gboolean
grow (SemaMergeTable *self, GError **error)
{
  guint64  n_merges = sema_merge_table_get_n_merges (self);
  guint64  n_slots = MAX (self->n_slots * 2, FEWEST_SLOTS);
  guint32 *slots = sema_memory_alloc_n (n_slots, sizeof *slots, error);

  if (slots == NULL)
    return FALSE;
  if (self->n_slots == 0)
    sema_hash_key_init (&self->key);
  memset (slots, 0, n_slots * sizeof *slots);
  sema_memory_free (self->slots);
  self->slots = slots;
  self->n_slots = n_slots;
  for (guint32 i = 1; i <= n_merges; i++)
    *find_slot (self, peek (self, i)->left, peek (self, i)->right) = i;
  return TRUE;
}

/**
 * sema_merge_table_add:
 * @self: the table
 * @merge: what to add; a pair that is there already gets its rank and id, as in the references
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: whether there was room
 */
gboolean
sema_merge_table_add (SemaMergeTable *self, const SemaMerge *merge, GError **error)
{
  guint64    n_merges = sema_merge_table_get_n_merges (self);
  SemaMerge *place;
  guint32   *slot;

  if (n_merges == MOST_MERGES)
    {
      g_set_error_literal (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY, _ ("The tokenizer has more merges than can be kept."));
      return FALSE;
    }
  if (n_merges * 2 >= self->n_slots && !grow (self, error))
    return FALSE;
  slot = find_slot (self, merge->left, merge->right);
  if (*slot != 0)
    {
      ((SemaMerge *)self->merges.data)[*slot - 1] = *merge;
      return TRUE;
    }
  place = sema_buffer_append (&self->merges, sizeof *place, error);
  if (place == NULL)
    return FALSE;
  *place = *merge;
  *slot = (guint32)n_merges + 1;
  return TRUE;
}

/**
 * sema_merge_table_find:
 * @self: the table
 * @left: id of a token
 * @right: id of the token after it
 *
 * Returns: (transfer none) (nullable): what becomes of the two, or %NULL where they stay two
 */
const SemaMerge *
sema_merge_table_find (const SemaMergeTable *self, guint32 left, guint32 right)
{
  guint32 slot = self->n_slots > 0 ? *find_slot (self, left, right) : 0;

  return slot != 0 ? peek (self, slot) : NULL;
}

/**
 * sema_merge_table_get_n_merges:
 * @self: the table
 *
 * Returns: how many pairs it has
 */
guint64
sema_merge_table_get_n_merges (const SemaMergeTable *self)
{
  return self->merges.n_bytes / sizeof (SemaMerge);
}

/**
 * sema_merge_table_clear:
 * @self: the table
 */
void
sema_merge_table_clear (SemaMergeTable *self)
{
  sema_buffer_clear (&self->merges);
  sema_memory_free (self->slots);
  *self = (SemaMergeTable) {0};
}
