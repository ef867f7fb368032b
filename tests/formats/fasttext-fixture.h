/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-set.h"
#include "sema-tensors.h"

G_BEGIN_DECLS

/* The stored models of fastText, and what fastText has of them. */

#define FASTTEXT_FIXTURE_N_FILES 9

char       *fasttext_fixture_path (const char *name);
GByteArray *fasttext_fixture_read (const char *name);
SemaSet    *fasttext_fixture_load (const char *path, GError **error);
SemaSet    *fasttext_fixture_load_bytes (const char *name, GByteArray *bytes, GError **error);
guint       fasttext_fixture_compare (void);

G_END_DECLS
