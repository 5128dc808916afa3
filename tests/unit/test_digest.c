#include "base/digest.h"

#include <string.h>

#include "unit.h"

static const char *digest_of(const char *bytes, size_t n, size_t step)
{
    static char text[DIGEST_TEXT];
    struct digest digest;
    digest_init(&digest);
    for (size_t i = 0; i < n; i += step) digest_add(&digest, bytes + i, n - i < step ? n - i : step);
    digest_text(&digest, text);
    return text;
}

/* FIPS 180-4's examples, as published by NIST (SHA256.pdf), and the empty text. */
START_TEST(published_digests)
{
    static const char two_blocks[] = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    ck_assert_str_eq(digest_of("abc", 3, 1), "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    ck_assert_str_eq(digest_of(two_blocks, strlen(two_blocks), 10),
                     "sha256:248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    ck_assert_str_eq(digest_of("", 0, 1), "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
END_TEST

START_TEST(pieces_do_not_matter)
{
    static char bytes[1000];
    memset(bytes, 'a', sizeof bytes);
    char whole[DIGEST_TEXT];
    strcpy(whole, digest_of(bytes, sizeof bytes, sizeof bytes));
    for (size_t step = 1; step < 200; step += 7) ck_assert_str_eq(digest_of(bytes, sizeof bytes, step), whole);
    ck_assert_uint_eq(strlen(whole), DIGEST_TEXT - 1);
}
END_TEST

UNIT("digest", published_digests, pieces_do_not_matter);
