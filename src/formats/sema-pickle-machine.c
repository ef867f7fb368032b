/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pickle-machine.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-little-endian.h"
#include "sema-pickle-numbers.h"
#include "sema-pickle-private.h"

/**
 * sema_pickle_machine_begin:
 * @self: a machine
 * @error: return location
 *
 * Makes value and item number 0, which stand for nothing.
 *
 * Returns: whether there was room
 */
gboolean
sema_pickle_machine_begin (SemaPickleMachine *self, GError **error)
{
  SemaPickleValue *value = sema_buffer_append (&self->pickle->values, sizeof *value, error);
  SemaPickleItem  *item = value != NULL ? sema_buffer_append (&self->pickle->items, sizeof *item, error) : NULL;

  if (item == NULL)
    return FALSE;
  *value = (SemaPickleValue) {0};
  *item = (SemaPickleItem) {0};
  return TRUE;
}

/**
 * sema_pickle_machine_clear:
 * @self: a machine
 *
 * Frees what the machine needs; the values stay.
 */
void
sema_pickle_machine_clear (SemaPickleMachine *self)
{
  sema_buffer_clear (&self->stack);
  sema_buffer_clear (&self->marks);
  sema_buffer_clear (&self->memo);
}

/**
 * sema_pickle_machine_fail:
 * @self: a machine
 * @clause: what is wrong
 * @error: return location
 *
 * Says what is wrong, and where.
 *
 * Returns: %FALSE
 */
gboolean
sema_pickle_machine_fail (const SemaPickleMachine *self, const char *clause, GError **error)
{
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("The pickle in “%s” is damaged at byte %" PRIu64 ": %s."), self->label, self->origin + self->at, _ (clause));
  return FALSE;
}

/**
 * sema_pickle_machine_take:
 * @self: a machine
 * @n: how many
 * @bytes: (out): the bytes
 * @error: return location
 *
 * The next bytes of the pickle.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED or %SEMA_CORE_ERROR_NO_MEMORY
 */
gboolean
sema_pickle_machine_take (SemaPickleMachine *self, guint64 n, const guint8 **bytes, GError **error)
{
  if (n > self->n_bytes - self->at)
    return sema_pickle_machine_fail (self, SEMA_PICKLE_ENDS_EARLY, error);
  *bytes = self->pickle->bytes + self->at;
  self->at += n;
  return TRUE;
}

/**
 * sema_pickle_machine_take_number:
 * @self: a machine
 * @width: how many bytes; of a step that takes none nothing
 * @number: (out): the number
 * @error: return location
 *
 * The next bytes, at most 8, as a number without a sign.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED or %SEMA_CORE_ERROR_NO_MEMORY
 */
gboolean
sema_pickle_machine_take_number (SemaPickleMachine *self, guint width, guint64 *number, GError **error)
{
  const guint8 *bytes;

  if (!sema_pickle_machine_take (self, width, &bytes, error))
    return FALSE;
  *number = sema_little_endian_get (bytes, width);
  return TRUE;
}

/**
 * sema_pickle_machine_edit:
 * @self: a machine
 * @value: number of a value
 *
 * What a value is.
 *
 * Returns: (transfer none): what it is; stays until the next value is made
 */
SemaPickleValue *
sema_pickle_machine_edit (SemaPickleMachine *self, guint32 value)
{
  return (SemaPickleValue *)(gpointer)self->pickle->values.data + value;
}

/**
 * sema_pickle_machine_push:
 * @self: a machine
 * @kind: what it is, a #SemaPickleKind
 * @error: return location
 *
 * Puts a new value on the stack.
 *
 * Returns: (transfer none) (nullable): what it is, to be filled; %NULL with %SEMA_CORE_ERROR_NO_MEMORY
 */
SemaPickleValue *
sema_pickle_machine_push (SemaPickleMachine *self, SemaPickleKind kind, GError **error)
{
  guint32          value = sema_pickle_get_n (self->pickle);
  SemaPickleValue *place = sema_buffer_append (&self->pickle->values, sizeof *place, error);

  if (place == NULL || !sema_pickle_numbers_add (&self->stack, value, error))
    return NULL;
  *place = (SemaPickleValue) {.kind = (guint8)kind};
  return place;
}

/**
 * sema_pickle_machine_push_constant:
 * @self: a machine
 * @kind: what it is, a #SemaPickleKind
 * @error: return location
 *
 * Puts a new value on the stack that has nothing in it: None, or an empty container.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED or %SEMA_CORE_ERROR_NO_MEMORY
 */
gboolean
sema_pickle_machine_push_constant (SemaPickleMachine *self, guint kind, GError **error)
{
  SemaPickleValue *value = sema_pickle_machine_push (self, kind, error);

  if (value == NULL)
    return FALSE;
  if (kind == SEMA_PICKLE_DICT)
    value->holds = SEMA_PICKLE_HOLDS_PAIRS;
  else if (kind == SEMA_PICKLE_LIST || kind == SEMA_PICKLE_SET || kind == SEMA_PICKLE_TUPLE)
    value->holds = SEMA_PICKLE_HOLDS_ITEMS;
  return TRUE;
}

/**
 * sema_pickle_machine_push_mark:
 * @self: a machine
 * @width: how many bytes; of a step that takes none nothing
 * @error: return location
 *
 * Fences off what lies on the stack.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED or %SEMA_CORE_ERROR_NO_MEMORY
 */
gboolean
sema_pickle_machine_push_mark (SemaPickleMachine *self, guint width, GError **error)
{
  return sema_pickle_numbers_add (&self->marks, sema_pickle_numbers_count (&self->stack), error);
}

/**
 * sema_pickle_machine_repeat:
 * @self: a machine
 * @width: how many bytes; of a step that takes none nothing
 * @error: return location
 *
 * Puts the value on top on top of itself.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED or %SEMA_CORE_ERROR_NO_MEMORY
 */
gboolean
sema_pickle_machine_repeat (SemaPickleMachine *self, guint width, GError **error)
{
  guint32 value = 0;

  return sema_pickle_machine_peek_top (self, &value, error) && sema_pickle_numbers_add (&self->stack, value, error);
}

/* How many values may be taken: not those below the last mark. */
static guint32
count_free (const SemaPickleMachine *self)
{
  guint32 n_marks = sema_pickle_numbers_count (&self->marks);

  return sema_pickle_numbers_count (&self->stack) - (n_marks > 0 ? *sema_pickle_numbers_at (&self->marks, n_marks - 1) : 0);
}

/**
 * sema_pickle_machine_peek_top:
 * @self: a machine
 * @value: (out): the value
 * @error: return location
 *
 * The value on top.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED or %SEMA_CORE_ERROR_NO_MEMORY
 */
gboolean
sema_pickle_machine_peek_top (SemaPickleMachine *self, guint32 *value, GError **error)
{
  if (count_free (self) == 0)
    return sema_pickle_machine_fail (self, SEMA_PICKLE_TAKES_TOO_MUCH, error);
  *value = *sema_pickle_numbers_at (&self->stack, sema_pickle_numbers_count (&self->stack) - 1);
  return TRUE;
}

/**
 * sema_pickle_machine_pop:
 * @self: a machine
 * @value: (out): the value
 * @error: return location
 *
 * Takes the value on top.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED or %SEMA_CORE_ERROR_NO_MEMORY
 */
gboolean
sema_pickle_machine_pop (SemaPickleMachine *self, guint32 *value, GError **error)
{
  if (!sema_pickle_machine_peek_top (self, value, error))
    return FALSE;
  self->stack.n_bytes -= sizeof (guint32);
  return TRUE;
}

/* Takes the last mark away: what lay above it is from @first on, still on the stack. */
static gboolean
pop_mark (SemaPickleMachine *self, guint32 *first, GError **error)
{
  guint32 n_marks = sema_pickle_numbers_count (&self->marks);

  if (n_marks == 0)
    return sema_pickle_machine_fail (self, SEMA_PICKLE_TAKES_TOO_MUCH, error);
  *first = *sema_pickle_numbers_at (&self->marks, n_marks - 1);
  self->marks.n_bytes -= sizeof (guint32);
  return TRUE;
}

static void
cut_stack (SemaPickleMachine *self, guint32 n)
{
  self->stack.n_bytes = n * sizeof (guint32);
}

/**
 * sema_pickle_machine_drop:
 * @self: a machine
 * @width: how many bytes; of a step that takes none nothing
 * @error: return location
 *
 * Throws away what is on top, a value or a mark.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED or %SEMA_CORE_ERROR_NO_MEMORY
 */
gboolean
sema_pickle_machine_drop (SemaPickleMachine *self, guint width, GError **error)
{
  guint32 value = 0;

  if (count_free (self) == 0)
    return pop_mark (self, &value, error);
  return sema_pickle_machine_pop (self, &value, error);
}

/**
 * sema_pickle_machine_drop_to_mark:
 * @self: a machine
 * @width: how many bytes; of a step that takes none nothing
 * @error: return location
 *
 * Throws away what is above the last mark, and the mark.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED or %SEMA_CORE_ERROR_NO_MEMORY
 */
gboolean
sema_pickle_machine_drop_to_mark (SemaPickleMachine *self, guint width, GError **error)
{
  guint32 first = 0;

  if (!pop_mark (self, &first, error))
    return FALSE;
  cut_stack (self, first);
  return TRUE;
}

static gboolean
append (SemaPickleMachine *self, guint32 container, guint32 value, GError **error)
{
  guint32          number = (guint32)(self->pickle->items.n_bytes / sizeof (SemaPickleItem));
  SemaPickleItem  *item = sema_buffer_append (&self->pickle->items, sizeof *item, error);
  SemaPickleValue *place = sema_pickle_machine_edit (self, container);

  if (item == NULL)
    return FALSE;
  *item = (SemaPickleItem) {.value = value};
  if (place->last != 0)
    ((SemaPickleItem *)(gpointer)self->pickle->items.data)[place->last].next = number;
  else
    place->first = number;
  place->last = number;
  return TRUE;
}

/* Puts what lies on the stack from @first on into a container that is not there. */
static gboolean
append_from (SemaPickleMachine *self, guint32 container, guint32 first, GError **error)
{
  guint32 end = sema_pickle_numbers_count (&self->stack);

  for (guint32 i = first; i < end; i++)
    if (!append (self, container, *sema_pickle_numbers_at (&self->stack, i), error))
      return FALSE;
  cut_stack (self, first);
  return TRUE;
}

/* A new container of what lies above @first. */
static gboolean
gather (SemaPickleMachine *self, SemaPickleKind kind, guint32 first, GError **error)
{
  guint32 container = sema_pickle_get_n (self->pickle);

  if (!sema_pickle_machine_push_constant (self, kind, error))
    return FALSE;
  cut_stack (self, sema_pickle_numbers_count (&self->stack) - 1);
  return append_from (self, container, first, error) && sema_pickle_numbers_add (&self->stack, container, error);
}

/**
 * sema_pickle_machine_collect_top:
 * @self: a machine
 * @n: how many
 * @error: return location
 *
 * Puts a tuple in place of the n values on top.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED or %SEMA_CORE_ERROR_NO_MEMORY
 */
gboolean
sema_pickle_machine_collect_top (SemaPickleMachine *self, guint n, GError **error)
{
  if (count_free (self) < n)
    return sema_pickle_machine_fail (self, SEMA_PICKLE_TAKES_TOO_MUCH, error);
  return gather (self, SEMA_PICKLE_TUPLE, sema_pickle_numbers_count (&self->stack) - n, error);
}

/**
 * sema_pickle_machine_collect:
 * @self: a machine
 * @kind: what it is, a #SemaPickleKind
 * @error: return location
 *
 * Puts a container in place of the last mark and of what is above it.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED or %SEMA_CORE_ERROR_NO_MEMORY
 */
gboolean
sema_pickle_machine_collect (SemaPickleMachine *self, guint kind, GError **error)
{
  guint32 first = 0;

  return pop_mark (self, &first, error) && gather (self, kind, first, error);
}

/* What a value can hold: a call and an object whatever comes first. */
static gboolean
check_holds (SemaPickleMachine *self, guint32 container, SemaPickleHolds holds, GError **error)
{
  SemaPickleValue *place = sema_pickle_machine_edit (self, container);

  if (place->holds == SEMA_PICKLE_HOLDS_NOTHING && (place->kind == SEMA_PICKLE_CALL || place->kind == SEMA_PICKLE_OBJECT))
    place->holds = (guint8)holds;
  return place->holds == holds && place->kind != SEMA_PICKLE_TUPLE ? TRUE : sema_pickle_machine_fail (self, SEMA_PICKLE_WRONG_KIND, error);
}

/* Puts what lies above @first into the container just below it. */
static gboolean
fill_from (SemaPickleMachine *self, guint32 first, SemaPickleHolds holds, GError **error)
{
  guint32 n = sema_pickle_numbers_count (&self->stack);
  guint32 container;

  if (count_free (self) < n - first + 1)
    return sema_pickle_machine_fail (self, SEMA_PICKLE_TAKES_TOO_MUCH, error);
  container = *sema_pickle_numbers_at (&self->stack, first - 1);
  if (!check_holds (self, container, holds, error))
    return FALSE;
  if (holds == SEMA_PICKLE_HOLDS_PAIRS && (n - first) % 2 != 0)
    return sema_pickle_machine_fail (self, SEMA_PICKLE_TAKES_TOO_MUCH, error);
  return append_from (self, container, first, error);
}

/**
 * sema_pickle_machine_fill_one:
 * @self: a machine
 * @holds: whether items or pairs, a #SemaPickleHolds
 * @error: return location
 *
 * Puts the item or the pair on top into the container below it.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED or %SEMA_CORE_ERROR_NO_MEMORY
 */
gboolean
sema_pickle_machine_fill_one (SemaPickleMachine *self, guint holds, GError **error)
{
  guint32 n = holds == SEMA_PICKLE_HOLDS_PAIRS ? 2 : 1;

  return count_free (self) < n ? sema_pickle_machine_fail (self, SEMA_PICKLE_TAKES_TOO_MUCH, error) : fill_from (self, sema_pickle_numbers_count (&self->stack) - n, holds, error);
}

/**
 * sema_pickle_machine_fill:
 * @self: a machine
 * @holds: whether items or pairs, a #SemaPickleHolds
 * @error: return location
 *
 * Puts what is above the last mark into the container below it.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED or %SEMA_CORE_ERROR_NO_MEMORY
 */
gboolean
sema_pickle_machine_fill (SemaPickleMachine *self, guint holds, GError **error)
{
  guint32 first = 0;

  return pop_mark (self, &first, error) && fill_from (self, first, holds, error);
}
