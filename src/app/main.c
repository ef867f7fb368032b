/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <malloc.h>
#include <signal.h>

#include "sema-application.h"
#include "sema-preferences.h"
#include "sema-preload.h"
#include "sema-ready-set.h"

/* GTK allocates and frees blocks of several MB for each frame; kept by malloc they cost no page faults. */
static void
tune_malloc (void)
{
  mallopt (M_MMAP_THRESHOLD, 64 << 20);
  mallopt (M_TRIM_THRESHOLD, 512 << 20);
  mallopt (M_TOP_PAD, 16 << 20);
}

static void
find_translations (void)
{
  const char *folder = g_getenv ("SEMASCOPE_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : SEMA_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* The window that comes up for these arguments opens that file. What they mean is understood later, and may be something
 * else: then nobody takes what was begun here. */
static void
preload (int argc, char **argv)
{
  g_autofree char *sample = NULL;

  if (argc != 2)
    return;
  if (g_str_equal (argv[1], "--demo"))
    sample = sema_ready_set_get_sample_path ();
  else if (argv[1][0] != '-')
    sample = g_canonicalize_filename (argv[1], NULL);
  if (sample != NULL && g_file_test (sample, G_FILE_TEST_IS_REGULAR))
    sema_preload_start (sample, sema_preferences_get_keep_most ());
}

int
main (int argc, char **argv)
{
  g_autoptr (SemaApplication) application = NULL;

  /* Where a limit of the system is met, the file that is written says so. */
  signal (SIGXFSZ, SIG_IGN);
  tune_malloc ();
  find_translations ();
  preload (argc, argv);
  g_set_application_name ("Semascope");
  application = sema_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
