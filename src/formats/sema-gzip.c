/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gzip.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>
#include <zlib.h>

#include "sema-error.h"
#include "sema-inflate.h"
#include "sema-memory.h"

#define MIN_INPUT_SIZE 4096
#define MAX_INPUT_SIZE (256 * 1024)

/* Flags of a member's header; the three highest bits are reserved. */
enum {
  FLAG_HEADER_CHECK = 1 << 1,
  FLAG_EXTRA = 1 << 2,
  FLAG_NAME = 1 << 3,
  FLAG_COMMENT = 1 << 4,
  FLAGS_RESERVED = 0xe0,
};

typedef enum {
  PART_HEADER,
  PART_DATA,
  PART_TRAILER,
  PART_END,
} Part;

struct _SemaGzip
{
  SemaFile *file; /* borrowed */
  guint8   *input;
  gsize     input_size;
  z_stream  stream;
  Part      part;
  gboolean  input_ended;

  gboolean is_raw; /* deflate data alone, whose CRC and length are known */
  guint64  n_expected;
  guint32  expected_check;
  guint64  n_made; /* bytes of raw data */

  guint64 n_members; /* begun */
  guint32 check;     /* CRC of the member's data so far */
  guint32 length;    /* of the member's data so far, modulo 2^32 */

  SemaGzipDamage damage;
};

/**
 * sema_gzip_is_magic:
 * @bytes: (array length=n_bytes): the first bytes of a file
 * @n_bytes: how many there are
 *
 * Returns: whether a gzip member starts here
 */
gboolean
sema_gzip_is_magic (const guint8 *bytes, gsize n_bytes)
{
  return n_bytes >= 3 && bytes[0] == 0x1f && bytes[1] == 0x8b && bytes[2] == 8;
}

/**
 * sema_gzip_new:
 * @file: the compressed file, at its first byte; borrowed, it must live longer
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the reader, to be freed with sema_gzip_free(); %NULL with SEMA_CORE_ERROR_NO_MEMORY
 */
SemaGzip *
sema_gzip_new (SemaFile *file, GError **error)
{
  g_autoptr (SemaGzip) self = g_new0 (SemaGzip, 1);

  self->file = file;
  self->input_size = CLAMP (sema_file_get_size (file), MIN_INPUT_SIZE, MAX_INPUT_SIZE);
  self->input = sema_memory_alloc (self->input_size, error);
  if (self->input == NULL)
    return NULL;
  /* Raw deflate: header and trailer are read here, so that a wrong CRC can be told from broken data. */
  if (!sema_inflate_begin (&self->stream))
    {
      g_set_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY, _ ("There is no memory left to decompress “%s”."), sema_file_get_label (file));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * sema_gzip_new_raw:
 * @file: deflate data from its first byte to its last; borrowed, it must live longer
 * @n_bytes: how many bytes they come to; what comes after these is none of theirs
 * @check: the CRC of them
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the reader, as sema_gzip_new()
 */
SemaGzip *
sema_gzip_new_raw (SemaFile *file, guint64 n_bytes, guint32 check, GError **error)
{
  SemaGzip *self = sema_gzip_new (file, error);

  if (self == NULL)
    return NULL;
  self->is_raw = TRUE;
  self->n_expected = n_bytes;
  self->expected_check = check;
  self->part = PART_DATA;
  return self;
}

/**
 * sema_gzip_free:
 * @self: (transfer full) (nullable): the reader
 *
 * Frees the reader, not its file.
 */
void
sema_gzip_free (SemaGzip *self)
{
  if (self == NULL)
    return;
  inflateEnd (&self->stream);
  sema_memory_free (self->input);
  g_free (self);
}

/* The byte of the compressed file that comes next. */
static guint64
get_position (const SemaGzip *self)
{
  return sema_file_get_offset (self->file) - self->stream.avail_in;
}

/* Makes sure that a byte of input is there, unless the file has ended. FALSE: reading failed. */
static gboolean
fill_input (SemaGzip *self, GError **error)
{
  gsize n;

  if (self->stream.avail_in > 0 || self->input_ended)
    return TRUE;
  if (!sema_file_read (self->file, self->input, self->input_size, &n, error))
    return FALSE;
  self->stream.next_in = self->input;
  self->stream.avail_in = (uInt)n;
  self->input_ended = n == 0;
  return TRUE;
}

static void
end_at (SemaGzip *self, SemaGzipEnd end, guint64 at)
{
  guint64 size = sema_file_get_size (self->file);

  self->part = PART_END;
  self->damage.end = end;
  self->damage.at = at;
  self->damage.n_left = size - MIN (at, size);
}

static void
end_here (SemaGzip *self, SemaGzipEnd end)
{
  end_at (self, end, get_position (self));
}

/* The next byte of input into @byte. When there is none the data end as cut and @byte is 0. FALSE: reading failed. */
static gboolean
take_byte (SemaGzip *self, guint8 *byte, GError **error)
{
  *byte = 0;
  if (!fill_input (self, error))
    return FALSE;
  if (self->stream.avail_in == 0)
    {
      if (self->part != PART_END)
        end_here (self, SEMA_GZIP_END_CUT);
      return TRUE;
    }
  *byte = *self->stream.next_in;
  self->stream.next_in++;
  self->stream.avail_in--;
  return TRUE;
}

static gboolean
take_little_endian (SemaGzip *self, guint n_bytes, guint32 *value, GError **error)
{
  *value = 0;
  for (guint i = 0; i < n_bytes; i++)
    {
      guint8 byte;

      if (!take_byte (self, &byte, error))
        return FALSE;
      *value |= (guint32)byte << (8 * i);
    }
  return TRUE;
}

static gboolean
skip_bytes (SemaGzip *self, guint32 n_bytes, GError **error)
{
  guint8 byte;

  for (guint32 i = 0; i < n_bytes && self->part != PART_END; i++)
    if (!take_byte (self, &byte, error))
      return FALSE;
  return TRUE;
}

/* Skips a name or a comment with the zero that ends it. */
static gboolean
skip_text (SemaGzip *self, GError **error)
{
  guint8 byte;

  do
    if (!take_byte (self, &byte, error))
      return FALSE;
  while (byte != 0);
  return TRUE;
}

/* Skips what a member's header may hold after its ten fixed bytes. */
static gboolean
skip_header_fields (SemaGzip *self, guint8 flags, GError **error)
{
  guint32 length;

  if ((flags & FLAG_EXTRA) != 0 &&
      (!take_little_endian (self, 2, &length, error) || !skip_bytes (self, length, error)))
    return FALSE;
  if ((flags & FLAG_NAME) != 0 && !skip_text (self, error))
    return FALSE;
  if ((flags & FLAG_COMMENT) != 0 && !skip_text (self, error))
    return FALSE;
  if ((flags & FLAG_HEADER_CHECK) != 0 && !skip_bytes (self, 2, error))
    return FALSE;
  return TRUE;
}

/* Reads a member's header. Bytes that are none end the data: as damage, except at the very end of the file. */
static gboolean
read_header (SemaGzip *self, GError **error)
{
  guint64 start = get_position (self);
  guint8  fixed[4] = {0};

  if (!fill_input (self, error))
    return FALSE;
  if (self->stream.avail_in == 0 && self->n_members > 0)
    {
      self->part = PART_END;
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (fixed) && self->part != PART_END; i++)
    if (!take_byte (self, &fixed[i], error))
      return FALSE;
  if (fixed[0] != 0x1f || (self->part != PART_END && (!sema_gzip_is_magic (fixed, 3) || (fixed[3] & FLAGS_RESERVED) != 0)))
    end_at (self, self->n_members > 0 ? SEMA_GZIP_END_TRAILER : SEMA_GZIP_END_BROKEN, start);
  if (self->part == PART_END)
    return TRUE;
  if (!skip_bytes (self, 6, error) || !skip_header_fields (self, fixed[3], error))
    return FALSE;
  if (self->part == PART_END)
    return TRUE;

  inflateReset (&self->stream);
  self->n_members++;
  self->check = 0;
  self->length = 0;
  self->part = PART_DATA;
  return TRUE;
}

/* Compares the CRC and the length written after the data with those of the data. */
static gboolean
read_trailer (SemaGzip *self, GError **error)
{
  guint32 check, length;

  if (self->is_raw)
    {
      self->damage.n_mismatches += self->check != self->expected_check || self->n_made != self->n_expected;
      self->part = PART_END;
      return TRUE;
    }
  if (!take_little_endian (self, 4, &check, error) || !take_little_endian (self, 4, &length, error))
    return FALSE;
  if (self->part == PART_END)
    return TRUE;
  if (check != self->check || length != self->length)
    self->damage.n_mismatches++;
  self->part = PART_HEADER;
  return TRUE;
}

/* Inflates into at most @n_bytes of @buffer. */
static gboolean
read_data (SemaGzip *self, guint8 *buffer, gsize n_bytes, gsize *n_read, GError **error)
{
  gsize n;
  int   result;

  *n_read = 0;
  if (!fill_input (self, error))
    return FALSE;
  self->stream.next_out = buffer;
  self->stream.avail_out = (uInt)n_bytes;
  result = inflate (&self->stream, Z_NO_FLUSH);
  n = n_bytes - self->stream.avail_out;
  self->check = (guint32)crc32 (self->check, buffer, (uInt)n);
  self->length += (guint32)n;
  self->n_made += n;
  *n_read = n;

  if (result == Z_MEM_ERROR)
    {
      g_set_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY, _ ("There is no memory left to decompress “%s”."), sema_file_get_label (self->file));
      return FALSE;
    }
  if (result == Z_STREAM_END)
    self->part = PART_TRAILER;
  else if (self->is_raw && self->n_made > self->n_expected)
    end_here (self, SEMA_GZIP_END_BROKEN);
  else if (result == Z_DATA_ERROR || result == Z_NEED_DICT)
    end_here (self, SEMA_GZIP_END_BROKEN);
  else if (n == 0 && self->input_ended)
    end_here (self, SEMA_GZIP_END_CUT);
  return TRUE;
}

/**
 * sema_gzip_read:
 * @self: the reader
 * @buffer: room for @n_bytes
 * @n_bytes: how many bytes are wanted
 * @n_read: (out): how many came; fewer than wanted only at the end of the data
 * @error: return location
 *
 * Inflates on from where the last call ended, over the borders of members, with a look at cancel at least every
 * SEMA_FILE_BLOCK bytes of input and of output.
 *
 * Returns: %FALSE with SEMA_FORMAT_ERROR_IO, SEMA_CORE_ERROR_NO_MEMORY or SEMA_CORE_ERROR_CANCELLED. Damage is no error
 * here: the data end before it, and sema_gzip_get_damage() tells.
 */
gboolean
sema_gzip_read (SemaGzip *self, guint8 *buffer, gsize n_bytes, gsize *n_read, GError **error)
{
  *n_read = 0;
  while (*n_read < n_bytes && self->part != PART_END)
    {
      gsize    n = 0;
      gboolean fine;

      if (self->part == PART_HEADER)
        fine = sema_file_poll (self->file, error) && read_header (self, error);
      else if (self->part == PART_TRAILER)
        fine = read_trailer (self, error);
      else
        fine = sema_file_poll (self->file, error) &&
               read_data (self, buffer + *n_read, MIN (n_bytes - *n_read, SEMA_FILE_BLOCK), &n, error);
      if (!fine)
        return FALSE;
      *n_read += n;
    }
  return TRUE;
}

/**
 * sema_gzip_get_damage:
 * @self: the reader
 *
 * Returns: (transfer none): what was found wrong with the compression up to here; all of it once sema_gzip_read() gave fewer
 *   bytes than wanted
 */
const SemaGzipDamage *
sema_gzip_get_damage (const SemaGzip *self)
{
  return &self->damage;
}

/**
 * sema_gzip_damage_is_cut:
 * @self: the damage of a file read to its end
 *
 * Returns: whether the data ended before their proper end
 */
gboolean
sema_gzip_damage_is_cut (const SemaGzipDamage *self)
{
  return self->end == SEMA_GZIP_END_CUT || self->end == SEMA_GZIP_END_BROKEN;
}

/**
 * sema_gzip_damage_describe:
 * @self: the damage
 * @sentences: (element-type utf8): an array that frees its strings; a sentence is added for each thing that is wrong
 *
 * Says what was found wrong with the compression, if anything.
 */
void
sema_gzip_damage_describe (const SemaGzipDamage *self, GPtrArray *sentences)
{
  if (self->end == SEMA_GZIP_END_CUT)
    g_ptr_array_add (sentences, g_strdup_printf (_ ("The compressed file ends early, at byte %" PRIu64 ", as a download that was cut short does; fetch it again for the rest."), self->at));
  else if (self->end == SEMA_GZIP_END_BROKEN)
    g_ptr_array_add (sentences, g_strdup_printf (_ ("The compressed data are damaged near byte %" PRIu64 " and were read only up to there; numbers just before it may be wrong too, so fetch the file again."), self->at));
  else if (self->end == SEMA_GZIP_END_TRAILER)
    g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%" PRIu64 " byte after the compressed data was left out; it is no gzip data.",
                                                           "%" PRIu64 " bytes after the compressed data were left out; they are no gzip data.", self->n_left),
                                                 self->n_left));
  if (self->n_mismatches > 0)
    g_ptr_array_add (sentences, g_strdup (_ ("The checksum of the compressed file does not match its contents: words and numbers may be wrong; fetch the file again.")));
}
