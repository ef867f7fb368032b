/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-copy-picture.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "sema-picture-job.h"
#include "sema-toast.h"

static void
copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWidget             *widget = GTK_WIDGET (source);
  g_autoptr (GError)     error = NULL;
  g_autoptr (GdkTexture) texture = sema_picture_job_draw_finish (result, &error);

  if (texture != NULL)
    gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  sema_toast_show (widget, error != NULL ? error->message : _("Picture copied"), FALSE);
}

static void
copy (GtkWidget *widget, const SemaShown *shown)
{
  SemaExportOptions options;

  sema_export_options_init (&options);
  options.theme = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? SEMA_THEME_DARK : SEMA_THEME_LIGHT;
  sema_picture_job_draw_async (shown, &options, widget, NULL, copied, NULL);
}

/**
 * sema_copy_picture:
 * @widget: whose clipboard it is
 * @session: what is drawn
 *
 * Puts the whole picture of the place that is shown on the clipboard, as it would be exported at the usual size.
 */
void
sema_copy_picture (GtkWidget *widget, SemaSession *session)
{
  g_auto (SemaShown) shown = {0};

  g_return_if_fail (GTK_IS_WIDGET (widget) && SEMA_IS_SESSION (session));

  if (sema_shown_init (&shown, session))
    copy (widget, &shown);
}

/**
 * sema_copy_scatter:
 * @widget: whose clipboard it is
 * @scatter: what is drawn
 *
 * Puts the picture of a scatter on the clipboard, as it would be exported at the usual size.
 */
void
sema_copy_scatter (GtkWidget *widget, SemaScatter *scatter)
{
  const SemaShown shown = {.scatter = scatter};

  copy (widget, &shown);
}
