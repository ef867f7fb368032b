/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"

/* Lets one format read a file that it takes for its own. */
static void
read_vectors (const SemaFormat *format, const char *path, const SemaFormatsOptions *options)
{
  g_autoptr (GError)         error = NULL;
  g_autoptr (SemaSource)     source = sema_source_open (path, NULL, &error);
  g_autoptr (SemaSetBuilder) builder = NULL;
  g_autoptr (SemaSet)        set = NULL;
  SemaVerdict                verdict;

  sema_fuzz_check (source != NULL, &error);
  if (source == NULL)
    return;
  verdict = format->sniff (source, &error);
  sema_fuzz_check (verdict != SEMA_VERDICT_FAILED, &error);
  if (verdict != SEMA_VERDICT_MINE)
    return;
  builder = format->load (source, options, &error);
  sema_fuzz_check (builder != NULL, &error);
  if (builder == NULL)
    return;
  set = sema_set_builder_finish (builder, "a", format->id, sema_source_get_compression (source), NULL, &error);
  sema_fuzz_check (set != NULL, &error);
  if (set != NULL)
    sema_fuzz_use_set (set);
}

/* All of it; then the first two rows, with a question that is multiplied with them on the way. */
void
sema_fuzz_read_vectors (const SemaFormat *format, const guint8 *data, gsize size)
{
  static const char *const plus[] = {"king", NULL}, *const minus[] = {"man", NULL};
  const char *path = sema_fuzz_write ("a.vectors", data, size);

  read_vectors (format, path, &(SemaFormatsOptions) {0});
  read_vectors (format, path, &(SemaFormatsOptions) {.most_rows = 2, .plus = plus, .minus = minus});
}
