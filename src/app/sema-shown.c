/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-shown.h"

/**
 * sema_shown_init:
 * @self: (out caller-allocates): what is shown; end it with sema_shown_clear()
 * @session: (nullable): whose place it is
 *
 * Returns: whether there is something to draw
 */
gboolean
sema_shown_init (SemaShown *self, SemaSession *session)
{
  SemaProjection   *projection = session != NULL ? sema_session_get_projection (session) : NULL;
  SemaPlacePicture *picture = session != NULL ? sema_session_get_picture (session) : NULL;

  *self = (SemaShown) {0};
  if (session == NULL)
    return FALSE;
  if (sema_looks_have_picture (sema_session_get_looks (session)))
    self->picture = picture != NULL ? sema_place_picture_ref (picture) : NULL;
  else if (projection != NULL)
    self->scatter = sema_scatter_ref (sema_projection_get_scatter (projection));
  return self->scatter != NULL || self->picture != NULL;
}

/**
 * sema_shown_copy:
 * @self: what is shown
 * @copy: (out caller-allocates): the same; end it with sema_shown_clear()
 */
void
sema_shown_copy (const SemaShown *self, SemaShown *copy)
{
  copy->scatter = self->scatter != NULL ? sema_scatter_ref (self->scatter) : NULL;
  copy->picture = self->picture != NULL ? sema_place_picture_ref (self->picture) : NULL;
}

/**
 * sema_shown_clear:
 * @self: what is shown
 */
void
sema_shown_clear (SemaShown *self)
{
  g_clear_pointer (&self->scatter, sema_scatter_unref);
  g_clear_pointer (&self->picture, sema_place_picture_unref);
}

/**
 * sema_shown_get_subject:
 * @self: what is shown
 * @subject: (out caller-allocates): what to draw; lives as long as that
 */
void
sema_shown_get_subject (const SemaShown *self, SemaExportSubject *subject)
{
  if (self->picture != NULL)
    sema_place_picture_get_subject (self->picture, subject);
  else
    *subject = (SemaExportSubject) {.scatter = self->scatter};
}
