/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <zlib.h>

G_BEGIN_DECLS

gboolean sema_inflate_begin (z_stream *stream);

G_END_DECLS
