/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-npy-header.h"
#include "sema-tensor-bytes.h"
#include "sema-tensor-list.h"

G_BEGIN_DECLS

/**
 * SemaNpyPlace:
 * @label: name of the file for messages
 * @name: of the tensor
 * @length: its bytes
 * @part: which file or member it lies in
 * @offset: where in that its numbers begin
 * @n_left: how many bytes there are from there on
 * @warnings: (element-type utf8): gets sentences
 */
typedef struct
{
  const char *label;
  const char *name;
  gsize       length;
  guint32     part;
  guint64     offset;
  guint64     n_left;
  GPtrArray  *warnings;
} SemaNpyPlace;

gboolean sema_npy_read_header (SemaTensorBytes *bytes, guint64 at, guint64 n_bytes, SemaNpyHeader *header, gsize *size, GError **error);
gboolean sema_npy_add (SemaTensorList *list, SemaNpyHeader *header, const SemaNpyPlace *place, GError **error);

G_END_DECLS
