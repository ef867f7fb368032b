/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-target-row.h"

#include <glib/gi18n-lib.h>

#include "sema-number.h"

#define DECIMALS 2

/**
 * SemaTargetRow:
 *
 * Says what an expression comes to and how far it misses the answers; not to be seen while there is nothing to say.
 */
struct _SemaTargetRow
{
  AdwBin parent_instance;

  SemaSession  *session;
  GSignalGroup *session_signals;
  gboolean      multiplied;

  GtkLabel  *label;
  GtkWidget *copy_button;
};

G_DEFINE_FINAL_TYPE (SemaTargetRow, sema_target_row, ADW_TYPE_BIN)

static char *
tell_distances (const SemaTarget *target)
{
  char answer[SEMA_NUMBER_SIZE], runner_up[SEMA_NUMBER_SIZE];

  if (target->n_ends == 0)
    return NULL;
  sema_number_print_fixed (target->distances[0], DECIMALS, answer);
  if (target->n_ends == 1)
    /* Translators: "Distance to queen 0.63" */
    return g_strdup_printf (_("Distance to %s %s"), target->labels[0], answer);
  sema_number_print_fixed (target->distances[1], DECIMALS, runner_up);
  /* Translators: "Distance to queen 0.63, to the runner-up monarch 0.71" */
  return g_strdup_printf (_("Distance to %s %s, to the runner-up %s %s"), target->labels[0], answer, target->labels[1], runner_up);
}

static char *
tell_sum (const SemaTarget *target)
{
  char norm[SEMA_NUMBER_SIZE];

  sema_number_print_fixed (target->norm, DECIMALS, norm);
  if (target->vectors == SEMA_VECTORS_UNIT)
    return g_strdup_printf (_("Sum of unit vectors, norm %s"), norm);
  return g_strdup_printf (_("Sum of raw vectors, norm %s"), norm);
}

/* Where the map and the question are of different vectors, so are their sums. */
static const char *
tell_map (const SemaTarget *target)
{
  if (target->projection == NULL || target->shown == target->vectors)
    return NULL;
  return target->shown == SEMA_VECTORS_UNIT ? _("On the map it is the sum of unit vectors.") : _("On the map it is the sum of raw vectors.");
}

static void
add (GString *text, const char *line)
{
  if (line != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static char *
describe (const SemaTarget *target)
{
  g_autofree char *distances = tell_distances (target);
  g_autofree char *sum = tell_sum (target);
  GString         *text = g_string_new (NULL);

  add (text, distances);
  add (text, sum);
  add (text, tell_map (target));
  return g_string_free (text, FALSE);
}

static SemaTarget *
get_target (SemaTargetRow *self)
{
  return self->session != NULL ? sema_session_get_target (self->session) : NULL;
}

static void
update (SemaTargetRow *self)
{
  const SemaTarget *target = get_target (self);
  g_autofree char  *text = NULL;

  if (target != NULL)
    text = describe (target);
  else if (self->multiplied)
    text = g_strdup (_("Multiplied words have no sum, and so no place on the map."));
  gtk_label_set_text (self->label, text != NULL ? text : "");
  gtk_widget_set_visible (self->copy_button, target != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

static void
copy (SemaTargetRow *self)
{
  g_autofree char *csv = NULL;

  if (get_target (self) == NULL)
    return;
  csv = sema_target_to_csv (get_target (self));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), csv);
}

static void
sema_target_row_dispose (GObject *object)
{
  SemaTargetRow *self = SEMA_TARGET_ROW (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sema_target_row_parent_class)->dispose (object);
}

static void
sema_target_row_class_init (SemaTargetRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_target_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-target-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaTargetRow, label);
  gtk_widget_class_bind_template_child (widget_class, SemaTargetRow, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, copy);
}

static void
sema_target_row_init (SemaTargetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->session_signals = g_signal_group_new (SEMA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::target", G_CALLBACK (update), self);
}

/**
 * sema_target_row_set_session:
 * @self: a row
 * @session: (nullable): whose target it tells of
 */
void
sema_target_row_set_session (SemaTargetRow *self, SemaSession *session)
{
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  update (self);
}

/**
 * sema_target_row_set_multiplied:
 * @self: a row
 * @multiplied: whether the words of the question were multiplied, so that there is nothing to tell of but that
 */
void
sema_target_row_set_multiplied (SemaTargetRow *self, gboolean multiplied)
{
  self->multiplied = multiplied;
  update (self);
}
