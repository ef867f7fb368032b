/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-evaluation.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "sema-buffer.h"
#include "sema-error.h"
#include "sema-evaluation-file.h"
#include "sema-formats.h"
#include "sema-question-line.h"
#include "sema-vocab-upper.h"

#define QUESTIONS_PER_BATCH 4096
/* Lines between two looks at cancel. */
#define LINES_PER_STEP 1024

/**
 * Section:
 * @name: where its name begins among the names
 * @length: bytes of it
 * @counts: what came of its questions
 */
typedef struct
{
  gsize                name;
  gsize                length;
  SemaEvaluationCounts counts;
} Section;

struct _SemaEvaluation
{
  SemaBuffer           names;
  SemaBuffer           sections; /* Section */
  SemaEvaluationCounts total;
  GStrv                warnings;
};

/* A question that waits for its batch: its answer, and the section it is counted in. */
typedef struct
{
  guint64 expected;
  gsize   section;
} Waiting;

/**
 * Work:
 * @self: what becomes of it
 * @set: the vectors
 * @method: how they are asked
 * @progress: (nullable): told of rows for questions; cancels
 * @upper: the words that are used
 * @file: the questions
 * @questions: (QUESTIONS_PER_BATCH) those that wait
 * @waiting: (QUESTIONS_PER_BATCH) the same
 * @answers: (QUESTIONS_PER_BATCH, SEMA_ANALOGY_BATCH_BEST)
 * @n_waiting: how many wait
 * @n_questions: how many the file has, where somebody watches
 */
typedef struct
{
  SemaEvaluation      *self;
  SemaSet             *set;
  SemaMethod           method;
  SemaProgress        *progress;
  SemaVocabUpper      *upper;
  SemaEvaluationFile  *file;
  SemaAnalogyQuestion *questions;
  Waiting             *waiting;
  guint64             *answers;
  gsize                n_waiting;
  guint64              n_questions;
} Work;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->self, sema_evaluation_free);
  g_clear_pointer (&work->upper, sema_vocab_upper_free);
  g_clear_pointer (&work->file, sema_evaluation_file_close);
  g_free (work->questions);
  g_free (work->waiting);
  g_free (work->answers);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static Section *
peek_section (const SemaEvaluation *self, gsize section)
{
  return (Section *)self->sections.data + section;
}

static gboolean
begin_section (SemaEvaluation *self, const SemaQuestionPart *name, GError **error)
{
  char    *text = sema_buffer_append (&self->names, name->length, error);
  Section *section = text != NULL ? sema_buffer_append (&self->sections, sizeof *section, error) : NULL;

  if (section == NULL)
    return FALSE;
  memcpy (text, name->text, name->length);
  *section = (Section) {.name = self->names.n_bytes - name->length, .length = name->length};
  return TRUE;
}

/* The first answer that is no word of the question in another case counts; when all are, the last one does. */
static gboolean
is_correct (const Work *work, gsize i)
{
  const guint64 *answers = work->answers + i * SEMA_ANALOGY_BATCH_BEST;
  const guint64 *asked = work->questions[i].rows;
  guint64        predicted = SEMA_VOCAB_NO_ROW;

  for (gsize place = 0; place < SEMA_ANALOGY_BATCH_BEST && answers[place] != SEMA_VOCAB_NO_ROW; place++)
    {
      predicted = sema_vocab_upper_get_first (work->upper, answers[place]);
      if (predicted != asked[0] && predicted != asked[1] && predicted != asked[2])
        break;
    }
  return predicted == work->waiting[i].expected;
}

static gboolean
answer_waiting (Work *work, GError **error)
{
  if (!sema_analogy_batch_answer (work->set, sema_vocab_upper_get_n_rows (work->upper), work->method,
                                  work->questions, work->n_waiting, work->answers, work->progress, error))
    return FALSE;
  for (gsize i = 0; i < work->n_waiting; i++)
    {
      SemaEvaluationCounts *counts = &peek_section (work->self, work->waiting[i].section)->counts;

      if (is_correct (work, i))
        counts->n_correct++;
      else
        counts->n_incorrect++;
    }
  work->n_waiting = 0;
  return TRUE;
}

/* What is skipped is done as well. */
static gboolean
skip_question (Work *work, gsize section)
{
  peek_section (work->self, section)->counts.n_skipped++;
  sema_progress_add_done (work->progress, sema_vocab_upper_get_n_rows (work->upper));
  return TRUE;
}

static gboolean
add_question (Work *work, const SemaQuestionLine *line, GError **error)
{
  gsize   section = sema_evaluation_get_n_sections (work->self) - 1;
  guint64 rows[4];

  for (gsize i = 0; i < 4; i++)
    {
      rows[i] = sema_vocab_upper_find (work->upper, line->parts[i].text, line->parts[i].length);
      if (rows[i] == SEMA_VOCAB_NO_ROW)
        return skip_question (work, section);
    }
  memcpy (work->questions[work->n_waiting].rows, rows, sizeof work->questions->rows);
  work->waiting[work->n_waiting++] = (Waiting) {rows[3], section};
  return work->n_waiting < QUESTIONS_PER_BATCH || answer_waiting (work, error);
}

static gboolean
refuse_before_section (const Work *work, guint64 number, GError **error)
{
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
               _ ("Line %" PRIu64 " of “%s” comes before the first section: a line such as “: capitals” must come first."),
                  number, sema_evaluation_file_get_label (work->file));
  return FALSE;
}

static gboolean
take_line (Work *work, const SemaLine *line, GError **error)
{
  SemaQuestionLine question;
  SemaQuestionKind kind = line->is_too_long ? SEMA_QUESTION_OTHER : sema_question_line_parse (line->text, line->length, &question);

  if (kind == SEMA_QUESTION_BLANK)
    return TRUE;
  if (kind == SEMA_QUESTION_SECTION)
    return begin_section (work->self, &question.parts[0], error);
  if (sema_evaluation_get_n_sections (work->self) == 0)
    return refuse_before_section (work, line->number, error);
  if (kind == SEMA_QUESTION_WORDS)
    return add_question (work, &question, error);
  sema_evaluation_file_pass_over (work->file, line->number);
  return TRUE;
}

static gboolean
count_line (Work *work, const SemaLine *line, GError **error)
{
  SemaQuestionLine question;

  if (!line->is_too_long && sema_question_line_parse (line->text, line->length, &question) == SEMA_QUESTION_WORDS)
    work->n_questions++;
  return TRUE;
}

static gboolean
read_lines (Work *work, gboolean (*take) (Work *, const SemaLine *, GError **), GError **error)
{
  for (;;)
    {
      SemaLine line;
      gboolean found;

      if (!sema_evaluation_file_next (work->file, &line, &found, error))
        return FALSE;
      if (!found)
        return TRUE;
      if (line.number % LINES_PER_STEP == 0 && sema_progress_is_cancelled (work->progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      if (!take (work, &line, error))
        return FALSE;
    }
}

static gboolean
open_file (Work *work, const char *path, GError **error)
{
  g_autoptr (SemaProgress) reading = sema_progress_new_step (work->progress);

  g_clear_pointer (&work->file, sema_evaluation_file_close);
  work->file = sema_evaluation_file_open (path, SEMA_EVALUATION_QUESTIONS, reading, error);
  return work->file != NULL;
}

/* The file is read in no time, and its questions take long: so who watches is told of these, and they are counted before. */
static gboolean
begin_progress (Work *work, const char *path, GError **error)
{
  if (work->progress == NULL)
    return TRUE;
  if (!read_lines (work, count_line, error) || !open_file (work, path, error))
    return FALSE;
  sema_progress_set_done (work->progress, 0);
  sema_progress_set_total (work->progress, work->n_questions * sema_vocab_upper_get_n_rows (work->upper));
  return TRUE;
}

static void
add_up (SemaEvaluation *self)
{
  for (gsize section = 0; section < sema_evaluation_get_n_sections (self); section++)
    {
      const SemaEvaluationCounts *counts = &peek_section (self, section)->counts;

      self->total.n_correct += counts->n_correct;
      self->total.n_incorrect += counts->n_incorrect;
      self->total.n_skipped += counts->n_skipped;
    }
}

static gboolean
check_any (const Work *work, GError **error)
{
  const SemaEvaluationCounts *total = &work->self->total;

  if (total->n_correct + total->n_incorrect + total->n_skipped > 0)
    return TRUE;
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” asks nothing: a question is a line of four words."), sema_evaluation_file_get_label (work->file));
  return FALSE;
}

static gboolean
evaluate (Work *work, const char *path, guint64 most_words, GError **error)
{
  if (!open_file (work, path, error))
    return FALSE;
  work->upper = sema_vocab_upper_new (sema_set_get_vocab (work->set), most_words, work->progress, error);
  if (work->upper == NULL || !begin_progress (work, path, error) || !read_lines (work, take_line, error) || !answer_waiting (work, error))
    return FALSE;
  add_up (work->self);
  work->self->warnings = sema_evaluation_file_dup_warnings (work->file);
  return check_any (work, error) && sema_set_check_lost (work->set, error);
}

/**
 * sema_evaluation_new:
 * @set: vectors
 * @path: a file of analogies in the format of word2vec's questions-words.txt, plain or gzip: see sema-question-line.h
 * @most_words: how many words are used, from the first on, for questions and answers
 * @method: how the vectors are asked
 * @progress: (nullable): told how many of the questions are answered; cancels
 * @error: %SEMA_FORMAT_ERROR_IO, %SEMA_FORMAT_ERROR_DAMAGED where a line that is not blank comes before the first section, or nothing
 *   is asked; %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_LOST
 *
 * Counts as KeyedVectors.evaluate_word_analogies() of gensim does: words are the same whatever their case (the first of several counts),
 * the first of five answers that is no word of the question is compared, and questions with an unknown word are skipped. The
 * memory does not depend on the number of questions.
 *
 * Returns: (transfer full) (nullable): the counts
 */
SemaEvaluation *
sema_evaluation_new (SemaSet *set, const char *path, guint64 most_words, SemaMethod method, SemaProgress *progress, GError **error)
{
  g_auto (Work) work = {.set = set, .method = method, .progress = progress};

  work.self = g_new0 (SemaEvaluation, 1);
  work.questions = g_new (SemaAnalogyQuestion, QUESTIONS_PER_BATCH);
  work.waiting = g_new (Waiting, QUESTIONS_PER_BATCH);
  work.answers = g_new (guint64, QUESTIONS_PER_BATCH * SEMA_ANALOGY_BATCH_BEST);
  return evaluate (&work, path, most_words, error) ? g_steal_pointer (&work.self) : NULL;
}

/**
 * sema_evaluation_free:
 * @self: (nullable) (transfer full): counts
 */
void
sema_evaluation_free (SemaEvaluation *self)
{
  if (self == NULL)
    return;
  sema_buffer_clear (&self->names);
  sema_buffer_clear (&self->sections);
  g_strfreev (self->warnings);
  g_free (self);
}

/**
 * sema_evaluation_get_n_sections:
 * @self: counts
 *
 * Returns: how many sections the file has, also such without a question
 */
gsize
sema_evaluation_get_n_sections (const SemaEvaluation *self)
{
  return self->sections.n_bytes / sizeof (Section);
}

/**
 * sema_evaluation_get_section:
 * @self: counts
 * @section: from 0, in the order of the file
 * @name: (out): its name, any bytes without a NUL after them; of @self
 * @length: (out): how many
 *
 * Returns: (transfer none): what came of its questions
 */
const SemaEvaluationCounts *
sema_evaluation_get_section (const SemaEvaluation *self, gsize section, const char **name, gsize *length)
{
  const Section *found = peek_section (self, section);

  g_return_val_if_fail (section < sema_evaluation_get_n_sections (self), NULL);

  *name = self->names.data + found->name;
  *length = found->length;
  return &found->counts;
}

/**
 * sema_evaluation_get_total:
 * @self: counts
 *
 * Returns: (transfer none): the sums over the sections
 */
const SemaEvaluationCounts *
sema_evaluation_get_total (const SemaEvaluation *self)
{
  return &self->total;
}

/**
 * sema_evaluation_get_warnings:
 * @self: counts
 *
 * Returns: (transfer none) (array zero-terminated=1): sentences that say what was wrong with the file
 */
const char *const *
sema_evaluation_get_warnings (const SemaEvaluation *self)
{
  return (const char *const *)self->warnings;
}

/**
 * sema_evaluation_counts_get_accuracy:
 * @counts: of a section, or of all
 *
 * Returns: the share of correct answers, 0 to 1, skipped questions left out; 0 where there is no other, as gensim says it
 */
double
sema_evaluation_counts_get_accuracy (const SemaEvaluationCounts *counts)
{
  guint64 n = counts->n_correct + counts->n_incorrect;

  return n > 0 ? (double)counts->n_correct / n : 0;
}
