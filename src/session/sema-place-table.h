/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-place-picture.h"

G_BEGIN_DECLS

GString *sema_place_table_print_csv (const SemaPlacePicture *picture);

G_END_DECLS
