/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-caption.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>

#include "sema-count.h"
#include "sema-number.h"
#include "sema-percent.h"
#include "sema-scatter-page.h"
#include "sema-text-fit.h"

#define SEPARATOR " · "
#define LONGEST_NAME 24 /* letters of a question's name: the axes have all of it */

static char *
count_words (const SemaScatter *scatter)
{
  guint   n = scatter->points->len;
  guint64 n_all = scatter->cloud != NULL ? scatter->cloud->n : 0;

  if (scatter->cloud != NULL)
    return g_strdup_printf (ngettext ("%s word", "%s words", n_all), SEMA_COUNT (n_all));
  if (scatter->is_of_rows)
    return g_strdup_printf (ngettext ("%u row", "%u rows", n), n);
  return g_strdup_printf (ngettext ("%u word", "%u words", n), n);
}

/* With two decimals; what is less than 1 does not become 1 by that. */
static const char *
print_measure (double measure, char buffer[SEMA_NUMBER_SIZE])
{
  return sema_number_print_fixed (measure < 1 ? MIN (measure, 0.99) : measure, 2, buffer);
}

static char *
tell_trust (const SemaTrust *trust)
{
  char trustworthiness[SEMA_NUMBER_SIZE], continuity[SEMA_NUMBER_SIZE];

  /* Translators: two measures of a projection (Venna and Kaski 2001), 0 to 1, in as few words as possible */
  return g_strdup_printf (_("trustworthiness %s, continuity %s"), print_measure (trust->trustworthiness, trustworthiness),
                             print_measure (trust->continuity, continuity));
}

static char *
tell_variance (const SemaScatter *scatter)
{
  g_autofree char *kept = sema_percent_print (scatter->questions != NULL ? scatter->questions->ratio : scatter->ratios[0] + scatter->ratios[1]);

  if (scatter->questions != NULL)
    return g_strdup_printf (_("this plane keeps %s of the variance"), kept);
  return g_strdup_printf (_("PCA keeps %s of the variance"), kept);
}

static char *
shorten (const char *name)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (name, -1) <= LONGEST_NAME)
    return g_strdup (name);
  start = g_utf8_substring (name, 0, LONGEST_NAME - 1);
  return g_strconcat (start, "…", NULL);
}

/* At another angle than a right one the picture is sheared. */
static char *
tell_angle (const SemaQuestionAxes *questions)
{
  g_autofree char *x = shorten (questions->axes[0].name);
  g_autofree char *y = shorten (questions->axes[1].name);
  char             number[SEMA_NUMBER_SIZE];

  if (sema_question_axes_is_right (questions))
    /* Translators: of the directions of two questions that are the axes of the map */
    return g_strdup_printf (_("“%s” and “%s” are at a right angle"), x, y);
  /* Translators: of the directions of two questions that are the axes of the map; %s° is an angle such as 71.3° */
  return g_strdup_printf (_("“%s” and “%s” are at %s°, drawn at 90°: distances hold along each axis only"), x, y,
                             sema_number_print_fixed (questions->angle, 1, number));
}

/* What every caption of the scatter says, part by part. */
static GPtrArray *
make_parts (const SemaScatter *scatter)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, count_words (scatter));
  if (scatter->source != NULL && *scatter->source != '\0')
    g_ptr_array_add (parts, g_strdup (scatter->source));
  if (scatter->questions != NULL || !isnan (scatter->ratios[0]))
    g_ptr_array_add (parts, tell_variance (scatter));
  if (scatter->questions != NULL)
    g_ptr_array_add (parts, tell_angle (scatter->questions));
  for (char **remark = scatter->remarks; remark != NULL && *remark != NULL; remark++)
    g_ptr_array_add (parts, g_strdup (*remark));
  return parts;
}

static const char *
explain_points (const SemaScatter *scatter)
{
  if (scatter->cloud != NULL)
    /* Translators: explains the cloud of all words on the map, in as few words as possible */
    return _("stronger colour = more words");
  if (scatter->has_steps)
    /* Translators: explains the points on the map where their colours stand for numbers, in as few words as possible */
    return _ ("small dot = badly represented here");
  /* Translators: explains the points on the map, in as few words as possible */
  return _("faint, small dot = badly represented here");
}

static gboolean
has_odd_points (const SemaScatter *scatter)
{
  for (gsize i = 0; i < scatter->points->len; i++)
    if (sema_scatter_get_point (scatter, i)->is_odd)
      return TRUE;
  return FALSE;
}

/* What a narrow page can do without. The marks of the neighbourhood are explained whether there are any or not: the plot
 * must not move when another word is looked at. */
static void
add_explanations (const SemaScatter *scatter, const SemaScatterView *view, GPtrArray *parts)
{
  gboolean is_known = scatter->trust != NULL && scatter->trust->k > 0;

  if (has_odd_points (scatter))
    /* Translators: explains rings round points on the map, in as few words as possible */
    g_ptr_array_add (parts, g_strdup (_ ("ring = found by the diagnosis")));
  if (is_known)
    g_ptr_array_add (parts, tell_trust (scatter->trust));
  if (is_known && view->show_trust)
    /* Translators: explains lines and crosses on the map, in as few words as possible */
    g_ptr_array_add (parts, g_strdup (_("line = near word torn away, × = near only here")));
  g_ptr_array_add (parts, g_strdup (explain_points (scatter)));
}

/* What depends on the place one looks from. Where words lie outside the plot, those inside are counted. */
static char *
count_labels (const SemaScatterPage *self)
{
  const SemaCloud *cloud = self->scatter->cloud;
  gsize            n_labels = self->scene->n_labels;
  gsize            n_shown = self->scene->n_points;

  if (n_shown < (cloud != NULL ? cloud->n_placed : self->scatter->points->len))
    return g_strdup_printf (_("%s of %s here labelled"), SEMA_COUNT (n_labels), SEMA_COUNT (n_shown));
  return g_strdup_printf (_("%s of %s labelled"), SEMA_COUNT (n_labels), SEMA_COUNT (n_shown));
}

/**
 * sema_scatter_caption_estimate:
 * @scatter: a scatter
 * @view: how it is looked at
 *
 * Returns: how long its caption is at most, in heights of the font
 */
double
sema_scatter_caption_estimate (const SemaScatter *scatter, const SemaScatterView *view)
{
  g_autoptr (GPtrArray) parts = make_parts (scatter);
  gsize                 n = scatter->cloud != NULL ? scatter->cloud->n_placed : scatter->points->len;
  double                width;

  g_ptr_array_add (parts, g_strdup_printf (_("%s of %s labelled"), SEMA_COUNT (n), SEMA_COUNT (n)));
  add_explanations (scatter, view, parts);
  width = (parts->len - 1) * sema_text_fit_estimate (SEPARATOR);
  for (guint i = 0; i < parts->len; i++)
    width += sema_text_fit_estimate (g_ptr_array_index (parts, i));
  return width;
}

static void
add_line (SemaScatterPage *self, const char *text, guint line)
{
  const SemaFrame *box = &self->layout.caption;
  double           scale = self->layout.scale;
  g_autofree char *fitting = sema_text_fit (self->measure, text, SEMA_TEXT_CAPTION, scale, box->width);
  SemaTextMark     mark = {.x = box->x, .text = fitting, .role = SEMA_TEXT_CAPTION, .scale = scale, .index = -1};

  self->measure->measure (self->measure->data, fitting, SEMA_TEXT_CAPTION, scale, &mark.width, &mark.height);
  mark.y = box->y + (line + 0.5) * SEMA_LAYOUT_CAPTION_LINE * scale - mark.height / 2;
  sema_scene_add_text (self->scene, &mark);
}

static gboolean
fits (const SemaScatterPage *self, const char *text)
{
  double width;
  double height;

  self->measure->measure (self->measure->data, text, SEMA_TEXT_CAPTION, self->layout.scale, &width, &height);
  return width <= self->layout.caption.width;
}

/* Breaks between parts only. */
static GPtrArray *
break_lines (const SemaScatterPage *self, const GPtrArray *parts)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (lines, g_strdup (g_ptr_array_index (parts, 0)));
  for (guint i = 1; i < parts->len; i++)
    {
      char            *last = g_ptr_array_index (lines, lines->len - 1);
      g_autofree char *longer = g_strconcat (last, SEPARATOR, g_ptr_array_index (parts, i), NULL);

      if (!fits (self, longer))
        {
          g_ptr_array_add (lines, g_strdup (g_ptr_array_index (parts, i)));
          continue;
        }
      g_free (last);
      g_ptr_array_index (lines, lines->len - 1) = g_steal_pointer (&longer);
    }
  return lines;
}

/* On a page too narrow for all of it the caption does without its last parts. */
static void
add_parts (SemaScatterPage *self, GPtrArray *parts)
{
  g_autoptr (GPtrArray) lines = break_lines (self, parts);

  while (lines->len > self->layout.n_caption_lines && parts->len > 1)
    {
      g_ptr_array_set_size (parts, (int)parts->len - 1);
      g_ptr_array_unref (lines);
      lines = break_lines (self, parts);
    }
  for (guint i = 0; i < lines->len; i++)
    add_line (self, g_ptr_array_index (lines, i), i);
}

/**
 * sema_scatter_page_add_caption:
 * @self: a page whose labels are placed
 *
 * Adds the caption below the plot, in as many lines as the layout has for it.
 */
void
sema_scatter_page_add_caption (SemaScatterPage *self)
{
  g_autoptr (GPtrArray) parts = NULL;

  if (self->layout.caption.width <= 0)
    return;
  parts = make_parts (self->scatter);
  if (self->scene->n_labels < self->scene->n_points)
    g_ptr_array_add (parts, count_labels (self));
  add_explanations (self->scatter, self->view, parts);
  add_parts (self, parts);
}
