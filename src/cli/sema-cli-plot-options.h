/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-cli-command.h"
#include "sema-export.h"
#include "sema-looks.h"
#include "sema-recipe.h"
#include "sema-vectors-place.h"

G_BEGIN_DECLS

typedef enum {
  SEMA_CLI_VIEW_MAP,
  SEMA_CLI_VIEW_MATRIX,
  SEMA_CLI_VIEW_QUESTIONS,
  SEMA_CLI_VIEW_RULER,
} SemaCliView;

/**
 * SemaCliPlotOptions:
 * @ready: whether there is a picture to draw
 * @vectors: (nullable): file name of the vectors; %NULL where only the session tells it
 * @session: (nullable): file name of the session that is drawn
 * @place: (nullable): how the session's vectors are found
 * @most_rows: how many words of them are to be opened, 0 for all
 * @tokenizer: (nullable): the tokenizer that the session has chosen for them
 * @output: file name of the picture
 * @coordinates: (nullable): file name for the coordinates as CSV
 * @view: which picture of it
 * @looks: what is shown instead of the map, and how
 * @questions: (array zero-terminated=1) (nullable): what is asked, each of them can be read
 * @has_axes: whether two of them are to be the axes of the map
 * @recipe: what to draw
 * @export: how to draw it
 *
 * A call of plot, understood.
 */
typedef struct
{
  gboolean          ready;
  char             *vectors;
  char             *session;
  SemaVectorsPlace *place;
  guint64           most_rows;
  char             *tokenizer;
  char             *output;
  char             *coordinates;
  SemaCliView       view;
  SemaLooks         looks;
  char            **questions;
  gboolean          has_axes;
  SemaRecipe       *recipe;
  SemaExportOptions export;
} SemaCliPlotOptions;

int   sema_cli_plot_options_parse (SemaCliPlotOptions *self, const SemaCliCommand *command, int argc, char **argv);
char *sema_cli_plot_options_find_vectors (const SemaCliPlotOptions *options);
void  sema_cli_plot_options_clear (SemaCliPlotOptions *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaCliPlotOptions, sema_cli_plot_options_clear)

G_END_DECLS
