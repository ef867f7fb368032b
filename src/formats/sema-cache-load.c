/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cache-private.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sema-file-name.h"
#include "sema-mapping.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-set-builder.h"

/* The cache is a file like any other: nothing of it is believed that is not checked. */

/**
 * Pieces:
 * @hashes: (n_pieces) of each piece of the rows; 0 where it could not be read
 */
typedef struct
{
  int      fd;
  guint64  place;
  guint64  n_bytes;
  guint64 *hashes;
} Pieces;

static gboolean
read_all (int fd, guint64 place, gpointer bytes, guint64 n_bytes)
{
  guint64 n_read = 0;

  while (n_read < n_bytes)
    {
      gssize n = pread (fd, (char *)bytes + n_read, MIN (n_bytes - n_read, 1 << 30), (off_t)(place + n_read));

      if (n <= 0)
        return FALSE;
      n_read += (guint64)n;
    }
  return TRUE;
}

static gboolean
is_product (guint64 product, guint64 a, guint64 b)
{
  guint64 result;

  return !__builtin_mul_overflow (a, b, &result) && result == product;
}

/* Whether the sizes are those that the counts ask for, and make the file. */
static gboolean
are_sizes_right (const SemaCacheHeader *header, guint64 file_size)
{
  for (guint i = 0; i < SEMA_CACHE_N_SECTIONS; i++)
    if (header->sizes[i] > file_size)
      return FALSE;
  return header->dim > 0 && header->dim <= file_size && header->n_rows <= file_size &&
         is_product (header->sizes[SEMA_CACHE_ROWS], header->n_rows, header->dim * sizeof (float)) &&
         is_product (header->sizes[SEMA_CACHE_NORMS], header->n_rows, sizeof (double)) &&
         is_product (header->sizes[SEMA_CACHE_STARTS], header->n_rows + 1, sizeof (guint64)) &&
         sema_cache_get_place (header, SEMA_CACHE_N_SECTIONS) == file_size;
}

static gboolean
read_header (int fd, const SemaCacheKey *key, SemaCacheHeader *header)
{
  struct stat status;

  return fstat (fd, &status) == 0 && S_ISREG (status.st_mode) &&
         read_all (fd, 0, header, sizeof *header) &&
         memcmp (header->magic, SEMA_CACHE_MAGIC, sizeof header->magic) == 0 &&
         header->version == SEMA_CACHE_VERSION && header->byte_order == SEMA_CACHE_BYTE_ORDER &&
         header->check == sema_cache_check_header (header) &&
         memcmp (&header->key, key, sizeof *key) == 0 &&
         are_sizes_right (header, (guint64)status.st_size);
}

/* A section in a block of its own, or NULL when it is not what it was. */
static gpointer
read_section (int fd, const SemaCacheHeader *header, SemaCacheSection section)
{
  gpointer bytes = sema_memory_alloc (header->sizes[section], NULL);

  if (bytes != NULL && read_all (fd, sema_cache_get_place (header, section), bytes, header->sizes[section]) &&
      sema_cache_hash (bytes, header->sizes[section]) == header->checks[section])
    return bytes;
  sema_memory_free (bytes);
  return NULL;
}

static gboolean
are_words_right (const SemaLentRows *rows, guint64 n_bytes)
{
  const guint64 *starts = rows->word_starts;

  if (starts[0] != 0 || starts[rows->n_rows] != n_bytes)
    return FALSE;
  for (guint64 row = 0; row < rows->n_rows; row++)
    if (starts[row + 1] <= starts[row] || starts[row + 1] > n_bytes || rows->words[starts[row + 1] - 1] != '\0')
      return FALSE;
  return TRUE;
}

static void
hash_piece (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Pieces *pieces = data;
  guint64 at = first * SEMA_CACHE_PIECE;
  guint64 n_bytes = MIN (SEMA_CACHE_PIECE, pieces->n_bytes - at);
  guint8 *bytes = sema_memory_alloc (n_bytes, NULL);

  if (bytes != NULL && read_all (pieces->fd, pieces->place + at, bytes, n_bytes))
    pieces->hashes[first] = sema_cache_hash (bytes, n_bytes);
  sema_memory_free (bytes);
}

/* Reads the rows once, on all threads. */
static gboolean
are_rows_right (int fd, const SemaCacheHeader *header, SemaProgress *progress)
{
  guint64  n_pieces = sema_parallel_count_chunks (header->sizes[SEMA_CACHE_ROWS], SEMA_CACHE_PIECE);
  Pieces   pieces = {fd, sema_cache_get_place (header, SEMA_CACHE_ROWS), header->sizes[SEMA_CACHE_ROWS], sema_memory_alloc_n (n_pieces, sizeof (guint64), NULL)};
  gboolean fine = FALSE;

  if (pieces.hashes == NULL)
    return FALSE;
  memset (pieces.hashes, 0, n_pieces * sizeof (guint64));
  if (sema_parallel_rows (n_pieces, 1, progress, hash_piece, &pieces))
    fine = sema_cache_hash (pieces.hashes, n_pieces * sizeof (guint64)) == header->checks[SEMA_CACHE_ROWS];
  sema_memory_free (pieces.hashes);
  return fine;
}

static gboolean
read_rows (int fd, const SemaCacheHeader *header, SemaLentRows *rows)
{
  SemaMapping *mapping = sema_mapping_new (fd, sema_cache_get_place (header, SEMA_CACHE_N_SECTIONS));

  *rows = (SemaLentRows) {.n_rows = header->n_rows};
  if (mapping == NULL)
    return FALSE;
  rows->bytes = sema_mapping_get_bytes (mapping) + sema_cache_get_place (header, SEMA_CACHE_ROWS);
  rows->owner = sema_mapping_lend (mapping);
  rows->norms = read_section (fd, header, SEMA_CACHE_NORMS);
  rows->word_starts = rows->norms != NULL ? read_section (fd, header, SEMA_CACHE_STARTS) : NULL;
  rows->words = rows->word_starts != NULL ? read_section (fd, header, SEMA_CACHE_WORDS) : NULL;
  return rows->words != NULL && are_words_right (rows, header->sizes[SEMA_CACHE_WORDS]);
}

/* Two texts, each ended by a NUL. */
static const char *
get_second_text (const char *texts, guint64 n_bytes)
{
  gsize first = strnlen (texts, n_bytes) + 1;

  if (n_bytes < 2 || texts[n_bytes - 1] != '\0' || first >= n_bytes)
    return NULL;
  return texts + first;
}

static SemaSet *
make_set (const char *path, const SemaCacheHeader *header, const SemaLentRows *rows, const char *format, const char *compression, SemaProgress *progress)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (header->dim, 0);
  g_autofree char           *name = sema_file_name_to_set_name (path);

  sema_set_builder_lend (builder, rows);
  return sema_set_builder_finish (builder, name, format, compression, progress, NULL);
}

static SemaSet *
load (int fd, const char *path, const SemaCacheKey *key, SemaProgress *progress)
{
  SemaCacheHeader header;
  SemaLentRows    rows;
  char           *texts;
  const char     *compression;
  SemaSet        *set = NULL;

  if (!read_header (fd, key, &header) || !are_rows_right (fd, &header, progress))
    return NULL;
  if (!read_rows (fd, &header, &rows))
    {
      sema_lent_rows_clear (&rows);
      return NULL;
    }
  texts = read_section (fd, &header, SEMA_CACHE_TEXTS);
  compression = texts != NULL ? get_second_text (texts, header.sizes[SEMA_CACHE_TEXTS]) : NULL;
  if (compression != NULL)
    set = make_set (path, &header, &rows, texts, compression, progress);
  else
    sema_lent_rows_clear (&rows);
  sema_memory_free (texts);
  return set;
}

/**
 * sema_cache_load:
 * @folder: of the cache, may be missing
 * @path: of a file of vectors
 * @key: what the file is now
 * @progress: (nullable): polled
 *
 * Opens the copy of a file, whose numbers stay in it, if there is one that was made of the file as it is now and is whole to
 * the last bit, which one reading on all threads tells. A copy that is used counts as new.
 *
 * Returns: (transfer full) (nullable): the set, the same as the file's; %NULL when the file itself must be read
 */
SemaSet *
sema_cache_load (const char *folder, const char *path, const SemaCacheKey *key, SemaProgress *progress)
{
  g_autofree char *copy = sema_cache_build_path (folder, path);
  int              fd = open (copy, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  SemaSet         *set;

  if (fd < 0)
    return NULL;
  set = load (fd, path, key, progress);
  if (set != NULL)
    futimens (fd, NULL);
  close (fd);
  return set;
}
