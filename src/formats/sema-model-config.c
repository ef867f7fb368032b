/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-model-config.h"

#include <string.h>

#include "sema-json-reader.h"
#include "sema-memory.h"
#include "sema-tensor-bytes.h"

#define FILE_NAME "config.json"
#define MAX_BYTES (1024 * 1024)
#define MAX_DEPTH 64

/* Whether a class of transformers has an output head over tokens, by its name: GPT2LMHeadModel, LlamaForCausalLM. No NUL ends it. */
static gboolean
has_head (const char *name, gsize length)
{
  static const char *const heads[] = {"LMHead", "ForCausalLM", "ForMaskedLM", "ForConditionalGeneration", "ForPreTraining"};

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (memmem (name, length, heads[i], strlen (heads[i])) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
read_architectures (SemaModelConfig *self, SemaJsonReader *reader)
{
  SemaJsonEvent event = sema_json_reader_next (reader, NULL);
  gsize         length;

  if (event != SEMA_JSON_ARRAY)
    return event == SEMA_JSON_NULL;
  while ((event = sema_json_reader_next (reader, NULL)) == SEMA_JSON_STRING)
    {
      const char *name = sema_json_reader_get_text (reader, &length);

      self->has_head |= length > 0 && has_head (name, length);
    }
  return event == SEMA_JSON_ARRAY_END;
}

static gboolean
read_tie (SemaModelConfig *self, SemaJsonReader *reader)
{
  SemaJsonEvent event = sema_json_reader_next (reader, NULL);

  self->is_tied = event == SEMA_JSON_TRUE;
  return event == SEMA_JSON_TRUE || event == SEMA_JSON_FALSE;
}

static gboolean
read_member (SemaModelConfig *self, SemaJsonReader *reader)
{
  if (sema_json_reader_text_equals (reader, "architectures"))
    return read_architectures (self, reader);
  if (sema_json_reader_text_equals (reader, "tie_word_embeddings"))
    return read_tie (self, reader);
  return sema_json_reader_skip_value (reader, NULL);
}

/**
 * sema_model_config_parse:
 * @self: (out caller-allocates): what it tells; where it does not say whether the head is tied it is, as transformers has it
 * @bytes: (array length=n_bytes): a config.json
 * @n_bytes: how many there are
 *
 * Returns: whether it is one that can be understood
 */
gboolean
sema_model_config_parse (SemaModelConfig *self, const char *bytes, gsize n_bytes)
{
  g_autoptr (SemaJsonReader) reader = sema_json_reader_new (FILE_NAME, bytes, n_bytes);
  SemaJsonEvent              event;

  *self = (SemaModelConfig) {.is_tied = TRUE};
  sema_json_reader_set_max_depth (reader, MAX_DEPTH);
  if (sema_json_reader_next (reader, NULL) != SEMA_JSON_OBJECT)
    return FALSE;
  while ((event = sema_json_reader_next (reader, NULL)) == SEMA_JSON_KEY)
    if (!read_member (self, reader))
      return FALSE;
  return event == SEMA_JSON_OBJECT_END;
}

/**
 * sema_model_config_read:
 * @self: (out caller-allocates): what it tells
 * @folder: of a model
 *
 * Reads config.json in a folder, if there is one of a sensible size.
 *
 * Returns: whether there is one that can be understood
 */
gboolean
sema_model_config_read (SemaModelConfig *self, const char *folder)
{
  g_autofree char            *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr (SemaTensorBytes) bytes = sema_tensor_bytes_open (path, NULL, NULL);
  guint64                     size = bytes != NULL ? sema_tensor_bytes_get_size (bytes) : 0;
  guint8                     *text = size > 0 && size <= MAX_BYTES ? sema_memory_alloc (size, NULL) : NULL;
  gboolean                    is_read = text != NULL && sema_tensor_bytes_read (bytes, 0, text, size, NULL) && sema_model_config_parse (self, (const char *)text, size);

  sema_memory_free (text);
  return is_read;
}
