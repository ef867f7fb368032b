/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ruler.h"

#include <math.h>
#include <string.h>

#include "sema-memory.h"

/**
 * sema_ruler_new:
 * @n: number of words
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): a ruler whose values are still to be written, with room for as many labels, all of them
 *   missing, none of them marked, and without a question
 */
SemaRuler *
sema_ruler_new (gsize n, GError **error)
{
  g_autoptr (SemaRuler) self = g_new0 (SemaRuler, 1);

  if ((self->values = sema_memory_alloc_n (n, sizeof (double), error)) == NULL || (self->marked = sema_memory_alloc_n (n, 1, error)) == NULL)
    return NULL;
  memset (self->marked, 0, n);
  self->n = n;
  self->labels = g_new0 (char *, n + 1);
  return g_steal_pointer (&self);
}

/**
 * sema_ruler_free:
 * @self: (nullable) (transfer full): what is no longer needed
 */
void
sema_ruler_free (SemaRuler *self)
{
  if (self == NULL)
    return;
  sema_memory_free (self->values);
  sema_memory_free (self->marked);
  g_strfreev (self->labels);
  g_free (self->question.name);
  g_free (self->question.yes);
  g_free (self->question.no);
  g_free (self->title);
  g_strfreev (self->caption);
  g_free (self);
}

/**
 * sema_ruler_get_range:
 * @self: a ruler
 * @least: (out): the least value, 0 where none is less
 * @largest: (out): the largest, 0 where none is more
 *
 * Returns: how many words have a place. O(n)
 */
gsize
sema_ruler_get_range (const SemaRuler *self, double *least, double *largest)
{
  gsize n_placed = 0;

  *least = *largest = 0;
  for (gsize i = 0; i < self->n; i++)
    if (isfinite (self->values[i]))
      {
        *least = MIN (*least, self->values[i]);
        *largest = MAX (*largest, self->values[i]);
        n_placed++;
      }
  return n_placed;
}
