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
 *
 * Why a file did not open. Out of memory and cancelled are SemaCoreError.
 */
typedef enum {
  SEMA_FORMAT_ERROR_IO,
  SEMA_FORMAT_ERROR_UNKNOWN,
  SEMA_FORMAT_ERROR_DAMAGED,
} SemaFormatError;

#define SEMA_FORMAT_ERROR (sema_format_error_quark ())
GQuark sema_format_error_quark (void);

SemaSet *sema_formats_load (const char *path, SemaProgress *progress, GError **error);

G_END_DECLS
