/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the commands print is UTF-8 and in the C locale's numbers, whatever the locale is: it is read by programs. */

void sema_cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
void sema_cli_complain_and_advise (const char *problem, const char *advice);
void sema_cli_warn (const char *sentence);

guint sema_cli_measure_text (const char *text);
void  sema_cli_print_padded (const char *text, guint width);

void sema_cli_print_word (const char *word, gsize length);
void sema_cli_print_json_text (const char *text);
void sema_cli_print_json_word (const char *word, gsize length);
void sema_cli_print_json_float (float value);
void sema_cli_print_json_double (double value);

G_END_DECLS
