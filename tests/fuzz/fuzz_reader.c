/* fuzz_reader.c: the reader against jansson, led by coverage. Any difference, and anything a sanitizer finds, is a
 * crash. From the top of the tree:
 *
 *   clang -std=c11 -g -O1 -fsanitize=fuzzer,address,undefined -D_XOPEN_SOURCE=700 -Iengine -Iinclude -Itests/unit
 * -pthread \ tests/fuzz/fuzz_reader.c engine/data/{reader,place,mistake,numeral,bytes,keys}.c engine/base/[a-z]*.c
 * -ljansson -lnettle -lm -o build/fuzz_reader build/fuzz_reader -max_len=512 -max_total_time=60
 *
 * With -DBYTES_PLAIN besides, the walks without SSE2.
 */
#include "oracle.h"
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    char *text = malloc(n + 1); /* its own block: a step beyond it is seen */
    if (!text) return 0;
    if (n) memcpy(text, bytes, n);
    text[n] = '\0';
    start();
    if (compare(text, n) == DIFFERENT) abort();
    stop();
    free(text);
    return 0;
}
