/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cache-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-temporary-file.h"

#define BLOCK (1024 * 1024) /* bytes between two looks at cancel */

/**
 * Copy:
 * @fd: the file that is written
 * @place: bytes written
 */
typedef struct
{
  const SemaSet  *set;
  SemaCacheHeader header;
  int             fd;
  guint64         place;
  SemaProgress   *progress;
} Copy;

static gboolean
fail (GError **error)
{
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO, _ ("The vectors could not be kept for opening them faster: %s."), g_strerror (errno));
  return FALSE;
}

static gboolean
write_bytes (Copy *self, gconstpointer bytes, guint64 n_bytes, GError **error)
{
  guint64 n_written = 0;

  while (n_written < n_bytes)
    {
      gssize n;

      if (sema_progress_is_cancelled (self->progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      n = write (self->fd, (const char *)bytes + n_written, MIN (n_bytes - n_written, BLOCK));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (error);
      n_written += (guint64)n;
    }
  self->place += n_bytes;
  return TRUE;
}

/* Fills up to where the section begins. */
static gboolean
begin_section (Copy *self, SemaCacheSection section, GError **error)
{
  static const char zeros[64];

  return write_bytes (self, zeros, sema_cache_get_place (&self->header, section) - self->place, error);
}

static gboolean
write_section (Copy *self, SemaCacheSection section, gconstpointer bytes, GError **error)
{
  self->header.checks[section] = sema_cache_hash (bytes, self->header.sizes[section]);
  return begin_section (self, section, error) && write_bytes (self, bytes, self->header.sizes[section], error);
}

/* The rows lie one after another in what is worth keeping. */
static gboolean
write_pieces (Copy *self, guint64 *hashes, GError **error)
{
  const guint8 *bytes = (const guint8 *)sema_matrix_get_row (sema_set_get_matrix (self->set), 0);
  guint64       n_bytes = self->header.sizes[SEMA_CACHE_ROWS];

  for (guint64 at = 0; at < n_bytes; at += SEMA_CACHE_PIECE)
    {
      guint64 n = MIN (SEMA_CACHE_PIECE, n_bytes - at);

      hashes[at / SEMA_CACHE_PIECE] = sema_cache_hash (bytes + at, n);
      if (!write_bytes (self, bytes + at, n, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_rows (Copy *self, GError **error)
{
  guint64  n_pieces = (self->header.sizes[SEMA_CACHE_ROWS] + SEMA_CACHE_PIECE - 1) / SEMA_CACHE_PIECE;
  guint64 *hashes = sema_memory_alloc_n (n_pieces, sizeof (guint64), error);
  gboolean fine = hashes != NULL && begin_section (self, SEMA_CACHE_ROWS, error) && write_pieces (self, hashes, error);

  if (fine)
    self->header.checks[SEMA_CACHE_ROWS] = sema_cache_hash (hashes, n_pieces * sizeof (guint64));
  sema_memory_free (hashes);
  return fine;
}

static guint64
count_word_bytes (const SemaVocab *vocab)
{
  guint64 n = 0;

  for (guint64 row = 0; row < sema_vocab_get_n_words (vocab); row++)
    {
      gsize length;

      sema_vocab_get_word (vocab, row, &length);
      n += length + 1;
    }
  return n;
}

static gboolean
write_words (Copy *self, guint64 *starts, char *words, GError **error)
{
  const SemaVocab *vocab = sema_set_get_vocab (self->set);
  guint64          place = 0;

  for (guint64 row = 0; row < self->header.n_rows; row++)
    {
      gsize       length;
      const char *word = sema_vocab_get_word (vocab, row, &length);

      starts[row] = place;
      memcpy (words + place, word, length + 1);
      place += length + 1;
    }
  starts[self->header.n_rows] = place;
  return write_section (self, SEMA_CACHE_STARTS, starts, error) && write_section (self, SEMA_CACHE_WORDS, words, error);
}

static gboolean
write_vocab (Copy *self, GError **error)
{
  guint64 *starts = sema_memory_alloc (self->header.sizes[SEMA_CACHE_STARTS], error);
  char    *words = starts != NULL ? sema_memory_alloc (self->header.sizes[SEMA_CACHE_WORDS], error) : NULL;
  gboolean fine = words != NULL && write_words (self, starts, words, error);

  sema_memory_free (starts);
  sema_memory_free (words);
  return fine;
}

static gboolean
write_texts (Copy *self, const GString *texts, GError **error)
{
  return write_section (self, SEMA_CACHE_TEXTS, texts->str, error) && begin_section (self, SEMA_CACHE_N_SECTIONS, error);
}

/* The header comes last: without it the file is none. */
static gboolean
write_header (Copy *self, GError **error)
{
  self->header.check = sema_cache_check_header (&self->header);
  if (pwrite (self->fd, &self->header, sizeof self->header, 0) != (gssize)sizeof self->header)
    return fail (error);
  return TRUE;
}

static void
describe (Copy *self, const SemaCacheKey *key, const GString *texts)
{
  SemaCacheHeader *header = &self->header;

  memcpy (header->magic, SEMA_CACHE_MAGIC, sizeof header->magic);
  header->version = SEMA_CACHE_VERSION;
  header->byte_order = SEMA_CACHE_BYTE_ORDER;
  header->key = *key;
  header->n_rows = sema_set_get_n_rows (self->set);
  header->dim = sema_set_get_dim (self->set);
  header->sizes[SEMA_CACHE_ROWS] = header->n_rows * header->dim * sizeof (float);
  header->sizes[SEMA_CACHE_NORMS] = header->n_rows * sizeof (double);
  header->sizes[SEMA_CACHE_STARTS] = (header->n_rows + 1) * sizeof (guint64);
  header->sizes[SEMA_CACHE_WORDS] = count_word_bytes (sema_set_get_vocab (self->set));
  header->sizes[SEMA_CACHE_TEXTS] = texts->len;
}

static gboolean
write_all (Copy *self, const GString *texts, GError **error)
{
  SemaCacheHeader empty = {0};

  return write_bytes (self, &empty, sizeof empty, error) && write_rows (self, error) &&
         write_section (self, SEMA_CACHE_NORMS, sema_set_get_norms (self->set), error) &&
         write_vocab (self, error) && write_texts (self, texts, error) && write_header (self, error);
}

/* Puts it in the copy's place when it is whole. */
static gboolean
write_copy (Copy *self, const char *copy, const GString *texts, GError **error)
{
  g_auto (SemaTemporaryFile) temporary;
  int                        problem = sema_temporary_file_open (&temporary, copy, 0600);

  self->fd = temporary.fd;
  if (problem == 0 && !write_all (self, texts, error))
    return FALSE;
  if (problem == 0)
    problem = sema_temporary_file_sync (&temporary);
  if (problem == 0)
    problem = sema_temporary_file_place (&temporary);
  errno = problem;
  return problem == 0 || fail (error);
}

typedef struct
{
  char    *path;
  GStatBuf status;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_free (kept->path);
  g_free (kept);
}

static int
compare_age (gconstpointer a, gconstpointer b)
{
  const struct timespec *left = &(*(Kept *const *)a)->status.st_mtim;
  const struct timespec *right = &(*(Kept *const *)b)->status.st_mtim;

  if (left->tv_sec != right->tv_sec)
    return left->tv_sec < right->tv_sec ? -1 : 1;
  return left->tv_nsec < right->tv_nsec ? -1 : left->tv_nsec > right->tv_nsec;
}

static void
add_kept (const char *path, const GStatBuf *status, gpointer list)
{
  Kept *kept = g_new (Kept, 1);

  *kept = (Kept) {g_strdup (path), *status};
  g_ptr_array_add (list, kept);
}

/* Removes the copies that were not used for longest until there is room for another. */
static void
make_room (const char *folder, guint64 room)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (kept_free);
  guint64               sum = 0;

  sema_cache_visit (folder, add_kept, list);
  g_ptr_array_sort (list, compare_age);
  for (guint i = 0; i < list->len; i++)
    sum += (guint64)((Kept *)g_ptr_array_index (list, i))->status.st_size;
  for (guint i = 0; i < list->len && sum > room; i++)
    {
      Kept *kept = g_ptr_array_index (list, i);

      sum -= (guint64)kept->status.st_size;
      g_unlink (kept->path);
    }
}

/* A disk is never filled more than half of what is left on it. */
static gboolean
has_place_on_disk (const char *folder, guint64 n_bytes)
{
  struct statvfs status;

  return statvfs (folder, &status) == 0 && n_bytes / status.f_frsize < status.f_bavail / 2;
}

/* What the reader of the source had to say cannot be said again, so such a file is read anew each time. */
static gboolean
is_worth_keeping (const SemaSet *set)
{
  const double *norms = sema_set_get_norms (set);
  guint64       n_rows = sema_set_get_n_rows (set);
  gboolean      has_odd = FALSE;
  gboolean      has_repeats = sema_vocab_get_n_duplicates (sema_set_get_vocab (set)) > 0;

  for (guint64 row = 0; row < n_rows && !has_odd; row++)
    has_odd = !isfinite (norms[row]);
  return n_rows > 0 && g_strv_length ((char **)sema_set_get_warnings (set)) == (guint)(has_odd + has_repeats);
}

/**
 * sema_cache_store:
 * @folder: of the cache; made when it is missing
 * @path: of the file of vectors that @set came from
 * @key: what the file was before it was read
 * @set: its vectors, in memory of their own
 * @most_bytes: what all copies may take together; older ones are removed for it
 * @progress: (nullable): polled
 * @error: %SEMA_FORMAT_ERROR_IO, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Keeps a copy of the vectors that opens at once. Under its name there is a whole copy or none at any time. A set with
 * warnings of its reader is not kept, nor one that is too large.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_cache_store (const char *folder, const char *path, const SemaCacheKey *key, const SemaSet *set, guint64 most_bytes, SemaProgress *progress, GError **error)
{
  g_autofree char    *copy = sema_cache_build_path (folder, path);
  g_autoptr (GString) texts = g_string_new (sema_set_get_format (set));
  Copy                self = {.set = set, .progress = progress};
  guint64             size;

  if (!is_worth_keeping (set))
    return TRUE;
  g_string_append_c (texts, '\0');
  g_string_append_len (texts, sema_set_get_compression (set), (gssize)strlen (sema_set_get_compression (set)) + 1);
  describe (&self, key, texts);
  size = sema_cache_get_place (&self.header, SEMA_CACHE_N_SECTIONS);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (error);
  if (size > most_bytes || !has_place_on_disk (folder, size))
    return TRUE;
  g_unlink (copy);
  make_room (folder, most_bytes - size);
  return write_copy (&self, copy, texts, error);
}
