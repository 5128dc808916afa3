/* footprint.c: see footprint.h. */
#include "judge/footprint.h"
#include "data/phrase.h"
#include <stdio.h>

enum { TOLD = 4, TEXT = 80 }; /* things in a sentence; bytes of a finding's text */

/* --- what it read ------------------------------------------------------------------------------------------------ */

static bool same_thing(const struct reading *a, const struct reading *b)
{
    return a->kind == b->kind && a->slot == b->slot && (a->slot != NO_SLOT || str_eq(a->name, b->name));
}

bool footprint_is_first(const struct verdict *v, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (same_thing(&v->readings[k], &v->readings[i])) return false;
    return true;
}

static void pointer(const struct org_result *r, const struct reading *x, struct buf *out)
{
    buf_put(out, " [");
    org_pointer(r->dataset, r->org, (enum evidence_kind)x->kind, x->slot, out);
    buf_char(out, ']');
}

static void finding(const struct org_result *r, const struct reading *x, struct buf *out)
{
    const struct finding *f = &r->org->findings[x->slot];
    struct str head = str_head(f->text, TEXT);
    buf_put(out, f->weakness ? "weakness: " : "strength: ");
    buf_str(out, head);
    if (head.n < f->text.n) buf_put(out, "…");
    pointer(r, x, out);
}

static void catalogued(const struct org_result *r, const struct reading *x, struct buf *out)
{
    enum evidence_kind kind = (enum evidence_kind)x->kind;
    buf_str(out, r->dataset->catalogues[kind].entries[x->slot].id);
    buf_put(out, ": ");
    phrase_value(r->dataset, r->org, kind, x->slot, out);
    pointer(r, x, out);
}

/* What is known by its name alone: another outcome or grade, or evidence that the dataset has not. */
static void named(const struct org_result *r, const struct reading *x, struct buf *out)
{
    buf_str(out, x->name);
    if (x->kind == EVIDENCE_OUTCOME && x->slot < r->pack->characteristic_count)
        buf_put(out, ": "), buf_put(out, peel_outcome_name(r->verdicts[x->slot].outcome));
    else if (x->kind == EVIDENCE_AREA && x->slot < r->pack->area_count)
        buf_put(out, ": "), buf_put(out, pack_grade_name(r->pack, r->areas[x->slot].told));
    else
        buf_put(out, x->kind < EVIDENCE_CATALOGUES ? ": the dataset does not have it" : x->missing ? ": none" : "");
}

void footprint_reading(const struct org_result *r, const struct reading *x, struct buf *out)
{
    if (x->kind == EVIDENCE_FINDING && x->slot < r->org->finding_count) {
        finding(r, x, out);
        return;
    }
    buf_put(out, x->kind == EVIDENCE_FINDING ? "findings" : evidence_kind_name((enum evidence_kind)x->kind));
    buf_char(out, ' ');
    if (x->kind < EVIDENCE_CATALOGUES && x->slot != NO_SLOT)
        catalogued(r, x, out);
    else
        named(r, x, out);
}

void footprint_read(const struct org_result *r, const struct verdict *v, struct buf *out)
{
    size_t told = 0, left = 0;
    for (size_t i = 0; i < v->reading_count; i++) {
        if (!footprint_is_first(v, i)) continue;
        if (told == TOLD) {
            left++;
            continue;
        }
        buf_put(out, told++ ? "; " : "it had read ");
        footprint_reading(r, &v->readings[i], out);
    }
    if (left) buf_printf(out, "; and %zu more", left);
    for (size_t i = 0; i < v->parameter_count && i < TOLD; i++) {
        const struct decl_parameter *p = &r->pack->decl.parameters[v->parameters[i]];
        buf_put(out, told++ ? i ? ", " : "; parameter " : "it had read parameter ");
        buf_str(out, p->name), buf_char(out, ' '), buf_double(out, p->value);
    }
}

/* --- where it failed --------------------------------------------------------------------------------------------- */

struct str footprint_message(const struct verdict *v)
{
    char place[512];
    int n = snprintf(place, sizeof place, "%s:%d: ", v->raised.file ? v->raised.file : "", v->raised.line);
    struct str reason = v->reason;
    if (n > 0 && (size_t)n < sizeof place && reason.n > (size_t)n && memcmp(reason.s, place, (size_t)n) == 0)
        reason.s += n, reason.n -= (size_t)n;
    return reason;
}

struct str footprint_blamed(const char *message)
{
    size_t n = strlen(message), from = n;
    const char *open = strchr(message, '`'), *close = open ? strchr(open + 1, '`') : NULL;
    if (n > 3 && strcmp(message + n - 2, "')") == 0) {
        for (from = n - 2; from > 0 && message[from - 1] != '\'';) from--;
        return (struct str){message + from, n - 2 - from};
    }
    return close ? (struct str){open + 1, (size_t)(close - open - 1)} : (struct str){NULL, 0};
}

/* Each call knows what it is called by; what it called stands before it. */
void footprint_call(const struct verdict *v, size_t i, struct buf *out)
{
    const char *callee = v->calls[i - 1].name;
    if (*callee)
        buf_printf(out, "`%s` was called here", callee);
    else
        buf_put(out, "it was called from here");
    if (v->calls[i].times > 1) buf_printf(out, ", %d times over", v->calls[i].times);
    if (v->more_calls && i + 1 == v->call_count) buf_put(out, ", and so on outwards");
}
