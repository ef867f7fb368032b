/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-formats.h"
#include "sema-set-builder.h"
#include "sema-source.h"

G_BEGIN_DECLS

/**
 * SemaVerdict:
 * @SEMA_VERDICT_OTHER: the bytes are not of this format
 * @SEMA_VERDICT_MINE: they are
 * @SEMA_VERDICT_FAILED: looking at them failed, or they are of this format and hopeless; the error is set
 */
typedef enum {
  SEMA_VERDICT_OTHER,
  SEMA_VERDICT_MINE,
  SEMA_VERDICT_FAILED,
} SemaVerdict;

/**
 * SemaFormat:
 * @id: its name for programs
 * @sniff: looks at the first bytes and takes none
 * @load: reads the source to its end, or as far as is wanted: gives the rows and what is to be warned of, or %NULL with the error
 *
 * A format that opens. A new one is a file with one of these, and a line in sema-formats.c.
 */
typedef struct
{
  const char *id;
  SemaVerdict (*sniff) (SemaSource *source, GError **error);
  SemaSetBuilder *(*load) (SemaSource *source, const SemaFormatsOptions *options, GError **error);
} SemaFormat;

/* For what finds a source elsewhere than in a file of its own. */
gboolean sema_formats_recognise_source (SemaSource *source, GError **error);
SemaSet *sema_formats_load_source (const char *name, SemaSource *source, const SemaFormatsOptions *options, SemaProgress *progress, GError **error);

/* For what is written: whether it will be read as what it is. */
gboolean sema_formats_check_kind (const char *path, const SemaFormat *format, gsize dim, gboolean *is_kind, GError **error);

extern const SemaFormat sema_format_word2vec_binary;
extern const SemaFormat sema_format_word2vec_text;
extern const SemaFormat sema_format_glove_text;
extern const SemaFormat sema_format_projector;
extern const SemaFormat sema_format_projector_config;
extern const SemaFormat sema_format_projector_bytes;

G_END_DECLS
