/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cli-interrupt.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "sema-atomic-file.h"
#include "sema-error.h"

#define PATIENCE 2 /* seconds that a job may take to notice that it is not wanted any more */

static const int wanted[] = {SIGINT, SIGTERM, SIGHUP};

static SemaProgress         *progress; /* of all that is done in a run */
static volatile sig_atomic_t caught;   /* the signal that came; 0: none */

/* Whatever the job still does: it does not look often enough, or waits for who reads its answer. */
static void
end_at_once (int number)
{
  raise (caught);
}

/* Only what may be called in a handler. The second signal finds none, and ends the program at once. */
static void
cancel (int number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    signal (wanted[i], SIG_DFL);
  caught = number;
  sema_progress_cancel (progress);
  alarm (PATIENCE);
}

/* One that is ignored, as nohup has it, stays so. What is being read or written is not begun anew. */
static void
handle (int number)
{
  struct sigaction old;
  struct sigaction action = {.sa_handler = cancel};

  if (sigaction (number, NULL, &old) == 0 && old.sa_handler != SIG_IGN)
    sigaction (number, &action, NULL);
}

/**
 * sema_cli_interrupt_set_up:
 *
 * From here on SIGINT, SIGTERM and SIGHUP cancel what is being done by its progress, so that it leaves nothing half done, and a file that
 * grows too long is an error of who writes it.
 */
void
sema_cli_interrupt_set_up (void)
{
  struct sigaction at_once = {.sa_handler = end_at_once};

  progress = sema_progress_new ();
  signal (SIGXFSZ, SIG_IGN);
  sigaction (SIGALRM, &at_once, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    handle (wanted[i]);
}

/**
 * sema_cli_interrupt_get_progress:
 *
 * Returns: (transfer none): the progress to be handed to all that takes time
 */
SemaProgress *
sema_cli_interrupt_get_progress (void)
{
  return progress;
}

/**
 * sema_cli_interrupt_is_wanted:
 *
 * Returns: whether a signal came, so that what fails now is no news
 */
gboolean
sema_cli_interrupt_is_wanted (void)
{
  return caught != 0;
}

/**
 * sema_cli_interrupt_write:
 * @path: as for sema_atomic_file_write()
 * @bytes: (nullable): the file; %NULL where it could not be made, and the error is set
 * @error: as for sema_atomic_file_write(), or %SEMA_CORE_ERROR_CANCELLED
 *
 * Writes a file, unless a signal came while it was made.
 *
 * Returns: whether the file is there with all its bytes
 */
gboolean
sema_cli_interrupt_write (const char *path, GBytes *bytes, GError **error)
{
  if (bytes == NULL)
    return FALSE;
  if (!sema_cli_interrupt_is_wanted ())
    return sema_atomic_file_write (path, bytes, error);
  sema_set_cancelled (error);
  return FALSE;
}

/**
 * sema_cli_interrupt_obey:
 * @is_done: whether all was done that was asked for
 *
 * Where a signal came, says so on stderr unless all is done, and ends the program by that signal: who called it sees what happened.
 */
void
sema_cli_interrupt_obey (gboolean is_done)
{
  if (!sema_cli_interrupt_is_wanted ())
    return;
  if (!is_done)
    fprintf (stderr, "semascope-cli: %s\n", _ ("stopped by a signal before it was done; no file is left half written."));
  raise (caught);
}
