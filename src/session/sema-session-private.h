/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-diagnosis.h"
#include "sema-narrow.h"
#include "sema-session.h"

G_BEGIN_DECLS

/* The session's fields, for its own files: the object, opening, projecting. */

typedef struct
{
  SemaRecipe *recipe;
  char       *label;
} SemaStep;

typedef struct _SemaAim SemaAim;

struct _SemaSession
{
  GObject parent_instance;

  SemaSet *set;
  char    *path;
  guint64  most_rows; /* of the file that were asked for; 0: all */
  char    *part;      /* the part of the file that was asked for, or NULL */
  char    *tokenizer; /* file name of its tokenizer that was chosen, or NULL */

  SemaVectorsPlace *place; /* of the file that is open, or NULL */

  SemaProgress *opening;   /* NULL when nothing is being opened; the job that holds another one is stale */
  char         *load_path; /* of what is being opened, or was last */
  char         *load_name;
  char         *load_part; /* of it, or NULL */
  guint64       keep_most; /* bytes that copies may take; 0: none are made */

  SemaProgress *saving; /* NULL when no vectors are being written */

  SemaNarrow   *narrow;    /* of the set, or NULL */
  SemaProgress *narrowing; /* NULL when none is being made; the job that holds another one is stale */

  SemaDiagnosis *diagnosis; /* the last one of the set, or NULL */

  SemaRecipe *recipe;
  GPtrArray  *undo; /* SemaStep: the recipe as it was before */
  GPtrArray  *redo;

  SemaProjection *projection;
  SemaProgress   *projecting; /* NULL when the projection is what the recipe asks for */

  SemaPlacePicture *picture;
  char             *picture_problem; /* why there is none, or NULL */
  SemaProgress     *picturing;       /* NULL when the picture is what the looks ask for */
  SemaAim          *aim;             /* what is asked about, or NULL */
  SemaTarget       *target;          /* what it comes to, or NULL */
  SemaProgress     *aiming;          /* NULL when that is not being found; the job that holds another one is stale */

  char       *focus;
  char      **selected;
  GHashTable *is_selected; /* the selected words, borrowed from the list */
  SemaLooks   looks;
  SemaCamera  camera;
  SemaFrame   frame;          /* of the map on the screen */
  SemaCamera  coming;         /* for the file that is being opened */
  gboolean    has_coming;     /* whether there is one */
  gboolean    camera_is_told; /* whether the camera came with a file, and who shows the map has not taken it yet */
};

typedef enum {
  SEMA_SESSION_SET = 1,
  SEMA_SESSION_PATH,
  SEMA_SESSION_LOADING,
  SEMA_SESSION_LOAD_NAME,
  SEMA_SESSION_RECIPE,
  SEMA_SESSION_PROJECTION,
  SEMA_SESSION_BUSY,
  SEMA_SESSION_CAN_UNDO,
  SEMA_SESSION_CAN_REDO,
  SEMA_SESSION_UNDO_LABEL,
  SEMA_SESSION_REDO_LABEL,
  SEMA_SESSION_FOCUS,
  SEMA_SESSION_SELECTED,
  SEMA_SESSION_LOOKS,
  SEMA_SESSION_PICTURE,
  SEMA_SESSION_TARGET,
  SEMA_SESSION_N_PROPERTIES,
} SemaSessionProperty;

void sema_session_notify (SemaSession *self, SemaSessionProperty property);
void sema_session_emit_loaded (SemaSession *self);
void sema_session_emit_load_failed (SemaSession *self, const GError *error, const char *name);
void sema_session_emit_projection_failed (SemaSession *self, const GError *error);
void sema_session_project (SemaSession *self);
void sema_session_make_picture (SemaSession *self);
void sema_session_drop_picture (SemaSession *self);
void sema_session_aim (SemaSession *self);
void sema_session_tell_selected (SemaSession *self);
void sema_session_make_narrow (SemaSession *self);
void sema_session_drop_narrow (SemaSession *self);
void sema_session_let_go_if_lost (SemaSession *self, const SemaSet *set);

G_END_DECLS
