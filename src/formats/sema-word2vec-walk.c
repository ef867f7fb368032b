/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word2vec-walk.h"

#include <stdatomic.h>
#include <string.h>

#include "sema-dot.h"
#include "sema-memory.h"
#include "sema-norms.h"

/* Read at a time: what is walked over is still in the processor's cache, and it holds any record. */
#define MIN_WINDOW (256 * 1024)

#define USUAL_WORD 16 /* bytes with the NUL */

/* A guess wants so many records in a row, with words such as writers write them. */
#define GUESS_RECORDS 4
#define GUESS_WORD 128

/**
 * Window:
 * @query: (nullable): what the rows are multiplied with
 * @bytes: (capacity) some bytes of the file
 * @n_bytes: how many there are
 * @at: byte of the file that bytes[0] is
 * @is_end: whether the file ends with them
 */
typedef struct
{
  const SemaWord2vecRecords *records;
  const double              *query;
  guint8                    *bytes;
  gsize                      capacity;
  gsize                      n_bytes;
  guint64                    at;
  gboolean                   is_end;
} Window;

static void
window_clear (Window *self)
{
  sema_memory_free (self->bytes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Window, window_clear)

/* Of a record without its word: the blank and the numbers. */
static gsize
get_tail (const Window *self)
{
  return 1 + self->records->dim * sizeof (float);
}

static gboolean
window_open (Window *self, const SemaWord2vecRecords *records, GError **error)
{
  *self = (Window) {.records = records, .query = atomic_load (&records->query)};
  self->capacity = MAX (MIN_WINDOW, SEMA_WORD2VEC_MAX_WORD + get_tail (self) + 1);
  self->bytes = sema_memory_alloc (self->capacity, error);
  return self->bytes != NULL;
}

/* Drops the first bytes, and reads on behind the rest. What a file has grown by since it was opened is not there. */
static gboolean
window_go_on (Window *self, gsize n_dropped, GError **error)
{
  gsize   n_kept = self->n_bytes - n_dropped;
  guint64 n_left = sema_file_get_size (self->records->file) - (self->at + self->n_bytes);
  gsize   n_wanted = MIN (self->capacity - n_kept, n_left);
  gsize   n_read;

  memmove (self->bytes, self->bytes + n_dropped, n_kept);
  self->at += n_dropped;
  if (!sema_file_read_at (self->records->file, self->at + n_kept, self->bytes + n_kept, n_wanted, &n_read, error))
    return FALSE;
  self->n_bytes = n_kept + n_read;
  self->is_end = n_read < n_wanted || n_read == n_left;
  return TRUE;
}

/* What there is at a place of the window. CUT may also say that the window ends there, unless it is the file's end. */
static SemaWord2vecRecordKind
look (const Window *self, gsize place, gsize *length)
{
  const guint8 *word = self->bytes + place;
  gsize         n = self->n_bytes - place;
  const guint8 *blank = memchr (word, ' ', MIN (n, SEMA_WORD2VEC_MAX_WORD + 1));

  if (n == 0)
    return SEMA_WORD2VEC_RECORD_NONE;
  if (blank == NULL)
    return n > SEMA_WORD2VEC_MAX_WORD ? SEMA_WORD2VEC_RECORD_ENDLESS : SEMA_WORD2VEC_RECORD_CUT;
  *length = (gsize)(blank - word);
  return n - *length < get_tail (self) ? SEMA_WORD2VEC_RECORD_CUT : SEMA_WORD2VEC_RECORD_WHOLE;
}

/* Whether the window shows all that is to be known of the record: the line feed after it may be behind the edge. */
static gboolean
is_settled (const Window *self, gsize place, SemaWord2vecRecordKind kind, gsize length)
{
  if (self->is_end || kind == SEMA_WORD2VEC_RECORD_ENDLESS)
    return TRUE;
  return kind == SEMA_WORD2VEC_RECORD_WHOLE && self->n_bytes - place > length + get_tail (self);
}

/* Bytes of a whole record, with the line feed that may end it. */
static gsize
measure (const Window *self, gsize place, gsize length)
{
  gsize size = length + get_tail (self);

  return size + (place + size < self->n_bytes && self->bytes[place + size] == '\n');
}

/* What is measured of a row while it is at hand. */
static gboolean
add_row (SemaWord2vecPart *part, const Window *window, const SemaFloat *row, GError **error)
{
  gsize   dim = window->records->dim;
  double *norm = sema_buffer_append (&part->norms, sizeof *norm, error);
  double *product;

  if (norm == NULL)
    return FALSE;
  if (window->query == NULL)
    {
      *norm = sema_norms_measure (row, dim);
      return TRUE;
    }
  product = sema_buffer_append (&part->products, sizeof *product, error);
  if (product == NULL)
    return FALSE;
  *norm = sema_dot_measured_row (row, dim, window->query, product);
  return TRUE;
}

static gboolean
add_word (SemaWord2vecPart *part, const guint8 *word, gsize length, GError **error)
{
  guint32 *word_length = sema_buffer_append (&part->lengths, sizeof *word_length, error);
  char    *copy = word_length != NULL ? sema_buffer_append (&part->words, length + 1, error) : NULL;

  if (copy == NULL)
    return FALSE;
  *word_length = (guint32)length;
  memcpy (copy, word, length);
  copy[length] = '\0';
  part->n_odd += sema_word2vec_word_is_odd (copy, length);
  return TRUE;
}

static gboolean
add_record (SemaWord2vecPart *part, const Window *window, gsize at, gsize length, GError **error)
{
  const guint8 *word = window->bytes + at;
  guint64      *row = sema_buffer_append (&part->rows, sizeof *row, error);

  if (row == NULL || !add_word (part, word, length, error) ||
      !add_row (part, window, (const SemaFloat *)(word + length + 1), error))
    return FALSE;
  *row = window->at + at + length + 1;
  part->n_rows++;
  return TRUE;
}

static gboolean
walk (Window *window, guint64 stop_at, SemaWord2vecPart *part, GError **error)
{
  gsize place = 0;
  gsize length = 0;

  while (window->at + place < stop_at)
    {
      SemaWord2vecRecordKind kind = look (window, place, &length);

      if (!is_settled (window, place, kind, length))
        {
          if (!window_go_on (window, place, error))
            return FALSE;
          place = 0;
          continue;
        }
      part->end = kind;
      if (kind != SEMA_WORD2VEC_RECORD_WHOLE)
        break;
      if (!add_record (part, window, place, length, error))
        return FALSE;
      place += measure (window, place, length);
    }
  part->end_at = window->at + place;
  return TRUE;
}

/* Room for all there can be, if words have the usual length: a hint, so it may fail. */
static void
reserve (SemaWord2vecPart *part, const Window *window, guint64 stop_at)
{
  guint64 end = MIN (stop_at, sema_file_get_size (window->records->file));
  guint64 n = (end - MIN (window->at, end)) / get_tail (window) + 1;

  sema_buffer_reserve (&part->rows, n * sizeof (guint64), NULL);
  sema_buffer_reserve (&part->lengths, n * sizeof (guint32), NULL);
  sema_buffer_reserve (&part->norms, n * sizeof (double), NULL);
  sema_buffer_reserve (&part->words, n * USUAL_WORD, NULL);
  if (window->query != NULL)
    sema_buffer_reserve (&part->products, n * sizeof (double), NULL);
}

/**
 * sema_word2vec_walk:
 * @records: where they are, and what is measured of them
 * @from: byte of the file where a record begins
 * @stop_at: records that begin at this byte or later are left alone
 * @part: (out caller-allocates): what was found; to be cleared also after an error
 * @error: %SEMA_FORMAT_ERROR_IO, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Goes from record to record, by the rules of sema_word2vec_record_peek() and sema_word2vec_record_skip(), and measures the
 * rows on the way. Reads every byte once.
 *
 * Returns: whether it could be read; where no record is, @part->end says so
 */
gboolean
sema_word2vec_walk (const SemaWord2vecRecords *records, guint64 from, guint64 stop_at, SemaWord2vecPart *part, GError **error)
{
  g_auto (Window) window = {0};

  *part = (SemaWord2vecPart) {.end_at = from};
  if (!window_open (&window, records, error))
    return FALSE;
  window.at = from;
  reserve (part, &window, stop_at);
  return window_go_on (&window, 0, error) && walk (&window, stop_at, part, error);
}

/* Whether a word such as writers write is at a place: short, with nothing in it that is not printed. */
static gboolean
is_likely_word (const Window *window, gsize place, gsize *length)
{
  const guint8 *word = window->bytes + place;
  gsize         n = MIN (window->n_bytes - place, GUESS_WORD);

  for (*length = 0; *length < n; (*length)++)
    {
      if (word[*length] == ' ')
        return *length > 0;
      if (word[*length] < ' ' || word[*length] == 0x7f)
        return FALSE;
    }
  return FALSE;
}

/* Whether as many likely records follow one another from a place as a guess wants. @second: where the second begins. */
static gboolean
is_likely_start (const Window *window, gsize place, gsize *second)
{
  for (guint i = 0; i < GUESS_RECORDS; i++)
    {
      gsize length;

      if (place >= window->n_bytes || !is_likely_word (window, place, &length) || window->n_bytes - place - length <= get_tail (window))
        return FALSE;
      place += measure (window, place, length);
      if (i == 0)
        *second = place;
    }
  return TRUE;
}

/* Follows the records from a place to the first one that begins at @wanted or later. FALSE: it is not in the window. */
static gboolean
follow (const Window *window, gsize place, gsize wanted, gsize *found)
{
  while (place < wanted)
    {
      gsize length;

      if (look (window, place, &length) != SEMA_WORD2VEC_RECORD_WHOLE)
        return FALSE;
      place += measure (window, place, length);
    }
  *found = place;
  return TRUE;
}

/* A likely word may be the end of one, but what follows it begins where it should: so the guess is the second of the row. */
static guint64
guess (const Window *window, gsize wanted)
{
  gsize n_places = MIN (window->n_bytes, get_tail (window) + GUESS_WORD);

  for (gsize place = 0; place < n_places; place++)
    {
      gsize second = 0, found;

      if (is_likely_start (window, place, &second) && follow (window, second, wanted, &found))
        return window->at + found;
    }
  return 0;
}

/**
 * sema_word2vec_walk_guess:
 * @records: where they are
 * @at: any byte after its start
 * @record_at: (out): the first byte from @at on where a record seems to begin; 0 when nothing looks like one
 * @error: as sema_word2vec_walk()
 *
 * Guesses where the records are in the middle of a file: where several words in a row look like words. Only a walk from the
 * first record proves it.
 *
 * Returns: whether it could be read
 */
gboolean
sema_word2vec_walk_guess (const SemaWord2vecRecords *records, guint64 at, guint64 *record_at, GError **error)
{
  g_auto (Window) window = {0};

  *record_at = 0;
  if (!window_open (&window, records, error))
    return FALSE;
  window.at = at - MIN (at - records->start, get_tail (&window) + GUESS_WORD);
  if (!window_go_on (&window, 0, error))
    return FALSE;
  *record_at = guess (&window, (gsize)(at - window.at));
  return TRUE;
}

/**
 * sema_word2vec_part_get_record:
 * @self: a part
 * @i: number of a record, from 0 to n_rows
 *
 * Returns: the byte of the file where the record begins, or where the part ends
 */
guint64
sema_word2vec_part_get_record (const SemaWord2vecPart *self, guint64 i)
{
  if (i == self->n_rows)
    return self->end_at;
  return ((const guint64 *)self->rows.data)[i] - 1 - ((const guint32 *)self->lengths.data)[i];
}

/**
 * sema_word2vec_part_clear:
 * @self: a part
 *
 * Frees what was found.
 */
void
sema_word2vec_part_clear (SemaWord2vecPart *self)
{
  sema_buffer_clear (&self->rows);
  sema_buffer_clear (&self->lengths);
  sema_buffer_clear (&self->words);
  sema_buffer_clear (&self->norms);
  sema_buffer_clear (&self->products);
  self->n_rows = 0;
}
