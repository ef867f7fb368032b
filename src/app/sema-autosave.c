/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-autosave.h"

#include "sema-session-state.h"

#define DELAY 1000 /* ms of quiet before the state is written */

struct _SemaAutosave
{
  SemaSession *session;
  char        *path;
  guint        waiting;
};

/* While nothing is open but something is being opened, the state on the disk is the better one: it knows the file. */
static gboolean
may_save (SemaAutosave *self)
{
  return sema_session_get_path (self->session) != NULL ||
         (!sema_session_get_loading (self->session) && !sema_recipe_is_empty (sema_session_get_recipe (self->session)));
}

static gboolean
save (gpointer data)
{
  SemaAutosave      *self = data;
  g_autoptr (GError) error = NULL;

  self->waiting = 0;
  if (may_save (self) && !sema_session_state_save (self->session, self->path, &error))
    g_info ("%s", error->message);
  return G_SOURCE_REMOVE;
}

static void
changed (SemaAutosave *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  self->waiting = g_timeout_add (DELAY, save, self);
}

/**
 * sema_autosave_new:
 * @session: whose state is kept; it must live as long as the autosave
 *
 * Returns: (transfer full): an autosave, which writes nothing before something changes
 */
SemaAutosave *
sema_autosave_new (SemaSession *session)
{
  static const char *const properties[] = {"notify::recipe", "notify::path", "notify::focus", "notify::looks"};
  SemaAutosave            *self = g_new0 (SemaAutosave, 1);

  self->session = g_object_ref (session);
  self->path = g_build_filename (g_get_user_state_dir (), "semascope", "session.json", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_signal_connect_swapped (session, properties[i], G_CALLBACK (changed), self);
  return self;
}

/**
 * sema_autosave_free:
 * @self: (transfer full): an autosave; it does not save once more
 */
void
sema_autosave_free (SemaAutosave *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_object_unref (self->session);
  g_free (self->path);
  g_free (self);
}

/**
 * sema_autosave_restore:
 * @self: an autosave
 *
 * Returns: whether there was a state to bring back; a damaged one is as good as none
 */
gboolean
sema_autosave_restore (SemaAutosave *self)
{
  g_autoptr (GError) error = NULL;
  gboolean           restored = sema_session_state_restore (self->session, self->path, &error);

  if (!restored)
    g_info ("%s", error->message);
  return restored;
}

/**
 * sema_autosave_get_path:
 * @self: an autosave
 *
 * Returns: (transfer none): the file that the state is kept in
 */
const char *
sema_autosave_get_path (SemaAutosave *self)
{
  return self->path;
}

/**
 * sema_autosave_now:
 * @self: an autosave
 *
 * Saves without waiting: before the program ends, as the view of the map changes without a word.
 */
void
sema_autosave_now (SemaAutosave *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  save (self);
}
