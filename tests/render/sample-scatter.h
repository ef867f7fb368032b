/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-scatter.h"

/* Scatters that are the same on every machine, for pictures to be compared. */

SemaScatter *sample_scatter_new_words (void);
SemaScatter *sample_scatter_new_analogies (void);
SemaScatter *sample_scatter_new_clusters (gsize n_points, gsize n_clusters);
SemaScatter *sample_scatter_new_odd_words (void);
SemaScatter *sample_scatter_new_two (void);
SemaScatter *sample_scatter_new_questions (void);
