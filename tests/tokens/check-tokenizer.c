/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check-tokenizer TOKENIZER TABLE: whether a tokenizer of any size gives the ids of a table of make-token-ids.mjs. For developers who have
 * the large files of the models; the tests have small ones. */
#include "reference-ids.h"

int
main (int argc, char **argv)
{
  g_autoptr (SemaTokenizer) tokenizer = NULL;
  g_autofree char          *table = NULL;
  guint                     n_texts, n_wrong;

  g_test_init (&argc, &argv, NULL);
  if (argc < 3 || !g_file_get_contents (argv[2], &table, NULL, NULL))
    return 2;
  tokenizer = reference_ids_open (argv[1], SEMA_TOKEN_SPLIT_NONE);
  n_wrong = reference_ids_compare (tokenizer, table, &n_texts);
  g_print ("%s: %u texts, %u with other ids\n", argv[1], n_texts, n_wrong);
  return n_wrong > 0 ? 1 : 0;
}
