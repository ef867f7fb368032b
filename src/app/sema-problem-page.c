/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-problem-page.h"

static void
show (AdwStatusPage *page, const char *icon, const char *title, const char *sentence)
{
  g_autofree char *description = g_markup_escape_text (sentence, -1);
  GtkWidget       *stack = gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_STACK);

  adw_status_page_set_icon_name (page, icon);
  adw_status_page_set_title (page, title);
  adw_status_page_set_description (page, description);
  gtk_stack_set_visible_child (GTK_STACK (stack), GTK_WIDGET (page));
}

/**
 * sema_problem_page_show:
 * @page: a page of a stack
 * @title: what failed, translated
 * @sentence: why, and what to do; plain text
 *
 * Shows a problem instead of what the stack shows.
 */
void
sema_problem_page_show (AdwStatusPage *page, const char *title, const char *sentence)
{
  show (page, "dialog-warning-symbolic", title, sentence);
}

/**
 * sema_problem_page_show_cancelled:
 * @page: a page of a stack
 * @title: what was cancelled, translated
 *
 * Shows that there is nothing to see, which is no problem.
 */
void
sema_problem_page_show_cancelled (AdwStatusPage *page, const char *title)
{
  show (page, NULL, title, "");
}
