/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"
#include "sema-pickle.h"

G_BEGIN_DECLS

/* What is wrong with a pickle. */
#define SEMA_PICKLE_ENDS_EARLY N_ ("it ends too early, as a download that was cut short does; fetch it again")
#define SEMA_PICKLE_TAKES_TOO_MUCH N_ ("it takes more values than it has made")
#define SEMA_PICKLE_WRONG_KIND N_ ("it treats a value as something that it is not")
#define SEMA_PICKLE_UNKNOWN_VALUE N_ ("it asks for a value that it has not kept")

/**
 * SemaPickleMachine:
 * @pickle: (not owned): gets the values
 * @label: name of the file for messages
 * @origin: where in the file the pickle begins
 * @n_bytes: how many bytes it may have
 * @at: which byte comes next
 * @stack: guint32: values
 * @marks: guint32: how many values lay on the stack at each mark
 * @memo: guint32: values that were kept, 0 where none was
 * @n_kept: how often one was
 * @is_over: whether the last step was done
 *
 * The stack machine that a pickle is a program for. What a step needs checks what it is given; nothing below the last mark can be
 * taken.
 */
typedef struct
{
  SemaPickle *pickle;
  const char *label;
  guint64     origin;
  gsize       n_bytes;
  gsize       at;
  SemaBuffer  stack;
  SemaBuffer  marks;
  SemaBuffer  memo;
  guint32     n_kept;
  gboolean    is_over;
} SemaPickleMachine;

gboolean sema_pickle_machine_begin (SemaPickleMachine *self, GError **error);
void     sema_pickle_machine_clear (SemaPickleMachine *self);
gboolean sema_pickle_machine_fail (const SemaPickleMachine *self, const char *clause, GError **error);
gboolean sema_pickle_machine_take (SemaPickleMachine *self, guint64 n, const guint8 **bytes, GError **error);
gboolean sema_pickle_machine_take_number (SemaPickleMachine *self, guint width, guint64 *number, GError **error);

SemaPickleValue *sema_pickle_machine_edit (SemaPickleMachine *self, guint32 value);
SemaPickleValue *sema_pickle_machine_push (SemaPickleMachine *self, SemaPickleKind kind, GError **error);
gboolean         sema_pickle_machine_push_constant (SemaPickleMachine *self, guint kind, GError **error);
gboolean         sema_pickle_machine_push_mark (SemaPickleMachine *self, guint width, GError **error);
gboolean         sema_pickle_machine_repeat (SemaPickleMachine *self, guint width, GError **error);
gboolean         sema_pickle_machine_peek_top (SemaPickleMachine *self, guint32 *value, GError **error);
gboolean         sema_pickle_machine_pop (SemaPickleMachine *self, guint32 *value, GError **error);
gboolean         sema_pickle_machine_drop (SemaPickleMachine *self, guint width, GError **error);
gboolean         sema_pickle_machine_drop_to_mark (SemaPickleMachine *self, guint width, GError **error);
gboolean         sema_pickle_machine_collect (SemaPickleMachine *self, guint kind, GError **error);
gboolean         sema_pickle_machine_collect_top (SemaPickleMachine *self, guint n, GError **error);
gboolean         sema_pickle_machine_fill (SemaPickleMachine *self, guint holds, GError **error);
gboolean         sema_pickle_machine_fill_one (SemaPickleMachine *self, guint holds, GError **error);

G_END_DECLS
