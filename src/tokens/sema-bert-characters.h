/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What BERT's tokenizer tells characters apart by, as Hugging Face's tokenizers do: by the categories of Unicode 8, which the tables of
 * exceptions keep where GLib knows a later one. */

gboolean sema_bert_is_control (gunichar ch);
gboolean sema_bert_is_accent (gunichar ch);
gboolean sema_bert_is_punctuation (gunichar ch);
gboolean sema_bert_is_ideograph (gunichar ch);

gsize sema_bert_decompose (gunichar ch, gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH]);
gsize sema_bert_lowercase (gunichar ch, gunichar parts[2]);

G_END_DECLS
