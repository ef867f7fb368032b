/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fold.h"

#include <string.h>

#include "sema-utf8.h"

/* Characters that are remembered; a script's letters lie together and seldom drive one another out. */
#define N_KNOWN 1024

typedef struct
{
  gunichar ch;
  guint    n_folded;
  gunichar folded[SEMA_FOLD_SIZE];
} Known;

struct _SemaFold
{
  void (*learn) (Known *known, gunichar ch);
  char  other_case; /* 'A' or 'a': the first of the ASCII letters that do not stay as they are */
  Known known[N_KNOWN];
};

/* Marks that stand over or under a letter; the vowels of Indic scripts are marks too, but have no combining class. */
static gboolean
is_accent (gunichar ch)
{
  return g_unichar_combining_class (ch) != 0;
}

static guint
append_without_accents (gunichar ch, gunichar *folded, guint n_folded)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize    n_parts = g_unichar_fully_decompose (ch, FALSE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n_parts && n_folded < SEMA_FOLD_SIZE; i++)
    if (!is_accent (parts[i]))
      folded[n_folded++] = parts[i];
  return n_folded;
}

static void
learn_plain (Known *known, gunichar ch)
{
  char             text[8] = "";
  g_autofree char *lower = NULL;

  g_unichar_to_utf8 (ch, text);
  lower = g_utf8_casefold (text, -1);
  known->ch = ch;
  known->n_folded = 0;
  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    known->n_folded = append_without_accents (g_utf8_get_char (p), known->folded, known->n_folded);
}

/* Numerals and letters in circles, which GLib takes for no letters. */
static gunichar
raise_sign (gunichar ch)
{
  if (ch >= 0x2170 && ch <= 0x217f)
    return ch - 0x10;
  return ch >= 0x24d0 && ch <= 0x24e9 ? ch - 0x1a : 0;
}

/* One character at a time: what GLib does in Turkish and Lithuanian alone it does to ASCII letters and to what follows them. */
static void
learn_upper (Known *known, gunichar ch)
{
  char             text[8] = "";
  g_autofree char *upper = NULL;

  known->ch = ch;
  known->n_folded = 1;
  known->folded[0] = raise_sign (ch);
  if (known->folded[0] != 0)
    return;
  g_unichar_to_utf8 (ch, text);
  upper = g_utf8_strup (text, -1);
  known->n_folded = 0;
  for (const char *p = upper; *p != '\0'; p = g_utf8_next_char (p))
    known->folded[known->n_folded++] = g_utf8_get_char (p);
}

/**
 * sema_fold_new:
 *
 * Returns: (transfer full): a folder that folds the case (Unicode's full folding), decomposes (NFD) and drops the accents, and
 *   that knows nothing yet; free it with sema_fold_free()
 */
SemaFold *
sema_fold_new (void)
{
  /* Zeros say that every place knows the fold of NUL to be nothing; sema_fold_char() does not ask for that one. */
  SemaFold *self = g_new0 (SemaFold, 1);

  self->learn = learn_plain;
  self->other_case = 'A';
  return self;
}

/**
 * sema_fold_new_upper:
 *
 * Returns: (transfer full): a folder that makes capitals and no more, by Unicode's full mapping (“ß” becomes “SS”), without
 *   regard to the locale: as str.upper() of Python does
 */
SemaFold *
sema_fold_new_upper (void)
{
  SemaFold *self = g_new0 (SemaFold, 1);

  self->learn = learn_upper;
  self->other_case = 'a';
  return self;
}

/**
 * sema_fold_free:
 * @self: (nullable) (transfer full): a folder
 */
void
sema_fold_free (SemaFold *self)
{
  g_free (self);
}

/**
 * sema_fold_char:
 * @self: a folder
 * @ch: a character as sema_utf8_next() gives it
 * @n_folded: (out): how many it folds to, 0 for an accent that stands alone
 *
 * Folds a character. No character's fold depends on another's, and a byte that is no character stays as it is.
 *
 * Returns: (transfer none): (n_folded) what @ch folds to, valid until the next call
 */
const gunichar *
sema_fold_char (SemaFold *self, gunichar ch, guint *n_folded)
{
  Known *known = &self->known[ch % N_KNOWN];

  if (known->ch != ch || ch == 0)
    {
      if (ch < 0x80 || ch >= SEMA_UTF8_INVALID)
        {
          known->ch = ch;
          known->n_folded = 1;
          known->folded[0] = ch - (guchar)self->other_case < 26 ? ch ^ ('a' - 'A') : ch;
        }
      else
        self->learn (known, ch);
    }
  *n_folded = known->n_folded;
  return known->folded;
}

/**
 * sema_fold_word:
 * @self: a folder
 * @word: any bytes
 * @length: how many
 * @folded: (out): (capacity) room for the fold
 * @capacity: characters that fit
 *
 * Returns: how many characters the word folds to, or @capacity + 1 when they are more than fit
 */
gsize
sema_fold_word (SemaFold *self, const char *word, gsize length, gunichar *folded, gsize capacity)
{
  const char *end = word + length;
  gsize       n = 0;

  while (word < end)
    {
      guint           n_parts;
      const gunichar *parts = sema_fold_char (self, sema_utf8_next (&word, end), &n_parts);

      if (n_parts > capacity - n)
        return capacity + 1;
      for (guint i = 0; i < n_parts; i++)
        folded[n++] = parts[i];
    }
  return n;
}

/**
 * sema_fold_text:
 * @text: what somebody typed, NUL-terminated
 * @n_folded: (out): how many characters it folds to
 *
 * Returns: (transfer full): (n_folded) the fold; free it with g_free()
 */
gunichar *
sema_fold_text (const char *text, gsize *n_folded)
{
  g_autoptr (SemaFold) fold = sema_fold_new ();
  gsize                length = strlen (text);
  gsize                capacity = length * SEMA_FOLD_SIZE;
  gunichar            *folded = g_new (gunichar, capacity + 1);

  *n_folded = sema_fold_word (fold, text, length, folded, capacity);
  return folded;
}
