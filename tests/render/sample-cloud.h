/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-scatter.h"
#include "sema-set.h"

/* Clouds that are the same on every machine. Each owns its places. */

SemaCloud *sample_cloud_new_clusters (guint64 n, guint64 seed);
SemaCloud *sample_cloud_new_words (SemaSet *set, double ratios[2]);

SemaScatter *sample_cloud_new_scatter (void);
