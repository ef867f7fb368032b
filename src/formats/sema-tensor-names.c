/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tensor-names.h"

#include <string.h>

/* What models call their matrix of token embeddings, the surest first: GPT-2, Llama and most that came after, GGUF, Meta's own
 * Llama, the book's GPT, BERT, CLIP, GPT-NeoX, T5, then general words, and
 * those of gensim. The output layer comes last: where it is tied it is
 * stored in place of the embedding. */
static const char *const names[] = {
  "wte",
  "embed_tokens",
  "token_embd",
  "tok_embeddings",
  "tok_emb",
  "word_embeddings",
  "token_embedding",
  "token_embeddings",
  "embed_in",
  "shared",
  "token_emb",
  "word_embedding",
  "emb",
  "embed",
  "embedding",
  "embeddings",
  "vectors",
  "syn0",
  "vectors_vocab",
  "lm_head",
  "embed_out",
};

/* The last part of a name, which dots and slashes part. */
static const char *
find_last_part (const char *name, gsize length)
{
  const char *part = name + length;

  while (part > name && part[-1] != '.' && part[-1] != '/')
    part--;
  return part;
}

static gboolean
equals (const char *part, gsize length, const char *name)
{
  return strlen (name) == length && g_ascii_strncasecmp (part, name, length) == 0;
}

/**
 * sema_tensor_names_rank:
 * @name: (array length=length): name of a tensor, such as “transformer.wte.weight”
 * @length: its bytes
 *
 * Looks at the last part of the name, without “weight”. Position and segment embeddings have other names.
 *
 * Returns: how sure the name says that it is the matrix of token embeddings: 0 is the surest, %SEMA_TENSOR_NAMES_NONE says that it
 *   does not
 */
guint
sema_tensor_names_rank (const char *name, gsize length)
{
  const char *part = find_last_part (name, length);
  gsize       n = length - (gsize)(part - name);

  if (equals (part, n, "weight") && part > name)
    {
      length = (gsize)(part - name) - 1;
      part = find_last_part (name, length);
      n = length - (gsize)(part - name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (equals (part, n, names[i]))
      return i;
  return SEMA_TENSOR_NAMES_NONE;
}
