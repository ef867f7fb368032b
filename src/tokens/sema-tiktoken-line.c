/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tiktoken-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-token-table.h"

static int
get_digit (char letter)
{
  if (letter >= 'A' && letter <= 'Z')
    return letter - 'A';
  if (letter >= 'a' && letter <= 'z')
    return letter - 'a' + 26;
  if (letter >= '0' && letter <= '9')
    return letter - '0' + 52;
  return letter == '+' ? 62 : letter == '/' ? 63
                                            : -1;
}

/* Base64 as RFC 4648 has it, with its padding, and no bit that is left over set. */
static gboolean
decode (const char *letters, gsize n_letters, char *bytes, gsize *n_bytes)
{
  gsize n_padding = 0;
  guint group = 0;

  if (n_letters == 0 || n_letters % 4 != 0)
    return FALSE;
  while (n_padding < 2 && letters[n_letters - 1 - n_padding] == '=')
    n_padding++;
  *n_bytes = 0;
  for (gsize i = 0; i < n_letters; i++)
    {
      int digit = i < n_letters - n_padding ? get_digit (letters[i]) : 0;

      if (digit < 0)
        return FALSE;
      group = group << 6 | (guint)digit;
      if (i % 4 != 3)
        continue;
      for (guint part = 0; part < 3; part++)
        bytes[(*n_bytes)++] = (char)(group >> (16 - 8 * part));
      group = 0;
    }
  *n_bytes -= n_padding;
  return n_padding == 0 || bytes[*n_bytes] == 0;
}

static gboolean
parse_rank (const char *digits, gsize n_digits, guint32 *rank)
{
  guint64 value = 0;

  for (gsize i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (digits[i]))
        return FALSE;
      value = value * 10 + (guint64)(digits[i] - '0');
      if (value > SEMA_TOKEN_MAX_ID)
        return FALSE;
    }
  *rank = (guint32)value;
  return n_digits > 0;
}

/**
 * sema_tiktoken_line_parse:
 * @self: (out caller-allocates): what the line says, or what is wrong with it
 * @line: (array length=length): a line without what ends it
 * @length: its bytes
 * @bytes: (nullable): where the token goes; %NULL where only the form and the rank of a short line are asked for
 *
 * Reads a token in base64, a space, and its rank.
 *
 * Returns: whether it is such a line; also %FALSE where there is no room, with no fault
 */
gboolean
sema_tiktoken_line_parse (SemaTiktokenLine *self, const char *line, gsize length, SemaBuffer *bytes)
{
  const char *space = memchr (line, ' ', length);
  gsize       n_letters = space != NULL ? (gsize)(space - line) : 0;
  char        short_token[64];
  char       *token = short_token;

  *self = (SemaTiktokenLine) {NULL, 0, 0, NULL};
  if (bytes != NULL)
    {
      bytes->n_bytes = 0;
      token = sema_buffer_append (bytes, n_letters + 1, NULL);
      if (token == NULL)
        return FALSE;
    }
  else if (n_letters >= sizeof short_token)
    return FALSE;
  if (space == NULL)
    self->fault = _ ("it has no token, space and rank");
  else if (!decode (line, n_letters, token, &self->length))
    self->fault = _ ("its token is not base64");
  else if (!parse_rank (space + 1, length - n_letters - 1, &self->rank))
    self->fault = _ ("its rank is no whole number from 0 to 4294967294");
  self->token = bytes != NULL ? token : NULL;
  return self->fault == NULL;
}
