/* failures.c: see failures.h. */
#include "judge/failures.h"
#include "judge/footprint.h"
#include "script/spot.h"
#include <stdio.h>

static struct rule_failure *place_for(struct failures *f, uint32_t slot)
{
    for (size_t i = 0; i < f->count; i++)
        if (f->list[i].slot == slot) return &f->list[i];
    if (f->count == FAILURES_KEPT) {
        f->more = true;
        return NULL;
    }
    struct rule_failure *new = &f->list[f->count++];
    *new = (struct rule_failure){.slot = slot};
    return new;
}

static bool failed(const struct verdict *v) { return v && (v->outcome == PEEL_ERROR || v->outcome == PEEL_LIMIT); }

/* A script's names of files go with it; the pack's stay. */
static struct spot of_pack(const struct pack *pack, struct spot spot)
{
    for (size_t i = 0; spot.file && i < pack->file_count; i++)
        if (strcmp(pack->files[i].name, spot.file) == 0) return (struct spot){pack->files[i].name, spot.line};
    return (struct spot){NULL, 0};
}

static void copy(char *to, size_t size, const struct buf *from)
{
    struct str head = str_head((struct str){from->data, from->failed ? 0 : from->length}, size - 1);
    if (head.n) memcpy(to, head.s, head.n);
    to[head.n] = '\0';
}

static void keep_calls(struct rule_failure *x, const struct pack *pack, const struct verdict *v)
{
    struct buf what;
    buf_init(&what);
    for (size_t i = 1; i < v->call_count; i++) {
        struct rule_call *call = &x->calls[x->call_count++];
        call->at = of_pack(pack, v->calls[i].at);
        buf_clear(&what);
        footprint_call(v, i, &what);
        copy(call->what, sizeof call->what, &what);
    }
    buf_done(&what);
}

/* What memory does not suffice for is left out: the rule and its place are told all the same. */
static void keep(struct rule_failure *x, const struct org_result *r, const struct verdict *v)
{
    struct str reason = footprint_message(v);
    struct buf read;
    snprintf(x->first, sizeof x->first, "%.*s", (int)r->org->id.n, r->org->id.s);
    snprintf(x->reason, sizeof x->reason, "%.*s", (int)reason.n, reason.s);
    x->at = of_pack(r->pack, v->raised);
    keep_calls(x, r->pack, v);
    buf_init(&read);
    footprint_read(r, v, &read);
    copy(x->read, sizeof x->read, &read);
    buf_done(&read);
}

/* The failure to fill, where the verdict is the first of its kind; else it is counted. */
static struct rule_failure *count(struct failures *f, const struct org_result *r, uint32_t slot,
                                  const struct verdict *v)
{
    struct rule_failure *x = failed(v) ? place_for(f, slot) : NULL;
    if (!x || x->organisations++) return NULL;
    keep(x, r, v);
    return x;
}

void failures_count(struct failures *f, const struct org_result *r)
{
    const struct pack *pack = r->pack;
    uint32_t slot = 0;
    struct rule_failure *x;
    for (; slot < pack->characteristic_count; slot++)
        if ((x = count(f, r, slot, &r->verdicts[slot])))
            snprintf(x->what, sizeof x->what, "%s", pack->shape.ids[slot].s);
    for (size_t a = 0; a < pack->area_count; a++, slot++)
        if ((x = count(f, r, slot, r->areas[a].ladder)))
            snprintf(x->what, sizeof x->what, "the ladder of %s", pack->shape.area_ids[a].s);
    for (size_t a = 0; a < pack->area_count; a++)
        for (size_t i = 0; i < pack->areas[a].cap_count; i++, slot++)
            if (r->areas[a].caps && (x = count(f, r, slot, r->areas[a].caps[i])))
                snprintf(x->what, sizeof x->what, "the cap %s of %s", pack->areas[a].caps[i].decl->id.s,
                         pack->shape.area_ids[a].s);
}

void failures_add(struct failures *to, const struct failures *from)
{
    for (size_t i = 0; i < from->count; i++) {
        struct rule_failure *x = place_for(to, from->list[i].slot);
        if (!x) continue;
        uint64_t before = x->organisations;
        if (!before) *x = from->list[i];
        x->organisations = before + from->list[i].organisations;
    }
    to->more = to->more || from->more;
}

/* --- telling ----------------------------------------------------------------------------------------------------- */

#define NO_WORD ((struct str){NULL, 0})

static struct str text_of(const struct pack *pack, const char *file)
{
    for (size_t i = 0; file && i < pack->file_count; i++)
        if (strcmp(pack->files[i].name, file) == 0) return pack->files[i].text;
    return NO_WORD;
}

/* In its line, where its text is known. */
static void tell_at(const struct rule_failure *x, const struct pack *pack, struct diags *diags, const char *message)
{
    struct str line, text = text_of(pack, x->at.file);
    struct place place = spot_name(x->at, text, footprint_blamed(x->reason), &line);
    struct diag *diag = diag_add(diags, DIAG_ERROR, place, NULL, "%s failed in %s: %s", x->what, message, x->reason);
    if (diag && line.s) diag_excerpt(diag, line.s, line.n);
}

static void tell_one(const struct rule_failure *x, const struct pack *pack, struct diags *diags)
{
    char where[120];
    snprintf(where, sizeof where, "%llu organisations, first in %s", (unsigned long long)x->organisations, x->first);
    tell_at(x, pack, diags, x->organisations > 1 ? where : x->first);
    for (size_t i = 0; i < x->call_count; i++)
        diag_add(diags, DIAG_NOTE, (struct place){x->calls[i].at.file, (uint64_t)x->calls[i].at.line, 0, 0}, NULL,
                 "%s", x->calls[i].what);
    if (x->read[0]) diag_add(diags, DIAG_NOTE, (struct place){x->at.file, (uint64_t)x->at.line, 0, 0}, NULL, "%s", x->read);
}

void failures_tell(const struct failures *f, const struct pack *pack, struct diags *diags)
{
    const char *outside = diags->within;
    diags->within = pack->path;
    for (size_t i = 0; i < f->count; i++) tell_one(&f->list[i], pack, diags);
    diags->within = outside;
}
