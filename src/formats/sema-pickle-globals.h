/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-pickle.h"

G_BEGIN_DECLS

void sema_pickle_globals_warn (const SemaPickle *pickle, GPtrArray *warnings);

G_END_DECLS
