/* batch.c: pieces of text, one behind the other, in memory that is used again. */
#include "base/mem.h"
#include "data/stream.h"

void batch_init(struct batch *b) { *b = (struct batch){0}; }

void batch_done(struct batch *b)
{
    mem_free(b->text);
    mem_free(b->pieces);
    batch_init(b);
}

bool batch_add(struct batch *b, const char *bytes, size_t n)
{
    if (b->capacity - b->length <= n) {
        size_t capacity = b->capacity ? b->capacity : 4096;
        while (capacity - b->length <= n) capacity *= 2;
        char *text = mem_realloc(b->text, capacity);
        if (!text) return false;
        b->text = text;
        b->capacity = capacity;
    }
    memcpy(b->text + b->length, bytes, n);
    b->length += n;
    return true;
}

bool batch_piece(struct batch *b, struct piece piece)
{
    if (b->count == b->piece_capacity) {
        size_t capacity = b->piece_capacity ? 2 * b->piece_capacity : 64;
        struct piece *pieces = mem_realloc(b->pieces, capacity * sizeof *pieces);
        if (!pieces) return false;
        b->pieces = pieces;
        b->piece_capacity = capacity;
    }
    if (!batch_add(b, "", 1)) return false;
    b->pieces[b->count++] = piece;
    return true;
}
