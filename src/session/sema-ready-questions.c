/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ready-questions.h"

#include <glib/gi18n-lib.h>

/* The questions of the course's picture. Their words are frequent ones, six on either side, that nearly any English file has. */
static const struct
{
  const char *name;
  const char *words;
} questions[] = {
  /* Translators: a question that is asked of words, as short as can be; the words that define it stay English */
  {N_ ("edible"), "food fruit bread delicious meat soup / metal stone machine house engine building"},
   {N_ ("alive"), "animal plant creature bird tree child / rock metal machine building stone furniture"},
    {N_ ("royal"), "king queen prince throne palace crown / farmer worker citizen peasant office factory"},
     {N_ ("female"), "woman girl she her mother daughter / man boy he his father son"},
      {N_ ("human"), "person people child woman man teacher / animal bird fish tree stone machine"},
       {N_ ("large"), "huge big enormous giant massive elephant / small tiny little miniature mouse insect"},
        /* Translators: the question whether a word is the name of a place */
        {N_ ("a place"), "city country town region capital island / person animal food tool idea music"},
         {N_ ("positive"), "good happy excellent love beautiful success / bad sad terrible hate ugly failure"},
};

/**
 * sema_ready_questions_add_to:
 * @recipe: takes the ready questions, but those of whose name it has one
 *
 * Returns: how many are new
 */
gsize
sema_ready_questions_add_to (SemaRecipe *recipe)
{
  gsize n_new = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char             *text = g_strdup_printf ("%s: %s", _(questions[i].name), questions[i].words);
      g_autoptr (SemaQuestionText) question = sema_question_text_parse (text);

      n_new += question != NULL && sema_recipe_put_question (recipe, -1, question);
    }
  return n_new;
}
