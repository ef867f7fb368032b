/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vectors-place.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "session-fixture.h"

/* sha256sum of the text three times over: it is shorter than a sample, so that each is what comes from its place. */
#define TEXT "king 1 0\n"

typedef struct
{
  char *here;
  char *there;
  char *path; /* of vectors.txt in here */
} Places;

static void
places_init (Places *self)
{
  self->here = g_dir_make_tmp ("here-XXXXXX", NULL);
  self->there = g_dir_make_tmp ("there-XXXXXX", NULL);
  self->path = g_build_filename (self->here, "vectors.txt", NULL);
  g_assert_true (g_file_set_contents (self->path, TEXT, -1, NULL));
}

static void
places_clear (Places *self)
{
  g_unlink (self->path);
  g_rmdir (self->here);
  g_rmdir (self->there);
  g_free (self->here);
  g_free (self->there);
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, places_clear)

/* Puts a file of the name into the other folder. */
static char *
put_there (const Places *places, const char *text)
{
  char *path = g_build_filename (places->there, "vectors.txt", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
assert_found (const SemaVectorsPlace *place, const char *beside, const char *folder, const char *expected)
{
  const char *const  folders[] = {"/nowhere", folder, NULL};
  g_autoptr (GError) error = NULL;
  g_autofree char   *found = sema_vectors_place_find (place, beside, folders, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_not_found (const SemaVectorsPlace *place, const char *beside, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sema_vectors_place_find (place, beside, NULL, &error));
  g_assert_error (error, SEMA_VECTORS_PLACE_ERROR, code);
}

/* What stands in files of sessions must be found again by every later program: this is what sha256sum says. */
static void
test_new (void)
{
  g_auto (Places)              places = {0};
  g_autoptr (SemaVectorsPlace) place = NULL;
  g_autofree char             *expected = NULL;

  places_init (&places);
  place = sema_vectors_place_new (places.path);
  expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, TEXT " 1 0\n" TEXT, -1);
  g_assert_cmpstr (place->name, ==, "vectors.txt");
  g_assert_cmpuint (place->size, ==, strlen (TEXT));
  g_assert_cmpstr (place->sample, ==, expected);
  g_assert_true (g_str_has_prefix (place->uri, "file:///"));
  g_assert_true (sema_vectors_place_is_known (place));
}

static void
test_order (void)
{
  g_auto (Places)              places = {0};
  g_autoptr (SemaVectorsPlace) place = NULL;
  g_autofree char             *other = NULL;
  g_autofree char             *session = NULL;

  places_init (&places);
  place = sema_vectors_place_new (places.path);
  other = put_there (&places, TEXT);
  session = g_build_filename (places.there, "a.semascope", NULL);
  assert_found (place, session, NULL, places.path);
  g_unlink (places.path);
  assert_found (place, session, NULL, other);
  assert_found (place, NULL, places.there, other);
  g_unlink (other);
  assert_not_found (place, session, SEMA_VECTORS_PLACE_ERROR_MISSING);
}

/* One byte in the middle, or one more: not the file. The right one is taken although a wrong one lies where it was. */
static void
test_different (void)
{
  g_auto (Places)              places = {0};
  g_autoptr (SemaVectorsPlace) place = NULL;
  g_autofree char             *other = NULL;

  places_init (&places);
  place = sema_vectors_place_new (places.path);
  g_assert_true (g_file_set_contents (places.path, "kinG 1 0\n", -1, NULL));
  assert_not_found (place, NULL, SEMA_VECTORS_PLACE_ERROR_DIFFERENT);
  g_assert_true (g_file_set_contents (places.path, TEXT TEXT, -1, NULL));
  assert_not_found (place, NULL, SEMA_VECTORS_PLACE_ERROR_DIFFERENT);
  other = put_there (&places, TEXT);
  assert_found (place, NULL, places.there, other);
  g_unlink (other);
}

/* Sessions of before have only the place, and what is there is it. */
static void
test_uri_alone (void)
{
  g_auto (Places)  places = {0};
  g_autofree char *uri = NULL;
  g_autofree char *other = NULL;
  SemaVectorsPlace place = {0};

  places_init (&places);
  uri = g_filename_to_uri (places.path, NULL, NULL);
  place.uri = uri;
  assert_found (&place, NULL, NULL, places.path);
  g_unlink (places.path);
  other = put_there (&places, "other");
  assert_found (&place, NULL, places.there, other);
  g_unlink (other);
}

/* A name that is a way, a pipe, a folder, another machine: none of them is opened. */
static void
test_strangers (void)
{
  g_auto (Places)  places = {0};
  g_autofree char *beside = NULL;
  SemaVectorsPlace way = {NULL, (char *)"../etc/passwd", 0, NULL};
  SemaVectorsPlace up = {NULL, (char *)"..", 0, NULL};
  SemaVectorsPlace pipe = {NULL, (char *)"pipe", 0, NULL};
  SemaVectorsPlace far = {(char *)"http://example.org/vectors.txt", NULL, 0, NULL};
  SemaVectorsPlace none = {0};
  g_autofree char *fifo = NULL;

  places_init (&places);
  beside = g_build_filename (places.here, "a.semascope", NULL);
  fifo = g_build_filename (places.here, "pipe", NULL);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_not_found (&way, beside, SEMA_VECTORS_PLACE_ERROR_MISSING);
  assert_not_found (&up, beside, SEMA_VECTORS_PLACE_ERROR_MISSING);
  assert_not_found (&pipe, beside, SEMA_VECTORS_PLACE_ERROR_MISSING);
  assert_not_found (&far, beside, SEMA_VECTORS_PLACE_ERROR_MISSING);
  assert_not_found (&none, beside, SEMA_VECTORS_PLACE_ERROR_MISSING);
  g_assert_false (sema_vectors_place_is_known (&none));
  g_unlink (fifo);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vectors-place/new", test_new);
  g_test_add_func ("/vectors-place/order", test_order);
  g_test_add_func ("/vectors-place/different", test_different);
  g_test_add_func ("/vectors-place/uri-alone", test_uri_alone);
  g_test_add_func ("/vectors-place/strangers", test_strangers);
  return g_test_run ();
}
