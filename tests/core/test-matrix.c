/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-matrix.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "sema-memory.h"

#define N_FILE_BYTES (8 * 1024 * 1024)

static void
test_rows (void)
{
  float      *values = sema_memory_alloc_n (6, sizeof (float), NULL);
  SemaMatrix *matrix;

  for (guint i = 0; i < 6; i++)
    values[i] = (float)i;
  matrix = sema_matrix_new_take (values, 2, 3);
  g_assert_cmpuint (sema_matrix_get_n_rows (matrix), ==, 2);
  g_assert_cmpuint (sema_matrix_get_dim (matrix), ==, 3);
  g_assert_true (sema_matrix_get_row (matrix, 0) == (const SemaFloat *)values);
  g_assert_cmpfloat (sema_matrix_get_row (matrix, 1)[2], ==, 5.0f);
  g_assert_false (sema_matrix_is_lent (matrix));
  g_assert_true (sema_matrix_ref (matrix) == matrix);
  sema_matrix_unref (matrix);
  g_assert_cmpuint (sema_memory_get_used (), ==, 6 * sizeof (float));
  sema_matrix_unref (matrix);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static void
test_no_rows (void)
{
  g_autoptr (SemaMatrix) matrix = sema_matrix_new_take (NULL, 0, 300);

  g_assert_cmpuint (sema_matrix_get_n_rows (matrix), ==, 0);
  g_assert_cmpuint (sema_matrix_get_dim (matrix), ==, 300);
  sema_matrix_unref (NULL);
}

static void
note_release (gpointer data)
{
  gboolean *is_released = data;

  g_assert_false (*is_released);
  *is_released = TRUE;
}

static gboolean is_lost_now;

static gboolean
is_lost (gpointer data)
{
  return is_lost_now;
}

/* Two rows with words of other lengths before them, as a file has them. */
static void
test_lent (void)
{
  gboolean              is_released = FALSE;
  const SemaMatrixOwner owner = {note_release, is_lost, &is_released};
  const float           numbers[4] = {1.5f, -2.0f, 3.0f, 0.25f};
  guint8                bytes[2 + 8 + 5 + 8];
  guint64              *starts = sema_memory_alloc_n (2, sizeof (guint64), NULL);
  SemaMatrix           *matrix;

  starts[0] = 2;
  starts[1] = 15;
  memcpy (bytes + 2, numbers, 8);
  memcpy (bytes + 15, numbers + 2, 8);
  matrix = sema_matrix_new_lent (bytes, starts, 2, 2, &owner);
  g_assert_true (sema_matrix_is_lent (matrix));
  g_assert_cmpfloat (sema_matrix_get_row (matrix, 0)[1], ==, -2.0f);
  g_assert_cmpfloat (sema_matrix_get_row (matrix, 1)[0], ==, 3.0f);
  g_assert_false (sema_matrix_is_lost (matrix));
  is_lost_now = TRUE;
  g_assert_true (sema_matrix_is_lost (matrix));
  sema_matrix_unref (matrix);
  g_assert_true (is_released);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

/* Without places the rows lie one after another. */
static void
test_lent_in_order (void)
{
  gboolean              is_released = FALSE;
  const SemaMatrixOwner owner = {note_release, NULL, &is_released};
  const float           numbers[4] = {1.5f, -2.0f, 3.0f, 0.25f};
  SemaMatrix           *matrix = sema_matrix_new_lent ((const guint8 *)numbers, NULL, 2, 2, &owner);

  g_assert_cmpfloat (sema_matrix_get_row (matrix, 1)[1], ==, 0.25f);
  g_assert_false (sema_matrix_is_lost (matrix));
  sema_matrix_unref (matrix);
  g_assert_true (is_released);
}

/* Blocks of 32 numbers, two to a row: a row at once, and numbers alone. */
static void
test_blocks (void)
{
  gboolean              is_released = FALSE;
  const SemaMatrixOwner owner = {note_release, NULL, &is_released};
  guint8                bytes[2 * 2 * 34];
  SemaMatrix           *matrix;
  g_autofree float     *space = NULL;

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = i % 34 == 0 ? 0x00 : i % 34 == 1 ? 0x3c
                                                : (guint8)i;
  matrix = sema_matrix_new_lent_numbers (bytes, SEMA_NUMBERS_Q8_0, 2, 64, &owner);
  space = sema_matrix_new_space (matrix, 1);
  for (guint row = 0; row < 2; row++)
    for (guint i = 0; i < 64; i++)
      {
        float expected = (float)(gint8)bytes[68 * row + 34 * (i / 32) + 2 + i % 32];

        g_assert_cmpfloat (sema_matrix_read_row (matrix, row, space)[i], ==, expected);
        g_assert_cmpfloat (sema_matrix_get_number (matrix, row, i), ==, expected);
      }
  sema_matrix_unref (matrix);
  g_assert_true (is_released);
}

static void
unmap (gpointer data)
{
  g_assert_cmpint (munmap (data, N_FILE_BYTES), ==, 0);
}

/* Rows of a file that the system let go of, where it does so: not on every file system. */
static void
test_at_hand (void)
{
  g_autofree char       *path = NULL;
  int                    fd = g_file_open_tmp ("semascope-matrix-XXXXXX", &path, NULL);
  g_autofree guint8     *zeros = g_malloc0 (N_FILE_BYTES);
  g_autoptr (SemaMatrix) own = sema_matrix_new_take (sema_memory_alloc_n (4, sizeof (float), NULL), 2, 2);
  g_autoptr (SemaMatrix) lent = NULL;
  SemaMatrixOwner        owner = {unmap, NULL, NULL};

  g_assert_true (sema_matrix_is_at_hand (own, 0, 2));
  g_assert_cmpint (write (fd, zeros, N_FILE_BYTES), ==, N_FILE_BYTES);
  g_assert_cmpint (fsync (fd), ==, 0);
  posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  owner.data = mmap (NULL, N_FILE_BYTES, PROT_READ, MAP_SHARED, fd, 0);
  g_assert_true (owner.data != MAP_FAILED);
  lent = sema_matrix_new_lent_numbers (owner.data, SEMA_NUMBERS_FLOAT16, N_FILE_BYTES / 2000, 1000, &owner);
  if (sema_matrix_is_at_hand (lent, 1000, 1010))
    g_test_skip ("the system keeps what it was told to let go of");
  sema_matrix_fetch (lent, 1000, 1010);
  g_assert_true (sema_matrix_is_at_hand (lent, 1000, 1010));
  close (fd);
  unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matrix/rows", test_rows);
  g_test_add_func ("/matrix/no-rows", test_no_rows);
  g_test_add_func ("/matrix/lent", test_lent);
  g_test_add_func ("/matrix/lent-in-order", test_lent_in_order);
  g_test_add_func ("/matrix/blocks", test_blocks);
  g_test_add_func ("/matrix/at-hand", test_at_hand);
  return g_test_run ();
}
