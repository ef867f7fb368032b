/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SemaTrainingSaved:
 * @path: where vectors were saved
 * @user_data: as given
 */
typedef void (*SemaTrainingSaved) (const char *path, gpointer user_data);

#define SEMA_TYPE_TRAINING_WINDOW (sema_training_window_get_type ())
G_DECLARE_FINAL_TYPE (SemaTrainingWindow, sema_training_window, SEMA, TRAINING_WINDOW, AdwWindow)

void sema_training_window_present (GtkWindow *parent, SemaTrainingSaved saved, gpointer user_data);

G_END_DECLS
