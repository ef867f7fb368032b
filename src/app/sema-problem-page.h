/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void sema_problem_page_show (AdwStatusPage *page, const char *title, const char *sentence);
void sema_problem_page_show_cancelled (AdwStatusPage *page, const char *title);

G_END_DECLS
