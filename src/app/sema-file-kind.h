/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaFileKind:
 * @SEMA_FILE_VECTORS: word vectors, or anything whose trouble the readers should explain
 * @SEMA_FILE_WORD_LIST: words, one a line
 * @SEMA_FILE_SESSION: a session saved by the program
 *
 * What somebody may drop on the window.
 */
typedef enum {
  SEMA_FILE_VECTORS,
  SEMA_FILE_WORD_LIST,
  SEMA_FILE_SESSION,
} SemaFileKind;

SemaFileKind sema_file_kind_guess (const char *path);

G_END_DECLS
