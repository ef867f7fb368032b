/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "bench-inflate FILE" inflates a gzip file to nothing: what opening a compressed file takes at the least. */
#include <fcntl.h>
#include <glib.h>
#include <stdio.h>
#include <unistd.h>
#include <zlib.h>

#define BLOCK (256 * 1024)

static guint8 input[BLOCK], output[BLOCK];

/* Inflates what the input holds; the members of a file follow each other. */
static int
inflate_block (z_stream *stream)
{
  int status = Z_OK;

  while (status == Z_OK && (stream->avail_in > 0 || stream->avail_out == 0))
    {
      stream->next_out = output;
      stream->avail_out = sizeof output;
      status = inflate (stream, Z_NO_FLUSH);
      if (status == Z_STREAM_END && stream->avail_in > 0)
        status = inflateReset (stream);
    }
  return status == Z_BUF_ERROR ? Z_OK : status;
}

int
main (int argc, char **argv)
{
  z_stream stream = {0};
  int      file = argc == 2 ? open (argv[1], O_RDONLY) : -1;
  int      status = inflateInit2 (&stream, 16 + MAX_WBITS);
  ssize_t  length;

  if (file < 0)
    return 2;
  while (status == Z_OK && (length = read (file, input, sizeof input)) > 0)
    {
      stream.next_in = input;
      stream.avail_in = (uInt)length;
      status = inflate_block (&stream);
    }
  inflateEnd (&stream);
  close (file);
  if (status != Z_STREAM_END)
    g_printerr ("bench-inflate: %s does not inflate\n", argv[1]);
  return status == Z_STREAM_END ? 0 : 1;
}
