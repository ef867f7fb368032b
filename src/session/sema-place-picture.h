/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-asked-question.h"
#include "sema-export.h"
#include "sema-looks.h"
#include "sema-recipe.h"

G_BEGIN_DECLS

/**
 * SemaPlacePictureError:
 * @SEMA_PLACE_PICTURE_ERROR_TOO_FEW: of the chosen words too few are in the file
 * @SEMA_PLACE_PICTURE_ERROR_NO_QUESTION: there is no question that can be asked of this file
 *
 * Why there is nothing to show. The messages say what to do.
 */
typedef enum {
  SEMA_PLACE_PICTURE_ERROR_TOO_FEW,
  SEMA_PLACE_PICTURE_ERROR_NO_QUESTION,
} SemaPlacePictureError;

#define SEMA_PLACE_PICTURE_ERROR (sema_place_picture_error_quark ())
GQuark sema_place_picture_error_quark (void);

/**
 * SemaPlacePicture:
 *
 * What a place of the window other than the map comes to: a heat map, and which word each of its rows is; with the list of pairs,
 * where that is shown. Read only once made, and shared by reference between threads.
 */
typedef struct _SemaPlacePicture SemaPlacePicture;

SemaPlacePicture *sema_place_picture_new (SemaSet *set, const SemaRecipe *recipe, const SemaLooks *looks, SemaProgress *progress, GError **error);
SemaPlacePicture *sema_place_picture_ref (SemaPlacePicture *self);
void              sema_place_picture_unref (SemaPlacePicture *self);

void               sema_place_picture_get_subject (const SemaPlacePicture *self, SemaExportSubject *subject);
const SemaHeatmap *sema_place_picture_get_heatmap (const SemaPlacePicture *self);
const SemaRuler   *sema_place_picture_get_ruler (const SemaPlacePicture *self);
const char        *sema_place_picture_get_word (const SemaPlacePicture *self, gsize row);
SemaPairList      *sema_place_picture_get_pairs (const SemaPlacePicture *self);
guint64            sema_place_picture_get_n_absent (const SemaPlacePicture *self);
gboolean           sema_place_picture_compare (const SemaPlacePicture *self, gsize row, gsize column, SemaPair *pair);
gssize             sema_place_picture_find_word (const SemaPlacePicture *self, const char *word);

gsize                    sema_place_picture_get_n_asked (const SemaPlacePicture *self);
const SemaAskedQuestion *sema_place_picture_get_asked (const SemaPlacePicture *self, gsize index);
const char              *sema_place_picture_get_question (const SemaPlacePicture *self, gsize column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaPlacePicture, sema_place_picture_unref)

G_END_DECLS
