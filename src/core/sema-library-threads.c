/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sched.h>

/*
 * Linked into the programs themselves, not into this room's library. OpenBLAS starts a thread for every processor when it is
 * loaded, long before main() could tell it that one is all that the math room ever uses. Each takes 128 MB of addresses,
 * and where there is a limit on them it tries again for ever, and the program's exit waits for it. What a program names in
 * its .preinit_array runs before the libraries' own constructors, an ordinary constructor of it after them: between the two
 * there is one processor only. (A variable of the environment that is set so early is lost again.)
 */
static cpu_set_t all;
static int       is_narrowed;

static void
show_one_processor (void)
{
  cpu_set_t one;
  int       processor = sched_getcpu ();

  if (processor < 0 || sched_getaffinity (0, sizeof all, &all) != 0 || !CPU_ISSET (processor, &all))
    return;
  CPU_ZERO (&one);
  CPU_SET (processor, &one);
  is_narrowed = sched_setaffinity (0, sizeof one, &one) == 0;
}

__attribute__ ((constructor)) static void
show_all_processors (void)
{
  if (is_narrowed)
    sched_setaffinity (0, sizeof all, &all);
}

__attribute__ ((section (".preinit_array"), used)) static void (*const run_first) (void) = show_one_processor;
