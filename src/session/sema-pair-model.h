/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sema-pair-list.h"

G_BEGIN_DECLS

#define SEMA_TYPE_PAIR_ITEM (sema_pair_item_get_type ())
G_DECLARE_FINAL_TYPE (SemaPairItem, sema_pair_item, SEMA, PAIR_ITEM, GObject)

gboolean    sema_pair_item_get_pair (SemaPairItem *self, SemaPair *pair);
const char *sema_pair_item_get_label (SemaPairItem *self, gboolean second);
const char *sema_pair_item_get_word (SemaPairItem *self, gboolean second);

/* A GListModel of SemaPairItems, which are made when they are asked for: places in the order, whatever pairs these have.
 * Signals:
 *   sorted ()                  the pairs that were asked for last are shown; items say something else
 *   failed (const char *why)   they could not be sorted; what was there before stays
 */
#define SEMA_TYPE_PAIR_MODEL (sema_pair_model_get_type ())
G_DECLARE_FINAL_TYPE (SemaPairModel, sema_pair_model, SEMA, PAIR_MODEL, GObject)

SemaPairModel *sema_pair_model_new (void);
void           sema_pair_model_show (SemaPairModel *self, SemaPairList *list, SemaPairColumn column, gboolean descending);
SemaPairList  *sema_pair_model_get_list (SemaPairModel *self);
gint64         sema_pair_model_find (SemaPairModel *self, const char *a, const char *b);

/**
 * SemaPairPrint: makes a text of pairs, such as sema_pair_text_print().
 */
typedef GBytes *(*SemaPairPrint) (const SemaPairList *list, const guint32 *order, SemaProgress *progress, GError **error);

void    sema_pair_model_print_async (SemaPairModel *self, SemaPairPrint print, GAsyncReadyCallback callback, gpointer user_data);
GBytes *sema_pair_model_print_finish (SemaPairModel *self, GAsyncResult *result, GError **error);

G_END_DECLS
