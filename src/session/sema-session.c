/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-private.h"

#include "sema-hash.h"

#define UNDO_DEPTH 200 /* steps; a recipe of 2,000 words is 32 KiB */

enum {
  SIGNAL_LOAD_FAILED,
  SIGNAL_LOADED,
  SIGNAL_PROJECTION_FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[SEMA_SESSION_N_PROPERTIES];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SemaSession, sema_session, G_TYPE_OBJECT)

static SemaStep *
step_new (const SemaRecipe *recipe, const char *label)
{
  SemaStep *step = g_new (SemaStep, 1);

  step->recipe = sema_recipe_copy (recipe);
  step->label = g_strdup (label);
  return step;
}

static void
step_free (gpointer data)
{
  SemaStep *step = data;

  sema_recipe_free (step->recipe);
  g_free (step->label);
  g_free (step);
}

static const SemaStep *
get_last (GPtrArray *steps)
{
  return steps->len == 0 ? NULL : g_ptr_array_index (steps, steps->len - 1);
}

static const char *
last_label (GPtrArray *steps)
{
  return steps->len == 0 ? NULL : get_last (steps)->label;
}

static void
sema_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SemaSession *self = SEMA_SESSION (object);

  switch ((SemaSessionProperty)id)
    {
    case SEMA_SESSION_SET:
      g_value_set_pointer (value, self->set);
      break;
    case SEMA_SESSION_PATH:
      g_value_set_string (value, self->path);
      break;
    case SEMA_SESSION_LOADING:
      g_value_set_boolean (value, self->opening != NULL);
      break;
    case SEMA_SESSION_LOAD_NAME:
      g_value_set_string (value, self->load_name);
      break;
    case SEMA_SESSION_RECIPE:
      g_value_set_pointer (value, self->recipe);
      break;
    case SEMA_SESSION_PROJECTION:
      g_value_set_pointer (value, self->projection);
      break;
    case SEMA_SESSION_BUSY:
      g_value_set_boolean (value, self->projecting != NULL);
      break;
    case SEMA_SESSION_CAN_UNDO:
      g_value_set_boolean (value, self->undo->len > 0);
      break;
    case SEMA_SESSION_CAN_REDO:
      g_value_set_boolean (value, self->redo->len > 0);
      break;
    case SEMA_SESSION_UNDO_LABEL:
      g_value_set_string (value, last_label (self->undo));
      break;
    case SEMA_SESSION_REDO_LABEL:
      g_value_set_string (value, last_label (self->redo));
      break;
    case SEMA_SESSION_FOCUS:
      g_value_set_string (value, self->focus);
      break;
    case SEMA_SESSION_SELECTED:
      g_value_set_boxed (value, self->selected);
      break;
    case SEMA_SESSION_LOOKS:
      g_value_set_pointer (value, &self->looks);
      break;
    case SEMA_SESSION_PICTURE:
      g_value_set_pointer (value, self->picture);
      break;
    case SEMA_SESSION_TARGET:
      g_value_set_pointer (value, self->target);
      break;
    case SEMA_SESSION_N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sema_session_dispose (GObject *object)
{
  SemaSession *self = SEMA_SESSION (object);

  sema_progress_cancel (self->opening);
  g_clear_pointer (&self->opening, sema_progress_unref);
  sema_progress_cancel (self->projecting);
  g_clear_pointer (&self->projecting, sema_progress_unref);
  sema_progress_cancel (self->saving);
  g_clear_pointer (&self->saving, sema_progress_unref);
  sema_progress_cancel (self->picturing);
  g_clear_pointer (&self->picturing, sema_progress_unref);
  sema_session_drop_narrow (self);
  sema_session_drop_target (self);
  G_OBJECT_CLASS (sema_session_parent_class)->dispose (object);
}

static void
sema_session_finalize (GObject *object)
{
  SemaSession *self = SEMA_SESSION (object);

  g_clear_pointer (&self->projection, sema_projection_unref);
  g_clear_pointer (&self->diagnosis, sema_diagnosis_unref);
  g_clear_pointer (&self->set, sema_set_unref);
  g_free (self->path);
  g_free (self->part);
  g_free (self->load_part);
  g_free (self->tokenizer);
  sema_vectors_place_free (self->place);
  g_free (self->load_path);
  g_free (self->load_name);
  sema_recipe_free (self->recipe);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_clear_pointer (&self->picture, sema_place_picture_unref);
  g_free (self->picture_problem);
  sema_looks_clear (&self->looks);
  g_free (self->focus);
  g_hash_table_unref (self->is_selected);
  g_strfreev (self->selected);
  G_OBJECT_CLASS (sema_session_parent_class)->finalize (object);
}

static void
sema_session_class_init (SemaSessionClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sema_session_get_property;
  object_class->dispose = sema_session_dispose;
  object_class->finalize = sema_session_finalize;

  properties[SEMA_SESSION_SET] = g_param_spec_pointer ("set", NULL, NULL, flags);
  properties[SEMA_SESSION_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[SEMA_SESSION_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[SEMA_SESSION_LOAD_NAME] = g_param_spec_string ("load-name", NULL, NULL, NULL, flags);
  properties[SEMA_SESSION_RECIPE] = g_param_spec_pointer ("recipe", NULL, NULL, flags);
  properties[SEMA_SESSION_PROJECTION] = g_param_spec_pointer ("projection", NULL, NULL, flags);
  properties[SEMA_SESSION_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[SEMA_SESSION_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[SEMA_SESSION_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[SEMA_SESSION_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[SEMA_SESSION_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[SEMA_SESSION_FOCUS] = g_param_spec_string ("focus", NULL, NULL, NULL, flags);
  properties[SEMA_SESSION_SELECTED] = g_param_spec_boxed ("selected", NULL, NULL, G_TYPE_STRV, flags);
  properties[SEMA_SESSION_LOOKS] = g_param_spec_pointer ("looks", NULL, NULL, flags);
  properties[SEMA_SESSION_PICTURE] = g_param_spec_pointer ("picture", NULL, NULL, flags);
  properties[SEMA_SESSION_TARGET] = g_param_spec_pointer ("target", NULL, NULL, flags);
  g_object_class_install_properties (object_class, SEMA_SESSION_N_PROPERTIES, properties);

  signals[SIGNAL_LOAD_FAILED] = g_signal_new ("load-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                              G_TYPE_NONE, 2, G_TYPE_ERROR, G_TYPE_STRING);
  signals[SIGNAL_PROJECTION_FAILED] = g_signal_new ("projection-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                    G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
sema_session_init (SemaSession *self)
{
  self->recipe = sema_recipe_new ();
  self->undo = g_ptr_array_new_with_free_func (step_free);
  self->redo = g_ptr_array_new_with_free_func (step_free);
  self->selected = g_new0 (char *, 1);
  self->is_selected = g_hash_table_new (sema_hash_text, g_str_equal);
}

void
sema_session_notify (SemaSession *self, SemaSessionProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
sema_session_emit_loaded (SemaSession *self)
{
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

void
sema_session_emit_load_failed (SemaSession *self, const GError *error, const char *name)
{
  g_signal_emit (self, signals[SIGNAL_LOAD_FAILED], 0, error, name);
}

void
sema_session_emit_projection_failed (SemaSession *self, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_PROJECTION_FAILED], 0, error);
}

/**
 * sema_session_new:
 *
 * Returns: (transfer full): a session with nothing open and nothing asked
 */
SemaSession *
sema_session_new (void)
{
  return g_object_new (SEMA_TYPE_SESSION, NULL);
}

/**
 * sema_session_get_recipe:
 * @self: a session
 *
 * Returns: (transfer none): what is asked for, until the next commit, undo or redo
 */
const SemaRecipe *
sema_session_get_recipe (SemaSession *self)
{
  return self->recipe;
}

static void
install_recipe (SemaSession *self, const SemaRecipe *recipe)
{
  SemaRecipe *copy = sema_recipe_copy (recipe);
  gboolean    is_same_map = sema_recipe_same_map (self->recipe, recipe);

  sema_recipe_free (self->recipe);
  self->recipe = copy;
  sema_session_notify (self, SEMA_SESSION_RECIPE);
  sema_session_notify (self, SEMA_SESSION_CAN_UNDO);
  sema_session_notify (self, SEMA_SESSION_CAN_REDO);
  sema_session_notify (self, SEMA_SESSION_UNDO_LABEL);
  sema_session_notify (self, SEMA_SESSION_REDO_LABEL);
  if (!is_same_map || (self->projection == NULL && self->projecting == NULL))
    sema_session_project (self);
  sema_session_make_picture (self);
}

/**
 * sema_session_commit:
 * @self: a session
 * @recipe: (transfer none): what shall be asked for from now on
 * @label: what the change is, such as "Add words", translated; %NULL installs the recipe and forgets all undo
 *
 * Changes what is asked for. One that asks for the same changes nothing; else the old recipe can be had back by undo,
 * and the projection is made anew in a thread.
 */
void
sema_session_commit (SemaSession *self, const SemaRecipe *recipe, const char *label)
{
  g_return_if_fail (SEMA_IS_SESSION (self) && recipe != NULL);

  if (label != NULL && sema_recipe_equal (self->recipe, recipe))
    return;
  g_ptr_array_set_size (self->redo, 0);
  if (label == NULL)
    g_ptr_array_set_size (self->undo, 0);
  else
    g_ptr_array_add (self->undo, step_new (self->recipe, label));
  if (self->undo->len > UNDO_DEPTH)
    g_ptr_array_remove_index (self->undo, 0);
  install_recipe (self, recipe);
}

static void
step (SemaSession *self, GPtrArray *from, GPtrArray *to)
{
  SemaStep *taken;

  if (from->len == 0)
    return;
  taken = g_ptr_array_steal_index (from, from->len - 1);
  g_ptr_array_add (to, step_new (self->recipe, taken->label));
  install_recipe (self, taken->recipe);
  step_free (taken);
}

/**
 * sema_session_undo:
 * @self: a session
 *
 * Takes the last change back; without one it does nothing.
 */
void
sema_session_undo (SemaSession *self)
{
  g_return_if_fail (SEMA_IS_SESSION (self));

  step (self, self->undo, self->redo);
}

/**
 * sema_session_get_undone:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what would be asked for after an undo, until the next commit, undo or redo
 */
const SemaRecipe *
sema_session_get_undone (SemaSession *self)
{
  return self->undo->len == 0 ? NULL : get_last (self->undo)->recipe;
}

/**
 * sema_session_redo:
 * @self: a session
 *
 * Makes the change again that was taken back last; without one it does nothing.
 */
void
sema_session_redo (SemaSession *self)
{
  g_return_if_fail (SEMA_IS_SESSION (self));

  step (self, self->redo, self->undo);
}

/**
 * sema_session_get_focus:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the word that is looked at
 */
const char *
sema_session_get_focus (SemaSession *self)
{
  return self->focus;
}

/**
 * sema_session_get_selected:
 * @self: a session
 *
 * Returns: (transfer none): the selected words, %NULL-terminated
 */
const char *const *
sema_session_get_selected (SemaSession *self)
{
  return (const char *const *)self->selected;
}

/**
 * sema_session_is_selected:
 * @self: a session
 * @word: bytes of a word
 *
 * Returns: whether the word is selected; O(1), as a map of thousands of words asks for each
 */
gboolean
sema_session_is_selected (SemaSession *self, const char *word)
{
  return g_hash_table_contains (self->is_selected, word);
}

/**
 * sema_session_select:
 * @self: a session
 * @words: (nullable): the words to select instead of those that are, %NULL-terminated; %NULL for just the focus
 * @focus: (nullable): the word to look at; it need not be one of the chosen words
 */
void
sema_session_select (SemaSession *self, const char *const *words, const char *focus)
{
  const char      *alone[] = {focus, NULL};
  char           **copy = g_strdupv ((char **)(words != NULL ? words : alone));
  g_autofree char *focus_copy = g_strdup (focus);
  gboolean         same = g_strv_equal ((const char *const *)copy, (const char *const *)self->selected);

  g_hash_table_remove_all (self->is_selected);
  g_strfreev (self->selected);
  self->selected = copy;
  for (gsize i = 0; copy[i] != NULL; i++)
    g_hash_table_add (self->is_selected, copy[i]);
  if (!same)
    sema_session_tell_selected (self);
  if (g_strcmp0 (self->focus, focus_copy) == 0)
    return;
  g_free (self->focus);
  self->focus = g_steal_pointer (&focus_copy);
  sema_session_notify (self, SEMA_SESSION_FOCUS);
}

/**
 * sema_session_get_camera:
 * @self: a session
 * @camera: (out caller-allocates): where the map is looked at from; scale 0 fits everything
 */
void
sema_session_get_camera (SemaSession *self, SemaCamera *camera)
{
  *camera = self->camera;
}

/**
 * sema_session_set_camera:
 * @self: a session
 * @camera: where the map is looked at from
 *
 * Keeps the view, to be there again when the program is opened again. Views are not undone.
 */
void
sema_session_set_camera (SemaSession *self, const SemaCamera *camera)
{
  self->camera = *camera;
}

/**
 * sema_session_set_frame:
 * @self: a session
 * @frame: where the data is shown on the screen, logical units
 *
 * Tells how much is seen through the camera.
 */
void
sema_session_set_frame (SemaSession *self, const SemaFrame *frame)
{
  self->frame = *frame;
}

/**
 * sema_session_get_region:
 * @self: a session
 * @region: (out caller-allocates): what is seen of the map; without a width it is everything
 */
void
sema_session_get_region (SemaSession *self, SemaRegion *region)
{
  sema_camera_get_region (&self->camera, &self->frame, region);
}

/**
 * sema_session_take_told_camera:
 * @self: a session
 *
 * Returns: whether the camera came with the file that is open, once: who shows the map then looks from there
 */
gboolean
sema_session_take_told_camera (SemaSession *self)
{
  gboolean is_told = self->camera_is_told;

  self->camera_is_told = FALSE;
  return is_told;
}
