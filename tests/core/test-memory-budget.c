/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-memory-budget.h"

#include <sys/resource.h>

#define MIB (G_GUINT64_CONSTANT (1024) * 1024)

static void
test_machine (void)
{
  guint64 budget = sema_memory_budget_measure (0);

  g_assert_cmpuint (budget, >, 16 * MIB);
  g_assert_cmpuint (budget, <, G_MAXUINT64);
}

static void
test_used_counts (void)
{
  guint64 used = G_GUINT64_CONSTANT (1) << 50;

  g_assert_cmpuint (sema_memory_budget_measure (used), >, used);
}

static void
test_address_space (void)
{
  struct rlimit old;
  struct rlimit limit;
  guint64       budget;

  getrlimit (RLIMIT_AS, &old);
  limit = old;
  limit.rlim_cur = MIN (old.rlim_max, 1024 * MIB);
  if (setrlimit (RLIMIT_AS, &limit) != 0)
    {
      g_test_skip ("the address space cannot be limited here");
      return;
    }
  budget = sema_memory_budget_measure (0);
  setrlimit (RLIMIT_AS, &old);
  /* A sanitizer maps terabytes. */
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  g_assert_cmpuint (budget, >, 0);
#endif
  g_assert_cmpuint (budget, <=, (1024 * MIB - SEMA_MEMORY_BUDGET_LEFT) / 5 * 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/memory-budget/machine", test_machine);
  g_test_add_func ("/memory-budget/used-counts", test_used_counts);
  g_test_add_func ("/memory-budget/address-space", test_address_space);
  return g_test_run ();
}
