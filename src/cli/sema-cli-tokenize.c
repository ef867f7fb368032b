/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "sema-cli-command.h"
#include "sema-cli-interrupt.h"
#include "sema-cli-print.h"
#include "sema-cli-vectors.h"
#include "sema-tokenizer-file.h"
#include "sema-word.h"

#define MOST_TEXT (64 * 1024 * 1024) /* bytes that are read from standard input */

/* How --split says what sema_token_split_next() does. */
static const char *const    splits[] = {"auto", "gpt2", "cl100k", "qwen2", "o200k", NULL};
static const SemaTokenSplit split_kinds[] = {SEMA_TOKEN_SPLIT_NONE, SEMA_TOKEN_SPLIT_GPT2, SEMA_TOKEN_SPLIT_CL100K, SEMA_TOKEN_SPLIT_QWEN2, SEMA_TOKEN_SPLIT_O200K};

typedef struct
{
  const char    *path;
  SemaTokenSplit split;
  SemaSet       *set; /* where @path has word vectors */
  SemaTokenizer *tokenizer;
  SemaBuffer     text;
} Call;

static void
call_clear (Call *self)
{
  g_clear_pointer (&self->tokenizer, sema_tokenizer_unref);
  g_clear_pointer (&self->set, sema_set_unref);
  sema_buffer_clear (&self->text);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

static gboolean
fail (const GError *error)
{
  sema_cli_complain ("%s", error->message);
  return FALSE;
}

static gboolean
open_vectors (Call *self, gint64 most_rows)
{
  self->set = sema_cli_vectors_open (self->path, &(SemaFormatsOptions) {.most_rows = (guint64)most_rows});
  if (self->set != NULL)
    self->tokenizer = sema_tokenizer_new_words (self->set);
  return self->set != NULL;
}

static gboolean
open_tokenizer (Call *self, gint64 most_rows)
{
  SemaTokenizerContent content;
  g_autoptr (GError)   error = NULL;

  if (!sema_tokenizer_kind_find (self->path, &content, sema_cli_interrupt_get_progress (), &error))
    return fail (error);
  if (content == SEMA_TOKENIZER_CONTENT_OTHER)
    return open_vectors (self, most_rows);
  if (most_rows > 0 || sema_cli_vectors_get_part () != NULL)
    {
      sema_cli_complain (_("--first and --part are for word vectors; a tokenizer is used as a whole, so leave them out."));
      return FALSE;
    }
  if (self->split != SEMA_TOKEN_SPLIT_NONE && content != SEMA_TOKENIZER_CONTENT_TIKTOKEN)
    {
      sema_cli_complain (_("--split is for .tiktoken files; other tokenizers say themselves how they cut texts, so leave it out."));
      return FALSE;
    }
  self->tokenizer = sema_tokenizer_file_open (self->path, content, self->split, sema_cli_interrupt_get_progress (), &error);
  if (self->tokenizer == NULL)
    return fail (error);
  for (const char *const *note = sema_tokenizer_get_notes (self->tokenizer); *note != NULL; note++)
    sema_cli_warn (*note);
  return TRUE;
}

static gboolean
read_standard_input (SemaBuffer *text)
{
  g_autoptr (GError) error = NULL;
  char               block[64 * 1024];
  gsize              n;

  while (!ferror (stdin) && (n = fread (block, 1, sizeof block, stdin)) > 0)
    {
      char *place = sema_buffer_append (text, n, &error);

      if (place == NULL)
        return fail (error);
      memcpy (place, block, n);
      if (text->n_bytes > MOST_TEXT)
        {
          sema_cli_complain (_("standard input has more than %d MiB of text, which is the most at once."), MOST_TEXT >> 20);
          return FALSE;
        }
    }
  if (ferror (stdin))
    sema_cli_complain (_("standard input could not be read."));
  return !ferror (stdin) && !sema_cli_interrupt_is_wanted (); /* who writes may have been stopped, too */
}

static gboolean
take_text (Call *self, const char *argument)
{
  g_autoptr (GError) error = NULL;
  char              *place;

  if (g_str_equal (argument, "-"))
    return read_standard_input (&self->text);
  place = sema_buffer_append (&self->text, strlen (argument), &error);
  if (place == NULL)
    return fail (error);
  memcpy (place, argument, strlen (argument));
  return TRUE;
}

/* The bytes that the piece's token stands for; where it has none, those of the text. */
static char *
dup_token (const Call *self, const SemaTokenPiece *piece, gsize *length)
{
  if (piece->id != SEMA_TOKEN_NO_ID)
    return sema_tokenizer_dup_token (self->tokenizer, piece->id, length);
  *length = piece->end - piece->start;
  return g_memdup2 (self->text.data + piece->start, *length);
}

static void
print_plain (const Call *self, const SemaTokenPiece *pieces, guint64 n_pieces)
{
  for (guint64 i = 0; i < n_pieces; i++)
    {
      gsize            length;
      g_autofree char *token = dup_token (self, &pieces[i], &length);
      g_autofree char *label = sema_word_to_label (token, length);

      if (pieces[i].id == SEMA_TOKEN_NO_ID)
        putchar ('-');
      else
        printf ("%" PRIu64, pieces[i].id);
      printf ("\t%s\t%" PRIu64 "\t%" PRIu64 "\n", label, pieces[i].start, pieces[i].end);
    }
}

static void
print_json (const Call *self, const SemaTokenPiece *pieces, guint64 n_pieces)
{
  putchar ('[');
  for (guint64 i = 0; i < n_pieces; i++)
    {
      gsize            length;
      g_autofree char *token = dup_token (self, &pieces[i], &length);

      fputs (i == 0 ? "{\"id\":" : ",\n{\"id\":", stdout);
      if (pieces[i].id == SEMA_TOKEN_NO_ID)
        fputs ("null", stdout);
      else
        printf ("%" PRIu64, pieces[i].id);
      fputs (",\"token\":", stdout);
      sema_cli_print_json_word (token, length);
      printf (",\"start\":%" PRIu64 ",\"end\":%" PRIu64 "}", pieces[i].start, pieces[i].end);
    }
  printf ("]\n");
}

static void
warn_of_unknown (const Call *self, const SemaTokenPiece *pieces, guint64 n_pieces)
{
  g_autofree char *name = g_path_get_basename (self->path), *label = sema_word_to_label (name, strlen (name)), *sentence = NULL;
  gulong           n_unknown = 0;

  for (guint64 i = 0; i < n_pieces; i++)
    n_unknown += pieces[i].id == SEMA_TOKEN_NO_ID;
  if (n_unknown == 0)
    return;
  sentence = g_strdup_printf (ngettext ("%lu piece of the text is not in “%s” and has no id.", "%lu pieces of the text are not in “%s” and have no id.", n_unknown), n_unknown, label);
  sema_cli_warn (sentence);
}

static int
answer (Call *self, const SemaCliArguments *arguments, gboolean json)
{
  g_auto (SemaTokenPieces) pieces = {0};
  g_autoptr (GError)       error = NULL;
  guint64                  n_pieces;

  if (!open_tokenizer (self, arguments->most_rows) || !take_text (self, arguments->words[0]))
    return SEMA_CLI_FAILED;
  if (!sema_tokenizer_split (self->tokenizer, self->text.data, self->text.n_bytes, &pieces, sema_cli_interrupt_get_progress (), &error))
    {
      fail (error);
      return SEMA_CLI_FAILED;
    }
  n_pieces = sema_token_pieces_get_n (&pieces);
  warn_of_unknown (self, sema_token_pieces_peek (&pieces), n_pieces);
  if (json)
    print_json (self, sema_token_pieces_peek (&pieces), n_pieces);
  else
    print_plain (self, sema_token_pieces_peek (&pieces), n_pieces);
  if (self->set != NULL)
    sema_cli_vectors_keep (self->path, self->set);
  return SEMA_CLI_OK;
}

static int
run (const SemaCliCommand *command, int argc, char **argv)
{
  gboolean           json = FALSE;
  g_autofree char   *path = NULL, *split = NULL;
  const GOptionEntry entries[] = {
    {"tokenizer", 0, 0, G_OPTION_ARG_FILENAME, &path, N_ ("The tokenizer: tokenizer.json, vocab.json with merges.txt beside it, a .tiktoken file, vocab.txt, a GGUF model, or word vectors"), "F"},
     {"split", 0, 0, G_OPTION_ARG_STRING, &split, N_ ("How a .tiktoken file cuts texts, where its size does not tell: gpt2, cl100k, qwen2 or o200k"), "HOW"},
      {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print one JSON array, an object for each token"), NULL},
       {NULL},
     };
  g_auto (SemaCliArguments) arguments = {0};
  g_auto (Call)             call = {0};
  int                       choice;

  sema_cli_arguments_parse (&arguments, command, entries, argc, argv);
  sema_cli_arguments_need (&arguments, command, 1, 1);
  if (arguments.done)
    return arguments.status;
  if (path == NULL)
    return sema_cli_fail_usage (command, _("--tokenizer is needed: the file that says what tokens there are."));
  choice = sema_cli_arguments_choose (split, splits);
  if (choice < 0)
    return sema_cli_fail_usage (command, _("--split takes gpt2, cl100k, qwen2 or o200k, not “%s”."), split);
  call.path = path;
  call.split = split_kinds[choice];
  return answer (&call, &arguments, json);
}

const SemaCliCommand sema_cli_tokenize = {
  "tokenize",
  "--tokenizer F TEXT|-",
  N_ ("Cut a text into tokens, exactly as a model's own tokenizer does, each with its id and its bytes of the text; “-” reads the text from standard input."),
      "  semascope-cli tokenize --tokenizer tokenizer.json 'Hello world'\n"
      "  semascope-cli tokenize --tokenizer cl100k_base.tiktoken --json - <text.txt\n",
      run,
};
