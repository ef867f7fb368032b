/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-cli-plot-options.h"

G_BEGIN_DECLS

int sema_cli_plot_views_draw (const SemaCliPlotOptions *options);

G_END_DECLS
