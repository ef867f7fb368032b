/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-pipe.h"
#include "sema-source.h"

G_BEGIN_DECLS

#define SEMA_TEXT_BLOCK (256 * 1024) /* bytes of a block, as far as the lines allow */

/**
 * SemaTextBlockNote:
 * @has_too_long: whether a line of more than SEMA_LINE_MAX bytes comes after those of the block
 * @is_ended: whether a line feed ends that line
 * @is_cut: whether the data were found to end before their proper end; known with the last line
 *
 * What the note of a block says.
 */
typedef struct
{
  gboolean has_too_long;
  gboolean is_ended;
  gboolean is_cut;
} SemaTextBlockNote;

SemaPipe *sema_text_blocks_new (SemaSource *source, guint n_blocks);

G_END_DECLS
