/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-archive-members.h"

typedef struct
{
  gboolean   is_done;
  GPtrArray *members;
  GError    *error;
} Answer;

static void
listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->members = sema_archive_members_list_finish (result, &answer->error);
  answer->is_done = TRUE;
}

static Answer
list (const char *folder, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "formats", folder, name, NULL);
  Answer           answer = {0};

  sema_archive_members_list_async (path, NULL, listed, &answer);
  while (!answer.is_done)
    g_main_context_iteration (NULL, TRUE);
  return answer;
}

static void
test_list (void)
{
  Answer                answer = list ("archives", "two.zip");
  g_autoptr (GPtrArray) members = answer.members;

  g_assert_no_error (answer.error);
  g_assert_cmpuint (members->len, ==, 2);
  g_assert_cmpstr (((const SemaArchiveMember *)g_ptr_array_index (members, 1))->name, ==, "large/glove.9d.txt");
}

static void
test_configuration (void)
{
  Answer                answer = list ("projector", "projector_config.json");
  g_autoptr (GPtrArray) members = answer.members;

  g_assert_no_error (answer.error);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_cmpuint (((const SemaArchiveMember *)g_ptr_array_index (members, 0))->n_bytes, ==, 96);
}

static void
test_failure (void)
{
  Answer answer = list ("archives", "make-archives.py");

  g_assert_null (answer.members);
  g_assert_error (answer.error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_clear_error (&answer.error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive-members/list", test_list);
  g_test_add_func ("/archive-members/configuration", test_configuration);
  g_test_add_func ("/archive-members/failure", test_failure);
  return g_test_run ();
}
