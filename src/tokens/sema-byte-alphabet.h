/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The letters that GPT-2 writes bytes with in its files, one for each, so that every token is text: “Ġ” is a space. */

gunichar sema_byte_alphabet_get (guint8 byte);
gsize    sema_byte_alphabet_encode (const char *bytes, gsize length, char *letters);
char    *sema_byte_alphabet_decode (const char *letters, gsize length, gsize *n_bytes);

G_END_DECLS
