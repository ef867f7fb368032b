/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Properties:
 *   chosen  string  label of the tensor that is open, or empty while that is not known
 * Signals:
 *   asked (char *name)  another tensor is to be opened
 */
#define SEMA_TYPE_TENSOR_POPOVER (sema_tensor_popover_get_type ())
G_DECLARE_FINAL_TYPE (SemaTensorPopover, sema_tensor_popover, SEMA, TENSOR_POPOVER, GtkPopover)

GtkWidget *sema_tensor_popover_new (void);
void       sema_tensor_popover_list (SemaTensorPopover *self, const char *path, const char *name);

G_END_DECLS
