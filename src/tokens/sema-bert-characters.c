/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-bert-characters.h"

typedef struct
{
  gunichar first;
  gunichar last;
} Range;

/* Within each range all that GLib takes for the category has come to Unicode too late to be taken for it. */
static const Range late_controls[] = {{0x890, 0x8e2}, {0x110cd, 0x110cd}, {0x13430, 0x1343f}};

static const Range late_accents[] = {
  {0x7fd, 0x7fd},
  {0x898, 0x8e1},
  {0x9fe, 0x9fe},
  {0xafa, 0xaff},
  {0xb55, 0xb55},
  {0xc04, 0xc3c},
  {0xd00, 0xd00},
  {0xd3b, 0xd3c},
  {0xd81, 0xd81},
  {0xeba, 0xeba},
  {0xece, 0xece},
  {0x180f, 0x1886},
  {0x1abf, 0x1ace},
  {0x1df6, 0x1dfb},
  {0xa82c, 0xa82c},
  {0xa8c5, 0xa8c5},
  {0xa8ff, 0xa8ff},
  {0xa9bd, 0xa9bd},
  {0x10d24, 0x10f85},
  {0x11070, 0x11074},
  {0x110c2, 0x110c2},
  {0x111c9, 0x111c9},
  {0x111cf, 0x111cf},
  {0x1123e, 0x11241},
  {0x1133b, 0x1133b},
  {0x11438, 0x1145e},
  {0x1182f, 0x11f42},
  {0x13440, 0x13455},
  {0x16f4f, 0x16f4f},
  {0x16fe4, 0x16fe4},
  {0x1cf00, 0x1cf46},
  {0x1e000, 0x1e4ef},
  {0x1e944, 0x1e94a},
};

static const Range late_punctuation[] = {
  {0x61d, 0x61d},
  {0x9fd, 0xa76},
  {0xc77, 0xc84},
  {0x1b7d, 0x1b7e},
  {0x2e43, 0x2e5d},
  {0x10ead, 0x10f89},
  {0x1144b, 0x1145d},
  {0x11660, 0x116b9},
  {0x1183b, 0x11fff},
  {0x12ff1, 0x12ff2},
  {0x16e97, 0x16fe2},
  {0x1e95e, 0x1e95f},
};

static const Range ideographs[] = {
  {0x3400, 0x4dbf},
  {0x4e00, 0x9fff},
  {0xf900, 0xfaff},
  {0x20000, 0x2a6df},
  {0x2a700, 0x2b73f},
  {0x2b740, 0x2b81f},
  {0x2b920, 0x2ceaf},
  {0x2f800, 0x2fa1f},
};

static gboolean
is_within (gunichar ch, const Range *ranges, gsize n_ranges)
{
  for (gsize i = 0; i < n_ranges && ranges[i].first <= ch; i++)
    if (ch <= ranges[i].last)
      return TRUE;
  return FALSE;
}

/**
 * sema_bert_is_control:
 * @ch: a character
 *
 * Returns: whether cleaning drops it: controls, formats and private characters, though not tab, line feed and carriage return, and those
 *   that stand for nothing: NUL and U+FFFD
 */
gboolean
sema_bert_is_control (gunichar ch)
{
  if (ch == '\t' || ch == '\n' || ch == '\r')
    return FALSE;
  if (ch < 0x7f)
    return ch < 0x20;
  switch (g_unichar_type (ch))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
      return TRUE;
    case G_UNICODE_FORMAT:
      return !is_within (ch, late_controls, G_N_ELEMENTS (late_controls));
    default:
      return ch == 0xfffd;
    }
}

/**
 * sema_bert_is_accent:
 * @ch: a character
 *
 * Returns: whether it goes with the accents: a non-spacing mark
 */
gboolean
sema_bert_is_accent (gunichar ch)
{
  if (ch == 0x1734) /* such a mark until Unicode 14 */
    return TRUE;
  return ch >= 0x300 && g_unichar_type (ch) == G_UNICODE_NON_SPACING_MARK && !is_within (ch, late_accents, G_N_ELEMENTS (late_accents));
}

/**
 * sema_bert_is_punctuation:
 * @ch: a character
 *
 * Returns: whether it is a word of its own: any sign of ASCII, and punctuation
 */
gboolean
sema_bert_is_punctuation (gunichar ch)
{
  if (ch < 0x80)
    return g_ascii_ispunct ((char)ch);
  if (ch == 0x166d || ch == 0x111c9) /* in Unicode 8 */
    return TRUE;
  return g_unichar_type (ch) >= G_UNICODE_CONNECT_PUNCTUATION && g_unichar_type (ch) <= G_UNICODE_OPEN_PUNCTUATION &&
         !is_within (ch, late_punctuation, G_N_ELEMENTS (late_punctuation));
}

/**
 * sema_bert_is_ideograph:
 * @ch: a character
 *
 * Returns: whether spaces are put around it
 */
gboolean
sema_bert_is_ideograph (gunichar ch)
{
  return ch >= 0x3400 && is_within (ch, ideographs, G_N_ELEMENTS (ideographs));
}

/**
 * sema_bert_decompose:
 * @ch: a character
 * @parts: (out): its canonical decomposition
 *
 * Returns: how many parts there are
 */
gsize
sema_bert_decompose (gunichar ch, gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH])
{
  parts[0] = ch;
  if (ch < 0xc0 || ch == 0x11938) /* which came later */
    return 1;
  return g_unichar_fully_decompose (ch, FALSE, parts, G_UNICHAR_MAX_DECOMPOSITION_LENGTH);
}

/**
 * sema_bert_lowercase:
 * @ch: a character
 * @parts: (out): it as a small letter, whatever stands around it
 *
 * Returns: how many characters that is, 1 or 2
 */
gsize
sema_bert_lowercase (gunichar ch, gunichar parts[2])
{
  parts[0] = ch < 0x80 ? (gunichar)g_ascii_tolower ((char)ch) : g_unichar_tolower (ch);
  if (ch >= 0x2160 && ch <= 0x216f) /* Roman numerals and circled letters have small ones too, but are no letters to GLib */
    parts[0] = ch + 0x10;
  else if (ch >= 0x24b6 && ch <= 0x24cf)
    parts[0] = ch + 0x1a;
  if (ch != 0x130)
    return 1;
  parts[0] = 'i';
  parts[1] = 0x307;
  return 2;
}
