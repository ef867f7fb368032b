/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-set.h"

G_BEGIN_DECLS

/* Values that another tool gave, in tests/data/reference, and the sample that it was asked about. */

#define STORED_MOST_ROWS 8

SemaSet *stored_load_sample (void);
char   **stored_read_lines (const char *folder, const char *name);
double   stored_parse (const char *text);
guint64  stored_find_row (const SemaSet *set, const char *word);
gsize    stored_find_rows (const SemaSet *set, const char *words, guint64 rows[STORED_MOST_ROWS]);

G_END_DECLS
