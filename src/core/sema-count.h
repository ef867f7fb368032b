/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEMA_COUNT_SIZE 64 /* bytes that hold any count written here, with its NUL */

/**
 * SEMA_COUNT:
 * @n: a count
 *
 * Returns: (transfer none): @n as sema_count_print() writes it, until the block ends
 */
#define SEMA_COUNT(n) sema_count_print (n, (char[SEMA_COUNT_SIZE]) {0})

const char *sema_count_print (guint64 n, char buffer[SEMA_COUNT_SIZE]);

G_END_DECLS
