/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "sema-error.h"
#include "sema-format.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"

#define DIM 3

static const float one_two_three[DIM] = {1.0f, 2.0f, 3.0f};

static void
assert_refused (const char *text, int code, const char *part)
{
  sema_test_assert_refused ("x.txt", text, strlen (text), SEMA_FORMAT_ERROR, code, part);
}

/* Every way to write the same two rows. */
static void
test_shapes (void)
{
  static const struct
  {
    const char *text;
    const char *format;
  } cases[] = {
    {"a 1 2 3\nb 1 2 3\n", "glove-text"},
    {"2 3\na 1 2 3\nb 1 2 3\n", "word2vec-text"},
    {"2 3\na 1 2 3 \nb 1 2 3 \n", "word2vec-text"},
    {"2 3\r\na 1 2 3\r\nb 1 2 3\r\n", "word2vec-text"},
    {"a\t1\t2\t3\nb\t1\t2\t3\n", "glove-text"},
    {"a  1  2  3\nb 1   2 3\n", "glove-text"},
    {"\n\na 1 2 3\n\n \t \nb 1 2 3\n\n", "glove-text"},
    {"\xef\xbb\xbf"
     "2 3\na 1 2 3\nb 1 2 3\n",
     "word2vec-text"},
    {"\xef\xbb\xbf"
     "a 1 2 3\nb 1 2 3\n",
     "glove-text"},
    {"a 1.000000 2.0e0 +3.\nb 01 20e-1 .3E1\n", "glove-text"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SemaSet) set = sema_test_load_text (cases[i].text);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (sema_set_get_format (set), ==, cases[i].format);
      g_assert_cmpuint (sema_set_get_n_rows (set), ==, 2);
      sema_test_assert_row (set, 0, "a", -1, DIM, one_two_three);
      sema_test_assert_row (set, 1, "b", -1, DIM, one_two_three);
      sema_test_assert_no_warnings (set);
    }
}

/* Words are the bytes left of the numbers. */
static void
test_words (void)
{
  static const char *const words[] = {
    ". . .", "at name@domain.com", "new york", "a b c d", "66", "\302\240", "a\302\205b", "a\342\200\250b", "x\vy\fz", "a\rb", "\xff\xfe",
    "gr\xf6\xdf"
    "e",
    "日本語", "", "nan", "-", "1,5", "word",
    "word"};
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SemaSet) set = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_string_append_printf (text, "%s 1 2 3\n", words[i]);
  set = sema_test_load_text (text->str);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    sema_test_assert_row (set, i, words[i], -1, DIM, one_two_three);
  g_assert_cmpuint (sema_vocab_get_n_duplicates (sema_set_get_vocab (set)), ==, 1);
}

static void
test_nul (void)
{
  static const char   text[] = "a\0b 1 2 3\nc 1 2 3\n";
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = sema_test_load ("nul.txt", text, sizeof text - 1, &error);

  g_assert_no_error (error);
  sema_test_assert_row (set, 0, "a\0b", 3, DIM, one_two_three);
}

/* Numbers that the C library of another locale, Python or a lenient reader would take make a line bad. */
static void
test_bad_numbers (void)
{
  static const char *const numbers[] = {"0x3", "1_0", "3,5", "\331\243", "+", ".", "e5", "1e", "1.2.3", "--1", "1f", "infinit", "1e+", "３"};

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char    *text = g_strdup_printf ("a 1 2 3\nbad 1 %s 3\nb 1 2 3\n", numbers[i]);
      g_autoptr (SemaSet) set = sema_test_load_text (text);

      g_test_message ("%s", numbers[i]);
      g_assert_cmpuint (sema_set_get_n_rows (set), ==, 2);
      sema_test_assert_row (set, 1, "b", -1, DIM, one_two_three);
      sema_test_assert_warning (set, "1 line was left out");
      sema_test_assert_warning (set, "line 2 (number 2 is none)");
    }
}

/* Short and long rows first, in the middle and last. */
static void
test_bad_rows (void)
{
  static const struct
  {
    const char *text, *part;
    gsize       n_rows;
  } cases[] = {
    {"bad 1\na 1 2 3\nb 1 2 3\n", "line 1 (1 number)", 2},
    {"a 1 2 3\nbad 1 2\nb 1 2 3\n", "line 2 (2 numbers)", 2},
    {"a 1 2 3\nb 1 2 3\nbad\n", "line 3 (0 numbers)", 2},
    {"7 8 1 2 3\na 1 2 3\nb 1 2 3\n", "line 1 (4 numbers)", 2},
    {"a 1 2 3\nb 1 2 3\n7 8 9 1 2 3\n", "line 3 (5 numbers)", 2},
    {"3 3\nbad 1 2\na 1 2 3\nb 1 2 3\n", "line 2 (2 numbers)", 2},
    {"3 3\na 1 2 3\nbad 1 2\nb 1 2 3\n", "line 3 (2 numbers)", 2},
    {"3 3\na 1 2 3\nb 1 2 3\nbad 1\n", "line 4 (1 number)", 2},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SemaSet) set = sema_test_load_text (cases[i].text);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpuint (sema_set_get_n_rows (set), ==, cases[i].n_rows);
      sema_test_assert_row (set, 0, "a", -1, DIM, one_two_three);
      sema_test_assert_row (set, 1, "b", -1, DIM, one_two_three);
      sema_test_assert_warning (set, cases[i].part);
      g_assert_false (sema_test_has_warning (set, "promises"));
    }
}

static void
test_mostly_bad (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 50; i++)
    g_string_append (text, i % 2 == 0 ? "good 1 2 3\n" : "bad 1 2 x\n");
  assert_refused (text->str, SEMA_FORMAT_ERROR_DAMAGED, "of its first 50 lines 25 do not hold a word and 3 numbers: line 2 (number 3 is none)");
}

static void
test_promises (void)
{
  g_autoptr (SemaSet) too_many = sema_test_load_text ("5 3\na 1 2 3\nb 1 2 3\n");
  g_autoptr (SemaSet) too_few = sema_test_load_text ("1 3\na 1 2 3\nb 1 2 3\nc 1 2 3\n");
  g_autoptr (SemaSet) unknown = sema_test_load_text ("2 3\na 1 2 3\nb 1 2 3\n<unk> 1 2 3\n");
  g_autoptr (SemaSet) none = sema_test_load_text ("0 3\na 1 2 3\nb 1 2 3\n");
  g_autoptr (SemaSet) numbers = sema_test_load_text ("2 5\na 1 2 3\nb 1 2 3\n");
  g_autoptr (SemaSet) huge = sema_test_load_text ("99999999999999999999 3\na 1 2 3\n");

  g_assert_cmpuint (sema_set_get_n_rows (too_many), ==, 2);
  sema_test_assert_warning (too_many, "Line 1 promises 5 words; the file has 2 whole ones.");
  g_assert_cmpuint (sema_set_get_n_rows (too_few), ==, 1);
  sema_test_assert_warning (too_few, "Line 1 promises 1 words; 2 more lines follow them and were left out.");
  g_assert_cmpuint (sema_set_get_n_rows (unknown), ==, 3);
  sema_test_assert_no_warnings (unknown);
  g_assert_cmpuint (sema_set_get_n_rows (none), ==, 2);
  sema_test_assert_warning (none, "Line 1 promises 0 words; the file has 2");
  g_assert_cmpuint (sema_set_get_dim (numbers), ==, 3);
  sema_test_assert_warning (numbers, "Line 1 promises vectors of 5 numbers; they have 3.");
  g_assert_cmpuint (sema_set_get_n_rows (huge), ==, 1);
}

/* GloVe's -model 0 writes twice the numbers that its header says, and two more. */
static void
test_model_0 (void)
{
  g_autoptr (SemaSet) set = sema_test_load_text ("4 1\na 1 2 3 4\nb 1 2 3 4\nc 1 2 3 4\nd 1 2 3 4\n");

  g_assert_cmpuint (sema_set_get_dim (set), ==, 4);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 4);
  sema_test_assert_warning (set, "promises vectors of 1 numbers; they have 4");
}

/* Lines that end as they did on old Macintoshes are one line for everybody else: no rows are made of it. */
static void
test_lone_returns (void)
{
  assert_refused ("a 1 2 3\rb 1 2 3\rc 1 2 3\r", SEMA_FORMAT_ERROR_UNKNOWN, "carriage returns alone");
}

static void
test_no_numbers_promised (void)
{
  assert_refused ("5 0\na\nb\n", SEMA_FORMAT_ERROR_DAMAGED, "Line 1 of “x.txt” promises vectors of 0 numbers: “5 0”; at least 1 is needed.");
}

static void
test_one_dimension (void)
{
  g_autoptr (SemaSet) bare = sema_test_load_text ("7 5\n8 6\n9 7\n");
  g_autoptr (SemaSet) with_header = sema_test_load_text ("2 1\na 5\nb 6\n");

  g_assert_cmpstr (sema_set_get_format (bare), ==, "glove-text");
  g_assert_cmpuint (sema_set_get_n_rows (bare), ==, 3);
  g_assert_cmpfloat (sema_set_get_row (bare, 0)[0], ==, 5.0f);
  g_assert_cmpstr (sema_set_get_format (with_header), ==, "word2vec-text");
  g_assert_cmpuint (sema_set_get_n_rows (with_header), ==, 2);
}

static void
test_last_line (void)
{
  g_autoptr (SemaSet) open = sema_test_load_text ("a 1 2 3\nb 1 2 3");
  g_autoptr (SemaSet) cut = sema_test_load_text ("a 1 2 3\nb 1 2");
  g_autoptr (SemaSet) cut_word = sema_test_load_text ("2 3\na 1 2 3\nb");

  sema_test_assert_row (open, 1, "b", -1, DIM, one_two_three);
  sema_test_assert_warning (open, "last line, number 2: it may be cut");
  g_assert_cmpuint (sema_set_get_n_rows (cut), ==, 1);
  sema_test_assert_warning (cut, "The file ends inside line 2, which was left out.");
  g_assert_cmpuint (sema_set_get_n_rows (cut_word), ==, 1);
  sema_test_assert_warning (cut_word, "ends inside line 3");
  sema_test_assert_warning (cut_word, "promises 2 words; the file has 1 whole one");
}

/* The last line of a gzip file that ends early is left out even where it looks whole. */
static void
test_cut_gzip (void)
{
  static const char      text[] = "a 1 2 3\nb 1 2 3\nc 1 2 34567";
  g_autoptr (GByteArray) packed = sema_test_gzip (text, sizeof text - 1);
  g_autoptr (GError)     error = NULL;
  g_autoptr (SemaSet)    set = sema_test_load ("x.gz", packed->data, packed->len - 8, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 2);
  sema_test_assert_warning (set, "ends early");
  sema_test_assert_warning (set, "ends inside line 3");
}

static void
test_decimal_commas (void)
{
  assert_refused ("a 0,5 1,25 -3,1\nb 0,1 2,5 1,0\n", SEMA_FORMAT_ERROR_UNKNOWN, "decimal commas");
  assert_refused ("2 3\na 0,5 1,25 -3,1\nb 0,1 2,5 1,0\n", SEMA_FORMAT_ERROR_UNKNOWN, "decimal commas");
  assert_refused ("2 1\na 0,5\nb 0,1\n", SEMA_FORMAT_ERROR_UNKNOWN, "decimal commas");
}

/* Half of Europe writes 0,5: files are read the same there. */
static void
test_locale (void)
{
  static const char *const locales[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8"};
  gboolean                 any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autoptr (SemaSet) set = NULL;

      if (setlocale (LC_ALL, locales[i]) == NULL)
        continue;
      any = TRUE;
      set = sema_test_load_text ("2 3\nI 0.5 1e-3 INFINITY\ni 0.1234567890123456789 -.25 1.\n");
      g_assert_cmpfloat (sema_set_get_row (set, 0)[0], ==, 0.5f);
      g_assert_cmpfloat (sema_set_get_row (set, 0)[1], ==, 1e-3f);
      g_assert_cmpfloat (sema_set_get_row (set, 1)[0], ==, 0.12345679f);
      setlocale (LC_ALL, "C.UTF-8");
    }
  if (!any)
    g_test_skip ("no locale with decimal commas is installed");
}

static void
test_many_columns (void)
{
  g_autoptr (GString) text = g_string_new ("2 1000000\n");
  g_autoptr (SemaSet) set = NULL;

  for (guint row = 0; row < 2; row++)
    {
      g_string_append (text, row == 0 ? "a" : "b");
      for (guint i = 0; i < 1000000; i++)
        g_string_append (text, i % 2 == 0 ? " 0.25" : " -1");
      g_string_append_c (text, '\n');
    }
  set = sema_test_load_text (text->str);
  g_assert_cmpuint (sema_set_get_dim (set), ==, 1000000);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 2);
  g_assert_cmpfloat (sema_set_get_row (set, 1)[999999], ==, -1.0f);
}

static void
test_long_word (void)
{
  g_autofree char    *word = g_strnfill (300000, 'x');
  g_autofree char    *text = g_strdup_printf ("a 1 2 3\n%s 1 2 3\n", word);
  g_autoptr (SemaSet) set = sema_test_load_text (text);

  sema_test_assert_row (set, 1, word, -1, DIM, one_two_three);
}

/* One line without end is no text of vectors, and takes no more memory than the longest line may. */
static void
test_endless_line (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GByteArray) packed = NULL;

  g_byte_array_set_size (bytes, 200 * 1024 * 1024);
  memset (bytes->data, '7', bytes->len);
  packed = sema_test_gzip (bytes->data, bytes->len);
  sema_memory_set_budget (100 * 1024 * 1024);
  sema_test_assert_refused ("endless.gz", packed->data, packed->len, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, "endless.gz");
  sema_memory_set_budget (0);
}

/* A line that is too long among others is left out. */
static void
test_one_endless_line (void)
{
  gsize                  length = 65 * 1024 * 1024;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError)     error = NULL;
  g_autoptr (SemaSet)    set = NULL;

  for (guint i = 0; i < 2000; i++)
    sema_test_append_text (bytes, "a 1 2 3\n");
  g_byte_array_set_size (bytes, bytes->len + (guint)length);
  memset (bytes->data + bytes->len - length, 'x', length);
  sema_test_append_text (bytes, "\nb 1 2 3\n");
  set = sema_test_load ("endless.txt", bytes->data, bytes->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 2001);
  sema_test_assert_warning (set, "line 2001 (too long)");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/vectors-text/shapes", test_shapes);
  g_test_add_func ("/formats/vectors-text/words", test_words);
  g_test_add_func ("/formats/vectors-text/nul", test_nul);
  g_test_add_func ("/formats/vectors-text/bad-numbers", test_bad_numbers);
  g_test_add_func ("/formats/vectors-text/bad-rows", test_bad_rows);
  g_test_add_func ("/formats/vectors-text/mostly-bad", test_mostly_bad);
  g_test_add_func ("/formats/vectors-text/promises", test_promises);
  g_test_add_func ("/formats/vectors-text/model-0", test_model_0);
  g_test_add_func ("/formats/vectors-text/lone-returns", test_lone_returns);
  g_test_add_func ("/formats/vectors-text/no-numbers-promised", test_no_numbers_promised);
  g_test_add_func ("/formats/vectors-text/one-dimension", test_one_dimension);
  g_test_add_func ("/formats/vectors-text/last-line", test_last_line);
  g_test_add_func ("/formats/vectors-text/cut-gzip", test_cut_gzip);
  g_test_add_func ("/formats/vectors-text/decimal-commas", test_decimal_commas);
  g_test_add_func ("/formats/vectors-text/locale", test_locale);
  g_test_add_func ("/formats/vectors-text/many-columns", test_many_columns);
  g_test_add_func ("/formats/vectors-text/long-word", test_long_word);
  g_test_add_func ("/formats/vectors-text/endless-line", test_endless_line);
  g_test_add_func ("/formats/vectors-text/one-endless-line", test_one_endless_line);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
