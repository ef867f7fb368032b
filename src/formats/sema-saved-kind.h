/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-atomic-file.h"
#include "sema-format.h"
#include "sema-saved-rows.h"

G_BEGIN_DECLS

/**
 * SemaSavedKind:
 * @format: what the file will be recognised as, by its first bytes
 * @dim: numbers of a row, of a text; 0: of no matter
 * @clause: what is said of the first words where it is not, translated, such as “would be read as something else”
 *
 * What a file must be when all of it is written. All is borrowed.
 */
typedef struct
{
  const SemaFormat *format;
  gsize             dim;
  const char       *clause;
} SemaSavedKind;

gboolean sema_saved_kind_commit (const SemaSavedKind *self, SemaAtomicFile *file, const SemaSavedRows *rows, const char *path, GError **error);

G_END_DECLS
