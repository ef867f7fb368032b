/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question-text.h"

static char *
describe (const char *text)
{
  g_autoptr (SemaQuestionText) question = sema_question_text_parse (text);
  g_autofree char             *yes = NULL;
  g_autofree char             *no = NULL;

  if (question == NULL)
    return g_strdup ("none");
  yes = g_strjoinv (",", question->yes);
  no = g_strjoinv (",", question->no);
  return g_strdup_printf ("%s|%s|%s", question->name, yes, no);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text, *question;
  } texts[] = {
    {"edible: food fruit / metal stone", "edible|food,fruit|metal,stone"},
    {"  is it large :big\n/ small ", "is it large|big|small"},
    {"a:b/c d / e", "a|b/c,d|e"},
    {"a: b / c / d", "a|b|c,/,d"},
    {"a:b:c / d", "a|b:c|d"},
    {"", "none"},
    {"edible", "none"},
    {"edible: food", "none"},
    {"edible: / stone", "none"},
    {"edible: food /", "none"},
    {": food / stone", "none"},
    {"food / stone", "none"},
    {"a: b/c", "none"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *question = describe (texts[i].text);

      g_assert_cmpstr (question, ==, texts[i].question);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/question-text/parse", test_parse);
  return g_test_run ();
}
