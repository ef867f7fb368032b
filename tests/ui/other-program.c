/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another program on the same screen, for the tests of the window: it gives what can be dragged, and shares the clipboard.
 *
 *     other-program drag-file PATH     a small window that gives the file to whoever it is dragged to; prints "accepted" where they would take it
 *     other-program drag-text TEXT     the same with a text
 *     other-program offer TEXT         puts the text on the clipboard and stays there
 *     other-program take PATH          writes the picture on the clipboard as PNG and ends
 *     other-program take-text PATH     writes the text on the clipboard and ends
 */
#include <gtk/gtk.h>

static GdkContentProvider *
give (GtkDragSource *source, double x, double y, gpointer data)
{
  char **argv = data;

  if (g_str_equal (argv[1], "drag-text"))
    return gdk_content_provider_new_typed (G_TYPE_STRING, argv[2]);
  return gdk_content_provider_new_typed (G_TYPE_FILE, g_file_new_for_path (argv[2]));
}

static void
selected (GdkDrag *drag)
{
  if (gdk_drag_get_selected_action (drag) != 0)
    g_print ("accepted\n");
}

static void
begun (GtkDragSource *source, GdkDrag *drag)
{
  g_signal_connect (drag, "notify::selected-action", G_CALLBACK (selected), NULL);
}

static void
show_drag_source (char **argv)
{
  GtkWidget     *window = gtk_window_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_window_set_title (GTK_WINDOW (window), "Drag from here");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 60, 60);
  g_signal_connect (source, "prepare", G_CALLBACK (give), argv);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begun), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  gtk_window_present (GTK_WINDOW (window));
}

static void
taken (GObject *source, GAsyncResult *result, gpointer data)
{
  char                 **argv = data;
  g_autoptr (GError)     error = NULL;
  g_autoptr (GdkTexture) texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, &error);

  if (texture == NULL)
    g_printerr ("%s\n", error->message);
  exit (texture != NULL && gdk_texture_save_to_png (texture, argv[2]) ? 0 : 1);
}

static void
text_taken (GObject *source, GAsyncResult *result, gpointer data)
{
  char             **argv = data;
  g_autoptr (GError) error = NULL;
  g_autofree char   *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (text == NULL)
    g_printerr ("%s\n", error->message);
  exit (text != NULL && g_file_set_contents (argv[2], text, -1, NULL) ? 0 : 1);
}

int
main (int argc, char **argv)
{
  GdkClipboard *clipboard;

  gtk_init ();
  if (argc != 3)
    return 2;
  clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  if (g_str_equal (argv[1], "take"))
    gdk_clipboard_read_texture_async (clipboard, NULL, taken, argv);
  else if (g_str_equal (argv[1], "take-text"))
    gdk_clipboard_read_text_async (clipboard, NULL, text_taken, argv);
  else if (g_str_equal (argv[1], "offer"))
    gdk_clipboard_set_text (clipboard, argv[2]);
  else
    show_drag_source (argv);
  g_print ("ready\n");
  g_main_loop_run (g_main_loop_new (NULL, FALSE));
  return 0;
}
