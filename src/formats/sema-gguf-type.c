/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gguf-type.h"

#include "sema-quantised-blocks.h"

/* By the numbers that ggml gives them; those that are missing were taken away again. */
static const SemaGgufType types[] = {
  [0] = {.type = SEMA_TENSOR_F32},
  [1] = {.type = SEMA_TENSOR_F16},
  [2] = {.type = SEMA_TENSOR_Q4_0},
  [3] = {.type = SEMA_TENSOR_Q4_1},
  [6] = {.type = SEMA_TENSOR_Q5_0},
  [7] = {.type = SEMA_TENSOR_Q5_1},
  [8] = {.type = SEMA_TENSOR_Q8_0},
  [9] = {.type = SEMA_TENSOR_Q8_1},
  [10] = {.type = SEMA_TENSOR_Q2_K},
  [11] = {.type = SEMA_TENSOR_Q3_K},
  [12] = {.type = SEMA_TENSOR_Q4_K},
  [13] = {.type = SEMA_TENSOR_Q5_K},
  [14] = {.type = SEMA_TENSOR_Q6_K},
  [15] = {"Q8_K", 256, 292, SEMA_TENSOR_OTHER},
  [16] = {"IQ2_XXS", 256, 66, SEMA_TENSOR_OTHER},
  [17] = {"IQ2_XS", 256, 74, SEMA_TENSOR_OTHER},
  [18] = {"IQ3_XXS", 256, 98, SEMA_TENSOR_OTHER},
  [19] = {"IQ1_S", 256, 50, SEMA_TENSOR_OTHER},
  [20] = {.type = SEMA_TENSOR_IQ4_NL},
  [21] = {"IQ3_S", 256, 110, SEMA_TENSOR_OTHER},
  [22] = {"IQ2_S", 256, 82, SEMA_TENSOR_OTHER},
  [23] = {.type = SEMA_TENSOR_IQ4_XS},
  [24] = {.type = SEMA_TENSOR_I8},
  [25] = {.type = SEMA_TENSOR_I16},
  [26] = {.type = SEMA_TENSOR_I32},
  [27] = {.type = SEMA_TENSOR_I64},
  [28] = {.type = SEMA_TENSOR_F64},
  [29] = {"IQ1_M", 256, 56, SEMA_TENSOR_OTHER},
  [30] = {.type = SEMA_TENSOR_BF16},
  [34] = {"TQ1_0", 256, 54, SEMA_TENSOR_OTHER},
  [35] = {"TQ2_0", 256, 66, SEMA_TENSOR_OTHER},
  [39] = {.type = SEMA_TENSOR_MXFP4},
  [40] = {"NVFP4", 64, 36, SEMA_TENSOR_OTHER},
  [41] = {"Q1_0", 128, 18, SEMA_TENSOR_OTHER},
  [42] = {"Q2_0", 64, 18, SEMA_TENSOR_OTHER},
};

/**
 * sema_gguf_type_find:
 * @number: what a file says
 * @type: (out): what it means
 *
 * Returns: whether there is such a type
 */
gboolean
sema_gguf_type_find (guint64 number, SemaGgufType *type)
{
  SemaNumbers numbers;

  if (number >= G_N_ELEMENTS (types) || (types[number].type == SEMA_TENSOR_OTHER && types[number].name == NULL))
    return FALSE;
  *type = types[number];
  if (type->type == SEMA_TENSOR_OTHER)
    return TRUE;
  numbers = sema_tensor_type_get_numbers (type->type);
  type->name = sema_tensor_type_get_name (type->type);
  type->n_numbers = sema_quantised_blocks_get_n_numbers (numbers);
  type->n_bytes = sema_quantised_blocks_get_n_bytes (numbers);
  if (type->n_numbers == 0)
    {
      type->n_numbers = 1;
      type->n_bytes = sema_tensor_type_get_bits (type->type) / 8;
    }
  return TRUE;
}
