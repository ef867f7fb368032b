/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"
#include "sema-json.h"
#include "sema-recipe-json.h"
#include "sema-session-state.h"

/* What was asked is the same when it is written and read again. */
static void
write_again (const SemaRecipe *recipe)
{
  g_autoptr (JsonBuilder)      builder = json_builder_new ();
  g_autoptr (JsonNode)         root = NULL;
  g_autofree char             *text = NULL;
  g_autoptr (SemaSessionState) again = NULL;
  gsize                        length;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "semascope-session");
  json_builder_add_int_value (builder, 1);
  sema_recipe_json_build (recipe, builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = sema_json_generate (root, &length);
  again = sema_session_state_load (sema_fuzz_write ("b.semascope", text, length), NULL);
  g_assert_nonnull (again);
  g_assert_true (sema_recipe_equal (recipe, again->recipe));
}

void
sema_fuzz_read (const guint8 *data, gsize size)
{
  g_autoptr (GError)           error = NULL;
  g_autoptr (SemaSessionState) state = sema_session_state_load (sema_fuzz_write ("a.semascope", data, size), &error);

  sema_fuzz_check (state != NULL, &error);
  if (state != NULL)
    write_again (state->recipe);
}
