/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SEMA_TYPE_APPLICATION (sema_application_get_type ())
G_DECLARE_FINAL_TYPE (SemaApplication, sema_application, SEMA, APPLICATION, AdwApplication)

SemaApplication *sema_application_new (void);

G_END_DECLS
