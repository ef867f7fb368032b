/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-number.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* 10^19 - 1 is the largest run of nines that fits 64 bits. */
#define MANTISSA_DIGITS 19

/* A decimal that lies midway between two floats has at most 113 digits, between two doubles 768; those beyond count only as "and
 * a bit more". */
#define EXACT_DIGITS 800

/* Far outside of any float, and far from overflow when digits are added to it. */
#define EXPONENT_LIMIT (G_GINT64_CONSTANT (1) << 60)

static const double powers_of_ten[] = {
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

static const double inverse_powers_of_ten[] = {
  1e-0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11,
  1e-12, 1e-13, 1e-14, 1e-15, 1e-16, 1e-17, 1e-18, 1e-19, 1e-20, 1e-21, 1e-22};

static const guint32 whole_powers_of_ten[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};

#define EXACT_POWER 22

typedef struct
{
  const char *digits; /* first byte after the sign */
  const char *digits_end;
  guint64     mantissa; /* the first 19 digits that count */
  gint64      exponent; /* of ten, of the mantissa */
  gint64      written_exponent;
} Decimal;

static const char *
skip_sign (const char *p, const char *end, gboolean *is_negative)
{
  *is_negative = p < end && *p == '-';
  return p < end && (*p == '-' || *p == '+') ? p + 1 : p;
}

static const char *
read_run (const char *p, const char *end, guint64 *mantissa)
{
  guint64 m = *mantissa;
  guint   digit;

  for (; p < end && (digit = (guint)(guchar)*p - '0') <= 9; p++)
    m = m * 10 + digit;
  *mantissa = m;
  return p;
}

/* The same of up to eight digits in one step, where eight bytes may be looked at: how many are digits varies from number to
 * number, and a loop that ends each time at another place costs more than all of its steps. By Mula and Lemire, "Faster integer
 * parsing" (2018): the digits move to the upper bytes, then two, four and eight of them are put together. */
static inline const char *
read_few (const char *p, const char *end, guint64 *mantissa)
{
  guint64 bytes;
  guint64 others;
  guint   n;

  if (G_BYTE_ORDER != G_LITTLE_ENDIAN || end - p < (gssize)sizeof bytes)
    return read_run (p, end, mantissa);
  memcpy (&bytes, p, sizeof bytes);
  bytes ^= 0x3030303030303030;
  others = ((bytes + 0x7676767676767676) | bytes) & 0x8080808080808080;
  n = others != 0 ? (guint)__builtin_ctzll (others) / 8 : 8;
  if (n == 0)
    return p;
  bytes <<= 8 * (8 - n);
  bytes = bytes * 10 + (bytes >> 8);
  bytes = ((bytes & 0x000000ff000000ff) * 0x000f424000000064 + ((bytes >> 16) & 0x000000ff000000ff) * 0x0000271000000001) >> 32;
  *mantissa = *mantissa * whole_powers_of_ten[n] + bytes;
  return n < 8 ? p + n : read_run (p + n, end, mantissa);
}

/* Reads d+ [. d*] | . d+ of at most nineteen bytes, all of whose digits fit. */
static const char *
read_few_digits (const char *first, const char *end, Decimal *decimal)
{
  const char *p = read_run (first, end, &decimal->mantissa);
  gboolean    has_digits = p > first;

  if (p < end && *p == '.')
    {
      const char *fraction = p + 1;

      p = read_run (fraction, end, &decimal->mantissa);
      decimal->exponent = fraction - p;
      has_digits = has_digits || p > fraction;
    }
  decimal->digits_end = p;
  return has_digits ? p : NULL;
}

/* Reads the same of any length, dropping the digits after the nineteenth but not their weight. */
static const char *
read_many_digits (const char *p, const char *end, Decimal *decimal)
{
  guint64  mantissa = 0;
  gint64   exponent = 0;
  guint    n_kept = 0;
  gboolean has_point = FALSE;
  gsize    n_digits = 0;

  for (; p < end; p++)
    {
      guint digit = (guint)(guchar)*p - '0';

      if (digit <= 9)
        {
          n_digits++;
          exponent -= has_point;
          if (n_kept < MANTISSA_DIGITS)
            {
              mantissa = mantissa * 10 + digit;
              n_kept += mantissa != 0;
            }
          else
            exponent++;
        }
      else if (*p == '.' && !has_point)
        has_point = TRUE;
      else
        break;
    }
  decimal->digits_end = p;
  decimal->mantissa = mantissa;
  decimal->exponent = exponent;
  return n_digits > 0 ? p : NULL;
}

static const char *
read_exponent (const char *p, const char *end, gint64 *exponent)
{
  gboolean    is_negative;
  gint64      value = 0;
  const char *first;

  first = skip_sign (p, end, &is_negative);
  for (p = first; p < end && g_ascii_isdigit (*p); p++)
    if (value < EXPONENT_LIMIT / 10)
      value = value * 10 + (*p - '0');
  *exponent = is_negative ? -value : value;
  return p > first ? p : NULL;
}

/* Four roundings at the most, of the mantissa, of a power and of two products, put the double off by up to four units of its last
 * place. Unless it is that near to the middle between two floats, rounding it once more rounds the decimal itself. */
static gboolean
round_fast (const Decimal *decimal, float *value)
{
  gint64  exponent = decimal->exponent;
  guint64 steps = exponent < 0 ? -(guint64)exponent : (guint64)exponent;
  double  scaled = (double)decimal->mantissa;
  guint64 bits;
  gint64  from_middle;

  if (decimal->mantissa == 0)
    {
      *value = 0.0f;
      return TRUE;
    }
  if (steps > 2 * EXACT_POWER)
    return FALSE;
  for (; steps > EXACT_POWER; steps -= EXACT_POWER)
    scaled = exponent < 0 ? scaled / powers_of_ten[EXACT_POWER] : scaled * powers_of_ten[EXACT_POWER];
  scaled *= exponent < 0 ? inverse_powers_of_ten[steps] : powers_of_ten[steps];
  if (!(scaled > 1.2e-38 && scaled < 3.4e38))
    return FALSE;
  memcpy (&bits, &scaled, sizeof bits);
  from_middle = (gint64)(bits & 0x1fffffff) - 0x10000000;
  *value = (float)scaled;
  return from_middle > 4 || from_middle < -4;
}

static locale_t
get_c_locale (void)
{
  static gsize c_locale = 0;

  if (g_once_init_enter (&c_locale))
    g_once_init_leave (&c_locale, (gsize)newlocale (LC_ALL_MASK, "C", NULL));
  return (locale_t)c_locale;
}

/* For the C library's own rounding a copy that is bounded whatever the text's length. */
static void
copy_digits (const Decimal *decimal, char text[EXACT_DIGITS + 32])
{
  gsize    n = 0;
  gint64   exponent = decimal->written_exponent;
  gboolean has_point = FALSE;
  gboolean has_more = FALSE;

  for (const char *p = decimal->digits; p < decimal->digits_end; p++)
    {
      gboolean is_kept = *p != '.' && n < EXACT_DIGITS && (n > 0 || *p != '0');

      if (is_kept)
        text[n++] = *p;
      else if (*p != '.')
        has_more = has_more || (n > 0 && *p != '0');
      if (*p == '.')
        has_point = TRUE;
      else
        exponent += (n == EXACT_DIGITS && !is_kept) - has_point;
    }
  if (has_more)
    {
      text[n++] = '1';
      exponent--;
    }
  g_snprintf (text + n, 32, "e%" G_GINT64_FORMAT, exponent);
}

static float
round_slowly (const Decimal *decimal)
{
  char text[EXACT_DIGITS + 32];

  copy_digits (decimal, text);
  return strtof_l (text, NULL, get_c_locale ());
}

static double
round_slowly_to_double (const Decimal *decimal)
{
  char text[EXACT_DIGITS + 32];

  copy_digits (decimal, text);
  return strtod_l (text, NULL, get_c_locale ());
}

static gboolean
equals_name (const char *p, const char *end, const char *name)
{
  gsize length = strlen (name);

  return (gsize)(end - p) == length && g_ascii_strncasecmp (p, name, length) == 0;
}

static gboolean
parse_name (const char *p, const char *end, float *value)
{
  if (equals_name (p, end, "nan"))
    *value = NAN;
  else if (equals_name (p, end, "inf") || equals_name (p, end, "infinity"))
    *value = INFINITY;
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_decimal (const char *p, const char *end, Decimal *decimal)
{
  *decimal = (Decimal) {.digits = p};
  p = end - p <= MANTISSA_DIGITS ? read_few_digits (p, end, decimal) : read_many_digits (p, end, decimal);
  if (p == NULL)
    return FALSE;
  if (p < end && (*p == 'e' || *p == 'E'))
    p = read_exponent (p + 1, end, &decimal->written_exponent);
  decimal->exponent += decimal->written_exponent;
  return p == end;
}

static gboolean
parse_decimal (const char *p, const char *end, float *value)
{
  Decimal decimal;

  if (!read_decimal (p, end, &decimal))
    return FALSE;
  if (!round_fast (&decimal, value))
    *value = round_slowly (&decimal);
  return TRUE;
}

/**
 * sema_number_parse_float:
 * @text: bytes, not NUL-terminated
 * @length: how many; any
 * @value: (out): the float32 nearest to the number, ties to even; untouched or undefined when %FALSE is returned
 *
 * Reads [+-] (d+ [. d*] | . d+) [(e|E) [+-] d+], or nan, inf, infinity in any case, with a sign or without; the point is a
 * point in every locale. What is too large becomes infinite, what is too small zero. Most numbers take one product of
 * doubles (Clinger 1990), whose result is believed unless it is near the middle of two floats. O(@length), no allocation.
 *
 * Returns: whether the whole text is one number
 */
gboolean
sema_number_parse_float (const char *text, gsize length, float *value)
{
  const char *end = text + length;
  gboolean    is_negative;
  const char *p = skip_sign (text, end, &is_negative);

  if (!parse_decimal (p, end, value) && !parse_name (p, end, value))
    return FALSE;
  if (is_negative)
    *value = -*value;
  return TRUE;
}

/**
 * sema_number_parse_double:
 * @text: bytes, not NUL-terminated
 * @length: how many; any
 * @value: (out): the double nearest to the number, ties to even; untouched or undefined when %FALSE is returned
 *
 * Reads the same texts as sema_number_parse_float(), by the C library: for numbers that are few.
 *
 * Returns: whether the whole text is one number
 */
gboolean
sema_number_parse_double (const char *text, gsize length, double *value)
{
  const char *end = text + length;
  gboolean    is_negative;
  const char *p = skip_sign (text, end, &is_negative);
  Decimal     decimal;
  float       special;

  if (read_decimal (p, end, &decimal))
    *value = round_slowly_to_double (&decimal);
  else if (parse_name (p, end, &special))
    *value = special;
  else
    return FALSE;
  if (is_negative)
    *value = -*value;
  return TRUE;
}

/**
 * sema_number_scan_float:
 * @text: the first byte of a number
 * @end: one past the last byte of the text; after the number a blank or a tab may come, and more
 * @value: (out): as from sema_number_parse_float(); undefined when %NULL is returned
 *
 * Reads a number as nearly every writer writes it, [-] d+ . d+ of at most nineteen bytes, and finds its end in the same step:
 * twice as fast as finding the end first. What is not quite so, also where it is a number, is left to
 * sema_number_parse_float().
 *
 * Returns: (nullable): where the number ends
 */
const char *
sema_number_scan_float (const char *text, const char *end, float *value)
{
  gboolean    is_negative = text < end && *text == '-';
  const char *first = text + is_negative;
  Decimal     decimal = {0};
  const char *point = read_run (first, end, &decimal.mantissa);
  const char *p;

  if (point == first || point == end || *point != '.')
    return NULL;
  p = read_few (point + 1, end, &decimal.mantissa);
  decimal.exponent = point + 1 - p;
  if (p == point + 1 || p - first > MANTISSA_DIGITS || (p < end && *p != ' ' && *p != '\t') || !round_fast (&decimal, value))
    return NULL;
  if (is_negative)
    *value = -*value;
  return p;
}

static const char *
print_special (double value, char buffer[SEMA_NUMBER_SIZE])
{
  const char *name = isnan (value) ? "nan" : value > 0.0 ? "inf"
                                                         : "-inf";

  g_strlcpy (buffer, name, SEMA_NUMBER_SIZE);
  return buffer;
}

static void
print_digits (double value, int n_digits, char buffer[SEMA_NUMBER_SIZE])
{
  char format[8] = "%.";

  g_snprintf (format + 2, sizeof format - 2, "%dg", n_digits);
  g_ascii_formatd (buffer, SEMA_NUMBER_SIZE, format, value);
}

/**
 * sema_number_print_float:
 * @value: any number
 * @buffer: (out): the text, "nan", "inf" or "-inf" for what is no number; -0 prints as "-0"
 *
 * Returns: @buffer, with the fewest digits that read back as the same float32
 */
const char *
sema_number_print_float (float value, char buffer[SEMA_NUMBER_SIZE])
{
  float back;

  if (!isfinite (value))
    return print_special ((double)value, buffer);
  /* Six digits always survive the way through a normal float32, and %g drops the zeros among them. */
  for (int n_digits = fabsf (value) < 1.2e-38f ? 1 : 6; n_digits <= 9; n_digits++)
    {
      print_digits ((double)value, n_digits, buffer);
      if (sema_number_parse_float (buffer, strlen (buffer), &back) && back == value)
        break;
    }
  return buffer;
}

/**
 * sema_number_print_double:
 * @value: any number
 * @buffer: (out): the text, as for sema_number_print_float()
 *
 * Returns: @buffer, with the fewest digits that read back as the same double
 */
const char *
sema_number_print_double (double value, char buffer[SEMA_NUMBER_SIZE])
{
  if (!isfinite (value))
    return print_special (value, buffer);
  for (int n_digits = fabs (value) < 2.3e-308 ? 1 : 15; n_digits <= 17; n_digits++)
    {
      print_digits (value, n_digits, buffer);
      if (strtod_l (buffer, NULL, get_c_locale ()) == value)
        break;
    }
  return buffer;
}

static void
drop_sign_of_zero (char *text)
{
  if (text[0] == '-' && strspn (text + 1, "0.") == strlen (text + 1))
    memmove (text, text + 1, strlen (text));
}

/**
 * sema_number_print_fixed:
 * @value: any number
 * @decimals: digits after the point, 0 to 12
 * @buffer: (out): the text; a number of 10^15 or more prints as sema_number_print_double() does
 *
 * Returns: @buffer, rounded to @decimals; what rounds to zero has no sign
 */
const char *
sema_number_print_fixed (double value, int decimals, char buffer[SEMA_NUMBER_SIZE])
{
  char format[8] = "%.";

  if (!(fabs (value) < 1e15))
    return sema_number_print_double (value, buffer);
  g_snprintf (format + 2, sizeof format - 2, "%df", CLAMP (decimals, 0, 12));
  g_ascii_formatd (buffer, SEMA_NUMBER_SIZE, format, value);
  drop_sign_of_zero (buffer);
  return buffer;
}
