/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEMA_CLI_OK 0
#define SEMA_CLI_FAILED 1 /* a file or a question could not be served */
#define SEMA_CLI_USAGE 2  /* the words of the call are off */

/**
 * SemaCliCommand:
 * @name: as typed
 * @synopsis: what follows the name
 * @summary: (translatable) what it does, one line
 * @example: a call that works, and more about the arguments
 * @run: gets the arguments from the command's name on, returns the exit status
 * @has_no_vectors: whether it opens no file of vectors, of which one could want the first words, or a part, only
 * @has_no_parts: whether it opens a file that is no vectors, of which one could want the first words only
 *
 * A subcommand; each has its own file.
 */
typedef struct _SemaCliCommand SemaCliCommand;

struct _SemaCliCommand
{
  const char *name;
  const char *synopsis;
  const char *summary;
  const char *example;
  int (*run) (const SemaCliCommand *command, int argc, char **argv);
  gboolean has_no_vectors;
  gboolean has_no_parts;
};

extern const SemaCliCommand sema_cli_info;
extern const SemaCliCommand sema_cli_vector;
extern const SemaCliCommand sema_cli_similar;
extern const SemaCliCommand sema_cli_compare;
extern const SemaCliCommand sema_cli_odd;
extern const SemaCliCommand sema_cli_questions;
extern const SemaCliCommand sema_cli_plot;
extern const SemaCliCommand sema_cli_evaluate;
extern const SemaCliCommand sema_cli_correlate;
extern const SemaCliCommand sema_cli_layer;
extern const SemaCliCommand sema_cli_train;
extern const SemaCliCommand sema_cli_convert;
extern const SemaCliCommand sema_cli_tensors;
extern const SemaCliCommand sema_cli_row;
extern const SemaCliCommand sema_cli_tokenize;
extern const SemaCliCommand sema_cli_diagnose;
extern const SemaCliCommand sema_cli_diff;

/**
 * SemaCliArguments:
 * @words: (nullable) (array zero-terminated=1): what is no option, in order, as bytes; freed with it
 * @most_rows: how many words of the file are to be opened, 0 for all
 * @done: whether there is nothing left to do: the help was printed, or the call was wrong
 * @status: then the exit status
 */
typedef struct
{
  char   **words;
  gint64   most_rows;
  gboolean done;
  int      status;
} SemaCliArguments;

void sema_cli_arguments_parse (SemaCliArguments *self, const SemaCliCommand *command, const GOptionEntry *entries, int argc, char **argv);
void sema_cli_arguments_need (SemaCliArguments *self, const SemaCliCommand *command, guint min, guint max);
void sema_cli_arguments_restrict (SemaCliArguments *self, const SemaCliCommand *command, gint64 n_words, guint64 *most_words);
void sema_cli_arguments_clear (SemaCliArguments *self);
int  sema_cli_arguments_choose (const char *text, const char *const *choices);

/* The option of who evaluates a file by its first words. */
#define SEMA_CLI_RESTRICT(place)                                                                                       \
  {                                                                                                                    \
    "restrict", 0, 0, G_OPTION_ARG_INT64, (place), N_ ("Use only the first N words of the file (300000; 0: all)"), "N" \
  }

int sema_cli_fail_usage (const SemaCliCommand *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaCliArguments, sema_cli_arguments_clear)

G_END_DECLS
