/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Models of gensim: a pickle of an object whose state has arrays and a list of words; large arrays lie in files beside it. */
#include "sema-gensim.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-gensim-subwords.h"
#include "sema-memory.h"
#include "sema-npy.h"
#include "sema-pickle-globals.h"
#include "sema-pickled-array.h"
#include "sema-tensors-private.h"
#include "sema-word.h"

#define NAME "gensim"
#define MAX_SIDECARS 64
#define MAX_ATTRIBUTE 64 /* bytes of the name of one */
#define MAX_NUMBER 24    /* bytes of a word that is a number */

typedef struct
{
  SemaTensors     *tensors;
  const char      *path;
  SemaTensorBytes *bytes;
  const guint8    *start;  /* of the file */
  guint8          *memory; /* a copy of it where it cannot be mapped */
  gsize            n_bytes;
  SemaPickle      *pickle;
  guint            n_sidecars;
} Reader;

/**
 * sema_gensim_is_one:
 * @bytes: (array length=n_bytes): the first bytes of a file
 * @n_bytes: how many there are
 *
 * Returns: whether it is a pickle that speaks of gensim
 */
gboolean
sema_gensim_is_one (const guint8 *bytes, gsize n_bytes)
{
  return n_bytes > 2 && bytes[0] == 0x80 && bytes[1] >= 2 && bytes[1] <= 5 && memmem (bytes, n_bytes, NAME, strlen (NAME)) != NULL;
}

static gboolean
map (Reader *self, GError **error)
{
  guint64 size = sema_tensor_bytes_get_size (self->bytes);

  if (size > SEMA_PICKLE_MAX_BYTES)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("The pickle in “%s” has more than %d MiB, which are not read here."), self->tensors->label, SEMA_PICKLE_MAX_BYTES >> 20);
      return FALSE;
    }
  self->n_bytes = (gsize)size;
  self->start = sema_tensor_bytes_hold (self->bytes, self->n_bytes, &self->memory, error);
  return self->start != NULL;
}

/* A part for numbers that lie in the pickle as text. */
static gboolean
decode (Reader *self, const SemaPickledArray *array, SemaNpyPlace *place, GError **error)
{
  SemaTensorsPart part = {0};
  gsize           n_bytes;
  guint8         *memory = sema_pickled_array_decode (self->pickle, array, &n_bytes, error);

  if (memory == NULL)
    return FALSE;
  place->n_left = n_bytes;
  part.bytes = sema_tensor_bytes_new_take (memory, n_bytes, self->tensors->label);
  place->part = self->tensors->parts->len;
  g_array_append_val (self->tensors->parts, part);
  return TRUE;
}

static gboolean
add_array (Reader *self, const char *name, guint32 value, GError **error)
{
  SemaNpyPlace     place = {.label = self->tensors->label, .name = name, .length = strlen (name), .warnings = self->tensors->warnings};
  SemaPickledArray array;

  if (!sema_pickled_array_match (self->pickle, value, &array))
    return TRUE; /* of Python's own objects, or of no numbers at all */
  if (array.is_text && !decode (self, &array, &place, error))
    return FALSE;
  if (!array.is_text)
    {
      place.offset = sema_pickle_peek (self->pickle, array.numbers)->place;
      place.n_left = sema_pickle_peek (self->pickle, array.numbers)->length;
    }
  return sema_npy_add (&self->tensors->list, &array.header, &place, error);
}

/* An array that lies beside the model, in a file whose name is made of its own: what the pickle says is only looked at. */
static gboolean
open_sidecar (Reader *self, const char *name, const char *path, GError **error)
{
  g_autoptr (SemaTensorBytes) bytes = sema_tensor_bytes_open (path, sema_tensor_bytes_get_progress (self->bytes), error);
  SemaNpyPlace                place = {.label = self->tensors->label, .name = name, .length = strlen (name), .warnings = self->tensors->warnings};
  SemaTensorsPart             part = {0};
  SemaNpyHeader               header;
  gsize                       size;

  if (bytes == NULL || !sema_npy_read_header (bytes, 0, sema_tensor_bytes_get_size (bytes), &header, &size, error))
    return FALSE;
  place.label = sema_tensor_bytes_get_label (bytes);
  place.offset = size;
  place.n_left = sema_tensor_bytes_get_size (bytes) - size;
  place.part = self->tensors->parts->len;
  if (!sema_npy_add (&self->tensors->list, &header, &place, error))
    return FALSE;
  part.path = g_strdup (path);
  part.size = sema_tensor_bytes_get_size (bytes);
  g_array_append_val (self->tensors->parts, part);
  return TRUE;
}

static gboolean
is_attribute (const char *name, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (name[i]) && name[i] != '_')
      return FALSE;
  return length > 0 && length <= MAX_ATTRIBUTE;
}

/* One that is missing or damaged costs itself. */
static gboolean
add_sidecar (Reader *self, const char *prefix, guint32 attribute, GError **error)
{
  gsize              length;
  const char        *bytes = sema_pickle_peek_bytes (self->pickle, attribute, &length);
  g_autofree char   *name = NULL;
  g_autofree char   *path = NULL;
  g_autoptr (GError) local_error = NULL;

  if (bytes == NULL || !is_attribute (bytes, length) || self->n_sidecars++ == MAX_SIDECARS)
    return TRUE;
  name = g_strdup_printf ("%s%.*s", prefix, (int)length, bytes);
  path = g_strdup_printf ("%s.%s.npy", self->path, name);
  if (open_sidecar (self, name, path, &local_error))
    return TRUE;
  if (local_error->domain != SEMA_FORMAT_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_ptr_array_add (self->tensors->warnings, g_strdup_printf (_ ("The array “%s”, which belongs beside the model, was left out: %s"), name, local_error->message));
  return TRUE;
}

static gboolean
add_word (SemaTensorsWords *words, const SemaPickle *pickle, guint32 value, GError **error)
{
  gsize            length;
  const char      *bytes = sema_pickle_peek_bytes (pickle, value, &length);
  g_autofree char *number = NULL;
  char            *place;
  guint64         *start;

  /* The tags of documents may be numbers. */
  if (bytes == NULL)
    {
      number = g_strdup_printf ("%" PRId64, sema_pickle_peek (pickle, value)->kind == SEMA_PICKLE_INTEGER ? sema_pickle_peek (pickle, value)->integer : (gint64)words->n);
      bytes = number;
      length = strlen (number);
    }
  place = sema_buffer_append (&words->words, length + 1, error);
  start = place != NULL ? sema_buffer_append (&words->starts, sizeof *start, error) : NULL;
  if (start == NULL)
    return FALSE;
  memcpy (place, bytes, length);
  place[length] = 0;
  *start = words->words.n_bytes;
  words->n++;
  return TRUE;
}

/* The first words of a list, no more than @n_rows; how many there are in all. One that stands in it again and again may take more
 * room than any file. */
static gboolean
read_words (Reader *self, SemaTensorsWords *words, guint32 keys, guint64 n_rows, guint64 *n_words, GError **error)
{
  guint32  item = sema_pickle_peek (self->pickle, keys)->first;
  guint64 *start = sema_buffer_append (&words->starts, sizeof *start, error);
  guint32  value;

  if (start == NULL)
    return FALSE;
  *start = 0;
  for (*n_words = 0; sema_pickle_next (self->pickle, &item, &value); (*n_words)++)
    {
      if (*n_words < n_rows && !add_word (words, self->pickle, value, error))
        return FALSE;
      if (words->words.n_bytes > self->n_bytes + words->n * MAX_NUMBER)
        {
          g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” is damaged: its words take more room than the file has."), self->tensors->label);
          return FALSE;
        }
    }
  return TRUE;
}

/* The list of words, as the versions of gensim call it. */
static guint32
find_keys (const SemaPickle *pickle, guint32 state)
{
  static const char *const names[] = {"index_to_key", "index2word", "index2entity", "offset2doctag"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint32 keys = sema_pickle_find (pickle, state, names[i]);

      if (sema_pickle_peek (pickle, keys)->kind == SEMA_PICKLE_LIST)
        return keys;
    }
  return 0;
}

/* Which tensor an attribute is; FALSE: none. */
static gboolean
find_tensor (Reader *self, const char *prefix, const char *attribute, guint64 *index)
{
  g_autofree char *name = g_strconcat (prefix, attribute, NULL);

  for (*index = 0; *index < sema_tensor_list_get_n (&self->tensors->list); (*index)++)
    {
      gsize       length;
      const char *found = sema_tensor_list_peek_name (&self->tensors->list, *index, &length);

      if (length == strlen (name) && memcmp (found, name, length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The matrix whose rows the words are. */
static gboolean
find_matrix (Reader *self, const char *prefix, guint64 *index)
{
  static const char *const names[] = {"vectors", "syn0", "doctag_syn0", "vectors_docs", "vectors_vocab"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (find_tensor (self, prefix, names[i], index))
      return TRUE;
  return FALSE;
}

/* FastText stores what its vectors are put together from, and not these: see sema-gensim-subwords.c. */
static void
note_subwords (Reader *self, const char *prefix, guint32 state, guint64 words)
{
  SemaGensimSubwords subwords = {.pickle = self->pickle, .state = state, .words = words};
  gsize              length;
  const char        *name = sema_tensor_list_peek_name (&self->tensors->list, words, &length);

  if (self->tensors->subwords != NULL || !find_tensor (self, prefix, "vectors_ngrams", &subwords.grams))
    subwords.grams = words;
  subwords.is_whole = !g_str_has_suffix (name, "vectors_vocab");
  sema_gensim_subwords_take (&subwords, self->tensors);
}

static gboolean
name_rows (Reader *self, const char *prefix, guint32 state, GError **error)
{
  guint32          keys = find_keys (self->pickle, state);
  SemaTensorsWords words = {0};
  const guint64   *shape;
  guint64          n_words;

  if (keys == 0 || !find_matrix (self, prefix, &words.tensor))
    return TRUE;
  shape = sema_tensor_list_peek_shape (&self->tensors->list, words.tensor);
  if (shape == NULL)
    return TRUE;
  if (!read_words (self, &words, keys, shape[0], &n_words, error))
    {
      sema_tensors_words_clear (&words);
      return FALSE;
    }
  g_array_append_val (self->tensors->row_words, words);
  note_subwords (self, prefix, state, words.tensor);
  if (n_words > shape[0])
    g_ptr_array_add (self->tensors->warnings, g_strdup_printf (ngettext ("The model has %" PRIu64 " words and only %" PRIu64 " vector; the words after the first were left out.",
                                                                         "The model has %" PRIu64 " words and only %" PRIu64 " vectors; the words after these were left out.", (gulong)shape[0]),
                                                               n_words, shape[0]));
  else if (n_words < shape[0])
    g_ptr_array_add (self->tensors->warnings, g_strdup_printf (_ ("The model has %" PRIu64 " words and %" PRIu64 " vectors; the words are taken for the first of them."), n_words, shape[0]));
  return TRUE;
}

/* The arrays of an object, in the pickle and beside it, and the words of its rows. */
static gboolean
add_object (Reader *self, const char *prefix, guint32 state, GError **error)
{
  guint32 item = sema_pickle_peek (self->pickle, state)->first;
  guint32 sidecars = sema_pickle_find (self->pickle, state, "__numpys");
  guint32 key, value;

  if (sema_pickle_peek (self->pickle, state)->kind != SEMA_PICKLE_DICT)
    return TRUE;
  while (sema_pickle_next (self->pickle, &item, &key) && sema_pickle_next (self->pickle, &item, &value))
    {
      gsize            length;
      const char      *bytes = sema_pickle_peek_bytes (self->pickle, key, &length);
      g_autofree char *name = NULL;

      if (bytes == NULL || !is_attribute (bytes, length) || !sema_pickled_array_is_one (self->pickle, value))
        continue;
      name = g_strdup_printf ("%s%.*s", prefix, (int)length, bytes);
      if (!add_array (self, name, value, error))
        return FALSE;
    }
  item = sema_pickle_peek (self->pickle, sidecars)->first;
  while (sema_pickle_next (self->pickle, &item, &value))
    if (!add_sidecar (self, prefix, value, error))
      return FALSE;
  return name_rows (self, prefix, state, error);
}

/* The object itself, and those in it that hold vectors. */
static gboolean
add_objects (Reader *self, GError **error)
{
  static const char *const names[] = {"wv", "dv", "docvecs"};
  guint32                  state = sema_pickle_peek (self->pickle, sema_pickle_get_top (self->pickle))->state;

  if (!add_object (self, "", state, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *prefix = g_strconcat (names[i], ".", NULL);
      guint32          inner = sema_pickle_peek (self->pickle, sema_pickle_find (self->pickle, state, names[i]))->state;

      if (inner != 0 && !add_object (self, prefix, inner, error))
        return FALSE;
    }
  return TRUE;
}

/* Where nothing is left, the first warning is why. */
static gboolean
check_any (Reader *self, GError **error)
{
  if (sema_tensor_list_get_n (&self->tensors->list) > 0)
    return sema_tensor_list_finish (&self->tensors->list, self->tensors->label, error);
  if (self->tensors->warnings->len > 0)
    g_set_error_literal (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, g_ptr_array_index (self->tensors->warnings, 0));
  else
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” is a pickle of gensim without vectors that can be read here."), self->tensors->label);
  return FALSE;
}

/**
 * sema_gensim_list:
 * @self: tensors of a file for which sema_gensim_is_one() holds, with nothing in them yet
 * @path: path of the file, in the encoding of the file system
 * @error: return location
 *
 * Lists the arrays of a model of gensim 0.12 to 4: those of KeyedVectors, and of what has such in it. Nothing of the pickle is
 * run. An array that gensim stored in a file beside the model is looked for there, under the name that gensim gives it.
 *
 * Returns: %FALSE with a #SemaFormatError, %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_CORE_ERROR_CANCELLED or %SEMA_CORE_ERROR_LOST
 */
gboolean
sema_gensim_list (SemaTensors *self, const char *path, GError **error)
{
  Reader   reader = {.tensors = self, .path = path};
  gboolean is_listed = FALSE;

  reader.bytes = g_array_index (self->parts, SemaTensorsPart, 0).bytes;
  if (map (&reader, error))
    reader.pickle = sema_pickle_parse (reader.start, reader.n_bytes, 0, self->label, sema_tensor_bytes_get_progress (reader.bytes), error);
  if (reader.pickle != NULL)
    {
      is_listed = add_objects (&reader, error);
      sema_pickle_globals_warn (reader.pickle, self->warnings);
      is_listed = is_listed && check_any (&reader, error) && sema_tensor_bytes_check_lost (reader.bytes, error);
    }
  sema_pickle_free (reader.pickle);
  sema_memory_free (reader.memory);
  return is_listed;
}
