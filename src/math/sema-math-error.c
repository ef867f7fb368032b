/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-math-error.h"

/**
 * sema_math_error_quark:
 *
 * Returns: the domain of #SemaMathError
 */
GQuark
sema_math_error_quark (void)
{
  return g_quark_from_static_string ("sema-math-error-quark");
}
