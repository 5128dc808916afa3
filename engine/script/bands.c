/* bands.c: see bands.h. */
#include "script/bands.h"
#include "data/phrase.h"
#include "script/evidence.h"
#include "script/message.h"
#include <stdlib.h>

struct asked {
    lua_State *L;
    struct script *s;
    const struct decl_bands *bands;
    const struct handle *handle;
    double value;
};

/* The parameters of a band are those of the pack: the judge has checked. */
static uint16_t parameter(const struct asked *a, struct str name) { return (uint16_t)parameter_find(a->s, name); }
static double number(const struct asked *a, struct str name) { return a->s->bound->list[parameter(a, name)].value; }

static bool reaches(const struct asked *a, const struct decl_band *b)
{
    if (!b->low.s) return true;
    return b->above ? a->value > number(a, b->low) : a->value >= number(a, b->low);
}

static bool stays(const struct asked *a, const struct decl_band *b)
{
    if (!b->high.s) return true;
    return b->to ? a->value <= number(a, b->high) : a->value < number(a, b->high);
}

static void record_side(const struct asked *a, struct str name, enum test test, bool held)
{
    if (!name.s) return;
    record_parameter(a->L, parameter(a, name));
    record_test(a->L, a->bands->kind, a->handle->slot, a->handle->name, test, a->value, number(a, name), held);
}

/* The low bound first: where that fails, nobody asked for the other. */
static void record_band(const struct asked *a, const struct decl_band *b)
{
    record_side(a, b->low, b->above ? TEST_ABOVE : TEST_AT_LEAST, reaches(a, b));
    if (reaches(a, b)) record_side(a, b->high, b->to ? TEST_AT_MOST : TEST_BELOW, stays(a, b));
}

static void put_value(const struct asked *a, struct buf *out)
{
    buf_str(out, record_title(a->s, a->bands->kind, a->handle->slot, a->handle->name));
    buf_put(out, ": ");
    handle_phrase(a->L, a->handle, out);
}

static void put_bounds(const struct asked *a, const struct decl_band *b, struct buf *out)
{
    if (b->low.s) buf_put(out, b->above ? "above " : "at least "), buf_str(out, parameter_phrase(a->s, parameter(a, b->low)));
    if (b->low.s && b->high.s) buf_put(out, " and ");
    if (b->high.s) buf_put(out, b->to ? "at most " : "below "), buf_str(out, parameter_phrase(a->s, parameter(a, b->high)));
}

/* An error of the declaration's own line: there is no function of the author's that runs. */
static _Noreturn void refuse(const struct asked *a, const struct decl_band *one, const struct decl_band *other)
{
    struct buf *text = &a->s->said.text;
    a->s->raised_at = one ? one->spot : a->bands->spot;
    put_value(a, text);
    if (one)
        buf_printf(text, " lies in two bands, %.64s and %.64s", one->name.s, other->name.s);
    else
        buf_put(text, " lies in no band");
    lua_pushlstring(a->L, text->data ? text->data : "", text->length);
    lua_error(a->L);
    abort(); /* lua_error does not return; its declaration does not say so */
}

static const struct decl_band *find(const struct asked *a)
{
    const struct decl_band *found = NULL;
    for (size_t i = 0; i < a->bands->count; i++) {
        const struct decl_band *b = &a->bands->list[i];
        charge(a->L, 8);
        if (!found) record_band(a, b);
        if (!reaches(a, b) || !stays(a, b)) continue;
        if (found) refuse(a, found, b);
        found = b;
    }
    if (!found) refuse(a, NULL, NULL);
    return found;
}

static enum peel_outcome outcome_of(struct str word)
{
    return str_is(word, "met") ? PEEL_MET : str_is(word, "partly_met") ? PEEL_PARTLY_MET : PEEL_NOT_MET;
}

static int l_banded(lua_State *L)
{
    struct script *s = script_of(L);
    struct asked a = {L, s, lua_touserdata(L, lua_upvalueindex(1)), NULL, 0};
    force_handle(L, a.bands->kind, a.bands->of);
    a.handle = handle_at(L, -1);
    a.value = evidence_number(L, a.handle);
    const struct decl_band *band = find(&a);
    uint32_t start = (uint32_t)s->said.text.length;
    put_value(&a, &s->said.text);
    buf_put(&s->said.text, ", ");
    put_bounds(&a, band, &s->said.text);
    if (!lua_toboolean(L, lua_upvalueindex(2))) return message_say(L, outcome_of(band->name), start);
    lua_pushlstring(L, band->name.s, band->name.n);
    lua_pushlstring(L, s->said.text.data + start, s->said.text.length - start);
    return 2;
}

void bands_push(lua_State *L, const struct decl_bands *bands, bool grades)
{
    lua_pushlightuserdata(L, (void *)(uintptr_t)bands);
    lua_pushboolean(L, grades);
    lua_pushcclosure(L, l_banded, 2);
}
