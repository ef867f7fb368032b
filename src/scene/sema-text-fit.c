/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-fit.h"

#include <string.h>

#define ELLIPSIS "…"

/* Of an average letter, in heights of the font: a little more than most fonts take. */
#define LETTER 0.6
#define WIDE_LETTER 1.05

/**
 * sema_text_fit_estimate:
 * @text: UTF-8
 *
 * Guesses a width from the letters alone, so that what is planned by it is the same with every font.
 *
 * Returns: the width in heights of the font
 */
double
sema_text_fit_estimate (const char *text)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (letter))
        width += g_unichar_iswide (letter) ? WIDE_LETTER : LETTER;
    }
  return width;
}

static double
get_width (const SemaMeasure *measure, const char *text, SemaTextRole role, double scale)
{
  double width;
  double height;

  measure->measure (measure->data, text, role, scale, &width, &height);
  return width;
}

/* The first letters of a text, then an ellipsis. */
static char *
cut (const char *text, glong n_letters)
{
  const char *end = g_utf8_offset_to_pointer (text, n_letters);

  while (end > text && end[-1] == ' ')
    end--;
  return g_strdup_printf ("%.*s" ELLIPSIS, (int)(end - text), text);
}

/**
 * sema_text_fit:
 * @measure: how wide texts are
 * @text: UTF-8, one line
 * @role: its font
 * @scale: its size
 * @width: what there is, logical units
 *
 * Cuts a text at its end until it fits, and marks that by an ellipsis. Measures O(log letters) texts.
 *
 * Returns: (transfer full): the text, whole or cut; the ellipsis alone where not even a letter fits
 */
char *
sema_text_fit (const SemaMeasure *measure, const char *text, SemaTextRole role, double scale, double width)
{
  glong fits = 0;
  glong too_long = g_utf8_strlen (text, -1);

  if (get_width (measure, text, role, scale) <= width)
    return g_strdup (text);
  while (fits + 1 < too_long)
    {
      glong            middle = fits + (too_long - fits) / 2;
      g_autofree char *shorter = cut (text, middle);

      if (get_width (measure, shorter, role, scale) <= width)
        fits = middle;
      else
        too_long = middle;
    }
  return cut (text, fits);
}
