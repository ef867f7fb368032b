/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-steps.h"

#include <string.h>

#include "sema-charsmap.h"
#include "sema-composed-text.h"
#include "sema-token-split.h"
#include "sema-utf8.h"

#define MOST_GROWTH 256 /* times: a map that is in use has 60, and spaces three bytes */
#define BLANKS " {2,}"  /* the only expression that texts are searched for: two spaces or more */

static gboolean
is_known (const SemaTokenizerPart *part)
{
  if (sema_tokenizer_part_is (part, "Replace"))
    return part->content != NULL && (part->string != NULL ? *part->string != 0 : g_strcmp0 (part->pattern, BLANKS) == 0);
  if (sema_tokenizer_part_is (part, "Strip"))
    return part->strip_left != SEMA_TOKENIZER_UNSET && part->strip_right != SEMA_TOKENIZER_UNSET;
  if (sema_tokenizer_part_is (part, "Precompiled"))
    return part->charsmap != NULL;
  return sema_tokenizer_part_is (part, "NFC") || (sema_tokenizer_part_is (part, "Prepend") && part->prepend != NULL);
}

/* How many times as long a text becomes by it at most. */
static double
get_growth (const SemaTokenizerPart *part)
{
  if (sema_tokenizer_part_is (part, "Replace"))
    return (double)strlen (part->content) / (double)strlen (part->string != NULL ? part->string : "  ");
  return sema_tokenizer_part_is (part, "Precompiled") ? (double)part->charsmap->longest : 1;
}

/* The steps of a part, which may be a sequence. */
static gboolean
take (SemaTextSteps *self, const SemaTokenizerPart *part, const char **unknown)
{
  if (!sema_tokenizer_part_is (part, "Sequence"))
    {
      *unknown = part->type;
      if (self->n == SEMA_TEXT_STEPS_MOST || !is_known (part))
        return FALSE;
      self->parts[self->n++] = part;
      self->growth = MAX (self->growth, 1) * MAX (get_growth (part), 1);
      return self->growth <= MOST_GROWTH;
    }
  for (guint i = 0; i < part->parts->len; i++)
    if (!take (self, part->parts->pdata[i], unknown))
      return FALSE;
  return TRUE;
}

/**
 * sema_text_steps_take:
 * @self: all zeros
 * @normalizer: (nullable) (transfer full): of a tokenizer.json
 * @unknown: (out): the type of what is not known here, where something is not; borrowed from @self
 *
 * Returns: whether all that it asks for is known, and no text grows without measure
 */
gboolean
sema_text_steps_take (SemaTextSteps *self, SemaTokenizerPart *normalizer, const char **unknown)
{
  self->owner = normalizer;
  return normalizer == NULL || normalizer->type == NULL || take (self, normalizer, unknown);
}

/**
 * sema_text_steps_leave_no_space:
 * @self: steps
 *
 * Returns: whether the last of them replaces all spaces by something else
 */
gboolean
sema_text_steps_leave_no_space (const SemaTextSteps *self)
{
  const SemaTokenizerPart *last = self->n > 0 ? self->parts[self->n - 1] : NULL;

  return sema_tokenizer_part_is (last, "Replace") && g_strcmp0 (last->string, " ") == 0 && strchr (last->content, ' ') == NULL;
}

/**
 * sema_text_steps_keep_beginning:
 * @self: steps
 *
 * Returns: whether a text begins with what its first character became, whatever it is: of NFC and of one map that is so
 */
gboolean
sema_text_steps_keep_beginning (const SemaTextSteps *self)
{
  return self->n == 0 || (self->n == 1 && (sema_tokenizer_part_is (self->parts[0], "NFC") || sema_tokenizer_part_is (self->parts[0], "Precompiled")));
}

/**
 * sema_text_steps_clear:
 * @self: steps
 */
void
sema_text_steps_clear (SemaTextSteps *self)
{
  sema_tokenizer_part_free (self->owner);
}

/* The next place where a string begins, and where it ends; NULL: none. */
static const char *
find_string (const char *text, const char *end, const char *string, const char **behind)
{
  gsize       n = strlen (string);
  const char *found = memmem (text, (gsize)(end - text), string, n);

  *behind = found != NULL ? found + n : NULL;
  return found;
}

static const char *
find_blanks (const char *text, const char *end, const char **behind)
{
  const char *found = find_string (text, end, "  ", behind);

  while (found != NULL && *behind < end && **behind == ' ')
    ++*behind;
  return found;
}

static gboolean
replace (const SemaTokenizerPart *part, const char *text, gsize length, SemaMappedText *result, GError **error)
{
  const char *end = text + length, *p = text, *found, *behind;
  gsize       n = strlen (part->content);

  while ((found = part->string != NULL ? find_string (p, end, part->string, &behind) : find_blanks (p, end, &behind)) != NULL)
    {
      if (!sema_mapped_text_keep (result, text, (guint64)(p - text), (guint64)(found - text), error) ||
          (n > 0 && !sema_mapped_text_add (result, part->content, n, (guint64)(found - text), (guint64)(behind - text), error)))
        return FALSE;
      p = behind;
    }
  return sema_mapped_text_keep (result, text, (guint64)(p - text), length, error);
}

static gboolean
prepend (const SemaTokenizerPart *part, const char *text, gsize length, SemaMappedText *result, GError **error)
{
  gsize n = strlen (part->prepend);

  return length == 0 || ((n == 0 || sema_mapped_text_add (result, part->prepend, n, 0, 0, error)) && sema_mapped_text_keep (result, text, 0, length, error));
}

/* White space at the ends. */
static gboolean
strip (const SemaTokenizerPart *part, const char *text, gsize length, SemaMappedText *result, GError **error)
{
  const char *end = text + length, *start = text, *behind = text;

  for (const char *next = text; part->strip_left == SEMA_TOKENIZER_YES && next < end && sema_token_split_is_space (sema_utf8_next (&next, end));)
    start = next;
  for (const char *next = start; next < end;)
    if (!sema_token_split_is_space (sema_utf8_next (&next, end)) || part->strip_right != SEMA_TOKENIZER_YES)
      behind = next;
  return behind <= start || sema_mapped_text_keep (result, text, (guint64)(start - text), (guint64)(behind - text), error);
}

static gboolean
apply (const SemaTokenizerPart *part, const char *text, gsize length, SemaMappedText *result, GError **error)
{
  if (sema_tokenizer_part_is (part, "Replace"))
    return replace (part, text, length, result, error);
  if (sema_tokenizer_part_is (part, "Prepend"))
    return prepend (part, text, length, result, error);
  if (sema_tokenizer_part_is (part, "Strip"))
    return strip (part, text, length, result, error);
  if (sema_tokenizer_part_is (part, "Precompiled"))
    return sema_charsmap_apply (part->charsmap, text, length, result, error);
  if (sema_composed_text_is_needed (text, length))
    return sema_composed_text_make (result, text, length, error);
  return sema_mapped_text_keep (result, text, 0, length, error);
}

/**
 * sema_stepped_text_make:
 * @self: all zeros
 * @steps: what is to become of a text
 * @text: (array length=length): any bytes, which are not copied where there are no steps
 * @length: how many there are
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Takes all steps, as Hugging Face's tokenizers do.
 *
 * Returns: whether there was room
 */
gboolean
sema_stepped_text_make (SemaSteppedText *self, const SemaTextSteps *steps, const char *text, gsize length, GError **error)
{
  for (guint i = 0; i < steps->n; i++)
    {
      self->n++;
      if (!apply (steps->parts[i], text, length, &self->texts[i], error))
        return FALSE;
      text = sema_stepped_text_get (self, &length);
    }
  return TRUE;
}

/**
 * sema_stepped_text_get:
 * @self: a text after at least one step
 * @length: (out): bytes
 *
 * Returns: (transfer none): what came of it
 */
const char *
sema_stepped_text_get (const SemaSteppedText *self, gsize *length)
{
  const SemaBuffer *bytes = &self->texts[self->n - 1].bytes;

  *length = bytes->n_bytes;
  return bytes->n_bytes > 0 ? bytes->data : "";
}

/**
 * sema_stepped_text_map:
 * @self: a text after steps
 * @pieces: (array length=n_pieces): pieces of it in their order, which become those of the text it was made of
 * @n_pieces: how many there are
 * @origin: where in the whole text that begins
 */
void
sema_stepped_text_map (const SemaSteppedText *self, SemaTokenPiece *pieces, guint64 n_pieces, guint64 origin)
{
  for (guint i = self->n; i > 0; i--)
    sema_mapped_text_map (&self->texts[i - 1], pieces, n_pieces, i == 1 ? origin : 0);
}

/**
 * sema_stepped_text_clear:
 * @self: a text after steps
 */
void
sema_stepped_text_clear (SemaSteppedText *self)
{
  for (guint i = 0; i < self->n; i++)
    sema_mapped_text_clear (&self->texts[i]);
}
