/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-reserved-token.h"

#include <string.h>

/* What places that are kept free for later are called, before a number. Those of T5 that begin with extra_id are not among them: it
 * learns with them. */
static const char *const stems[] = {
  "control",
  "dummy",
  "dummy_id",
  "extra",
  "extra_token",
  "extratoken",
  "placeholder",
  "reserved",
  "reserved_special_token",
  "reserved_token",
  "special",
  "unused",
  "unused_token",
};

/* The dictionaries of fairseq are filled up with these, to a multiple of eight. */
#define FILLER "madeupword"

typedef struct
{
  const char *start;
  const char *end;
} Part;

static gboolean
has_ends (const Part *part, const char *first, const char *last)
{
  gsize n = strlen (first);

  return (gsize)(part->end - part->start) >= 2 * n && memcmp (part->start, first, n) == 0 && memcmp (part->end - n, last, n) == 0;
}

static gboolean
strip_brackets (Part *part)
{
  gsize n = has_ends (part, "<|", "|>") ? 2 : has_ends (part, "[", "]") || has_ends (part, "<", ">") ? 1
                                                                                                     : 0;

  part->start += n;
  part->end -= n;
  return n > 0;
}

static gboolean
strip_number (Part *part)
{
  const char *end = part->end;

  while (part->end > part->start && g_ascii_isdigit (part->end[-1]))
    part->end--;
  return part->end < end;
}

static gboolean
is_stem (const Part *part)
{
  gsize n = (gsize)(part->end - part->start);

  for (gsize i = 0; i < G_N_ELEMENTS (stems); i++)
    if (strlen (stems[i]) == n && g_ascii_strncasecmp (stems[i], part->start, n) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_reserved_name (const char *token, gsize length)
{
  Part     part = {token, token + length};
  gboolean is_bracketed = strip_brackets (&part);

  if (!strip_number (&part))
    return FALSE;
  if (!is_bracketed)
    return (gsize)(part.end - part.start) == strlen (FILLER) && memcmp (part.start, FILLER, strlen (FILLER)) == 0;
  while (part.end > part.start && (part.end[-1] == '_' || part.end[-1] == '-'))
    part.end--;
  return is_stem (&part);
}

static gboolean
is_never_utf8 (guint byte)
{
  return byte == 0xc0 || byte == 0xc1 || byte >= 0xf5;
}

/* A byte as it is, or as SentencePiece writes it, such as <0xF5>. */
static gboolean
is_impossible_byte (const char *token, gsize length)
{
  int high, low;

  if (length == 1)
    return is_never_utf8 ((guchar)token[0]);
  if (length != 6 || memcmp (token, "<0x", 3) != 0 || token[5] != '>')
    return FALSE;
  high = g_ascii_xdigit_value (token[3]);
  low = g_ascii_xdigit_value (token[4]);
  return high >= 0 && low >= 0 && is_never_utf8 ((guint)(16 * high + low));
}

/**
 * sema_reserved_token_recognise:
 * @token: (array length=length): bytes of a token
 * @length: how many
 *
 * Returns: whether no text can have trained a model with this token, by its name: one that keeps a place free, such as [unused12],
 *   <unused3> or <|reserved_special_token_5|>, or a single byte that UTF-8 never has
 */
gboolean
sema_reserved_token_recognise (const char *token, gsize length)
{
  return is_reserved_name (token, length) || is_impossible_byte (token, length);
}
