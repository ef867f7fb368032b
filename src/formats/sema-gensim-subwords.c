/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the vectors of gensim's FastText are put together from. */
#include "sema-gensim-subwords.h"

#include <glib/gi18n-lib.h>

static gboolean
get_number (const SemaGensimSubwords *self, const char *name, guint64 most, guint32 *number)
{
  guint64 found;

  if (!sema_pickle_get_count (self->pickle, sema_pickle_find (self->pickle, self->state, name), &found) || found > most)
    return FALSE;
  *number = (guint32)found;
  return TRUE;
}

/* Before gensim 3.8 n-grams that are not all ASCII had other hashes, which gensim 4 does not read either. */
static gboolean
has_known_hashes (const SemaGensimSubwords *self)
{
  const SemaPickleValue *value = sema_pickle_peek (self->pickle, sema_pickle_find (self->pickle, self->state, "compatible_hash"));

  return value->kind == SEMA_PICKLE_BOOL && value->integer != 0;
}

static gboolean
read_rules (const SemaGensimSubwords *self, SemaSubwords *rules)
{
  return get_number (self, "bucket", G_MAXUINT32, &rules->n_buckets) && get_number (self, "min_n", G_MAXUINT32, &rules->min_n) &&
         get_number (self, "max_n", SEMA_SUBWORDS_MAX_N, &rules->max_n) && has_known_hashes (self);
}

/* Whether both are matrices of as many columns, with a row for each bucket. */
static gboolean
fits (const SemaGensimSubwords *self, const SemaTensors *tensors, const SemaSubwords *rules)
{
  SemaTensorsLayout words, grams;

  return self->grams != self->words && sema_tensors_get_layout (&tensors->list, self->words, &words) &&
         sema_tensors_get_layout (&tensors->list, self->grams, &grams) && words.dim == grams.dim && grams.n_rows >= rules->n_buckets;
}

static void
warn (const SemaGensimSubwords *self, SemaTensors *tensors)
{
  gsize       length;
  const char *name = sema_tensor_list_peek_name (&tensors->list, self->words, &length);

  g_ptr_array_add (tensors->warnings,
                   g_strdup_printf (_ ("A FastText model puts its vectors together from the rows of words and of their n-grams, and the latter are missing or of a kind that is not read here: “%s” has those of the words alone."), name));
}

/**
 * sema_gensim_subwords_take:
 * @self: where to look
 * @tensors: those of the model, not indexed yet; learns what its vectors are composed of, or warns that this is not to be had. Nothing is
 *   done where the model is not one of FastText
 */
void
sema_gensim_subwords_take (const SemaGensimSubwords *self, SemaTensors *tensors)
{
  SemaSubwords        rules = {0};
  SemaSubwordVectors *subwords;
  const guint64      *shape = sema_tensor_list_peek_shape (&tensors->list, self->words);

  if (!read_rules (self, &rules) || !fits (self, tensors, &rules))
    {
      if (!self->is_whole)
        warn (self, tensors);
      return;
    }
  subwords = g_new0 (SemaSubwordVectors, 1);
  subwords->rules = rules;
  subwords->words = self->words;
  subwords->n_words = shape[0];
  subwords->grams = self->grams;
  subwords->is_divided = TRUE;
  subwords->is_whole = self->is_whole;
  tensors->subwords = subwords;
}
