/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Watches a program with a window from outside, so that the program needs no switches for it. Loaded by LD_PRELOAD; the
 * functions here stand before those of GTK and libadwaita that have their names.
 *
 * SEMA_WATCH_START  when the program was started, in nanoseconds of CLOCK_MONOTONIC
 * SEMA_WATCH_UNTIL  what ends the program: "frame", its first frame; "drawn", the first frame that has words on the map;
 *                   "opened", the first frame after a file was opened; "reopened", that after a second file was; "moved",
 *                   SEMA_WATCH_FRAMES frames after the map of all words is there; "compared", the first frame with the
 *                   vectors of 2,000 words
 *
 * Prints what was seen, in milliseconds since the start, one a line; with "opened" also the time between two looks at what
 * is to be done, from the first frame on: "spans NUMBER MEDIAN 99% LONGEST"; with "reopened" the same from when the second
 * file is begun, and with "compared" from the first heat map on; with "moved" the time that a frame takes, from its first
 * event to its last pixel, in the same words, and the frames a second: "frames NUMBER MEDIAN 99% LONGEST RATE".
 */
#include <adwaita.h>
#include <dlfcn.h>
#include <gobject/gvaluecollector.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef enum {
  STARTING,
  SHOWN,     /* the first frame is there */
  AWAITED,   /* the next frame is the one that is waited for */
  MOVING,    /* frames are counted */
  COMPLETED, /* that frame is there; what is going on may end */
} Stage;

static Stage   stage;
static bool    is_painted; /* whether there is a frame */
static GArray *spans;      /* gint64, us */
static gint64  begun;      /* when the frame was, us */
static gint64  moving_at;  /* when the first one that counts was */
static gint64  awake;      /* since when the main loop is at work, us; 0: it is not */
static guint   n_opened;   /* files so far */

/* Both windows are timed by this, so the clock is asked in one way only. */
static double
get_milliseconds (void)
{
  const char *start = g_getenv ("SEMA_WATCH_START");

  return (double)g_get_monotonic_time () / 1000 - (start != NULL ? (double)g_ascii_strtoull (start, NULL, 10) / 1e6 : 0);
}

static gboolean
is_until (const char *moment)
{
  return g_strcmp0 (g_getenv ("SEMA_WATCH_UNTIL"), moment) == 0;
}

static void
tell (const char *moment)
{
  printf ("%s %.3f\n", moment, get_milliseconds ());
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  gint64 difference = *(const gint64 *)a - *(const gint64 *)b;

  return (difference > 0) - (difference < 0);
}

static double
get_span (double share)
{
  return (double)g_array_index (spans, gint64, (guint)((spans->len - 1) * share)) / 1000;
}

static void
tell_spans (void)
{
  double seconds = (double)(g_get_monotonic_time () - moving_at) / 1e6;

  if (spans->len == 0 || !(is_until ("opened") || is_until ("reopened") || is_until ("compared") || is_until ("moved")))
    return;
  g_array_sort (spans, compare_spans);
  printf ("%s %u %.3f %.3f %.3f", is_until ("moved") ? "frames" : "spans", spans->len, get_span (0.5), get_span (0.99), get_span (1));
  if (is_until ("moved"))
    printf (" %.3f", (spans->len - 1) / seconds);
  printf ("\n");
}

/* The program's own end would cost time and tell nothing. */
static void
leave (void)
{
  tell_spans ();
  fflush (stdout);
  _exit (0);
}

static int
watch_poll (GPollFD *fds, guint n_fds, int timeout)
{
  gint64 now = g_get_monotonic_time ();
  int    n_ready;

  if (awake > 0 && !is_until ("moved"))
    {
      gint64 span = now - awake;

      g_array_append_val (spans, span);
    }
  if (stage == COMPLETED)
    leave ();
  n_ready = g_poll (fds, n_fds, timeout);
  awake = stage >= SHOWN ? g_get_monotonic_time () : 0;
  return n_ready;
}

/* Events come first where there are any. */
static void
frame_begins (GdkFrameClock *clock)
{
  if (begun == 0)
    begun = g_get_monotonic_time ();
}

static void
count_frame (void)
{
  gint64      span = g_get_monotonic_time () - begun;
  const char *wanted = g_getenv ("SEMA_WATCH_FRAMES");

  if (spans->len == 0)
    moving_at = begun;
  g_array_append_val (spans, span);
  if (wanted != NULL && spans->len >= g_ascii_strtoull (wanted, NULL, 10))
    stage = COMPLETED;
}

static void
painted (GdkFrameClock *clock)
{
  if (!is_painted)
    tell ("frame");
  is_painted = true;
  if (stage == STARTING)
    stage = is_until ("frame") ? COMPLETED : SHOWN;
  else if (stage == AWAITED)
    {
      tell (g_getenv ("SEMA_WATCH_UNTIL"));
      fflush (stdout);
      stage = is_until ("moved") ? MOVING : COMPLETED;
    }
  else if (stage == MOVING)
    {
      count_frame ();
    }
  begun = 0;
}

/* What is waited for may happen before anything is painted: then the first frame has it already. */
static void
await_frame (const char *moment)
{
  if (is_until (moment))
    stage = MAX (stage, AWAITED);
}

static gpointer
find_real (const char *name)
{
  gpointer real = dlsym (RTLD_NEXT, name);

  if (real == NULL)
    g_error ("There is no %s", name);
  return real;
}

void
gtk_window_present (GtkWindow *window)
{
  static gboolean watching;
  void (*real) (GtkWindow *) = find_real (G_STRFUNC);

  real (window);
  if (!watching)
    g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "flush-events", G_CALLBACK (frame_begins), NULL);
  if (!watching)
    g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "before-paint", G_CALLBACK (frame_begins), NULL);
  if (!watching)
    g_signal_connect_after (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted), NULL);
  watching = TRUE;
}

void
adw_window_title_set_subtitle (AdwWindowTitle *self, const char *subtitle)
{
  void (*real) (AdwWindowTitle *, const char *) = find_real (G_STRFUNC);

  real (self, subtitle);
  if (subtitle[0] == '\0')
    return;
  await_frame (n_opened > 0 ? "reopened" : "opened");
  n_opened++;
}

/* The first that is seen of a file being opened. */
void
gtk_progress_bar_set_fraction (GtkProgressBar *self, double fraction)
{
  static gboolean begun_again;
  void (*real) (GtkProgressBar *, double) = find_real (G_STRFUNC);

  real (self, fraction);
  if (is_until ("reopened") && n_opened > 0 && !begun_again)
    {
      begun_again = TRUE;
      g_array_set_size (spans, 0);
    }
}

/* Of 2,000 words with each other first; one row more has their difference. */
static void
watch_heat_map (const char *label)
{
  static gboolean is_first = TRUE;

  if (is_until ("compared") && is_first && g_str_has_prefix (label, "Heat map of 2000"))
    {
      is_first = FALSE;
      g_array_set_size (spans, 0);
    }
  if (g_str_has_prefix (label, "Heat map of 2001"))
    await_frame ("compared");
}

/* The real one takes as many arguments as it is given, so it is called by its other form, one property at a time. */
void
gtk_accessible_update_property (GtkAccessible *self, GtkAccessibleProperty property, ...)
{
  va_list arguments;

  va_start (arguments, property);
  for (int p = (int)property; p != -1; p = va_arg (arguments, int))
    {
      GtkAccessibleProperty named = (GtkAccessibleProperty)p;
      g_auto (GValue)       value = G_VALUE_INIT;
      g_autofree char      *fault = NULL;

      gtk_accessible_property_init_value (named, &value);
      G_VALUE_COLLECT (&value, arguments, 0, &fault);
      gtk_accessible_update_property_value (self, 1, &named, &value);
      if (named == GTK_ACCESSIBLE_PROPERTY_LABEL && g_str_has_prefix (g_value_get_string (&value), "Map of ") &&
          !g_str_has_prefix (g_value_get_string (&value), "Map of 0"))
        await_frame ("drawn");
      if (named == GTK_ACCESSIBLE_PROPERTY_LABEL && g_str_has_prefix (g_value_get_string (&value), "Map of all"))
        await_frame ("moved");
      if (named == GTK_ACCESSIBLE_PROPERTY_LABEL)
        watch_heat_map (g_value_get_string (&value));
    }
  va_end (arguments);
}

static void __attribute__ ((constructor))
watch (void)
{
  spans = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_main_context_set_poll_func (NULL, watch_poll);
}
