/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-foreign.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-fasttext-header.h"
#include "sema-foreign-zip.h"
#include "sema-little-endian.h"

/* Bytes that a kind of file starts with, and a clause that says what it is and what to do. */
typedef struct
{
  const char *bytes;
  gsize       length;
  gsize       offset;
  const char *clause;
} Magic;

#define MAGIC(bytes, offset, clause)          \
  {                                           \
    bytes, sizeof (bytes) - 1, offset, clause \
  }

/* The first that fits counts. Those of letters only are no match when a blank follows: that would be a word. */
static const Magic magics[] = {
  MAGIC ("GGUF", 0, N_ ("it is a GGUF model without a matrix; “semascope-cli tokenize --tokenizer” takes the tokenizer in it")),
         MAGIC ("FUGG", 0, N_ ("it is a GGUF model for machines of the other byte order")),
                MAGIC ("\x93NUMPY", 0, N_ ("it is a NumPy array (.npy), which has no words; “semascope-cli row” prints its rows")),
                       MAGIC ("\xba\x16\x4f\x2f", 0, N_ ("it is a fastText model")),
                              MAGIC ("\x28\xb5\x2f\xfd", 0, N_ ("it is compressed with Zstandard; decompress it first")),
                                     MAGIC ("\xfd\x37zXZ\0", 0, N_ ("it is compressed with xz; decompress it first")),
                                            MAGIC ("BZh", 0, N_ ("it is compressed with bzip2; decompress it first")),
                                                   MAGIC ("7z\xbc\xaf\x27\x1c", 0, N_ ("it is a 7-Zip archive; unpack it first")),
                                                          MAGIC ("Rar!\x1a\x07", 0, N_ ("it is a RAR archive; unpack it first")),
                                                                 MAGIC ("ustar", 257, N_ ("it is a tar archive; unpack it first")),
                                                                        MAGIC ("\x1f\x8b\x08", 0, N_ ("it is compressed twice; decompress it once")),
                                                                               MAGIC ("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19\x2e", 0, N_ ("it is a PyTorch file, which has no words; “semascope-cli tensors” lists what it holds")),
                                                                                      MAGIC ("\x80\x02", 0, N_ ("it is a Python pickle; save the vectors from gensim in the word2vec format")),
                                                                                             MAGIC ("\x80\x03", 0, N_ ("it is a Python pickle; save the vectors from gensim in the word2vec format")),
                                                                                                    MAGIC ("\x80\x04", 0, N_ ("it is a Python pickle; save the vectors from gensim in the word2vec format")),
                                                                                                           MAGIC ("\x80\x05", 0, N_ ("it is a Python pickle; save the vectors from gensim in the word2vec format")),
                                                                                                                  MAGIC ("\x89HDF\r\n\x1a\n", 0, N_ ("it is an HDF5 file, which does not open here")),
                                                                                                                         MAGIC ("SQLite format 3\0", 0, N_ ("it is an SQLite database, as Magnitude uses; save the vectors in the word2vec format")),
                                                                                                                                MAGIC ("PAR1", 0, N_ ("it is a Parquet table, which does not open here")),
                                                                                                                                       MAGIC ("ARROW1", 0, N_ ("it is an Arrow table, which does not open here")),
                                                                                                                                              MAGIC ("FiFu", 0, N_ ("it is a finalfusion file; convert it to the word2vec format")),
                                                                                                                                                     MAGIC ("\x0a\x0e\x0a\x05<unk>", 0, N_ ("it is a SentencePiece model, which has no vectors")),
                                                                                                                                                            MAGIC ("\xff\xfe", 0, N_ ("it is text in UTF-16; convert it to UTF-8")),
                                                                                                                                                                   MAGIC ("\xfe\xff", 0, N_ ("it is text in UTF-16; convert it to UTF-8")),
                                                                                                                                                                          MAGIC ("%PDF-", 0, N_ ("it is a PDF document")),
                                                                                                                                                                                 MAGIC ("\x89PNG\r\n", 0, N_ ("it is a picture")),
                                                                                                                                                                                        MAGIC ("\xff\xd8\xff", 0, N_ ("it is a picture")),
                                                                                                                                                                                               MAGIC ("\x7f"
                                                                                                                                                                                                      "ELF",
                                                                                                                                                                                                      0,
                                                                                                                                                                                                      N_ ("it is a program")),
                                                                                                                                                                                                      MAGIC ("version https://git-lfs", 0, N_ ("it is only a pointer to the file, as Git LFS leaves it; fetch the file itself")),
                                                                                                                                                                                                             MAGIC ("#version", 0, N_ ("it is a list of merges of a tokenizer, which has no vectors")),
};

static gboolean
fits (const Magic *magic, const guint8 *bytes, gsize n_bytes)
{
  gsize end = magic->offset + magic->length;

  if (n_bytes < end || memcmp (bytes + magic->offset, magic->bytes, magic->length) != 0)
    return FALSE;
  return magic->offset > 0 || n_bytes == end || !g_ascii_isalnum (bytes[end - 1]) || (bytes[end] != ' ' && bytes[end] != '\t') || magic->length > 6;
}

static gboolean
is_all_zero (const guint8 *bytes, gsize n_bytes)
{
  for (gsize i = 0; i < MIN (n_bytes, 4096); i++)
    if (bytes[i] != 0)
      return FALSE;
  return n_bytes > 0;
}

/* Whether every second byte of the first ones is zero, as in Latin text of two bytes a character. */
static gboolean
is_wide_text (const guint8 *bytes, gsize n_bytes)
{
  guint n_zeros[2] = {0, 0};

  if (n_bytes < 16)
    return FALSE;
  for (gsize i = 0; i < 16; i++)
    if (bytes[i] == 0)
      n_zeros[i % 2]++;
  return MAX (n_zeros[0], n_zeros[1]) == 8 && MIN (n_zeros[0], n_zeros[1]) == 0;
}

/* The length of a header in JSON, and the header. */
static gboolean
is_safetensors (const guint8 *bytes, gsize n_bytes)
{
  return n_bytes > 9 && sema_little_endian_get (bytes, 8) <= 100000000 && bytes[8] == '{' && memchr (bytes + 8, '"', MIN (n_bytes - 8, 16)) != NULL;
}

/**
 * sema_foreign_is_model:
 * @bytes: (array length=n_bytes): the first bytes of what was compressed
 * @n_bytes: how many there are
 *
 * Returns: whether it is a model or an array, which are read in place and so have to be decompressed
 */
gboolean
sema_foreign_is_model (const guint8 *bytes, gsize n_bytes)
{
  static const char *const starts[] = {"GGUF", "\x93NUMPY", "\x80\x02", "\x80\x03", "\x80\x04", "\x80\x05"};

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (n_bytes > strlen (starts[i]) && memcmp (bytes, starts[i], strlen (starts[i])) == 0)
      return TRUE;
  return (sema_foreign_is_zip (bytes, n_bytes) && sema_foreign_is_zip_of_tensors (bytes, n_bytes)) || is_safetensors (bytes, n_bytes) ||
         sema_fasttext_header_is_one (bytes, n_bytes);
}

/* Text whose lines end as on old Macintoshes would be one word that never ends. */
static gboolean
has_lone_returns (const guint8 *bytes, gsize n_bytes)
{
  guint n = 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      if (bytes[i] < ' ' && bytes[i] != '\t' && bytes[i] != '\r')
        return FALSE;
      n += bytes[i] == '\r' && i + 1 < n_bytes;
    }
  return n > 0;
}

/**
 * sema_foreign_describe_magic:
 * @bytes: (array length=n_bytes): the first bytes of a file
 * @n_bytes: how many there are; SEMA_FOREIGN_LOOK are plenty
 *
 * Recognises the kinds of file that show in their first bytes. To be asked before the formats that open, whose words may be
 * anything.
 *
 * Returns: (transfer full) (nullable): a translated clause that says what it is and what to do; %NULL when it is none of these
 */
char *
sema_foreign_describe_magic (const guint8 *bytes, gsize n_bytes)
{
  if (n_bytes == 0)
    return g_strdup (_ ("it is empty"));
  if (is_all_zero (bytes, n_bytes))
    return g_strdup (_ ("it starts with nothing but zeros, as after a broken download; fetch it again"));
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (fits (&magics[i], bytes, n_bytes))
      return g_strdup (_ (magics[i].clause));
  if (sema_foreign_is_zip (bytes, n_bytes))
    return sema_foreign_describe_zip (bytes, n_bytes);
  if (is_safetensors (bytes, n_bytes))
    return g_strdup (_ ("it is a model in safetensors, which has no words; “semascope-cli tensors” lists what it holds"));
  if (sema_fasttext_header_is_old (bytes, n_bytes))
    return g_strdup (_ ("it is a fastText model"));
  if (is_wide_text (bytes, n_bytes))
    return g_strdup (_ ("it is text in UTF-16; convert it to UTF-8"));
  if (has_lone_returns (bytes, MIN (n_bytes, SEMA_FOREIGN_LOOK)))
    return g_strdup (_ ("its lines end in carriage returns alone; replace them by line feeds"));
  return NULL;
}
