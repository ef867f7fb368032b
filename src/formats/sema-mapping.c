/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-mapping.h"

#include <sanitizer/asan_interface.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/vfs.h>
#include <unistd.h>

/* One file is open at a time, and a few more while jobs on earlier ones end. */
#define MAX_MAPPINGS 32

/* A page that is not there raises a signal in whoever touches it. The handler may look at nothing but this table. */
typedef struct
{
  _Atomic gsize start; /* 0: free */
  _Atomic gsize size;
  atomic_bool   is_lost;
} Slot;

struct _SemaMapping
{
  guint8 *bytes;
  gsize   size;
  Slot   *slot;
};

static Slot             slots[MAX_MAPPINGS];
static struct sigaction previous;

/* The slot of the mapping that an address lies in, or NULL. */
static Slot *
find_slot (gsize address)
{
  for (guint i = 0; i < MAX_MAPPINGS; i++)
    {
      gsize start = atomic_load (&slots[i].start);

      if (start > 1 && address >= start && address - start < atomic_load (&slots[i].size))
        return &slots[i];
    }
  return NULL;
}

/* Puts zeros where the file has nothing any more, from the page that was touched to the end, and goes on. What is not ours
 * meets whoever handled it before. Only calls that are allowed in a handler. */
static void
page_is_missing (int number, siginfo_t *info, void *context)
{
  gsize address = (gsize)info->si_addr;
  Slot *slot = find_slot (address);
  gsize page = address & ~((gsize)getpagesize () - 1);

  if (slot == NULL)
    {
      sigaction (SIGBUS, &previous, NULL);
      return;
    }
  atomic_store (&slot->is_lost, TRUE);
  if (mmap ((void *)page, atomic_load (&slot->start) + atomic_load (&slot->size) - page, PROT_READ,
            MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED)
    sigaction (SIGBUS, &previous, NULL);
}

static void
install_handler (void)
{
  static gsize     is_done = 0;
  struct sigaction action = {.sa_sigaction = page_is_missing, .sa_flags = SA_SIGINFO | SA_RESTART};

  if (!g_once_init_enter (&is_done))
    return;
  sigemptyset (&action.sa_mask);
  sigaction (SIGBUS, &action, &previous);
  g_once_init_leave (&is_done, 1);
}

/* Takes a free slot; its start is 1 until it is known. */
static Slot *
take_slot (void)
{
  for (guint i = 0; i < MAX_MAPPINGS; i++)
    {
      gsize nothing = 0;

      if (atomic_compare_exchange_strong (&slots[i].start, &nothing, 1))
        return &slots[i];
    }
  return NULL;
}

/* A network may be slow or gone for minutes, which a touch of a page cannot be told from a thought. */
static gboolean
is_local (int fd)
{
  static const guint32 remote[] = {
    0x6969,     /* NFS */
    0x517b,     /* SMB */
    0xff534d42, /* CIFS */
    0xfe534d42, /* SMB 2 */
    0x65735546, /* FUSE, and with it what file managers mount */
    0x01021997, /* 9P */
    0x00c36400, /* Ceph */
    0x0bd00bd0, /* Lustre */
    0x5346414f, /* AFS */
    0x73757245, /* Coda */
  };
  struct statfs status;

  if (fstatfs (fd, &status) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (remote); i++)
    if ((guint32)status.f_type == remote[i])
      return FALSE;
  return TRUE;
}

/* The last page goes on behind the file, where nobody may look: there a sanitizer is told so, which sees no end of a mapping by itself.
 * Without one this is nothing. */
static void
fence (guint8 *bytes, gsize size)
{
  ASAN_POISON_MEMORY_REGION (bytes + size, -size & ((gsize)getpagesize () - 1));
}

static void
take_fence_away (guint8 *bytes, gsize size)
{
  ASAN_UNPOISON_MEMORY_REGION (bytes + size, -size & ((gsize)getpagesize () - 1));
}

/**
 * sema_mapping_new:
 * @fd: a file open for reading; may be closed afterwards
 * @size: its bytes, 1 or more
 *
 * Maps a file of a local file system. The first mapping of a process installs a handler of SIGBUS, which leaves alone what
 * does not come from a mapping.
 *
 * Returns: (transfer full) (nullable): the mapping; %NULL when the file is not local or its file system maps nothing: it can
 *   still be read
 */
SemaMapping *
sema_mapping_new (int fd, guint64 size)
{
  SemaMapping *self;
  Slot        *slot;
  void        *bytes;

  g_return_val_if_fail (size > 0, NULL);

  slot = size <= G_MAXSIZE && is_local (fd) ? take_slot () : NULL;
  if (slot == NULL)
    return NULL;
  bytes = mmap (NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (bytes == MAP_FAILED)
    {
      atomic_store (&slot->start, 0);
      return NULL;
    }
  install_handler ();
  fence (bytes, size);
  atomic_store (&slot->is_lost, FALSE);
  atomic_store (&slot->size, size);
  atomic_store (&slot->start, (gsize)bytes);
  self = g_new (SemaMapping, 1);
  *self = (SemaMapping) {bytes, size, slot};
  return self;
}

/**
 * sema_mapping_free:
 * @self: (transfer full) (nullable): a mapping
 *
 * Takes the bytes away; nobody may look at them any more.
 */
void
sema_mapping_free (SemaMapping *self)
{
  if (self == NULL)
    return;
  take_fence_away (self->bytes, self->size);
  munmap (self->bytes, self->size);
  atomic_store (&self->slot->start, 0);
  g_free (self);
}

/**
 * sema_mapping_get_bytes:
 * @self: a mapping
 *
 * Returns: (transfer none): the file's bytes. Another process may change them at any time: check nothing twice, and after
 *   use ask sema_mapping_is_lost().
 */
const guint8 *
sema_mapping_get_bytes (const SemaMapping *self)
{
  return self->bytes;
}

/**
 * sema_mapping_is_lost:
 * @self: a mapping
 *
 * Returns: whether bytes were touched that the file does not have any more; they read as zeros. Any thread may ask.
 */
gboolean
sema_mapping_is_lost (const SemaMapping *self)
{
  return atomic_load (&self->slot->is_lost);
}

static void
release (gpointer mapping)
{
  sema_mapping_free (mapping);
}

static gboolean
is_lost (gpointer mapping)
{
  return sema_mapping_is_lost (mapping);
}

/**
 * sema_mapping_lend:
 * @self: (transfer full): a mapping
 *
 * Returns: the mapping as the owner of what it lends to a matrix; releasing it frees the mapping
 */
SemaMatrixOwner
sema_mapping_lend (SemaMapping *self)
{
  return (SemaMatrixOwner) {release, is_lost, self};
}
