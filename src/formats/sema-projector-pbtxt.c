/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projector-pbtxt.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-projector-config.h"

#define EMBEDDINGS "embeddings"
#define MAX_DEPTH 64
#define MAX_EMBEDDINGS 1000
#define MAX_STRING 4096 /* bytes */

typedef struct
{
  const char *label;
  const char *start;
  const char *at;
  const char *end;
  GPtrArray  *embeddings;
  GError    **error;
} Parser;

static gboolean
fail (Parser *self)
{
  g_set_error (self->error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
               _ ("“%s” is damaged at byte %" PRIu64 ": %s."), self->label, (guint64)(self->at - self->start),
                  self->at < self->end ? _ ("no configuration of the Embedding Projector goes on so") : _ ("it ends in the midst of an embedding; fetch or save it again"));
  return FALSE;
}

/* Blanks, comments, and what may stand between fields. */
static void
skip_blanks (Parser *self)
{
  while (self->at < self->end)
    {
      if (*self->at == '#')
        while (self->at < self->end && *self->at != '\n')
          self->at++;
      else if (g_ascii_isspace (*self->at) || *self->at == ',' || *self->at == ';')
        self->at++;
      else
        return;
    }
}

static gboolean
take (Parser *self, char c)
{
  skip_blanks (self);
  if (self->at == self->end || *self->at != c)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
is_of_name (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '.' || c == '-' || c == '+';
}

/* A name of a field, a number or true and false. */
static gboolean
take_name (Parser *self, const char **name, gsize *length)
{
  skip_blanks (self);
  *name = self->at;
  while (self->at < self->end && is_of_name (*self->at))
    self->at++;
  *length = (gsize)(self->at - *name);
  return *length > 0;
}

static gboolean
equals (const char *name, gsize length, const char *text)
{
  return strlen (text) == length && memcmp (name, text, length) == 0;
}

/* What follows a backslash. */
static gboolean
take_escape (Parser *self, GString *text)
{
  guint code = 0, n = 0;

  if (self->at == self->end)
    return FALSE;
  for (; n < 3 && self->at < self->end && *self->at >= '0' && *self->at <= '7'; n++)
    code = code * 8 + (guint)(*self->at++ - '0');
  if (n == 0 && *self->at == 'n')
    code = '\n';
  else if (n == 0 && *self->at == 't')
    code = '\t';
  else if (n == 0 && strchr ("\\'\"?", *self->at) != NULL)
    code = (guchar)*self->at;
  else if (n == 0)
    return FALSE;
  if (n == 0)
    self->at++;
  g_string_append_c (text, (char)code);
  return code != 0;
}

static gboolean
take_string (Parser *self, char **place)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char                quote;

  skip_blanks (self);
  if (self->at == self->end || (*self->at != '"' && *self->at != '\''))
    return fail (self);
  quote = *self->at++;
  while (self->at < self->end && *self->at != quote && *self->at != '\n' && *self->at != 0 && text->len <= MAX_STRING)
    {
      char c = *self->at++;

      if (c != '\\')
        g_string_append_c (text, c);
      else if (!take_escape (self, text))
        return fail (self);
    }
  if (self->at == self->end || *self->at != quote)
    return fail (self);
  self->at++;
  if (place != NULL)
    {
      g_free (*place);
      *place = g_string_free (g_steal_pointer (&text), FALSE);
    }
  return TRUE;
}

/* A value that nobody asks for: text, a word, or a message with all in it. */
static gboolean
skip_value (Parser *self)
{
  const char *name;
  gsize       length;
  guint       depth = 0;

  do
    {
      skip_blanks (self);
      if (self->at < self->end && (*self->at == '"' || *self->at == '\''))
        {
          if (!take_string (self, NULL))
            return FALSE;
        }
      else if (take (self, '{') || take (self, '['))
        {
          if (++depth > MAX_DEPTH)
            return fail (self);
        }
      else if (depth > 0 && (take (self, '}') || take (self, ']')))
        depth--;
      else if (!take (self, ':') && !take_name (self, &name, &length))
        return fail (self);
    }
  while (depth > 0);
  return TRUE;
}

static gboolean
take_number (Parser *self, guint64 *value)
{
  const char *name;
  gsize       length;

  if (!take_name (self, &name, &length))
    return fail (self);
  *value = 0;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (name[i]) || __builtin_mul_overflow (*value, 10, value) || __builtin_add_overflow (*value, (guint64)(name[i] - '0'), value))
      return fail (self);
  return TRUE;
}

static gboolean
take_field (Parser *self, SemaProjectorEmbedding *embedding, guint *n_sizes)
{
  const char *name;
  gsize       length;
  gboolean    has_colon;

  if (!take_name (self, &name, &length))
    return fail (self);
  has_colon = take (self, ':');
  if (has_colon && equals (name, length, "tensor_name"))
    return take_string (self, &embedding->name);
  if (has_colon && equals (name, length, "tensor_path"))
    return take_string (self, &embedding->tensors);
  if (has_colon && equals (name, length, "metadata_path"))
    return take_string (self, &embedding->metadata);
  if (has_colon && equals (name, length, "tensor_shape") && *n_sizes < 2)
    return take_number (self, &embedding->shape[(*n_sizes)++]);
  return skip_value (self);
}

static gboolean
take_embedding (Parser *self)
{
  SemaProjectorEmbedding *embedding = g_new0 (SemaProjectorEmbedding, 1);
  guint                   n_sizes = 0;

  g_ptr_array_add (self->embeddings, embedding);
  take (self, ':');
  if (!take (self, '{') || self->embeddings->len > MAX_EMBEDDINGS)
    return fail (self);
  while (!take (self, '}'))
    if (!take_field (self, embedding, &n_sizes))
      return FALSE;
  return TRUE;
}

/**
 * sema_projector_pbtxt_is_one:
 * @text: (array length=length): the first bytes of a file, from the first that is no blank on
 * @length: how many there are
 *
 * Returns: whether they begin with an embedding
 */
gboolean
sema_projector_pbtxt_is_one (const char *text, gsize length)
{
  Parser parser = {.start = text, .at = text, .end = text + length};
  gsize  n = strlen (EMBEDDINGS);

  if (length < n || memcmp (text, EMBEDDINGS, n) != 0)
    return FALSE;
  parser.at += n;
  take (&parser, ':');
  return take (&parser, '{') && memmem (text, length, "tensor_", 7) != NULL;
}

/**
 * sema_projector_pbtxt_parse:
 * @label: name of the file for messages
 * @text: (array length=length): a configuration
 * @length: its bytes
 * @embeddings: (element-type SemaProjectorEmbedding): gets what it has
 * @error: %SEMA_FORMAT_ERROR_DAMAGED, with the byte
 *
 * Returns: whether it is right
 */
gboolean
sema_projector_pbtxt_parse (const char *label, const char *text, gsize length, GPtrArray *embeddings, GError **error)
{
  Parser      parser = {label, text, text, text + length, embeddings, error};
  const char *name;
  gsize       n;

  for (skip_blanks (&parser); parser.at < parser.end; skip_blanks (&parser))
    {
      if (!take_name (&parser, &name, &n))
        return fail (&parser);
      if (equals (name, n, EMBEDDINGS))
        {
          if (!take_embedding (&parser))
            return FALSE;
          continue;
        }
      take (&parser, ':');
      if (!skip_value (&parser))
        return FALSE;
    }
  return TRUE;
}
