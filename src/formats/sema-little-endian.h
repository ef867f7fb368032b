/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sema_little_endian_get:
 * @bytes: (array length=n_bytes): of a number, the lowest first, anywhere in memory
 * @n_bytes: how many, 8 at the most
 *
 * Returns: the number
 */
static inline guint64
sema_little_endian_get (const guint8 *bytes, guint n_bytes)
{
  guint64 number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number |= (guint64)bytes[i] << (8 * i);
  return number;
}

G_END_DECLS
