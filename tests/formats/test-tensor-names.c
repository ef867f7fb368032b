/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tensor-names.h"

#include <string.h>

static guint
rank (const char *name)
{
  return sema_tensor_names_rank (name, strlen (name));
}

/* What the libraries call it in files of their own models. */
static void
test_known (void)
{
  static const char *const names[] = {
    "wte",
    "wte.weight",
    "transformer.wte.weight",
    "model/wte",
    "model.embed_tokens.weight",
    "model.language_model.embed_tokens.weight",
    "tok_embeddings.weight",
    "tok_emb.weight",
    "token_embd.weight",
    "bert.embeddings.word_embeddings.weight",
    "text_model.embeddings.token_embedding.weight",
    "gpt_neox.embed_in.weight",
    "shared.weight",
    "emb.weight",
    "embedding.weight",
    "encoder.embeddings.weight",
    "Embedding",
    "lm_head.weight",
    "embed_out.weight",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (rank (names[i]), !=, SEMA_TENSOR_NAMES_NONE);
}

static void
test_others (void)
{
  static const char *const names[] = {
    "",
    "weight",
    ".weight",
    "wte.bias",
    "transformer.wpe.weight",
    "bert.embeddings.position_embeddings.weight",
    "bert.embeddings.token_type_embeddings.weight",
    "embeddings.LayerNorm.weight",
    "h.0.attn.c_attn.weight",
    "awte.weight",
    "wte.weight.0",
    "model.norm.weight",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (rank (names[i]), ==, SEMA_TENSOR_NAMES_NONE);
}

static void
test_order (void)
{
  g_assert_cmpuint (rank ("wte.weight"), <, rank ("lm_head.weight"));
  g_assert_cmpuint (rank ("model.embed_tokens.weight"), <, rank ("embeddings.weight"));
  g_assert_cmpuint (rank ("a.wte.weight"), ==, rank ("b.wte"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/tensor-names/known", test_known);
  g_test_add_func ("/formats/tensor-names/others", test_others);
  g_test_add_func ("/formats/tensor-names/order", test_order);
  return g_test_run ();
}
