/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The machine that a pickle is a program for, without its teeth: names stay names, calls stay calls. What the opcodes do is
 * written down in Python's pickletools. */
#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-little-endian.h"
#include "sema-pickle-machine.h"
#include "sema-pickle-numbers.h"
#include "sema-pickle-private.h"

#define MAX_PROTOCOL 5
#define MAX_STEPS 50000000
#define MAX_LONG 255              /* bytes of an integer */
#define STEPS_BETWEEN_LOOKS 65536 /* at cancel */

static gboolean
do_nothing (SemaPickleMachine *self, guint width, GError **error)
{
  const guint8 *bytes;

  return sema_pickle_machine_take (self, width, &bytes, error);
}

static gboolean
check_protocol (SemaPickleMachine *self, guint width, GError **error)
{
  guint64 protocol;

  if (!sema_pickle_machine_take_number (self, width, &protocol, error))
    return FALSE;
  if (protocol <= MAX_PROTOCOL)
    return TRUE;
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("The pickle in “%s” is of protocol %" PRIu64 "; those up to %d are read here."), self->label, protocol, MAX_PROTOCOL);
  return FALSE;
}

static gboolean
push_bool (SemaPickleMachine *self, guint is_true, GError **error)
{
  SemaPickleValue *value = sema_pickle_machine_push (self, SEMA_PICKLE_BOOL, error);

  if (value != NULL)
    value->integer = is_true;
  return value != NULL;
}

static gboolean
push_unsigned (SemaPickleMachine *self, guint width, GError **error)
{
  guint64          number;
  SemaPickleValue *value = sema_pickle_machine_take_number (self, width, &number, error) ? sema_pickle_machine_push (self, SEMA_PICKLE_INTEGER, error) : NULL;

  if (value != NULL)
    value->integer = (gint64)number;
  return value != NULL;
}

/* The number of @width bytes, the highest of which has the sign. */
static gint64
sign (guint64 number, guint width)
{
  guint shift = 64 - 8 * width;

  return width == 0 ? 0 : (gint64)(number << shift) >> shift;
}

static gboolean
push_signed (SemaPickleMachine *self, guint width, GError **error)
{
  guint64          number;
  SemaPickleValue *value = sema_pickle_machine_take_number (self, width, &number, error) ? sema_pickle_machine_push (self, SEMA_PICKLE_INTEGER, error) : NULL;

  if (value != NULL)
    value->integer = sign (number, width);
  return value != NULL;
}

static gboolean
push_bytes_of (SemaPickleMachine *self, SemaPickleKind kind, guint64 length, GError **error)
{
  gsize            place = self->at;
  const guint8    *bytes;
  SemaPickleValue *value = sema_pickle_machine_take (self, length, &bytes, error) ? sema_pickle_machine_push (self, kind, error) : NULL;

  if (value == NULL)
    return FALSE;
  value->place = place;
  value->length = (guint32)length;
  return TRUE;
}

static gboolean
push_long (SemaPickleMachine *self, guint width, GError **error)
{
  guint64 length;

  if (!sema_pickle_machine_take_number (self, width, &length, error))
    return FALSE;
  if (length > MAX_LONG)
    return sema_pickle_machine_fail (self, N_ ("it has a number of more than 255 bytes"), error);
  return length <= 8 ? push_signed (self, (guint)length, error) : push_bytes_of (self, SEMA_PICKLE_LONG, length, error);
}

/* A float64 comes with its highest byte first. */
static gboolean
push_float (SemaPickleMachine *self, guint width, GError **error)
{
  const guint8    *bytes;
  guint64          bits = 0;
  SemaPickleValue *value = sema_pickle_machine_take (self, width, &bytes, error) ? sema_pickle_machine_push (self, SEMA_PICKLE_FLOAT, error) : NULL;

  for (guint i = 0; value != NULL && i < width; i++)
    bits = bits << 8 | bytes[i];
  if (value != NULL)
    memcpy (&value->real, &bits, sizeof bits);
  return value != NULL;
}

static gboolean
push_text (SemaPickleMachine *self, guint width, GError **error)
{
  guint64 length;

  return sema_pickle_machine_take_number (self, width, &length, error) && push_bytes_of (self, SEMA_PICKLE_TEXT, length, error);
}

static gboolean
push_bytes (SemaPickleMachine *self, guint width, GError **error)
{
  guint64 length;

  return sema_pickle_machine_take_number (self, width, &length, error) && push_bytes_of (self, SEMA_PICKLE_BYTES, length, error);
}

static gboolean
push_line (SemaPickleMachine *self, GError **error)
{
  const guint8 *start = self->pickle->bytes + self->at;
  const guint8 *end = memchr (start, '\n', self->n_bytes - self->at);

  if (end == NULL)
    return sema_pickle_machine_fail (self, SEMA_PICKLE_ENDS_EARLY, error);
  if (!push_bytes_of (self, SEMA_PICKLE_TEXT, (guint64)(end - start), error))
    return FALSE;
  self->at++;
  return TRUE;
}

/* Of the two values on top a value that has both. */
static gboolean
join (SemaPickleMachine *self, SemaPickleKind kind, SemaPickleKind *first_kind, SemaPickleKind *second_kind, GError **error)
{
  guint32          first, second;
  SemaPickleValue *value;

  if (!sema_pickle_machine_pop (self, &second, error) || !sema_pickle_machine_pop (self, &first, error))
    return FALSE;
  value = sema_pickle_machine_push (self, kind, error);
  if (value == NULL)
    return FALSE;
  value->callee = first;
  value->arguments = second;
  *first_kind = sema_pickle_machine_edit (self, first)->kind;
  *second_kind = sema_pickle_machine_edit (self, second)->kind;
  return TRUE;
}

static gboolean
push_global (SemaPickleMachine *self, guint width, GError **error)
{
  SemaPickleKind module, name;

  return push_line (self, error) && push_line (self, error) && join (self, SEMA_PICKLE_GLOBAL, &module, &name, error);
}

static gboolean
push_stack_global (SemaPickleMachine *self, guint width, GError **error)
{
  SemaPickleKind module, name;

  if (!join (self, SEMA_PICKLE_GLOBAL, &module, &name, error))
    return FALSE;
  return module == SEMA_PICKLE_TEXT && name == SEMA_PICKLE_TEXT ? TRUE : sema_pickle_machine_fail (self, SEMA_PICKLE_WRONG_KIND, error);
}

/* REDUCE and NEWOBJ: nothing is called. */
static gboolean
push_call (SemaPickleMachine *self, guint kind, GError **error)
{
  SemaPickleKind callee, arguments;

  if (!join (self, kind, &callee, &arguments, error))
    return FALSE;
  if (arguments == SEMA_PICKLE_TUPLE && (callee == SEMA_PICKLE_GLOBAL || callee == SEMA_PICKLE_CALL || callee == SEMA_PICKLE_OBJECT))
    return TRUE;
  return sema_pickle_machine_fail (self, SEMA_PICKLE_WRONG_KIND, error);
}

static gboolean
push_persistent (SemaPickleMachine *self, guint width, GError **error)
{
  guint32          reference;
  SemaPickleValue *value = sema_pickle_machine_pop (self, &reference, error) ? sema_pickle_machine_push (self, SEMA_PICKLE_PERSISTENT, error) : NULL;

  if (value != NULL)
    value->arguments = reference;
  return value != NULL;
}

static gboolean
set_state (SemaPickleMachine *self, guint width, GError **error)
{
  guint32 state, value;

  if (!sema_pickle_machine_pop (self, &state, error) || !sema_pickle_machine_peek_top (self, &value, error))
    return FALSE;
  if (sema_pickle_machine_edit (self, value)->kind != SEMA_PICKLE_CALL && sema_pickle_machine_edit (self, value)->kind != SEMA_PICKLE_OBJECT)
    return sema_pickle_machine_fail (self, SEMA_PICKLE_WRONG_KIND, error);
  sema_pickle_machine_edit (self, value)->state = state;
  return TRUE;
}

/* Picklers count what they keep from 0 on, so that no number is larger than what was read. */
static gboolean
keep_as (SemaPickleMachine *self, guint64 index, GError **error)
{
  guint32 value;

  if (!sema_pickle_machine_peek_top (self, &value, error))
    return FALSE;
  if (index > self->at)
    return sema_pickle_machine_fail (self, SEMA_PICKLE_UNKNOWN_VALUE, error);
  while (sema_pickle_numbers_count (&self->memo) <= index)
    if (!sema_pickle_numbers_add (&self->memo, 0, error))
      return FALSE;
  *sema_pickle_numbers_at (&self->memo, (guint32)index) = value;
  self->n_kept++;
  return TRUE;
}

static gboolean
keep (SemaPickleMachine *self, guint width, GError **error)
{
  guint64 index;

  return sema_pickle_machine_take_number (self, width, &index, error) && keep_as (self, index, error);
}

static gboolean
keep_next (SemaPickleMachine *self, guint width, GError **error)
{
  return keep_as (self, self->n_kept, error);
}

static gboolean
push_kept (SemaPickleMachine *self, guint width, GError **error)
{
  guint64 index;

  if (!sema_pickle_machine_take_number (self, width, &index, error))
    return FALSE;
  if (index >= sema_pickle_numbers_count (&self->memo) || *sema_pickle_numbers_at (&self->memo, (guint32)index) == 0)
    return sema_pickle_machine_fail (self, SEMA_PICKLE_UNKNOWN_VALUE, error);
  return sema_pickle_numbers_add (&self->stack, *sema_pickle_numbers_at (&self->memo, (guint32)index), error);
}

static gboolean
stop (SemaPickleMachine *self, guint width, GError **error)
{
  self->is_over = TRUE;
  return sema_pickle_machine_pop (self, &self->pickle->top, error);
}

/* What an opcode does, and with which number: mostly how many bytes follow it. */
typedef struct
{
  gboolean (*run) (SemaPickleMachine *self, guint number, GError **error);
  guint number;
} Step;

static const Step steps[256] = {
  [0x80] = {check_protocol, 1},
  [0x95] = {do_nothing, 8}, /* the length of a frame */
  ['.'] = {stop, 0},
  ['N'] = {sema_pickle_machine_push_constant, SEMA_PICKLE_NONE},
  [0x88] = {push_bool, TRUE},
  [0x89] = {push_bool, FALSE},
  ['K'] = {push_unsigned, 1},
  ['M'] = {push_unsigned, 2},
  ['J'] = {push_signed, 4},
  [0x8a] = {push_long, 1},
  [0x8b] = {push_long, 4},
  ['G'] = {push_float, 8},
  ['X'] = {push_text, 4},
  [0x8c] = {push_text, 1},
  [0x8d] = {push_text, 8},
  ['T'] = {push_bytes, 4},
  ['U'] = {push_bytes, 1},
  ['B'] = {push_bytes, 4},
  ['C'] = {push_bytes, 1},
  [0x8e] = {push_bytes, 8},
  [0x96] = {push_bytes, 8}, /* a bytearray */
  ['('] = {sema_pickle_machine_push_mark, 0},
  [')'] = {sema_pickle_machine_push_constant, SEMA_PICKLE_TUPLE},
  ['t'] = {sema_pickle_machine_collect, SEMA_PICKLE_TUPLE},
  [0x85] = {sema_pickle_machine_collect_top, 1},
  [0x86] = {sema_pickle_machine_collect_top, 2},
  [0x87] = {sema_pickle_machine_collect_top, 3},
  [']'] = {sema_pickle_machine_push_constant, SEMA_PICKLE_LIST},
  ['a'] = {sema_pickle_machine_fill_one, SEMA_PICKLE_HOLDS_ITEMS},
  ['e'] = {sema_pickle_machine_fill, SEMA_PICKLE_HOLDS_ITEMS},
  ['}'] = {sema_pickle_machine_push_constant, SEMA_PICKLE_DICT},
  ['s'] = {sema_pickle_machine_fill_one, SEMA_PICKLE_HOLDS_PAIRS},
  ['u'] = {sema_pickle_machine_fill, SEMA_PICKLE_HOLDS_PAIRS},
  [0x8f] = {sema_pickle_machine_push_constant, SEMA_PICKLE_SET},
  [0x90] = {sema_pickle_machine_fill, SEMA_PICKLE_HOLDS_ITEMS},
  [0x91] = {sema_pickle_machine_collect, SEMA_PICKLE_SET},
  ['c'] = {push_global, 0},
  [0x93] = {push_stack_global, 0},
  ['R'] = {push_call, SEMA_PICKLE_CALL},
  [0x81] = {push_call, SEMA_PICKLE_OBJECT},
  ['b'] = {set_state, 0},
  ['Q'] = {push_persistent, 0},
  ['0'] = {sema_pickle_machine_drop, 0},
  ['1'] = {sema_pickle_machine_drop_to_mark, 0},
  ['2'] = {sema_pickle_machine_repeat, 0},
  ['q'] = {keep, 1},
  ['r'] = {keep, 4},
  [0x94] = {keep_next, 0},
  ['h'] = {push_kept, 1},
  ['j'] = {push_kept, 4},
};

static gboolean
run_step (SemaPickleMachine *self, GError **error)
{
  const guint8 *opcode;

  if (!sema_pickle_machine_take (self, 1, &opcode, error))
    return FALSE;
  if (steps[*opcode].run != NULL)
    return steps[*opcode].run (self, steps[*opcode].number, error);
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN,
               _ ("The pickle in “%s” has the opcode 0x%02X at byte %" PRIu64 ", which is not read here."), self->label, *opcode, self->origin + self->at - 1);
  return FALSE;
}

static gboolean
run (SemaPickleMachine *self, SemaProgress *progress, GError **error)
{
  for (guint n_steps = 0; !self->is_over; n_steps++)
    {
      if (n_steps % STEPS_BETWEEN_LOOKS == 0 && sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      if (n_steps == MAX_STEPS)
        return sema_pickle_machine_fail (self, N_ ("it has more than 50 million steps"), error);
      if (!run_step (self, error))
        return FALSE;
    }
  self->pickle->size = self->at;
  return TRUE;
}

/**
 * sema_pickle_parse:
 * @bytes: (array length=n_bytes): a pickle of protocol 2 to 5, and perhaps more after it; must stay as long as the result
 * @n_bytes: how many there are; no more than %SEMA_PICKLE_MAX_BYTES are read
 * @at: where in the file they begin, for messages
 * @label: name of the file for messages
 * @progress: (nullable): cancels it; is not told how far it is
 * @error: return location
 *
 * Reads a Python pickle without running anything: what it would import, call or make becomes a value that says so. O(@n_bytes)
 * in time and memory; nothing of it recurses.
 *
 * Returns: (transfer full) (nullable): its values; %NULL with %SEMA_FORMAT_ERROR_DAMAGED, %SEMA_FORMAT_ERROR_UNKNOWN for an opcode
 *   or protocol that is not read here, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
SemaPickle *
sema_pickle_parse (const guint8 *bytes, gsize n_bytes, guint64 at, const char *label, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaPickle) pickle = g_new0 (SemaPickle, 1);
  SemaPickleMachine      machine = {.pickle = pickle, .label = label, .origin = at, .n_bytes = MIN (n_bytes, SEMA_PICKLE_MAX_BYTES)};
  gboolean               is_read;

  pickle->bytes = bytes;
  is_read = sema_pickle_machine_begin (&machine, error) && run (&machine, progress, error);
  sema_pickle_machine_clear (&machine);
  return is_read ? g_steal_pointer (&pickle) : NULL;
}
