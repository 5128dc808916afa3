/* numerals.c: the cache of written doubles. */
#include "report/numerals.h"
#include "report/emit.h"

static size_t slot_of(uint64_t bits) { return (size_t)((bits * 0x9e3779b97f4a7c15u) >> 32) % NUMERALS; }

void numerals_write(struct numerals *n, double d, struct buf *out)
{
    uint64_t bits;
    if (d >= 0 && d < 10 && (double)(int)d >= d) { /* weights, mostly */
        buf_char(out, (char)('0' + (int)d));
        return;
    }
    memcpy(&bits, &d, sizeof bits);
    struct numeral *slot = &n->slots[slot_of(bits)];
    if (slot->length > 0 && slot->bits == bits) {
        if (!buf_reserve(out, sizeof slot->text)) return;
        memcpy(out->data + out->length, slot->text, sizeof slot->text);
        out->length += slot->length;
        return;
    }
    size_t from = out->length;
    emit_number(out, d);
    if (out->failed || out->length - from > sizeof slot->text) return;
    slot->bits = bits;
    slot->length = (uint8_t)(out->length - from);
    memcpy(slot->text, out->data + from, slot->length);
}
