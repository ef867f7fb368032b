/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-math-error.h"

/**
 * sema_math_error_quark:
 *
 * Returns: the domain of #SemaMathError
 */
G_DEFINE_QUARK (sema - math - error - quark, sema_math_error)
