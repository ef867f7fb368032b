/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "sema-progress.h"
#include "sema-set.h"

G_BEGIN_DECLS

/* What vectors are evaluated with: the stored files, and files of a test's own in a folder that goes away. */

/* Evaluates once, and drops what came of it. */
typedef gboolean (*EvaluationFixtureTry) (SemaSet *set, const char *path, SemaProgress *progress, GError **error);

char      *evaluation_fixture_data (const char *name);
JsonArray *evaluation_fixture_expected (const char *vectors, const char *kind);
char      *evaluation_fixture_write (const char *name, const char *text, gsize length);
void       evaluation_fixture_remove (void);
void       evaluation_fixture_assert_stops (EvaluationFixtureTry evaluate, SemaSet *set, const char *path);

G_END_DECLS
