/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-error.h"

#include <glib/gi18n-lib.h>

/* What a #SemaCoreError holds besides its message. */
typedef struct
{
  guint64 n_fitting; /* rows; 0: not known */
} SemaCoreErrorPrivate;

static void
sema_core_error_private_init (SemaCoreErrorPrivate *self)
{
  self->n_fitting = 0;
}

static void
sema_core_error_private_copy (const SemaCoreErrorPrivate *self, SemaCoreErrorPrivate *copy)
{
  *copy = *self;
}

static void
sema_core_error_private_clear (SemaCoreErrorPrivate *self)
{
}

/**
 * sema_core_error_quark:
 *
 * Returns: the domain of #SemaCoreError
 */
G_DEFINE_EXTENDED_ERROR (SemaCoreError, sema_core_error)

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

/**
 * sema_error_set_fitting_rows:
 * @error: (nullable): an error, of any kind
 * @n_rows: how many of the first rows of the file there would be memory for
 *
 * Notes in %SEMA_CORE_ERROR_NO_MEMORY what could be opened instead, so that it can be offered. Other errors stay as they are.
 */
void
sema_error_set_fitting_rows (GError *error, guint64 n_rows)
{
  if (g_error_matches (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY))
    sema_core_error_get_private (error)->n_fitting = n_rows;
}

/**
 * sema_error_get_fitting_rows:
 * @error: an error, of any kind
 *
 * Returns: what sema_error_set_fitting_rows() noted; 0 when there is nothing to offer
 */
guint64
sema_error_get_fitting_rows (const GError *error)
{
  if (!g_error_matches (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY))
    return 0;
  return sema_core_error_get_private (error)->n_fitting;
}
