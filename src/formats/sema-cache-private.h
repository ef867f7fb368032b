/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "sema-cache.h"

G_BEGIN_DECLS

/* The file of the cache: this header, then the sections, each at a multiple of 64 bytes. It is of this machine and of this
 * version: anything else is read anew from its source. */

#define SEMA_CACHE_MAGIC "SemaCach"
#define SEMA_CACHE_VERSION 1
#define SEMA_CACHE_BYTE_ORDER 0x01020304
#define SEMA_CACHE_ENDING ".vectors"
#define SEMA_CACHE_PIECE ((guint64)1024 * 1024) /* bytes of the rows that are hashed, and written, at a time */

/**
 * SemaCacheSection:
 * @SEMA_CACHE_ROWS: (n_rows, dim) float32
 * @SEMA_CACHE_NORMS: (n_rows) double
 * @SEMA_CACHE_STARTS: (n_rows + 1) guint64, of each word in the next section, and the end of the last
 * @SEMA_CACHE_WORDS: the words, a NUL after each
 * @SEMA_CACHE_TEXTS: the format and the compression of the source, a NUL after each
 */
typedef enum {
  SEMA_CACHE_ROWS,
  SEMA_CACHE_NORMS,
  SEMA_CACHE_STARTS,
  SEMA_CACHE_WORDS,
  SEMA_CACHE_TEXTS,
  SEMA_CACHE_N_SECTIONS,
} SemaCacheSection;

/**
 * SemaCacheHeader:
 * @sizes: bytes of each section
 * @checks: a hash of each section; of the rows it is a hash of the hashes of their pieces
 * @check: a hash of all before it
 */
typedef struct
{
  char         magic[8];
  guint32      version;
  guint32      byte_order;
  SemaCacheKey key;
  guint64      n_rows;
  guint64      dim;
  guint64      sizes[SEMA_CACHE_N_SECTIONS];
  guint64      checks[SEMA_CACHE_N_SECTIONS];
  guint64      check;
} SemaCacheHeader;

typedef void (*SemaCacheVisit) (const char *path, const GStatBuf *status, gpointer data);

guint64 sema_cache_hash (gconstpointer bytes, gsize n_bytes);
guint64 sema_cache_check_header (const SemaCacheHeader *header);
guint64 sema_cache_get_place (const SemaCacheHeader *header, SemaCacheSection section);
char   *sema_cache_build_path (const char *folder, const char *path);
void    sema_cache_visit (const char *folder, SemaCacheVisit visit, gpointer data);

G_END_DECLS
