/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaMathError:
 * @SEMA_MATH_ERROR_UNDEFINED: the question has no answer in numbers (a zero or NaN vector, vectors that cancel out)
 * @SEMA_MATH_ERROR_LAPACK: LAPACK did not converge, with its info value
 */
typedef enum {
  SEMA_MATH_ERROR_UNDEFINED,
  SEMA_MATH_ERROR_LAPACK,
} SemaMathError;

#define SEMA_MATH_ERROR (sema_math_error_quark ())
GQuark sema_math_error_quark (void);

G_END_DECLS
