/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word-rows-private.h"

#include <glib/gi18n-lib.h>

#include "sema-hash.h"

typedef struct
{
  SemaSectionKind kind;
  const char     *label;
  GPtrArray      *words; /* SemaProjectionWord */
} Section;

typedef struct
{
  SemaProjection *projection;
  GHashTable     *groups; /* word -> its group + 1 */
  GArray         *sections;
  SemaSectionKind kind; /* of those that have colours */
} Builder;

static void
section_clear (gpointer data)
{
  g_ptr_array_unref (((Section *)data)->words);
}

static void
add_section (Builder *builder, SemaSectionKind kind, const char *label)
{
  Section section = {kind, label, g_ptr_array_new ()};

  g_array_append_val (builder->sections, section);
}

static Section *
nth_section (const Builder *builder, guint index)
{
  return &g_array_index (builder->sections, Section, index);
}

static void
add_sections (Builder *builder, gboolean hand_made)
{
  const SemaScatter *scatter = sema_projection_get_scatter (builder->projection);

  for (guint i = 0; i < scatter->clusters->len; i++)
    add_section (builder, builder->kind, sema_scatter_get_cluster (scatter, i)->name);
  add_section (builder, SEMA_SECTION_PLAIN, hand_made ? _("In no group") : _("Words"));
  add_section (builder, SEMA_SECTION_ANALOGY, _("Only in an analogy"));
  add_section (builder, SEMA_SECTION_ABSENT, _("Not on the map"));
}

static guint
choose_section (const Builder *builder, const SemaProjectionWord *word, gboolean hand_made)
{
  const SemaScatter *scatter = sema_projection_get_scatter (builder->projection);
  guint              plain = scatter->clusters->len;
  guint              group = GPOINTER_TO_UINT (g_hash_table_lookup (builder->groups, word->word));

  if (hand_made && group > 0 && group <= plain)
    return group - 1;
  if (word->point < 0)
    return plain + 2;
  if (sema_scatter_get_point (scatter, (gsize)word->point)->cluster >= 0)
    return (guint)sema_scatter_get_point (scatter, (gsize)word->point)->cluster;
  return word->chosen >= 0 ? plain : plain + 1;
}

static void
sort_words_in (Builder *builder, gboolean hand_made)
{
  for (gsize i = 0; i < sema_projection_get_n_words (builder->projection); i++)
    {
      const SemaProjectionWord *word = sema_projection_get_word (builder->projection, i);

      g_ptr_array_add (nth_section (builder, choose_section (builder, word, hand_made))->words, (gpointer)word);
    }
}

static void
append_rows (GPtrArray *rows, const Section *section, guint index, SemaStyle style)
{
  if (section->words->len == 0 && section->kind != SEMA_SECTION_GROUP)
    return;
  g_ptr_array_add (rows, sema_word_row_new_section (index, section->kind, style, section->label, section->words->len));
  for (guint i = 0; i < section->words->len; i++)
    g_ptr_array_add (rows, sema_word_row_new_word (index, g_ptr_array_index (section->words, i)));
}

static GHashTable *
index_groups (const SemaRecipe *recipe)
{
  GHashTable *groups = g_hash_table_new (sema_hash_text, g_str_equal);

  for (guint i = 0; i < recipe->words->len; i++)
    {
      const SemaRecipeWord *word = &g_array_index (recipe->words, SemaRecipeWord, i);

      g_hash_table_insert (groups, word->word, GUINT_TO_POINTER (word->group + 1));
    }
  return groups;
}

/* The rows of the list: clusters or groups with their words, then the words that are in none. Empty groups are shown,
 * so that words can be moved to them. */
GPtrArray *
sema_word_rows_build (SemaProjection *projection, const SemaRecipe *recipe)
{
  GPtrArray         *rows = g_ptr_array_new_with_free_func (g_object_unref);
  Builder            builder = {.projection = projection};
  const SemaScatter *scatter;
  gboolean           hand_made;

  if (projection == NULL)
    return rows;
  scatter = sema_projection_get_scatter (projection);
  hand_made = scatter->clusters->len > 0 && recipe->colour_by == SEMA_COLOUR_BY_GROUPS;
  builder.kind = hand_made ? SEMA_SECTION_GROUP : recipe->colour_by == SEMA_COLOUR_BY_COLUMN ? SEMA_SECTION_COLUMN
                                                                                             : SEMA_SECTION_CLUSTER;
  builder.groups = index_groups (recipe);
  builder.sections = g_array_new (FALSE, FALSE, sizeof (Section));
  g_array_set_clear_func (builder.sections, section_clear);
  add_sections (&builder, hand_made);
  sort_words_in (&builder, hand_made);
  for (guint i = 0; i < builder.sections->len; i++)
    append_rows (rows, nth_section (&builder, i), i, sema_scatter_get_style (scatter, i));
  g_array_unref (builder.sections);
  g_hash_table_unref (builder.groups);
  return rows;
}
