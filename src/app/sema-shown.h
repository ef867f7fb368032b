/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-session.h"

G_BEGIN_DECLS

/**
 * SemaShown:
 * @scatter: (nullable): the map
 * @picture: (nullable): or the picture of another place
 *
 * What can be drawn, by reference; at most one of these.
 */
typedef struct
{
  SemaScatter      *scatter;
  SemaPlacePicture *picture;
} SemaShown;

gboolean sema_shown_init (SemaShown *self, SemaSession *session);
void     sema_shown_copy (const SemaShown *self, SemaShown *copy);
void     sema_shown_clear (SemaShown *self);
void     sema_shown_get_subject (const SemaShown *self, SemaExportSubject *subject);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaShown, sema_shown_clear)

G_END_DECLS
