/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pickle-globals.h"

#include "sema-test-files.h"
#include "torch-fixture.h"

/* What is said about globals, each “module name”. */
static char *
warn_of (const char *const *globals)
{
  g_autoptr (GByteArray) bytes = sema_test_bytes ("](");
  g_autoptr (GPtrArray)  warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SemaPickle) pickle = NULL;

  for (guint i = 0; globals[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (globals[i], " ", 2);

      torch_fixture_global (bytes, names[0], names[1]);
    }
  sema_test_append_text (bytes, "e.");
  pickle = sema_pickle_parse (bytes->data, bytes->len, 0, "a", NULL, NULL);
  sema_pickle_globals_warn (pickle, warnings);
  g_assert_cmpuint (warnings->len, <=, 1);
  return warnings->len > 0 ? g_strdup (g_ptr_array_index (warnings, 0)) : NULL;
}

static void
test_expected (void)
{
  static const char *const globals[] = {"torch FloatStorage", "torch.storage UntypedStorage", "torch._utils _rebuild_tensor_v2", "torch bfloat16",
                                        "torch.nn.modules.sparse Embedding", "collections OrderedDict", "builtins set", "torch Size", NULL};

  g_assert_null (warn_of (globals));
}

static void
test_unusual (void)
{
  static const char *const one[] = {"os system", "os system", NULL};
  static const char *const lookalikes[] = {"torch load", "torch.hub load", "builtins eval", "torchStorage x", "my FloatStorage", NULL};
  static const char *const many[] = {"a a", "b b", "c c", "d d", "e e", "f f", "g g", NULL};
  g_autofree char         *first = warn_of (one);
  g_autofree char         *second = warn_of (lookalikes);
  g_autofree char         *third = warn_of (many);

  g_assert_cmpstr (first, ==, "This file asks Python to run os.system; nothing of it was run.");
  g_assert_cmpstr (second, ==, "This file asks Python to run torch.load, torch.hub.load, builtins.eval, torchStorage.x, my.FloatStorage; nothing of it was run.");
  g_assert_cmpstr (third, ==, "This file asks Python to run a.a, b.b, c.c, d.d, e.e and 2 more; nothing of it was run.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/pickle-globals/expected", test_expected);
  g_test_add_func ("/formats/pickle-globals/unusual", test_unusual);
  return g_test_run ();
}
