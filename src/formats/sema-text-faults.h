/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-line-scanner.h"
#include "sema-text-row.h"

G_BEGIN_DECLS

/**
 * SemaTextFaults:
 * @n_lines: lines that are no rows
 * @list: the first of them with what is wrong, as text
 *
 * The lines that were left out. Caller's storage, to be cleared with sema_text_faults_clear().
 */
typedef struct
{
  guint64  n_lines;
  GString *list;
} SemaTextFaults;

void     sema_text_faults_init (SemaTextFaults *self);
void     sema_text_faults_clear (SemaTextFaults *self);
void     sema_text_faults_add (SemaTextFaults *self, const SemaLine *line, const SemaTextRow *row);
gboolean sema_text_faults_check (const SemaTextFaults *self, guint64 n_rows, gboolean is_end, gsize dim, const char *label, GError **error);
char    *sema_text_faults_describe (const SemaTextFaults *self, gsize dim);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaTextFaults, sema_text_faults_clear)

G_END_DECLS
