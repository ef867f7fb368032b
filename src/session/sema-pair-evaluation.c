/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pair-evaluation.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>

#include "sema-buffer.h"
#include "sema-correlation.h"
#include "sema-error.h"
#include "sema-evaluation-file.h"
#include "sema-formats.h"
#include "sema-pair-line.h"
#include "sema-vectors.h"
#include "sema-vocab-upper.h"

/* Lines between two looks at cancel. */
#define LINES_PER_STEP 1024

/**
 * Work:
 * @self: what becomes of it
 * @set: the vectors
 * @upper: the words that are used
 * @file: the pairs
 * @scores: of people, as doubles
 * @cosines: of the vectors, as doubles
 */
typedef struct
{
  SemaPairEvaluation *self;
  SemaSet            *set;
  SemaVocabUpper     *upper;
  SemaEvaluationFile *file;
  SemaBuffer          scores;
  SemaBuffer          cosines;
} Work;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->self, sema_pair_evaluation_free);
  g_clear_pointer (&work->upper, sema_vocab_upper_free);
  g_clear_pointer (&work->file, sema_evaluation_file_close);
  sema_buffer_clear (&work->scores);
  sema_buffer_clear (&work->cosines);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* gensim leaves a vector of zeros as it is, so that nothing is like it. What is equal by its nature is equal to the bit, or rounding
 * would make different ranks of it. */
static double
find_cosine (const SemaSet *set, guint64 a, guint64 b)
{
  double cosine;

  if (sema_set_get_norm (set, a) == 0 || sema_set_get_norm (set, b) == 0)
    return 0;
  cosine = sema_vectors_cosine (set, MIN (a, b), MAX (a, b));
  return a == b && !isnan (cosine) ? 1 : cosine;
}

static gboolean
append (SemaBuffer *buffer, double value, GError **error)
{
  double *place = sema_buffer_append (buffer, sizeof *place, error);

  if (place == NULL)
    return FALSE;
  *place = value;
  return TRUE;
}

static gboolean
add_pair (Work *work, const SemaPairLine *pair, GError **error)
{
  guint64 a = sema_vocab_upper_find (work->upper, pair->words[0], pair->lengths[0]);
  guint64 b = sema_vocab_upper_find (work->upper, pair->words[1], pair->lengths[1]);

  if (a == SEMA_VOCAB_NO_ROW || b == SEMA_VOCAB_NO_ROW)
    {
      work->self->n_missing++;
      return TRUE;
    }
  work->self->n_pairs++;
  return append (&work->scores, pair->score, error) && append (&work->cosines, find_cosine (work->set, a, b), error);
}

static gboolean
take_line (Work *work, const SemaLine *line, GError **error)
{
  SemaPairLine pair;
  SemaPairKind kind = line->is_too_long ? SEMA_PAIR_OTHER : sema_pair_line_parse (line->text, line->length, &pair);

  if (kind == SEMA_PAIR_WORDS)
    return add_pair (work, &pair, error);
  if (kind == SEMA_PAIR_OTHER)
    sema_evaluation_file_pass_over (work->file, line->number);
  return TRUE;
}

static gboolean
read_lines (Work *work, SemaProgress *progress, GError **error)
{
  for (;;)
    {
      SemaLine line;
      gboolean found;

      if (!sema_evaluation_file_next (work->file, &line, &found, error))
        return FALSE;
      if (!found)
        return TRUE;
      if (line.number % LINES_PER_STEP == 0 && sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      if (!take_line (work, &line, error))
        return FALSE;
    }
}

static gboolean
check_any (const Work *work, GError **error)
{
  const char *label = sema_evaluation_file_get_label (work->file);

  if (work->self->n_pairs > 0)
    return TRUE;
  if (work->self->n_missing == 0)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
                 _ ("“%s” has no pair: a pair is a line of two words and a number with tabs between them."), label);
  else
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("The vectors have both words of no pair in “%s”."), label);
  return FALSE;
}

static gboolean
evaluate (Work *work, const char *path, guint64 most_words, SemaProgress *progress, GError **error)
{
  SemaPairEvaluation *self = work->self;

  work->file = sema_evaluation_file_open (path, SEMA_EVALUATION_PAIRS, progress, error);
  if (work->file == NULL)
    return FALSE;
  work->upper = sema_vocab_upper_new (sema_set_get_vocab (work->set), most_words, progress, error);
  if (work->upper == NULL || !read_lines (work, progress, error) || !check_any (work, error))
    return FALSE;
  self->warnings = sema_evaluation_file_dup_warnings (work->file);
  return sema_correlation_find ((const double *)work->scores.data, (const double *)work->cosines.data, self->n_pairs,
                                &self->pearson, &self->spearman, progress, error) &&
         sema_set_check_lost (work->set, error);
}

/**
 * sema_pair_evaluation_new:
 * @set: vectors
 * @path: a file of word pairs with scores of people, plain or gzip: see sema-pair-line.h
 * @most_words: how many words are used, from the first on
 * @progress: (nullable): told how much of the file is read; cancels
 * @error: %SEMA_FORMAT_ERROR_IO, %SEMA_FORMAT_ERROR_DAMAGED where no pair has both its words in the vectors; %SEMA_CORE_ERROR_NO_MEMORY,
 *   %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_LOST
 *
 * Correlates the cosines of the pairs with their scores as KeyedVectors.evaluate_word_pairs() of gensim does: words are the same
 * whatever their case (the first of several counts), and pairs with an unknown word are left out.
 *
 * Returns: (transfer full) (nullable): both correlations
 */
SemaPairEvaluation *
sema_pair_evaluation_new (SemaSet *set, const char *path, guint64 most_words, SemaProgress *progress, GError **error)
{
  g_auto (Work) work = {.set = set};

  work.self = g_new0 (SemaPairEvaluation, 1);
  return evaluate (&work, path, most_words, progress, error) ? g_steal_pointer (&work.self) : NULL;
}

/**
 * sema_pair_evaluation_free:
 * @self: (nullable) (transfer full): the correlations
 */
void
sema_pair_evaluation_free (SemaPairEvaluation *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->warnings);
  g_free (self);
}
