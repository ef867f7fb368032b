/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-data-dir.h"

/**
 * sema_data_dir_build:
 * @folder: such as "samples"
 * @file: a file in it
 *
 * Returns: (transfer full): path of a data file that comes with the program: below $SEMASCOPE_DATA where that is set, as
 *   when running from the build, else where it was installed
 */
char *
sema_data_dir_build (const char *folder, const char *file)
{
  const char *set = g_getenv ("SEMASCOPE_DATA");

  return g_build_filename (set != NULL && *set != 0 ? set : SEMA_DATA_DIR, folder, file, NULL);
}
