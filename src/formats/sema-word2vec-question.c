/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word2vec-question.h"

#include <inttypes.h>
#include <stdatomic.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-buffer.h"
#include "sema-dot.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-query.h"

/* Of the rows that were found too early this much is read again at a time, and so many of them are multiplied at a time. */
#define WINDOW (256 * 1024)
#define CHUNK (4 * 1024 * 1024)
#define ROWS_PER_DOT 8

/**
 * Gap:
 * @first: first row whose product is not known
 * @end: one past the last
 */
typedef struct
{
  guint64 first;
  guint64 end;
} Gap;

struct _SemaWord2vecQuestion
{
  SemaWord2vecRecords *records;
  const guint8        *bytes; /* of the file */
  GPtrArray           *words; /* the words to add, then those to subtract */
  guint                n_plus;
  guint64             *rows;     /* (n_words) where they are */
  guint                n_found;  /* of the words, in their order */
  double              *query;    /* (dim), once it is known */
  gboolean             is_over;  /* there is no such question, or no such direction */
  SemaBuffer           products; /* double, of all rows; nothing in the gaps */
  GArray              *gaps;
};

static guint
add_words (GPtrArray *words, const char *const *more)
{
  for (; more != NULL && *more != NULL; more++)
    g_ptr_array_add (words, (gpointer)*more);
  return words->len;
}

/**
 * sema_word2vec_question_new:
 * @options: with the words to be asked with
 * @records: what is walked over; gets the query when it is known
 * @bytes: the file
 *
 * Returns: (transfer full): the question, to be freed with sema_word2vec_question_free(); all is borrowed
 */
SemaWord2vecQuestion *
sema_word2vec_question_new (const SemaFormatsOptions *options, SemaWord2vecRecords *records, const guint8 *bytes)
{
  SemaWord2vecQuestion *self = g_new0 (SemaWord2vecQuestion, 1);

  self->records = records;
  self->bytes = bytes;
  self->words = g_ptr_array_new ();
  self->n_plus = add_words (self->words, options->plus);
  add_words (self->words, options->minus);
  self->rows = g_new (guint64, self->words->len);
  self->gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  self->is_over = self->words->len == 0;
  return self;
}

/**
 * sema_word2vec_question_free:
 * @self: (transfer full) (nullable): a question that nothing is multiplied for any more
 */
void
sema_word2vec_question_free (SemaWord2vecQuestion *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->words);
  g_free (self->rows);
  g_array_unref (self->gaps);
  sema_memory_free (self->query);
  sema_buffer_clear (&self->products);
  g_free (self);
}

/* The words of the question with their vectors, as a set of their own. */
static SemaSet *
make_set (SemaWord2vecQuestion *self, const SemaSetBuilder *builder)
{
  gsize                      dim = self->records->dim;
  const guint64             *row_starts = sema_set_builder_get_row_starts (builder);
  g_autoptr (SemaSetBuilder) own = sema_set_builder_new (dim, self->words->len);

  for (guint i = 0; i < self->words->len; i++)
    {
      const char *word = g_ptr_array_index (self->words, i);
      float      *values = sema_set_builder_add (own, word, strlen (word), NULL);

      if (values == NULL)
        return NULL;
      memcpy (values, self->bytes + row_starts[self->rows[i]], dim * sizeof *values);
    }
  return sema_set_builder_finish (own, NULL, NULL, NULL, NULL, NULL);
}

/* What sema_analogy_find() will look for; NULL when it will fail, or there is no memory for doing it early. */
static double *
make_query (SemaWord2vecQuestion *self, const SemaSetBuilder *builder)
{
  gsize                 size = self->records->dim * sizeof (double);
  g_autoptr (SemaSet)   set = make_set (self, builder);
  g_autofree SemaTerm  *terms = g_new (SemaTerm, self->words->len);
  g_autoptr (SemaQuery) query = NULL;
  double               *unit;

  for (guint i = 0; i < self->words->len; i++)
    terms[i] = (SemaTerm) {i, i < self->n_plus ? 1 : -1};
  if (set != NULL)
    query = sema_query_new (set, terms, self->words->len, &(SemaQueryKind) {0}, NULL);
  unit = query != NULL ? sema_memory_alloc (size, NULL) : NULL;
  if (unit != NULL)
    memcpy (unit, sema_query_get_unit (query), size);
  return unit;
}

/* Looks whether the words are there by now. */
static void
look (SemaWord2vecQuestion *self, const SemaSetBuilder *builder)
{
  for (; self->n_found < self->words->len; self->n_found++)
    {
      self->rows[self->n_found] = sema_set_builder_find (builder, g_ptr_array_index (self->words, self->n_found));
      if (self->rows[self->n_found] == SEMA_VOCAB_NO_ROW)
        return;
    }
  self->query = make_query (self, builder);
  self->is_over = self->query == NULL;
  atomic_store (&self->records->query, self->query);
}

static void
add_gap (SemaWord2vecQuestion *self, guint64 first, guint64 n)
{
  Gap *last = self->gaps->len > 0 ? &g_array_index (self->gaps, Gap, self->gaps->len - 1) : NULL;
  Gap  gap = {first, first + n};

  if (last != NULL && last->end == first)
    last->end += n;
  else
    g_array_append_val (self->gaps, gap);
}

/**
 * sema_word2vec_question_add:
 * @self: a question
 * @builder: with all rows so far
 * @products: (n) (nullable): the products of the last ones, where the query was known when they were found
 * @n: how many rows were added since the last call
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Takes the products of rows that were just added to the builder.
 *
 * Returns: whether there was memory for them
 */
gboolean
sema_word2vec_question_add (SemaWord2vecQuestion *self, const SemaSetBuilder *builder, const double *products, guint64 n, GError **error)
{
  double *place;

  if (self->is_over || n == 0)
    return TRUE;
  if (products == NULL)
    add_gap (self, sema_set_builder_get_n_rows (builder) - n, n);
  place = sema_buffer_append (&self->products, n * sizeof *place, error);
  if (place == NULL)
    return FALSE;
  if (products != NULL)
    memcpy (place, products, n * sizeof *place);
  if (self->query == NULL)
    look (self, builder);
  return TRUE;
}

typedef struct
{
  SemaWord2vecQuestion *question;
  const guint64        *row_starts;
  guint64               first; /* row of the gap */
  _Atomic (GError *)    error;
} Fill;

/* How many rows from @first on, but before @end, lie in a window that begins with the first. */
static guint64
count_rows (const Fill *self, guint64 first, guint64 end)
{
  gsize   size = self->question->records->dim * sizeof (float);
  guint64 n = 1;

  while (first + n < end && self->row_starts[first + n] + size - self->row_starts[first] <= WINDOW)
    n++;
  return n;
}

static void
multiply (const Fill *self, const guint8 *bytes, guint64 first, guint64 n)
{
  SemaWord2vecQuestion *question = self->question;
  double               *products = (double *)question->products.data + first;

  for (guint64 done = 0; done < n; done += ROWS_PER_DOT)
    {
      const SemaFloat *rows[ROWS_PER_DOT];
      gsize            n_rows = MIN (n - done, ROWS_PER_DOT);

      for (gsize i = 0; i < n_rows; i++)
        rows[i] = (const SemaFloat *)(bytes + (self->row_starts[first + done + i] - self->row_starts[first]));
      sema_dot_rows (rows, n_rows, question->records->dim, question->query, products + done);
    }
}

static void
note_error (Fill *self, GError *error)
{
  GError *none = NULL;

  if (!atomic_compare_exchange_strong (&self->error, &none, error))
    g_error_free (error);
}

/* Reads rows again; FALSE when they are not there any more. */
static gboolean
read_rows (const Fill *self, guint8 *bytes, guint64 first, guint64 n, GError **error)
{
  SemaFile *file = self->question->records->file;
  guint64   at = self->row_starts[first];
  gsize     size = self->row_starts[first + n - 1] + self->question->records->dim * sizeof (float) - at;
  gsize     n_read;

  if (!sema_file_read_at (file, at, bytes, size, &n_read, error))
    return FALSE;
  if (n_read < size)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO, _ ("“%s” was cut at byte %" PRIu64 " while it was read; open it again when it is whole."), sema_file_get_label (file), at + n_read);
  return n_read == size;
}

static void
fill_chunk (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Fill   *self = data;
  GError *error = NULL;
  guint8 *bytes = sema_memory_alloc (MAX (WINDOW, self->question->records->dim * sizeof (float)), &error);
  guint64 n;

  for (guint64 row = self->first + first; row < self->first + end && error == NULL; row += n)
    {
      n = count_rows (self, row, self->first + end);
      if (read_rows (self, bytes, row, n, &error))
        multiply (self, bytes, row, n);
    }
  if (error != NULL)
    note_error (self, error);
  sema_memory_free (bytes);
}

/* Multiplies the rows of a gap, on all threads. They are read, not looked at in the mapping: who asks once is spared the pages. */
static gboolean
fill (SemaWord2vecQuestion *self, const SemaSetBuilder *builder, const Gap *gap, GError **error)
{
  Fill    job = {.question = self, .row_starts = sema_set_builder_get_row_starts (builder), .first = gap->first};
  guint64 rows_per_chunk = MAX (CHUNK / (self->records->dim * sizeof (float)), 1);

  sema_parallel_rows (gap->end - gap->first, rows_per_chunk, sema_file_get_progress (self->records->file), fill_chunk, &job);
  if (job.error == NULL)
    return sema_file_poll (self->records->file, error);
  g_propagate_error (error, job.error);
  return FALSE;
}

/**
 * sema_word2vec_question_finish:
 * @self: a question
 * @builder: with all rows
 * @error: %SEMA_FORMAT_ERROR_IO, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Multiplies the rows that were found before all words of the question were, and gives all products to the builder. Where a
 * word was not found there are none.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_word2vec_question_finish (SemaWord2vecQuestion *self, SemaSetBuilder *builder, GError **error)
{
  double *products;

  if (self->query == NULL)
    return TRUE;
  for (guint i = 0; i < self->gaps->len; i++)
    if (!fill (self, builder, &g_array_index (self->gaps, Gap, i), error))
      return FALSE;
  products = sema_buffer_steal (&self->products, error);
  if (products == NULL)
    return FALSE;
  atomic_store (&self->records->query, NULL);
  sema_set_builder_take_products (builder, g_steal_pointer (&self->query), products);
  return TRUE;
}
