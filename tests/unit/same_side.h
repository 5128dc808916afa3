/* same_side.h: that two sides say the same, field by field. */
#ifndef UNIT_SAME_SIDE_H
#define UNIT_SAME_SIDE_H
#include "compare/side.h"
#include "unit.h"

#define SAME_STR(a, b) ck_assert_msg(str_eq(a, b), "%.*s and %.*s", (int)(a).n, (a).s ? (a).s : "", (int)(b).n, (b).s ? (b).s : "")

static inline void same_date(struct date a, struct date b) { ck_assert_int_eq(date_compare(a, b), 0); }

static inline void same_moderation(const struct side_moderation *a, const struct side_moderation *b)
{
    ck_assert_int_eq(a == NULL, b == NULL);
    if (!a) return;
    SAME_STR(a->to, b->to);
    SAME_STR(a->by, b->by);
    SAME_STR(a->why, b->why);
    same_date(a->date, b->date);
    same_date(a->withdrawn, b->withdrawn);
}

static inline void same_judgment(const struct judged *x, const struct side_judgment *a, const struct judged *y, const struct side_judgment *b)
{
    ck_assert_int_eq(a->grade, b->grade);
    ck_assert_int_eq(a->computed, b->computed);
    ck_assert_int_eq(a->status, b->status);
    same_date(a->date, b->date);
    SAME_STR(side_published(x, a), side_published(y, b));
    ck_assert_int_eq(a->more == NULL, b->more == NULL);
    if (!a->more) return;
    SAME_STR(a->more->note, b->more->note);
    same_moderation(a->more->moderation, b->more->moderation);
    ck_assert_uint_eq(a->more->withdrawn_count, b->more->withdrawn_count);
    for (size_t i = 0; i < a->more->withdrawn_count; i++) same_moderation(&a->more->withdrawn[i], &b->more->withdrawn[i]);
    ck_assert_uint_eq(a->more->earlier_count, b->more->earlier_count);
    for (size_t i = 0; i < a->more->earlier_count; i++) SAME_STR(a->more->earlier[i].grade, b->more->earlier[i].grade);
}

static inline void same_item(const struct side_item *a, const struct side_item *b)
{
    SAME_STR(a->id, b->id);
    SAME_STR(a->text, b->text);
    SAME_STR(a->area, b->area);
    SAME_STR(a->against, b->against);
    ck_assert_int_eq(a->concern, b->concern);
    ck_assert_int_eq(a->recorded, b->recorded);
    ck_assert_uint_eq(a->event_count, b->event_count);
    for (size_t i = 0; i < a->event_count; i++) {
        SAME_STR(a->events[i].status, b->events[i].status);
        SAME_STR(a->events[i].by, b->events[i].by);
        same_date(a->events[i].date, b->events[i].date);
    }
    ck_assert_uint_eq(a->recommendation_count, b->recommendation_count);
    for (size_t i = 0; i < a->recommendation_count; i++) {
        SAME_STR(a->recommendations[i].text, b->recommendations[i].text);
        SAME_STR(a->recommendations[i].deadline, b->recommendations[i].deadline);
    }
}

static inline void same_values(const struct judged *x, const struct side_org *a, const struct judged *y, const struct side_org *b)
{
    ck_assert_uint_eq(a->value_count, b->value_count);
    for (size_t i = 0; i < a->value_count; i++) {
        const struct side_entry *e = &x->entries[a->values[i].entry];
        const struct side_value *v = side_value_of(b, side_entry_named(y, e->kind, e->id));
        ck_assert_msg(v != NULL, "%s of %s", e->id.s, a->id.s);
        ck_assert_int_eq(a->values[i].missing, v->missing);
        for (int n = 0; n < 3; n++) ck_assert_double_eq(a->values[i].number[n], v->number[n]);
    }
}

static inline void same_org(const struct judged *x, const struct side_org *a, const struct judged *y, const struct side_org *b)
{
    SAME_STR(a->id, b->id);
    SAME_STR(a->name, b->name);
    ck_assert_int_eq(a->in_scope, b->in_scope);
    ck_assert_int_eq(a->partial, b->partial);
    for (size_t i = 0; i < x->area_count; i++) same_judgment(x, &a->judgments[i], y, &b->judgments[i]);
    ck_assert_mem_eq(a->outcomes, b->outcomes, x->characteristic_count);
    ck_assert_mem_eq(a->read_start, b->read_start, (x->characteristic_count + 1) * sizeof *a->read_start);
    same_values(x, a, y, b);
    ck_assert_uint_eq(a->finding_count, b->finding_count);
    for (size_t i = 0; i < a->finding_count; i++) {
        SAME_STR(a->findings[i].text, b->findings[i].text);
        ck_assert_int_eq(a->findings[i].weakness, b->findings[i].weakness);
        ck_assert_uint_eq(a->findings[i].characteristic, b->findings[i].characteristic);
        ck_assert_double_eq(a->findings[i].weight, b->findings[i].weight);
    }
    ck_assert_uint_eq(a->item_count, b->item_count);
    for (size_t i = 0; i < a->item_count; i++) same_item(&a->items[i], &b->items[i]);
}

static inline void same_side(const struct judged *x, const struct judged *y)
{
    SAME_STR(x->pack, y->pack);
    SAME_STR(x->version, y->version);
    SAME_STR(x->digest, y->digest);
    SAME_STR(x->dataset_digest, y->dataset_digest);
    SAME_STR(x->round, y->round);
    SAME_STR(x->note, y->note);
    same_date(x->latest, y->latest);
    ck_assert_uint_eq(x->partial, y->partial);
    ck_assert_uint_eq(x->area_count, y->area_count);
    for (size_t i = 0; i < x->area_count; i++) ck_assert_int_eq(x->areas[i].graded, y->areas[i].graded);
    ck_assert_uint_eq(x->characteristic_count, y->characteristic_count);
    for (size_t i = 0; i < x->characteristic_count; i++) SAME_STR(x->characteristics[i].id, y->characteristics[i].id);
    ck_assert_uint_eq(x->org_count, y->org_count);
    for (size_t i = 0; i < x->org_count; i++) same_org(x, &x->orgs[i], y, &y->orgs[i]);
}
#endif
