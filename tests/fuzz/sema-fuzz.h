/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "sema-format.h"
#include "sema-set.h"
#include "sema-tensor-list.h"
#include "sema-tokenizer-bytes.h"
#include "sema-tokenizer.h"

G_BEGIN_DECLS

/* What the targets share. A target is one file, fuzz-NAME.c, with the one function sema_fuzz_read(), which gives bytes to a reader and
 * uses what comes out of it; and one line in meson.build. Whatever the bytes are, it must come back. */

#define SEMA_FUZZ_MEMORY ((guint64)64 << 20) /* bytes that a reader may take */
#define SEMA_FUZZ_SECONDS 1.0                /* of processor time that one input may take, on all threads together */

void sema_fuzz_read (const guint8 *data, gsize size);

/* The two names are those that libFuzzer calls. */
int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

const char *sema_fuzz_write (const char *name, gconstpointer data, gsize size);
void        sema_fuzz_copy (const char *stored);
char       *sema_fuzz_build_stored_path (const char *stored);
void        sema_fuzz_remove_files (void);
void        sema_fuzz_keep_memory (void);

void sema_fuzz_touch (gconstpointer bytes, gsize n_bytes);
void sema_fuzz_check (gboolean is_fine, GError **error);
void sema_fuzz_check_sentence (const char *sentence);
void sema_fuzz_check_sentences (const char *const *sentences);

void sema_fuzz_use_set (SemaSet *set);
void sema_fuzz_read_vectors (const SemaFormat *format, const guint8 *data, gsize size);
void sema_fuzz_read_tensors (const char *name, const guint8 *data, gsize size);
void sema_fuzz_check_extent (const SemaTensorList *list, guint64 index, guint64 end);
void sema_fuzz_take_bytes (SemaTokenizerBytes *bytes, const guint8 *data, gsize size);
void sema_fuzz_cut_text (const SemaTokenizer *tokenizer, const char *text, gsize length);
void sema_fuzz_use_tokenizer (const SemaTokenizer *tokenizer, const char *text, gsize length);

G_END_DECLS
