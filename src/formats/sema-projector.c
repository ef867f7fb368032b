/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Embedding Projector of TensorFlow opens: numbers in one file and labels in another, which a configuration may name. */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-file-name.h"
#include "sema-format.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-norms.h"
#include "sema-projector-config.h"
#include "sema-projector-metadata.h"
#include "sema-projector-tensors.h"
#include "sema-word.h"

#define MAX_CONFIG (1024 * 1024) /* bytes */

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

static GPtrArray *
read_config (SemaSource *source, GError **error)
{
  gsize         available;
  const guint8 *bytes = sema_source_peek (source, MAX_CONFIG + 1, &available, error);

  if (bytes == NULL)
    return NULL;
  if (available > MAX_CONFIG)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” is too large for a configuration of the Embedding Projector."), sema_source_get_label (source));
      return NULL;
    }
  return sema_projector_config_parse (sema_source_get_label (source), (const char *)bytes, available, sema_source_get_progress (source), error);
}

/* The embedding that is asked for, or the first whose numbers lie in a file. */
static const SemaProjectorEmbedding *
choose (GPtrArray *embeddings, const char *part, const char *label, GPtrArray *warnings, GError **error)
{
  const SemaProjectorEmbedding *chosen = NULL;

  for (guint i = 0; i < embeddings->len && chosen == NULL; i++)
    {
      const SemaProjectorEmbedding *embedding = g_ptr_array_index (embeddings, i);

      if (embedding->tensors != NULL && (part == NULL || g_strcmp0 (embedding->name, part) == 0))
        chosen = embedding;
    }
  if (chosen == NULL && part != NULL)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” has no embedding of that name whose numbers lie in a file."), label);
  else if (chosen == NULL)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” is a configuration of the Embedding Projector that names no file of numbers; those in a checkpoint of TensorFlow do not open here."), label);
  else if (part == NULL && embeddings->len > 1)
    {
      g_autofree char *shown = sema_word_to_label (chosen->name != NULL ? chosen->name : "", chosen->name != NULL ? strlen (chosen->name) : 0);

      g_ptr_array_add (warnings, g_strdup_printf (_ ("“%s” has %u embeddings, of which the first, “%s”, was opened."), label, embeddings->len, shown));
    }
  return chosen;
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
  g_autoptr (GPtrArray)         embeddings = read_config (source, error);
  const SemaProjectorEmbedding *embedding;

  if (embeddings == NULL)
    return NULL;
  sema_projector_tensors_init (&tensors);
  embedding = choose (embeddings, options->part, sema_source_get_label (source), tensors.warnings, error);
  if (embedding == NULL)
    return NULL;
  return load_embedding (&tensors, embedding, sema_source_get_path (source), sema_formats_limit (options, G_MAXUINT64), sema_source_get_progress (source), error);
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
