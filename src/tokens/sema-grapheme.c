/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-grapheme.h"

#include "sema-utf8.h"

#define ZWNJ 0x200c
#define ZWJ 0x200d

/* What a character does to those beside it (UAX 29), without flags and joined pictures. */
typedef enum {
  CLASS_OTHER,
  CLASS_CONTROL,
  CLASS_MARK,
  CLASS_PREPEND,
  CLASS_L,
  CLASS_V,
  CLASS_T,
  CLASS_LV,
  CLASS_LVT,
} Class;

typedef struct
{
  gunichar first;
  gunichar last;
} Range;

/* Spacing marks that begin a cluster for all that. */
static const Range apart[] = {{0x102b, 0x102c}, {0x1038, 0x1038}, {0x1062, 0x1064}, {0x1067, 0x106d}, {0x1083, 0x1083}, {0x1087, 0x108c}, {0x108f, 0x108f}, {0x109a, 0x109c}, {0x1a61, 0x1a61}, {0x1a63, 0x1a64}, {0xaa7b, 0xaa7b}, {0xaa7d, 0xaa7d}, {0x11720, 0x11721}};

/* What joins the character before it, and is no mark by its category. */
static const Range joined[] = {{0xe33, 0xe33}, {0xeb3, 0xeb3}, {ZWNJ, ZWJ}, {0xff9e, 0xff9f}, {0x1f3fb, 0x1f3ff}, {0xe0020, 0xe007f}};

static const Range prepended[] = {{0x600, 0x605}, {0x6dd, 0x6dd}, {0x70f, 0x70f}, {0x890, 0x891}, {0x8e2, 0x8e2}, {0xd4e, 0xd4e}, {0x110bd, 0x110bd}, {0x110cd, 0x110cd}, {0x111c2, 0x111c3}, {0x1193f, 0x1193f}, {0x11941, 0x11941}, {0x11a3a, 0x11a3a}, {0x11a84, 0x11a89}, {0x11d46, 0x11d46}, {0x11f02, 0x11f02}};

static gboolean
is_in (gunichar ch, const Range *ranges, gsize n)
{
  gsize i = 0;

  while (i < n && ranges[i].last < ch)
    i++;
  return i < n && ranges[i].first <= ch;
}

static Class
get_hangul (gunichar ch)
{
  if ((ch >= 0x1100 && ch <= 0x115f) || (ch >= 0xa960 && ch <= 0xa97c))
    return CLASS_L;
  if ((ch >= 0x1160 && ch <= 0x11a7) || (ch >= 0xd7b0 && ch <= 0xd7c6))
    return CLASS_V;
  if ((ch >= 0x11a8 && ch <= 0x11ff) || (ch >= 0xd7cb && ch <= 0xd7fb))
    return CLASS_T;
  if (ch >= 0xac00 && ch <= 0xd7a3)
    return (ch - 0xac00) % 28 == 0 ? CLASS_LV : CLASS_LVT;
  return CLASS_OTHER;
}

static Class
get_class (gunichar ch)
{
  if (ch < 0x300)
    return ch < ' ' || (ch >= 0x7f && ch < 0xa0) || ch == 0xad ? CLASS_CONTROL : CLASS_OTHER;
  if (ch >= SEMA_UTF8_INVALID || is_in (ch, apart, G_N_ELEMENTS (apart)))
    return CLASS_OTHER;
  if (is_in (ch, prepended, G_N_ELEMENTS (prepended)))
    return CLASS_PREPEND;
  if (is_in (ch, joined, G_N_ELEMENTS (joined)))
    return CLASS_MARK;
  switch ((int)g_unichar_type (ch))
    {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_SPACING_MARK:
      return CLASS_MARK;
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return CLASS_CONTROL;
    default:
      return get_hangul (ch);
    }
}

static gboolean
join (Class first, Class second)
{
  if (first == CLASS_CONTROL || second == CLASS_CONTROL)
    return FALSE;
  if (second == CLASS_MARK || first == CLASS_PREPEND)
    return TRUE;
  if (first == CLASS_L)
    return second == CLASS_L || second == CLASS_V || second == CLASS_LV || second == CLASS_LVT;
  if (first == CLASS_LV || first == CLASS_V)
    return second == CLASS_V || second == CLASS_T;
  return (first == CLASS_LVT || first == CLASS_T) && second == CLASS_T;
}

/**
 * sema_grapheme_skip:
 * @cursor: at a character, before @end
 * @end: behind the last byte of a text
 *
 * Finds what people take for one character, with its marks: an extended grapheme cluster (UAX 29). Flags and joined pictures are several;
 * all but those that begin with © or ® are longer than what a map is asked for as a whole.
 *
 * Returns: behind it
 */
const char *
sema_grapheme_skip (const char *cursor, const char *end)
{
  gunichar    ch = sema_utf8_next (&cursor, end);
  const char *next = cursor;
  Class class = get_class (ch);

  if (ch == '\r' && cursor < end && *cursor == '\n')
    return cursor + 1;
  while (cursor < end)
    {
      Class second = get_class (sema_utf8_next (&next, end));

      if (!join (class, second))
        break;
      class = second;
      cursor = next;
    }
  return cursor;
}
