/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as text, in the C locale whatever the user's is. */

#define SEMA_NUMBER_SIZE 32 /* bytes that hold any number written here, with its NUL */

gboolean    sema_number_parse_float (const char *text, gsize length, float *value);
gboolean    sema_number_parse_double (const char *text, gsize length, double *value);
const char *sema_number_scan_float (const char *text, const char *end, float *value);
const char *sema_number_print_float (float value, char buffer[SEMA_NUMBER_SIZE]);
const char *sema_number_print_double (double value, char buffer[SEMA_NUMBER_SIZE]);
const char *sema_number_print_fixed (double value, int decimals, char buffer[SEMA_NUMBER_SIZE]);

G_END_DECLS
