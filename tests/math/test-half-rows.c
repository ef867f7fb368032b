/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of other numbers than float32 come to the same, to the bit, as their values in float32. */
#include <math.h>
#include <string.h>

#include "sema-analogy-batch.h"
#include "sema-column-stats.h"
#include "sema-memory.h"
#include "sema-moves.h"
#include "sema-neighbours.h"
#include "sema-pca-rows.h"
#include "sema-plane-rows.h"
#include "sema-procrustes-rows.h"
#include "sema-question.h"
#include "sema-reference-distance.h"
#include "sema-row-check.h"
#include "sema-set-private.h"
#include "sema-shared-neighbours.h"
#include "small-set.h"

#define N 700
#define DIM 37

typedef struct
{
  SemaSet *lent;
  SemaSet *plain;
} Pair;

static void
pair_clear (Pair *pair)
{
  sema_set_unref (pair->lent);
  sema_set_unref (pair->plain);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

/* Numbers near 1, of any sign; a row of zeros and one with a NaN. */
static guint8 *
draw_bytes (SemaNumbers numbers)
{
  gsize      size = sema_numbers_get_size (numbers);
  guint8    *bytes = g_malloc0 (N * DIM * size);
  SemaRandom random;

  sema_random_init (&random, 5);
  for (gsize i = 0; i < N * DIM; i++)
    {
      guint16 bits = (guint16)(sema_random_next (&random) & 0x87ff);
      double  value = small_set_draw (&random);

      bits |= numbers == SEMA_NUMBERS_FLOAT16 ? 0x3800 : 0x3f00;
      if (i / DIM == 3)
        continue;
      if (i == 5 * DIM)
        bits = 0x7fff, value = NAN;
      if (numbers == SEMA_NUMBERS_FLOAT64)
        memcpy (bytes + i * size, &value, size);
      else
        memcpy (bytes + i * size, &bits, size);
    }
  return bytes;
}

static Pair
draw (SemaNumbers numbers)
{
  guint8               *bytes = draw_bytes (numbers);
  const SemaMatrixOwner owner = {g_free, NULL, bytes};
  g_autofree float     *values = g_new (float, N *DIM);
  double               *norms = sema_memory_alloc_n (N, sizeof *norms, NULL);
  Pair                  pair;

  sema_numbers_widen (numbers, bytes, N * DIM, values);
  pair.plain = small_set_new_numbered (values, N, DIM);
  memcpy (norms, sema_set_get_norms (pair.plain), N * sizeof *norms);
  pair.lent = sema_set_new_take (sema_matrix_new_lent_numbers (bytes, numbers, N, DIM, &owner), sema_vocab_ref ((SemaVocab *)sema_set_get_vocab (pair.plain)), norms,
                                 g_new0 (char *, 1));
  return pair;
}

static void
assert_same_list (GArray *a, GArray *b)
{
  g_assert_cmpmem (a->data, a->len * sizeof (SemaNeighbour), b->data, b->len * sizeof (SemaNeighbour));
  g_array_unref (a);
  g_array_unref (b);
}

static void
check_rows (const Pair *pair)
{
  double a[DIM], b[DIM];

  for (guint64 row = 0; row < N; row++)
    {
      sema_vectors_get (pair->lent, row, SEMA_VECTORS_RAW, a);
      sema_vectors_get (pair->plain, row, SEMA_VECTORS_RAW, b);
      g_assert_cmpmem (a, sizeof a, b, sizeof b);
      g_assert_cmpfloat (sema_matrix_get_number (sema_set_get_matrix (pair->lent), row, DIM - 1), ==, (float)b[DIM - 1]);
    }
  g_assert_cmpfloat (sema_vectors_cosine (pair->lent, 1, 2), ==, sema_vectors_cosine (pair->plain, 1, 2));
  g_assert_cmpfloat (sema_vectors_distance (pair->lent, 1, 2), ==, sema_vectors_distance (pair->plain, 1, 2));
}

static void
check_searches (const Pair *pair)
{
  const SemaTerm         terms[] = {{10, 1}, {20, 1}, {30, -1}};
  const SemaQueryKind    kinds[] = {{SEMA_METRIC_COSINE, SEMA_METHOD_ADD}, {SEMA_METRIC_DOT, SEMA_METHOD_ADD}, {SEMA_METRIC_EUCLID, SEMA_METHOD_ADD}, {SEMA_METRIC_COSINE, SEMA_METHOD_MUL}};
  const SemaSearch       wanted = {.k = 30};
  g_autoptr (SemaNarrow) narrow = sema_narrow_new (pair->lent, NULL, NULL);
  g_autoptr (SemaNarrow) plain_narrow = sema_narrow_new (pair->plain, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (SemaQuery) a = sema_query_new (pair->lent, terms, 3, &kinds[i], NULL);
      g_autoptr (SemaQuery) b = sema_query_new (pair->plain, terms, 3, &kinds[i], NULL);

      assert_same_list (sema_neighbours_search (pair->lent, NULL, a, &wanted, NULL, NULL), sema_neighbours_search (pair->plain, NULL, b, &wanted, NULL, NULL));
      assert_same_list (sema_neighbours_search (pair->lent, narrow, a, &wanted, NULL, NULL), sema_neighbours_search (pair->plain, plain_narrow, b, &wanted, NULL, NULL));
    }
}

static void
check_questions (const Pair *pair)
{
  const guint64             yes[] = {10, 11, 12}, no[] = {20, 21};
  const SemaQuestionWords   words = {yes, 3, no, 2};
  const SemaAnalogyQuestion questions[] = {{{10, 20, 30}}, {{40, 50, 60}}};
  guint64                   a[2 * SEMA_ANALOGY_BATCH_BEST], b[2 * SEMA_ANALOGY_BATCH_BEST];
  double                    directions[4 * DIM];
  gsize                     n_right[2], n_tried[2];

  for (guint i = 0; i < 2; i++)
    {
      const SemaSet *set = i == 0 ? pair->lent : pair->plain;

      g_assert_true (sema_question_find_direction (set, &words, directions + i * DIM, NULL));
      g_assert_true (sema_question_count_right (set, &words, &n_right[i], &n_tried[i], NULL));
    }
  g_assert_cmpmem (directions, DIM * sizeof (double), directions + DIM, DIM * sizeof (double));
  g_assert_cmpuint (n_right[0], ==, n_right[1]);
  g_assert_cmpfloat (sema_question_answer (pair->lent, 77, directions), ==, sema_question_answer (pair->plain, 77, directions));
  g_assert_true (sema_analogy_batch_answer (pair->lent, N, SEMA_METHOD_ADD, questions, 2, a, NULL, NULL));
  g_assert_true (sema_analogy_batch_answer (pair->plain, N, SEMA_METHOD_ADD, questions, 2, b, NULL, NULL));
  g_assert_cmpmem (a, sizeof a, b, sizeof b);
}

static void
check_maps (const Pair *pair)
{
  g_autoptr (SemaPcaRows)   a = sema_pca_rows_new (pair->lent, SEMA_VECTORS_UNIT, 2, TRUE, NULL, NULL);
  g_autoptr (SemaPcaRows)   b = sema_pca_rows_new (pair->plain, SEMA_VECTORS_UNIT, 2, TRUE, NULL, NULL);
  g_autoptr (SemaPlaneRows) c = sema_plane_rows_new (pair->lent, SEMA_VECTORS_RAW, a->pca->axes, NULL, NULL);
  g_autoptr (SemaPlaneRows) d = sema_plane_rows_new (pair->plain, SEMA_VECTORS_RAW, a->pca->axes, NULL, NULL);
  double                    limit[2];
  SemaColumnStats          *stats = sema_column_stats_measure (sema_set_get_matrix (pair->lent), &limit[0], NULL, NULL);
  SemaColumnStats          *plain_stats = sema_column_stats_measure (sema_set_get_matrix (pair->plain), &limit[1], NULL, NULL);

  g_assert_cmpuint (a->n_left_out, ==, 2);
  g_assert_cmpmem (a->pca->axes, 2 * DIM * sizeof (double), b->pca->axes, 2 * DIM * sizeof (double));
  g_assert_cmpmem (a->scores, 2 * N * sizeof (float), b->scores, 2 * N * sizeof (float));
  g_assert_cmpmem (c->scores, 2 * N * sizeof (float), d->scores, 2 * N * sizeof (float));
  g_assert_cmpmem (stats, DIM * sizeof *stats, plain_stats, DIM * sizeof *stats);
  g_assert_cmpfloat (limit[0], ==, limit[1]);
  sema_memory_free (stats);
  sema_memory_free (plain_stats);
}

static void
check_diagnosis (const Pair *pair)
{
  static const guint32     rows[] = {7, 8, 90};
  g_autoptr (SemaRowCheck) a = sema_row_check_new (sema_set_get_matrix (pair->lent), NULL, NULL);
  g_autoptr (SemaRowCheck) b = sema_row_check_new (sema_set_get_matrix (pair->plain), NULL, NULL);
  g_autofree double       *measured = g_new (double, 4 * N);

  g_assert_cmpmem (a->flags, N, b->flags, N);
  g_assert_cmpmem (a->firsts, N * sizeof *a->firsts, b->firsts, N * sizeof *b->firsts);
  g_assert_cmpuint (a->flags[3], ==, SEMA_ROW_ZERO);
  g_assert_true (sema_reference_distance_measure (pair->lent, rows, 3, SEMA_CENTRING_MEAN, measured, measured + N, NULL, NULL));
  g_assert_true (sema_reference_distance_measure (pair->plain, rows, 3, SEMA_CENTRING_MEAN, measured + 2 * N, measured + 3 * N, NULL, NULL));
  g_assert_cmpmem (measured, 2 * N * sizeof *measured, measured + 2 * N, 2 * N * sizeof *measured);
}

/* Nothing moves from one to the other, and the neighbours are the same. */
static void
check_comparison (const Pair *pair)
{
  g_autoptr (SemaCommonRows)       common = sema_common_rows_new (pair->lent, pair->plain, NULL, NULL);
  g_autoptr (SemaSharedNeighbours) neighbours = sema_shared_neighbours_new (common, 10, 20, NULL, NULL);
  g_autofree double               *rotation = g_new (double, DIM *DIM);
  g_autofree double               *moved = g_new (double, 2 * N);

  g_assert_true (sema_procrustes_rows_find (common, rotation, NULL, NULL));
  g_assert_true (sema_moves_measure (common, NULL, moved, moved + N, NULL, NULL));
  for (gsize d = 0; d < DIM; d++)
    g_assert_cmpfloat_with_epsilon (rotation[d * DIM + d], 1, 1e-12);
  for (gsize row = 0; row < N; row++)
    g_assert_true (moved[N + row] == 0 || row == 5);
  g_assert_cmpmem (neighbours->a, 20 * sizeof *neighbours->a, neighbours->b, 20 * sizeof *neighbours->b);
}

static void
test_same (void)
{
  for (guint numbers = SEMA_NUMBERS_FLOAT16; numbers <= SEMA_NUMBERS_FLOAT64; numbers++)
    {
      g_auto (Pair) pair = draw ((SemaNumbers)numbers);

      check_rows (&pair);
      check_searches (&pair);
      check_questions (&pair);
      check_maps (&pair);
      check_diagnosis (&pair);
      check_comparison (&pair);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/half-rows/same", test_same);
  return g_test_run ();
}
