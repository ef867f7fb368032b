/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sema-comparison.h"
#include "sema-diagnosis.h"
#include "sema-kept.h"
#include "sema-test-files.h"
#include "sema-test-reader.h"

/* Files as the window opens them, and what is worked out of the whole of them: see sema-test-reader.h for what happens to them. */

static const char *const files[] = {
  "formats/small.bin",
  "formats/small.txt.gz",
  "formats/archives/one.zip",
  "formats/projector/projector_config.json",
  "formats/tensors/float32.npy",
  "formats/tensors/deflated.npz",
  "formats/tensors/model.safetensors.index.json",
  "formats/tensors/state.pth",
  "formats/tensors/old.pth",
  "formats/gensim/apart.kv",
  "formats/gensim/fasttext.model",
  "formats/fasttext/words.bin",
  "formats/fasttext/few.ftz",
  "formats/gguf/kinds.gguf",
  "formats/gguf/llama.gguf",
};

static SemaSet *
open_file (const char *path, SemaProgress *progress, GError **error)
{
  SemaKeptNote note = {0};

  return sema_kept_open (path, &(SemaFormatsOptions) {0}, 0, &note, progress, error);
}

static gboolean
read_file (const char *path, GString *content, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaSet) set = open_file (path, progress, error);

  if (set != NULL)
    sema_test_reader_tell_set (content, set);
  return set != NULL;
}

/* What is odd about its rows. */
static gboolean
read_diagnosis (const char *path, GString *content, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaSet)       set = open_file (path, progress, error);
  g_autoptr (SemaDiagnosis) diagnosis = set != NULL ? sema_diagnosis_new (set, NULL, NULL, progress, error) : NULL;

  if (set != NULL)
    sema_test_reader_tell_texts (content, sema_set_get_warnings (set));
  for (guint32 row = 0; diagnosis != NULL && row < sema_set_get_n_rows (set); row++)
    {
      SemaDiagnosisRow found;

      sema_diagnosis_get (diagnosis, row, &found);
      g_string_append_printf (content, "%u %u ", found.first, found.findings);
      g_string_append_len (content, (const char *)&found.norm, sizeof found.norm);
    }
  return diagnosis != NULL;
}

/* How far its words are from themselves. */
static gboolean
read_comparison (const char *path, GString *content, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaSet)        a = open_file (path, progress, error);
  g_autoptr (SemaSet)        b = a != NULL ? open_file (path, progress, error) : NULL;
  g_autoptr (SemaComparison) comparison = b != NULL ? sema_comparison_new (a, b, TRUE, progress, error) : NULL;

  for (guint i = 0; comparison != NULL && i < 2; i++)
    sema_test_reader_tell_texts (content, sema_set_get_warnings (i == 0 ? a : b));
  for (guint32 i = 0; comparison != NULL && i < sema_comparison_get_summary (comparison)->n_common; i++)
    {
      SemaComparisonWord word;

      sema_comparison_get (comparison, i, &word);
      g_string_append_printf (content, "%u %u ", word.row_a, word.row_b);
      g_string_append_len (content, (const char *)&word.cosine, sizeof word.cosine);
    }
  return comparison != NULL;
}

static void
test_files (void)
{
  sema_test_reader_check (read_file, files, G_N_ELEMENTS (files));
}

static void
test_diagnoses (void)
{
  sema_test_reader_check_files (read_diagnosis, files, G_N_ELEMENTS (files));
}

static void
test_comparisons (void)
{
  sema_test_reader_check_files (read_comparison, files, G_N_ELEMENTS (files));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/models-conditions/files", test_files);
  g_test_add_func ("/models-conditions/diagnoses", test_diagnoses);
  g_test_add_func ("/models-conditions/comparisons", test_comparisons);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
