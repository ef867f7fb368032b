/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * SEMA_TEST_TRIES:
 * @plain: without a sanitizer
 * @addresses: with AddressSanitizer, where all takes a few times as long
 * @threads: with ThreadSanitizer, where a pass of a lock to another thread takes a hundred times as long, and a race shows in the first tries
 *
 * How often, or in which steps, a test tries the same again.
 */
#if defined(__SANITIZE_THREAD__)
#define SEMA_TEST_TRIES(plain, addresses, threads) (threads)
#elif defined(__SANITIZE_ADDRESS__)
#define SEMA_TEST_TRIES(plain, addresses, threads) (addresses)
#else
#define SEMA_TEST_TRIES(plain, addresses, threads) (plain)
#endif
