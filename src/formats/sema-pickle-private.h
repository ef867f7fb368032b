/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"
#include "sema-pickle.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 value;
  guint32 next;
} SemaPickleItem;

/* Value and item number 0 are there and stand for nothing. */
struct _SemaPickle
{
  const guint8 *bytes;  /* not owned: texts lie in it */
  SemaBuffer    values; /* SemaPickleValue */
  SemaBuffer    items;  /* SemaPickleItem */
  gsize         size;
  guint32       top;
};

G_END_DECLS
