/* diff_by.c: a page of differences in other orders: by area, by rule, by what was raised. */
#include "report/diff_pages.h"
#include <stdlib.h>

/* --- By area --------------------------------------------------------------------------------------------------------- */

static void area_rows(struct pages *p, size_t link)
{
    static const char *const head_of[] = {"Organisation", "Before", "Now", "Change"};
    struct block *table = NULL;
    for (size_t i = 0; i < p->r->c->count; i++) {
        const struct org_diff *d = diff_pair(p->r, i);
        if (!d || d->judgment_count == 0) continue;
        const struct judgment_diff *j = &d->judgments[link];
        if (!diff_shows(&p->r->request, j) || (p->r->c->count > PAGES_FEW && !j->differs)) continue;
        if (!table) {
            say_str(&p->doc, pages_area_title(p->x, j->link)), document_heading(&p->doc, 2, NULL);
            table = document_table(&p->doc, head_of, 4);
        }
        say_str(&p->doc, pages_org_name(d)), document_cell(&p->doc, table, 0, NULL);
        pages_judgment_cells(p, table, j, 1);
    }
}

void pages_by_area(struct pages *p)
{
    for (size_t link = 0; link < p->x->count; link++) {
        pages_begin(p);
        area_rows(p, link);
        pages_end(p);
    }
}
/* --- By rule --------------------------------------------------------------------------------------------------------- */

struct turned { uint32_t characteristic; uint8_t before, after, because; uint32_t pair; }; /* because: enum outcome_cause */
struct turns { struct turned *list; size_t count, capacity; };

static int by_rule_first(const void *a, const void *b)
{
    const struct turned *x = a, *y = b;
    if (x->characteristic != y->characteristic) return x->characteristic < y->characteristic ? -1 : 1;
    if (x->before != y->before) return x->before < y->before ? -1 : 1;
    if (x->after != y->after) return x->after < y->after ? -1 : 1;
    if (x->because != y->because) return x->because < y->because ? -1 : 1;
    return (x->pair > y->pair) - (x->pair < y->pair);
}

static void turn_add(struct turns *t, struct turned x, struct arena *arena)
{
    if (t->count == t->capacity) {
        size_t wider = t->capacity ? 2 * t->capacity : 256;
        struct turned *list = arena_alloc(arena, wider * sizeof *list);
        if (t->count) memcpy(list, t->list, t->count * sizeof *list);
        t->list = list;
        t->capacity = wider;
    }
    t->list[t->count++] = x;
}

static void gather_turns(struct pages *p, struct turns *t)
{
    for (uint32_t i = 0; i < p->r->c->count; i++) {
        const struct org_diff *d = diff_pair(p->r, i);
        for (size_t k = 0; d && k < d->judgment_count; k++)
            for (size_t o = 0; diff_shows(&p->r->request, &d->judgments[k]) && o < d->judgments[k].outcome_count; o++) {
                const struct outcome_diff *x = &d->judgments[k].outcomes[o];
                enum outcome_cause because = quartet_is_crossed(p->r->c) ? attribution_of_outcome(p->r->c, d, x).cause : OUTCOME_CAUSES;
                turn_add(t, (struct turned){x->now, (uint8_t)x->before, (uint8_t)x->after, (uint8_t)because, i}, p->r->arena);
            }
    }
    if (t->count) qsort(t->list, t->count, sizeof *t->list, by_rule_first);
}

static bool alike(const struct turned *a, const struct turned *b)
{
    return a->characteristic == b->characteristic && a->before == b->before && a->after == b->after && a->because == b->because;
}

enum { NAMED = 12 };
static void say_who(struct pages *p, const struct turned *list, size_t count)
{
    sayf(&p->doc, "%zu: ", count);
    for (size_t i = 0; i < count && i < NAMED; i++) {
        if (i) say(&p->doc, ", ");
        say_code(&p->doc, p->x->now->orgs[list[i].pair].id);
    }
    if (count > NAMED) sayf(&p->doc, " and %zu more", count - NAMED);
}

static void turn_rows(struct pages *p, const struct turns *t)
{
    static const char *const head_of[] = {"Rule", "Before", "Now", "Organisations", "Because of"};
    bool crossed = quartet_is_crossed(p->r->c);
    pages_begin(p);
    say(&p->doc, "By rule"), document_heading(&p->doc, 2, NULL);
    if (t->count == 0) {
        say(&p->doc, "No characteristic that both have, and may be compared, had another outcome.");
        document_paragraph(&p->doc);
        pages_end(p);
        return;
    }
    struct block *table = document_table(&p->doc, head_of, crossed ? 5 : 4);
    for (size_t i = 0, n; i < t->count; i += n) {
        const struct turned *x = &t->list[i];
        for (n = 1; i + n < t->count && alike(x, &t->list[i + n]);) n++;
        say_code(&p->doc, p->x->now->characteristics[x->characteristic].id), document_cell(&p->doc, table, 0, NULL);
        say_words(&p->doc, peel_outcome_name((enum peel_outcome)x->before)), document_cell(&p->doc, table, 1, NULL);
        say_words(&p->doc, peel_outcome_name((enum peel_outcome)x->after)), document_cell(&p->doc, table, 2, NULL);
        say_who(p, x, n), document_cell(&p->doc, table, 3, NULL);
        if (crossed) say(&p->doc, diff_words_cause((enum outcome_cause)x->because)), document_cell(&p->doc, table, 4, NULL);
    }
    pages_end(p);
}

void pages_by_rule(struct pages *p)
{
    struct turns turns = {NULL, 0, 0};
    gather_turns(p, &turns);
    turn_rows(p, &turns);
}

/* --- By what was raised ------------------------------------------------------------------------------------------------ */

static void life_row(struct pages *p, struct block *table, const struct org_diff *d, const struct life *l)
{
    const struct side_item *x = l->now ? l->now : l->was;
    say_str(&p->doc, pages_org_name(d)), document_cell(&p->doc, table, 0, NULL);
    say_str(&p->doc, x->text), say(&p->doc, " ("), say_code(&p->doc, x->id), say(&p->doc, ")");
    document_cell(&p->doc, table, 1, NULL);
    diff_words_life(l, p->scratch), pages_say_scratch(p), document_cell(&p->doc, table, 2, NULL);
}

/* False: there are none. */
static bool lives_of_kind(struct pages *p, bool concern, const char *heading)
{
    static const char *const head_of[] = {"Organisation", "What", "What became of it"};
    struct block *table = NULL;
    pages_begin(p);
    for (size_t i = 0; i < p->r->c->count; i++) {
        const struct org_diff *d = diff_pair(p->r, i);
        for (size_t k = 0; d && k < d->lives.count; k++) {
            if (d->lives.list[k].concern != concern || !diff_shows_life(&p->r->request, &d->lives.list[k])) continue;
            if (!table) say(&p->doc, heading), document_heading(&p->doc, 2, NULL), table = document_table(&p->doc, head_of, 3);
            life_row(p, table, d, &d->lives.list[k]);
        }
    }
    pages_end(p);
    return table != NULL;
}

void pages_by_raised(struct pages *p)
{
    bool any = lives_of_kind(p, true, "Causes of concern");
    any = lives_of_kind(p, false, "Areas for improvement") || any;
    if (any) return;
    pages_begin(p);
    say(&p->doc, "By what was raised"), document_heading(&p->doc, 2, NULL);
    say(&p->doc, "No area for improvement and no cause of concern is among what is asked for."), document_paragraph(&p->doc);
    pages_end(p);
}
