/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-formats.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-archive.h"
#include "sema-count.h"
#include "sema-file-name.h"
#include "sema-foreign.h"
#include "sema-foreign-text.h"
#include "sema-foreign-zip.h"
#include "sema-format.h"
#include "sema-line-scanner.h"
#include "sema-text-shape.h"
#include "sema-word.h"

/* In the order in which they are asked: text shows itself in its first lines, so it goes first, and numbers alone before those with words; last
 * what only its name tells. */
static const SemaFormat *const formats[] = {
  &sema_format_projector,
  &sema_format_projector_config,
  &sema_format_word2vec_text,
  &sema_format_glove_text,
  &sema_format_word2vec_binary,
  &sema_format_projector_bytes,
};

/**
 * sema_format_error_quark:
 *
 * Returns: the domain of #SemaFormatError
 */
GQuark
sema_format_error_quark (void)
{
  return g_quark_from_static_string ("sema-format-error-quark");
}

static void
set_foreign (GError **error, SemaSource *source, const char *clause)
{
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” does not open: %s."), sema_source_get_label (source), clause);
}

/* Refuses what shows by its first bytes that it is something else; takes a byte order mark. */
static gboolean
check_magic (SemaSource *source, GError **error)
{
  gsize            available;
  const guint8    *bytes = sema_source_peek (source, SEMA_FOREIGN_LOOK, &available, error);
  g_autofree char *clause = NULL;

  if (bytes == NULL)
    return FALSE;
  if (available >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      sema_source_skip (source, 3);
      return TRUE;
    }
  if (sema_source_is_compressed (source) && sema_foreign_is_model (bytes, available))
    clause = g_strdup (_ ("it is a model, or an array, that is compressed; decompress it into a file of its own first"));
  else
    clause = sema_foreign_describe_magic (bytes, available);
  if (clause == NULL)
    clause = sema_foreign_describe_lookalike (bytes, MIN (available, SEMA_FOREIGN_LOOK));
  if (clause == NULL)
    return TRUE;
  set_foreign (error, source, clause);
  return FALSE;
}

/* Says what a file may be that no format knows. */
static void
refuse (SemaSource *source, GError **error)
{
  gsize            available;
  const guint8    *bytes = sema_source_peek (source, SEMA_FOREIGN_LOOK, &available, error);
  g_autofree char *clause = NULL;
  SemaTextShape    shape;

  if (bytes == NULL)
    return;
  clause = sema_foreign_describe_text (bytes, MIN (available, SEMA_FOREIGN_LOOK));
  if (!sema_text_shape_guess (source, &shape, error))
    return;
  if (shape.has_decimal_commas)
    set_foreign (error, source, _ ("its numbers have decimal commas; save it with decimal points"));
  else
    set_foreign (error, source, clause != NULL ? clause : _ ("its first bytes are those of no known kind of word vectors"));
}

static const SemaFormat *
recognise (SemaSource *source, GError **error)
{
  if (!check_magic (source, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      SemaVerdict verdict = formats[i]->sniff (source, error);

      if (verdict == SEMA_VERDICT_MINE)
        return formats[i];
      if (verdict == SEMA_VERDICT_FAILED)
        return NULL;
    }
  refuse (source, error);
  return NULL;
}

/* Where the compression is damaged, that is why nothing could be read. */
static void
blame_compression (SemaSource *source, GError **error)
{
  g_autoptr (GPtrArray) damage = sema_source_dup_damage (source);

  if (damage->len == 0 || (*error)->domain != SEMA_FORMAT_ERROR || (*error)->code == SEMA_FORMAT_ERROR_IO)
    return;
  g_clear_error (error);
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
               _ ("Nothing whole can be read from “%s”: %s"), sema_source_get_label (source), (const char *)g_ptr_array_index (damage, 0));
}

/**
 * sema_formats_name_first:
 * @name: what vectors are called
 * @n_rows: how many of them were opened
 *
 * Returns: (transfer full): what the pictures call the first of them: nobody should take some words for all
 */
char *
sema_formats_name_first (const char *name, guint64 n_rows)
{
  return g_strdup_printf (ngettext ("%s, first %s word", "%s, first %s words", n_rows), name, SEMA_COUNT (n_rows));
}

/* What the pictures call it. Of several embeddings it is said which it is. */
static char *
build_name (const SemaFormat *format, const char *path, guint64 n_rows, gboolean is_first, const char *part)
{
  g_autofree char *plain = sema_file_name_to_set_name (path);
  g_autofree char *name = is_first ? sema_formats_name_first (plain, n_rows) : g_strdup (plain);
  g_autofree char *label = NULL;

  if (format != &sema_format_projector_config || part == NULL)
    return g_steal_pointer (&name);
  label = sema_word_to_label (part, strlen (part));
  return g_strdup_printf ("%s · %s", name, label);
}

/* Warns of damaged compression: where not all was wanted, chance says how far the data were inflated. */
static void
warn_of_damage (SemaSetBuilder *builder, SemaSource *source)
{
  g_autoptr (GPtrArray) damage = sema_source_dup_damage (source);

  for (guint i = 0; i < damage->len; i++)
    sema_set_builder_warn (builder, "%s", (const char *)g_ptr_array_index (damage, i));
}

static SemaSet *
load (const char *path, SemaSource *source, const SemaFormatsOptions *options, SemaProgress *progress, GError **error)
{
  const SemaFormat          *format = recognise (source, error);
  g_autoptr (SemaSetBuilder) builder = format != NULL ? format->load (source, options, error) : NULL;
  g_autofree char           *name = NULL;
  guint64                    n_rows;
  gboolean                   is_part;

  if (builder == NULL)
    return NULL;
  n_rows = sema_set_builder_get_n_rows (builder);
  is_part = options->most_rows > 0 && n_rows >= options->most_rows;
  if (!is_part)
    warn_of_damage (builder, source);
  name = build_name (format, path, n_rows, is_part, options->part);
  return sema_set_builder_finish (builder, name, format->id, sema_source_get_compression (source), progress, error);
}

/**
 * sema_formats_recognise_source:
 * @source: at its first byte
 * @error: (nullable): why it is not, or why nobody can tell: %SEMA_FORMAT_ERROR_IO or %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: whether it is of a format that opens
 */
gboolean
sema_formats_recognise_source (SemaSource *source, GError **error)
{
  return recognise (source, error) != NULL;
}

/**
 * sema_formats_check_kind:
 * @path: path of a file
 * @format: what it should be
 * @dim: numbers of a row, of a text; 0: of no matter
 * @is_kind: (out): whether it is recognised as that, by its first bytes
 * @error: %SEMA_FORMAT_ERROR_IO or %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: whether it could be looked at
 */
gboolean
sema_formats_check_kind (const char *path, const SemaFormat *format, gsize dim, gboolean *is_kind, GError **error)
{
  g_autoptr (SemaSource) source = sema_source_open (path, NULL, error);
  g_autoptr (GError)     problem = NULL;
  SemaTextShape          shape = {.dim = dim};

  if (source == NULL)
    return FALSE;
  *is_kind = !sema_source_is_compressed (source) && recognise (source, &problem) == format && sema_source_get_offset (source) == 0;
  if (problem != NULL && (problem->domain != SEMA_FORMAT_ERROR || problem->code == SEMA_FORMAT_ERROR_IO))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (dim > 0 && !sema_text_shape_guess (source, &shape, error))
    return FALSE;
  *is_kind = *is_kind && shape.dim == dim;
  return TRUE;
}

/**
 * sema_formats_load_source:
 * @name: path of what is read, for the name of the vectors
 * @source: at its first byte
 * @options: what is wanted of it
 * @progress: (nullable): as for sema_formats_load_with()
 * @error: as for sema_formats_load_with()
 *
 * Returns: (transfer full) (nullable): the vectors
 */
SemaSet *
sema_formats_load_source (const char *name, SemaSource *source, const SemaFormatsOptions *options, SemaProgress *progress, GError **error)
{
  GError  *local_error = NULL;
  SemaSet *set = load (name, source, options, progress, &local_error);

  if (set == NULL)
    {
      blame_compression (source, &local_error);
      g_propagate_error (error, local_error);
    }
  return set;
}

/* Whether it begins as a zip archive does, other than those of tensors. FALSE: it cannot be read. */
static gboolean
find_archive (SemaSource *source, gboolean *is_archive, GError **error)
{
  gsize         available;
  const guint8 *bytes = sema_source_peek (source, SEMA_FOREIGN_LOOK, &available, error);

  *is_archive = bytes != NULL && !sema_source_is_compressed (source) && sema_foreign_is_zip (bytes, available) && !sema_foreign_is_zip_of_tensors (bytes, available);
  return bytes != NULL;
}

/* Word vectors that lie in a file of their own have no parts to choose from. */
static gboolean
check_part (SemaSource *source, const char *part, GError **error)
{
  const SemaFormat *format = part != NULL ? recognise (source, NULL) : NULL;
  g_autofree char  *shown = NULL;

  if (format == NULL || format == &sema_format_projector_config)
    return TRUE;
  shown = sema_word_to_label (part, strlen (part));
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” has no part “%s”: it is one file of word vectors, and is opened as a whole."), sema_source_get_label (source), shown);
  return FALSE;
}

/**
 * sema_formats_load_with:
 * @path: path of a file in the encoding of the file system
 * @options: what is wanted of it
 * @progress: (nullable): told how many bytes of the file, as it lies on the disk, are read; cancels the loading
 * @error: return location
 *
 * Opens a file of word vectors: word2vec binary, word2vec text, GloVe text or what the Embedding Projector takes, each plain, gzip or in a zip archive, told apart by what is in
 * the file and never by its name. A file that is cut, or whose header is wrong, gives the rows that are whole, with a warning
 * that says so. Where only the first rows are wanted, the name says so and what follows them is not read. Cost: one pass over
 * the file; memory for the rows, by the budget.
 *
 * Returns: (transfer full) (nullable): the vectors; %NULL with a #SemaFormatError, SEMA_CORE_ERROR_NO_MEMORY or
 * SEMA_CORE_ERROR_CANCELLED
 */
SemaSet *
sema_formats_load_with (const char *path, const SemaFormatsOptions *options, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaSource) source = NULL;
  gboolean               is_archive;
  SemaSet               *set;

  g_return_val_if_fail (path != NULL, NULL);

  source = sema_source_open (path, progress, error);
  if (source == NULL || !find_archive (source, &is_archive, error))
    return NULL;
  if (is_archive && sema_archive_load (path, options, &set, progress, error))
    return set;
  if (!check_part (source, options->part, error))
    return NULL;
  return sema_formats_load_source (path, source, options, progress, error);
}

/**
 * sema_formats_load:
 * @path: path of a file in the encoding of the file system
 * @progress: (nullable): as for sema_formats_load_with()
 * @error: return location
 *
 * Returns: (transfer full) (nullable): all vectors of the file, as sema_formats_load_with() opens it
 */
SemaSet *
sema_formats_load (const char *path, SemaProgress *progress, GError **error)
{
  return sema_formats_load_with (path, &(SemaFormatsOptions) {0}, progress, error);
}
