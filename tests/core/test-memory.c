/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-memory.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "sema-error.h"
#include "sema-memory-budget.h"

#define MIB (1024 * 1024)

static void
test_alignment (void)
{
  for (gsize n = 0; n < 20 * MIB; n = n * 2 + 1)
    {
      char *block = sema_memory_alloc (n, NULL);

      g_assert_nonnull (block);
      g_assert_cmpuint ((gsize)block % 64, ==, 0);
      memset (block, 0x55, n);
      g_assert_cmpuint (sema_memory_get_used (), ==, n);
      sema_memory_free (block);
      g_assert_cmpuint (sema_memory_get_used (), ==, 0);
    }
  sema_memory_free (NULL);
}

/* Through both kinds of block and back, the first bytes stay. */
static void
test_resize (void)
{
  const gsize sizes[] = {1, 100, 5000, 7 * MIB, 8 * MIB, 30 * MIB, 200 * MIB, 9 * MIB, 3 * MIB, 100, 0, 64};
  char       *block = sema_memory_resize (NULL, 1, NULL);
  gsize       n_known = 1;

  *block = 'a';
  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    {
      block = sema_memory_resize (block, sizes[i], NULL);
      g_assert_nonnull (block);
      g_assert_cmpuint ((gsize)block % 64, ==, 0);
      g_assert_cmpuint (sema_memory_get_used (), ==, sizes[i]);
      n_known = MIN (n_known, sizes[i]);
      for (gsize k = 0; k < n_known; k++)
        g_assert_true (block[k] == (char)('a' + k % 23));
      n_known = MIN (sizes[i], 10000);
      for (gsize k = 0; k < n_known; k++)
        block[k] = (char)('a' + k % 23);
    }
  sema_memory_free (block);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static void
test_budget (void)
{
  g_autoptr (GError) error = NULL;
  char              *block;

  sema_memory_set_budget (10000);
  g_assert_cmpuint (sema_memory_get_budget (), ==, 10000);
  block = sema_memory_alloc (6000, &error);
  g_assert_no_error (error);
  g_assert_null (sema_memory_alloc (5000, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  g_assert_nonnull (strstr (error->message, "5.0"));
  g_assert_nonnull (strstr (error->message, "4.0"));
  g_clear_error (&error);
  g_assert_null (sema_memory_resize (block, 20000, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  g_assert_cmpuint (sema_memory_get_used (), ==, 6000);
  memset (block, 1, 6000);
  sema_memory_free (block);
  sema_memory_set_budget (0);
  g_assert_cmpuint (sema_memory_get_budget (), >, 10000);
}

static void
test_mapped_budget (void)
{
  g_autoptr (GError) error = NULL;
  char              *block;

  sema_memory_set_budget (30 * MIB);
  block = sema_memory_alloc (10 * MIB, NULL);
  block[10 * MIB - 1] = 7;
  g_assert_null (sema_memory_resize (block, 31 * MIB, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  g_assert_cmpuint (sema_memory_get_used (), ==, 10 * MIB);
  /* It grows in place of a copy: twice the block never exists. */
  block = sema_memory_resize (block, 29 * MIB, NULL);
  g_assert_nonnull (block);
  g_assert_cmpint (block[10 * MIB - 1], ==, 7);
  sema_memory_free (block);
  sema_memory_set_budget (0);
}

static void
test_impossible (void)
{
  const gsize        sizes[] = {G_MAXSIZE, G_MAXSIZE - 1, G_MAXSIZE - 63, G_MAXSIZE - 64, G_MAXSIZE - 127, G_MAXSIZE / 2};
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      sema_memory_set_budget (i % 2 == 0 ? G_MAXUINT64 : 0);
      g_assert_null (sema_memory_alloc (sizes[i], &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      g_clear_error (&error);
    }
  sema_memory_set_budget (0);
  g_assert_null (sema_memory_alloc_n (G_GUINT64_CONSTANT (1) << 62, 8, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  g_assert_null (sema_memory_alloc_n (G_MAXUINT64, G_MAXSIZE, NULL));
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

/* What the system refuses is not counted, and the block stays. */
static void
test_impossible_growth (void)
{
  const gsize sizes[] = {G_MAXSIZE, G_MAXSIZE - 64, G_MAXSIZE / 2};
  char       *block = sema_memory_alloc (10 * MIB, NULL);

  block[0] = 7;
  sema_memory_set_budget (G_MAXUINT64);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sema_memory_resize (block, sizes[i], &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      g_assert_cmpuint (sema_memory_get_used (), ==, 10 * MIB);
    }
  sema_memory_set_budget (0);
  g_assert_cmpint (block[0], ==, 7);
  sema_memory_free (block);
}

static void
test_nothing (void)
{
  gpointer a = sema_memory_alloc (0, NULL);
  gpointer b = sema_memory_alloc_n (0, 8, NULL);

  g_assert_nonnull (a);
  g_assert_nonnull (b);
  g_assert_true (a != b);
  sema_memory_free (a);
  sema_memory_free (b);
}

static void
test_fail_at (void)
{
  g_autoptr (GError) error = NULL;
  gpointer           a;
  gpointer           b;

  sema_memory_fail_at (2);
  a = sema_memory_alloc (10, &error);
  g_assert_no_error (error);
  g_assert_null (sema_memory_resize (a, 20, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  b = sema_memory_alloc (10, NULL);
  g_assert_nonnull (b);
  sema_memory_fail_at (1);
  sema_memory_fail_at (0);
  a = sema_memory_resize (a, 30, NULL);
  g_assert_nonnull (a);
  sema_memory_free (a);
  sema_memory_free (b);
}

static gpointer
churn (gpointer data)
{
  for (guint i = 0; i < 2000; i++)
    {
      char *block = sema_memory_alloc (100 + i, NULL);

      block = sema_memory_resize (block, 3000 - i, NULL);
      sema_memory_free (block);
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("churn", churn, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static void
test_room (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sema_memory_check_room (MIB, &error));
  g_assert_no_error (error);
  g_assert_false (sema_memory_check_room ((gsize)1 << 62, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static guint64
get_addresses (void)
{
  FILE   *file = fopen ("/proc/self/statm", "r");
  guint64 n_pages = 0;

  g_assert_cmpint (fscanf (file, "%" G_GUINT64_FORMAT, &n_pages), ==, 1);
  fclose (file);
  return n_pages * (guint64)sysconf (_SC_PAGESIZE);
}

/* Where addresses are limited, a large block leaves some for those that cannot do without. */
static void
test_others (void)
{
  struct rlimit      old, limit;
  g_autoptr (GError) error = NULL;
  gpointer           block, large;

  getrlimit (RLIMIT_AS, &old);
  limit = (struct rlimit) {get_addresses () + SEMA_MEMORY_BUDGET_LEFT + 68 * MIB, old.rlim_max};
  if (old.rlim_max < limit.rlim_cur || setrlimit (RLIMIT_AS, &limit) != 0)
    {
      g_test_skip ("addresses cannot be limited here");
      return;
    }
  sema_memory_set_budget (G_MAXUINT64 / 2);
  block = sema_memory_alloc (20 * MIB, NULL);
  large = sema_memory_resize (block, 80 * MIB, &error);
  if (large == NULL)
    large = sema_memory_resize (block, 50 * MIB, NULL);
  setrlimit (RLIMIT_AS, &old);
  sema_memory_set_budget (0);
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  g_assert_nonnull (large);
  sema_memory_free (large);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/memory/alignment", test_alignment);
  g_test_add_func ("/memory/resize", test_resize);
  g_test_add_func ("/memory/budget", test_budget);
  g_test_add_func ("/memory/mapped-budget", test_mapped_budget);
  g_test_add_func ("/memory/impossible", test_impossible);
  g_test_add_func ("/memory/impossible-growth", test_impossible_growth);
  g_test_add_func ("/memory/nothing", test_nothing);
  g_test_add_func ("/memory/fail-at", test_fail_at);
  g_test_add_func ("/memory/others", test_others);
  g_test_add_func ("/memory/room", test_room);
  g_test_add_func ("/memory/threads", test_threads);
  return g_test_run ();
}
