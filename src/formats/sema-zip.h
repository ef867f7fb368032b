/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensor-bytes.h"

G_BEGIN_DECLS

/**
 * SemaZipEntry:
 * @name: bytes, not NUL-terminated
 * @length: how many
 * @header: where in the archive its own header is
 * @data: where its bytes are
 * @n_stored: how many bytes it takes there
 * @n_bytes: how many it has
 * @check: their CRC
 * @is_deflated: whether they are compressed; if not, they lie in the archive as they are
 *
 * What lies in a zip archive under a name.
 */
typedef struct
{
  const char *name;
  gsize       length;
  guint64     header;
  guint64     data;
  guint64     n_stored;
  guint64     n_bytes;
  guint32     check;
  gboolean    is_deflated;
} SemaZipEntry;

/**
 * SemaZip:
 *
 * The directory of a zip archive.
 */
typedef struct _SemaZip SemaZip;

#define SEMA_ZIP_MAX_ENTRIES 1000000

SemaZip *sema_zip_open (SemaTensorBytes *bytes, GError **error);
void     sema_zip_free (SemaZip *self);

guint64             sema_zip_get_n (const SemaZip *self);
const SemaZipEntry *sema_zip_peek (const SemaZip *self, guint64 index);
void                sema_zip_place (const SemaZipEntry *entry, GArray *members, guint32 *part, guint64 *offset);
gboolean            sema_zip_read (SemaTensorBytes *bytes, const SemaZipEntry *entry, guint8 *buffer, guint64 n_bytes, SemaProgress *progress, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaZip, sema_zip_free)

G_END_DECLS
