/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sema-archive.h"
#include "sema-evaluation-kind.h"
#include "sema-formats.h"
#include "sema-subword-vectors.h"
#include "sema-tensors-set.h"
#include "sema-test-files.h"
#include "sema-test-reader.h"

/* Every reader of this room, and good files of each kind that it reads: see sema-test-reader.h for what happens to them. */

static const char *const vectors[] = {
  "formats/small.bin",
  "formats/small-feeds.bin.members.gz",
  "formats/small.vec",
  "formats/small.vec.gz",
  "formats/small.txt",
  "formats/small.txt.gz",
  "formats/archives/one.zip",
  "formats/projector/projector_config.json",
  "formats/projector/projector_config.pbtxt",
  "formats/projector/00000/default/tensors.tsv",
  "formats/saved/ours.tsv",
};

static const char *const tensors[] = {
  "formats/tensors/float32.npy",
  "formats/tensors/float16.npy",
  "formats/tensors/fortran.npy",
  "formats/tensors/odd-header.npy",
  "formats/tensors/version-2.npy",
  "formats/tensors/integers.npy",
  "formats/tensors/stored.npz",
  "formats/tensors/deflated.npz",
  "formats/tensors/kinds.safetensors",
  "formats/tensors/unpadded.safetensors",
  "formats/tensors/model.safetensors.index.json",
  "formats/tensors/pytorch_model.bin.index.json",
  "formats/tensors/big.pth",
  "formats/tensors/checkpoint.pth",
  "formats/tensors/deflated.pth",
  "formats/tensors/old.pth",
  "formats/gensim/apart.kv",
  "formats/gensim/small.kv",
  "formats/gensim/oldest.model",
  "formats/gensim/fasttext.model",
  "formats/gensim/word2vec.model",
  "formats/fasttext/plain.bin",
  "formats/fasttext/words.bin",
  "formats/fasttext/old.bin",
  "formats/fasttext/few.ftz",
  "formats/fasttext/pruned.ftz",
  "formats/fasttext/whole.ftz",
  "formats/gguf/kinds.gguf",
  "formats/saved/ours.npy",
};

static const char *const evaluations[] = {"evaluation/variants.tsv", "evaluation/variants.questions"};

static gboolean
read_vectors (const char *path, GString *content, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaSet) set = sema_formats_load (path, progress, error);

  if (set != NULL)
    sema_test_reader_tell_set (content, set);
  return set != NULL;
}

static gboolean
read_rows (SemaTensors *file, guint64 index, GString *content, SemaProgress *progress, GError **error)
{
  g_autofree double *values = NULL;
  SemaTensor         tensor;

  sema_tensors_get (file, index, &tensor);
  g_string_append_len (content, tensor.name, (gssize)tensor.name_length);
  if (tensor.n_rows == 0)
    return TRUE;
  if (!sema_tensors_prepare (file, index, progress, error))
    return FALSE;
  values = g_new (double, tensor.dim);
  for (guint64 row = 0; row < tensor.n_rows; row++)
    {
      if (!sema_tensors_read_doubles (file, index, row, values, error))
        return FALSE;
      g_string_append_len (content, (const char *)values, (gssize)(tensor.dim * sizeof *values));
    }
  return TRUE;
}

static gboolean
read_embedding (SemaTensors *file, GString *content, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaSet) set = NULL;
  guint64             index;

  if (!sema_tensors_get_embedding (file, &index))
    return TRUE;
  if (sema_tensors_has_subwords (file, index))
    set = sema_subword_vectors_load (file, "a", progress, error);
  else
    set = sema_tensors_load_set (file, index, "a", NULL, NULL, NULL, progress, error);
  if (set != NULL)
    sema_test_reader_tell_set (content, set);
  return set != NULL;
}

/* Each row of each matrix; then the embedding as word vectors. */
static gboolean
read_tensors (const char *path, GString *content, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaTensors) file = sema_tensors_open (path, progress, error);

  if (file == NULL)
    return FALSE;
  sema_test_reader_tell_texts (content, sema_tensors_get_warnings (file));
  for (guint64 index = 0; index < sema_tensors_get_n (file); index++)
    if (!read_rows (file, index, content, progress, error))
      return FALSE;
  return read_embedding (file, content, progress, error);
}

static gboolean
read_archive (const char *path, GString *content, SemaProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) members = sema_archive_list (path, progress, error);

  for (guint i = 0; members != NULL && i < members->len; i++)
    g_string_append (content, ((SemaArchiveMember *)g_ptr_array_index (members, i))->label);
  return members != NULL;
}

static gboolean
read_evaluation (const char *path, GString *content, SemaProgress *progress, GError **error)
{
  SemaEvaluationKind             kind;
  g_autoptr (SemaEvaluationFile) file = NULL;
  g_auto (GStrv)                 warnings = NULL;
  SemaLine                       line;
  gboolean                       found = TRUE;

  if (!sema_evaluation_kind_find (path, &kind, progress, error))
    return FALSE;
  file = sema_evaluation_file_open (path, kind, progress, error);
  while (file != NULL && found)
    {
      if (!sema_evaluation_file_next (file, &line, &found, error))
        return FALSE;
      if (found)
        g_string_append_len (content, line.text, (gssize)line.length);
    }
  if (file == NULL)
    return FALSE;
  warnings = sema_evaluation_file_dup_warnings (file);
  sema_test_reader_tell_texts (content, (const char *const *)warnings);
  return TRUE;
}

/* Those that no test of their own sweeps. */
static void
test_changes (void)
{
  static const struct
  {
    SemaTestRead read;
    const char  *name;
  } swept[] = {
    {read_vectors, "formats/archives/one.zip"},
    {read_archive, "formats/archives/two.zip"},
    {read_evaluation, "evaluation/sample.tsv"},
    {read_evaluation, "evaluation/variants.questions"},
    {read_tensors, "formats/gensim/apart.kv"},
    {read_tensors, "formats/gensim/fortran.kv"},
    {read_tensors, "formats/gensim/old.kv"},
    {read_tensors, "formats/gensim/fasttext.model"},
    {read_tensors, "formats/gensim/word2vec.model"},
    {read_tensors, "formats/tensors/deflated.pth"},
    {read_tensors, "formats/tensors/state.pth"},
    {read_tensors, "formats/tensors/special.pth"},
    {read_tensors, "formats/fasttext/few.ftz"},
    {read_tensors, "formats/fasttext/norms.ftz"},
    {read_tensors, "formats/fasttext/pruned.ftz"},
    {read_tensors, "formats/gguf/llama.gguf"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (swept); i++)
    {
      g_autofree char *path = sema_test_reader_build_path (swept[i].name);

      sema_test_reader_check_changes (swept[i].read, path, 1500);
    }
}

static void
test_vectors (void)
{
  sema_test_reader_check (read_vectors, vectors, G_N_ELEMENTS (vectors));
}

static void
test_tensors (void)
{
  sema_test_reader_check (read_tensors, tensors, G_N_ELEMENTS (tensors));
}

static void
test_archives (void)
{
  static const char *const archives[] = {"formats/archives/two.zip"};

  sema_test_reader_check (read_archive, archives, G_N_ELEMENTS (archives));
}

static void
test_evaluations (void)
{
  sema_test_reader_check (read_evaluation, evaluations, G_N_ELEMENTS (evaluations));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/conditions/vectors", test_vectors);
  g_test_add_func ("/formats/conditions/tensors", test_tensors);
  g_test_add_func ("/formats/conditions/archives", test_archives);
  g_test_add_func ("/formats/conditions/evaluations", test_evaluations);
  g_test_add_func ("/formats/conditions/changes", test_changes);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
