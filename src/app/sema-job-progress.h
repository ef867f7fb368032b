/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_JOB_PROGRESS (sema_job_progress_get_type ())
G_DECLARE_FINAL_TYPE (SemaJobProgress, sema_job_progress, SEMA, JOB_PROGRESS, GtkBox)

/* Properties, each set once:
 *   bar-name       string  what a screen reader calls the bar
 *   cancel-action  string  the action that gives the job up
 */

/**
 * SemaJobFraction: tells how much of a job of the session is done, 0 to 1.
 */
typedef double (*SemaJobFraction) (SemaSession *session);

void sema_job_progress_start (SemaJobProgress *self, const char *text, SemaJobFraction get_fraction, SemaSession *session);
void sema_job_progress_stop (SemaJobProgress *self);

G_END_DECLS
