/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-kind.h"

#include <string.h>

#include "sema-foreign.h"
#include "sema-gguf.h"
#include "sema-json-reader.h"
#include "sema-source.h"
#include "sema-tiktoken-line.h"

#define VERSION "#version" /* of a list of merges */
#define MOST_LINES 100     /* that are looked at */

/* By the first value of the object: a number is the id of a token. */
static SemaTokenizerContent
guess_json (const char *bytes, gsize n_bytes)
{
  g_autoptr (SemaJsonReader) reader = sema_json_reader_new ("", bytes, n_bytes);

  if (sema_json_reader_next (reader, NULL) != SEMA_JSON_OBJECT)
    return SEMA_TOKENIZER_CONTENT_OTHER;
  if (sema_json_reader_next (reader, NULL) == SEMA_JSON_KEY && sema_json_reader_next (reader, NULL) == SEMA_JSON_NUMBER)
    return SEMA_TOKENIZER_CONTENT_VOCAB_JSON;
  return SEMA_TOKENIZER_CONTENT_TOKENIZER_JSON;
}

/* A list of tokens of tiktoken begins with rank 0: a list of words and how often they occur does not. */
static gboolean
is_tiktoken (const char *line, gsize length)
{
  SemaTiktokenLine parsed;

  return sema_tiktoken_line_parse (&parsed, line, length, NULL) && parsed.rank == 0;
}

/* Lines of one token each. The last line that is seen may be cut, and is not looked at unless it is the only one. */
static gboolean
is_token_a_line (const SemaTokenizerBytes *bytes)
{
  SemaTokenizerLines lines;
  const char        *line;
  gsize              length;

  sema_tokenizer_lines_init (&lines, bytes);
  while (lines.number < MOST_LINES && (line = sema_tokenizer_lines_next (&lines, &length)) != NULL)
    {
      while (length > 0 && g_ascii_isspace (line[length - 1]))
        length--;
      if (length > 1024 || memchr (line, 0, length) != NULL || memchr (line, ' ', length) != NULL || memchr (line, '\t', length) != NULL)
        return FALSE;
    }
  return lines.number > 1;
}

/**
 * sema_tokenizer_kind_guess:
 * @bytes: (array length=n_bytes): the first bytes of a file, without a byte order mark
 * @n_bytes: how many there are
 *
 * Returns: what it holds, if it is what it seems
 */
SemaTokenizerContent
sema_tokenizer_kind_guess (const char *bytes, gsize n_bytes)
{
  SemaTokenizerBytes file = {{(char *)bytes, n_bytes, 0}, NULL};
  SemaTokenizerLines lines;
  g_autofree char   *foreign = sema_foreign_describe_magic ((const guint8 *)bytes, n_bytes);
  gsize              n_blank = 0, length;
  const char        *line;

  if (n_bytes >= strlen (VERSION) && memcmp (bytes, VERSION, strlen (VERSION)) == 0)
    return SEMA_TOKENIZER_CONTENT_MERGES;
  if (sema_gguf_is_one ((const guint8 *)bytes, n_bytes))
    return SEMA_TOKENIZER_CONTENT_GGUF;
  if (foreign != NULL)
    return SEMA_TOKENIZER_CONTENT_OTHER;
  while (n_blank < n_bytes && g_ascii_isspace (bytes[n_blank]))
    n_blank++;
  if (n_blank < n_bytes && bytes[n_blank] == '{')
    return guess_json (bytes, n_bytes);
  sema_tokenizer_lines_init (&lines, &file);
  line = sema_tokenizer_lines_next (&lines, &length);
  if (line != NULL && is_tiktoken (line, length))
    return SEMA_TOKENIZER_CONTENT_TIKTOKEN;
  return is_token_a_line (&file) ? SEMA_TOKENIZER_CONTENT_VOCAB_TXT : SEMA_TOKENIZER_CONTENT_OTHER;
}

/**
 * sema_tokenizer_kind_find:
 * @path: a file, plain or gzip
 * @content: (out): what it holds
 * @progress: (nullable): cancels
 * @error: as sema_source_open()
 *
 * Looks at the beginning of a file.
 *
 * Returns: whether it could be read
 */
gboolean
sema_tokenizer_kind_find (const char *path, SemaTokenizerContent *content, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaSource) source = sema_source_open (path, progress, error);
  gsize                  available;
  const guint8          *bytes = source != NULL ? sema_source_peek (source, SEMA_TOKENIZER_LOOK, &available, error) : NULL;
  gsize                  n_mark;

  if (bytes == NULL)
    return FALSE;
  available = MIN (available, SEMA_TOKENIZER_LOOK);
  n_mark = available >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  *content = sema_tokenizer_kind_guess ((const char *)bytes + n_mark, available - n_mark);
  return TRUE;
}
