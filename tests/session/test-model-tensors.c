/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-model-tensors.h"

#include "sema-formats.h"

typedef struct
{
  gboolean   is_done;
  GPtrArray *list;
  GError    *error;
} Answer;

static void
listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->list = sema_model_tensors_list_finish (result, &answer->error);
  answer->is_done = TRUE;
}

static Answer
list (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "formats", "tensors", name, NULL);
  Answer           answer = {0};

  sema_model_tensors_list_async (path, NULL, listed, &answer);
  while (!answer.is_done)
    g_main_context_iteration (NULL, TRUE);
  return answer;
}

static const SemaModelTensor *
find (const GPtrArray *tensors, const char *label)
{
  for (guint i = 0; i < tensors->len; i++)
    if (g_str_equal (((SemaModelTensor *)g_ptr_array_index (tensors, i))->label, label))
      return g_ptr_array_index (tensors, i);
  g_assert_not_reached ();
}

/* What make-tensors.py wrote. */
static void
test_archive (void)
{
  Answer                 answer = list ("stored.npz");
  g_autoptr (GPtrArray)  tensors = answer.list;
  const SemaModelTensor *positions;

  g_assert_no_error (answer.error);
  positions = find (tensors, "wpe");
  g_assert_cmpstr (positions->name, ==, "wpe");
  g_assert_cmpstr (positions->kind, ==, "F16");
  g_assert_cmpstr (positions->shape, ==, "9 × 4");
  g_assert_true (positions->is_matrix);
  g_assert_false (positions->is_embedding);
}

static void
test_no_matrix (void)
{
  Answer                 answer = list ("no-axis.npy");
  g_autoptr (GPtrArray)  tensors = answer.list;
  const SemaModelTensor *only = find (tensors, "no-axis");

  g_assert_cmpuint (tensors->len, ==, 1);
  g_assert_cmpstr (only->shape, ==, "");
  g_assert_false (only->is_matrix);
}

static void
test_missing (void)
{
  Answer answer = list ("not-there.npz");

  g_assert_null (answer.list);
  g_assert_error (answer.error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
  g_clear_error (&answer.error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model-tensors/archive", test_archive);
  g_test_add_func ("/model-tensors/no-matrix", test_no_matrix);
  g_test_add_func ("/model-tensors/missing", test_missing);
  return g_test_run ();
}
