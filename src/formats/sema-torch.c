/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-torch.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-pickle-globals.h"
#include "sema-torch-tensor.h"
#include "sema-word.h"

#define MAX_NAMES (64 * 1024 * 1024) /* bytes of all names: a pickle can nest so that they are many times its size */
#define VISITS_BETWEEN_LOOKS 4096    /* at cancel */

/* A container whose items are being looked at. */
typedef struct
{
  guint32 item;
  guint32 n_seen;
  gsize   prefix; /* bytes of its own name */
  guint8  is_pairs;
  guint8  is_unnamed; /* its items are called as it is */
} Level;

typedef struct
{
  const SemaPickle    *pickle;
  const SemaTorchFile *file;
  SemaTensorList      *list;
  GPtrArray           *warnings;
  SemaBuffer           levels;  /* Level */
  guint8              *visited; /* for each value whether it was gone into */
  GString             *name;    /* of what is being looked at */
  guint64              n_left_out;
  guint64              n_unknown; /* tensors of a kind that is not read here */
  gboolean             has_optimizer;
} Walk;

static gboolean
push_level (Walk *self, guint32 item, gboolean is_pairs, gboolean is_unnamed, GError **error)
{
  Level *level;

  if (item == 0)
    return TRUE;
  level = sema_buffer_append (&self->levels, sizeof *level, error);
  if (level != NULL)
    *level = (Level) {.item = item, .prefix = self->name->len, .is_pairs = (guint8)is_pairs, .is_unnamed = (guint8)is_unnamed};
  return level != NULL;
}

/* Goes into what a value holds: a dict, a list, and the state of an object. Each value once. */
static gboolean
enter (Walk *self, guint32 value, GError **error)
{
  const SemaPickleValue *place = sema_pickle_peek (self->pickle, value);
  guint32                state = place->state;

  if (self->visited[value])
    return TRUE;
  self->visited[value] = TRUE;
  if (!push_level (self, place->first, place->holds == SEMA_PICKLE_HOLDS_PAIRS, FALSE, error))
    return FALSE;
  if (state == 0 || self->visited[state])
    return TRUE;
  /* The state of an object may be two: a dict and its slots. */
  self->visited[state] = TRUE;
  place = sema_pickle_peek (self->pickle, state);
  return push_level (self, place->first, place->holds == SEMA_PICKLE_HOLDS_PAIRS, place->holds != SEMA_PICKLE_HOLDS_PAIRS, error);
}

static void
leave_out (Walk *self, const char *reason)
{
  g_autofree char *shown = sema_word_to_label (self->name->str, self->name->len);

  self->n_left_out++;
  if (self->n_left_out == 1)
    g_ptr_array_add (self->warnings, g_strdup_printf (_ ("The tensor “%s” in “%s” was left out: %s."), shown, self->file->label, reason));
}

/* How the numbers lie: C order, Fortran order, or as the strides say. */
static void
find_order (const SemaTorchTensor *tensor, SemaTensorEntry *entry)
{
  guint64 c = 1, fortran = 1;

  entry->is_strided = FALSE;
  entry->is_fortran = TRUE;
  for (guint i = 0; i < tensor->n_axes; i++)
    {
      guint last = tensor->n_axes - 1 - i;

      entry->is_strided |= tensor->shape[last] != 1 && tensor->strides[last] != c;
      entry->is_fortran &= tensor->shape[i] == 1 || tensor->strides[i] == fortran;
      c *= tensor->shape[last];
      fortran *= tensor->shape[i];
    }
  entry->is_fortran &= entry->is_strided;
  entry->is_strided &= !entry->is_fortran;
}

/* Whether each number of the tensor is one of its own: one that is said to stand in many places may make a matrix of any size. */
static gboolean
is_distinct (const SemaTorchTensor *tensor, guint64 n_reached)
{
  guint64 n;

  return sema_tensor_shape_count (tensor->shape, tensor->n_axes, &n) && n <= n_reached;
}

/* Where the numbers are, in the bytes of the storage; what is wrong if they are not there. */
static const char *
place_numbers (const Walk *self, const SemaTorchTensor *tensor, SemaTensorEntry *entry)
{
  const SemaTensorEntry  *storage;
  const SemaTorchStorage *said = &tensor->storage;
  guint64                 width = sema_tensor_type_get_bits (tensor->type) / 8;
  guint64                 storage_width = sema_tensor_type_get_bits (said->type) / 8;
  guint64                 index, n, end, n_bytes;

  if (!sema_tensor_list_find (&self->file->storages, said->key, said->key_length, &index))
    return _ ("its numbers are not in the file");
  storage = sema_tensor_list_peek (&self->file->storages, index);
  if (__builtin_mul_overflow (said->view_offset + said->view_n, storage_width, &n_bytes) || n_bytes > storage->n_bytes)
    return _ ("the file has fewer numbers than it says");
  if (!sema_torch_tensor_measure (tensor, &n))
    return _ ("it reaches beyond its numbers");
  if (n > 0 && (__builtin_add_overflow (tensor->offset, n, &end) || __builtin_mul_overflow (end, width, &end) || end > said->view_n * storage_width))
    return _ ("it reaches beyond its numbers");
  entry->offset = storage->offset + said->view_offset * storage_width + tensor->offset * width;
  entry->n_bytes = is_distinct (tensor, n) ? n * width : 0;
  entry->part = storage->part;
  return NULL;
}

static gboolean
add_shape (Walk *self, const SemaTorchTensor *tensor, const SemaTensorEntry *entry, GError **error)
{
  for (guint i = 0; i < tensor->n_axes; i++)
    if (!sema_tensor_list_add_axis (self->list, tensor->shape[i], error) || (entry->is_strided && !sema_tensor_list_add_stride (self->list, tensor->strides[i], error)))
      return FALSE;
  return TRUE;
}

static gboolean
add_tensor (Walk *self, guint32 value, GError **error)
{
  SemaTorchTensor tensor;
  SemaTensorEntry entry = {.is_swapped = (guint8)self->file->is_swapped};
  const char     *reason;

  if (!sema_torch_tensor_match (self->pickle, value, &tensor))
    {
      leave_out (self, _ ("it is not described as PyTorch describes tensors"));
      return TRUE;
    }
  entry.type = (guint8)tensor.type;
  reason = tensor.type != SEMA_TENSOR_OTHER ? place_numbers (self, &tensor, &entry) : NULL;
  if (reason != NULL)
    {
      leave_out (self, reason);
      return TRUE;
    }
  find_order (&tensor, &entry);
  if (!sema_tensor_list_add_name (self->list, self->name->str, self->name->len, error) || !add_shape (self, &tensor, &entry, error))
    return FALSE;
  if (tensor.type == SEMA_TENSOR_OTHER && !sema_tensor_list_add_dtype (self->list, tensor.dtype, tensor.dtype_length, &entry.dtype_at, error))
    return FALSE;
  return sema_tensor_list_add (self->list, &entry, error);
}

/* Something that PyTorch would make a tensor of that does not lie there number by number: a sparse one, a quantized one. */
static gboolean
is_unknown_tensor (const Walk *self, guint32 value)
{
  const SemaPickleValue *call = sema_pickle_peek (self->pickle, value);
  const char            *name;
  gsize                  length;

  if (call->kind != SEMA_PICKLE_CALL || !sema_pickle_is_global (self->pickle, call->callee, "torch._utils", NULL))
    return FALSE;
  name = sema_pickle_peek_bytes (self->pickle, sema_pickle_peek (self->pickle, call->callee)->arguments, &length);
  return length > 9 && memcmp (name, "_rebuild_", 9) == 0;
}

static gboolean
visit (Walk *self, guint32 value, GError **error)
{
  value = sema_torch_tensor_unwrap (self->pickle, value);
  if (sema_torch_tensor_is_one (self->pickle, value))
    return add_tensor (self, value, error);
  if (is_unknown_tensor (self, value))
    {
      self->n_unknown++;
      return TRUE;
    }
  return enter (self, value, error);
}

/* What modules keep their parameters and their parts in has no place in the names. */
static gboolean
is_part_of_module (const SemaPickle *pickle, guint32 key)
{
  return sema_pickle_is_text (pickle, key, "_parameters") || sema_pickle_is_text (pickle, key, "_modules") || sema_pickle_is_text (pickle, key, "_buffers");
}

static gboolean
starts_with_optimizer (const SemaPickle *pickle, guint32 key)
{
  gsize       length;
  const char *text = sema_pickle_peek_bytes (pickle, key, &length);

  return text != NULL && length >= 9 && memcmp (text, "optimizer", 9) == 0;
}

static void
append_key (Walk *self, guint32 key, guint32 index)
{
  const SemaPickleValue *value = sema_pickle_peek (self->pickle, key);
  gsize                  length;
  const char            *text = sema_pickle_peek_bytes (self->pickle, key, &length);

  if (self->name->len > 0)
    g_string_append_c (self->name, '.');
  if (text != NULL)
    g_string_append_len (self->name, text, (gssize)length);
  else
    g_string_append_printf (self->name, "%" PRId64, value->kind == SEMA_PICKLE_INTEGER ? value->integer : (gint64)index);
}

/* The next item of a container; at its end the container is left. */
static gboolean
step (Walk *self, GError **error)
{
  Level  *level = (Level *)(gpointer)(self->levels.data + self->levels.n_bytes) - 1;
  guint32 key = 0, value;
  guint32 index = level->n_seen++;

  g_string_truncate (self->name, level->prefix);
  if ((level->is_pairs && !sema_pickle_next (self->pickle, &level->item, &key)) || !sema_pickle_next (self->pickle, &level->item, &value))
    {
      self->levels.n_bytes -= sizeof *level;
      return TRUE;
    }
  if (level->prefix == 0 && starts_with_optimizer (self->pickle, key))
    {
      self->has_optimizer = TRUE;
      return TRUE;
    }
  if (!level->is_unnamed && !is_part_of_module (self->pickle, key))
    append_key (self, key, index);
  return visit (self, value, error);
}

static gboolean
walk (Walk *self, GError **error)
{
  if (!visit (self, sema_pickle_get_top (self->pickle), error))
    return FALSE;
  for (guint64 n = 0; self->levels.n_bytes > 0; n++)
    {
      if (n % VISITS_BETWEEN_LOOKS == 0 && sema_progress_is_cancelled (self->file->progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      if (self->list->names.n_bytes > MAX_NAMES)
        {
          g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” is damaged: the names of its tensors take more than %d MiB."), self->file->label, MAX_NAMES >> 20);
          return FALSE;
        }
      if (!step (self, error))
        return FALSE;
    }
  return TRUE;
}

static void
warn (Walk *self)
{
  if (self->n_left_out > 1)
    g_ptr_array_add (self->warnings, g_strdup_printf (ngettext ("%" PRIu64 " more tensor was left out.", "%" PRIu64 " more tensors were left out.", self->n_left_out - 1), self->n_left_out - 1));
  if (self->n_unknown > 0)
    g_ptr_array_add (self->warnings, g_strdup_printf (ngettext ("%" PRIu64 " tensor that is sparse, quantized or of another special kind was left out.",
                                                                "%" PRIu64 " tensors that are sparse, quantized or of another special kind were left out.", self->n_unknown),
                                                      self->n_unknown));
  if (self->has_optimizer)
    g_ptr_array_add (self->warnings, g_strdup (_ ("The state of the optimizer was left out.")));
  sema_pickle_globals_warn (self->pickle, self->warnings);
}

/* Where nothing is left, the first warning is why. */
static gboolean
check_any (Walk *self, GError **error)
{
  if (sema_tensor_list_get_n (self->list) > 0)
    return sema_tensor_list_finish (self->list, self->file->label, error);
  if (self->n_left_out > 0)
    g_set_error_literal (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, g_ptr_array_index (self->warnings, 0));
  else
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” is a PyTorch file without a tensor that can be read here."), self->file->label);
  return FALSE;
}

/**
 * sema_torch_list:
 * @pickle: what PyTorch wrote about an object: a state dict, a checkpoint with one in it, a module
 * @file: where the numbers are
 * @list: gets the tensors, by the names that lead to them, with dots between
 * @warnings: (element-type utf8): gets sentences: what was left out, and what the file would have run
 * @error: return location
 *
 * Finds the tensors in a pickle. Nothing of it is run: what a call of PyTorch's own would make is read from its arguments. Each
 * container is gone into once, wherever it stands. O(values), whatever they look like, without recursion.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED, %SEMA_FORMAT_ERROR_UNKNOWN when there is no tensor, %SEMA_CORE_ERROR_NO_MEMORY
 *   or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_torch_list (const SemaPickle *pickle, const SemaTorchFile *file, SemaTensorList *list, GPtrArray *warnings, GError **error)
{
  Walk     self = {.pickle = pickle, .file = file, .list = list, .warnings = warnings};
  gboolean is_done;

  self.visited = sema_memory_alloc (sema_pickle_get_n (pickle), error);
  if (self.visited == NULL)
    return FALSE;
  memset (self.visited, 0, sema_pickle_get_n (pickle));
  self.name = g_string_new (NULL);
  is_done = walk (&self, error);
  if (is_done)
    warn (&self);
  is_done = is_done && check_any (&self, error);
  g_string_free (self.name, TRUE);
  sema_buffer_clear (&self.levels);
  sema_memory_free (self.visited);
  return is_done;
}
