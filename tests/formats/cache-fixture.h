/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-cache.h"

G_BEGIN_DECLS

/* A folder for copies, and small files of vectors to keep in it: NaN, a row of zeros, a repeated word, a denormal. */

#define CACHE_FIXTURE_TEXT "king 1 0 0.5\nqueen 0.9 nan 0\n\303\266l 0 0 0\nking 1e-40 3 2\n"

char    *cache_fixture_get_folder (void);
guint    cache_fixture_count_files (const char *folder);
char    *cache_fixture_find_copy (const char *folder);
char    *cache_fixture_write (const char *name);
SemaSet *cache_fixture_load (const char *folder, const char *path);
SemaSet *cache_fixture_store (const char *folder, const char *path);
void     cache_fixture_assert_same (SemaSet *set, SemaSet *other);

G_END_DECLS
