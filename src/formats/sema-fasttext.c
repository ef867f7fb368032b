/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Models of fastText (.bin, .ftz): a dictionary, the matrix of words and n-grams, and the matrix that was learnt against it. */
#include "sema-fasttext.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-fasttext-words.h"
#include "sema-formats.h"
#include "sema-little-endian.h"
#include "sema-subword-vectors.h"
#include "sema-tensors-private.h"

#define N_CENTROIDS 256
#define WHOLE "</s>" /* the end of a line, which has no n-grams */

typedef struct
{
  SemaTensors       *tensors;
  SemaTensorBytes   *bytes;
  guint64            size;
  guint64            at;
  SemaFasttextHeader header;
} Reader;

static gboolean
refuse (const Reader *self, const char *clause, GError **error)
{
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("The fastText model “%s” is damaged at byte %" PRIu64 ": %s."), self->tensors->label, self->at, clause);
  return FALSE;
}

static gboolean
read_number (Reader *self, guint width, guint64 *number, GError **error)
{
  guint8 bytes[sizeof (guint64)];

  if (self->size - self->at < width)
    return refuse (self, _ ("it ends before its numbers, as a download that was cut short does; fetch it again"), error);
  if (!sema_tensor_bytes_read (self->bytes, self->at, bytes, width, error))
    return FALSE;
  *number = sema_little_endian_get (bytes, width);
  self->at += width;
  return TRUE;
}

/* Passes over @n pieces of @width bytes: where they begin. */
static gboolean
pass (Reader *self, guint64 n, guint64 width, guint64 *start, GError **error)
{
  guint64 n_bytes;

  if (__builtin_mul_overflow (n, width, &n_bytes) || n_bytes > self->size - self->at)
    return refuse (self, _ ("it ends before its numbers, as a download that was cut short does; fetch it again"), error);
  *start = self->at;
  self->at += n_bytes;
  return TRUE;
}

static gboolean
add_tensor (Reader *self, const char *name, SemaTensorEntry *entry, guint64 n_rows, GError **error)
{
  SemaTensorList *list = &self->tensors->list;

  return sema_tensor_list_add_name (list, name, strlen (name), error) && sema_tensor_list_add_axis (list, n_rows, error) &&
         sema_tensor_list_add_axis (list, self->header.dim, error) && sema_tensor_list_add (list, entry, error);
}

/* A matrix begins with its rows and its columns. */
static gboolean
read_shape (Reader *self, guint64 n_rows, GError **error)
{
  guint64 m, n;

  if (!read_number (self, 8, &m, error) || !read_number (self, 8, &n, error))
    return FALSE;
  return (m == n_rows && n == self->header.dim) || refuse (self, _ ("the shape of a matrix does not go with its header"), error);
}

static gboolean
list_dense (Reader *self, const char *name, guint64 n_rows, GError **error)
{
  SemaTensorEntry entry = {.type = SEMA_TENSOR_F32};

  if (!read_shape (self, n_rows, error) || !pass (self, n_rows, self->header.dim * sizeof (float), &entry.offset, error))
    return FALSE;
  entry.n_bytes = self->at - entry.offset;
  return add_tensor (self, name, &entry, n_rows, error);
}

/* How a row is cut into pieces, and the numbers that their codes stand for. */
static gboolean
read_pieces (Reader *self, guint64 dim, SemaProductQuantizer *quantizer, GError **error)
{
  guint64 stated, n_parts, part_dim, last_dim;

  if (!read_number (self, 4, &stated, error) || !read_number (self, 4, &n_parts, error) || !read_number (self, 4, &part_dim, error) ||
      !read_number (self, 4, &last_dim, error))
    return FALSE;
  if (stated != dim || n_parts == 0 || n_parts > dim || part_dim > dim || last_dim == 0 || last_dim > part_dim || (n_parts - 1) * part_dim + last_dim != dim)
    return refuse (self, _ ("the pieces of its quantised rows do not add up"), error);
  quantizer->n_parts = n_parts;
  quantizer->part_dim = part_dim;
  quantizer->last_dim = last_dim;
  return pass (self, dim * N_CENTROIDS, sizeof (float), &quantizer->centroids_at, error);
}

static gboolean
read_norms (Reader *self, SemaProductQuantizer *quantizer, GError **error)
{
  SemaProductQuantizer norms = {0};

  if (!pass (self, quantizer->n_rows, 1, &quantizer->norm_codes_at, error) || !read_pieces (self, 1, &norms, error))
    return FALSE;
  quantizer->norms_at = norms.centroids_at;
  return TRUE;
}

static gboolean
list_quantised (Reader *self, const char *name, guint64 n_rows, GError **error)
{
  SemaProductQuantizer quantizer = {.n_rows = n_rows, .dim = self->header.dim};
  SemaTensorEntry      entry = {.type = SEMA_TENSOR_PQ};
  guint64              has_norms, n_codes;

  if (!read_number (self, 1, &has_norms, error) || !read_shape (self, n_rows, error) || !read_number (self, 4, &n_codes, error) ||
      !pass (self, n_codes, 1, &quantizer.codes_at, error) || !read_pieces (self, self->header.dim, &quantizer, error))
    return FALSE;
  quantizer.has_norms = has_norms != 0;
  if (n_rows > n_codes / quantizer.n_parts || n_codes != n_rows * quantizer.n_parts)
    return refuse (self, _ ("the codes of its quantised rows are not as many as they should be"), error);
  if (quantizer.has_norms && !read_norms (self, &quantizer, error))
    return FALSE;
  entry.offset = quantizer.codes_at;
  entry.n_bytes = n_codes;
  entry.quantizer = self->tensors->quantizers->len;
  g_array_append_val (self->tensors->quantizers, quantizer);
  return add_tensor (self, name, &entry, n_rows, error);
}

/* A byte tells whether a matrix is quantised; old files have no such matrices. */
static gboolean
read_kind (Reader *self, guint64 *is_quantised, GError **error)
{
  *is_quantised = 0;
  return self->header.is_old || read_number (self, 1, is_quantised, error);
}

static gboolean
list_matrix (Reader *self, const char *name, guint64 n_rows, gboolean is_quantised, GError **error)
{
  return is_quantised ? list_quantised (self, name, n_rows, error) : list_dense (self, name, n_rows, error);
}

/* The matrices, which must end where the file does: of one that was cut fastText itself reads wrong vectors. */
static gboolean
list_matrices (Reader *self, GError **error)
{
  const SemaFasttextHeader *header = &self->header;
  guint64                   n_grams = header->n_kept >= 0 ? (guint64)header->n_kept : header->n_buckets;
  guint64                   is_quantised, is_output_quantised;

  if (!read_kind (self, &is_quantised, error))
    return FALSE;
  if (header->n_kept >= 0 && !is_quantised)
    return refuse (self, _ ("its n-grams were pruned, but its matrix is not quantised"), error);
  if (!list_matrix (self, "input", header->n_words + n_grams, is_quantised != 0, error) || !read_kind (self, &is_output_quantised, error) ||
      !list_matrix (self, "output", header->is_supervised ? header->n_labels : header->n_words, is_quantised && is_output_quantised, error))
    return FALSE;
  return self->at == self->size || refuse (self, _ ("there are more bytes than it should have"), error);
}

/* The words of the input matrix, the words or labels of the output matrix. */
static void
name_rows (Reader *self, SemaTensorsWords *words, SemaTensorsWords *labels)
{
  words->tensor = 0;
  labels->tensor = 1;
  g_array_append_val (self->tensors->row_words, *words);
  *words = (SemaTensorsWords) {0};
  if (!self->header.is_supervised)
    return;
  g_array_append_val (self->tensors->row_words, *labels);
  *labels = (SemaTensorsWords) {0};
}

static SemaSubwordVectors *
new_subwords (const SemaFasttextHeader *header)
{
  SemaSubwordVectors *subwords = g_new0 (SemaSubwordVectors, 1);

  subwords->rules = (SemaSubwords) {header->min_n, header->max_n, header->n_buckets, header->is_old ? NULL : WHOLE};
  subwords->n_words = subwords->first_gram = header->n_words;
  subwords->is_pruned = header->n_kept >= 0;
  return subwords;
}

static gboolean
read_dictionary (Reader *self, SemaSource *source, SemaTensorsWords *words, SemaTensorsWords *labels, GError **error)
{
  gsize         available;
  const guint8 *bytes = sema_source_peek (source, SEMA_FASTTEXT_HEADER, &available, error);

  if (bytes == NULL || !sema_fasttext_header_parse (&self->header, bytes, MIN (available, SEMA_FASTTEXT_HEADER), self->tensors->label, error))
    return FALSE;
  sema_source_skip (source, self->header.n_bytes);
  self->tensors->subwords = new_subwords (&self->header);
  if (!sema_fasttext_words_read (source, &self->header, words, labels, error))
    return FALSE;
  if (self->header.n_kept >= 0 && !sema_fasttext_words_read_kept (source, &self->header, &self->tensors->subwords->kept, error))
    return FALSE;
  self->at = sema_source_get_offset (source);
  return self->at <= self->size || refuse (self, _ ("it ends before its numbers, as a download that was cut short does; fetch it again"), error);
}

/**
 * sema_fasttext_list:
 * @self: tensors of a file for which sema_fasttext_header_is_one() holds, with nothing in them yet
 * @path: path of the file, in the encoding of the file system
 * @error: return location
 *
 * Lists the matrices of a model of fastText, of version 11 or 12 or from before versions, quantised or not, and notes what its vectors are
 * composed of. Only the dictionary is read; what the header counts must fill the file to its last byte.
 *
 * Returns: %FALSE with a #SemaFormatError, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_fasttext_list (SemaTensors *self, const char *path, GError **error)
{
  Reader                 reader = {.tensors = self, .bytes = g_array_index (self->parts, SemaTensorsPart, 0).bytes};
  g_autoptr (SemaSource) source = sema_source_open (path, sema_tensor_bytes_get_progress (reader.bytes), error);
  SemaTensorsWords       words = {0}, labels = {0};
  gboolean               is_listed;

  if (source == NULL)
    return FALSE;
  reader.size = sema_tensor_bytes_get_size (reader.bytes);
  is_listed = read_dictionary (&reader, source, &words, &labels, error) && list_matrices (&reader, error) &&
              sema_tensor_list_finish (&self->list, self->label, error);
  if (is_listed)
    name_rows (&reader, &words, &labels);
  sema_tensors_words_clear (&words);
  sema_tensors_words_clear (&labels);
  return is_listed;
}
