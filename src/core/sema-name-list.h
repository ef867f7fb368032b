/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaNameList:
 * @text: (nullable): the first names
 * @n: how many there are
 *
 * Names to choose from, for a sentence about a wrong one. One that is all zero is empty.
 */
typedef struct
{
  GString *text;
  guint64  n;
} SemaNameList;

void  sema_name_list_add (SemaNameList *self, const char *name, gsize length);
char *sema_name_list_print (SemaNameList *self);

G_END_DECLS
