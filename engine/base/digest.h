/* digest.h: SHA-256 (FIPS 180-4), by nettle: small, in every distribution, and as fast as the processor's own instructions. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H
#include <stddef.h>
#include <nettle/sha2.h>

struct digest { struct sha256_ctx state; };
#define DIGEST_TEXT (7 + 64 + 1) /* "sha256:", 64 hex digits, NUL */

void digest_init(struct digest *d);
void digest_add(struct digest *d, const void *bytes, size_t n);
void digest_text(struct digest *d, char text[DIGEST_TEXT]); /* ends it */
#endif
