/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-byte-sink.h"

G_BEGIN_DECLS

gboolean sema_svg_ids_renumber (const char *svg, gsize length, SemaByteSink *sink);

G_END_DECLS
