/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-question-axes.h"

G_BEGIN_DECLS

/**
 * SemaRuler:
 * @n: number of words
 * @labels: (array zero-terminated=1) (owned): n texts, UTF-8
 * @values: (n) (owned): what each word answers, -1 to 1; NaN for a word that has no place
 * @marked: (n) (owned): not 0 where the word defines the question
 * @question: (owned): its name, and the words at both ends
 * @title: (owned) (nullable): over the picture
 * @caption: (owned) (nullable) (array zero-terminated=1): parts of what stands under it
 *
 * One question as a ruler with words on it, without saying how large it is drawn.
 */
typedef struct
{
  gsize            n;
  char           **labels;
  double          *values;
  guint8          *marked;
  SemaQuestionAxis question;
  char            *title;
  char           **caption;
} SemaRuler;

SemaRuler *sema_ruler_new (gsize n, GError **error);
void       sema_ruler_free (SemaRuler *self);
gsize      sema_ruler_get_range (const SemaRuler *self, double *least, double *largest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaRuler, sema_ruler_free)

G_END_DECLS
