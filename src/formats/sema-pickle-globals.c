/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pickle-globals.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-hash.h"

#define MOST_NAMES 5
#define MOST_LOOKED_AT 100000 /* globals of a file; a model has a few hundred */

/* Modules that have nothing but parts of models. A dot at the end: whatever lies below it. */
static const char *const modules[] = {
  "torch._utils",
  "torch.nn.",
  "torch.distributions.",
  "__torch__.",
  "gensim.",
  "numpy.random.",
  "numpy.core.multiarray",
  "numpy._core.multiarray",
  "numpy.core.numeric",
  "numpy._core.numeric",
};

/* Single names of modules that have worse ones. */
static const char *const names[] = {
  "collections.OrderedDict",
  "collections.defaultdict",
  "collections.Counter",
  "argparse.Namespace",
  "torch.Size",
  "torch.Tensor",
  "torch.device",
  "torch.dtype",
  "torch.float32",
  "torch.float16",
  "torch.bfloat16",
  "torch.float64",
  "torch.int64",
  "torch.int32",
  "torch.int16",
  "torch.int8",
  "torch.uint8",
  "torch.bool",
  "torch.complex64",
  "torch.complex128",
  "torch.per_tensor_affine",
  "torch.per_channel_affine",
  "torch.serialization._get_layout",
  "torch._tensor._rebuild_from_type_v2",
  "numpy.dtype",
  "numpy.ndarray",
  "_codecs.encode",
  "__builtin__.set",
  "__builtin__.dict",
  "__builtin__.list",
  "__builtin__.int",
  "__builtin__.float",
  "__builtin__.hash",
  "__builtin__.object",
  "__builtin__.bytearray",
  "builtins.set",
  "builtins.frozenset",
  "builtins.dict",
  "builtins.list",
  "builtins.int",
  "builtins.float",
  "builtins.hash",
  "builtins.object",
  "builtins.bytearray",
  "copy_reg._reconstructor",
  "copyreg._reconstructor",
};

static gboolean
is_in_module (const char *bytes, gsize length, const char *module)
{
  gsize n = strlen (module);

  if (module[n - 1] == '.')
    return length > n && memcmp (bytes, module, n) == 0;
  return length == n && memcmp (bytes, module, n) == 0;
}

static gboolean
is_expected (const SemaPickle *pickle, guint32 global, const char *name)
{
  gsize       length;
  const char *module = sema_pickle_peek_bytes (pickle, sema_pickle_peek (pickle, global)->callee, &length);

  if (g_str_has_suffix (name, "Storage") && (g_str_has_prefix (name, "torch.storage.") || (length == 5 && memcmp (module, "torch", 5) == 0)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (modules); i++)
    if (is_in_module (module, length, modules[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The names that are unusual, each once, in the order of the file. */
static GPtrArray *
collect (const SemaPickle *pickle)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (sema_hash_text, g_str_equal);
  GPtrArray             *unusual = g_ptr_array_new_with_free_func (g_free);
  guint32                n = sema_pickle_get_n (pickle);
  guint                  n_looked_at = 0;

  for (guint32 i = 1; i < n && n_looked_at < MOST_LOOKED_AT; i++)
    {
      g_autofree char *name = NULL;

      if (sema_pickle_peek (pickle, i)->kind != SEMA_PICKLE_GLOBAL)
        continue;
      n_looked_at++;
      name = sema_pickle_build_global_name (pickle, i);
      if (is_expected (pickle, i, name) || g_hash_table_contains (seen, name))
        continue;
      g_hash_table_add (seen, name);
      g_ptr_array_add (unusual, g_steal_pointer (&name));
    }
  return unusual;
}

/**
 * sema_pickle_globals_warn:
 * @pickle: a pickle
 * @warnings: (element-type utf8): gets a sentence when there is something to say
 *
 * Names what the file would have had Python run that is neither PyTorch's nor NumPy's own. A class of the author's is as unusual
 * as a command of the system: nobody can tell what either does. O(values).
 */
void
sema_pickle_globals_warn (const SemaPickle *pickle, GPtrArray *warnings)
{
  g_autoptr (GPtrArray) unusual = collect (pickle);
  guint                 n_more = unusual->len > MOST_NAMES ? unusual->len - MOST_NAMES : 0;
  g_autofree char      *text = NULL;

  if (unusual->len == 0)
    return;
  g_ptr_array_set_size (unusual, (gint)(unusual->len - n_more));
  g_ptr_array_add (unusual, NULL);
  text = g_strjoinv (", ", (char **)unusual->pdata);
  if (n_more > 0)
    g_ptr_array_add (warnings, g_strdup_printf (ngettext ("This file asks Python to run %s and %u more; nothing of it was run.",
                                                          "This file asks Python to run %s and %u more; nothing of it was run.", n_more),
                                                text, n_more));
  else
    g_ptr_array_add (warnings, g_strdup_printf (_ ("This file asks Python to run %s; nothing of it was run."), text));
}
