/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-error.h"

#include <glib/gi18n-lib.h>

/**
 * sema_core_error_quark:
 *
 * Returns: the domain of #SemaCoreError
 */
G_DEFINE_QUARK (sema_core_error, sema_core_error)

/**
 * sema_set_cancelled:
 * @error: (out) (optional): where the error goes, %NULL when nobody asks
 *
 * Reports a job that stopped because its progress was cancelled: %SEMA_CORE_ERROR_CANCELLED.
 */
void
sema_set_cancelled (GError **error)
{
  g_set_error_literal (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED, _ ("The work was cancelled."));
}
