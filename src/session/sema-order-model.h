/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sema-progress.h"

G_BEGIN_DECLS

/**
 * SemaOrderTable:
 * @ref: one owner more of a table
 * @unref: one less; any thread
 * @sort: in a thread: the rows that @filter lets through, sorted by a column, a block of sema-memory.h, and how many they are
 *
 * The rest is for those who show such tables as sema-order-view does, and may be left out by others:
 *
 * @n_columns: how many columns are shown
 * @get_title: what stands over a column, translated
 * @is_text: whether a column has words; else numbers
 * @print_cell: what is shown of a row in a column, UTF-8; any thread
 * @dup_word: bytes of the word that a row is of
 * @print_csv: rows as a table (RFC 4180); any thread
 *
 * A kind of table whose rows are listed. A table itself does not change.
 */
typedef struct
{
  gpointer (*ref) (gpointer table);
  void (*unref) (gpointer table);
  guint32 *(*sort) (gpointer table, guint column, gboolean descending, guint filter, guint32 *n, SemaProgress *progress, GError **error);

  guint n_columns;
  const char *(*get_title) (guint column);
  gboolean (*is_text) (guint column);
  char *(*print_cell) (gpointer table, guint32 row, guint column);
  char *(*dup_word) (gpointer table, guint32 row);
  GBytes *(*print_csv) (gpointer table, const guint32 *rows, guint32 n, SemaProgress *progress, GError **error);
} SemaOrderTable;

#define SEMA_TYPE_ORDER_ITEM (sema_order_item_get_type ())
G_DECLARE_FINAL_TYPE (SemaOrderItem, sema_order_item, SEMA, ORDER_ITEM, GObject)

gpointer sema_order_item_get_table (SemaOrderItem *self, guint32 *row);

/* A GListModel of SemaOrderItems, which are made when they are asked for: places in the order, whatever rows these have.
 * Signals:
 *   sorted ()                  the rows that were asked for last are shown; items say something else
 *   failed (const char *why)   they could not be sorted; what was there before stays
 */
#define SEMA_TYPE_ORDER_MODEL (sema_order_model_get_type ())
G_DECLARE_FINAL_TYPE (SemaOrderModel, sema_order_model, SEMA, ORDER_MODEL, GObject)

SemaOrderModel       *sema_order_model_new (const SemaOrderTable *kind);
const SemaOrderTable *sema_order_model_get_kind (SemaOrderModel *self);
void                  sema_order_model_show (SemaOrderModel *self, gpointer table, guint column, gboolean descending, guint filter);
/**
 * SemaOrderPrint: makes a text of (n) rows of a table, in a thread; UTF-8
 */
typedef GBytes *(*SemaOrderPrint) (gpointer table, const guint32 *order, guint32 n, SemaProgress *progress, GError **error);

void    sema_order_model_print_async (SemaOrderModel *self, SemaOrderPrint print, GAsyncReadyCallback callback, gpointer user_data);
GBytes *sema_order_model_print_finish (SemaOrderModel *self, GAsyncResult *result, GError **error);

gpointer       sema_order_model_get_table (SemaOrderModel *self);
const guint32 *sema_order_model_get_order (SemaOrderModel *self, guint32 *n);

G_END_DECLS
