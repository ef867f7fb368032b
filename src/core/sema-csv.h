/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a line of a table ends (RFC 4180). */
#define SEMA_CSV_LINE_END "\r\n"

void sema_csv_append_text (GString *csv, const char *text);
void sema_csv_append_double (GString *csv, double value);

G_END_DECLS
