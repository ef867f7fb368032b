/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-json-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-error.h"
#include "sema-json-text.h"
#include "sema-number.h"

#define EVENTS_BETWEEN_LOOKS 4096 /* at cancel; a few hundred microseconds */

/* What may come next. */
typedef enum {
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END, /* just after “[” */
  EXPECT_KEY,
  EXPECT_KEY_OR_END, /* just after “{” */
  EXPECT_COLON,
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING,
} State;

struct _SemaJsonReader
{
  SemaJsonText  text;
  const char   *event_at;
  guint         max_depth;
  SemaProgress *progress;
  guint         n_events;

  State         state;
  SemaJsonEvent event;

  guint  depth;
  guint8 is_object[SEMA_JSON_MAX_DEPTH / 8]; /* a bit for each that is open */
};

/**
 * sema_json_reader_new:
 * @label: name of the file for messages
 * @bytes: (array length=n_bytes): the text, UTF-8 with or without a byte order mark; borrowed as long as the reader lives
 * @n_bytes: how many bytes it has, any number
 *
 * Returns: (transfer full): a reader at the start of the text. It takes 8 KiB, and as much as the longest string that has
 *   backslashes in it. O(@n_bytes) for the whole text.
 */
SemaJsonReader *
sema_json_reader_new (const char *label, const char *bytes, gsize n_bytes)
{
  SemaJsonReader *self = g_new0 (SemaJsonReader, 1);

  sema_json_text_init (&self->text, label, bytes, n_bytes);
  self->max_depth = SEMA_JSON_MAX_DEPTH;
  self->event_at = self->text.at;
  return self;
}

/**
 * sema_json_reader_free:
 * @self: (transfer full) (nullable): a reader
 */
void
sema_json_reader_free (SemaJsonReader *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->progress, sema_progress_unref);
  sema_json_text_clear (&self->text);
  g_free (self);
}

/**
 * sema_json_reader_set_origin:
 * @self: the reader
 * @origin: where in the file the text starts, in bytes; 0 until set
 *
 * For messages, and for sema_json_reader_get_offset().
 */
void
sema_json_reader_set_origin (SemaJsonReader *self, guint64 origin)
{
  self->text.origin = origin;
}

/**
 * sema_json_reader_set_max_depth:
 * @self: the reader
 * @max_depth: how many objects and arrays may be open at once, 1 to %SEMA_JSON_MAX_DEPTH
 */
void
sema_json_reader_set_max_depth (SemaJsonReader *self, guint max_depth)
{
  self->max_depth = CLAMP (max_depth, 1, SEMA_JSON_MAX_DEPTH);
}

/**
 * sema_json_reader_set_progress:
 * @self: the reader
 * @progress: (nullable): cancels the reading; is not told how far it is
 */
void
sema_json_reader_set_progress (SemaJsonReader *self, SemaProgress *progress)
{
  SemaProgress *other = progress != NULL ? sema_progress_ref (progress) : NULL;

  g_clear_pointer (&self->progress, sema_progress_unref);
  self->progress = other;
}

static gboolean
is_in_object (const SemaJsonReader *self)
{
  guint last = self->depth - 1;

  return (self->is_object[last / 8] >> (last % 8) & 1) != 0;
}

/* After a value: the next of the same object or array, or nothing but blanks. */
static void
expect_next (SemaJsonReader *self)
{
  self->state = self->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
}

static gboolean
open_level (SemaJsonReader *self, gboolean is_object)
{
  guint8 bit = (guint8)(1u << self->depth % 8);

  if (self->depth >= self->max_depth)
    return sema_json_text_fail (&self->text, self->text.at, _ ("too many objects and arrays are nested there"));
  self->is_object[self->depth / 8] = (guint8)(is_object ? self->is_object[self->depth / 8] | bit : self->is_object[self->depth / 8] & ~bit);
  self->depth++;
  self->text.at++;
  self->event = is_object ? SEMA_JSON_OBJECT : SEMA_JSON_ARRAY;
  self->state = is_object ? EXPECT_KEY_OR_END : EXPECT_VALUE_OR_END;
  return TRUE;
}

static void
close_level (SemaJsonReader *self)
{
  self->event = is_in_object (self) ? SEMA_JSON_OBJECT_END : SEMA_JSON_ARRAY_END;
  self->depth--;
  self->text.at++;
  expect_next (self);
}

static gboolean
read_literal (SemaJsonReader *self, const char *literal, SemaJsonEvent event)
{
  gsize length = strlen (literal);
  gsize n = MIN (length, (gsize)(self->text.end - self->text.at));

  if (memcmp (self->text.at, literal, n) != 0)
    return sema_json_text_fail (&self->text, self->text.at, _ ("a value is expected there"));
  if (n < length)
    return sema_json_text_fail (&self->text, self->text.end, "");
  self->text.at += length;
  self->event = event;
  expect_next (self);
  return TRUE;
}

static gboolean
read_value (SemaJsonReader *self)
{
  switch (*self->text.at)
    {
    case '{':
    case '[':
      return open_level (self, *self->text.at == '{');
    case '"':
      self->event = SEMA_JSON_STRING;
      expect_next (self);
      return sema_json_text_read_string (&self->text);
    case 't':
      return read_literal (self, "true", SEMA_JSON_TRUE);
    case 'f':
      return read_literal (self, "false", SEMA_JSON_FALSE);
    case 'n':
      return read_literal (self, "null", SEMA_JSON_NULL);
    default:
      if (*self->text.at == '-' || g_ascii_isdigit (*self->text.at))
        {
          self->event = SEMA_JSON_NUMBER;
          expect_next (self);
          return sema_json_text_read_number (&self->text);
        };
      return sema_json_text_fail (&self->text, self->text.at, _ ("a value is expected there"));
    }
}

static gboolean
read_key (SemaJsonReader *self)
{
  if (*self->text.at != '"')
    return sema_json_text_fail (&self->text, self->text.at, _ ("a key in quotation marks is expected there"));
  self->event = SEMA_JSON_KEY;
  self->state = EXPECT_COLON;
  return sema_json_text_read_string (&self->text);
}

/* Passes over a colon or a comma, and the blanks after it. */
static gboolean
take_separator (SemaJsonReader *self)
{
  if (self->state == EXPECT_COLON)
    {
      if (*self->text.at != ':')
        return sema_json_text_fail (&self->text, self->text.at, _ ("a colon is expected there"));
      self->state = EXPECT_VALUE;
    }
  else
    {
      if (*self->text.at != ',')
        return sema_json_text_fail (&self->text, self->text.at, is_in_object (self) ? _ ("a comma or “}” is expected there") : _ ("a comma or “]” is expected there"));
      self->state = is_in_object (self) ? EXPECT_KEY : EXPECT_VALUE;
    }
  self->text.at++;
  sema_json_text_skip_blanks (&self->text);
  return self->text.at < self->text.end || sema_json_text_fail (&self->text, self->text.end, "");
}

static gboolean
may_close (const SemaJsonReader *self)
{
  if (self->state != EXPECT_COMMA_OR_END && self->state != EXPECT_KEY_OR_END && self->state != EXPECT_VALUE_OR_END)
    return FALSE;
  return *self->text.at == (is_in_object (self) ? '}' : ']');
}

/* Finds the next event; FALSE with self->text.error. */
static gboolean
advance (SemaJsonReader *self)
{
  sema_json_text_skip_blanks (&self->text);
  self->event_at = self->text.at;
  if (self->state == EXPECT_NOTHING)
    {
      self->event = SEMA_JSON_END;
      return self->text.at == self->text.end || sema_json_text_fail (&self->text, self->text.at, _ ("nothing more is expected there"));
    }
  if (self->text.at == self->text.end)
    return sema_json_text_fail (&self->text, self->text.end, "");
  if (may_close (self))
    {
      close_level (self);
      return TRUE;
    }
  if ((self->state == EXPECT_COLON || self->state == EXPECT_COMMA_OR_END) && !take_separator (self))
    return FALSE;
  self->event_at = self->text.at;
  return self->state == EXPECT_KEY || self->state == EXPECT_KEY_OR_END ? read_key (self) : read_value (self);
}

/**
 * sema_json_reader_next:
 * @self: the reader
 * @error: return location
 *
 * Goes on to the next event. After the last one each call gives %SEMA_JSON_END again, after a failure the same failure.
 *
 * Returns: the event; %SEMA_JSON_FAILED with %SEMA_FORMAT_ERROR_DAMAGED, whose message has the byte,
 *   %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
SemaJsonEvent
sema_json_reader_next (SemaJsonReader *self, GError **error)
{
  self->text.value = NULL;
  self->text.length = 0;
  if (self->text.error == NULL && self->n_events++ % EVENTS_BETWEEN_LOOKS == 0 && sema_progress_is_cancelled (self->progress))
    sema_set_cancelled (&self->text.error);
  if (self->text.error == NULL && advance (self))
    return self->event;
  self->event = SEMA_JSON_FAILED;
  if (error != NULL)
    *error = g_error_copy (self->text.error);
  return SEMA_JSON_FAILED;
}

/**
 * sema_json_reader_skip_value:
 * @self: the reader
 * @error: as sema_json_reader_next()
 *
 * Passes over the value that has just begun: after a key its value, after the beginning of an object or an array all up to its
 * end; after any other event nothing is left to pass over. What is passed over is checked all the same.
 *
 * Returns: %FALSE with the error
 */
gboolean
sema_json_reader_skip_value (SemaJsonReader *self, GError **error)
{
  guint depth;

  if (self->event == SEMA_JSON_KEY && sema_json_reader_next (self, error) == SEMA_JSON_FAILED)
    return FALSE;
  if (self->event != SEMA_JSON_OBJECT && self->event != SEMA_JSON_ARRAY)
    return TRUE;
  depth = self->depth;
  while (self->depth >= depth)
    if (sema_json_reader_next (self, error) == SEMA_JSON_FAILED)
      return FALSE;
  return TRUE;
}

/**
 * sema_json_reader_fail:
 * @self: the reader
 * @clause: translated: what is wrong with the event, which is right as JSON
 * @error: (out): gets %SEMA_FORMAT_ERROR_DAMAGED with the byte where the event starts
 *
 * For callers who expected something else. No other event comes.
 *
 * Returns: %FALSE
 */
gboolean
sema_json_reader_fail (SemaJsonReader *self, const char *clause, GError **error)
{
  sema_json_text_fail (&self->text, self->event_at, clause);
  self->event = SEMA_JSON_FAILED;
  if (error != NULL)
    *error = g_error_copy (self->text.error);
  return FALSE;
}

/**
 * sema_json_reader_get_text:
 * @self: the reader, at a key, a string or a number
 * @length: (out): bytes of the text
 *
 * Returns: (transfer none) (nullable): of a key or a string the characters in UTF-8, which may be NUL; of a number its digits.
 *   Not NUL-terminated; valid until the next event. %NULL with length 0 at other events.
 */
const char *
sema_json_reader_get_text (const SemaJsonReader *self, gsize *length)
{
  *length = self->text.length;
  return self->text.value;
}

/**
 * sema_json_reader_text_equals:
 * @self: the reader
 * @text: what the key or the string may be
 *
 * Returns: whether it is that
 */
gboolean
sema_json_reader_text_equals (const SemaJsonReader *self, const char *text)
{
  gsize length = strlen (text);

  return self->text.value != NULL && self->text.length == length && memcmp (self->text.value, text, length) == 0;
}

/**
 * sema_json_reader_get_double:
 * @self: the reader
 * @value: (out): the nearest double; infinite when the number is too large
 *
 * Returns: whether the event is a number
 */
gboolean
sema_json_reader_get_double (const SemaJsonReader *self, double *value)
{
  return self->event == SEMA_JSON_NUMBER && sema_number_parse_double (self->text.value, self->text.length, value);
}

/**
 * sema_json_reader_get_int64:
 * @self: the reader
 * @value: (out): the number
 *
 * Returns: whether the event is a number that is written without a point and an exponent, and fits
 */
gboolean
sema_json_reader_get_int64 (const SemaJsonReader *self, gint64 *value)
{
  gboolean is_negative;
  gint64   number = 0;

  if (self->event != SEMA_JSON_NUMBER)
    return FALSE;
  is_negative = self->text.value[0] == '-';
  for (gsize i = is_negative; i < self->text.length; i++)
    {
      gint64 digit = self->text.value[i] - '0';

      if (!g_ascii_isdigit (self->text.value[i]) || __builtin_mul_overflow (number, 10, &number) ||
          __builtin_sub_overflow (number, digit, &number))
        return FALSE;
    }
  /* Counted downwards, because there is one more number below zero than above. */
  if (!is_negative && number == G_MININT64)
    return FALSE;
  *value = is_negative ? number : -number;
  return TRUE;
}

/**
 * sema_json_reader_get_offset:
 * @self: the reader
 *
 * Returns: where in the file the event starts, in bytes from 0
 */
guint64
sema_json_reader_get_offset (const SemaJsonReader *self)
{
  return sema_json_text_get_place (&self->text, self->event_at);
}

/**
 * sema_json_reader_get_depth:
 * @self: the reader
 *
 * Returns: how many objects and arrays are open: one that has just begun counts, one that has just ended does not
 */
guint
sema_json_reader_get_depth (const SemaJsonReader *self)
{
  return self->depth;
}
