/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sema-analogy.h"
#include "sema-error.h"
#include "sema-math-error.h"
#include "sema-odd.h"
#include "sema-vocab-search.h"

#define LEAST_ODD 3 /* two are as far from each other */

typedef struct _Question Question;

struct _Question
{
  SemaSet           *set;
  SemaNarrow        *narrow;
  char              *words[3];
  gsize              max;
  SemaTerm          *terms; /* (n_terms) or NULL */
  gsize              n_terms;
  SemaAnalogyOptions options; /* with the terms */
  char             **list;    /* words, NULL-terminated, or NULL */
  SemaProgress      *progress;
  GPtrArray *(*answer) (const Question *question, GError **error);
};

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->set, sema_set_unref);
  g_clear_pointer (&question->narrow, sema_narrow_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (question->words); i++)
    g_free (question->words[i]);
  g_free (question->terms);
  g_strfreev (question->list);
  sema_progress_unref (question->progress);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  SemaAnswer *answer = data;

  g_free (answer->word);
  g_free (answer->label);
  g_free (answer);
}

static GPtrArray *
answers_new (void)
{
  return g_ptr_array_new_with_free_func (answer_free);
}

static void
add_answer (GPtrArray *answers, SemaSet *set, guint64 row, double score)
{
  SemaAnswer *answer = g_new (SemaAnswer, 1);

  answer->word = sema_vocab_dup_word (sema_set_get_vocab (set), row);
  answer->label = sema_vocab_dup_label (sema_set_get_vocab (set), row);
  answer->row = row;
  answer->score = score;
  g_ptr_array_add (answers, answer);
}

static GPtrArray *
list_rows (const Question *question, GArray *rows)
{
  GPtrArray *answers = answers_new ();

  for (gsize i = 0; i < rows->len; i++)
    add_answer (answers, question->set, g_array_index (rows, guint64, i), NAN);
  g_array_unref (rows);
  return answers;
}

static GPtrArray *
complete (const Question *question, GError **error)
{
  return list_rows (question, sema_vocab_search_completions (sema_set_get_vocab (question->set), question->words[0], question->max, question->progress));
}

/* The nearest words of the file; and the word itself, where its vector can be composed. */
static GPtrArray *
spell (const Question *question, GError **error)
{
  GPtrArray *answers = list_rows (question, sema_vocab_search_spellings (sema_set_get_vocab (question->set), question->words[0], question->max, question->progress));
  guint64    row = sema_set_compose (question->set, question->words[0], -1);

  if (answers != NULL && sema_set_is_composed (question->set, row))
    add_answer (answers, question->set, row, 0);
  return answers;
}

/* The list is consumed; NULL stays NULL. */
static GPtrArray *
list_found (const Question *question, GArray *list)
{
  g_autoptr (GArray) found = list;
  GPtrArray         *answers;

  if (found == NULL)
    return NULL;
  answers = answers_new ();
  for (gsize i = 0; i < found->len; i++)
    {
      const SemaNeighbour *neighbour = &g_array_index (found, SemaNeighbour, i);

      add_answer (answers, question->set, neighbour->row, neighbour->score);
    }
  return answers;
}

static GPtrArray *
find_analogous (const Question *question, const guint64 *plus, gsize n_plus, const guint64 *minus, gsize n_minus, GError **error)
{
  return list_found (question, sema_analogy_find (question->set, question->narrow, plus, n_plus, minus, n_minus, question->max, question->progress, error));
}

static GPtrArray *
answer_terms (const Question *question, GError **error)
{
  return list_found (question, sema_analogy_answer (question->set, question->narrow, question->terms, question->n_terms, &question->options, question->progress, error));
}

/* Those of the list that have a direction. */
static GArray *
find_list (const Question *question)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (char **word = question->list; *word != NULL; word++)
    {
      guint64 row = sema_set_compose (question->set, *word, -1);

      if (row != SEMA_VOCAB_NO_ROW && sema_vectors_is_usable (question->set, row, SEMA_VECTORS_UNIT))
        g_array_append_val (rows, row);
    }
  return rows;
}

static GPtrArray *
rank_odd (const Question *question, GError **error)
{
  g_autoptr (GArray) rows = find_list (question);
  g_autoptr (GArray) odd = NULL;
  GPtrArray         *answers;

  if (rows->len < LEAST_ODD)
    {
      g_set_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED, _ ("Three words that are in this file are needed for one of them to be the odd one."));
      return NULL;
    }
  odd = sema_odd_find (question->set, (const guint64 *)rows->data, rows->len, error);
  if (odd == NULL)
    return NULL;
  answers = answers_new ();
  for (gsize i = 0; i < odd->len; i++)
    {
      const SemaOddWord *word = &g_array_index (odd, SemaOddWord, i);

      add_answer (answers, question->set, g_array_index (rows, guint64, word->index), word->score);
    }
  return answers;
}

static GPtrArray *
neighbours (const Question *question, GError **error)
{
  guint64 row = sema_set_compose (question->set, question->words[0], -1);

  return row == SEMA_VOCAB_NO_ROW ? answers_new () : find_analogous (question, &row, 1, NULL, 0, error);
}

static GPtrArray *
analogy (const Question *question, GError **error)
{
  guint64 rows[3];

  for (gsize i = 0; i < 3; i++)
    {
      rows[i] = sema_set_compose (question->set, question->words[i], -1);
      if (rows[i] == SEMA_VOCAB_NO_ROW)
        return answers_new ();
    }
  return find_analogous (question, rows + 1, 2, rows, 1, error);
}

static void
cancel_progress (GCancellable *cancellable, gpointer progress)
{
  sema_progress_cancel (progress);
}

static void
answer_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Question  *question = task_data;
  GError    *error = NULL;
  gulong     handler = 0;
  GPtrArray *answers;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (cancel_progress),
                                     sema_progress_ref (question->progress), (GDestroyNotify)sema_progress_unref);
  answers = question->answer (question, &error);
  if (answers != NULL && !sema_set_check_lost (question->set, &error))
    g_clear_pointer (&answers, g_ptr_array_unref);
  g_cancellable_disconnect (cancellable, handler);
  if (g_task_return_error_if_cancelled (task))
    {
      g_clear_pointer (&answers, g_ptr_array_unref);
      g_clear_error (&error);
    }
  else if (answers == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answers, (GDestroyNotify)g_ptr_array_unref);
}

/* Puts a question about the set that is open now: what it is about is consumed. */
static void
put (SemaSession *self, Question *question, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  SemaSet          *set = sema_session_get_set (self);

  g_task_set_source_tag (task, question->answer);
  if (set == NULL)
    {
      question_free (question);
      g_task_return_pointer (task, answers_new (), (GDestroyNotify)g_ptr_array_unref);
      return;
    }
  question->set = sema_set_ref (set);
  question->narrow = self->narrow != NULL ? sema_narrow_ref (self->narrow) : NULL;
  question->progress = sema_progress_new ();
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, answer_in_thread);
}

/* A question about words; those beyond the first may be NULL. */
static void
ask (SemaSession *self, GPtrArray *(*answer) (const Question *, GError **), const char *const words[3], gsize max, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Question *question = g_new0 (Question, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (question->words); i++)
    question->words[i] = g_strdup (words[i]);
  question->max = max;
  question->answer = answer;
  put (self, question, cancellable, callback, user_data);
}

static GPtrArray *
finish (SemaSession *self, GAsyncResult *result, GError **error)
{
  const Question *question;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  question = g_task_get_task_data (G_TASK (result));
  if (question != NULL)
    sema_session_let_go_if_lost (self, question->set);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sema_session_complete_async:
 * @self: a session
 * @typed: what was typed so far, UTF-8
 * @max: how many completions at the most
 * @cancellable: (nullable): for when more is typed
 * @callback: gets the answer
 * @user_data: for @callback
 *
 * Asks which words @typed may become: the word itself, words that begin so, words that begin so without case and accents.
 */
void
sema_session_complete_async (SemaSession *self, const char *typed, gsize max, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  const char *words[3] = {typed, NULL, NULL};

  ask (self, complete, words, max, cancellable, callback, user_data);
}

/**
 * sema_session_complete_finish:
 * @self: a session
 * @result: of the question
 * @error: a #GIOErrorEnum when cancelled
 *
 * Returns: (transfer full) (element-type SemaAnswer) (nullable): the words; their scores are NaN
 */
GPtrArray *
sema_session_complete_finish (SemaSession *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, error);
}

/**
 * sema_session_spell_async:
 * @self: a session
 * @typed: a word that is not in the file, UTF-8
 * @max: how many words at the most
 * @cancellable: (nullable): gives the question up
 * @callback: gets the answer
 * @user_data: for @callback
 *
 * Asks which words are spelt most like @typed, see sema_vocab_search_spellings().
 */
void
sema_session_spell_async (SemaSession *self, const char *typed, gsize max, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  const char *words[3] = {typed, NULL, NULL};

  ask (self, spell, words, max, cancellable, callback, user_data);
}

/**
 * sema_session_spell_finish:
 * @self: a session
 * @result: of the question
 * @error: a #GIOErrorEnum when cancelled
 *
 * Returns: (transfer full) (element-type SemaAnswer) (nullable): the words, nearest first; their scores are NaN
 */
GPtrArray *
sema_session_spell_finish (SemaSession *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, error);
}

/**
 * sema_session_neighbours_async:
 * @self: a session
 * @word: bytes of a word
 * @k: how many neighbours at the most
 * @cancellable: (nullable): gives the question up
 * @callback: gets the answer
 * @user_data: for @callback
 *
 * Asks for the words nearest to @word by cosine similarity, itself left out.
 */
void
sema_session_neighbours_async (SemaSession *self, const char *word, gsize k, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  const char *words[3] = {word, NULL, NULL};

  ask (self, neighbours, words, k, cancellable, callback, user_data);
}

/**
 * sema_session_neighbours_finish:
 * @self: a session
 * @result: of the question
 * @error: a #GIOErrorEnum when cancelled, or a #SemaMathError where the word's vector has no direction
 *
 * Returns: (transfer full) (element-type SemaAnswer) (nullable): the nearest words first; none when the word is not there
 */
GPtrArray *
sema_session_neighbours_finish (SemaSession *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, error);
}

/**
 * sema_session_analogy_async:
 * @self: a session
 * @a: bytes of a word
 * @b: bytes of a word
 * @c: bytes of a word
 * @k: how many answers at the most
 * @cancellable: (nullable): gives the question up
 * @callback: gets the answer
 * @user_data: for @callback
 *
 * Asks what is to @c as @b is to @a, by 3CosAdd on unit vectors with the three left out.
 */
void
sema_session_analogy_async (SemaSession *self, const char *a, const char *b, const char *c, gsize k, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  const char *words[3] = {a, b, c};

  ask (self, analogy, words, k, cancellable, callback, user_data);
}

/**
 * sema_session_analogy_finish:
 * @self: a session
 * @result: of the question
 * @error: a #GIOErrorEnum when cancelled, or a #SemaMathError where there is no direction to look in
 *
 * Returns: (transfer full) (element-type SemaAnswer) (nullable): the best first; none when a word is not there
 */
GPtrArray *
sema_session_analogy_finish (SemaSession *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, error);
}

/**
 * sema_session_odd_async:
 * @self: a session
 * @words: (array zero-terminated=1): bytes of words
 * @cancellable: (nullable): gives the question up
 * @callback: gets the answer
 * @user_data: for @callback
 *
 * Asks which of the words goes with the others least: see sema_odd_find(). Words that are not in the file or have no direction are
 * left out.
 */
void
sema_session_odd_async (SemaSession *self, const char *const *words, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Question *question = g_new0 (Question, 1);

  question->list = g_strdupv ((char **)words);
  question->answer = rank_odd;
  put (self, question, cancellable, callback, user_data);
}

/**
 * sema_session_odd_finish:
 * @self: a session
 * @result: of the question
 * @error: a #GIOErrorEnum when cancelled, or a #SemaMathError where there are fewer than three words or they cancel each other out
 *
 * Returns: (transfer full) (element-type SemaAnswer) (nullable): the words, the odd one first, each with its score
 */
GPtrArray *
sema_session_odd_finish (SemaSession *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, error);
}

/**
 * sema_session_answer_async:
 * @self: a session
 * @terms: (n_terms): words with their weights, rows of the set that is open
 * @n_terms: how many
 * @options: how the question is meant
 * @cancellable: (nullable): gives the question up
 * @callback: gets the answer
 * @user_data: for @callback
 *
 * Asks for the words nearest to what an expression comes to: see sema_analogy_answer().
 */
void
sema_session_answer_async (SemaSession *self, const SemaTerm *terms, gsize n_terms, const SemaAnalogyOptions *options, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Question *question = g_new0 (Question, 1);

  question->terms = g_memdup2 (terms, n_terms * sizeof *terms);
  question->n_terms = n_terms;
  question->options = *options;
  question->answer = answer_terms;
  put (self, question, cancellable, callback, user_data);
}

/**
 * sema_session_answer_finish:
 * @self: a session
 * @result: of the question
 * @error: a #GIOErrorEnum when cancelled, or a #SemaMathError where there is no direction to look in
 *
 * Returns: (transfer full) (element-type SemaAnswer) (nullable): the best first
 */
GPtrArray *
sema_session_answer_finish (SemaSession *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, error);
}
