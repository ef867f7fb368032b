/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-analogy-batch.h"

#include <math.h>
#include <stdatomic.h>
#include <string.h>

#include "sema-best.h"
#include "sema-clones.h"
#include "sema-dot.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-vectors.h"

/* The questions of a test are made of few words: so the cosine of each of its words with each row is found once, and a question
 * costs three numbers a row, not the whole row. */

#define BEST SEMA_ANALOGY_BATCH_BEST

/* Rows whose cosines are kept at a time. */
#define ROWS_PER_BLOCK 64
/* Bytes that come from memory at a time. */
#define CACHE_LINE 64
/* Words between two looks at cancel. */
#define WORDS_PER_STEP 48
/* A thread's share of the rows is a number of whole blocks; more shares take more memory for the best of each. */
#define LEAST_ROWS_PER_CHUNK 1024
#define MOST_CHUNKS 32
/* What is answered at a time: so much memory is taken, and no more, however many questions there are. */
#define MOST_WORDS 1024
#define MOST_QUESTIONS 4096

/**
 * Best:
 * @heap: the best rows of a chunk for a question
 * @n: how many there are
 */
typedef struct
{
  SemaNeighbour heap[BEST];
  gsize         n;
} Best;

/**
 * Batch:
 * @set: where the answers come from
 * @n_rows: how many of its rows are looked at
 * @method: what is asked for
 * @progress: (nullable): told of rows for questions; cancels
 * @words: (n_words) the rows that the questions are made of
 * @n_words: how many
 * @units: (n_words, dim) their unit vectors
 * @places: (n_questions, 3) of each question its words among @words
 * @n_questions: how many
 * @rows_per_chunk: rows of every chunk but the last
 * @n_chunks: how many
 * @columns: (n_chunks, dim, SEMA_DOT_COLUMNS) for the rows that are multiplied
 * @best: (n_chunks, n_questions) what was found
 * @floors: (n_questions) what as many rows as are wanted are known to reach
 */
typedef struct
{
  const SemaSet *set;
  guint64        n_rows;
  SemaMethod     method;
  SemaProgress  *progress;
  guint64        words[MOST_WORDS];
  gsize          n_words;
  double        *units;
  guint16 (*places)[3];
  gsize           n_questions;
  guint64         rows_per_chunk;
  guint64         n_chunks;
  double         *columns;
  Best           *best;
  _Atomic double *floors;
} Batch;

static void
batch_clear (Batch *batch)
{
  sema_memory_free (batch->units);
  sema_memory_free (batch->places);
  sema_memory_free (batch->columns);
  sema_memory_free (batch->best);
  sema_memory_free (batch->floors);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

typedef gint64 Hits __attribute__ ((vector_size (4 * sizeof (gint64))));

/* Scores, of four rows or of one. */
#define SCORE_ADD(a, b, c) ((b) - (a) + (c))
#define MOVE(cosine) ((1 + (cosine)) / 2)
#define SCORE_MUL(a, b, c) (MOVE (b) * MOVE (c) / (MOVE (a) + SEMA_MUL_EPSILON))

/* Whether a row of a block reaches a score: few do, so the scores are not kept. What is not a number reaches none. */
#define RETURN_WHETHER_ONE_REACHES(SCORE)                                                                                                   \
  G_STMT_START                                                                                                                              \
  {                                                                                                                                         \
    SemaQuad limit_ = {limit, limit, limit, limit};                                                                                         \
    Hits     hits_ = {0};                                                                                                                   \
                                                                                                                                            \
    for (gsize i = 0; i < ROWS_PER_BLOCK; i += 4)                                                                                           \
      hits_ |= (Hits)(SCORE (*(const SemaLooseQuad *)(a + i), *(const SemaLooseQuad *)(b + i), *(const SemaLooseQuad *)(c + i)) >= limit_); \
    return (hits_[0] | hits_[1] | hits_[2] | hits_[3]) != 0;                                                                                \
  }                                                                                                                                         \
  G_STMT_END

SEMA_CLONES static gboolean
reaches_add (const double *a, const double *b, const double *c, double limit)
{
  RETURN_WHETHER_ONE_REACHES (SCORE_ADD);
}

SEMA_CLONES static gboolean
reaches_mul (const double *a, const double *b, const double *c, double limit)
{
  RETURN_WHETHER_ONE_REACHES (SCORE_MUL);
}

static inline double
get_floor (const Batch *batch, gsize question)
{
  return atomic_load_explicit (&batch->floors[question], memory_order_relaxed);
}

/* Of two threads the lower may win: its floor is true as well. */
static void
raise_floor (Batch *batch, gsize question, const Best *best)
{
  if (best->n == BEST && best->heap[0].score > get_floor (batch, question))
    atomic_store_explicit (&batch->floors[question], best->heap[0].score, memory_order_relaxed);
}

/* Neither the words asked with are answers nor rows that have the word of an earlier row. */
static gboolean
is_answer (const Batch *batch, gsize question, guint64 row)
{
  const guint16 *places = batch->places[question];

  for (gsize i = 0; i < 3; i++)
    if (batch->words[places[i]] == row)
      return FALSE;
  return !sema_vocab_is_repeat (sema_set_get_vocab (batch->set), row);
}

/* A chunk's rows come in order, so that of equal ones the later does not enter. */
static void
offer (Batch *batch, gsize question, SemaNeighbour neighbour, Best *best)
{
  SemaBest list = {best->heap, best->n, BEST};

  if (best->n == BEST && neighbour.score <= best->heap[0].score)
    return;
  if (neighbour.score >= get_floor (batch, question) && is_answer (batch, question, neighbour.row))
    sema_best_offer (&list, neighbour);
  best->n = list.n;
}

/* What every question makes of a block: @cosines: (n_words, ROWS_PER_BLOCK). */
static void
ask_block (Batch *batch, guint64 block, gsize n, const double *cosines, Best *best)
{
  gboolean adds = batch->method == SEMA_METHOD_ADD;

  for (gsize question = 0; question < batch->n_questions; question++)
    {
      const guint16 *places = batch->places[question];
      const double  *a = cosines + places[0] * ROWS_PER_BLOCK;
      const double  *b = cosines + places[1] * ROWS_PER_BLOCK;
      const double  *c = cosines + places[2] * ROWS_PER_BLOCK;
      double         limit = get_floor (batch, question);

      if (!(adds ? reaches_add (a, b, c, limit) : reaches_mul (a, b, c, limit)))
        continue;
      for (gsize i = 0; i < n; i++)
        offer (batch, question, (SemaNeighbour) {block + i, adds ? SCORE_ADD (a[i], b[i], c[i]) : SCORE_MUL (a[i], b[i], c[i])}, &best[question]);
      raise_floor (batch, question, &best[question]);
    }
}

/* Sixteen rows of a block, or fewer and then nothing, beside each other, each brought to length 1: not a number where a row has no
 * direction, or there is none. */
SEMA_CLONES static void
turn_rows (const SemaFloat *const *rows, const double *scales, gsize dim, double *columns)
{
  for (gsize i = 0; i < dim; i++)
    for (gsize column = 0; column < SEMA_DOT_COLUMNS; column++)
      columns[i * SEMA_DOT_COLUMNS + column] = rows[column][i] * scales[column];
}

static void
take_rows (const SemaSet *set, guint64 first, gsize n, double *columns)
{
  g_autofree float *space = sema_set_new_space (set, SEMA_DOT_COLUMNS);
  const SemaFloat  *rows[SEMA_DOT_COLUMNS];
  double            scales[SEMA_DOT_COLUMNS];

  for (gsize column = 0; column < SEMA_DOT_COLUMNS; column++)
    {
      rows[column] = sema_set_read_row (set, column < n ? first + column : 0, space != NULL ? space + column * sema_set_get_dim (set) : NULL);
      scales[column] = column < n ? 1 / sema_set_get_norm (set, first + column) : NAN;
    }
  turn_rows (rows, scales, sema_set_get_dim (set), columns);
}

/* Rows that will be taken next are on their way from memory while others are multiplied, where they are read as they lie. */
static void
fetch_rows (const SemaSet *set, guint64 first, guint64 end)
{
  const SemaMatrix *matrix = sema_set_get_matrix (set);
  gsize             size = sema_set_get_dim (set) * sizeof (float);

  if (sema_matrix_get_numbers (matrix) != SEMA_NUMBERS_FLOAT32)
    return;
  for (guint64 row = first; row < end; row++)
    for (gsize at = 0; at < size; at += CACHE_LINE)
      __builtin_prefetch ((const char *)sema_matrix_get_row (matrix, row) + at);
}

/* The cosine of each word with each row of a block. */
static gboolean
find_cosines (const Batch *batch, guint64 block, gsize n, double *columns, double *cosines)
{
  gsize dim = sema_set_get_dim (batch->set);

  for (gsize row = 0; row < ROWS_PER_BLOCK; row += SEMA_DOT_COLUMNS)
    {
      take_rows (batch->set, block + row, MAX (n, row) - row, columns);
      fetch_rows (batch->set, block + row + SEMA_DOT_COLUMNS, MIN (block + row + 2 * SEMA_DOT_COLUMNS, batch->n_rows));
      for (gsize word = 0; word < batch->n_words; word += WORDS_PER_STEP)
        {
          if (sema_progress_is_cancelled (batch->progress))
            return FALSE;
          sema_dot_columns (columns, dim, batch->units + word * dim, MIN (batch->n_words - word, WORDS_PER_STEP),
                            cosines + word * ROWS_PER_BLOCK + row, ROWS_PER_BLOCK);
        }
    }
  return TRUE;
}

static void
ask_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Batch             *batch = data;
  Best              *best = batch->best + chunk * batch->n_questions;
  double            *columns = batch->columns + chunk * SEMA_DOT_COLUMNS * sema_set_get_dim (batch->set);
  g_autofree double *cosines = g_new (double, batch->n_words *ROWS_PER_BLOCK);

  for (guint64 block = first; block < end; block += ROWS_PER_BLOCK)
    {
      gsize n = MIN (end - block, ROWS_PER_BLOCK);

      if (!find_cosines (batch, block, n, columns, cosines))
        return;
      ask_block (batch, block, n, cosines, best);
      sema_progress_add_done (batch->progress, n * batch->n_questions);
    }
}

/* Takes as many questions as the batch has room for, and returns how many. @seen has the place of each word plus one. */
static gsize
take_questions (Batch *batch, const SemaAnalogyQuestion *questions, gsize n_questions, GHashTable *seen)
{
  gsize n;

  batch->n_words = 0;
  for (n = 0; n < MIN (n_questions, MOST_QUESTIONS) && batch->n_words + 3 <= MOST_WORDS; n++)
    for (gsize i = 0; i < 3; i++)
      {
        guint64 row = questions[n].rows[i];
        guint   place = GPOINTER_TO_UINT (g_hash_table_lookup (seen, &row));

        if (place == 0)
          {
            batch->words[batch->n_words++] = row;
            place = (guint)batch->n_words;
            g_hash_table_insert (seen, &batch->words[place - 1], GUINT_TO_POINTER (place));
          }
        batch->places[n][i] = (guint16)(place - 1);
      }
  return n;
}

static void
begin (Batch *batch, const SemaAnalogyQuestion *questions, gsize n_questions)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  gsize                  dim = sema_set_get_dim (batch->set);

  batch->n_questions = take_questions (batch, questions, n_questions, seen);
  for (gsize word = 0; word < batch->n_words; word++)
    sema_vectors_get (batch->set, batch->words[word], SEMA_VECTORS_UNIT, batch->units + word * dim);
  memset (batch->best, 0, batch->n_chunks * batch->n_questions * sizeof (Best));
  for (gsize i = 0; i < batch->n_questions; i++)
    atomic_init (&batch->floors[i], -INFINITY);
}

/* The best of all chunks; the order is total, so that it does not matter who found what first. */
static void
merge (const Batch *batch, gsize question, guint64 *answers)
{
  SemaNeighbour all[MOST_CHUNKS * BEST];
  gsize         n = 0;

  for (guint64 chunk = 0; chunk < batch->n_chunks; chunk++)
    {
      const Best *best = &batch->best[chunk * batch->n_questions + question];

      for (gsize i = 0; i < best->n; i++)
        all[n++] = best->heap[i];
    }
  sema_best_sort (all, n);
  for (gsize i = 0; i < BEST; i++)
    answers[i] = i < n ? all[i].row : SEMA_VOCAB_NO_ROW;
}

static gboolean
answer_batch (Batch *batch, guint64 *answers, GError **error)
{
  if (!sema_parallel_rows (batch->n_rows, batch->rows_per_chunk, batch->progress, ask_rows, batch) ||
      sema_progress_is_cancelled (batch->progress))
    {
      sema_set_cancelled (error);
      return FALSE;
    }
  for (gsize i = 0; i < batch->n_questions; i++)
    merge (batch, i, answers + i * BEST);
  return TRUE;
}

static void
share_rows (Batch *batch)
{
  guint64 rows = MAX (sema_parallel_count_chunks (batch->n_rows, MOST_CHUNKS), LEAST_ROWS_PER_CHUNK);

  batch->rows_per_chunk = sema_parallel_count_chunks (rows, ROWS_PER_BLOCK) * ROWS_PER_BLOCK;
  batch->n_chunks = sema_parallel_count_chunks (batch->n_rows, batch->rows_per_chunk);
}

static gboolean
make_room (Batch *batch, gsize n_questions, GError **error)
{
  gsize n = MIN (n_questions, MOST_QUESTIONS), row_size;

  if (__builtin_mul_overflow (sema_set_get_dim (batch->set), sizeof (double), &row_size))
    row_size = G_MAXSIZE;
  share_rows (batch);
  return (batch->units = sema_memory_alloc_n (MIN (MOST_WORDS, 3 * n), row_size, error)) != NULL &&
         (batch->places = sema_memory_alloc_n (n, sizeof *batch->places, error)) != NULL &&
         (batch->columns = sema_memory_alloc_n (batch->n_chunks * SEMA_DOT_COLUMNS, row_size, error)) != NULL &&
         (batch->best = sema_memory_alloc_n (batch->n_chunks, n * sizeof (Best), error)) != NULL &&
         (batch->floors = sema_memory_alloc_n (n, sizeof *batch->floors, error)) != NULL;
}

/**
 * sema_analogy_batch_answer:
 * @set: a set
 * @n_rows: how many of its rows can be answers, from the first on; at most those it has
 * @method: what an answer has most of
 * @questions: (n_questions) rows of the set
 * @n_questions: how many, may be 0
 * @answers: (n_questions, SEMA_ANALOGY_BATCH_BEST) where the rows of the answers go, the best first, and
 *   %SEMA_VOCAB_NO_ROW where there are no more
 * @progress: (nullable): told of each row that is looked at for each question, @n_rows × @n_questions in all; cancels
 * @error: %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_CORE_ERROR_CANCELLED
 *
 * Answers many analogies at once, in double. Left out are the three rows of a question, rows with the bytes of an earlier row,
 * and rows without a direction; a question with such a row has no answers. Equal scores come in row order, and it does not
 * matter which questions are asked together. The same answers with any number of threads on any processor. Takes at most
 * 20 MB, and 8 kB a dimension. O(n_rows (w dim + n_questions)) for w different rows in the questions.
 *
 * Returns: whether they were answered
 */
gboolean
sema_analogy_batch_answer (const SemaSet *set, guint64 n_rows, SemaMethod method, const SemaAnalogyQuestion *questions, gsize n_questions, guint64 *answers, SemaProgress *progress, GError **error)
{
  g_auto (Batch) batch = {.set = set, .n_rows = n_rows, .method = method, .progress = progress};

  g_return_val_if_fail (n_rows <= sema_set_get_n_rows (set), FALSE);

  if (!make_room (&batch, n_questions, error))
    return FALSE;
  for (gsize done = 0; done < n_questions; done += batch.n_questions)
    {
      begin (&batch, questions + done, n_questions - done);
      if (!answer_batch (&batch, answers + done * BEST, error))
        return FALSE;
    }
  return TRUE;
}
