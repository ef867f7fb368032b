/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-word-row.h"

G_BEGIN_DECLS

#define SEMA_TYPE_WORD_CELL (sema_word_cell_get_type ())
G_DECLARE_FINAL_TYPE (SemaWordCell, sema_word_cell, SEMA, WORD_CELL, AdwBin)

void         sema_word_cell_set_row (SemaWordCell *self, SemaWordRow *row, GMenuModel *menu);
SemaWordRow *sema_word_cell_get_row (SemaWordCell *self);

G_END_DECLS
