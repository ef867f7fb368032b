/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-model-config.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-json-reader.h"
#include "sema-memory.h"
#include "sema-tensor-bytes.h"

#define FILE_NAME "config.json"
#define MAX_BYTES (1024 * 1024)
#define MAX_DEPTH 64

/* What else lies beside a model and tells of it, without being needed here. */
static const char *const others[] = {"tokenizer_config.json", "generation_config.json", "special_tokens_map.json"};

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
expect_names (SemaJsonReader *reader, SemaJsonEvent event, GError **error)
{
  return event != SEMA_JSON_FAILED && sema_json_reader_fail (reader, _ ("an array of names is expected there"), error);
}

static gboolean
read_architectures (SemaModelConfig *self, SemaJsonReader *reader, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);
  gsize         length;

  if (event != SEMA_JSON_ARRAY)
    return event == SEMA_JSON_NULL || expect_names (reader, event, error);
  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_STRING)
    {
      const char *name = sema_json_reader_get_text (reader, &length);

      self->has_head |= length > 0 && has_head (name, length);
    }
  return event == SEMA_JSON_ARRAY_END || expect_names (reader, event, error);
}

static gboolean
read_tie (SemaModelConfig *self, SemaJsonReader *reader, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);

  self->is_tied = event == SEMA_JSON_TRUE;
  if (event == SEMA_JSON_TRUE || event == SEMA_JSON_FALSE)
    return TRUE;
  return event != SEMA_JSON_FAILED && sema_json_reader_fail (reader, _ ("true or false is expected there"), error);
}

static gboolean
read_member (SemaModelConfig *self, SemaJsonReader *reader, GError **error)
{
  if (self != NULL && sema_json_reader_text_equals (reader, "architectures"))
    return read_architectures (self, reader, error);
  if (self != NULL && sema_json_reader_text_equals (reader, "tie_word_embeddings"))
    return read_tie (self, reader, error);
  return sema_json_reader_skip_value (reader, error);
}

/* An object; what it tells of a model only where that is wanted. */
static gboolean
parse (SemaModelConfig *self, const char *label, const char *bytes, gsize n_bytes, GError **error)
{
  g_autoptr (SemaJsonReader) reader = sema_json_reader_new (label, bytes, n_bytes);
  SemaJsonEvent              event;

  sema_json_reader_set_max_depth (reader, MAX_DEPTH);
  event = sema_json_reader_next (reader, error);
  if (event != SEMA_JSON_OBJECT)
    return event != SEMA_JSON_FAILED && sema_json_reader_fail (reader, _ ("an object is expected there"), error);
  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_KEY)
    if (!read_member (self, reader, error))
      return FALSE;
  return event == SEMA_JSON_OBJECT_END && sema_json_reader_next (reader, error) == SEMA_JSON_END;
}

/**
 * sema_model_config_parse:
 * @self: (out caller-allocates): what it tells; where it does not say whether the head is tied it is, as transformers has it
 * @bytes: (array length=n_bytes): a config.json
 * @n_bytes: how many there are
 * @error: %SEMA_FORMAT_ERROR_DAMAGED, with the byte
 *
 * Returns: whether it is one that can be understood
 */
gboolean
sema_model_config_parse (SemaModelConfig *self, const char *bytes, gsize n_bytes, GError **error)
{
  *self = (SemaModelConfig) {.is_tied = TRUE};
  return parse (self, FILE_NAME, bytes, n_bytes, error);
}

/* The bytes of a file of a sensible size. */
static guint8 *
read_bytes (const char *path, const char *name, guint64 *size, GError **error)
{
  g_autoptr (SemaTensorBytes) bytes = sema_tensor_bytes_open (path, NULL, error);
  guint8                     *text;

  if (bytes == NULL)
    return NULL;
  *size = sema_tensor_bytes_get_size (bytes);
  if (*size > MAX_BYTES)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” has %" PRIu64 " bytes, more than the %d that are read of such a file."), name, *size, MAX_BYTES);
      return NULL;
    }
  text = sema_memory_alloc (*size, error);
  if (text == NULL || sema_tensor_bytes_read (bytes, 0, text, *size, error))
    return text;
  sema_memory_free (text);
  return NULL;
}

/* FALSE without an error: there is no such file. */
static gboolean
read_file (SemaModelConfig *self, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  guint64          size;
  guint8          *text = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? read_bytes (path, name, &size, error) : NULL;
  gboolean         is_read = text != NULL && parse (self, name, (const char *)text, size, error);

  sema_memory_free (text);
  return is_read;
}

/**
 * sema_model_config_read:
 * @self: (out caller-allocates): what it tells
 * @folder: of a model
 * @error: why the file that is there cannot be used; none is set where there is no such file
 *
 * Reads config.json in a folder, if there is one of a sensible size.
 *
 * Returns: whether there is one that can be understood
 */
gboolean
sema_model_config_read (SemaModelConfig *self, const char *folder, GError **error)
{
  *self = (SemaModelConfig) {.is_tied = TRUE};
  return read_file (self, folder, FILE_NAME, error);
}

/**
 * sema_model_config_check:
 * @folder: of a model
 * @warnings: (element-type utf8): gets a sentence for each file that is damaged
 *
 * Looks at config.json in a folder, and at its companions, which are not needed: one that is damaged is mostly a download that was cut short,
 * and other programs will not open the model.
 */
void
sema_model_config_check (const char *folder, GPtrArray *warnings)
{
  g_autoptr (GError) problem = NULL;
  SemaModelConfig    config;

  if (!sema_model_config_read (&config, folder, &problem) && problem != NULL)
    g_ptr_array_add (warnings, g_strdup_printf (_ ("The model is opened without what its configuration tells: %s"), problem->message));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_clear_error (&problem);
      if (!read_file (NULL, folder, others[i], &problem) && problem != NULL)
        g_ptr_array_add (warnings, g_strdup_printf (_ ("A file beside the model is damaged, which is not needed here: %s"), problem->message));
    }
}
