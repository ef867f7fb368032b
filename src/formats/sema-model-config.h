/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaModelConfig:
 * @has_head: whether the model ends in an output head, which turns vectors into tokens
 * @is_tied: whether that head would be the embedding matrix again
 *
 * What the config.json of transformers tells of a model.
 */
typedef struct
{
  gboolean has_head;
  gboolean is_tied;
} SemaModelConfig;

gboolean sema_model_config_parse (SemaModelConfig *self, const char *bytes, gsize n_bytes, GError **error);
gboolean sema_model_config_read (SemaModelConfig *self, const char *folder, GError **error);
void     sema_model_config_check (const char *folder, GPtrArray *warnings);

G_END_DECLS
