/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "sema-set.h"

G_BEGIN_DECLS

/* Files of a test: written to a folder of their own that goes away with sema_test_files_remove(). */

const char *sema_test_files_folder (void);
void        sema_test_files_remove (void);
char       *sema_test_files_write (const char *name, gconstpointer bytes, gsize n_bytes);
char       *sema_test_files_data (const char *name);
GByteArray *sema_test_files_read (const char *name);
void        sema_test_files_assert_holds (const char *path, const char *expected);
guint       sema_test_files_count (const char *path);

/**
 * SemaTestPlace:
 * @directory: the folder of the test program, empty when the case begins
 * @path: where the case writes a file in it
 *
 * What a case has that looks for what is left over.
 */
typedef struct
{
  const char *directory;
  char       *path;
} SemaTestPlace;

void sema_test_place_set_up (SemaTestPlace *place, gconstpointer name);
void sema_test_place_tear_down (SemaTestPlace *place, gconstpointer name);

/* A case that gets a place for a file of this base name. */
#define SEMA_TEST_ADD_WITH_PLACE(path, name, func) g_test_add (path, SemaTestPlace, name, sema_test_place_set_up, func, sema_test_place_tear_down)

/* Bytes put together. */
GByteArray *sema_test_bytes (const char *text);
void        sema_test_append (GByteArray *bytes, gconstpointer more, gsize n_bytes);
void        sema_test_append_text (GByteArray *bytes, const char *text);
void        sema_test_append_zeros (GByteArray *bytes, gsize n_bytes);
void        sema_test_append_record (GByteArray *bytes, const char *word, gssize length, const float *values, gsize dim, gboolean with_feed);
GByteArray *sema_test_gzip (gconstpointer bytes, gsize n_bytes);

/* Sets as they come out. */
SemaSet *sema_test_load (const char *name, gconstpointer bytes, gsize n_bytes, GError **error);
SemaSet *sema_test_load_text (const char *text);
void     sema_test_assert_refused (const char *name, gconstpointer bytes, gsize n_bytes, GQuark domain, int code, const char *part);
void     sema_test_assert_row (SemaSet *set, guint64 row, const char *word, gssize length, gsize dim, const SemaFloat *values);
void     sema_test_assert_same (SemaSet *set, SemaSet *other);
gboolean sema_test_has_warning (SemaSet *set, const char *part);
void     sema_test_assert_warning (SemaSet *set, const char *part);
void     sema_test_assert_no_warnings (SemaSet *set);
guint    sema_test_count_descriptors (void);

G_END_DECLS
