/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"
#include "sema-json-reader.h"

static gboolean
is_over (SemaJsonEvent event)
{
  return event == SEMA_JSON_END || event == SEMA_JSON_FAILED;
}

/* Every event, and what may be asked of it. */
static gboolean
read_events (SemaJsonReader *reader, guint64 *end)
{
  g_autoptr (GError) error = NULL;
  SemaJsonEvent      event;
  guint64            before = 0;

  do
    {
      gsize       length = 0;
      const char *text;
      double      real;
      gint64      integer;

      event = sema_json_reader_next (reader, &error);
      g_assert_cmpuint (sema_json_reader_get_offset (reader), >=, before);
      before = sema_json_reader_get_offset (reader);
      text = event == SEMA_JSON_STRING || event == SEMA_JSON_KEY || event == SEMA_JSON_NUMBER ? sema_json_reader_get_text (reader, &length) : NULL;
      sema_fuzz_touch (text, length);
      if (event == SEMA_JSON_NUMBER && sema_json_reader_get_int64 (reader, &integer))
        g_assert_true (sema_json_reader_get_double (reader, &real));
    }
  while (!is_over (event));
  sema_fuzz_check (event == SEMA_JSON_END, &error);
  *end = before;
  return event == SEMA_JSON_END;
}

/* What is passed over is judged as what is looked at. */
void
sema_fuzz_read (const guint8 *data, gsize size)
{
  g_autoptr (SemaJsonReader) reader = sema_json_reader_new ("a.json", (const char *)data, size);
  g_autoptr (SemaJsonReader) other = sema_json_reader_new ("a.json", (const char *)data, size);
  g_autoptr (GError)         error = NULL;
  guint64                    end;
  gboolean                   is_right = read_events (reader, &end);
  gboolean                   is_skipped = sema_json_reader_next (other, &error) != SEMA_JSON_FAILED && sema_json_reader_skip_value (other, &error);

  sema_fuzz_check (is_skipped, &error);
  is_skipped = is_skipped && sema_json_reader_next (other, NULL) == SEMA_JSON_END;
  g_assert_cmpint (is_right, ==, is_skipped);
}
