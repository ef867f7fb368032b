/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-likely-pieces.h"

#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "token-fixture.h"

static const char *const tokens[] = {"<unk>", "a", "b", "ab", "abc", "\u00e9", "e", "bb", NULL};
static const double      scores[] = {0, -2, -2, -3, -20, -1, -2, -4};

static gboolean
prepare (SemaLikelyPieces *model, const SemaTokenTable *table, GError **error)
{
  SemaBuffer copy = {0};
  gpointer   place = sema_buffer_append (&copy, sizeof scores, error);

  if (place == NULL)
    return FALSE;
  memcpy (place, scores, sizeof scores);
  for (guint byte = 0; byte < 256; byte++)
    model->bytes[byte] = SEMA_TOKEN_NO_ID;
  return sema_likely_pieces_prepare (model, table, &copy, error);
}

static void
assert_cut (const SemaLikelyPieces *model, const char *text, const char *expected)
{
  g_auto (SemaBuffer)      scratch = {0};
  g_auto (SemaTokenPieces) pieces = {0};
  g_autofree char         *cut = NULL;

  g_assert_true (sema_likely_pieces_cut (model, &scratch, text, strlen (text), 10, &pieces, NULL, NULL));
  cut = token_fixture_print (&pieces);
  g_assert_cmpstr (cut, ==, expected);
}

/* The sum decides: abc is less likely than ab and an unknown c is not; of equal ways that counts whose last piece begins first. */
static void
test_cut (void)
{
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  SemaLikelyPieces           model = {0};

  g_assert_true (prepare (&model, table, NULL));
  g_assert_cmpfloat (model.worst, ==, -20);
  assert_cut (&model, "", "");
  assert_cut (&model, "abab", "3[10,12) 3[12,14) ");
  assert_cut (&model, "abc", "4[10,13) ");
  assert_cut (&model, "aab", "1[10,11) 3[11,13) ");
  assert_cut (&model, "bb", "7[10,12) ");
  assert_cut (&model, "\u00e9e", "5[10,12) 6[12,13) ");
  assert_cut (&model, "axyb", "1[10,11) 0[11,13) 2[13,14) ");
  assert_cut (&model, "\xc3x\xff", "0[10,13) ");
  model.bytes['x'] = 1;
  assert_cut (&model, "axxb", "1[10,11) 1[11,12) 1[12,13) 2[13,14) ");
  assert_cut (&model, "axyb", "1[10,11) 0[11,13) 2[13,14) ");
  sema_likely_pieces_clear (&model);
}

static void
test_cancel (void)
{
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  g_autoptr (SemaProgress)   progress = sema_progress_new ();
  g_autoptr (GError)         error = NULL;
  g_auto (SemaBuffer)        scratch = {0};
  g_auto (SemaTokenPieces)   pieces = {0};
  SemaLikelyPieces           model = {0};

  g_assert_true (prepare (&model, table, NULL));
  sema_progress_cancel (progress);
  g_assert_false (sema_likely_pieces_cut (&model, &scratch, "abab", 4, 0, &pieces, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  sema_likely_pieces_clear (&model);
}

static void
test_no_memory (void)
{
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  gboolean                   is_done = FALSE;

  for (guint nth = 1; !is_done; nth++)
    {
      g_auto (SemaBuffer)      scratch = {0};
      g_auto (SemaTokenPieces) pieces = {0};
      g_autoptr (GError)       error = NULL;
      SemaLikelyPieces         model = {0};

      sema_memory_fail_at (nth);
      is_done = prepare (&model, table, &error) && sema_likely_pieces_cut (&model, &scratch, "abab", 4, 0, &pieces, NULL, &error);
      sema_memory_fail_at (0);
      g_assert_true (is_done || g_error_matches (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY));
      g_assert_true (is_done ? nth > 3 : nth < 100);
      sema_likely_pieces_clear (&model);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/likely-pieces/cut", test_cut);
  g_test_add_func ("/likely-pieces/cancel", test_cancel);
  g_test_add_func ("/likely-pieces/no-memory", test_no_memory);
  return g_test_run ();
}
