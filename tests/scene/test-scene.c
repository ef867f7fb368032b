/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scene.h"

#include <string.h>

static void
test_new (void)
{
  g_autoptr (SemaScene) scene = sema_scene_new (640, 480);

  g_assert_cmpfloat (scene->width, ==, 640);
  g_assert_cmpfloat (scene->height, ==, 480);
  g_assert_cmpfloat (scene->clip.width, ==, 0);
  g_assert_cmpuint (scene->hulls->len + scene->lines->len + scene->points->len + scene->stars->len, ==, 0);
  g_assert_cmpuint (scene->markers->len + scene->bars->len + scene->texts->len, ==, 0);
}

static void
test_text_is_copied (void)
{
  g_autoptr (SemaScene) scene = sema_scene_new (1, 1);
  char                  word[] = "word";
  SemaTextMark          mark = {.x = 3, .text = word, .index = 7};

  sema_scene_add_text (scene, &mark);
  memset (word, 'x', 4);
  g_assert_cmpstr (g_array_index (scene->texts, SemaTextMark, 0).text, ==, "word");
  g_assert_cmpint (g_array_index (scene->texts, SemaTextMark, 0).index, ==, 7);
}

static void
test_corners (void)
{
  g_autoptr (SemaScene) scene = sema_scene_new (1, 1);
  double               *few = sema_scene_add_corners (scene, 2);
  double               *more = sema_scene_add_corners (scene, 1000);

  few[3] = 1;
  more[1999] = 2;
  g_assert_cmpfloat (few[3], ==, 1);
  g_assert_cmpfloat (more[0], ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/scene/new", test_new);
  g_test_add_func ("/scene/scene/text-is-copied", test_text_is_copied);
  g_test_add_func ("/scene/scene/corners", test_corners);
  return g_test_run ();
}
