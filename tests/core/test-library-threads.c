/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cblas.h>
#include <glib.h>
#include <sched.h>
#include <unistd.h>

static void
test_library_sees_one (void)
{
  g_assert_cmpint (openblas_get_num_threads (), ==, 1);
}

/* Those of the program that started this one are left to it. */
static void
test_we_see_all (void)
{
  cpu_set_t ours, parents;

  g_assert_cmpint (sched_getaffinity (0, sizeof ours, &ours), ==, 0);
  g_assert_cmpint (sched_getaffinity (getppid (), sizeof parents, &parents), ==, 0);
  g_assert_true (CPU_EQUAL (&ours, &parents));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/library-threads/library-sees-one", test_library_sees_one);
  g_test_add_func ("/library-threads/we-see-all", test_we_see_all);
  return g_test_run ();
}
