/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"

G_BEGIN_DECLS

/**
 * SemaPickleKind:
 * @SEMA_PICKLE_NONE: Python's None
 * @SEMA_PICKLE_BOOL: its number is 0 or 1
 * @SEMA_PICKLE_INTEGER: one that fits 64 bits with a sign
 * @SEMA_PICKLE_LONG: one that does not: its bytes, the lowest first
 * @SEMA_PICKLE_FLOAT: a float64
 * @SEMA_PICKLE_TEXT: a string; whether its bytes are UTF-8 nobody has checked
 * @SEMA_PICKLE_BYTES: bytes
 * @SEMA_PICKLE_TUPLE: items
 * @SEMA_PICKLE_LIST: items
 * @SEMA_PICKLE_SET: items
 * @SEMA_PICKLE_DICT: a key, its value, the next key…
 * @SEMA_PICKLE_GLOBAL: a name in a module, both texts; nobody has looked for it
 * @SEMA_PICKLE_CALL: what would be called, and its arguments, a tuple; nothing was called
 * @SEMA_PICKLE_OBJECT: the class that would be made, and its arguments; nothing was made
 * @SEMA_PICKLE_PERSISTENT: what the program that wrote it would have been asked to find
 *
 * What a value is.
 */
typedef enum {
  SEMA_PICKLE_NONE,
  SEMA_PICKLE_BOOL,
  SEMA_PICKLE_INTEGER,
  SEMA_PICKLE_LONG,
  SEMA_PICKLE_FLOAT,
  SEMA_PICKLE_TEXT,
  SEMA_PICKLE_BYTES,
  SEMA_PICKLE_TUPLE,
  SEMA_PICKLE_LIST,
  SEMA_PICKLE_SET,
  SEMA_PICKLE_DICT,
  SEMA_PICKLE_GLOBAL,
  SEMA_PICKLE_CALL,
  SEMA_PICKLE_OBJECT,
  SEMA_PICKLE_PERSISTENT,
} SemaPickleKind;

/**
 * SemaPickleHolds:
 * @SEMA_PICKLE_HOLDS_NOTHING: nothing yet
 * @SEMA_PICKLE_HOLDS_ITEMS: one item after another
 * @SEMA_PICKLE_HOLDS_PAIRS: a key, its value, the next key…
 *
 * What was put into a value: a call and an object may turn out to be lists or dicts.
 */
typedef enum {
  SEMA_PICKLE_HOLDS_NOTHING,
  SEMA_PICKLE_HOLDS_ITEMS,
  SEMA_PICKLE_HOLDS_PAIRS,
} SemaPickleHolds;

/**
 * SemaPickleValue:
 * @integer: of a bool and an integer
 * @real: of a float
 * @place: of text, bytes and a long, where they begin in the pickle
 * @callee: of a call and an object, what would be called; of a global the text of its module
 * @arguments: of a call and an object their tuple; of a global the text of its name; of a persistent value what stands for it
 * @first: the first item, 0 when there is none: see sema_pickle_next()
 * @last: the last item
 * @state: of a call and an object, what it would have been told afterwards, or 0
 * @length: of text, bytes and a long, how many bytes
 * @kind: a #SemaPickleKind
 * @holds: a #SemaPickleHolds
 *
 * A value, inert: nothing of it was looked up, called or made.
 */
typedef struct
{
  union
  {
    gint64 integer;
    double real;
    gsize  place;
    struct
    {
      guint32 callee;
      guint32 arguments;
    };
  };
  guint32 first;
  guint32 last;
  guint32 state;
  guint32 length;
  guint8  kind;
  guint8  holds;
} SemaPickleValue;

/**
 * SemaPickle:
 *
 * What a Python pickle says, as values with numbers from 1 on; one may stand in several places, and in itself.
 */
typedef struct _SemaPickle SemaPickle;

#define SEMA_PICKLE_MAX_BYTES (256 * 1024 * 1024)

SemaPickle *sema_pickle_parse (const guint8 *bytes, gsize n_bytes, guint64 at, const char *label, SemaProgress *progress, GError **error);
void        sema_pickle_free (SemaPickle *self);

gsize                  sema_pickle_get_size (const SemaPickle *self);
guint32                sema_pickle_get_top (const SemaPickle *self);
guint32                sema_pickle_get_n (const SemaPickle *self);
const SemaPickleValue *sema_pickle_peek (const SemaPickle *self, guint32 value);

gboolean    sema_pickle_next (const SemaPickle *self, guint32 *item, guint32 *value);
guint32     sema_pickle_get_item (const SemaPickle *self, guint32 value, guint index);
guint32     sema_pickle_find (const SemaPickle *self, guint32 dict, const char *key);
const char *sema_pickle_peek_bytes (const SemaPickle *self, guint32 value, gsize *length);
gboolean    sema_pickle_is_text (const SemaPickle *self, guint32 value, const char *text);
gboolean    sema_pickle_is_global (const SemaPickle *self, guint32 value, const char *module, const char *name);
gboolean    sema_pickle_get_count (const SemaPickle *self, guint32 value, guint64 *count);
char       *sema_pickle_build_global_name (const SemaPickle *self, guint32 global);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaPickle, sema_pickle_free)

G_END_DECLS
