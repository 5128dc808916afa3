/* digest.c: SHA-256 in the form results carry it. */
#include "base/digest.h"

#include <stdint.h>
#include <string.h>

void digest_init(struct digest *d) { sha256_init(&d->state); }

void digest_add(struct digest *d, const void *bytes, size_t n)
{
    if (n) sha256_update(&d->state, n, bytes);
}

void digest_text(struct digest *d, char text[DIGEST_TEXT])
{
    static const char hex[] = "0123456789abcdef";
    uint8_t bytes[SHA256_DIGEST_SIZE];
    sha256_digest(&d->state, sizeof bytes, bytes);
    memcpy(text, "sha256:", 7);
    for (size_t i = 0; i < sizeof bytes; i++) {
        text[7 + 2 * i] = hex[bytes[i] >> 4];
        text[8 + 2 * i] = hex[bytes[i] & 15];
    }
    text[DIGEST_TEXT - 1] = '\0';
}
