/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place-fixture.h"

static void
test_nothing_to_show (void)
{
  g_autoptr (SemaSet)    set = place_fixture_make_set ();
  g_autoptr (SemaRecipe) one = place_fixture_make_recipe ("apple zero");
  g_autoptr (SemaRecipe) none = place_fixture_make_recipe ("cake");
  SemaLooks              looks = {.place = SEMA_PLACE_COMPARE};
  g_autoptr (GError)     error = NULL;

  g_assert_null (sema_place_picture_new (set, one, &looks, NULL, &error));
  g_assert_error (error, SEMA_PLACE_PICTURE_ERROR, SEMA_PLACE_PICTURE_ERROR_TOO_FEW);
  g_clear_error (&error);
  looks.place = SEMA_PLACE_QUESTIONS;
  g_assert_null (sema_place_picture_new (set, one, &looks, NULL, &error));
  g_assert_error (error, SEMA_PLACE_PICTURE_ERROR, SEMA_PLACE_PICTURE_ERROR_NO_QUESTION);
  g_clear_error (&error);
  place_fixture_put (none, "edible: apple / stone");
  g_assert_null (sema_place_picture_new (set, none, &looks, NULL, &error));
  g_assert_error (error, SEMA_PLACE_PICTURE_ERROR, SEMA_PLACE_PICTURE_ERROR_TOO_FEW);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place-picture/nothing-to-show", test_nothing_to_show);
  return g_test_run ();
}
