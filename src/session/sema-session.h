/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sema-analogy.h"
#include "sema-camera.h"
#include "sema-formats.h"
#include "sema-looks.h"
#include "sema-place-picture.h"
#include "sema-projection.h"
#include "sema-recipe.h"
#include "sema-target.h"
#include "sema-vectors-place.h"

G_BEGIN_DECLS

#define SEMA_TYPE_SESSION (sema_session_get_type ())
G_DECLARE_FINAL_TYPE (SemaSession, sema_session, SEMA, SESSION, GObject)

/* Properties, all read only and notified in the main context:
 *   set          pointer   the SemaSet that is open, or NULL
 *   path         string    where it came from
 *   loading      boolean   whether a file is being opened
 *   load-name    string    display name of that file
 *   recipe       pointer   the SemaRecipe that is asked for, never NULL
 *   projection   pointer   what it comes to, or NULL without a set; a new one replaces it when it is whole
 *   busy         boolean   whether the projection shown is behind the recipe
 *   can-undo, can-redo     boolean
 *   undo-label, redo-label string, what would be undone, such as "Add words"
 *   focus        string    the word that is looked at, or NULL
 *   looks        pointer   the SemaLooks: what the window shows, and how
 *   picture      pointer   the SemaPlacePicture of the place that is shown, or NULL; a new one replaces it when it is whole
 *   selected     boxed     GStrv of the selected words, the focus among them
 *   target       pointer   the SemaTarget of the expression that is asked about, or NULL
 * Signals:
 *   load-failed (GError *error, char *name)  the old set stays
 *   projection-failed (GError *error)        the old projection stays
 *   loaded      ()                           a new set is open; its warnings are told by the set
 */

SemaSession *sema_session_new (void);

void   sema_session_open (SemaSession *self, const char *path);
void   sema_session_open_first (SemaSession *self, const char *path, guint64 most_rows);
void   sema_session_open_with (SemaSession *self, const char *path, const SemaFormatsOptions *options);
void   sema_session_open_at (SemaSession *self, const char *path, const SemaFormatsOptions *options, const SemaCamera *camera);
void   sema_session_open_model (SemaSession *self, const char *path, const char *part, const char *tokenizer);
void   sema_session_cancel_open (SemaSession *self);
void   sema_session_set_keep_most (SemaSession *self, guint64 n_bytes);
double sema_session_get_open_fraction (SemaSession *self);

SemaSet                *sema_session_get_set (SemaSession *self);
const char             *sema_session_get_path (SemaSession *self);
const SemaVectorsPlace *sema_session_get_place (SemaSession *self);
guint64                 sema_session_get_most_rows (SemaSession *self);
const char             *sema_session_get_part (SemaSession *self);
const char             *sema_session_get_tokenizer (SemaSession *self);
gboolean                sema_session_get_loading (SemaSession *self);
const char             *sema_session_get_load_path (SemaSession *self);
const char             *sema_session_get_load_name (SemaSession *self);
const char             *sema_session_get_load_part (SemaSession *self);
const SemaRecipe       *sema_session_get_recipe (SemaSession *self);
SemaProjection         *sema_session_get_projection (SemaSession *self);
gboolean                sema_session_get_busy (SemaSession *self);
double                  sema_session_get_map_fraction (SemaSession *self);

void              sema_session_commit (SemaSession *self, const SemaRecipe *recipe, const char *label);
void              sema_session_undo (SemaSession *self);
const SemaRecipe *sema_session_get_undone (SemaSession *self);
void              sema_session_redo (SemaSession *self);

const char        *sema_session_get_focus (SemaSession *self);
const char *const *sema_session_get_selected (SemaSession *self);
gboolean           sema_session_is_selected (SemaSession *self, const char *word);
void               sema_session_select (SemaSession *self, const char *const *words, const char *focus);

const SemaLooks *sema_session_get_looks (SemaSession *self);
void             sema_session_set_looks (SemaSession *self, const SemaLooks *looks);

SemaPlacePicture *sema_session_get_picture (SemaSession *self);
const char       *sema_session_get_picture_problem (SemaSession *self);

void     sema_session_get_camera (SemaSession *self, SemaCamera *camera);
void     sema_session_set_camera (SemaSession *self, const SemaCamera *camera);
void     sema_session_set_frame (SemaSession *self, const SemaFrame *frame);
void     sema_session_get_region (SemaSession *self, SemaRegion *region);
gboolean sema_session_take_told_camera (SemaSession *self);

/* Questions, answered in a thread about the set that was open when they were asked. A cancelled one reports
 * %G_IO_ERROR_CANCELLED; without a set the lists are empty. */
void       sema_session_complete_async (SemaSession *self, const char *typed, gsize max, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *sema_session_complete_finish (SemaSession *self, GAsyncResult *result, GError **error);
void       sema_session_spell_async (SemaSession *self, const char *typed, gsize max, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *sema_session_spell_finish (SemaSession *self, GAsyncResult *result, GError **error);

/**
 * SemaAnswer: one word of an answer; @word is NUL-terminated bytes, @label is for the screen.
 */
typedef struct
{
  char   *word;
  char   *label;
  guint64 row;
  double  score;
} SemaAnswer;

void       sema_session_neighbours_async (SemaSession *self, const char *word, gsize k, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *sema_session_neighbours_finish (SemaSession *self, GAsyncResult *result, GError **error);
void       sema_session_analogy_async (SemaSession *self, const char *a, const char *b, const char *c, gsize k, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *sema_session_analogy_finish (SemaSession *self, GAsyncResult *result, GError **error);
void       sema_session_odd_async (SemaSession *self, const char *const *words, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *sema_session_odd_finish (SemaSession *self, GAsyncResult *result, GError **error);
void       sema_session_answer_async (SemaSession *self, const SemaTerm *terms, gsize n_terms, const SemaAnalogyOptions *options, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *sema_session_answer_finish (SemaSession *self, GAsyncResult *result, GError **error);

void        sema_session_set_target (SemaSession *self, const SemaTerm *terms, gsize n_terms, const SemaQueryKind *kind, const GPtrArray *answers);
void        sema_session_drop_target (SemaSession *self);
SemaTarget *sema_session_get_target (SemaSession *self);

G_END_DECLS
