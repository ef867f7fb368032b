/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-canonical-order.h"

static void
assert_order (const gunichar *characters, gsize n, const gunichar *expected)
{
  g_auto (SemaBuffer) buffer = {0};

  for (gsize i = 0; i < n; i++)
    g_assert_true (sema_canonical_order_add (&buffer, &characters[i], 1, i, i + 1, NULL));
  sema_canonical_order_sort ((SemaCanonicalCharacter *)buffer.data, n);
  for (gsize i = 0; i < n; i++)
    g_assert_cmphex (((SemaCanonicalCharacter *)buffer.data)[i].ch, ==, expected[i]);
}

/* 0323 is below, of class 220; 0301 and 0308 above, of class 230, keep their order. */
static void
test_order (void)
{
  const gunichar marks[] = {'a', 0x301, 0x308, 0x323, 'b', 0x301, 0x323}, ordered[] = {'a', 0x323, 0x301, 0x308, 'b', 0x323, 0x301};

  assert_order (marks, G_N_ELEMENTS (marks), ordered);
  assert_order (marks, 0, ordered);
}

/* What one character became keeps its order too. */
static void
test_parts (void)
{
  const gunichar          parts[] = {0x1d158, 0x1d165, 0x1d16e};
  g_auto (SemaBuffer)     buffer = {0};
  SemaCanonicalCharacter *characters;

  g_assert_true (sema_canonical_order_add (&buffer, parts, 3, 0, 4, NULL));
  characters = (SemaCanonicalCharacter *)buffer.data;
  g_assert_cmpuint (sema_canonical_order_get_class (&characters[0]), ==, 0);
  g_assert_cmpuint (sema_canonical_order_get_class (&characters[1]), ==, 216);
  sema_canonical_order_sort (characters, 3);
  g_assert_cmphex (characters[1].ch, ==, 0x1d165);
  g_assert_cmphex (characters[2].ch, ==, 0x1d16e);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canonical-order/order", test_order);
  g_test_add_func ("/canonical-order/parts", test_parts);
  return g_test_run ();
}
