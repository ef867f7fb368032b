/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaVectorsPlaceError:
 * @SEMA_VECTORS_PLACE_ERROR_MISSING: the file is nowhere where it was looked for
 * @SEMA_VECTORS_PLACE_ERROR_DIFFERENT: there is a file of its name, but it holds something else
 */
typedef enum {
  SEMA_VECTORS_PLACE_ERROR_MISSING,
  SEMA_VECTORS_PLACE_ERROR_DIFFERENT,
} SemaVectorsPlaceError;

#define SEMA_VECTORS_PLACE_ERROR (sema_vectors_place_error_quark ())
GQuark sema_vectors_place_error_quark (void);

/**
 * SemaVectorsPlace:
 * @uri: (nullable): where the file was
 * @name: (nullable): its base name, UTF-8
 * @size: its bytes; 0 where that is not known
 * @sample: (nullable): the SHA-256 of its first, middle and last 64 KiB, hexadecimal
 *
 * What finds a file of vectors again after it moved, on this machine or another.
 */
typedef struct
{
  char   *uri;
  char   *name;
  guint64 size;
  char   *sample;
} SemaVectorsPlace;

SemaVectorsPlace *sema_vectors_place_new (const char *path);
void              sema_vectors_place_free (SemaVectorsPlace *self);
gboolean          sema_vectors_place_is_known (const SemaVectorsPlace *self);
char             *sema_vectors_place_find (const SemaVectorsPlace *self, const char *beside, const char *const *folders, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaVectorsPlace, sema_vectors_place_free)

G_END_DECLS
