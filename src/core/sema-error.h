/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaCoreError:
 * @SEMA_CORE_ERROR_NO_MEMORY: the block asked for is not to be had, or lies over the budget; the message has the numbers
 * @SEMA_CORE_ERROR_CANCELLED: the progress given was cancelled; nobody needs to be told
 * @SEMA_CORE_ERROR_LOST: the file that holds the vectors was cut, or its disk has gone
 *
 * What can fail below the file formats. Every room reports a cancelled job with the second one.
 */
typedef enum {
  SEMA_CORE_ERROR_NO_MEMORY,
  SEMA_CORE_ERROR_CANCELLED,
  SEMA_CORE_ERROR_LOST,
} SemaCoreError;

#define SEMA_CORE_ERROR (sema_core_error_quark ())
GQuark sema_core_error_quark (void);

void sema_set_cancelled (GError **error);

/* Of %SEMA_CORE_ERROR_NO_MEMORY, when it was met while rows were added: how many would fit. */
void    sema_error_set_fitting_rows (GError *error, guint64 n_rows);
guint64 sema_error_get_fitting_rows (const GError *error);

G_END_DECLS
