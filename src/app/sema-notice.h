/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SEMA_TYPE_NOTICE (sema_notice_get_type ())
G_DECLARE_FINAL_TYPE (SemaNotice, sema_notice, SEMA, NOTICE, AdwBin)

void sema_notice_show (SemaNotice *self, const char *const *sentences);
void sema_notice_hide (SemaNotice *self);

G_END_DECLS
