/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-notice.h"

#include <glib/gi18n-lib.h>

#include "sema-reveal.h"

/**
 * SemaNotice:
 *
 * A strip that warns without being in the way: the first sentence, a button to read the others, and one to dismiss it.
 */
struct _SemaNotice
{
  AdwBin parent_instance;

  char **sentences;

  GtkRevealer *revealer;
  GtkLabel    *label;
  GtkButton   *more;
};

G_DEFINE_FINAL_TYPE (SemaNotice, sema_notice, ADW_TYPE_BIN)

static void
more_clicked (SemaNotice *self)
{
  g_autofree char *body = g_strjoinv ("\n\n", self->sentences);
  GtkWidget       *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Warnings"), body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
close_clicked (SemaNotice *self)
{
  sema_notice_hide (self);
}

static void
sema_notice_finalize (GObject *object)
{
  g_strfreev (SEMA_NOTICE (object)->sentences);
  G_OBJECT_CLASS (sema_notice_parent_class)->finalize (object);
}

static void
sema_notice_class_init (SemaNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sema_notice_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, SemaNotice, label);
  gtk_widget_class_bind_template_child (widget_class, SemaNotice, more);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked);
}

static void
sema_notice_init (SemaNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sema_notice_show:
 * @self: a notice
 * @sentences: (array zero-terminated=1): what it says, UTF-8; none hides it
 */
void
sema_notice_show (SemaNotice *self, const char *const *sentences)
{
  guint n = g_strv_length ((char **)sentences);

  g_return_if_fail (SEMA_IS_NOTICE (self));

  if (n == 0)
    {
      sema_notice_hide (self);
      return;
    }
  g_strfreev (self->sentences);
  self->sentences = g_strdupv ((char **)sentences);
  gtk_label_set_label (self->label, sentences[0]);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > 1);
  if (n > 1)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u More…", "%u More…", n - 1), n - 1);

      gtk_button_set_label (self->more, more);
    }
  sema_reveal (self->revealer, TRUE);
}

/**
 * sema_notice_hide:
 * @self: a notice
 */
void
sema_notice_hide (SemaNotice *self)
{
  g_return_if_fail (SEMA_IS_NOTICE (self));

  sema_reveal (self->revealer, FALSE);
}
