/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-npy-header.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"

#define MAGIC "\x93NUMPY"
#define MAGIC_SIZE 6

/* The header is a Python literal; of Python only this much is read. */
typedef struct
{
  const char *label;
  const char *start;
  const char *at;
  const char *end;
  guint64     origin;
  GError    **error;
} Text;

typedef struct
{
  const char    *code;
  SemaTensorType type;
} Code;

static const Code codes[] = {
  {"f4", SEMA_TENSOR_F32},
  {"float32", SEMA_TENSOR_F32},
  {"f8", SEMA_TENSOR_F64},
  {"float64", SEMA_TENSOR_F64},
  {"f2", SEMA_TENSOR_F16},
  {"float16", SEMA_TENSOR_F16},
  {"b1", SEMA_TENSOR_BOOL},
  {"i1", SEMA_TENSOR_I8},
  {"u1", SEMA_TENSOR_U8},
  {"i2", SEMA_TENSOR_I16},
  {"u2", SEMA_TENSOR_U16},
  {"i4", SEMA_TENSOR_I32},
  {"u4", SEMA_TENSOR_U32},
  {"i8", SEMA_TENSOR_I64},
  {"u8", SEMA_TENSOR_U64},
  {"c8", SEMA_TENSOR_C64},
  {"c16", SEMA_TENSOR_C128},
};

/**
 * sema_npy_is_magic:
 * @bytes: (array length=n_bytes): the first bytes of a file
 * @n_bytes: how many there are
 *
 * Returns: whether a .npy file begins so
 */
gboolean
sema_npy_is_magic (const guint8 *bytes, gsize n_bytes)
{
  return n_bytes >= MAGIC_SIZE && memcmp (bytes, MAGIC, MAGIC_SIZE) == 0;
}

/**
 * sema_npy_header_measure:
 * @bytes: (array length=n_bytes): the first bytes of a file that has the magic
 * @n_bytes: how many there are; fewer than %SEMA_NPY_START only when the file has no more
 * @first: (out): where the header's text begins
 * @length: (out): its bytes, %SEMA_NPY_MAX_HEADER at the most
 * @label: name of the file for messages
 * @error: return location
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED, or with %SEMA_FORMAT_ERROR_UNKNOWN for a version that nobody knows
 */
gboolean
sema_npy_header_measure (const guint8 *bytes, gsize n_bytes, gsize *first, gsize *length, const char *label, GError **error)
{
  guint8 major = n_bytes >= 8 ? bytes[6] : 0;

  if (n_bytes >= 8 && (major < 1 || major > 3 || bytes[7] != 0))
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN,
                   _ ("“%s” is a NumPy array of version %u.%u; 1.0, 2.0 and 3.0 open."), label, major, bytes[7]);
      return FALSE;
    }
  *first = major == 1 ? 10 : 12;
  if (n_bytes < *first)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
                   _ ("“%s” ends inside the header of its array, at byte %" PRIu64 "; fetch or save the file again."), label, (guint64)n_bytes);
      return FALSE;
    }
  *length = bytes[8] | (gsize)bytes[9] << 8;
  if (major > 1)
    *length |= (gsize)bytes[10] << 16 | (gsize)bytes[11] << 24;
  if (*length <= SEMA_NPY_MAX_HEADER)
    return TRUE;
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
               _ ("“%s” is damaged: the header of its array is said to have %" PRIu64 " bytes; at most %d are possible."),
                  label, (guint64)*length, SEMA_NPY_MAX_HEADER);
  return FALSE;
}

static gboolean
fail (Text *text, const char *at, const char *clause)
{
  g_set_error (text->error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” is not right at byte %" PRIu64 ": %s."), text->label, text->origin + (guint64)(at - text->start), at < text->end ? clause : _ ("the header of its array ends too early"));
  return FALSE;
}

static void
skip_blanks (Text *text)
{
  while (text->at < text->end && (*text->at == ' ' || *text->at == '\t' || *text->at == '\n' || *text->at == '\r'))
    text->at++;
}

/* Whether @byte comes next; takes it, with the blanks around. */
static gboolean
take (Text *text, char byte)
{
  skip_blanks (text);
  if (text->at == text->end || *text->at != byte)
    return FALSE;
  text->at++;
  skip_blanks (text);
  return TRUE;
}

static gboolean
take_literal (Text *text, const char *literal)
{
  gsize length = strlen (literal);

  if ((gsize)(text->end - text->at) < length || memcmp (text->at, literal, length) != 0)
    return FALSE;
  text->at += length;
  return TRUE;
}

/* A string in single or double quotes, without backslashes: no header has any. */
static gboolean
read_string (Text *text, const char **string, gsize *length)
{
  const char *quote;

  if (text->at < text->end && (*text->at == 'u' || *text->at == 'b'))
    text->at++;
  if (text->at == text->end || (*text->at != '\'' && *text->at != '"'))
    return fail (text, text->at, _ ("a string is expected there"));
  quote = text->at++;
  *string = text->at;
  while (text->at < text->end && *text->at != *quote && *text->at != '\\' && *text->at != '\n')
    text->at++;
  if (text->at == text->end || *text->at != *quote)
    return fail (text, text->at, _ ("no such character is expected in a string there"));
  *length = (gsize)(text->at++ - *string);
  return TRUE;
}

static gboolean
read_size (Text *text, guint64 *size)
{
  const char *first = text->at;

  *size = 0;
  if (text->at < text->end && *text->at == '-')
    return fail (text, first, _ ("an axis cannot have a negative size"));
  for (; text->at < text->end && g_ascii_isdigit (*text->at); text->at++)
    if (__builtin_mul_overflow (*size, 10, size) || __builtin_add_overflow (*size, (guint64)(*text->at - '0'), size))
      return fail (text, first, _ ("the size of an axis is too large"));
  if (text->at == first)
    return fail (text, first, _ ("the size of an axis, a whole number, is expected there"));
  if (text->at < text->end && *text->at == 'L')
    text->at++;
  return TRUE;
}

static gboolean
read_shape (SemaNpyHeader *self, Text *text)
{
  const char *first = text->at;
  gboolean    has_comma = TRUE;

  if (!take (text, '('))
    return fail (text, text->at, _ ("the shape, sizes in parentheses, is expected there"));
  for (self->n_axes = 0; !take (text, ')'); self->n_axes++)
    {
      if (!has_comma)
        return fail (text, text->at, _ ("a comma or “)” is expected there"));
      if (self->n_axes == SEMA_NPY_MAX_AXES)
        return fail (text, text->at, _ ("an array has 32 axes at the most"));
      if (!read_size (text, &self->shape[self->n_axes]))
        return FALSE;
      has_comma = take (text, ',');
    }
  /* To Python “(12)” is a number and no shape. */
  return self->n_axes != 1 || has_comma || fail (text, first, _ ("a shape of one size has a comma after it"));
}

/* The fields of a structured type, passed over: brackets by counting, strings whole. */
static gboolean
skip_structure (SemaNpyHeader *self, Text *text)
{
  guint depth = 0;

  g_strlcpy (self->descr, "structured", sizeof self->descr);
  do
    {
      const char *string;
      gsize       length;
      char        byte = text->at < text->end ? *text->at : 0;

      if (text->at == text->end)
        return fail (text, text->end, "");
      if (byte == '\'' || byte == '"')
        {
          if (!read_string (text, &string, &length))
            return FALSE;
          continue;
        }
      depth += byte == '[' || byte == '(' || byte == '{';
      depth -= byte == ']' || byte == ')' || byte == '}';
      text->at++;
    }
  while (depth > 0);
  return TRUE;
}

/* The bytes of one string or one bit of raw memory: U has four for each character. */
static guint64
get_text_width (const char *code)
{
  guint64 n = 0;

  if (code[0] == 'O' || code[0] == 0)
    return 0;
  for (const char *p = code + 1; *p != 0; p++)
    if (!g_ascii_isdigit (*p) || n > G_MAXUINT32)
      return 0;
    else
      n = n * 10 + (guint64)(*p - '0');
  if (code[0] == 'U')
    return 4 * n;
  return code[0] == 'S' || code[0] == 'V' || code[0] == 'a' || code[0] == 'f' ? n : 0;
}

/**
 * sema_npy_header_set_descr:
 * @self: a header
 * @descr: what NumPy calls the type, such as “<f4”
 * @length: its bytes
 *
 * Returns: whether it can be the name of a type; of which, and whether that is known here, the header tells then
 */
gboolean
sema_npy_header_set_descr (SemaNpyHeader *self, const char *descr, gsize length)
{
  gboolean    has_order;
  const char *code;

  if (length == 0 || length >= sizeof self->descr)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isgraph (descr[i]))
      return FALSE;
  memcpy (self->descr, descr, length);
  self->descr[length] = 0;
  has_order = strchr ("<>=|", self->descr[0]) != NULL;
  code = self->descr + has_order;
  self->is_swapped = self->descr[0] == '>' || (G_BYTE_ORDER == G_BIG_ENDIAN && self->descr[0] != '<');
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (codes[i].code, code))
      self->type = codes[i].type;
  self->width = self->type != SEMA_TENSOR_OTHER ? sema_tensor_type_get_bits (self->type) / 8 : get_text_width (code);
  return TRUE;
}

static gboolean
read_descr (SemaNpyHeader *self, Text *text)
{
  const char *first = text->at;
  const char *descr;
  gsize       length;

  if (text->at < text->end && (*text->at == '[' || *text->at == '('))
    return skip_structure (self, text);
  if (!read_string (text, &descr, &length))
    return FALSE;
  return sema_npy_header_set_descr (self, descr, length) ? TRUE : fail (text, first, _ ("the type of the numbers is expected there"));
}

static gboolean
read_order (SemaNpyHeader *self, Text *text)
{
  self->is_fortran = take_literal (text, "True");
  return self->is_fortran || take_literal (text, "False") || fail (text, text->at, _ ("True or False is expected there"));
}

/* A key with its value; @seen has a bit for each key that was there. */
static gboolean
read_item (SemaNpyHeader *self, Text *text, guint *seen)
{
  static const char *const keys[] = {"descr", "fortran_order", "shape"};
  static gboolean (*const readers[]) (SemaNpyHeader *, Text *) = {read_descr, read_order, read_shape};
  const char *first = text->at;
  const char *key;
  gsize       length;
  guint       which = 0;

  if (!read_string (text, &key, &length))
    return FALSE;
  while (which < G_N_ELEMENTS (keys) && !(strlen (keys[which]) == length && memcmp (keys[which], key, length) == 0))
    which++;
  if (which == G_N_ELEMENTS (keys))
    return fail (text, first, _ ("the header of an array has no such key"));
  if ((*seen >> which & 1) != 0)
    return fail (text, first, _ ("this key was there before"));
  *seen |= 1u << which;
  if (!take (text, ':'))
    return fail (text, text->at, _ ("a colon is expected there"));
  return readers[which](self, text);
}

/* Nothing comes after it but blanks, zeros that pad, or a remark. */
static gboolean
check_rest (Text *text)
{
  while (text->at < text->end && (g_ascii_isspace (*text->at) || *text->at == 0))
    text->at++;
  return text->at == text->end || *text->at == '#' || fail (text, text->at, _ ("nothing more is expected there"));
}

/**
 * sema_npy_header_parse:
 * @self: (out caller-allocates): what it says
 * @text: (array length=length): the header
 * @length: its bytes
 * @origin: where in the file it begins
 * @label: name of the file for messages
 * @error: return location
 *
 * Reads the three keys in any order, as NumPy 1.0 to 1.24 and other programs write them. What NumPy would take and only an
 * attacker writes is refused. O(@length), without recursion.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED and the byte
 */
gboolean
sema_npy_header_parse (SemaNpyHeader *self, const char *text, gsize length, guint64 origin, const char *label, GError **error)
{
  Text     reader = {.label = label, .start = text, .at = text, .end = text + length, .origin = origin, .error = error};
  guint    seen = 0;
  gboolean has_comma = TRUE;

  *self = (SemaNpyHeader) {.type = SEMA_TENSOR_OTHER};
  if (!take (&reader, '{'))
    return fail (&reader, reader.at, _ ("“{” is expected there"));
  while (!take (&reader, '}'))
    {
      if (!has_comma)
        return fail (&reader, reader.at, _ ("a comma or “}” is expected there"));
      if (!read_item (self, &reader, &seen))
        return FALSE;
      has_comma = take (&reader, ',');
    }
  if (seen != 7)
    return fail (&reader, reader.at - 1, _ ("the header of an array says its type, its order and its shape; one is missing"));
  return check_rest (&reader);
}
