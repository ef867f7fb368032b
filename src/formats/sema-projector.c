/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Embedding Projector of TensorFlow opens: numbers in one file and labels in another, which a configuration may name. */
#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-file-name.h"
#include "sema-format.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-norms.h"
#include "sema-projector-config.h"
#include "sema-projector-metadata.h"
#include "sema-projector-parts.h"
#include "sema-projector-tensors.h"
#include "sema-word.h"

static gboolean
is_never_lost (gpointer data)
{
  return FALSE;
}

/* Rows without words are called by their ids. */
static gboolean
name_rows (SemaProjectorMetadata *metadata, guint64 n_rows, GError **error)
{
  for (guint64 id = 0; metadata->columns == NULL && id < n_rows; id++)
    {
      char  name[SEMA_WORD_ROW_SIZE];
      gsize length = sema_word_name_row (name, id);

      if (!sema_projector_metadata_add_word (metadata, name, length, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
measure (SemaLentRows *rows, gsize dim, GError **error)
{
  const SemaFloat *values = (const SemaFloat *)rows->bytes;

  rows->norms = sema_memory_alloc_n (rows->n_rows, sizeof *rows->norms, error);
  for (guint64 row = 0; rows->norms != NULL && row < rows->n_rows; row++)
    rows->norms[row] = sema_norms_measure (values + row * dim, dim);
  return rows->norms != NULL;
}

/* Numbers and words as they are. */
static gboolean
take_rows (SemaProjectorTensors *tensors, SemaProjectorMetadata *metadata, SemaLentRows *rows, GError **error)
{
  rows->n_rows = tensors->n_rows;
  rows->bytes = sema_buffer_steal (&tensors->values, error);
  if (rows->bytes == NULL)
    return FALSE;
  rows->owner = (SemaMatrixOwner) {sema_memory_free, is_never_lost, (gpointer)rows->bytes};
  rows->words = sema_buffer_steal (&metadata->words, error);
  if (rows->words != NULL)
    rows->word_starts = sema_buffer_steal (&metadata->starts, error);
  return rows->word_starts != NULL && measure (rows, tensors->dim, error);
}

static SemaSetBuilder *
build (SemaProjectorTensors *tensors, SemaProjectorMetadata *metadata, GError **error)
{
  SemaLentRows    rows = {0};
  SemaSetBuilder *builder;

  if (metadata->starts.n_bytes == 0 && !name_rows (metadata, tensors->n_rows, error))
    return NULL;
  if (!take_rows (tensors, metadata, &rows, error))
    {
      sema_lent_rows_clear (&rows);
      return NULL;
    }
  builder = sema_set_builder_new (tensors->dim, rows.n_rows);
  sema_set_builder_lend (builder, &rows);
  sema_set_builder_take_columns (builder, g_steal_pointer (&metadata->columns));
  for (guint i = 0; i < tensors->warnings->len; i++)
    sema_set_builder_warn (builder, "%s", (const char *)g_ptr_array_index (tensors->warnings, i));
  return builder;
}

/* The words of numbers that were read. */
static SemaSetBuilder *
label_rows (SemaProjectorTensors *tensors, const char *path, const char *metadata_path, SemaProgress *progress, GError **error)
{
  g_auto (SemaProjectorMetadata) metadata = {0};
  g_autofree char               *label = sema_file_name_to_label (path);

  if (metadata_path == NULL)
    g_ptr_array_add (tensors->warnings, g_strdup_printf (_ ("There is no “metadata.tsv” beside “%s” that would tell its words; the rows are called by their ids, from “[0]” on."), label));
  else if (!sema_projector_metadata_read (&metadata, metadata_path, tensors->n_rows, tensors->n_all, tensors->warnings, progress, error))
    return NULL;
  return build (tensors, &metadata, error);
}

/* Numbers only, and words beside them; or numbers of which the first can be no word. */
static SemaVerdict
sniff_tensors (SemaSource *source, GError **error)
{
  const char      *path = sema_source_get_path (source);
  g_autofree char *metadata = NULL;
  gsize            dim;
  gboolean         has_point;

  if (path == NULL)
    return SEMA_VERDICT_OTHER;
  if (!sema_projector_tensors_look (source, &dim, &has_point, error))
    return SEMA_VERDICT_FAILED;
  if (dim == 0)
    return sema_projector_tensors_check_lines (source, error) ? SEMA_VERDICT_OTHER : SEMA_VERDICT_FAILED;
  metadata = sema_projector_metadata_find (path);
  return has_point || metadata != NULL ? SEMA_VERDICT_MINE : SEMA_VERDICT_OTHER;
}

static SemaSetBuilder *
load_tensors (SemaSource *source, const SemaFormatsOptions *options, GError **error)
{
  g_auto (SemaProjectorTensors) tensors = {0};
  const char                   *path = sema_source_get_path (source);
  g_autofree char              *metadata = sema_projector_metadata_find (path);

  sema_projector_tensors_init (&tensors);
  if (!sema_projector_tensors_read_text (&tensors, source, sema_formats_limit (options, G_MAXUINT64), error))
    return NULL;
  return label_rows (&tensors, path, metadata, sema_source_get_progress (source), error);
}

static SemaVerdict
sniff_config (SemaSource *source, GError **error)
{
  gsize         available;
  const guint8 *bytes = sema_source_peek (source, 4096, &available, error);

  if (bytes == NULL)
    return SEMA_VERDICT_FAILED;
  return sema_source_get_path (source) != NULL && sema_projector_config_is_one (bytes, available) ? SEMA_VERDICT_MINE : SEMA_VERDICT_OTHER;
}

/* The path of a file that a configuration names. NULL: it leads somewhere else. */
static char *
resolve (const char *config, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (config);
  g_autofree char *shown = sema_word_to_label (path, strlen (path));
  g_autofree char *label = sema_file_name_to_label (config);

  if (sema_projector_config_is_safe (path))
    return g_build_filename (folder, path, NULL);
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” names the file “%s”, which is not in its folder or one below; only such are read."), label, shown);
  return NULL;
}

static gboolean
read_numbers (SemaProjectorTensors *tensors, const SemaProjectorEmbedding *embedding, const char *path, guint64 most_rows, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaSource) source = NULL;

  if (g_str_has_suffix (path, ".bytes"))
    return sema_projector_tensors_read_bytes (tensors, path, embedding->shape, most_rows, progress, error);
  source = sema_source_open (path, progress, error);
  return source != NULL && sema_projector_tensors_read_text (tensors, source, most_rows, error);
}

static SemaSetBuilder *
load_embedding (SemaProjectorTensors *tensors, const SemaProjectorEmbedding *embedding, const char *config, guint64 most_rows, SemaProgress *progress, GError **error)
{
  g_autofree char *path = resolve (config, embedding->tensors, error);
  g_autofree char *metadata = NULL;

  if (path == NULL)
    return NULL;
  if (embedding->metadata != NULL && *embedding->metadata != 0 && (metadata = resolve (config, embedding->metadata, error)) == NULL)
    return NULL;
  if (!read_numbers (tensors, embedding, path, most_rows, progress, error))
    return NULL;
  return label_rows (tensors, path, metadata, progress, error);
}

static SemaSetBuilder *
load_config (SemaSource *source, const SemaFormatsOptions *options, GError **error)
{
  g_auto (SemaProjectorTensors) tensors = {0};
  g_autoptr (GPtrArray)         embeddings = sema_projector_parts_read (source, error);
  const SemaProjectorEmbedding *embedding;

  if (embeddings == NULL)
    return NULL;
  sema_projector_tensors_init (&tensors);
  embedding = sema_projector_parts_choose (embeddings, options->part, sema_source_get_label (source), tensors.warnings, error);
  if (embedding == NULL)
    return NULL;
  return load_embedding (&tensors, embedding, sema_source_get_path (source), sema_formats_limit (options, G_MAXUINT64), sema_source_get_progress (source), error);
}

/* Numbers without anything that tells what they are but the name. */
static SemaVerdict
sniff_bytes (SemaSource *source, GError **error)
{
  const char      *path = sema_source_get_path (source);
  g_autofree char *metadata = NULL;

  if (path == NULL || !g_str_has_suffix (path, ".bytes") || sema_source_is_compressed (source))
    return SEMA_VERDICT_OTHER;
  metadata = sema_projector_metadata_find (path);
  if (metadata != NULL)
    return SEMA_VERDICT_MINE;
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN,
               _ ("“%s” does not tell how many numbers a row has: open the “projector_config.json” that names it, or put “metadata.tsv” with a line for each row beside it."),
                  sema_source_get_label (source));
  return SEMA_VERDICT_FAILED;
}

/* How many rows there are, by the lines of the metadata, so that all have as many numbers. */
static gboolean
divide_rows (SemaSource *source, const char *metadata, guint64 shape[2], GPtrArray *warnings, GError **error)
{
  const char      *label = sema_source_get_label (source);
  g_autofree char *name = sema_file_name_to_label (metadata);
  guint64          size = sema_source_get_max_size (source);
  guint64          counts[2];

  if (!sema_projector_metadata_count (metadata, counts, sema_source_get_progress (source), error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > 0 && size > 0 && size % sizeof (float) == 0 && size / sizeof (float) % counts[i] == 0)
      {
        shape[0] = counts[i];
        shape[1] = size / sizeof (float) / counts[i];
        g_ptr_array_add (warnings, g_strdup_printf (_ ("No configuration tells how many numbers a row of “%s” has: they are %" PRIu64 ", if it has the %" PRIu64 " rows that “%s” has lines for."), label, shape[1], shape[0], name));
        return TRUE;
      }
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
               _ ("“%s” has %" PRIu64 " bytes, which are no whole number of float32 for each of the %" PRIu64 " rows that “%s” has lines for: open the “projector_config.json” that names both."), label, size, counts[0], name);
  return FALSE;
}

static SemaSetBuilder *
load_bytes (SemaSource *source, const SemaFormatsOptions *options, GError **error)
{
  g_auto (SemaProjectorTensors) tensors = {0};
  const char                   *path = sema_source_get_path (source);
  g_autofree char              *metadata = sema_projector_metadata_find (path);
  SemaProgress                 *progress = sema_source_get_progress (source);
  guint64                       shape[2];

  if (metadata == NULL)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO, _ ("The metadata beside “%s” are gone."), sema_source_get_label (source));
      return NULL;
    }
  sema_projector_tensors_init (&tensors);
  if (!divide_rows (source, metadata, shape, tensors.warnings, error) ||
      !sema_projector_tensors_read_bytes (&tensors, path, shape, sema_formats_limit (options, G_MAXUINT64), progress, error))
    return NULL;
  return label_rows (&tensors, path, metadata, progress, error);
}

const SemaFormat sema_format_projector = {
  .id = "projector",
  .sniff = sniff_tensors,
  .load = load_tensors,
};

const SemaFormat sema_format_projector_config = {
  .id = "projector",
  .sniff = sniff_config,
  .load = load_config,
};

const SemaFormat sema_format_projector_bytes = {
  .id = "projector",
  .sniff = sniff_bytes,
  .load = load_bytes,
};
