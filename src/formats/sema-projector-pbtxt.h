/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A configuration of the Embedding Projector as TensorFlow and PyTorch write it: a protobuf message as text. */

gboolean sema_projector_pbtxt_is_one (const char *text, gsize length);
gboolean sema_projector_pbtxt_parse (const char *label, const char *text, gsize length, GPtrArray *embeddings, GError **error);

G_END_DECLS
