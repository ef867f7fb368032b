/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-section-list.h"

#include "sema-word.h"

/**
 * SemaSectionList:
 *
 * The sections of an evaluation, of which a file may have any number: each is an object only while somebody looks at it.
 */
struct _SemaSectionList
{
  GObject parent_instance;

  SemaEvaluation *evaluation;
};

/**
 * SemaSection:
 *
 * One of them.
 */
struct _SemaSection
{
  GObject parent_instance;

  SemaSectionList *list;
  gsize            index;
};

G_DEFINE_FINAL_TYPE (SemaSection, sema_section, G_TYPE_OBJECT)

static void
sema_section_finalize (GObject *object)
{
  g_clear_object (&SEMA_SECTION (object)->list);
  G_OBJECT_CLASS (sema_section_parent_class)->finalize (object);
}

static void
sema_section_class_init (SemaSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sema_section_finalize;
}

static void
sema_section_init (SemaSection *self)
{
}

static const SemaEvaluationCounts *
look_up (SemaSection *self, const char **name, gsize *length)
{
  return sema_evaluation_get_section (self->list->evaluation, self->index, name, length);
}

/**
 * sema_section_dup_name:
 * @self: a section
 *
 * Returns: (transfer full): its name for the screen
 */
char *
sema_section_dup_name (SemaSection *self)
{
  const char *name;
  gsize       length;

  look_up (self, &name, &length);
  return sema_word_to_label (name, length);
}

/**
 * sema_section_get_counts:
 * @self: a section
 *
 * Returns: (transfer none): what came of its questions
 */
const SemaEvaluationCounts *
sema_section_get_counts (SemaSection *self)
{
  const char *name;
  gsize       length;

  return look_up (self, &name, &length);
}

/**
 * sema_section_get_total:
 * @self: a section
 *
 * Returns: (transfer none): the sums over all sections of the list
 */
const SemaEvaluationCounts *
sema_section_get_total (SemaSection *self)
{
  return sema_evaluation_get_total (self->list->evaluation);
}

static GType
get_item_type (GListModel *model)
{
  return SEMA_TYPE_SECTION;
}

static guint
get_n_items (GListModel *model)
{
  return (guint)MIN (sema_evaluation_get_n_sections (SEMA_SECTION_LIST (model)->evaluation), G_MAXINT);
}

static gpointer
get_item (GListModel *model, guint position)
{
  SemaSection *section;

  if (position >= get_n_items (model))
    return NULL;
  section = g_object_new (SEMA_TYPE_SECTION, NULL);
  section->list = g_object_ref (SEMA_SECTION_LIST (model));
  section->index = position;
  return section;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SemaSectionList, sema_section_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
sema_section_list_finalize (GObject *object)
{
  g_clear_pointer (&SEMA_SECTION_LIST (object)->evaluation, sema_evaluation_free);
  G_OBJECT_CLASS (sema_section_list_parent_class)->finalize (object);
}

static void
sema_section_list_class_init (SemaSectionListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sema_section_list_finalize;
}

static void
sema_section_list_init (SemaSectionList *self)
{
}

/**
 * sema_section_list_new:
 * @evaluation: (transfer full): counts
 *
 * Returns: (transfer full): its sections, in the order of the file
 */
SemaSectionList *
sema_section_list_new (SemaEvaluation *evaluation)
{
  SemaSectionList *self = g_object_new (SEMA_TYPE_SECTION_LIST, NULL);

  self->evaluation = evaluation;
  return self;
}

/**
 * sema_section_list_get_evaluation:
 * @self: a list
 *
 * Returns: (transfer none): the counts
 */
const SemaEvaluation *
sema_section_list_get_evaluation (SemaSectionList *self)
{
  return self->evaluation;
}
