/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"

#include "sema-memory.h"
#include "sema-tensors-private.h"
#include "sema-tensors-set.h"

/* No number of a matrix may lie outside of the bytes that hold it, whatever is read of it: a mapping has no fence at its end. */
void
sema_fuzz_check_extent (const SemaTensorList *list, guint64 index, guint64 end)
{
  const SemaTensorEntry *entry = sema_tensor_list_peek (list, index);
  SemaTensorsLayout      layout;
  unsigned __int128      last = entry->offset;

  if (!sema_tensors_get_layout (list, index, &layout) || layout.n_rows == 0 || layout.dim == 0)
    return;
  last += (unsigned __int128)(layout.n_rows - 1) * layout.row_stride + (unsigned __int128)(layout.dim - 1) * layout.step;
  g_assert_true (last + sema_tensor_type_get_bits (entry->type) / 8 <= end);
}

static void
use_row_words (SemaTensors *tensors, guint64 index, guint64 row)
{
  gsize       length;
  const char *word = sema_tensors_peek_row_word (tensors, index, row, &length);

  g_assert_true (word == NULL || word[length] == 0);
}

static void
use_rows (SemaTensors *tensors, guint64 index, const SemaTensor *tensor)
{
  gsize   n_bytes;
  double *doubles = !__builtin_mul_overflow (tensor->dim, sizeof *doubles, &n_bytes) ? sema_memory_alloc (n_bytes, NULL) : NULL;
  float  *floats = doubles != NULL ? sema_memory_alloc (n_bytes, NULL) : NULL;

  for (guint64 row = 0; floats != NULL && row < tensor->n_rows; row++)
    {
      use_row_words (tensors, index, row);
      g_assert_true (sema_tensors_read_doubles (tensors, index, row, doubles, NULL));
      g_assert_true (sema_tensors_read_floats (tensors, index, row, floats, NULL));
      for (guint64 i = 0; i < tensor->dim; i++)
        g_assert_true ((float)doubles[i] == floats[i] || (doubles[i] != doubles[i] && floats[i] != floats[i]));
    }
  sema_memory_free (floats);
  sema_memory_free (doubles);
}

static void
use_tensor (SemaTensors *tensors, guint64 index)
{
  g_autoptr (GError) error = NULL;
  SemaTensor         tensor;
  guint64            found;

  sema_tensors_get (tensors, index, &tensor);
  g_assert_nonnull (tensor.dtype);
  g_assert_true (sema_tensors_find (tensors, tensor.name, tensor.name_length, &found) && found == index);
  if (tensor.n_rows == 0)
    return;
  sema_fuzz_check (sema_tensors_prepare (tensors, index, NULL, &error), &error);
  if (error != NULL)
    return;
  sema_fuzz_check_extent (&tensors->list, index, sema_tensor_bytes_get_size (sema_tensors_peek_bytes (tensors, index)));
  use_rows (tensors, index, &tensor);
}

/* Words that are not in a file may have vectors, which are composed. */
static void
use_other_word (SemaSet *set, const char *word, gsize length)
{
  guint64 row = sema_set_compose (set, word, (gssize)length);
  gsize   n;

  if (row == SEMA_VOCAB_NO_ROW)
    return;
  g_assert_cmpuint (sema_set_compose (set, word, (gssize)length), ==, row);
  g_assert_cmpmem (sema_vocab_get_word (sema_set_get_vocab (set), row, &n), length, word, length);
  g_assert_cmpuint (n, ==, length);
  sema_set_get_norm (set, row);
}

/* As word vectors, which the window makes of it. */
static void
use_embedding (SemaTensors *tensors)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = NULL;
  guint64             index;

  if (!sema_tensors_get_embedding (tensors, &index) || !sema_tensors_prepare (tensors, index, NULL, NULL))
    return;
  if (sema_tensors_has_subwords (tensors, index))
    set = sema_subword_vectors_load (tensors, "a", NULL, &error);
  else
    set = sema_tensors_load_set (tensors, index, "a", NULL, NULL, NULL, NULL, &error);
  sema_fuzz_check (set != NULL, &error);
  if (set == NULL)
    return;
  sema_fuzz_use_set (set);
  use_other_word (set, "kinggg", 6);
  use_other_word (set, "\xffg\0", 3);
}

/* Opens a file of tensors and reads each row of each matrix, both ways. */
void
sema_fuzz_read_tensors (const char *name, const guint8 *data, gsize size)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (SemaTensors) tensors = sema_tensors_open (sema_fuzz_write (name, data, size), NULL, &error);

  sema_fuzz_check (tensors != NULL, &error);
  if (tensors == NULL)
    return;
  sema_fuzz_check_sentences (sema_tensors_get_warnings (tensors));
  for (guint64 i = 0; i < sema_tensors_get_n (tensors); i++)
    use_tensor (tensors, i);
  use_embedding (tensors);
}
