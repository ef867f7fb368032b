/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-test-forbid.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>

/**
 * sema_test_forbid:
 * @call: number of a call of the system
 * @argument: one of its arguments, counted from 0
 * @flags: the call fails where all of them are set there
 * @error: with this number
 *
 * From here on this process is as in a sandbox, or on another file system. Skips the test where there is no seccomp.
 */
void
sema_test_forbid (int call, guint argument, guint flags, int error)
{
  struct sock_filter filter[] = {
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, (guint32)call, 0, 4),
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, (guint32)(offsetof (struct seccomp_data, args) + argument * sizeof (guint64))),
    BPF_STMT (BPF_ALU | BPF_AND | BPF_K, flags),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, flags, 0, 1),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (guint32)error),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {G_N_ELEMENTS (filter), filter};

  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
    g_test_skip ("this system has no seccomp");
}
