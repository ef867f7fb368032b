/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-training.h"

G_BEGIN_DECLS

char *sema_training_text_describe (SemaTraining *training);
char *sema_training_text_list_neighbours (const SemaSet *set, const char *word, gsize n);

G_END_DECLS
