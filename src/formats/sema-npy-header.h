/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensor-type.h"

G_BEGIN_DECLS

#define SEMA_NPY_MAX_AXES 32
#define SEMA_NPY_DESCR_SIZE 32
#define SEMA_NPY_START 12 /* bytes that say how long the header is, at the most */
#define SEMA_NPY_MAX_HEADER (1024 * 1024)

/**
 * SemaNpyHeader:
 * @descr: what NumPy calls the type; of a structured one "structured"
 * @type: what that is
 * @width: bytes of a number; 0 where nobody knows
 * @is_swapped: whether the bytes of a number come the largest first
 * @is_fortran: whether the first axis is the one whose numbers lie side by side
 * @n_axes: how many axes there are
 * @shape: their sizes
 *
 * What the header of a .npy file says.
 */
typedef struct
{
  char           descr[SEMA_NPY_DESCR_SIZE];
  SemaTensorType type;
  guint64        width;
  gboolean       is_swapped;
  gboolean       is_fortran;
  guint          n_axes;
  guint64        shape[SEMA_NPY_MAX_AXES];
} SemaNpyHeader;

gboolean sema_npy_is_magic (const guint8 *bytes, gsize n_bytes);
gboolean sema_npy_header_measure (const guint8 *bytes, gsize n_bytes, gsize *first, gsize *length, const char *label, GError **error);
gboolean sema_npy_header_set_descr (SemaNpyHeader *self, const char *descr, gsize length);
gboolean sema_npy_header_parse (SemaNpyHeader *self, const char *text, gsize length, guint64 origin, const char *label, GError **error);

G_END_DECLS
