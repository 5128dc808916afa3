/* gather.c: equal reasons found, and put in one sentence. */
#include "report/gather.h"

#define UNHEARD "no finding was made against " /* then "it", or the characteristic's full id */
#define LACKING "evidence is missing"

static bool begins(struct str s, struct str head) { return s.n >= head.n && memcmp(s.s, head.s, head.n) == 0; }
static struct str after(struct str s, size_t n) { return (struct str){s.s + n, s.n - n}; }

/* --- needs --- */

static struct str id_of(const struct pack *pack, uint32_t c) { return pack->characteristics[c].decl->id; }

/* What a need says of its characteristic, behind "id: "; s NULL where it is of none. */
static struct str said_of(const struct pack *pack, const struct need *n)
{
    if (n->characteristic == NO_SLOT) return (struct str){NULL, 0};
    struct str id = id_of(pack, n->characteristic);
    if (n->text.n < id.n + 2 || !begins(n->text, id) || memcmp(n->text.s + id.n, ": ", 2) != 0)
        return (struct str){NULL, 0};
    return after(n->text, id.n + 2);
}

enum saying { OF_ITS_OWN, LACKS_EVIDENCE, REPEATS_REASON };

static enum saying saying_of(const struct org_result *r, const struct need *n)
{
    struct str said = said_of(r->pack, n);
    if (!said.s) return OF_ITS_OWN;
    if (begins(said, STR(LACKING))) return LACKS_EVIDENCE;
    return str_eq(said, r->verdicts[n->characteristic].reason) ? REPEATS_REASON : OF_ITS_OWN;
}

static bool same_need(const struct org_result *r, const struct need *a, const struct need *b)
{
    enum saying of = saying_of(r, a);
    struct str x = said_of(r->pack, a), y = said_of(r->pack, b);
    if (of != saying_of(r, b)) return false;
    return of != OF_ITS_OWN || (x.s && y.s && str_eq(x, y));
}

static void need_ids(const struct org_result *r, const struct area_result *a, size_t i, struct buf *out)
{
    for (size_t k = i; k < a->need_count; k++) {
        if (k != i && !same_need(r, &a->needs[i], &a->needs[k])) continue;
        if (k != i) buf_put(out, ", ");
        buf_str(out, id_of(r->pack, a->needs[k].characteristic));
    }
}

bool gather_some(const struct area_result *a)
{
    return a->next < 0 && a->need_count > 0 && a->needs[0].characteristic == NO_SLOT;
}

bool gather_need(const struct org_result *r, const struct area_result *a, size_t i, struct buf *out)
{
    size_t count = 1;
    enum saying of = saying_of(r, &a->needs[i]);
    for (size_t k = 0; k < i; k++)
        if (same_need(r, &a->needs[k], &a->needs[i])) return false;
    for (size_t k = i + 1; k < a->need_count; k++) count += same_need(r, &a->needs[i], &a->needs[k]);
    if (of == OF_ITS_OWN && count == 1) {
        buf_str(out, a->needs[i].text);
        return true;
    }
    bool some = gather_some(a);
    if (of == LACKS_EVIDENCE) buf_put(out, some ? "without it: " : "evidence on ");
    if (of == LACKS_EVIDENCE && count > 1 && !some) buf_printf(out, "%zu characteristics: ", count);
    need_ids(r, a, i, out);
    if (of == REPEATS_REASON) buf_put(out, " to be met");
    if (of == OF_ITS_OWN) buf_put(out, ": "), buf_str(out, said_of(r->pack, &a->needs[i]));
    return true;
}

/* --- without evidence --- */

bool gather_unheard(const struct org_result *r, uint32_t c)
{
    struct str reason = r->verdicts[c].reason;
    if (!begins(reason, STR(UNHEARD))) return false;
    struct str whom = after(reason, sizeof UNHEARD - 1);
    return str_is(whom, "it") || str_eq(whom, r->pack->characteristics[c].id);
}

bool gather_alike(const struct org_result *r, uint32_t a, uint32_t b)
{
    if (r->verdicts[a].outcome != r->verdicts[b].outcome) return false;
    if (gather_unheard(r, a)) return gather_unheard(r, b);
    return str_eq(r->verdicts[a].reason, r->verdicts[b].reason);
}

bool gather_idle(const struct org_result *r, uint32_t first, uint32_t last, uint32_t c, struct buf *out)
{
    bool unheard = gather_unheard(r, c);
    for (uint32_t k = first; k < c; k++)
        if (gather_alike(r, k, c)) return false;
    if (unheard) buf_put(out, UNHEARD), out->length -= !out->failed, buf_put(out, ": ");
    for (uint32_t k = c; k < last; k++) {
        if (!gather_alike(r, c, k)) continue;
        if (k != c) buf_put(out, ", ");
        buf_str(out, id_of(r->pack, k));
    }
    if (!unheard && r->verdicts[c].reason.n > 0) buf_put(out, ": "), buf_str(out, r->verdicts[c].reason);
    return true;
}
