/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-blocks.h"

#include <string.h>

#include "sema-error.h"
#include "sema-line-scanner.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-test-files.h"

/* Goes through the blocks of a text and asserts that they are the text and whole lines. Returns how many there are. */
static guint
assert_blocks (const char *text, gsize length, guint n_blocks)
{
  g_autofree char       *path = sema_test_files_write ("blocks", text, length);
  g_autoptr (SemaSource) source = sema_source_open (path, NULL, NULL);
  g_autoptr (SemaPipe)   pipe = sema_text_blocks_new (source, n_blocks);
  g_autoptr (GError)     error = NULL;
  SemaPipeBlock         *block;
  gsize                  at = 0;
  guint                  n = 0;

  while ((block = sema_pipe_take (pipe, &error)) != NULL)
    {
      const SemaBuffer *bytes = &block->bytes;

      g_assert_cmpuint (bytes->n_bytes, <=, length - at);
      g_assert_true (bytes->n_bytes == 0 || memcmp (bytes->data, text + at, bytes->n_bytes) == 0);
      at += bytes->n_bytes;
      if (at < length)
        g_assert_cmpint (bytes->data[bytes->n_bytes - 1], ==, '\n');
      /* What is beyond a block's size is the rest of one line. */
      if (bytes->n_bytes > SEMA_TEXT_BLOCK)
        g_assert_null (memchr (bytes->data + SEMA_TEXT_BLOCK, '\n', bytes->n_bytes - SEMA_TEXT_BLOCK - 1));
      g_assert_false (((SemaTextBlockNote *)block->note)->has_too_long);
      g_assert_false (((SemaTextBlockNote *)block->note)->is_cut);
      sema_pipe_give_back (pipe, block);
      n++;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (at, ==, length);
  return n;
}

static void
test_small (void)
{
  static const char *const texts[] = {"", "a", "\n", "a 1\n", "a 1\nb 2", "a 1\r\n\r\n\nb 2\r"};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint n_blocks = 1; n_blocks < 4; n_blocks++)
      g_assert_cmpuint (assert_blocks (texts[i], strlen (texts[i]), n_blocks), ==, 1);
}

/* Lines of every length up to far more than a block, ended and not. */
static void
test_lengths (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char    *letters = g_strnfill (1200000, 'x');

  for (gsize length = 0; length < 1200000; length = length * 4 / 3 + 1)
    {
      g_string_append_len (text, letters, (gssize)length);
      g_string_append (text, "\nshort\n");
    }
  g_assert_cmpuint (assert_blocks (text->str, text->len, 4), >, 8);
  g_string_append (text, "open");
  assert_blocks (text->str, text->len, 1);
  assert_blocks (text->str, text->len, 5);
}

/* Short lines fill the blocks. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < 3000000)
    g_string_append_printf (text, "line %" G_GSIZE_FORMAT "\n", text->len);
  g_assert_cmpuint (assert_blocks (text->str, text->len, 4), <=, 14);
}

/* A line beyond the limit is passed over and noted with the lines before it. */
static void
test_too_long (void)
{
  gsize                  length = SEMA_LINE_MAX + 1;
  g_autoptr (GByteArray) bytes = sema_test_bytes ("a\n");

  g_byte_array_set_size (bytes, (guint)(2 + length));
  memset (bytes->data + 2, 'x', length);
  sema_test_append_text (bytes, "\nb\n");
  for (guint is_ended = 0; is_ended < 2; is_ended++)
    {
      g_autofree char         *path = sema_test_files_write ("long", bytes->data, is_ended ? bytes->len : bytes->len - 3);
      g_autoptr (SemaSource)   source = sema_source_open (path, NULL, NULL);
      g_autoptr (SemaPipe)     pipe = sema_text_blocks_new (source, 1);
      SemaPipeBlock           *block = sema_pipe_take (pipe, NULL);
      const SemaTextBlockNote *note = block->note;

      g_assert_cmpmem (block->bytes.data, block->bytes.n_bytes, "a\n", 2);
      g_assert_true (note->has_too_long);
      g_assert_cmpint (note->is_ended, ==, is_ended == 1);
      sema_pipe_give_back (pipe, block);
      block = sema_pipe_take (pipe, NULL);
      g_assert_cmpmem (block->bytes.data, block->bytes.n_bytes, "b\n", is_ended ? 2 : 0);
      g_assert_false (note->has_too_long);
      sema_pipe_give_back (pipe, block);
      g_assert_null (sema_pipe_take (pipe, NULL));
    }
}

static void
test_cut_gzip (void)
{
  static const char        text[] = "a 1 2 3\nb 1 2 3\nc 1";
  g_autoptr (GByteArray)   packed = sema_test_gzip (text, sizeof text - 1);
  g_autofree char         *path = sema_test_files_write ("cut.gz", packed->data, packed->len - 8);
  g_autoptr (SemaSource)   source = sema_source_open (path, NULL, NULL);
  g_autoptr (SemaPipe)     pipe = sema_text_blocks_new (source, 1);
  const SemaPipeBlock     *block = sema_pipe_take (pipe, NULL);
  const SemaTextBlockNote *note = block->note;

  g_assert_cmpmem (block->bytes.data, block->bytes.n_bytes, text, sizeof text - 1);
  g_assert_true (note->is_cut);
}

static void
test_no_memory (void)
{
  g_autofree char *text = g_strnfill (700000, '\n');
  g_autofree char *path = sema_test_files_write ("memory", text, 700000);

  for (guint nth = 2; nth <= 4; nth++)
    {
      g_autoptr (SemaSource) source = NULL;
      g_autoptr (SemaPipe)   pipe = NULL;
      g_autoptr (GError)     error = NULL;

      sema_memory_fail_at (nth);
      source = sema_source_open (path, NULL, NULL);
      pipe = sema_text_blocks_new (source, 3);
      for (guint i = 2; i < nth; i++)
        g_assert_nonnull (sema_pipe_take (pipe, NULL));
      g_assert_null (sema_pipe_take (pipe, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      sema_memory_fail_at (0);
    }
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

int
main (int argc, char **argv)
{
  int result;

  /* Also where there is one processor. */
  sema_parallel_set_threads (2);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/text-blocks/small", test_small);
  g_test_add_func ("/formats/text-blocks/lengths", test_lengths);
  g_test_add_func ("/formats/text-blocks/many", test_many);
  g_test_add_func ("/formats/text-blocks/too-long", test_too_long);
  g_test_add_func ("/formats/text-blocks/cut-gzip", test_cut_gzip);
  g_test_add_func ("/formats/text-blocks/no-memory", test_no_memory);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
