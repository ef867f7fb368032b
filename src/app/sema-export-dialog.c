/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-export-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sema-edits.h"
#include "sema-file-chooser.h"
#include "sema-picture-job.h"
#include "sema-remembered.h"
#include "sema-settings.h"
#include "sema-toast.h"

#define PREVIEW_SIDE 900.0 /* pixels of the preview's longer side at the most */
#define UNITS_PER_INCH 96.0

struct _SemaExportDialog
{
  AdwWindow parent_instance;

  SemaSession  *session;
  SemaScatter  *scatter; /* that is drawn instead of what the session shows, or NULL */
  GtkWindow    *parent;  /* weak: the dialog may be closed while a picture is written */
  GSignalGroup *session_signals;
  GCancellable *drawing; /* of the preview; an older one is stale */
  gboolean      ready;   /* whether the rows hold what was remembered */

  GtkPicture    *preview;
  GtkLabel      *message;
  GtkWidget     *export_button;
  AdwComboRow   *format_row;
  AdwComboRow   *preset_row;
  AdwComboRow   *background_row;
  GtkWidget     *width_row;
  GtkWidget     *height_row;
  GtkWidget     *dpi_row;
  GtkAdjustment *width_adjustment;
  GtkAdjustment *height_adjustment;
  GtkAdjustment *dpi_adjustment;
  GtkEditable   *title_entry;
  GtkWidget     *part_row;
  GtkSwitch     *part_switch;
  GtkSwitch     *title_switch;
  GtkSwitch     *legend_switch;
  GtkSwitch     *caption_switch;
};

enum {
  PROP_SESSION = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static const char *const formats[] = {"png", "svg", "pdf"};
static const char *const backgrounds[] = {"theme", "white", "transparent", "dark"};

G_DEFINE_FINAL_TYPE (SemaExportDialog, sema_export_dialog, ADW_TYPE_WINDOW)

static SemaThemeKind
get_theme (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? SEMA_THEME_DARK : SEMA_THEME_LIGHT;
}

static gboolean
is_custom (SemaExportDialog *self)
{
  gsize n_presets;

  sema_export_get_presets (&n_presets);
  return adw_combo_row_get_selected (self->preset_row) >= n_presets;
}

static void
fill_size (SemaExportDialog *self, SemaExportOptions *options)
{
  gsize                   n_presets;
  const SemaExportPreset *presets = sema_export_get_presets (&n_presets);

  if (!is_custom (self))
    {
      const SemaExportPreset *preset = &presets[adw_combo_row_get_selected (self->preset_row)];

      options->width = preset->width;
      options->height = preset->height;
      options->scale = preset->scale;
      options->dpi = preset->dpi;
      return;
    }
  options->dpi = gtk_adjustment_get_value (self->dpi_adjustment);
  options->scale = options->dpi / UNITS_PER_INCH;
  options->width = gtk_adjustment_get_value (self->width_adjustment) / options->scale;
  options->height = gtk_adjustment_get_value (self->height_adjustment) / options->scale;
}

static void
fill_options (SemaExportDialog *self, SemaExportOptions *options)
{
  sema_export_options_init (options);
  options->format = (SemaExportFormat)adw_combo_row_get_selected (self->format_row);
  options->background = (SemaBackground)adw_combo_row_get_selected (self->background_row);
  options->theme = get_theme ();
  options->title = gtk_switch_get_active (self->title_switch);
  options->legend = gtk_switch_get_active (self->legend_switch);
  options->caption = gtk_switch_get_active (self->caption_switch);
  if (gtk_switch_get_active (self->part_switch) && self->scatter == NULL)
    sema_session_get_region (self->session, &options->region);
  fill_size (self, options);
}

static void
say_size (SemaExportDialog *self, const SemaExportOptions *options)
{
  g_autofree char *text = NULL;

  if (options->format == SEMA_EXPORT_PNG)
    text = g_strdup_printf (_("%d × %d pixels, %d dots per inch"), (int)round (options->width * options->scale),
                               (int)round (options->height * options->scale), (int)round (options->dpi));
  else
    text = g_strdup_printf (_("%d × %d mm"), (int)round (options->width / UNITS_PER_INCH * 25.4), (int)round (options->height / UNITS_PER_INCH * 25.4));
  gtk_label_set_text (self->message, text);
}

static void
show_preview (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaExportDialog      *self = SEMA_EXPORT_DIALOG (source);
  g_autoptr (GError)     error = NULL;
  g_autoptr (GdkTexture) texture = sema_picture_job_draw_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
  gtk_widget_set_sensitive (self->export_button, error == NULL);
  if (error != NULL)
    gtk_label_set_text (self->message, error->message);
}

/* What is drawn; end it with sema_shown_clear(). */
static gboolean
find_shown (SemaExportDialog *self, SemaShown *shown)
{
  if (self->scatter == NULL)
    return sema_shown_init (shown, self->session);
  *shown = (SemaShown) {.scatter = sema_scatter_ref (self->scatter)};
  return TRUE;
}

static void
draw_preview (SemaExportDialog *self, SemaExportOptions options)
{
  g_auto (SemaShown) shown = {0};

  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  if (!find_shown (self, &shown))
    return;
  options.format = SEMA_EXPORT_PNG;
  options.scale = PREVIEW_SIDE / MAX (options.width, options.height);
  self->drawing = g_cancellable_new ();
  sema_picture_job_draw_async (&shown, &options, self, self->drawing, show_preview, NULL);
}

static void
update (SemaExportDialog *self)
{
  SemaExportOptions options;
  SemaRegion        region;
  gboolean          custom = is_custom (self);

  if (!self->ready || self->session == NULL)
    return;
  sema_session_get_region (self->session, &region);
  gtk_widget_set_visible (self->part_row, region.width > 0 && self->scatter == NULL && !sema_looks_have_picture (sema_session_get_looks (self->session)));
  gtk_widget_set_visible (self->width_row, custom);
  gtk_widget_set_visible (self->height_row, custom);
  gtk_widget_set_visible (self->dpi_row, custom);
  fill_options (self, &options);
  say_size (self, &options);
  draw_preview (self, options);
}

static void
apply_title (SemaExportDialog *self)
{
  if (self->scatter == NULL)
    sema_edits_set_title (self->session, gtk_editable_get_text (self->title_entry));
}

static void
remember (SemaExportDialog *self, const char *path)
{
  gsize                   n_presets;
  const SemaExportPreset *presets = sema_export_get_presets (&n_presets);

  sema_remembered_set_choice ("export-format", formats[adw_combo_row_get_selected (self->format_row)]);
  sema_remembered_set_choice ("export-background", backgrounds[adw_combo_row_get_selected (self->background_row)]);
  sema_remembered_set_choice ("export-preset", is_custom (self) ? "custom" : presets[adw_combo_row_get_selected (self->preset_row)].id);
  sema_remembered_set_folder ("export-folder", path);
}

static void
tell_parent (SemaExportDialog *self, const char *sentence)
{
  if (ADW_IS_APPLICATION_WINDOW (self->parent))
    sema_toast_show (adw_application_window_get_content (ADW_APPLICATION_WINDOW (self->parent)), sentence, FALSE);
}

static void
saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaExportDialog  *self = SEMA_EXPORT_DIALOG (source);
  gboolean           open = self->session != NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char   *name = g_filename_display_basename (sema_picture_job_get_path (result));
  g_autofree char   *text = NULL;

  if (sema_picture_job_save_finish (result, &error))
    text = g_strdup_printf (_("Exported “%s”"), name);
  if (open && error != NULL)
    {
      gtk_label_set_text (self->message, error->message);
      gtk_widget_set_sensitive (self->export_button, TRUE);
      return;
    }
  tell_parent (self, error != NULL ? error->message : text);
  if (open)
    gtk_window_close (GTK_WINDOW (self));
}

static char *
complete_name (SemaExportDialog *self, const char *path)
{
  SemaExportFormat format;
  const char      *ending = formats[adw_combo_row_get_selected (self->format_row)];

  return sema_export_format_from_name (path, &format, NULL) ? g_strdup (path) : g_strdup_printf ("%s.%s", path, ending);
}

static void save (const char *chosen, gpointer data);

/* Asks for the file. The dialog that does so also asks before it replaces one. */
static void
ask_for_file (SemaExportDialog *self, const char *folder, const char *name)
{
  sema_file_chooser_save (GTK_WINDOW (self), _("Save Picture"), folder, name, save, self);
}

/* The name's ending wins over the row: nobody wants an SVG called plot.png. A file that would be replaced only because of
 * the ending that was left out is asked for anew. */
static void
save (const char *chosen, gpointer data)
{
  SemaExportDialog  *self = SEMA_EXPORT_DIALOG (data);
  g_auto (SemaShown) shown = {0};
  SemaExportOptions  options;
  g_autofree char   *path = complete_name (self, chosen);

  if (!find_shown (self, &shown))
    return;
  if (!g_str_equal (path, chosen) && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *folder = g_path_get_dirname (path);
      g_autofree char *name = g_filename_display_basename (path);

      ask_for_file (self, folder, name);
      return;
    }
  fill_options (self, &options);
  sema_export_format_from_name (path, &options.format, NULL);
  remember (self, path);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  gtk_label_set_text (self->message, _("Writing…"));
  sema_picture_job_save_async (&shown, &options, path, self, saved, NULL);
}

static void
choose_file (SemaExportDialog *self)
{
  SemaSet         *set = sema_session_get_set (self->session);
  const char      *first = self->scatter != NULL ? "layer" : set != NULL ? sema_set_get_name (set)
                                                                         : "semascope";
  g_autofree char *folder = sema_remembered_get_folder ("export-folder", G_USER_DIRECTORY_PICTURES);
  g_autofree char *name = g_strdup_printf ("%s.%s", first, formats[adw_combo_row_get_selected (self->format_row)]);

  apply_title (self);
  g_strdelimit (name, "/", '-');
  ask_for_file (self, folder, name);
}

static void
fill_presets (SemaExportDialog *self)
{
  gsize                     n;
  const SemaExportPreset   *presets = sema_export_get_presets (&n);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray)     ids = g_ptr_array_new ();

  for (gsize i = 0; i < n; i++)
    {
      gtk_string_list_append (names, presets[i].name);
      g_ptr_array_add (ids, (gpointer)presets[i].id);
    }
  gtk_string_list_append (names, _("Custom"));
  g_ptr_array_add (ids, (gpointer) "custom");
  adw_combo_row_set_model (self->preset_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->preset_row, sema_remembered_get_choice ("export-preset", (const char *const *)ids->pdata, ids->len));
}

/* Fills the rows with what was used last. */
static void
recall (SemaExportDialog *self)
{
  const char *title = sema_session_get_recipe (self->session)->title;

  fill_presets (self);
  adw_combo_row_set_selected (self->format_row, sema_remembered_get_choice ("export-format", formats, G_N_ELEMENTS (formats)));
  adw_combo_row_set_selected (self->background_row, sema_remembered_get_choice ("export-background", backgrounds, G_N_ELEMENTS (backgrounds)));
  sema_settings_bind ("export-width", self->width_adjustment, "value");
  sema_settings_bind ("export-height", self->height_adjustment, "value");
  sema_settings_bind ("export-dpi", self->dpi_adjustment, "value");
  sema_settings_bind ("export-title", self->title_switch, "active");
  sema_settings_bind ("export-legend", self->legend_switch, "active");
  sema_settings_bind ("export-caption", self->caption_switch, "active");
  gtk_editable_set_text (self->title_entry, title != NULL ? title : "");
  self->ready = TRUE;
  update (self);
}

static void
sema_export_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, SEMA_EXPORT_DIALOG (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_export_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SemaExportDialog *self = SEMA_EXPORT_DIALOG (object);

  if (id != PROP_SESSION)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_set_object (&self->session, g_value_get_object (value)))
    {
      g_signal_group_set_target (self->session_signals, self->session);
      if (self->session != NULL)
        recall (self);
    }
}

static void
sema_export_dialog_dispose (GObject *object)
{
  SemaExportDialog *self = SEMA_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->scatter, sema_scatter_unref);
  G_OBJECT_CLASS (sema_export_dialog_parent_class)->dispose (object);
}

static void
sema_export_dialog_finalize (GObject *object)
{
  g_clear_weak_pointer (&SEMA_EXPORT_DIALOG (object)->parent);
  G_OBJECT_CLASS (sema_export_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, preview);
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, message);
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, export_button);
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, format_row);
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, preset_row);
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, background_row);
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, width_row);
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, height_row);
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, dpi_row);
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, width_adjustment);
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, height_adjustment);
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, dpi_adjustment);
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, title_entry);
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, part_row);
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, part_switch);
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, title_switch);
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, legend_switch);
  gtk_widget_class_bind_template_child (klass, SemaExportDialog, caption_switch);
  gtk_widget_class_bind_template_callback (klass, update);
  gtk_widget_class_bind_template_callback (klass, apply_title);
  gtk_widget_class_bind_template_callback (klass, choose_file);
}

static void
sema_export_dialog_class_init (SemaExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sema_export_dialog_get_property;
  object_class->set_property = sema_export_dialog_set_property;
  object_class->dispose = sema_export_dialog_dispose;
  object_class->finalize = sema_export_dialog_finalize;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEMA_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/semascope/Semascope/sema-export-dialog.ui");
  bind_children (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sema_export_dialog_init (SemaExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->session_signals = g_signal_group_new (SEMA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::projection", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::picture", G_CALLBACK (update), self);
}

/**
 * sema_export_dialog_new:
 * @parent: the window that it belongs to
 * @session: what is drawn
 *
 * Returns: (transfer none): a dialog with a live preview, owned by GTK
 */
SemaExportDialog *
sema_export_dialog_new (GtkWindow *parent, SemaSession *session)
{
  SemaExportDialog *self = g_object_new (SEMA_TYPE_EXPORT_DIALOG, "transient-for", parent, "session", session, NULL);

  g_set_weak_pointer (&self->parent, parent);
  return self;
}

/**
 * sema_export_dialog_new_for_scatter:
 * @parent: the window that it belongs to
 * @session: of the window
 * @scatter: what is drawn, whatever the session shows
 *
 * Returns: (transfer none): a dialog with a preview, owned by GTK
 */
SemaExportDialog *
sema_export_dialog_new_for_scatter (GtkWindow *parent, SemaSession *session, SemaScatter *scatter)
{
  SemaExportDialog *self = sema_export_dialog_new (parent, session);

  self->scatter = sema_scatter_ref (scatter);
  gtk_widget_set_visible (GTK_WIDGET (self->title_entry), FALSE);
  update (self);
  return self;
}
