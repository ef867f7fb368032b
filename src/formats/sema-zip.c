/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-zip.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-little-endian.h"
#include "sema-memory.h"
#include "sema-word.h"
#include "sema-zip-inflate.h"

#define END_SIZE 22     /* of the record that ends an archive, without its comment */
#define LOCATOR_SIZE 20 /* of what says where the large form of it is */
#define LARGE_END_SIZE 56
#define ENTRY_SIZE 46  /* in the directory, without name, extra fields and comment */
#define HEADER_SIZE 30 /* before the data, without name and extra fields */
#define MAX_COMMENT 65535

#define ENCRYPTED 1u /* of the flags */
#define STORED 0
#define DEFLATED 8

/* Deflate makes at most so many bytes of one. */
#define MAX_EXPANSION 1032

struct _SemaZip
{
  SemaTensorBytes *bytes;
  guint8          *directory;
  guint64          at; /* of the directory, where what it speaks of ends */
  guint64          size;
  SemaZipEntry    *entries;
  guint64          n;
};

static gboolean
is_record (const guint8 *bytes, guint8 a, guint8 b)
{
  return bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == a && bytes[3] == b;
}

static gboolean
fail (const SemaZip *self, guint64 at, const char *clause, GError **error)
{
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” is not right at byte %" PRIu64 ": %s."), sema_tensor_bytes_get_label (self->bytes), at, clause);
  return FALSE;
}

static gboolean
fail_entry (const SemaZip *self, const SemaZipEntry *entry, const char *clause, GError **error)
{
  g_autofree char *name = sema_word_to_label (entry->name, entry->length);

  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” in “%s” cannot be read: %s."), name, sema_tensor_bytes_get_label (self->bytes), clause);
  return FALSE;
}

/* The record that ends the archive: the last one whose comment goes to the end of the file. */
static gboolean
find_end (SemaZip *self, guint64 *end, guint8 record[END_SIZE], GError **error)
{
  guint64 size = sema_tensor_bytes_get_size (self->bytes);
  gsize   n = (gsize)MIN (size, END_SIZE + MAX_COMMENT);
  guint8 *tail = sema_memory_alloc (n, error);
  gssize  at;

  if (tail == NULL || !sema_tensor_bytes_read (self->bytes, size - n, tail, n, error))
    {
      sema_memory_free (tail);
      return FALSE;
    }
  for (at = (gssize)n - END_SIZE; at >= 0; at--)
    if (is_record (tail + at, 5, 6) && at + END_SIZE + (gssize)sema_little_endian_get (tail + at + 20, 2) == (gssize)n)
      break;
  if (at >= 0)
    memcpy (record, tail + at, END_SIZE);
  sema_memory_free (tail);
  *end = size - n + (guint64)MAX (at, 0);
  return at >= 0 || fail (self, size, _ ("the directory that ends an archive is missing, as in a download that was cut short; fetch it again"), error);
}

/* The large form of the record that ends the archive, where there is one; @end moves to it. */
static gboolean
read_large_end (SemaZip *self, guint64 *end, guint64 *n_entries, GError **error)
{
  guint8  locator[LOCATOR_SIZE], record[LARGE_END_SIZE];
  guint64 at;

  if (*end < LOCATOR_SIZE)
    return TRUE;
  if (!sema_tensor_bytes_read (self->bytes, *end - LOCATOR_SIZE, locator, sizeof locator, error))
    return FALSE;
  if (!is_record (locator, 6, 7))
    return TRUE;
  at = sema_little_endian_get (locator + 8, 8);
  if (at > *end - LOCATOR_SIZE || *end - LOCATOR_SIZE - at < sizeof record)
    return fail (self, *end - LOCATOR_SIZE, _ ("the directory of the archive lies outside of the file"), error);
  if (!sema_tensor_bytes_read (self->bytes, at, record, sizeof record, error))
    return FALSE;
  if (!is_record (record, 6, 6))
    return fail (self, at, _ ("the directory of the archive is not where it should be"), error);
  *n_entries = sema_little_endian_get (record + 32, 8);
  self->size = sema_little_endian_get (record + 40, 8);
  self->at = sema_little_endian_get (record + 48, 8);
  *end = at;
  return TRUE;
}

static gboolean
find_directory (SemaZip *self, GError **error)
{
  guint8  record[END_SIZE];
  guint64 end;

  if (!find_end (self, &end, record, error))
    return FALSE;
  self->n = sema_little_endian_get (record + 10, 2);
  self->size = sema_little_endian_get (record + 12, 4);
  self->at = sema_little_endian_get (record + 16, 4);
  if (!read_large_end (self, &end, &self->n, error))
    return FALSE;
  if (sema_little_endian_get (record + 4, 2) != sema_little_endian_get (record + 6, 2) && sema_little_endian_get (record + 6, 2) != 0xffff)
    return fail (self, end, _ ("the archive has several volumes, which do not open"), error);
  if (self->at > end || self->size > end - self->at)
    return fail (self, end, _ ("the directory of the archive lies outside of the file"), error);
  if (self->n > SEMA_ZIP_MAX_ENTRIES || self->n > self->size / ENTRY_SIZE)
    return fail (self, end, _ ("the directory of the archive has not room for so many names"), error);
  return TRUE;
}

/* Sizes and places that need more than 32 bits stand in an extra field, in this order. */
static gboolean
read_large_fields (const guint8 *extra, gsize length, SemaZipEntry *entry)
{
  guint64 *const fields[] = {&entry->n_bytes, &entry->n_stored, &entry->header};
  gsize          at = 0;

  while (at + 4 <= length && sema_little_endian_get (extra + at, 2) != 1)
    at += 4 + (gsize)sema_little_endian_get (extra + at + 2, 2);
  for (guint i = 0, place = 4; i < G_N_ELEMENTS (fields); i++)
    if (*fields[i] == G_MAXUINT32)
      {
        if (at + 4 > length || place + 8 > 4 + sema_little_endian_get (extra + at + 2, 2) || at + place + 8 > length)
          return FALSE;
        *fields[i] = sema_little_endian_get (extra + at + place, 8);
        place += 8;
      }
  return TRUE;
}

/* The part of an entry that lies in the directory; @at moves past it. */
static gboolean
read_entry (SemaZip *self, guint64 *at, SemaZipEntry *entry, GError **error)
{
  const guint8 *record = self->directory + *at;
  guint64       left = self->size - *at;
  guint64       method, n_extra;

  if (left < ENTRY_SIZE || !is_record (record, 1, 2))
    return fail (self, self->at + *at, _ ("the next name of the archive's directory is expected there"), error);
  method = sema_little_endian_get (record + 10, 2);
  n_extra = sema_little_endian_get (record + 30, 2);
  *entry = (SemaZipEntry) {(const char *)record + ENTRY_SIZE, (gsize)sema_little_endian_get (record + 28, 2), sema_little_endian_get (record + 42, 4), 0,
                           sema_little_endian_get (record + 20, 4), sema_little_endian_get (record + 24, 4), (guint32)sema_little_endian_get (record + 16, 4), method == DEFLATED};
  *at += ENTRY_SIZE + entry->length + n_extra + sema_little_endian_get (record + 32, 2);
  if (*at > self->size)
    return fail (self, self->at + self->size, _ ("the directory of the archive ends inside a name"), error);
  if (!read_large_fields (record + ENTRY_SIZE + entry->length, n_extra, entry))
    return fail_entry (self, entry, _ ("its size is missing"), error);
  if ((sema_little_endian_get (record + 8, 2) & ENCRYPTED) != 0)
    return fail_entry (self, entry, _ ("it is encrypted; save the archive without a password"), error);
  if (method != STORED && method != DEFLATED)
    return fail_entry (self, entry, _ ("it is compressed in a way that is not known here"), error);
  if (method == STORED ? entry->n_stored != entry->n_bytes : entry->n_bytes / MAX_EXPANSION > entry->n_stored)
    return fail_entry (self, entry, _ ("its two sizes do not go together"), error);
  return TRUE;
}

/* Where the data are, by the header before them. */
static gboolean
find_data (SemaZip *self, SemaZipEntry *entry, GError **error)
{
  guint8 record[HEADER_SIZE];
  gsize  length;
  char   name[MAX_COMMENT];

  if (entry->header > self->at || self->at - entry->header < HEADER_SIZE)
    return fail_entry (self, entry, _ ("it lies outside of the archive"), error);
  if (!sema_tensor_bytes_read (self->bytes, entry->header, record, sizeof record, error))
    return FALSE;
  length = (gsize)sema_little_endian_get (record + 26, 2);
  entry->data = entry->header + HEADER_SIZE + length + sema_little_endian_get (record + 28, 2);
  if (!is_record (record, 3, 4) || length != entry->length)
    return fail_entry (self, entry, _ ("it is not where the directory says"), error);
  if (entry->data > self->at || entry->n_stored > self->at - entry->data)
    return fail_entry (self, entry, _ ("it lies outside of the archive"), error);
  if (!sema_tensor_bytes_read (self->bytes, entry->header + HEADER_SIZE, (guint8 *)name, length, error))
    return FALSE;
  return memcmp (name, entry->name, length) == 0 || fail_entry (self, entry, _ ("it is not where the directory says"), error);
}

static int
compare_headers (gconstpointer a, gconstpointer b)
{
  guint64 x = ((const SemaZipEntry *)a)->header;
  guint64 y = ((const SemaZipEntry *)b)->header;

  return (x > y) - (x < y);
}

/* Entries that share bytes make a small file seem huge. */
static gboolean
check_overlaps (SemaZip *self, GError **error)
{
  qsort (self->entries, self->n, sizeof *self->entries, compare_headers);
  for (guint64 i = 1; i < self->n; i++)
    if (self->entries[i - 1].data + self->entries[i - 1].n_stored > self->entries[i].header)
      return fail_entry (self, &self->entries[i], _ ("it lies where another one lies"), error);
  return TRUE;
}

static gboolean
read_directory (SemaZip *self, GError **error)
{
  guint64 at = 0;

  self->directory = sema_memory_alloc (self->size, error);
  self->entries = self->directory != NULL ? sema_memory_alloc_n (self->n, sizeof *self->entries, error) : NULL;
  if (self->entries == NULL || !sema_tensor_bytes_read (self->bytes, self->at, self->directory, self->size, error))
    return FALSE;
  for (guint64 i = 0; i < self->n; i++)
    if (!read_entry (self, &at, &self->entries[i], error) || !find_data (self, &self->entries[i], error))
      return FALSE;
  return check_overlaps (self, error);
}

/**
 * sema_zip_open:
 * @bytes: a file; borrowed
 * @error: return location
 *
 * Reads the directory of an archive and checks that its entries lie in the file, apart from one another, and are stored or
 * deflated. Names are labels and nothing else; whether they differ is for the caller. O(n log n).
 *
 * Returns: (transfer full) (nullable): the directory; %NULL with a #SemaFormatError, %SEMA_CORE_ERROR_NO_MEMORY or
 *   %SEMA_CORE_ERROR_CANCELLED
 */
SemaZip *
sema_zip_open (SemaTensorBytes *bytes, GError **error)
{
  g_autoptr (SemaZip) self = g_new0 (SemaZip, 1);

  self->bytes = bytes;
  if (!find_directory (self, error) || !read_directory (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * sema_zip_free:
 * @self: (transfer full) (nullable): a directory
 */
void
sema_zip_free (SemaZip *self)
{
  if (self == NULL)
    return;
  sema_memory_free (self->entries);
  sema_memory_free (self->directory);
  g_free (self);
}

/**
 * sema_zip_get_n:
 * @self: a directory
 *
 * Returns: how many entries it has
 */
guint64
sema_zip_get_n (const SemaZip *self)
{
  return self->n;
}

/**
 * sema_zip_peek:
 * @self: a directory
 * @index: which entry, from 0, in the order in which they lie in the archive
 *
 * Returns: (transfer none): the entry
 */
const SemaZipEntry *
sema_zip_peek (const SemaZip *self, guint64 index)
{
  return &self->entries[index];
}

/**
 * sema_zip_place:
 * @entry: an entry
 * @members: (element-type SemaZipEntry): gets it where it is deflated; the one of part n is number n - 1, without its name
 * @part: (out): 0, the archive, where it lies there as it is; else a part of its own
 * @offset: (out): where in that it begins
 *
 * Says where the bytes of an entry are to be read, after the directory is gone.
 */
void
sema_zip_place (const SemaZipEntry *entry, GArray *members, guint32 *part, guint64 *offset)
{
  SemaZipEntry member = *entry;

  *part = 0;
  *offset = entry->data;
  if (!entry->is_deflated)
    return;
  member.name = NULL; /* goes away with the directory */
  member.length = 0;
  g_array_append_val (members, member);
  *part = members->len;
  *offset = 0;
}

/**
 * sema_zip_read:
 * @bytes: the archive
 * @entry: an entry of it; its name is needed for messages only
 * @buffer: (out): gets the bytes
 * @n_bytes: how many of the first are wanted, @entry's number at the most; only where all are, their check sum is looked at
 * @progress: (nullable): cancels it
 * @error: return location
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED, %SEMA_FORMAT_ERROR_IO, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_zip_read (SemaTensorBytes *bytes, const SemaZipEntry *entry, guint8 *buffer, guint64 n_bytes, SemaProgress *progress, GError **error)
{
  SemaZip     self = {.bytes = bytes};
  const char *clause = NULL;

  g_return_val_if_fail (n_bytes <= entry->n_bytes, FALSE);

  if (!entry->is_deflated)
    return sema_tensor_bytes_read (bytes, entry->data, buffer, n_bytes, error);
  if (!sema_zip_inflate (bytes, entry, buffer, n_bytes, progress, &clause, error))
    return FALSE;
  return clause == NULL || fail_entry (&self, entry, clause, error);
}
