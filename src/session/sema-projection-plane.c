/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projection-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-memory.h"
#include "sema-question-rows.h"
#include "sema-word.h"

static const SemaQuestionText *
get_question (const SemaProjection *self, guint axis)
{
  return sema_recipe_get_question (self->recipe, (gsize)sema_recipe_find_question (self->recipe, self->recipe->axes[axis]));
}

static char *
label_question (const SemaProjection *self, guint axis)
{
  const char *name = self->recipe->axes[axis];

  return sema_word_to_label (name, strlen (name));
}

/* The directions of the questions that the recipe has for axes. Where there are none in this file the map keeps its principal components,
 * and says why. */
gboolean
sema_projection_find_directions (SemaProjection *self, GError **error)
{
  gsize              dim = sema_set_get_dim (self->set);
  g_autoptr (GError) problem = NULL;

  if (self->recipe->axes[0] == NULL)
    return TRUE;
  self->directions = sema_memory_alloc_n (2, dim * sizeof (double), error);
  if (self->directions == NULL)
    return FALSE;
  for (guint axis = 0; problem == NULL && axis < 2; axis++)
    {
      const SemaQuestionText      *question = get_question (self, axis);
      g_autoptr (SemaQuestionRows) rows = sema_question_rows_new (question, self->set);

      self->n_axis_words_missing += rows->n_missing;
      self->n_axis_words_unusable += rows->n_unusable;
      if (!sema_question_rows_find_direction (rows, question, self->set, self->directions + axis * dim, &problem))
        self->unasked = axis;
    }
  if (problem == NULL)
    return TRUE;
  self->axes_problem = g_strdup (problem->message);
  g_clear_pointer (&self->directions, sema_memory_free);
  return TRUE;
}

/* The map of all words is made once for a file, a kind of vectors and axes, and handed on from projection to projection. */
static gboolean
take_whole_map (SemaProjection *self, SemaProjection *previous, SemaProgress *progress, GError **error)
{
  SemaWholeMap *known = previous != NULL ? previous->whole : NULL;

  if (known != NULL && sema_whole_map_is_of (known, self->recipe->vectors, self->directions))
    self->whole = sema_whole_map_ref (known);
  else if (self->recipe->all_words)
    self->whole = sema_whole_map_new (self->set, self->recipe->vectors, self->directions, progress, error);
  if (self->recipe->all_words && self->whole != NULL)
    self->scatter->cloud = sema_cloud_ref (self->whole->cloud);
  return self->whole != NULL || !self->recipe->all_words;
}

/* The mean and the variance, and the principal components, are those of the chosen words, or of all words where these are shown. */
gboolean
sema_projection_find_plane (SemaProjection *self, SemaProjection *previous, SemaProgress *progress, GError **error)
{
  gsize n = self->rows->len;
  gsize dim = sema_set_get_dim (self->set);

  if (!take_whole_map (self, previous, progress, error))
    return FALSE;
  if (self->directions != NULL && self->recipe->all_words)
    self->plane = sema_plane_new_like (self->whole->plane, self->vectors, n, error);
  else if (self->directions != NULL)
    self->plane = sema_plane_new (self->directions, self->vectors, n, dim, error);
  else if (self->recipe->all_words)
    self->pca = sema_pca_new_like (self->whole->pca, self->vectors, n, error);
  else
    self->pca = sema_pca_new (self->vectors, n, dim, 2, error);
  return self->plane != NULL || self->pca != NULL;
}

/* (points, 2) */
const double *
sema_projection_get_scores (const SemaProjection *self)
{
  return self->plane != NULL ? self->plane->scores : self->pca->scores;
}

/* (points) */
const double *
sema_projection_get_quality (const SemaProjection *self)
{
  return self->plane != NULL ? self->plane->quality : self->pca->quality;
}

/* Where another vector of those shown lies in the plane. */
void
sema_projection_place (const SemaProjection *self, const double *vector, double place[2])
{
  if (self->plane != NULL)
    sema_plane_project (self->plane, vector, place);
  else
    sema_pca_project (self->pca, vector, place);
}

/* Whether the points of both, when they are the same, have the same places. */
gboolean
sema_projection_has_axes_of (const SemaProjection *self, const SemaProjection *other)
{
  if (self->directions == NULL || other->directions == NULL)
    return self->directions == other->directions;
  return memcmp (self->directions, other->directions, 2 * sema_set_get_dim (self->set) * sizeof (double)) == 0;
}

static SemaQuestionAxes *
make_axes (const SemaProjection *self)
{
  SemaQuestionAxis  axes[2];
  SemaQuestionAxes *made;

  for (guint axis = 0; axis < 2; axis++)
    {
      const SemaQuestionText      *question = get_question (self, axis);
      g_autoptr (SemaQuestionRows) rows = sema_question_rows_new (question, self->set);

      axes[axis] = (SemaQuestionAxis) {label_question (self, axis), sema_question_rows_list_words (rows->yes, self->set), sema_question_rows_list_words (rows->no, self->set)};
    }
  made = sema_question_axes_new (axes, self->plane->angle, self->plane->ratio);
  for (guint axis = 0; axis < 2; axis++)
    {
      g_free (axes[axis].name);
      g_free (axes[axis].yes);
      g_free (axes[axis].no);
    }
  return made;
}

/* Takes the remark. */
static void
add_remark (GPtrArray *remarks, char *remark)
{
  g_ptr_array_add (remarks, remark);
}

static gboolean
has_composed_words (const SemaProjection *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (sema_set_is_composed (self->set, g_array_index (self->rows, guint64, i)))
      return TRUE;
  return FALSE;
}

/* Parts of the caption, in as few words as possible. */
static char **
make_remarks (const SemaProjection *self)
{
  GPtrArray *remarks = g_ptr_array_new ();
  char      *colours = sema_projection_describe_column (self);
  gsize      n_missing = self->n_axis_words_missing;
  gsize      n_unusable = self->n_axis_words_unusable;

  if (self->axes_problem != NULL)
    {
      g_autofree char *name = label_question (self, self->unasked);

      /* Translators: a part of the caption of a map that was to have questions for axes */
      add_remark (remarks, g_strdup_printf (_("not by questions: “%s” cannot be asked here"), name));
    }
  if (self->plane != NULL && n_missing > 0)
    add_remark (remarks, g_strdup_printf (ngettext ("%zu word of the questions is not in this file", "%zu words of the questions are not in this file", n_missing), n_missing));
  if (self->plane != NULL && n_unusable > 0)
    add_remark (remarks, g_strdup_printf (ngettext ("%zu word of the questions has no direction", "%zu words of the questions have no direction", n_unusable), n_unusable));
  if (colours != NULL)
    add_remark (remarks, colours);
  if (has_composed_words (self))
    add_remark (remarks, g_strdup (_ ("* not in this file: the mean of its n-grams")));
  if (self->plane != NULL && self->recipe->vectors == SEMA_VECTORS_RAW)
    add_remark (remarks, g_strdup (_("places = answers times norms")));
  g_ptr_array_add (remarks, NULL);
  return (char **)g_ptr_array_free (remarks, FALSE);
}

/* Tells the scatter what its axes are. */
void
sema_projection_describe_plane (SemaProjection *self)
{
  g_auto (GStrv) remarks = make_remarks (self);

  if (self->plane != NULL)
    self->scatter->questions = make_axes (self);
  for (gsize c = 0; self->pca != NULL && c < 2; c++)
    self->scatter->ratios[c] = self->pca->ratios[c];
  if (remarks[0] != NULL)
    self->scatter->remarks = g_steal_pointer (&remarks);
}

/**
 * sema_projection_get_axes_problem:
 * @self: a projection
 *
 * Returns: (transfer none) (nullable): why the axes are the principal components and not the questions asked for: a sentence that says which
 *   question, and what to do; %NULL where they are what was asked for
 */
const char *
sema_projection_get_axes_problem (const SemaProjection *self)
{
  return self->axes_problem;
}
