/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-archive.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-error.h"
#include "sema-foreign-zip.h"
#include "sema-format.h"
#include "sema-name-list.h"
#include "sema-word.h"

/* Zip archives of word vectors, such as glove.6B.zip: one of its files is read as if it lay beside it, and is nowhere unpacked to. */

#define MOST_LISTED 1000 /* entries that are looked into */
#define NOT_FILES "__MACOSX/"

typedef struct
{
  SemaTensorBytes *bytes;
  SemaZip         *zip;
} Archive;

static void
archive_clear (Archive *self)
{
  g_clear_pointer (&self->zip, sema_zip_free);
  g_clear_pointer (&self->bytes, sema_tensor_bytes_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Archive, archive_clear)

static gboolean
archive_open (Archive *self, const char *path, SemaProgress *progress, GError **error)
{
  self->bytes = sema_tensor_bytes_open (path, progress, error);
  self->zip = self->bytes != NULL ? sema_zip_open (self->bytes, error) : NULL;
  return self->zip != NULL;
}

static gboolean
ends_with (const SemaZipEntry *entry, const char *suffix)
{
  gsize n = strlen (suffix);

  return entry->length >= n && memcmp (entry->name + entry->length - n, suffix, n) == 0;
}

static gboolean
begins_with (const SemaZipEntry *entry, const char *prefix)
{
  return entry->length >= strlen (prefix) && memcmp (entry->name, prefix, strlen (prefix)) == 0;
}

/* What PyTorch and NumPy write are zip archives too. */
static gboolean
is_of_tensors (const SemaZip *zip)
{
  for (guint64 i = 0; i < sema_zip_get_n (zip); i++)
    if (ends_with (sema_zip_peek (zip, i), ".npy") || ends_with (sema_zip_peek (zip, i), "/data.pkl"))
      return TRUE;
  return FALSE;
}

static gboolean
may_be_vectors (const SemaZipEntry *entry)
{
  return entry->length > 0 && entry->n_bytes > 0 && !ends_with (entry, "/") && !begins_with (entry, NOT_FILES) && memchr (entry->name, 0, entry->length) == NULL;
}

/* Whether the first bytes are those of a format that opens; damage is for who opens it. FALSE: nobody can tell, for want of memory or of a disk. */
static gboolean
look_into (const char *path, const SemaZipEntry *entry, gboolean *is_vectors, GError **error)
{
  g_autoptr (GError)     problem = NULL;
  g_autoptr (SemaSource) source = sema_source_open_entry (path, entry, NULL, &problem);

  *is_vectors = source != NULL && sema_formats_recognise_source (source, &problem);
  if (problem == NULL || (problem->domain == SEMA_FORMAT_ERROR && problem->code != SEMA_FORMAT_ERROR_IO))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
member_free (gpointer data)
{
  SemaArchiveMember *self = data;

  g_free (self->name);
  g_free (self->label);
  g_free (self);
}

/**
 * sema_archive_new_members:
 *
 * Returns: (transfer full) (element-type SemaArchiveMember): a list of none
 */
GPtrArray *
sema_archive_new_members (void)
{
  return g_ptr_array_new_with_free_func (member_free);
}

/**
 * sema_archive_add_member:
 * @members: (element-type SemaArchiveMember): a list
 * @name: (array length=length): what the member is opened by
 * @length: bytes of it
 * @n_bytes: how many the member has
 */
void
sema_archive_add_member (GPtrArray *members, const char *name, gsize length, guint64 n_bytes)
{
  SemaArchiveMember *member = g_new (SemaArchiveMember, 1);

  *member = (SemaArchiveMember) {g_strndup (name, length), sema_word_to_label (name, length), n_bytes};
  g_ptr_array_add (members, member);
}

static gboolean
check_cancel (SemaProgress *progress, GError **error)
{
  if (sema_progress_is_cancelled (progress))
    sema_set_cancelled (error);
  return !sema_progress_is_cancelled (progress);
}

/* The entries that open, in the order of the archive; NULL with an error when they cannot be looked into. */
static GPtrArray *
list (const char *path, const SemaZip *zip, SemaProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) members = sema_archive_new_members ();
  guint64               n = MIN (sema_zip_get_n (zip), MOST_LISTED);

  for (guint64 i = 0; i < n; i++)
    {
      const SemaZipEntry *entry = sema_zip_peek (zip, i);
      gboolean            is_vectors = FALSE;

      if (!check_cancel (progress, error))
        return NULL;
      if (may_be_vectors (entry) && !look_into (path, entry, &is_vectors, error))
        return NULL;
      if (is_vectors)
        sema_archive_add_member (members, entry->name, entry->length, entry->n_bytes);
    }
  return g_steal_pointer (&members);
}

/**
 * sema_archive_list:
 * @path: path of a zip archive in the encoding of the file system
 * @progress: (nullable): cancels
 * @error: as sema_zip_open() and sema_source_open_entry(); %SEMA_CORE_ERROR_CANCELLED
 *
 * Lists the files of word vectors in an archive, as their first bytes tell; of the first %MOST_LISTED entries.
 *
 * Returns: (transfer full) (nullable) (element-type SemaArchiveMember): them; none in an archive of tensors
 */
GPtrArray *
sema_archive_list (const char *path, SemaProgress *progress, GError **error)
{
  g_auto (Archive) archive = {0};

  if (!archive_open (&archive, path, progress, error))
    return NULL;
  if (is_of_tensors (archive.zip))
    return sema_archive_new_members ();
  return list (path, archive.zip, progress, error);
}

static const SemaZipEntry *
find_entry (const SemaZip *zip, const char *name)
{
  for (guint64 i = 0; i < sema_zip_get_n (zip); i++)
    {
      const SemaZipEntry *entry = sema_zip_peek (zip, i);

      if (entry->length == strlen (name) && memcmp (entry->name, name, entry->length) == 0)
        return entry;
    }
  return NULL;
}

/* Which of them, as far as their names tell. */
static void
set_several (const char *label, const GPtrArray *members, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", ((const SemaArchiveMember *)g_ptr_array_index (members, i))->label);
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_PARTS,
               ngettext ("“%s” has %u file of word vectors in it, of which one must be chosen: %s.", "“%s” has %u files of word vectors in it, of which one must be chosen: %s.", members->len),
               label, members->len, names->str);
}

/* Which there are instead. */
static void
set_no_file (const char *label, const char *name, const GPtrArray *members, GError **error)
{
  g_autofree char *shown = sema_word_to_label (name, strlen (name));
  g_autofree char *names = NULL;
  SemaNameList     list = {0};

  for (guint i = 0; i < members->len; i++)
    {
      const SemaArchiveMember *member = g_ptr_array_index (members, i);

      sema_name_list_add (&list, member->name, strlen (member->name));
    }
  names = sema_name_list_print (&list);
  if (names != NULL)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("There is no file “%s” in “%s”; it has %s."), shown, label, names);
  else
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("There is no file “%s” in “%s”."), shown, label);
}

/* The one that is asked for, or the only one. */
static const SemaZipEntry *
choose_entry (const Archive *archive, const char *path, const char *name, SemaProgress *progress, GError **error)
{
  const char           *label = sema_tensor_bytes_get_label (archive->bytes);
  const SemaZipEntry   *entry = name != NULL ? find_entry (archive->zip, name) : NULL;
  g_autoptr (GPtrArray) members = NULL;

  if (entry != NULL)
    return entry;
  members = list (path, archive->zip, progress, error);
  if (members == NULL)
    return NULL;
  if (name != NULL)
    set_no_file (label, name, members, error);
  else if (members->len == 1)
    return find_entry (archive->zip, ((const SemaArchiveMember *)g_ptr_array_index (members, 0))->name);
  else if (members->len > 1)
    set_several (label, members, error);
  else
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” does not open: %s."), label, _ ("it is a zip archive without a file of word vectors in it"));
  return NULL;
}

/* The only file of an archive has the name of the archive. */
static SemaSet *
load_entry (const char *path, const SemaZipEntry *entry, const SemaFormatsOptions *options, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaSource) source = sema_source_open_entry (path, entry, progress, error);

  return source != NULL ? sema_formats_load_source (options->part != NULL ? options->part : path, source, options, progress, error) : NULL;
}

/**
 * sema_archive_load:
 * @path: path of a zip archive in the encoding of the file system
 * @options: what is wanted of it; its part is the name of a file in it, and may be left out where there is only one of word vectors
 * @set: (out) (transfer full) (nullable): the vectors; %NULL with the error
 * @progress: (nullable): as for sema_formats_load_with(), of the file as it lies in the archive
 * @error: as for sema_formats_load_with(); %SEMA_FORMAT_ERROR_PARTS where one must be chosen
 *
 * Reads word vectors out of an archive.
 *
 * Returns: %FALSE, without an error, where it is an archive of tensors and not of word vectors
 */
gboolean
sema_archive_load (const char *path, const SemaFormatsOptions *options, SemaSet **set, SemaProgress *progress, GError **error)
{
  g_auto (Archive)    archive = {0};
  const SemaZipEntry *entry;

  *set = NULL;
  if (!archive_open (&archive, path, NULL, error))
    return TRUE;
  if (is_of_tensors (archive.zip))
    return FALSE;
  entry = choose_entry (&archive, path, options->part, progress, error);
  if (entry != NULL)
    *set = load_entry (path, entry, options, progress, error);
  return TRUE;
}
