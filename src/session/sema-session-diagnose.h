/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-diagnosis.h"
#include "sema-session.h"

G_BEGIN_DECLS

void           sema_session_diagnose_async (SemaSession *self, const SemaDiagnosisOptions *options, SemaProgress *progress, GAsyncReadyCallback callback, gpointer user_data);
SemaDiagnosis *sema_session_diagnose_finish (SemaSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
