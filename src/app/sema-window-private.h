/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-analogy-bar.h"
#include "sema-ask-pane.h"
#include "sema-autosave.h"
#include "sema-detail-pane.h"
#include "sema-edits.h"
#include "sema-job-progress.h"
#include "sema-map-view.h"
#include "sema-notice.h"
#include "sema-recent.h"
#include "sema-session-state.h"
#include "sema-window.h"
#include "sema-words-pane.h"

G_BEGIN_DECLS

/* The window's fields, for its own files: each is about one concern. */

struct _SemaWindow
{
  AdwApplicationWindow parent_instance;

  SemaSession  *session;
  SemaAutosave *autosave;
  SemaRecent   *recent;

  GCancellable     *finding;  /* of the vectors of a session that is being opened; an older one is stale */
  SemaSessionState *homeless; /* a session whose vectors were not found, while the user is asked for them; or NULL */

  double   text_scale;
  gboolean presenting;
  gboolean words_before; /* whether the pane was shown before the presenter's view */
  gboolean details_before;
  int      room;      /* how many side panes the width has room for */
  guint    fitting;   /* idle that shows and hides them */
  guint64  n_fitting; /* words of the file that was too large for which there is memory; 0: not known */
  guint    saving;    /* timeout before it is shown that vectors are being saved */
  guint    waiting;   /* timeout before it is shown that the map is being made */

  AdwToastOverlay *toasts;
  AdwHeaderBar    *header;
  AdwWindowTitle  *window_title;
  GtkWidget       *open_button;
  GtkWidget       *words_button;
  GtkWidget       *details_button;
  GtkMenuButton   *menu_button;
  GtkMenuButton   *export_button;
  GtkWidget       *undo_button;
  GtkWidget       *redo_button;
  GtkSpinner      *spinner;
  SemaNotice      *warnings;
  GtkRevealer     *load_strip;
  SemaJobProgress *strip_progress;
  SemaJobProgress *page_progress;
  GtkRevealer     *save_strip;
  SemaJobProgress *save_progress;
  GtkRevealer     *map_strip;
  SemaJobProgress *map_progress;
  GtkStack        *stack;
  AdwStatusPage   *empty_page;
  AdwStatusPage   *error_page;
  GtkButton       *first_button;
  GtkWidget       *another_button;
  SemaWordsPane   *words_pane;
  SemaMapView     *map;
  GtkStack        *places;
  GtkWidget       *place_bar;
  GtkWidget       *map_buttons;
  GtkWidget       *no_words;
  GtkFlowBox      *set_buttons;
  SemaAnalogyBar  *analogy_bar;
  SemaAskPane     *ask_pane;
  SemaDetailPane  *detail_pane;
  GtkWidget       *content;
  GMenu           *recent_section;
  GMenuModel      *open_menu;
  GMenuModel      *primary_menu;
  GMenuModel      *export_menu;
};

void sema_window_add_actions (SemaWindow *self);
void sema_window_add_edit_actions (SemaWindow *self);
void sema_window_add_open_actions (SemaWindow *self);
void sema_window_add_save_actions (SemaWindow *self);
void sema_window_add_session_actions (SemaWindow *self);
void sema_window_add_place_actions (SemaWindow *self);
void sema_window_add_vectors_actions (SemaWindow *self);
void sema_window_add_view_actions (SemaWindow *self);

void sema_window_follow_opening (SemaWindow *self);
void sema_window_follow_busy (SemaWindow *self);
void sema_window_accept_drops (SemaWindow *self);
void sema_window_fit_panes (SemaWindow *self, int width);
void sema_window_go_to (SemaWindow *self, SemaPlace place);
void sema_window_show_panes (SemaWindow *self);
void sema_window_show_page (SemaWindow *self);
void sema_window_set_text_scale (SemaWindow *self, double text_scale);

void       sema_window_open_session (SemaWindow *self, const char *path);
void       sema_window_find_again (SemaWindow *self, const char *path);
void       sema_window_add_text (SemaWindow *self, const char *text, gsize length);
void       sema_window_add_list_file (SemaWindow *self, const char *path);
void       sema_window_tell_added (SemaWindow *self, const SemaAdded *counts);
GtkWidget *sema_window_tell_error (SemaWindow *self, const char *heading, const char *sentence);

void     sema_window_enable (SemaWindow *self, const char *action, gboolean enabled);
void     sema_window_set_state (SemaWindow *self, const char *action, GVariant *state);
gboolean sema_window_get_boolean (SemaWindow *self, const char *action);

G_END_DECLS
