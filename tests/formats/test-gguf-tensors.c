/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gguf-tensors.h"

#include <string.h>

#include "gguf-fixture.h"
#include "sema-memory.h"
#include "sema-test-files.h"
#include "tensors-fixture.h"

#define HUGE_SIZE G_MAXINT64

static const guint64 matrix[] = {4, 3};

/* A tensor that stands alone in a file with much room. */
static GByteArray *
make (const char *name, const guint64 *shape, guint n_axes, guint32 type, guint64 offset)
{
  GByteArray *bytes = gguf_fixture_new (1, 0);

  gguf_fixture_tensor (bytes, name, shape, n_axes, type, offset);
  gguf_fixture_fill_up (bytes, 32);
  sema_test_append_zeros (bytes, 4096);
  return bytes;
}

static void
assert_refused (GByteArray *bytes, const char *part)
{
  tensors_fixture_assert_refused ("bad.gguf", bytes, part);
}

static void
test_names (void)
{
  g_autofree char        *most = g_strnfill (63, 'n'), *longer = g_strnfill (64, 'n');
  g_autoptr (GByteArray)  good = make (most, matrix, 2, 0, 0);
  g_autoptr (SemaTensors) tensors = tensors_fixture_open ("name.gguf", good->data, good->len, NULL);
  GByteArray             *twice = gguf_fixture_new (2, 0), *endless = gguf_fixture_new (1, 0);

  g_assert_nonnull (tensors);
  assert_refused (make (longer, matrix, 2, 0, 0), "the name of a tensor may have at most 63 bytes");
  gguf_fixture_tensor (twice, "w", matrix, 2, 0, 0);
  gguf_fixture_tensor (twice, "w", matrix, 2, 0, 64);
  sema_test_append_zeros (twice, 4096);
  assert_refused (twice, "the name “w” comes twice in it");
  gguf_fixture_number (endless, G_GUINT64_CONSTANT (1) << 63, 8);
  sema_test_append_zeros (endless, 100);
  assert_refused (endless, "a text there is longer than what is left of the file");
}

static void
test_shapes (void)
{
  const guint64 negative[] = {4, G_MAXUINT64}, large[] = {HUGE_SIZE, 1}, product[] = {(guint64)1 << 32, (guint64)1 << 32};
  const guint64 just[] = {HUGE_SIZE / 7, 7}, bytes_too_big[] = {(guint64)1 << 62, 1}, five[] = {1, 1, 1, 1, 1};

  assert_refused (make ("w", negative, 2, 0, 0), "the shape of a tensor there is larger than any file");
  assert_refused (make ("w", large, 2, 0, 0), "the shape of a tensor there is larger than any file");
  assert_refused (make ("w", product, 2, 0, 0), "the shape of a tensor there is larger than any file");
  assert_refused (make ("w", just, 2, 0, 0), "the shape of a tensor there is larger than any file");
  assert_refused (make ("w", bytes_too_big, 2, 0, 0), "the shape of a tensor there is larger than any file");
  assert_refused (make ("w", bytes_too_big, 2, 24, 0), "ends too early");
  assert_refused (make ("w", five, 5, 0, 0), "a tensor may have at most 4 axes");
}

/* A tensor without numbers, and one of a single number. */
static void
test_small_shapes (void)
{
  const guint64           none[] = {4, 0};
  GByteArray             *bytes = gguf_fixture_new (2, 0);
  g_autoptr (SemaTensors) tensors = NULL;
  SemaTensor              tensor;

  gguf_fixture_tensor (bytes, "none", none, 2, 0, 0);
  gguf_fixture_tensor (bytes, "one", none, 0, 0, 0);
  gguf_fixture_fill_up (bytes, 32);
  sema_test_append_zeros (bytes, 4);
  tensors = tensors_fixture_open ("small.gguf", bytes->data, bytes->len, NULL);
  g_assert_nonnull (tensors);
  sema_tensors_get (tensors, 0, &tensor);
  g_assert_cmpuint (tensor.shape[0], ==, 0);
  g_assert_cmpuint (tensor.shape[1], ==, 4);
  g_assert_cmpuint (tensor.n_rows, ==, 0);
  sema_tensors_get (tensors, 1, &tensor);
  g_assert_cmpuint (tensor.n_axes, ==, 0);
  g_byte_array_unref (bytes);
}

static void
test_types (void)
{
  static const guint32 missing[] = {4, 5, 31, 32, 33, 36, 37, 38, 43, 1000, 0xffffffff};
  const guint64        odd[] = {48, 3}, group[] = {32, 8};

  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    assert_refused (make ("w", matrix, 2, missing[i], 0), "there is no type of numbers");
  assert_refused (make ("w", odd, 2, 2, 0), "rows of the type Q4_0 come in blocks of 32 numbers, which 48 are not");
  assert_refused (make ("w", group, 2, 12, 0), "rows of the type Q4_K come in blocks of 256 numbers, which 32 are not");
  assert_refused (make ("w", group, 2, 16, 0), "rows of the type IQ2_XXS come in blocks of 256 numbers, which 32 are not");
}

static GByteArray *
make_two (guint64 first, guint64 second)
{
  GByteArray *bytes = gguf_fixture_new (2, 0);

  gguf_fixture_tensor (bytes, "a", matrix, 2, 0, first);
  gguf_fixture_tensor (bytes, "b", matrix, 2, 0, second);
  gguf_fixture_fill_up (bytes, 32);
  sema_test_append_zeros (bytes, 4096);
  return bytes;
}

static void
test_offsets (void)
{
  static const guint64    others[] = {0, 32, 48, 63, 96, G_MAXUINT64, G_GUINT64_CONSTANT (1) << 63};
  g_autoptr (GByteArray)  good = make_two (0, 64);
  g_autoptr (SemaTensors) tensors = tensors_fixture_open ("two.gguf", good->data, good->len, NULL);

  g_assert_nonnull (tensors);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    assert_refused (make_two (0, others[i]), "a tensor does not begin where the one before it ends");
  assert_refused (make_two (64, 0), "a tensor does not begin where the one before it ends");
}

/* Two sizes that together, or filled up, are beyond 64 bits. */
static void
test_sums (void)
{
  const guint64 most[] = {((guint64)1 << 61) - 8, 1};
  GByteArray   *bytes = gguf_fixture_new (3, 0);

  for (guint i = 0; i < 3; i++)
    {
      char name[] = {(char)('a' + (int)i), 0};

      gguf_fixture_tensor (bytes, name, most, 1, 28, i * (8 * most[0]));
    }
  sema_test_append_zeros (bytes, 4096);
  assert_refused (bytes, "the tensors are larger than any file");
}

static GByteArray *
make_aligned (SemaGgufKind kind, guint64 alignment, guint width, guint64 second)
{
  GByteArray *bytes = gguf_fixture_new (2, 1);

  gguf_fixture_key (bytes, "general.alignment", kind);
  gguf_fixture_number (bytes, alignment, width);
  gguf_fixture_tensor (bytes, "a", matrix, 2, 0, 0);
  gguf_fixture_tensor (bytes, "b", matrix, 2, 0, second);
  gguf_fixture_fill_up (bytes, 128);
  sema_test_append_zeros (bytes, 4096);
  return bytes;
}

static void
test_alignment (void)
{
  static const guint64   bad[] = {0, 13, 33, 1 << 21, 1 << 30, G_GUINT64_CONSTANT (1) << 31, 0xffffffff};
  g_autoptr (GByteArray) wide = make_aligned (SEMA_GGUF_U32, 128, 4, 128);
  g_autoptr (GByteArray) narrow = make_aligned (SEMA_GGUF_U32, 1, 4, 48);

  for (guint i = 0; i < 2; i++)
    {
      const GByteArray       *bytes = i == 0 ? wide : narrow;
      g_autoptr (SemaTensors) tensors = tensors_fixture_open ("aligned.gguf", bytes->data, bytes->len, NULL);

      g_assert_nonnull (tensors);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (make_aligned (SEMA_GGUF_U32, bad[i], 4, 64), "the alignment of the tensors has to be a power of two of at most 1048576");
  assert_refused (make_aligned (SEMA_GGUF_U64, 32, 8, 64), "the alignment of the tensors has to be a whole number of 32 bits");
  assert_refused (make_aligned (SEMA_GGUF_U32, 128, 4, 64), "a tensor does not begin where the one before it ends");
  assert_refused (make_aligned (SEMA_GGUF_U32, 16, 4, 64), "a tensor does not begin where the one before it ends");
}

static void
test_not_enough (void)
{
  GByteArray *bytes = make_two (0, 64);

  g_byte_array_set_size (bytes, bytes->len - 4096 + 64 + 47);
  assert_refused (bytes, "ends too early, as a download that was cut short does: it has");
  bytes = gguf_fixture_new (2, 0);
  gguf_fixture_tensor (bytes, "a", matrix, 2, 0, 0);
  assert_refused (bytes, "more tensors than the file has room for");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/gguf-tensors/names", test_names);
  g_test_add_func ("/formats/gguf-tensors/shapes", test_shapes);
  g_test_add_func ("/formats/gguf-tensors/small-shapes", test_small_shapes);
  g_test_add_func ("/formats/gguf-tensors/types", test_types);
  g_test_add_func ("/formats/gguf-tensors/offsets", test_offsets);
  g_test_add_func ("/formats/gguf-tensors/sums", test_sums);
  g_test_add_func ("/formats/gguf-tensors/alignment", test_alignment);
  g_test_add_func ("/formats/gguf-tensors/not-enough", test_not_enough);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
