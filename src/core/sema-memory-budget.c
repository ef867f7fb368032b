/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-memory-budget.h"

#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define CGROUP_ROOT "/sys/fs/cgroup"

/* Four fifths: the pages of files that are "available" too are worth keeping, and others on this machine live as well. */
static guint64
take_share (guint64 n_bytes)
{
  return n_bytes / 5 * 4;
}

/* The first number after @key in a file of "key number" lines; an empty key reads the file's first number. */
static gboolean
read_number (const char *path, const char *key, guint64 *number)
{
  g_autofree char *text = NULL;
  const char      *place;
  char            *end;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  place = strstr (text, key);
  if (place == NULL)
    return FALSE;
  place += strlen (key);
  *number = g_ascii_strtoull (place, &end, 10);
  return end != place;
}

static guint64
get_machine_budget (guint64 n_used)
{
  guint64 kibibytes;

  if (!read_number ("/proc/meminfo", "MemAvailable:", &kibibytes))
    return G_MAXUINT64;
  return n_used + take_share (kibibytes * 1024);
}

static guint64
get_address_space_budget (guint64 n_used)
{
  struct rlimit limit;
  guint64       n_pages;
  guint64       n_kept;

  if (getrlimit (RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
    return G_MAXUINT64;
  if (!read_number ("/proc/self/statm", "", &n_pages))
    return limit.rlim_cur;
  n_kept = n_pages * (guint64)sysconf (_SC_PAGESIZE) + SEMA_MEMORY_BUDGET_LEFT;
  return n_used + take_share (limit.rlim_cur - MIN (n_kept, limit.rlim_cur));
}

static guint64
get_group_budget (const char *folder, guint64 n_used)
{
  g_autofree char *max_path = g_build_filename (folder, "memory.max", NULL);
  g_autofree char *current_path = g_build_filename (folder, "memory.current", NULL);
  g_autofree char *stat_path = g_build_filename (folder, "memory.stat", NULL);
  guint64          max;
  guint64          current = 0;
  guint64          cached = 0;

  if (!read_number (max_path, "", &max))
    return G_MAXUINT64;
  read_number (current_path, "", &current);
  read_number (stat_path, "inactive_file ", &cached);
  current -= MIN (cached, current);
  return n_used + take_share (max - MIN (current, max));
}

/* The limits of all the groups that hold this process, the innermost first. */
static guint64
get_groups_budget (guint64 n_used)
{
  g_autofree char *text = NULL;
  g_autofree char *folder = NULL;
  const char      *place;
  guint64          budget = G_MAXUINT64;

  if (!g_file_get_contents ("/proc/self/cgroup", &text, NULL, NULL))
    return budget;
  place = strstr (text, "0::/");
  if (place == NULL)
    return budget;
  place += strlen ("0::");
  folder = g_strdup_printf (CGROUP_ROOT "%.*s", (int)strcspn (place, "\n"), place);
  while (strlen (folder) >= strlen (CGROUP_ROOT))
    {
      guint64 group = get_group_budget (folder, n_used);

      budget = MIN (budget, group);
      *strrchr (folder, '/') = '\0';
    }
  return budget;
}

/**
 * sema_memory_budget_measure:
 * @n_used: bytes that this program took already
 *
 * Returns: the bytes that this program may take in all, with those it has: @n_used and four fifths of what is left by the
 *   machine (MemAvailable), by the limit on the address space and by the control groups that hold the process,
 *   whichever is the least; %G_MAXUINT64 when none of them can be read. It reads a handful of small files of the kernel.
 */
guint64
sema_memory_budget_measure (guint64 n_used)
{
  guint64 budget = get_machine_budget (n_used);
  guint64 address_space = get_address_space_budget (n_used);
  guint64 groups = get_groups_budget (n_used);

  budget = MIN (budget, address_space);
  return MIN (budget, groups);
}
