/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaFormatError:
 * @SEMA_FORMAT_ERROR_IO: the file cannot be read: missing, forbidden, no ordinary file, a failing disk
 * @SEMA_FORMAT_ERROR_UNKNOWN: the bytes are of no format that opens here; the message names what they seem to be
 * @SEMA_FORMAT_ERROR_DAMAGED: of a known format, but nothing whole can be had from it; the message has the line or byte
 * @SEMA_FORMAT_ERROR_WRITE: the file cannot be written; the old one is as it was
 * @SEMA_FORMAT_ERROR_WORD: the file cannot be written in this format with this word, see SemaSavedMisfits; the old one is as it was
 * @SEMA_FORMAT_ERROR_PARTS: there are several files in it, of which one must be chosen: see sema_archive_list()
 *
 * Why a file did not open, or was not written. Out of memory and cancelled are SemaCoreError.
 */
typedef enum {
  SEMA_FORMAT_ERROR_IO,
  SEMA_FORMAT_ERROR_UNKNOWN,
  SEMA_FORMAT_ERROR_DAMAGED,
  SEMA_FORMAT_ERROR_WRITE,
  SEMA_FORMAT_ERROR_WORD,
  SEMA_FORMAT_ERROR_PARTS,
} SemaFormatError;

#define SEMA_FORMAT_ERROR (sema_format_error_quark ())
GQuark sema_format_error_quark (void);

/**
 * SemaFormatsOptions:
 * @most_rows: how many rows are wanted, from the first on; 0: all
 * @plus: (nullable) (array zero-terminated=1): words that will be asked with as soon as the file is open…
 * @minus: (nullable) (array zero-terminated=1): …by sema_analogy_find(): where the rows come from a file that is mapped they are
 *   at hand once, and multiplied then, see sema_set_get_products(); each question after that reads the whole file again
 * @part: (nullable): name of what is wanted, where the file has several: a matrix of a model, a file of an archive; %NULL: the one that
 *   looks like it, or the only one
 * @tokenizer: (nullable): file name of the tokenizer whose tokens the rows of a model are; %NULL: the one beside the file
 *
 * What is wanted of a file. All is borrowed.
 */
typedef struct
{
  guint64            most_rows;
  const char *const *plus;
  const char *const *minus;
  const char        *part;
  const char        *tokenizer;
} SemaFormatsOptions;

SemaSet *sema_formats_load_with (const char *path, const SemaFormatsOptions *options, SemaProgress *progress, GError **error);
char    *sema_formats_name_first (const char *name, guint64 n_rows);
SemaSet *sema_formats_load (const char *path, SemaProgress *progress, GError **error);

/* For the formats: of so many rows as many as are wanted. */
static inline guint64
sema_formats_limit (const SemaFormatsOptions *self, guint64 n_rows)
{
  return self->most_rows > 0 ? MIN (self->most_rows, n_rows) : n_rows;
}

G_END_DECLS
