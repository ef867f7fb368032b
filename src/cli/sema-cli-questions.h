/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sema_cli_questions_find_fault (char **questions);

G_END_DECLS
