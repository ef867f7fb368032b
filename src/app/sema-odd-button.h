/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

/* Properties:
 *   session  SemaSession  whose words are asked about
 */
#define SEMA_TYPE_ODD_BUTTON (sema_odd_button_get_type ())
G_DECLARE_FINAL_TYPE (SemaOddButton, sema_odd_button, SEMA, ODD_BUTTON, AdwBin)

G_END_DECLS
