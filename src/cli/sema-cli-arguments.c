/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cli-command.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>

#include "sema-cli-print.h"
#include "sema-cli-vectors.h"

/**
 * sema_cli_fail_usage:
 * @command: the command that was called
 * @format: what is wrong with the call, one sentence
 *
 * Says on stderr what is wrong and where help is.
 *
 * Returns: %SEMA_CLI_USAGE
 */
int
sema_cli_fail_usage (const SemaCliCommand *command, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list          args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  sema_cli_complain ("%s", sentence);
  fprintf (stderr, _("Try “semascope-cli %s --help”.\n"), command->name);
  return SEMA_CLI_USAGE;
}

/* GOption reads --help too, so that one after an option that takes a word is that word. */
static GOptionContext *
make_context (const SemaCliCommand *command, const GOptionEntry *entries, gint64 *most_rows, char **part, gboolean *help)
{
  gboolean           has_parts = !command->has_no_vectors && !command->has_no_parts;
  const GOptionEntry own_entries[] = {
    {"help", 'h', 0, G_OPTION_ARG_NONE, help, NULL, NULL},
    {command->has_no_vectors ? NULL : "first", 0, 0, G_OPTION_ARG_INT64, most_rows, NULL, NULL},
    {has_parts ? "part" : NULL, 0, 0, G_OPTION_ARG_FILENAME, part, NULL, NULL},
    {NULL},
  };
  GOptionContext *context = g_option_context_new (NULL);
  GOptionGroup   *group = g_option_group_new ("main", NULL, NULL, NULL, NULL);

  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_group_add_entries (group, entries);
  g_option_group_add_entries (group, own_entries);
  g_option_context_set_main_group (context, group);
  g_option_context_set_help_enabled (context, FALSE);
  return context;
}

static void
print_option (const GOptionEntry *entry)
{
  char             letter[] = {'-', entry->short_name, ',', ' ', 0};
  g_autofree char *option = g_strconcat (entry->short_name != 0 ? letter : "", "--", entry->long_name,
                                         entry->arg_description != NULL ? " " : NULL, entry->arg_description, NULL);

  printf ("  %-28s %s\n", option, _(entry->description));
}

/* GOption would write its help by the locale's character set; ours is UTF-8 always. */
static void
print_help (const SemaCliCommand *command, const GOptionEntry *entries)
{
  printf (_("Usage: semascope-cli %s %s\n\n%s\n"), command->name, command->synopsis, _(command->summary));
  printf ("\n%s\n", _("Options:"));
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    print_option (entry);
  if (!command->has_no_vectors)
    printf ("  %-28s %s\n", "--first N", _("Open only the first N words of the file, or rows of a model (0: all)"));
  if (!command->has_no_vectors && !command->has_no_parts)
    printf ("  %-28s %s\n", "--part NAME", _("Open this file of a zip archive, or this matrix of a model"));
  printf ("  %-28s %s\n\n%s\n%s", "--help", _("Show this and exit"), _("Example:"), command->example);
}

static char **
take_rest (int argc, char **argv)
{
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();
  gboolean                 literal = FALSE;

  for (int i = 1; i < argc; i++)
    {
      if (!literal && g_str_equal (argv[i], "--"))
        literal = TRUE;
      else
        g_strv_builder_add (rest, argv[i]);
    }
  return g_strv_builder_end (rest);
}

/**
 * sema_cli_arguments_parse:
 * @self: (out caller-allocates): what was found
 * @command: the command that was called
 * @entries: its options; those that take words are of %G_OPTION_ARG_FILENAME, for words are bytes
 * @argc: number of arguments, the command's name counted
 * @argv: the arguments
 *
 * Reads the options of a command. After "--" everything is a word. Where @self->done is set there is nothing left to do.
 */
void
sema_cli_arguments_parse (SemaCliArguments *self, const SemaCliCommand *command, const GOptionEntry *entries, int argc, char **argv)
{
  gboolean                   help = FALSE;
  g_autofree char           *part = NULL;
  g_autoptr (GOptionContext) context = make_context (command, entries, &self->most_rows, &part, &help);
  g_autoptr (GError)         error = NULL;

  *self = (SemaCliArguments) {.status = SEMA_CLI_OK};
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      self->done = TRUE;
      self->status = sema_cli_fail_usage (command, "%s%s", error->message, g_str_has_suffix (error->message, ".") ? "" : ".");
    }
  else if (help)
    {
      print_help (command, entries);
      self->done = TRUE;
    }
  else if (self->most_rows < 0)
    {
      self->done = TRUE;
      self->status = sema_cli_fail_usage (command, _("--first takes a number from 0 on, not %" PRId64 "."), self->most_rows);
    }
  else
    {
      self->words = take_rest (argc, argv);
      sema_cli_vectors_want_part (part);
    }
}

/**
 * sema_cli_arguments_need:
 * @self: what was found
 * @command: the command that was called
 * @min: how many words it needs
 * @max: how many it can take
 *
 * Refuses a call with fewer or more words.
 */
void
sema_cli_arguments_need (SemaCliArguments *self, const SemaCliCommand *command, guint min, guint max)
{
  guint n = self->done ? 0 : g_strv_length (self->words);

  if (self->done || (n >= min && n <= max))
    return;
  self->done = TRUE;
  self->status = sema_cli_fail_usage (command, n < min ? _ ("something is missing in the call: semascope-cli %s %s")
                                                       : _ ("there is more in the call than it takes: semascope-cli %s %s"), command->name, command->synopsis);
}

/**
 * sema_cli_arguments_restrict:
 * @self: what was found
 * @command: the command that was called
 * @n_words: what was said with SEMA_CLI_RESTRICT()
 * @most_words: (out): how many words may be used
 *
 * Understands 0 as all words, and refuses what is below.
 */
void
sema_cli_arguments_restrict (SemaCliArguments *self, const SemaCliCommand *command, gint64 n_words, guint64 *most_words)
{
  *most_words = n_words > 0 ? (guint64)n_words : G_MAXUINT64;
  if (self->done || n_words >= 0)
    return;
  self->done = TRUE;
  self->status = sema_cli_fail_usage (command, _("--restrict takes a number from 0 on, not %" PRId64 "."), n_words);
}

/**
 * sema_cli_arguments_clear:
 * @self: what was found
 */
void
sema_cli_arguments_clear (SemaCliArguments *self)
{
  g_clear_pointer (&self->words, g_strfreev);
}

/**
 * sema_cli_arguments_choose:
 * @text: (nullable): as it was typed
 * @choices: (array zero-terminated=1): what it may be, the default first
 *
 * Returns: which of them it is, the default where nothing was typed; -1 where it is none
 */
int
sema_cli_arguments_choose (const char *text, const char *const *choices)
{
  if (text == NULL)
    return 0;
  for (int i = 0; choices[i] != NULL; i++)
    if (g_str_equal (text, choices[i]))
      return i;
  return -1;
}
