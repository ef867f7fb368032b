/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-reserved-token.h"

#include <string.h>

static void
test_names (void)
{
  static const char *const reserved[] = {
    "[unused12]",
    "<unused3>",
    "<unused_7>",
    "<|reserved_special_token_5|>",
    "<|reserved_special_token_250|>",
    "<|extra_0|>",
    "<|extratoken_1|>",
    "<|dummy_id_2|>",
    "<|placeholder1|>",
    "[control_8]",
    "<SPECIAL_20>",
    "madeupword0003",
    "<reserved-4>",
  };
  static const char *const others[] = {
    "unused12",
    "[unused]",
    "[12]",
    "<s>",
    "<|endoftext|>",
    "[CLS]",
    "<extra_id_5>",
    "<|extra_id_5|>",
    "extra1",
    "",
    "[",
    "<",
    "<>",
    "<|",
    "<|>",
    "[unused12>",
    "[reserved12",
    "madeupword",
    "mademadeupword1",
    "<0x41>",
    "control_8",
    "[MASK]",
    "7",
    "<7>",
    "<|7|>",
    "<_7>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (reserved); i++)
    g_assert_true (sema_reserved_token_recognise (reserved[i], strlen (reserved[i])));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (sema_reserved_token_recognise (others[i], strlen (others[i])));
}

/* As the Unicode standard, table 3-7, has it: C0, C1, and F5 to FF. */
static void
test_bytes (void)
{
  guint n = 0;

  for (guint byte = 0; byte < 256; byte++)
    {
      g_autofree char *written = g_strdup_printf ("<0x%02X>", byte);
      gboolean         is_reserved = sema_reserved_token_recognise (&(char) {(char)byte}, 1);

      g_assert_true (is_reserved == sema_reserved_token_recognise (written, 6));
      n += is_reserved;
    }
  g_assert_cmpuint (n, ==, 13);
  g_assert_false (sema_reserved_token_recognise ("\xf5\xf5", 2));
  g_assert_false (sema_reserved_token_recognise ("<0xFG>", 6));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reserved-token/names", test_names);
  g_test_add_func ("/reserved-token/bytes", test_bytes);
  return g_test_run ();
}
