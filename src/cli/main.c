/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

#include "sema-cli-command.h"
#include "sema-cli-interrupt.h"
#include "sema-cli-print.h"

static const SemaCliCommand *const commands[] = {
  &sema_cli_info,
  &sema_cli_vector,
  &sema_cli_similar,
  &sema_cli_compare,
  &sema_cli_odd,
  &sema_cli_questions,
  &sema_cli_plot,
  &sema_cli_evaluate,
  &sema_cli_correlate,
  &sema_cli_layer,
  &sema_cli_train,
  &sema_cli_convert,
  &sema_cli_tensors,
  &sema_cli_row,
  &sema_cli_tokenize,
  &sema_cli_diagnose,
  &sema_cli_diff,
};

static void
set_up_locale (void)
{
  const char *folder = g_getenv ("SEMASCOPE_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : SEMA_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE); /* ngettext() asks this one */
}

static void
print_help (void)
{
  printf (_("Usage: semascope-cli COMMAND FILE …\n\nAsk word vectors, and draw them, without a window.\n\n"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    printf ("  %-9s %s\n", commands[i]->name, _(commands[i]->summary));
  printf (_("\n“semascope-cli COMMAND --help” tells the options of a command, with an example.\n"));
}

static const SemaCliCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

static int
run (int argc, char **argv)
{
  const SemaCliCommand *command;

  if (argc < 2)
    {
      sema_cli_complain (_("a command is needed: see “semascope-cli --help”."));
      return SEMA_CLI_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help ();
      return SEMA_CLI_OK;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      printf ("semascope-cli %s\n", SEMA_VERSION);
      return SEMA_CLI_OK;
    }
  command = find_command (argv[1]);
  if (command != NULL)
    return command->run (command, argc - 1, argv + 1);
  sema_cli_complain (_("there is no command “%s”: see “semascope-cli --help”."), argv[1]);
  return SEMA_CLI_USAGE;
}

int
main (int argc, char **argv)
{
  gboolean is_written;
  int      status;

  set_up_locale ();
  sema_cli_interrupt_set_up ();
  status = run (argc, argv);
  is_written = fflush (stdout) == 0 && !ferror (stdout);
  sema_cli_interrupt_obey (status == SEMA_CLI_OK && is_written);
  if (!is_written)
    {
      sema_cli_complain (_("the answer could not be written to standard output."));
      return SEMA_CLI_FAILED;
    }
  return status;
}
