/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"

void
sema_fuzz_read (const guint8 *data, gsize size)
{
  sema_fuzz_read_tensors ("words.bin", data, size);
}
