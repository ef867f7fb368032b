/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "sema-palette.h"
#include "sema-projection.h"

G_BEGIN_DECLS

/**
 * SemaSectionKind:
 * @SEMA_SECTION_CLUSTER: a cluster that was found
 * @SEMA_SECTION_GROUP: a group made by hand
 * @SEMA_SECTION_COLUMN: a category, or a step of numbers, of a column of the file
 * @SEMA_SECTION_PLAIN: words of no cluster or group
 * @SEMA_SECTION_ANALOGY: words that are here for an analogy only
 * @SEMA_SECTION_ABSENT: words that are not on the map
 *
 * What the words under a heading have in common.
 */
typedef enum {
  SEMA_SECTION_CLUSTER,
  SEMA_SECTION_GROUP,
  SEMA_SECTION_COLUMN,
  SEMA_SECTION_PLAIN,
  SEMA_SECTION_ANALOGY,
  SEMA_SECTION_ABSENT,
} SemaSectionKind;

#define SEMA_TYPE_WORD_ROW (sema_word_row_get_type ())
G_DECLARE_FINAL_TYPE (SemaWordRow, sema_word_row, SEMA, WORD_ROW, GObject)

SemaWordRow *sema_word_row_new_section (guint section, SemaSectionKind kind, SemaStyle style, const char *label, gsize n_words);
SemaWordRow *sema_word_row_new_word (guint section, const SemaProjectionWord *word);

gboolean sema_word_row_equal (const SemaWordRow *a, const SemaWordRow *b);

gboolean        sema_word_row_is_section (const SemaWordRow *self);
guint           sema_word_row_get_section (const SemaWordRow *self);
SemaSectionKind sema_word_row_get_kind (const SemaWordRow *self);
SemaStyle       sema_word_row_get_style (const SemaWordRow *self);
const char     *sema_word_row_get_label (const SemaWordRow *self);
gsize           sema_word_row_get_n_words (const SemaWordRow *self);
const char     *sema_word_row_get_word (const SemaWordRow *self);
SemaWordState   sema_word_row_get_state (const SemaWordRow *self);
gboolean        sema_word_row_is_composed (const SemaWordRow *self);
gboolean        sema_word_row_is_chosen (const SemaWordRow *self);

G_END_DECLS
