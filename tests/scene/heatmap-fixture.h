/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scatter-fixture.h"
#include "sema-heatmap-page.h"

G_BEGIN_DECLS

SemaHeatmap *fixture_make_heatmap (gsize n_rows, gsize n_columns);
SemaHeatmap *fixture_make_strips (gsize n_rows, gsize n_columns);
void         fixture_add_trees (SemaHeatmap *heatmap);
SemaScene   *fixture_compose (const SemaHeatmap *heatmap, double width, double height);
void         fixture_find_layout (const SemaHeatmap *heatmap, double width, double height, SemaHeatmapLayout *layout);
gboolean     fixture_overlap (const SemaTextMark *a, const SemaTextMark *b);

G_END_DECLS
