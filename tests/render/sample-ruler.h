/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-ruler.h"

/* Rulers that are the same on every machine, for pictures to be compared. */

SemaRuler *sample_ruler_new_words (void);
SemaRuler *sample_ruler_new_many (void);
