/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-name-list.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "sema-word.h"

#define MOST_NAMED 10

/**
 * sema_name_list_add:
 * @self: a list, all zero when it is empty
 * @name: (array length=length): bytes of a name
 * @length: how many
 *
 * Adds a name, in quotation marks; of many only the first ones are kept, and the others counted.
 */
void
sema_name_list_add (SemaNameList *self, const char *name, gsize length)
{
  g_autofree char *label = NULL;

  if (self->text == NULL)
    self->text = g_string_new (NULL);
  if (self->n++ >= MOST_NAMED)
    return;
  label = sema_word_to_label (name, length);
  g_string_append_printf (self->text, "%s“%s”", self->n > 1 ? ", " : "", label);
}

/**
 * sema_name_list_print:
 * @self: a list; it is empty afterwards
 *
 * Returns: (transfer full) (nullable): the names for a sentence, such as “a”, “b” and 3 more; %NULL where there are none
 */
char *
sema_name_list_print (SemaNameList *self)
{
  GString *text = g_steal_pointer (&self->text);
  guint64  n_more = self->n > MOST_NAMED ? self->n - MOST_NAMED : 0;

  self->n = 0;
  if (text == NULL)
    return NULL;
  if (n_more > 0)
    g_string_append_printf (text, ngettext (" and %" PRIu64 " more", " and %" PRIu64 " more", (gulong)n_more), n_more);
  return g_string_free (text, FALSE);
}
