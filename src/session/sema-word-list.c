/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word-list.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "sema-small-file.h"

#define LARGEST_LIST (16u << 20) /* bytes; a longer file is no list that somebody chose */

static void
add_line (const char *line, gsize length, SemaRecipe *recipe, int *group)
{
  g_autofree char *text = NULL;

  if (length > 0 && line[length - 1] == '\r')
    length--;
  text = g_strndup (line, length);
  if (g_str_has_prefix (text, "# "))
    {
      g_autofree char *name = g_utf8_make_valid (g_strstrip (text + 2), -1);

      *group = *name == 0 ? SEMA_NO_GROUP : sema_recipe_add_group (recipe, name);
      return;
    }
  sema_recipe_add_word (recipe, text, *group);
}

/**
 * sema_word_list_add_to:
 * @text: (array length=length): a list of words as text, any bytes
 * @length: bytes
 * @recipe: takes the words and groups
 *
 * Adds every word of a list. A byte order mark and the carriage returns of other systems are taken off. A line
 * "# " with no name ends the group.
 */
void
sema_word_list_add_to (const char *text, gsize length, SemaRecipe *recipe)
{
  const char *end = text + length;
  int         group = SEMA_NO_GROUP;

  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    text += 3;
  while (text < end)
    {
      const char *stop = memchr (text, '\n', (gsize)(end - text));

      if (stop == NULL)
        stop = end;
      add_line (text, (gsize)(stop - text), recipe, &group);
      text = stop + 1;
    }
}

/**
 * sema_word_list_print:
 * @recipe: a recipe
 *
 * Returns: (transfer full): its chosen words as text: first those in no group, then group by group
 */
GString *
sema_word_list_print (const SemaRecipe *recipe)
{
  GString *text = g_string_new (NULL);

  for (int group = SEMA_NO_GROUP; group < (int)recipe->groups->len; group++)
    {
      if (group != SEMA_NO_GROUP)
        g_string_append_printf (text, "# %s\n", sema_recipe_get_group (recipe, group));
      for (gsize i = 0; i < recipe->words->len; i++)
        {
          const SemaRecipeWord *word = &g_array_index (recipe->words, SemaRecipeWord, i);

          if (word->group == group)
            g_string_append_printf (text, "%s\n", word->word);
        }
    }
  return text;
}

/**
 * sema_word_list_load:
 * @path: a file
 * @recipe: takes the words and groups
 * @error: a #GFileError, also for a directory, a device, or a file of over 16 MiB
 *
 * Returns: whether the file could be read
 */
gboolean
sema_word_list_load (const char *path, SemaRecipe *recipe, GError **error)
{
  g_autofree char *text = NULL;
  gsize            length;
  GStatBuf         info;

  if (g_stat (path, &info) == 0 && (!S_ISREG (info.st_mode) || info.st_size > LARGEST_LIST))
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("“%s” is not a list of words: it must be an ordinary file of at most 16 MiB."), name);
      return FALSE;
    }
  text = sema_small_file_read (path, &length, error);
  if (text == NULL)
    return FALSE;
  sema_word_list_add_to (text, length, recipe);
  return TRUE;
}
