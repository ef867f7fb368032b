/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-cloud-cells.h"

SemaCloud *fixture_make_cloud (guint64 n, guint64 seed);
SemaCloud *fixture_make_cloud_of (const float *places, guint64 n);
gboolean   fixture_is_in_box (const SemaCloud *cloud, guint64 row, const SemaCloudBox *box);
