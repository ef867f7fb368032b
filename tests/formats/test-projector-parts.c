/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projector-parts.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-test-files.h"

/* Two of one name, one without a name, and one whose numbers lie elsewhere. */
#define SEVERAL "{\"embeddings\": [{\"tensorName\": \"a\", \"tensorPath\": \"one.tsv\"}, {\"tensorName\": \"a\", \"tensorPath\": \"two.tsv\"}, " \
                "{\"tensorPath\": \"none.tsv\"}, {\"tensorName\": \"gone\"}, {\"tensorName\": \"out\", \"tensorPath\": \"../x.tsv\"}]}"

static char *
put (const char *name, const char *text)
{
  return sema_test_files_write (name, text, strlen (text));
}

static void
test_list (void)
{
  g_autofree char      *path = put ("config.json", SEVERAL);
  g_autofree char      *other = put ("other.json", "{\"tensor\": 1}");
  g_autofree char      *one = put ("one.tsv", "1\t2\n");
  g_autofree char      *two = put ("two.tsv", "3\t4\n5\t6\n");
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) members = sema_projector_parts_list (path, &error);
  g_autoptr (GString)   list = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < members->len; i++)
    {
      const SemaArchiveMember *member = g_ptr_array_index (members, i);

      g_string_append_printf (list, "%s:%d ", member->name, (int)member->n_bytes);
    }
  g_assert_cmpstr (list->str, ==, "a:4 two.tsv:8 none.tsv:0 out:0 ");
  g_assert_null (sema_projector_parts_list (other, &error));
  g_assert_no_error (error);
  g_assert_null (sema_projector_parts_list ("/nowhere", &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
}

static SemaSet *
load (const char *path, const char *part, GError **error)
{
  return sema_formats_load_with (path, &(SemaFormatsOptions) {.part = part}, NULL, error);
}

/* One of several must be chosen, by the names that are listed. */
static void
test_choose (void)
{
  g_autofree char    *path = put ("config.json", SEVERAL);
  g_autofree char    *one = put ("one.tsv", "1\t2\n");
  g_autofree char    *two = put ("two.tsv", "3\t4\n5\t6\n");
  g_autoptr (SemaSet) first = load (path, "a", NULL), second = load (path, "two.tsv", NULL);
  g_autoptr (GError)  error = NULL;

  g_assert_cmpuint (sema_set_get_n_rows (first), ==, 1);
  g_assert_cmpstr (sema_set_get_name (first), ==, "config.json · a");
  g_assert_cmpuint (sema_set_get_n_rows (second), ==, 2);
  g_assert_null (load (path, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_PARTS);
  g_assert_cmpstr (error->message, ==, "“config.json” has 4 embeddings in it, of which one must be chosen: “a”, “two.tsv”, “none.tsv”, “out”.");
  g_clear_error (&error);
  g_assert_null (load (path, "gone", &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_cmpstr (error->message, ==, "“config.json” has no embedding “gone” whose numbers lie in a file; it has “a”, “two.tsv”, “none.tsv”, “out”.");
  g_clear_error (&error);
  g_assert_null (load (path, "out", &error));
  g_assert_nonnull (strstr (error->message, "not in its folder"));
}

/* Of one there is nothing to choose. */
static void
test_only (void)
{
  g_autofree char    *path = put ("config.json", "{\"embeddings\": [{\"tensorName\": \"a\"}, {\"tensorName\": \"b\", \"tensorPath\": \"one.tsv\"}]}");
  g_autofree char    *one = put ("one.tsv", "1\t2\n");
  g_autoptr (SemaSet) set = load (path, NULL, NULL);

  sema_test_assert_warning (set, "“config.json” has 2 embeddings, of which only “b” has its numbers in a file.");
  g_assert_cmpstr (sema_set_get_name (set), ==, "config.json");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/projector-parts/list", test_list);
  g_test_add_func ("/formats/projector-parts/choose", test_choose);
  g_test_add_func ("/formats/projector-parts/only", test_only);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
