/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SemaRecent: keeps a section of a menu in step with the word vectors opened last.
 */
typedef struct _SemaRecent SemaRecent;

SemaRecent *sema_recent_new (GMenu *section);
void        sema_recent_free (SemaRecent *self);

void   sema_recent_add (const char *path);
char **sema_recent_get_folders (void);

G_END_DECLS
