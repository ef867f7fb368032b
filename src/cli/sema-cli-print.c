/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cli-print.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "sema-cli-interrupt.h"
#include "sema-number.h"
#include "sema-word.h"

/**
 * sema_cli_complain:
 * @format: one sentence, that may quote arguments
 *
 * Says on stderr why the call fails, with U+FFFD for what is not UTF-8. A call that was interrupted fails for that.
 */
void
sema_cli_complain (const char *format, ...)
{
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  if (sema_cli_interrupt_is_wanted ())
    return;
  text = g_utf8_make_valid (sentence, -1);
  fprintf (stderr, "semascope-cli: %s\n", text);
}

/**
 * sema_cli_complain_and_advise:
 * @problem: a sentence
 * @advice: a clause, without a full stop
 *
 * Says on stderr why the call fails, and what to do, in one sentence.
 */
void
sema_cli_complain_and_advise (const char *problem, const char *advice)
{
  gsize length = strlen (problem);

  if (length > 0 && problem[length - 1] == '.')
    length--;
  sema_cli_complain ("%.*s; %s.", (int)MIN (length, G_MAXINT), problem, advice);
}

/**
 * sema_cli_warn:
 * @sentence: UTF-8
 *
 * Says on stderr what the user should know although the call succeeds. The first word is the same in every language, for
 * scripts to look for.
 */
void
sema_cli_warn (const char *sentence)
{
  if (!sema_cli_interrupt_is_wanted ())
    fprintf (stderr, "warning: %s\n", sentence);
}

/**
 * sema_cli_print_word:
 * @word: (array length=length): bytes
 * @length: of @word
 *
 * Prints a word as UTF-8, with U+FFFD for what is not. On a terminal it is what may stand on a screen: a word could steer that.
 */
void
sema_cli_print_word (const char *word, gsize length)
{
  g_autofree char *text = isatty (STDOUT_FILENO) ? sema_word_to_label (word, length) : sema_word_to_utf8 (word, length);

  fputs (text, stdout);
}

/**
 * sema_cli_print_json_text:
 * @text: UTF-8
 *
 * Prints a JSON string (RFC 8259).
 */
void
sema_cli_print_json_text (const char *text)
{
  putchar ('"');
  for (const char *c = text; *c != 0; c++)
    {
      if (*c == '"' || *c == '\\')
        printf ("\\%c", *c);
      else if ((guchar)*c < 0x20 || *c == 0x7f)
        printf ("\\u%04x", (guint)(guchar)*c);
      else
        putchar (*c);
    }
  putchar ('"');
}

/**
 * sema_cli_print_json_word:
 * @word: (array length=length): bytes
 * @length: of @word
 *
 * Prints a word as a JSON string, with U+FFFD for what is not UTF-8.
 */
void
sema_cli_print_json_word (const char *word, gsize length)
{
  g_autofree char *text = sema_word_to_utf8 (word, length);

  sema_cli_print_json_text (text);
}

/**
 * sema_cli_print_json_float:
 * @value: any number
 *
 * Prints the shortest number that reads back as @value; NaN and infinity, which JSON has not, are null.
 */
void
sema_cli_print_json_float (float value)
{
  char buffer[SEMA_NUMBER_SIZE];

  fputs (isfinite (value) ? sema_number_print_float (value, buffer) : "null", stdout);
}

/**
 * sema_cli_print_json_double:
 * @value: any number
 *
 * Prints the shortest number that reads back as @value; NaN and infinity are null.
 */
void
sema_cli_print_json_double (double value)
{
  char buffer[SEMA_NUMBER_SIZE];

  fputs (isfinite (value) ? sema_number_print_double (value, buffer) : "null", stdout);
}

/**
 * sema_cli_measure_text:
 * @text: UTF-8
 *
 * Returns: how many cells of a terminal it takes
 */
guint
sema_cli_measure_text (const char *text)
{
  guint width = 0;

  for (; *text != 0; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/**
 * sema_cli_print_padded:
 * @text: UTF-8
 * @width: cells, as many as it takes or more
 *
 * Prints a column of a table, with a gap after it.
 */
void
sema_cli_print_padded (const char *text, guint width)
{
  printf ("%s%*s  ", text, (int)(width - sema_cli_measure_text (text)), "");
}
