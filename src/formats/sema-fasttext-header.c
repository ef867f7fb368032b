/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fasttext-header.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-little-endian.h"
#include "sema-subwords.h"

#define MAGIC 793712314
#define N_MAGIC 8  /* bytes of the magic number and the version */
#define N_PRUNED 8 /* bytes of the number that old files have not */
#define SUPERVISED 3
#define MAX_DIM 1000000
#define MAX_OLD_DIM 10000

/* Where the numbers are, counted after the magic number and the version. */
enum {
  AT_DIM = 0,
  AT_LOSS = 24,
  AT_MODEL = 28,
  AT_BUCKETS = 32,
  AT_MIN_N = 36,
  AT_MAX_N = 40,
  AT_ENTRIES = 56,
  AT_WORDS = 60,
  AT_LABELS = 64,
  AT_KEPT = 76,
};

static gint32
get_int (const guint8 *bytes, gsize at)
{
  return (gint32)(guint32)sema_little_endian_get (bytes + at, sizeof (gint32));
}

static gboolean
has_magic (const guint8 *bytes, gsize n_bytes)
{
  return n_bytes >= N_MAGIC && get_int (bytes, 0) == MAGIC;
}

/**
 * sema_fasttext_header_is_old:
 * @bytes: (array length=n_bytes): the first bytes of a file
 * @n_bytes: how many there are
 *
 * Returns: whether it is a model of fastText from before these had a magic number: then they begin with the numbers of the training
 */
gboolean
sema_fasttext_header_is_old (const guint8 *bytes, gsize n_bytes)
{
  gint32 dim, loss, model;

  if (n_bytes < SEMA_FASTTEXT_HEADER - N_MAGIC - N_PRUNED)
    return FALSE;
  dim = get_int (bytes, AT_DIM);
  loss = get_int (bytes, AT_LOSS);
  model = get_int (bytes, AT_MODEL);
  return dim >= 1 && dim <= MAX_OLD_DIM && loss >= 1 && loss <= 4 && model >= 1 && model <= SUPERVISED;
}

/**
 * sema_fasttext_header_is_one:
 * @bytes: (array length=n_bytes): the first bytes of a file
 * @n_bytes: how many there are
 *
 * Returns: whether it is a model of fastText
 */
gboolean
sema_fasttext_header_is_one (const guint8 *bytes, gsize n_bytes)
{
  return has_magic (bytes, n_bytes) || sema_fasttext_header_is_old (bytes, n_bytes);
}

static gboolean
refuse (const char *label, const char *clause, GError **error)
{
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("The fastText model “%s” is damaged: %s."), label, clause);
  return FALSE;
}

/* The numbers of the training that the vectors depend on. */
static gboolean
read_training (SemaFasttextHeader *self, const guint8 *bytes, gint32 version, const char *label, GError **error)
{
  gint32 dim = get_int (bytes, AT_DIM), n_buckets = get_int (bytes, AT_BUCKETS);
  gint32 min_n = get_int (bytes, AT_MIN_N), max_n = get_int (bytes, AT_MAX_N);

  self->is_supervised = get_int (bytes, AT_MODEL) == SUPERVISED;
  if (version == 11 && self->is_supervised)
    max_n = 0;
  if (dim < 1 || dim > MAX_DIM)
    return refuse (label, _ ("the number of dimensions in its header is impossible"), error);
  if (n_buckets < 0 || max_n < 0 || max_n > SEMA_SUBWORDS_MAX_N || (max_n > 0 && n_buckets == 0))
    return refuse (label, _ ("what its header says of n-grams is impossible"), error);
  self->dim = (guint32)dim;
  self->n_buckets = (guint32)n_buckets;
  self->min_n = (guint32)MAX (min_n, 0);
  self->max_n = (guint32)max_n;
  return TRUE;
}

static gboolean
read_counts (SemaFasttextHeader *self, const guint8 *bytes, const char *label, GError **error)
{
  gint32 n_entries = get_int (bytes, AT_ENTRIES), n_words = get_int (bytes, AT_WORDS), n_labels = get_int (bytes, AT_LABELS);

  self->n_kept = self->is_old ? -1 : (gint64)sema_little_endian_get (bytes + AT_KEPT, N_PRUNED);
  if (n_entries < 0 || n_words < 0 || n_labels < 0 || (gint64)n_words + n_labels != n_entries || self->n_kept < -1)
    return refuse (label, _ ("the numbers of words in its header do not add up"), error);
  self->n_entries = (guint64)n_entries;
  self->n_words = (guint64)n_words;
  self->n_labels = (guint64)n_labels;
  return TRUE;
}

/**
 * sema_fasttext_header_parse:
 * @self: (out caller-allocates): what is in it
 * @bytes: (array length=n_bytes): the first bytes of a file for which sema_fasttext_header_is_one() holds
 * @n_bytes: how many there are, %SEMA_FASTTEXT_HEADER where the file has so many
 * @label: name of the file, for messages
 * @error: %SEMA_FORMAT_ERROR_DAMAGED, or %SEMA_FORMAT_ERROR_UNKNOWN for a version that is none of 11 and 12
 *
 * Returns: whether it can be the header of a model
 */
gboolean
sema_fasttext_header_parse (SemaFasttextHeader *self, const guint8 *bytes, gsize n_bytes, const char *label, GError **error)
{
  gint32 version = 0;

  *self = (SemaFasttextHeader) {.is_old = !has_magic (bytes, n_bytes)};
  self->n_bytes = SEMA_FASTTEXT_HEADER - (self->is_old ? N_MAGIC + N_PRUNED : 0);
  if (n_bytes < self->n_bytes)
    return refuse (label, _ ("it ends within its header, as a download that was cut short does; fetch it again"), error);
  if (!self->is_old)
    {
      version = get_int (bytes, sizeof (gint32));
      if (version != 11 && version != 12)
        {
          g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” is a fastText model of version %d; versions 11 and 12 are read here."), label, version);
          return FALSE;
        }
      bytes += N_MAGIC;
    }
  return read_training (self, bytes, version, label, error) && read_counts (self, bytes, label, error);
}
