/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

/* Properties:
 *   session     SemaSession  whose picture is shown
 *   text-scale  double       size of texts, 1 is normal
 */
#define SEMA_TYPE_PICTURE_VIEW (sema_picture_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (SemaPictureView, sema_picture_view, SEMA, PICTURE_VIEW, GtkWidget)

/**
 * SemaPictureViewClass:
 * @can_show: whether it knows what to do with such a picture
 * @prepare: (nullable): finds in a thread what @took needs to know of a picture that is drawn in this way
 * @forget_prepared: frees what @prepare gave
 * @took: another picture is shown, or the same in another size; @is_new tells which; @prepared is from @prepare, transfer full
 * @outline_word: outlines a selected word, where it is shown
 * @outline_spot: outlines what is under the pointer or the keyboard
 * @describe: (transfer full) (nullable): what is under the pointer or the keyboard
 * @point: the pointer went to a place, logical units; away from the picture when both are negative
 * @step: the keyboard goes on by so many, 1 or -1, to the right or down
 * @activate: what is under the pointer or the keyboard was clicked, or Enter was pressed on it
 */
struct _SemaPictureViewClass
{
  GtkWidgetClass parent_class;

  gboolean (*can_show) (const SemaPlacePicture *picture);
  gpointer (*prepare) (const SemaPlacePicture *picture, const SemaExportOptions *options);
  GDestroyNotify forget_prepared;
  void (*took) (SemaPictureView *self, gboolean is_new, gpointer prepared);
  void (*outline_word) (SemaPictureView *self, GtkSnapshot *snapshot, const char *word);
  void (*outline_spot) (SemaPictureView *self, GtkSnapshot *snapshot);
  char *(*describe) (SemaPictureView *self);
  void (*point) (SemaPictureView *self, double x, double y);
  void (*step) (SemaPictureView *self, int right, int down);
  void (*activate) (SemaPictureView *self);
};

SemaSession             *sema_picture_view_get_session (SemaPictureView *self);
SemaPlacePicture        *sema_picture_view_get_picture (SemaPictureView *self);
const SemaExportOptions *sema_picture_view_get_options (SemaPictureView *self);
void                     sema_picture_view_outline (SemaPictureView *self, GtkSnapshot *snapshot, const SemaFrame *frame, gboolean is_selected);
void                     sema_picture_view_say (SemaPictureView *self, const char *label);

G_END_DECLS
