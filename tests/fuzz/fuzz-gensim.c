/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"

/* Beside it lies what some of the seeds speak of. */
void
sema_fuzz_read (const guint8 *data, gsize size)
{
  sema_fuzz_copy ("formats/gensim/apart.kv.vectors.npy");
  sema_fuzz_read_tensors ("apart.kv", data, size);
}
