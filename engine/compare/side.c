/* side.c: what the two ways of making a side have in common. */
#include "compare/side.h"
#include "base/mem.h"
#include <stdlib.h>

/* Open addressing; the texts stand in the arena. */
struct side_words { struct str *slots; size_t mask, count; };

struct judged *side_new(const char *name)
{
    struct judged *s = mem_zero(1, sizeof *s);
    if (!s) return NULL;
    arena_init(&s->arena);
    s->name = name;
    s->words = mem_zero(1, sizeof *s->words);
    if (s->words) return s;
    mem_free(s);
    return NULL;
}

void side_close(struct judged *s)
{
    if (!s) return;
    if (s->words) mem_free(s->words->slots);
    mem_free(s->words);
    arena_done(&s->arena);
    mem_free(s);
}

static struct str *slot_of(struct side_words *w, struct str text)
{
    size_t at = (size_t)str_hash(text) & w->mask;
    while (w->slots[at].s && !str_eq(w->slots[at], text)) at = (at + 1) & w->mask;
    return &w->slots[at];
}

static bool grow(struct side_words *w)
{
    struct side_words wider = {mem_zero(2 * (w->mask + 1), sizeof *wider.slots), 2 * (w->mask + 1) - 1, w->count};
    if (!wider.slots) return false;
    for (size_t i = 0; w->slots && i <= w->mask; i++)
        if (w->slots[i].s) *slot_of(&wider, w->slots[i]) = w->slots[i];
    mem_free(w->slots);
    *w = wider;
    return true;
}

struct str side_copy(struct judged *s, struct str text)
{
    return text.s ? (struct str){arena_dup(&s->arena, text.s, text.n), text.n} : text;
}

struct str side_word(struct judged *s, struct str text)
{
    struct side_words *w = s->words;
    if (!text.s) return text;
    if (w->slots ? 2 * w->count > w->mask : (w->mask = 255, true))
        if (!grow(w)) arena_starved(&s->arena);
    struct str *slot = slot_of(w, text);
    if (slot->s) return *slot;
    struct str copy = side_copy(s, text);
    w->count++;
    return *slot = copy;
}

uint16_t side_publish(struct judged *s, struct str grade)
{
    if (!grade.s) return NO_PUBLISHED;
    for (size_t i = 0; i < s->published.count; i++)
        if (str_eq(s->published.list[i], grade)) return (uint16_t)i;
    size_t n = s->published.count;
    if (n == NO_PUBLISHED) return NO_PUBLISHED; /* no scale has so many */
    if ((n & (n - 1)) == 0) { /* full at every power of two */
        struct str *wider = arena_alloc(&s->arena, (n ? 2 * n : 1) * sizeof *wider);
        if (n) memcpy(wider, s->published.list, n * sizeof *wider);
        s->published.list = wider;
    }
    s->published.list[n] = side_copy(s, grade);
    return (uint16_t)s->published.count++;
}

struct str side_published(const struct judged *s, const struct side_judgment *j)
{
    return j->published == NO_PUBLISHED ? (struct str){NULL, 0} : s->published.list[j->published];
}

void side_dated(struct judged *s, struct date date)
{
    if (date.year && date_compare(date, s->latest) > 0) s->latest = date;
}

void side_finish(struct judged *s)
{
    struct str *ids = arena_alloc(&s->arena, (s->org_count + 1) * sizeof *ids);
    for (size_t i = 0; i < s->org_count; i++) {
        ids[i] = s->orgs[i].id;
        s->partial += s->orgs[i].partial;
    }
    lookup_make(&s->org_ids, ids, s->org_count, &s->arena);
    mem_free(s->words->slots);
    *s->words = (struct side_words){0};
}

static int by_entry(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = ((const struct side_value *)b)->entry;
    return (x > y) - (x < y);
}

const struct side_value *side_value_of(const struct side_org *org, uint32_t entry)
{
    if (org->value_count == 0) return NULL;
    return bsearch(&entry, org->values, org->value_count, sizeof *org->values, by_entry);
}

struct date side_today(const struct judged *s)
{
    bool old = s->latest.year && s->latest.year < s->year; /* all that it dates was carried over, or raised before */
    return old ? (struct date){.year = (uint16_t)s->year} : s->latest;
}

uint32_t side_characteristic_named(const struct judged *s, struct str id)
{
    for (uint32_t i = 0; i < s->characteristic_count; i++)
        if (str_eq(s->characteristics[i].id, id)) return i;
    return NO_SLOT;
}

uint32_t side_entry_named(const struct judged *s, enum evidence_kind kind, struct str id)
{
    for (uint32_t i = 0; i < s->entry_count; i++)
        if (s->entries[i].kind == kind && str_eq(s->entries[i].id, id)) return i;
    return NO_SLOT;
}

const char *side_grade_name(const struct judged *s, int grade)
{
    return grade < 0 ? peel_no_grade_name(grade) : (size_t)grade < s->scale.count ? s->scale.list[grade].s : "?";
}

bool side_knows_none(const struct judged *s, const struct side_judgment *j)
{
    return s->published_only && j->grade == PEEL_INSUFFICIENT_EVIDENCE && j->status != PEEL_NOT_INSPECTED;
}

int side_grade_named(const struct judged *s, struct str name)
{
    for (size_t i = 0; i < s->scale.count; i++)
        if (str_eq(s->scale.list[i], name)) return (int)i;
    for (int g = PEEL_UNGRADED; g >= PEEL_GRADE_NOT_INSPECTED; g--)
        if (str_is(name, peel_no_grade_name(g))) return g;
    return INT8_MIN;
}
