/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-mapping.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sanitizer/asan_interface.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "sema-parallel.h"

#define PAGES 64

static gsize page_size;

/* A file of PAGES pages, each filled with its number plus one. */
static int
make_file (char **path)
{
  g_autofree guint8 *page = g_malloc (page_size);
  int                fd = g_file_open_tmp ("semascope-mapping-XXXXXX", path, NULL);

  for (int i = 0; i < PAGES; i++)
    {
      memset (page, i + 1, page_size);
      g_assert_cmpint (write (fd, page, page_size), ==, (gssize)page_size);
    }
  return fd;
}

static void
test_bytes (void)
{
  g_autofree char        *path = NULL;
  int                     fd = make_file (&path);
  g_autoptr (SemaMapping) mapping = sema_mapping_new (fd, PAGES * page_size);

  g_assert_nonnull (mapping);
  close (fd);
  for (gsize i = 0; i < PAGES; i++)
    g_assert_cmpint (sema_mapping_get_bytes (mapping)[i * page_size + 7], ==, i + 1);
  g_assert_false (sema_mapping_is_lost (mapping));
  g_unlink (path);
}

/* Behind the last byte of a file its last page goes on, which only a sanitizer that is told so can see. */
static void
test_fence (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_autofree char        *path = NULL;
  int                     fd = make_file (&path);
  gsize                   size = 3 * page_size + 13;
  g_autoptr (SemaMapping) mapping = NULL;
  const guint8           *bytes;

  g_assert_cmpint (ftruncate (fd, (off_t)size), ==, 0);
  mapping = sema_mapping_new (fd, size);
  g_assert_nonnull (mapping);
  close (fd);
  bytes = sema_mapping_get_bytes (mapping);
  g_assert_false (__asan_address_is_poisoned (bytes + size - 1));
  g_assert_true (__asan_address_is_poisoned (bytes + size));
  g_assert_true (__asan_address_is_poisoned (bytes + 4 * page_size - 1));
  g_unlink (path);
#else
  g_test_skip ("only a sanitizer sees it");
#endif
}

static void
touch_pages (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  SemaMapping     *mapping = data;
  volatile guint64 sum = 0;

  for (guint64 i = first; i < end; i++)
    sum += sema_mapping_get_bytes (mapping)[i * page_size];
}

/* Several threads meet the end of the file at once; what is left keeps its bytes, what is gone reads as zeros. */
static void
test_cut (void)
{
  g_autofree char        *path = NULL;
  int                     fd = make_file (&path);
  g_autoptr (SemaMapping) other = sema_mapping_new (fd, 2 * page_size);
  g_autoptr (SemaMapping) mapping = sema_mapping_new (fd, PAGES * page_size);

  g_assert_cmpint (ftruncate (fd, (off_t)(10 * page_size)), ==, 0);
  g_assert_false (sema_mapping_is_lost (mapping));
  sema_parallel_set_threads (4);
  g_assert_true (sema_parallel_rows (PAGES, 1, NULL, touch_pages, mapping));
  sema_parallel_set_threads (0);
  g_assert_true (sema_mapping_is_lost (mapping));
  g_assert_cmpint (sema_mapping_get_bytes (mapping)[9 * page_size], ==, 10);
  g_assert_cmpint (sema_mapping_get_bytes (mapping)[10 * page_size], ==, 0);
  g_assert_cmpint (sema_mapping_get_bytes (mapping)[PAGES * page_size - 1], ==, 0);
  g_assert_cmpint (sema_mapping_get_bytes (other)[page_size], ==, 2);
  g_assert_false (sema_mapping_is_lost (other));
  close (fd);
  g_unlink (path);
}

/* A slot is free again when its mapping is. */
static void
test_many (void)
{
  g_autofree char *path = NULL;
  int              fd = make_file (&path);

  for (int i = 0; i < 200; i++)
    {
      g_autoptr (SemaMapping) mapping = sema_mapping_new (fd, PAGES * page_size);

      g_assert_nonnull (mapping);
    }
  close (fd);
  g_unlink (path);
}

/* There are only so many; the next file is read instead. */
static void
test_too_many (void)
{
  g_autofree char *path = NULL;
  int              fd = make_file (&path);
  GPtrArray       *mappings = g_ptr_array_new_with_free_func ((GDestroyNotify)sema_mapping_free);
  SemaMapping     *mapping;

  while ((mapping = sema_mapping_new (fd, page_size)) != NULL)
    {
      g_ptr_array_add (mappings, mapping);
      g_assert_cmpuint (mappings->len, <, 1000);
    }
  g_assert_cmpuint (mappings->len, >, 4);
  g_ptr_array_unref (mappings);
  close (fd);
  g_unlink (path);
}

/* Who lends says what the mapping says, and gives the bytes back: as many may be lent, one after another, as one likes. */
static void
test_lend (void)
{
  g_autofree char *path = NULL;
  int              fd = make_file (&path);

  for (int i = 0; i < 200; i++)
    {
      SemaMapping    *mapping = sema_mapping_new (fd, PAGES * page_size);
      SemaMatrixOwner owner = sema_mapping_lend (mapping);

      g_assert_nonnull (mapping);
      g_assert_false (owner.is_lost (owner.data));
      if (i == 199)
        g_assert_cmpint (ftruncate (fd, 0), ==, 0);
      touch_pages (0, PAGES, 0, mapping);
      g_assert_true (owner.is_lost (owner.data) == (i == 199));
      owner.release (owner.data);
    }
  close (fd);
  g_unlink (path);
}

static void
test_no_file (void)
{
  g_assert_null (sema_mapping_new (-1, 10));
}

/* The handler leaves alone what is not a mapping of ours: the process ends by the signal as it would have. */
static void
test_foreign_fault (void)
{
  if (g_test_subprocess ())
    {
      g_autofree char        *path = NULL;
      int                     fd = make_file (&path);
      g_autoptr (SemaMapping) mapping = sema_mapping_new (fd, PAGES * page_size);
      volatile guint8        *foreign = mmap (NULL, page_size, PROT_READ, MAP_SHARED, fd, 0);

      g_unlink (path);
      signal (SIGABRT, SIG_DFL);
      g_assert_cmpint (ftruncate (fd, 0), ==, 0);
      g_print ("%d", foreign[0]);
      exit (0);
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  page_size = (gsize)getpagesize ();
  g_test_add_func ("/formats/mapping/bytes", test_bytes);
  g_test_add_func ("/formats/mapping/fence", test_fence);
  g_test_add_func ("/formats/mapping/cut", test_cut);
  g_test_add_func ("/formats/mapping/many", test_many);
  g_test_add_func ("/formats/mapping/too-many", test_too_many);
  g_test_add_func ("/formats/mapping/lend", test_lend);
  g_test_add_func ("/formats/mapping/no-file", test_no_file);
  g_test_add_func ("/formats/mapping/foreign-fault", test_foreign_fault);
  return g_test_run ();
}
