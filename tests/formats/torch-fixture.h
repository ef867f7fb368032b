/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-torch.h"

G_BEGIN_DECLS

/* Pickles as PyTorch writes them, put together for a test. */

void torch_fixture_text (GByteArray *bytes, const char *text);
void torch_fixture_number (GByteArray *bytes, gint64 number);
void torch_fixture_global (GByteArray *bytes, const char *module, const char *name);
void torch_fixture_tensor (GByteArray *bytes, const char *type, guint64 n, guint64 offset, const char *shape, const char *strides);

gboolean torch_fixture_list (GByteArray *bytes, guint64 n_bytes, SemaTensorList *list, GPtrArray *warnings, GError **error);

G_END_DECLS
