/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-progress.h"

G_BEGIN_DECLS

#define SEMA_TYPE_JOB_PANE (sema_job_pane_get_type ())
G_DECLARE_FINAL_TYPE (SemaJobPane, sema_job_pane, SEMA, JOB_PANE, GtkBox)

/* Properties:
 *   bar-name  string  what a screen reader calls the bar; set once
 * Signals:
 *   cancelled  the user gave the job up
 */

SemaProgress *sema_job_pane_begin (SemaJobPane *self, const char *text, guint patience);
void          sema_job_pane_end (SemaJobPane *self);
gboolean      sema_job_pane_is_busy (SemaJobPane *self);
void          sema_job_pane_cancel (SemaJobPane *self);

G_END_DECLS
