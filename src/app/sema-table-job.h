/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-place-picture.h"

G_BEGIN_DECLS

/* The numbers of a heat map are printed in a thread: there may be millions. */

void sema_table_job_copy (GtkWidget *widget, SemaPlacePicture *picture);
void sema_table_job_save (GtkWidget *widget, SemaPlacePicture *picture, const char *path);

G_END_DECLS
