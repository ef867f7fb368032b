/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-file-kind.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sema-number.h"

#define PEEK 4096 /* bytes; a word and its first numbers fit */

static gsize
peek (const char *path, char *text, gsize size)
{
  int         file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat info;
  ssize_t     length = 0;

  if (file < 0)
    return 0;
  if (fstat (file, &info) == 0 && S_ISREG (info.st_mode))
    length = read (file, text, size);
  close (file);
  return length > 0 ? (gsize)length : 0;
}

/* Two numbers after the first field, or two numbers alone, are a row of vectors or the header of some. */
static gboolean
holds_numbers (const char *line)
{
  g_auto (GStrv) fields = g_strsplit_set (line, " \t", 4);
  float          value;
  guint          n = g_strv_length (fields);

  if (n == 2)
    return sema_number_parse_float (fields[0], strlen (fields[0]), &value) && sema_number_parse_float (fields[1], strlen (fields[1]), &value);
  return n > 2 && sema_number_parse_float (fields[1], strlen (fields[1]), &value) && sema_number_parse_float (fields[2], strlen (fields[2]), &value);
}

/* An object that says so near its beginning, as the program writes it. */
static gboolean
is_session (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '{' && strstr (text, "\"semascope-session\"") != NULL;
}

/* A configuration of the Embedding Projector names its vectors. */
static gboolean
names_vectors (const char *text)
{
  text += strspn (text, " \t\r\n");
  return (*text == '{' && strstr (text, "\"embeddings\"") != NULL) || (g_str_has_prefix (text, "embeddings") && strstr (text, "tensor_") != NULL);
}

/**
 * sema_file_kind_guess:
 * @path: file name
 *
 * Looks at the first 4 KiB: a session is JSON that says so, a word list text whose first two lines do not look
 * like rows of numbers.
 *
 * Returns: what the file seems to be; %SEMA_FILE_VECTORS where it cannot be read or is empty
 */
SemaFileKind
sema_file_kind_guess (const char *path)
{
  char           text[PEEK + 1];
  gsize          length = peek (path, text, PEEK);
  g_auto (GStrv) lines = NULL;
  const char    *invalid;

  text[length] = 0;
  if (length == 0 || strlen (text) < length)
    return SEMA_FILE_VECTORS;
  /* The last character may be cut by the end of the look. */
  if (!g_utf8_validate (text, (gssize)length, &invalid) && (length < PEEK || text + length - invalid > 3))
    return SEMA_FILE_VECTORS;
  if (is_session (text))
    return SEMA_FILE_SESSION;
  if (names_vectors (text))
    return SEMA_FILE_VECTORS;
  lines = g_strsplit (text, "\n", 3);
  for (guint i = 0; lines[i] != NULL && i < 2; i++)
    if (holds_numbers (g_strchomp (lines[i])))
      return SEMA_FILE_VECTORS;
  return SEMA_FILE_WORD_LIST;
}
