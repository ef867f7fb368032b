/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-scatter-scene.h"

G_BEGIN_DECLS

#define FIXTURE_LETTER 0.6 /* width of any letter, in heights of the font */
#define FIXTURE_LINE 1.4   /* height of a line */

SemaMeasure  fixture_get_measure (void);
double       fixture_get_font (SemaTextRole role);
SemaScatter *fixture_make_scatter (gsize n, gsize n_clusters, guint64 seed);
void         fixture_add_point (SemaScatter *scatter, const char *label, double x, double y, int cluster);
void         fixture_add_cluster (SemaScatter *scatter, const char *name);
void         fixture_add_analogy (SemaScatter *scatter, gsize a, gsize b, gsize c, gssize answer);

const SemaTextMark *fixture_find_text (const SemaScene *scene, const char *text);
const SemaTextMark *fixture_find_label (const SemaScene *scene, gssize point);
guint               fixture_count_texts (const SemaScene *scene, SemaTextRole role);
guint               fixture_count_lines (const SemaScene *scene, SemaLineRole role);
const SemaLineMark *fixture_find_line (const SemaScene *scene, SemaLineRole role);

G_END_DECLS
