/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"

G_BEGIN_DECLS

/**
 * SemaJsonReader:
 *
 * JSON from strangers, one event at a time: bytes in memory, no tree, no recursion, however deep it is nested. It is strict:
 * what RFC 8259 does not allow is an error at its byte. A key that comes twice is for the caller to see.
 */
typedef struct _SemaJsonReader SemaJsonReader;

/**
 * SemaJsonEvent:
 * @SEMA_JSON_FAILED: the text is wrong here, or the reading was cancelled; the error is set, and no other event comes
 * @SEMA_JSON_END: the text is over, and was right
 * @SEMA_JSON_OBJECT: an object begins; keys and values follow by turns
 * @SEMA_JSON_OBJECT_END: it ends
 * @SEMA_JSON_ARRAY: an array begins; values follow
 * @SEMA_JSON_ARRAY_END: it ends
 * @SEMA_JSON_KEY: a key, decoded; its value follows
 * @SEMA_JSON_STRING: a string, decoded
 * @SEMA_JSON_NUMBER: a number, as it is written
 * @SEMA_JSON_TRUE: true
 * @SEMA_JSON_FALSE: false
 * @SEMA_JSON_NULL: null
 */
typedef enum {
  SEMA_JSON_FAILED,
  SEMA_JSON_END,
  SEMA_JSON_OBJECT,
  SEMA_JSON_OBJECT_END,
  SEMA_JSON_ARRAY,
  SEMA_JSON_ARRAY_END,
  SEMA_JSON_KEY,
  SEMA_JSON_STRING,
  SEMA_JSON_NUMBER,
  SEMA_JSON_TRUE,
  SEMA_JSON_FALSE,
  SEMA_JSON_NULL,
} SemaJsonEvent;

#define SEMA_JSON_MAX_DEPTH 65536 /* objects and arrays in one another */

SemaJsonReader *sema_json_reader_new (const char *label, const char *bytes, gsize n_bytes);
void            sema_json_reader_free (SemaJsonReader *self);
void            sema_json_reader_set_origin (SemaJsonReader *self, guint64 origin);
void            sema_json_reader_set_max_depth (SemaJsonReader *self, guint max_depth);
void            sema_json_reader_set_progress (SemaJsonReader *self, SemaProgress *progress);

SemaJsonEvent sema_json_reader_next (SemaJsonReader *self, GError **error);
gboolean      sema_json_reader_skip_value (SemaJsonReader *self, GError **error);
gboolean      sema_json_reader_fail (SemaJsonReader *self, const char *clause, GError **error);

const char *sema_json_reader_get_text (const SemaJsonReader *self, gsize *length);
gboolean    sema_json_reader_text_equals (const SemaJsonReader *self, const char *text);
gboolean    sema_json_reader_get_double (const SemaJsonReader *self, double *value);
gboolean    sema_json_reader_get_int64 (const SemaJsonReader *self, gint64 *value);
guint64     sema_json_reader_get_offset (const SemaJsonReader *self);
guint       sema_json_reader_get_depth (const SemaJsonReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaJsonReader, sema_json_reader_free)

G_END_DECLS
