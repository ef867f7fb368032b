/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-file.h"

G_BEGIN_DECLS

/**
 * SemaGzip:
 *
 * What a gzip file (RFC 1952) of any number of members holds, or deflate data alone, read from front to back. Damage ends the data and
 * is told at the end: what came before it has been given out already.
 */
typedef struct _SemaGzip SemaGzip;

/**
 * SemaGzipEnd:
 * @SEMA_GZIP_END_GOOD: after a whole member, or not reached yet
 * @SEMA_GZIP_END_CUT: the file ends inside a member
 * @SEMA_GZIP_END_BROKEN: bytes that cannot be deflate data
 * @SEMA_GZIP_END_TRAILER: bytes after the last member that are no gzip
 *
 * How the data end.
 */
typedef enum {
  SEMA_GZIP_END_GOOD,
  SEMA_GZIP_END_CUT,
  SEMA_GZIP_END_BROKEN,
  SEMA_GZIP_END_TRAILER,
} SemaGzipEnd;

/**
 * SemaGzipDamage:
 * @end: how the data end
 * @at: byte of the compressed file where they do, unless they end well
 * @n_left: bytes of the file from there on
 * @n_mismatches: members whose CRC or length is wrong
 *
 * What was found wrong so far. All zeros: nothing.
 */
typedef struct
{
  SemaGzipEnd end;
  guint64     at;
  guint64     n_left;
  guint64     n_mismatches;
} SemaGzipDamage;

gboolean  sema_gzip_is_magic (const guint8 *bytes, gsize n_bytes);
SemaGzip *sema_gzip_new (SemaFile *file, GError **error);
SemaGzip *sema_gzip_new_raw (SemaFile *file, guint64 n_bytes, guint32 check, GError **error);
void      sema_gzip_free (SemaGzip *self);

gboolean sema_gzip_read (SemaGzip *self, guint8 *buffer, gsize n_bytes, gsize *n_read, GError **error);

const SemaGzipDamage *sema_gzip_get_damage (const SemaGzip *self);
gboolean              sema_gzip_damage_is_cut (const SemaGzipDamage *self);
void                  sema_gzip_damage_describe (const SemaGzipDamage *self, GPtrArray *sentences);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaGzip, sema_gzip_free)

G_END_DECLS
