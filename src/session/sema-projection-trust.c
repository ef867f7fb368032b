/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projection-private.h"

#include <string.h>

/* Every two words are compared: with more than this it would take seconds, and no circle of ten words could be seen. */
#define MOST_WORDS 5000

static gboolean
has_the_same_plane (const SemaProjection *self, const SemaProjection *previous)
{
  return previous != NULL && previous->scatter->trust != NULL &&
         previous->recipe->vectors == self->recipe->vectors && sema_projection_has_axes_of (self, previous) &&
         previous->rows->len == self->rows->len &&
         (self->rows->len == 0 || memcmp (previous->rows->data, self->rows->data, self->rows->len * sizeof (guint64)) == 0);
}

/* What the plane of the chosen words does to their neighbourhoods; that of @previous where nothing that it depends on has
 * changed. On the plane of all words, and for very many, it stays unknown. */
gboolean
sema_projection_find_trust (SemaProjection *self, const SemaProjection *previous, SemaProgress *progress, GError **error)
{
  gsize n = self->rows->len;

  if (self->recipe->all_words || n > MOST_WORDS)
    return TRUE;
  if (has_the_same_plane (self, previous))
    self->scatter->trust = sema_trust_ref (previous->scatter->trust);
  else
    self->scatter->trust = sema_trust_new (self->vectors, n, sema_set_get_dim (self->set), sema_projection_get_scores (self), progress, error);
  return self->scatter->trust != NULL;
}
