/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gguf-reader.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-little-endian.h"

#define WINDOW (256 * 1024)           /* bytes that are read at once */
#define MAX_TEXT (1024 * 1024 * 1024) /* bytes, as in llama.cpp */

/**
 * sema_gguf_reader_init:
 * @self: (out caller-allocates): the reader
 * @bytes: a file, borrowed
 * @at: where to begin, at most its size
 */
void
sema_gguf_reader_init (SemaGgufReader *self, SemaTensorBytes *bytes, guint64 at)
{
  *self = (SemaGgufReader) {.bytes = bytes, .at = at};
}

/**
 * sema_gguf_reader_clear:
 * @self: a reader
 */
void
sema_gguf_reader_clear (SemaGgufReader *self)
{
  sema_buffer_clear (&self->window);
}

/**
 * sema_gguf_reader_get_left:
 * @self: a reader
 *
 * Returns: how many bytes the file has after those that were read
 */
guint64
sema_gguf_reader_get_left (const SemaGgufReader *self)
{
  return sema_tensor_bytes_get_size (self->bytes) - self->at;
}

/**
 * sema_gguf_reader_fail:
 * @self: a reader
 * @at: the byte where it is
 * @clause: what is wrong there
 * @error: (out): %SEMA_FORMAT_ERROR_DAMAGED
 *
 * Returns: %FALSE
 */
gboolean
sema_gguf_reader_fail (const SemaGgufReader *self, guint64 at, const char *clause, GError **error)
{
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” is damaged at byte %" PRIu64 ": %s."), sema_tensor_bytes_get_label (self->bytes), at, clause);
  return FALSE;
}

static gboolean
check_left (const SemaGgufReader *self, guint64 n_bytes, GError **error)
{
  if (n_bytes <= sema_gguf_reader_get_left (self))
    return TRUE;
  return sema_gguf_reader_fail (self, self->at, _ ("the file ends before what is said to be there, as a download that was cut short does; fetch it again"), error);
}

static gboolean
fill_window (SemaGgufReader *self, gsize n_bytes, GError **error)
{
  gsize n = (gsize)MIN (MAX (n_bytes, WINDOW), sema_gguf_reader_get_left (self));

  self->window.n_bytes = 0;
  self->window_at = self->at;
  return sema_buffer_append (&self->window, n, error) != NULL &&
         sema_tensor_bytes_read (self->bytes, self->at, (guint8 *)self->window.data, n, error);
}

/**
 * sema_gguf_reader_take:
 * @self: a reader
 * @n_bytes: how many bytes are wanted
 * @error: %SEMA_FORMAT_ERROR_DAMAGED where the file has fewer; as sema_tensor_bytes_read(), or %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer none) (nullable): the next bytes, valid until the next call
 */
const guint8 *
sema_gguf_reader_take (SemaGgufReader *self, guint64 n_bytes, GError **error)
{
  const guint8 *place;

  if (!check_left (self, n_bytes, error))
    return NULL;
  if (self->window.data == NULL || self->at < self->window_at || self->at - self->window_at > self->window.n_bytes ||
      n_bytes > self->window.n_bytes - (self->at - self->window_at))
    if (!fill_window (self, (gsize)n_bytes, error))
      {
        self->window.n_bytes = 0;
        return NULL;
      }
  place = (const guint8 *)self->window.data + (self->at - self->window_at);
  self->at += n_bytes;
  return place;
}

/**
 * sema_gguf_reader_skip:
 * @self: a reader
 * @n_bytes: how many bytes are to be passed over
 * @error: %SEMA_FORMAT_ERROR_DAMAGED where the file has fewer
 *
 * Returns: whether there were as many
 */
gboolean
sema_gguf_reader_skip (SemaGgufReader *self, guint64 n_bytes, GError **error)
{
  if (!check_left (self, n_bytes, error))
    return FALSE;
  self->at += n_bytes;
  return TRUE;
}

/**
 * sema_gguf_reader_get_number:
 * @self: a reader
 * @width: bytes of the number, 1 to 8
 * @number: (out): the number as it stands there, the lowest byte first
 * @error: as sema_gguf_reader_take()
 *
 * Returns: whether it could be read
 */
gboolean
sema_gguf_reader_get_number (SemaGgufReader *self, guint width, guint64 *number, GError **error)
{
  const guint8 *place = sema_gguf_reader_take (self, width, error);

  if (place != NULL)
    *number = sema_little_endian_get (place, width);
  return place != NULL;
}

/**
 * sema_gguf_reader_get_length:
 * @self: a reader before a text
 * @length: (out): its bytes, which are there
 * @error: as sema_gguf_reader_take(); %SEMA_FORMAT_ERROR_DAMAGED also where it is longer than llama.cpp takes
 *
 * Returns: whether the text is there
 */
gboolean
sema_gguf_reader_get_length (SemaGgufReader *self, guint64 *length, GError **error)
{
  guint64 at = self->at;

  if (!sema_gguf_reader_get_number (self, 8, length, error))
    return FALSE;
  if (*length > sema_gguf_reader_get_left (self) || *length > MAX_TEXT)
    return sema_gguf_reader_fail (self, at, _ ("a text there is longer than what is left of the file, as in a download that was cut short; fetch it again"), error);
  return TRUE;
}

/**
 * sema_gguf_reader_get_text:
 * @self: a reader
 * @text: (out): the bytes of a text, any, valid until the next call
 * @length: (out): how many there are
 * @error: as sema_gguf_reader_get_length()
 *
 * Returns: whether it could be read
 */
gboolean
sema_gguf_reader_get_text (SemaGgufReader *self, const char **text, gsize *length, GError **error)
{
  guint64 n;

  if (!sema_gguf_reader_get_length (self, &n, error))
    return FALSE;
  *length = (gsize)n;
  *text = (const char *)sema_gguf_reader_take (self, n, error);
  return *text != NULL;
}
