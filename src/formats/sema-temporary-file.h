/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

/**
 * SemaTemporaryFile:
 * @fd: to write to, as long as it is open; else -1
 * @path: (nullable): where its bytes are; %NULL where nothing is left of it
 * @target: the name that it is for
 * @has_name: whether @path is a name in a directory, that stays when this process ends
 * @old_path: (nullable): where that is which had the name of @target, see sema_temporary_file_withdraw_old()
 *
 * A file that is to take the place of another. Where the file system can, it has no name while it is written: nothing is left of it when
 * this process is killed.
 */
typedef struct
{
  int      fd;
  char    *path;
  char    *target;
  gboolean has_name;
  char    *old_path;
} SemaTemporaryFile;

int  sema_temporary_file_open (SemaTemporaryFile *self, const char *target, mode_t mode);
int  sema_temporary_file_sync (SemaTemporaryFile *self);
int  sema_temporary_file_name (SemaTemporaryFile *self);
int  sema_temporary_file_withdraw_old (SemaTemporaryFile *self);
int  sema_temporary_file_place (SemaTemporaryFile *self);
void sema_temporary_file_clear (SemaTemporaryFile *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaTemporaryFile, sema_temporary_file_clear)

G_END_DECLS
