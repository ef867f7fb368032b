/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"

/* Beside it lie the files that the seeds speak of. */
void
sema_fuzz_read (const guint8 *data, gsize size)
{
  sema_fuzz_copy ("formats/tensors/model-00001-of-00002.safetensors");
  sema_fuzz_copy ("formats/tensors/model-00002-of-00002.safetensors");
  sema_fuzz_copy ("formats/tensors/pytorch_model-00001-of-00002.bin");
  sema_fuzz_copy ("formats/tensors/pytorch_model-00002-of-00002.bin");
  sema_fuzz_read_tensors ("model.safetensors.index.json", data, size);
}
