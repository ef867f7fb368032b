/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-json-text.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"

/**
 * sema_json_text_init:
 * @self: a text
 * @label: name of the file for messages
 * @bytes: (array length=n_bytes): the text; borrowed
 * @n_bytes: how many bytes it has
 *
 * Starts at the first byte that is no byte order mark.
 */
void
sema_json_text_init (SemaJsonText *self, const char *label, const char *bytes, gsize n_bytes)
{
  *self = (SemaJsonText) {.label = g_strdup (label), .start = bytes, .at = bytes, .end = bytes + n_bytes};
  if (n_bytes >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    self->at += 3;
}

/**
 * sema_json_text_clear:
 * @self: a text
 *
 * Frees what belongs to it.
 */
void
sema_json_text_clear (SemaJsonText *self)
{
  g_clear_error (&self->error);
  sema_buffer_clear (&self->decoded);
  g_clear_pointer (&self->label, g_free);
}

/**
 * sema_json_text_get_place:
 * @self: the text
 * @at: a byte of it, or its end
 *
 * Returns: where in the file that is, in bytes from 0
 */
guint64
sema_json_text_get_place (const SemaJsonText *self, const char *at)
{
  return self->origin + (guint64)(at - self->start);
}

/**
 * sema_json_text_fail:
 * @self: the text
 * @at: where it is wrong; at its end the message says that it ends too early
 * @clause: translated: what is wrong
 *
 * Sets %SEMA_FORMAT_ERROR_DAMAGED in @self->error, unless an error is there already.
 *
 * Returns: %FALSE
 */
gboolean
sema_json_text_fail (SemaJsonText *self, const char *at, const char *clause)
{
  if (self->error == NULL)
    g_set_error (&self->error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” is not right at byte %" PRIu64 ": %s."), self->label, sema_json_text_get_place (self, at), at < self->end ? clause : _ ("its JSON text ends too early"));
  return FALSE;
}

/**
 * sema_json_text_skip_blanks:
 * @self: the text
 *
 * Moves past white space.
 */
void
sema_json_text_skip_blanks (SemaJsonText *self)
{
  const char *p = self->at;

  while (p < self->end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
    p++;
  self->at = p;
}

/* The first byte from @p on that ends a run of plain characters. */
static const char *
find_run_end (const char *p, const char *end)
{
  while (p < end && *p != '"' && *p != '\\' && (guchar)*p >= 0x20)
    p++;
  return p;
}

static gboolean
check_utf8 (SemaJsonText *self, const char *run, const char *run_end)
{
  const char *wrong;

  return g_utf8_validate_len (run, (gsize)(run_end - run), &wrong) || sema_json_text_fail (self, wrong, _ ("the bytes there are not UTF-8"));
}

static gboolean
append (SemaJsonText *self, const char *bytes, gsize n_bytes)
{
  gpointer place = sema_buffer_append (&self->decoded, n_bytes, &self->error);

  if (place != NULL && n_bytes > 0)
    memcpy (place, bytes, n_bytes);
  return place != NULL;
}

/* Four hexadecimal digits at @p. */
static gboolean
read_hex (SemaJsonText *self, const char *p, gunichar *value)
{
  *value = 0;
  for (guint i = 0; i < 4; i++)
    {
      int digit = p + i < self->end ? g_ascii_xdigit_value (p[i]) : -1;

      if (digit < 0)
        return sema_json_text_fail (self, MIN (p + i, self->end), _ ("four hexadecimal digits are expected after “\\u”"));
      *value = *value << 4 | (gunichar)digit;
    }
  return TRUE;
}

/* \uXXXX at @at, with its second half where it is one of a pair; moves past it. */
static gboolean
read_code_point (SemaJsonText *self)
{
  const char *first = self->at;
  gunichar    ch, low;
  char        utf8[6];

  if (!read_hex (self, first + 2, &ch))
    return FALSE;
  self->at += 6;
  if (ch >= 0xd800 && ch <= 0xdbff && self->end - self->at >= 2 && self->at[0] == '\\' && self->at[1] == 'u')
    {
      if (!read_hex (self, self->at + 2, &low))
        return FALSE;
      if (low >= 0xdc00 && low <= 0xdfff)
        {
          ch = 0x10000 + ((ch - 0xd800) << 10) + (low - 0xdc00);
          self->at += 6;
        }
    }
  if (ch >= 0xd800 && ch <= 0xdfff)
    return sema_json_text_fail (self, first, _ ("half of a pair of “\\u” escapes stands there alone"));
  return append (self, utf8, (gsize)g_unichar_to_utf8 (ch, utf8));
}

static gboolean
read_escape (SemaJsonText *self)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char       *letter;

  if (self->at + 1 < self->end && self->at[1] == 'u')
    return read_code_point (self);
  letter = self->at + 1 < self->end && self->at[1] != '\0' ? strchr (letters, self->at[1]) : NULL;
  if (letter == NULL)
    return sema_json_text_fail (self, self->at + 1, _ ("no such letter comes after a backslash"));
  self->at += 2;
  return append (self, &meanings[letter - letters], 1);
}

/* The rest of a string, from its first backslash on, into the buffer. */
static gboolean
decode_rest (SemaJsonText *self, const char *first)
{
  self->decoded.n_bytes = 0;
  if (!append (self, first, (gsize)(self->at - first)))
    return FALSE;
  while (self->at < self->end && *self->at == '\\')
    {
      const char *run;

      if (!read_escape (self))
        return FALSE;
      run = self->at;
      self->at = find_run_end (run, self->end);
      if (!check_utf8 (self, run, self->at) || !append (self, run, (gsize)(self->at - run)))
        return FALSE;
    }
  self->value = self->decoded.data;
  self->length = self->decoded.n_bytes;
  return TRUE;
}

/**
 * sema_json_text_read_string:
 * @self: the text, at a quotation mark
 *
 * Moves past a string; its characters are then @self->value, in the bytes themselves where it has no backslash. O(its length).
 *
 * Returns: %FALSE with @self->error: the string is wrong, or %SEMA_CORE_ERROR_NO_MEMORY
 */
gboolean
sema_json_text_read_string (SemaJsonText *self)
{
  const char *first = ++self->at;

  self->at = find_run_end (first, self->end);
  if (!check_utf8 (self, first, self->at))
    return FALSE;
  self->value = first;
  self->length = (gsize)(self->at - first);
  if (self->at < self->end && *self->at == '\\' && !decode_rest (self, first))
    return FALSE;
  if (self->at == self->end || *self->at != '"')
    return sema_json_text_fail (self, self->at, _ ("a control character stands in a string there"));
  self->at++;
  return TRUE;
}

/* Moves past digits, of which there must be one. */
static gboolean
take_digits (SemaJsonText *self)
{
  const char *p = self->at;

  while (p < self->end && g_ascii_isdigit (*p))
    p++;
  if (p == self->at)
    return sema_json_text_fail (self, p, _ ("a digit is expected there"));
  self->at = p;
  return TRUE;
}

/**
 * sema_json_text_read_number:
 * @self: the text, at a digit or a minus
 *
 * Moves past a number, which is then @self->value as it is written. What comes after it is not looked at.
 *
 * Returns: %FALSE with @self->error
 */
gboolean
sema_json_text_read_number (SemaJsonText *self)
{
  const char *first = self->at;

  self->at += *self->at == '-';
  if (self->at < self->end && *self->at == '0')
    self->at++;
  else if (!take_digits (self))
    return FALSE;
  if (self->at < self->end && *self->at == '.')
    {
      self->at++;
      if (!take_digits (self))
        return FALSE;
    }
  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E'))
    {
      self->at++;
      self->at += self->at < self->end && (*self->at == '+' || *self->at == '-');
      if (!take_digits (self))
        return FALSE;
    }
  self->value = first;
  self->length = (gsize)(self->at - first);
  return TRUE;
}
