/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-product-quantizer.h"
#include "sema-set-builder.h"
#include "sema-subword-vectors.h"
#include "sema-tensor-bytes.h"
#include "sema-tensor-list.h"
#include "sema-tensors-set.h"
#include "sema-tensors.h"
#include "sema-zip.h"

G_BEGIN_DECLS

/* What tensors lie in: the file that was opened, a member of it that is deflated, or another file. */
typedef struct
{
  SemaTensorBytes *bytes; /* NULL until it is needed */
  gboolean         is_member;
  SemaZipEntry     member; /* of the first part */
  char            *path;   /* of another file */
  guint64          size;   /* it had when it was listed */
} SemaTensorsPart;

/* What the rows of a tensor are called in the file itself. */
typedef struct
{
  guint64    tensor;
  guint64    n;
  SemaBuffer words;  /* a NUL after each */
  SemaBuffer starts; /* guint64: (n + 1) */
} SemaTensorsWords;

struct _SemaTensors
{
  gatomicrefcount ref_count;
  char           *label;
  SemaTensorList  list;
  GArray         *parts; /* SemaTensorsPart */
  GPtrArray      *warnings;
  GArray         *row_words; /* SemaTensorsWords */
  guint64         embedding; /* the number of tensors when there is none */
  const char     *guess;     /* of the warnings that which says that it was guessed, or NULL */
  gboolean        is_tied;   /* the output head uses the embedding matrix */
  GMutex          preparing;
  guint64         most_rows;  /* of a matrix that are wanted as vectors; 0: all */
  const char     *format;     /* name of it, for programs */
  GArray         *quantizers; /* SemaProductQuantizer, of those tensors that have one */

  SemaSubwordVectors *subwords; /* or NULL */
};

/* How the numbers of a matrix lie: places are counted in bytes. */
typedef struct
{
  guint64 n_rows;
  guint64 dim;
  guint64 row_stride;
  guint64 step; /* from one number of a row to the next; 0 where they are stored in blocks */
} SemaTensorsLayout;

gboolean sema_tensors_name_rows (SemaLentRows *rows, SemaTensorsTokenFunc func, gpointer data, SemaProgress *progress, GError **error);
SemaSet *sema_tensors_build_set (SemaTensors *self, guint64 index, const char *name, SemaLentRows *rows, gsize dim, const char *note, SemaProgress *progress, GError **error);

gboolean         sema_tensors_is_model (const SemaTensors *self);
void             sema_tensors_choose_embedding (SemaTensors *self, const char *path);
void             sema_tensors_words_clear (SemaTensorsWords *self);
SemaTensorBytes *sema_tensors_peek_bytes (const SemaTensors *self, guint64 index);
gboolean         sema_tensors_get_layout (const SemaTensorList *list, guint64 index, SemaTensorsLayout *layout);

G_END_DECLS
