/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-svg-ids.h"

#include <string.h>

#include "sema-memory.h"

static char *
rewrite (const char *svg)
{
  g_auto (SemaByteSink) sink = {0};

  g_assert_true (sema_svg_ids_renumber (svg, strlen (svg), &sink));
  return g_strndup (sink.length > 0 ? (const char *)sink.bytes : "", sink.length);
}

static void
assert_rewritten (const char *svg, const char *expected)
{
  g_autofree char *result = rewrite (svg);

  g_assert_cmpstr (result, ==, expected);
}

static void
test_ids_and_references (void)
{
  assert_rewritten ("<symbol overflow=\"visible\" id=\"glyph7-12\"/><use xlink:href=\"#glyph7-12\" x=\"1\"/>",
                    "<symbol overflow=\"visible\" id=\"glyph1\"/><use xlink:href=\"#glyph1\" x=\"1\"/>");
  assert_rewritten ("<g clip-path=\"url(#clip31)\"/><clipPath id='clip31'/><g id=\"surface99\"/>",
                    "<g clip-path=\"url(#clip1)\"/><clipPath id='clip1'/><g id=\"surface2\"/>");
  assert_rewritten ("<g style=\"fill:url(#linear5);mask:url(#mask8);\"/><a href=\"#mask8\"/>",
                    "<g style=\"fill:url(#linear1);mask:url(#mask2);\"/><a href=\"#mask2\"/>");
}

/* The same drawing at another time: only the numbers differ. */
static void
test_history_is_gone (void)
{
  g_autofree char *one = rewrite ("<g id=\"surface6\"><use xlink:href=\"#glyph0-1\"/><use xlink:href=\"#glyph0-2\"/><use xlink:href=\"#glyph1-1\"/></g>");
  g_autofree char *other = rewrite ("<g id=\"surface71\"><use xlink:href=\"#glyph4-1\"/><use xlink:href=\"#glyph4-2\"/><use xlink:href=\"#glyph5-1\"/></g>");

  g_assert_cmpstr (one, ==, other);
}

static void
test_everything_else_stays (void)
{
  const char *same[] = {
    "",
    "no tag: id=\"x\" url(#x)",
    "<text>id=\"x\" xlink:href=\"#x\" url(#x)</text>",
    "<image xlink:href=\"data:image/png;base64,url(#x)\"/>",
    "<!-- <g id=\"x\"> \" --><g x=\"1\"/>",
    "<![CDATA[ <g id=\"x\"> ]]>",
    "<?xml id=\"x\"?>",
    "<g grid=\"x\" data-id=\"y\" xml:id=\"z\"/>",
    "<g x=\"1",
    "<g x=\"url(#abc\"/>",
    "<g x='a > b' y=\"a < b\"/>",
    "<",
    "<!-- never closed <g id=\"x\"",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    assert_rewritten (same[i], same[i]);
}

static void
test_quotes (void)
{
  assert_rewritten ("<g x='>' id=\"a9\" y=\"'\" z='\"'/><g id=\"a9\"/>", "<g x='>' id=\"a1\" y=\"'\" z='\"'/><g id=\"a1\"/>");
  assert_rewritten ("<g id = \"a9\"\n/>", "<g id = \"a1\"\n/>");
  assert_rewritten ("<g id=\"\"/><g id=\"77\"/>", "<g id=\"1\"/><g id=\"2\"/>");
}

/* Cut anywhere, the rest of the file still comes through as it is. */
static void
test_cut (void)
{
  const char *svg = "<svg><g clip-path=\"url(#clip31)\"/><!-- \" --><clipPath id='clip31'/><use xlink:href=\"#glyph0-1\"/></svg>";

  for (gsize length = 0; length <= strlen (svg); length++)
    {
      g_auto (SemaByteSink) sink = {0};
      g_autofree char      *cut = g_strndup (svg, length);

      g_assert_true (sema_svg_ids_renumber (cut, length, &sink));
      g_assert_cmpuint (sink.length, <=, length);
      g_assert_cmpuint (sink.length + 8, >=, length);
    }
}

static void
test_no_memory (void)
{
  g_autofree char *blanks = g_strnfill (20000, ' ');
  g_autofree char *svg = g_strdup_printf ("<g id=\"a1\"/>%s<g id=\"a1\"/>", blanks);
  guint64          nth = 0;
  gboolean         done = FALSE;

  while (!done)
    {
      g_auto (SemaByteSink) sink = {0};

      sema_memory_fail_at (++nth);
      done = sema_svg_ids_renumber (svg, strlen (svg), &sink);
      g_assert_cmpuint (nth, <, 20);
    }
  sema_memory_fail_at (0);
  g_assert_cmpuint (nth, >, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/svg-ids/ids-and-references", test_ids_and_references);
  g_test_add_func ("/svg-ids/history-is-gone", test_history_is_gone);
  g_test_add_func ("/svg-ids/everything-else-stays", test_everything_else_stays);
  g_test_add_func ("/svg-ids/quotes", test_quotes);
  g_test_add_func ("/svg-ids/cut", test_cut);
  g_test_add_func ("/svg-ids/no-memory", test_no_memory);
  return g_test_run ();
}
