/* record.c: what the question under way has read, whatever its author does. Equal readings are kept once, in the order
 * of the first. */
#include "base/mem.h"
#include "data/phrase.h"
#include "script/evidence.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { RECORD_LIMIT = 10000 }; /* readings of one question */

void record_start(struct script *s)
{
    s->record.count = s->record.parameter_count = 0;
    s->record.set = 0;
    s->ended.yes = false;
}

/* --- Readings ------------------------------------------------------------------------------------------------ */

static void grow(lua_State *L, struct record *r)
{
    if (r->count >= RECORD_LIMIT) budget_stop(L, "more than 10,000 readings");
    size_t capacity = r->capacity ? 2 * r->capacity : 64;
    struct reading *grown = mem_realloc(r->readings, capacity * sizeof *grown);
    if (!grown) budget_starve(L);
    r->readings = grown;
    r->capacity = capacity;
}

static inline struct reading *add(lua_State *L, struct record *r)
{
    if (r->count == r->capacity) grow(L, r);
    return &r->readings[r->count++];
}

/* Handles and catalogues give the same name the same address. */
static bool same(const struct reading *r, enum evidence_kind kind, uint32_t slot, struct str name)
{
    return r->kind == kind && r->slot == slot && (slot != NO_SLOT || r->name.s == name.s);
}

bool record_has(const struct script *s, enum evidence_kind kind, uint32_t slot, struct str name)
{
    for (size_t i = 0; i < s->record.count; i++)
        if (same(&s->record.readings[i], kind, slot, name)) return true;
    return false;
}

/* A long record makes each further reading dearer, as it is. */
static inline void pay(lua_State *L, size_t count)
{
    if (count > 32) charge(L, count / 8);
}

void record_read(lua_State *L, enum evidence_kind kind, uint32_t slot, struct str name, bool missing)
{
    struct script *s = script_of(L);
    pay(L, s->record.count);
    if (record_has(s, kind, slot, name)) return;
    *add(L, &s->record) = (struct reading){.kind = (uint8_t)kind, .missing = missing, .slot = slot, .name = name};
}

void record_test(lua_State *L, enum evidence_kind kind, uint32_t slot, struct str name, enum test test, double value,
                 double threshold, bool held)
{
    struct record *r = &script_of(L)->record;
    pay(L, r->count);
    for (size_t i = 0; i < r->count; i++)
        if (same(&r->readings[i], kind, slot, name) && r->readings[i].test == test &&
            r->readings[i].threshold == threshold)
            return;
    *add(L, r) = (struct reading){.kind = (uint8_t)kind,
                                  .test = (uint8_t)test,
                                  .held = held,
                                  .slot = slot,
                                  .name = name,
                                  .value = value,
                                  .threshold = threshold};
}

static void grow_parameters(lua_State *L, struct record *r)
{
    size_t capacity = r->parameter_capacity ? 2 * r->parameter_capacity : 64;
    uint16_t *grown = mem_realloc(r->parameters, capacity * sizeof *grown);
    if (!grown) budget_starve(L);
    r->parameters = grown;
    r->parameter_capacity = capacity;
}

void record_parameter(lua_State *L, uint16_t parameter)
{
    struct script *s = script_of(L);
    struct record *r = &s->record;
    struct bound_parameter *p = &s->bound->list[parameter];
    pay(L, r->parameter_count);
    if (p->question == s->question) return;
    if (r->parameter_count == r->parameter_capacity) grow_parameters(L, r);
    p->question = s->question;
    r->parameters[r->parameter_count++] = parameter;
}

/* --- Ending for want of evidence --------------------------------------------------------------------------------- */

static struct str declared_title(const struct decl_pack *pack, enum evidence_kind kind, struct str name)
{
    for (size_t i = 0; i < pack->evidence_count[kind]; i++)
        if (str_eq(pack->evidence[kind][i].id, name)) return pack->evidence[kind][i].title;
    return name;
}

struct str record_title(const struct script *s, enum evidence_kind kind, uint32_t slot, struct str name)
{
    if (kind >= EVIDENCE_CATALOGUES) return name;
    return slot == NO_SLOT ? declared_title(s->vocabulary->pack, kind, name) : phrase_title(s->dataset, kind, slot);
}

/* Leaves the rule by the engine's own error value, which no rule can make or catch. */
static _Noreturn void end(lua_State *L)
{
    struct script *s = script_of(L);
    s->ended.yes = true;
    lua_pushlightuserdata(L, s);
    lua_error(L);
    abort(); /* lua_error does not return; its declaration does not say so */
}

void record_end(lua_State *L, const char *format, ...)
{
    struct script *s = script_of(L);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(s->ended.reason, sizeof s->ended.reason, format, arguments);
    va_end(arguments);
    end(L);
}

/* Titles are cut short, so that the reason itself is always there. */
static _Noreturn void end_missing(lua_State *L, enum evidence_kind kind, uint32_t slot, struct str name,
                                  const char *part, enum peel_missing missing)
{
    struct script *s = script_of(L);
    struct str title = record_title(s, kind, slot, name);
    int n = (int)str_head(title, 200).n;
    const char *cut = (size_t)n < title.n ? "…" : "";
    const struct evidence *is =
        slot == NO_SLOT || kind >= EVIDENCE_CATALOGUES ? NULL : org_evidence(s->org, kind, slot);
    if (kind == EVIDENCE_FINDING)
        record_end(L, "no finding was made against %s", name.s); /* nothing that could be pointed to */
    record_read(L, kind, slot, name, true);
    for (size_t i = 0; i < s->record.count; i++)
        if (same(&s->record.readings[i], kind, slot, name)) s->record.readings[i].missing = true;
    if (!is) record_end(L, "%s\"%.*s%s\" is missing: the dataset does not have it", part, n, title.s, cut);
    if (is->note.n > 0 && is->note.n <= 120)
        record_end(L, "%s\"%.*s%s\" is missing: %s (%s)", part, n, title.s, cut, phrase_missing(missing), is->note.s);
    record_end(L, "%s\"%.*s%s\" is missing: %s", part, n, title.s, cut, phrase_missing(missing));
}

void record_no_evidence(lua_State *L, enum evidence_kind kind, uint32_t slot, struct str name,
                        enum peel_missing missing)
{
    end_missing(L, kind, slot, name, "", missing);
}

void record_missing_part(lua_State *L, const struct handle *h, const char *part, enum peel_missing missing)
{
    end_missing(L, (enum evidence_kind)h->kind, h->slot, h->name, part, missing);
}
