/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "sema-analogy.h"
#include "sema-cli-command.h"
#include "sema-cli-interrupt.h"
#include "sema-cli-print.h"
#include "sema-cli-vectors.h"
#include "sema-expression.h"
#include "sema-number.h"

/**
 * Question:
 * @terms: SemaExpressionTerm: those to add first
 * @plus: words to add, and @minus words to subtract, when the question is one that can be asked early
 * @options: how it is meant
 * @json: whether the answer is JSON
 */
typedef struct
{
  GArray            *terms;
  GPtrArray         *plus;
  GPtrArray         *minus;
  SemaAnalogyOptions options;
  gboolean           json;
} Question;

static void
question_clear (Question *self)
{
  g_clear_pointer (&self->terms, g_array_unref);
  g_clear_pointer (&self->plus, g_ptr_array_unref);
  g_clear_pointer (&self->minus, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static gboolean
is_input (const Question *question, const SemaVocab *vocab, guint64 row)
{
  const char *word = sema_vocab_get_word (vocab, row, NULL);

  for (guint i = 0; i < question->terms->len; i++)
    if (strcmp (g_array_index (question->terms, SemaExpressionTerm, i).word, word) == 0)
      return TRUE;
  return FALSE;
}

static void
print_plain (const Question *question, SemaSet *set, const SemaNeighbour *neighbour)
{
  char        buffer[SEMA_NUMBER_SIZE];
  gsize       length;
  const char *word = sema_vocab_get_word (sema_set_get_vocab (set), neighbour->row, &length);

  sema_cli_print_word (word, length);
  printf ("\t%s%s\n", sema_number_print_fixed (neighbour->score, 6, buffer),
          is_input (question, sema_set_get_vocab (set), neighbour->row) ? "\tinput" : "");
}

static void
print_json (const Question *question, SemaSet *set, const SemaNeighbour *neighbour)
{
  gsize       length;
  const char *word = sema_vocab_get_word (sema_set_get_vocab (set), neighbour->row, &length);

  printf ("{\"word\":");
  sema_cli_print_json_word (word, length);
  printf (",\"score\":");
  sema_cli_print_json_double (neighbour->score);
  if (question->options.with_inputs)
    printf (",\"input\":%s", is_input (question, sema_set_get_vocab (set), neighbour->row) ? "true" : "false");
  putchar ('}');
}

static void
print_all (const Question *question, SemaSet *set, GArray *neighbours)
{
  fputs (question->json ? "[" : "", stdout);
  for (guint i = 0; i < neighbours->len; i++)
    {
      const SemaNeighbour *neighbour = &g_array_index (neighbours, SemaNeighbour, i);

      if (!question->json)
        {
          print_plain (question, set, neighbour);
          continue;
        }
      fputs (i == 0 ? "" : ",", stdout);
      print_json (question, set, neighbour);
    }
  fputs (question->json ? "]\n" : "", stdout);
}

/* The terms with their rows; NULL when a word is not there. */
static SemaTerm *
find_terms (SemaSet *set, const Question *question)
{
  g_autofree SemaTerm *terms = g_new (SemaTerm, question->terms->len);

  for (guint i = 0; i < question->terms->len; i++)
    {
      const SemaExpressionTerm *term = &g_array_index (question->terms, SemaExpressionTerm, i);

      terms[i].weight = term->weight;
      if (!sema_cli_vectors_find (set, term->word, TRUE, &terms[i].row))
        return NULL;
    }
  return g_steal_pointer (&terms);
}

static int
answer (const char *path, const Question *question, const SemaFormatsOptions *options)
{
  g_autoptr (SemaSet)  set = sema_cli_vectors_open (path, options);
  g_autofree SemaTerm *terms = set != NULL ? find_terms (set, question) : NULL;
  g_autoptr (GArray)   neighbours = NULL;
  g_autoptr (GError)   error = NULL;

  if (terms == NULL)
    return SEMA_CLI_FAILED;
  neighbours = sema_analogy_answer (set, NULL, terms, question->terms->len, &question->options, sema_cli_interrupt_get_progress (), &error);
  if (neighbours == NULL || !sema_set_check_lost (set, &error))
    {
      sema_cli_complain ("%s", error->message);
      return SEMA_CLI_FAILED;
    }
  print_all (question, set, neighbours);
  sema_cli_vectors_keep (path, set);
  return SEMA_CLI_OK;
}

static void
clear_term (gpointer term)
{
  g_free (((SemaExpressionTerm *)term)->word);
}

/* Notes a term, and whether it can be asked with early. */
static void
add_term (Question *self, const char *word, double weight)
{
  SemaExpressionTerm term = {.word = g_strdup (word), .weight = weight};

  g_array_append_val (self->terms, term);
  g_ptr_array_add (weight > 0 ? self->plus : self->minus, term.word);
}

/* Those of one sign: the words to add come first, whatever their place in the text. */
static void
add_terms (Question *self, const GArray *terms, gboolean is_plus)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const SemaExpressionTerm *term = &g_array_index (terms, SemaExpressionTerm, i);

      if (is_plus == (term->weight > 0))
        add_term (self, term->word, term->weight);
    }
}

/* The words of the call make one expression. */
static gboolean
read_terms (Question *self, char **words, char **minus, GError **error)
{
  g_autofree char   *text = g_strjoinv (" ", words);
  g_autoptr (GArray) terms = sema_expression_parse (text, NULL, error);

  if (terms == NULL)
    return FALSE;
  self->terms = g_array_new (FALSE, FALSE, sizeof (SemaExpressionTerm));
  g_array_set_clear_func (self->terms, clear_term);
  self->plus = g_ptr_array_new ();
  self->minus = g_ptr_array_new ();
  add_terms (self, terms, TRUE);
  add_terms (self, terms, FALSE);
  for (; minus != NULL && *minus != NULL; minus++)
    add_term (self, *minus, -1);
  g_ptr_array_add (self->plus, NULL);
  g_ptr_array_add (self->minus, NULL);
  return TRUE;
}

/* Whether it is the sum of unit vectors, which can be known before the file is open. */
static gboolean
is_early (const Question *self)
{
  const SemaQueryKind *kind = &self->options.kind;

  for (guint i = 0; i < self->terms->len; i++)
    {
      double weight = g_array_index (self->terms, SemaExpressionTerm, i).weight;

      if (weight != 1 && weight != -1)
        return FALSE;
    }
  return kind->metric == SEMA_METRIC_COSINE && kind->method == SEMA_METHOD_ADD && kind->vectors == SEMA_VECTORS_UNIT;
}

/**
 * Call: the options as they were typed
 */
typedef struct
{
  char   **minus;
  char    *metric;
  char    *method;
  char    *vectors;
  gboolean with_inputs;
  gint64   restricted;
  int      top;
} Call;

static void
call_clear (Call *self)
{
  g_strfreev (self->minus);
  g_free (self->metric);
  g_free (self->method);
  g_free (self->vectors);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

/* What is wrong with the options, or NULL. */
static char *
read_call (Question *self, const Call *call)
{
  static const char *const metrics[] = {"cosine", "dot", "euclid", NULL};
  static const char *const methods[] = {"add", "mul", NULL};
  static const char *const vectors[] = {"unit", "raw", NULL};
  int                      metric = sema_cli_arguments_choose (call->metric, metrics);
  int                      method = sema_cli_arguments_choose (call->method, methods);
  int                      kind = sema_cli_arguments_choose (call->vectors, vectors);

  if (call->top < 1)
    return g_strdup_printf (_("--top takes a number from 1 on, not %d."), call->top);
  if (call->restricted < 0)
    return g_strdup_printf (_("--restrict takes a number from 0 on, not %" PRId64 "."), call->restricted);
  if (metric < 0)
    return g_strdup_printf (_("--metric takes cosine, dot or euclid, not “%s”."), call->metric);
  if (method < 0)
    return g_strdup_printf (_("--method takes add or mul, not “%s”."), call->method);
  if (kind < 0)
    return g_strdup_printf (_ ("--vectors takes unit or raw, not “%s”."), call->vectors);
  self->options.kind = (SemaQueryKind) {(SemaMetric)metric, (SemaMethod)method, (SemaVectors)kind};
  self->options.with_inputs = call->with_inputs;
  self->options.most_rows = (guint64)call->restricted;
  self->options.k = (gsize)call->top;
  return NULL;
}

static int
ask (const SemaCliCommand *command, const SemaCliArguments *arguments, const Call *call, Question *question)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *fault = read_call (question, call);
  SemaFormatsOptions options = {.most_rows = (guint64)arguments->most_rows};

  if (fault != NULL)
    return sema_cli_fail_usage (command, "%s", fault);
  if (!read_terms (question, arguments->words + 1, call->minus, &error))
    return sema_cli_fail_usage (command, "%s", error->message);
  if (question->terms->len == 0)
    return sema_cli_fail_usage (command, _("the expression is empty: it takes a word at least."));
  if (is_early (question))
    {
      options.plus = (const char *const *)question->plus->pdata;
      options.minus = (const char *const *)question->minus->pdata;
    }
  return answer (arguments->words[0], question, &options);
}

static int
run (const SemaCliCommand *command, int argc, char **argv)
{
  g_auto (Call)      call = {.top = 10};
  g_auto (Question)  question = {0};
  const GOptionEntry entries[] = {
    {"minus", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &call.minus, N_ ("A word to take away; can be given several times"), "WORD"},
     {"metric", 0, 0, G_OPTION_ARG_STRING, &call.metric, N_ ("cosine, dot or euclid: the last two on the vectors as the file has them"), "M"},
      {"method", 0, 0, G_OPTION_ARG_STRING, &call.method, N_ ("add (3CosAdd) or mul (3CosMul)"), "M"},
       {"vectors", 0, 0, G_OPTION_ARG_STRING, &call.vectors, N_ ("unit or raw: what is summed up, unit vectors or those of the file"), "V"},
        {"include-inputs", 0, 0, G_OPTION_ARG_NONE, &call.with_inputs, N_ ("Print the words asked with too, where they would be"), NULL},
         {"restrict", 0, 0, G_OPTION_ARG_INT64, &call.restricted, N_ ("Search the first N words only"), "N"},
          {"top", 0, 0, G_OPTION_ARG_INT, &call.top, N_ ("How many words to print (10)"), "N"},
           {"json", 0, 0, G_OPTION_ARG_NONE, &question.json, N_ ("Print a JSON array of objects"), NULL},
            {NULL},
          };
  g_auto (SemaCliArguments) arguments = {0};

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, 2, G_MAXUINT);
  return arguments.done ? arguments.status : ask (command, &arguments, &call, &question);
}

const SemaCliCommand sema_cli_similar = {
  "similar",
  "FILE EXPRESSION... [--minus WORD]... [OPTION]...",
  N_ ("Print the words nearest to what an expression on words comes to, with their similarity: the sum of unit vectors (3CosAdd), unless told otherwise. + - * that stand alone between words add, subtract and weigh; quotes make a word."),
      "  semascope-cli similar glove.6B.100d.txt king - man + woman\n"
      "  semascope-cli similar glove.6B.100d.txt '0.5 * warm + summer' --metric euclid\n",
      run,
};
