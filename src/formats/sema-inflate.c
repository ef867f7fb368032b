/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-inflate.h"

#include "sema-memory.h"

/* zlib's own memory counts against the budget too, and can fail. */
static voidpf
allocate (voidpf opaque, uInt n, uInt size)
{
  return sema_memory_alloc_n (n, size, NULL);
}

static void
release (voidpf opaque, voidpf block)
{
  sema_memory_free (block);
}

/**
 * sema_inflate_begin:
 * @stream: all zeros; end it with inflateEnd()
 *
 * Begins to inflate raw deflate data: what comes before and after them in gzip or zip is the caller's. What zlib allocates is of the
 * memory that sema_memory_alloc() gives out.
 *
 * Returns: %FALSE where there is not enough memory
 */
gboolean
sema_inflate_begin (z_stream *stream)
{
  stream->zalloc = allocate;
  stream->zfree = release;
  return inflateInit2 (stream, -MAX_WBITS) == Z_OK;
}
