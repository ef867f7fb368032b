/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word is bytes; these are the ways to show it. */

#define SEMA_WORD_BLANK "␣"   /* a blank that would not be seen */
#define SEMA_WORD_ROW_SIZE 24 /* bytes of sema_word_name_row(), its NUL counted */

char  *sema_word_to_utf8 (const char *word, gsize length);
char **sema_word_split (const char *text);
char  *sema_word_from_label (const char *text);
char  *sema_word_to_label (const char *word, gsize length);
gsize  sema_word_name_row (char name[SEMA_WORD_ROW_SIZE], guint64 row);

G_END_DECLS
