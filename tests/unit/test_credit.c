/* test_credit.c: whose doing a better or a worse grade is, and what is raised: over the made-up packs and data of
 * world.h. The parts are those that test_attribution.c holds to its oracle; what is raised is looked up by name in the
 * four gradings themselves. */
#include "world.h"

static size_t steps_of[JUDGMENT_CHANGES], lives_by[OUTCOME_CAUSES + 1];

static void forget(void) { memset(steps_of, 0, sizeof steps_of), memset(lives_by, 0, sizeof lives_by); }

/* --- Judgments --- */

static bool pulls(const struct attribution *a, const struct judgment_diff *d, enum cause cause)
{
    return d->steps > 0 ? a->part[cause] > 0 : a->part[cause] < 0;
}

static void is_due(struct world *w, const struct org_diff *o, size_t i, const struct attribution *a)
{
    const struct judgment_diff *d = &o->judgments[i];
    bool split = a->state == ATTRIBUTION_SPLIT;
    (void)w;
    if (d->steps == 0) return;
    bool own = d->was->status == PEEL_CARRIED_OVER; /* no measure of these packs is held against others */
    for (size_t k = 0; k < o->judgment_count; k++) own = own || o->judgments[k].reading_count || o->judgments[k].finding_count;
    bool evidence = split && own && pulls(a, d, CAUSE_EVIDENCE);
    if (d->steps > 0) ck_assert_int_eq(d->change, evidence ? JUDGMENT_IMPROVED : JUDGMENT_HIGHER);
    if (d->steps < 0) ck_assert_int_eq(d->change, evidence ? JUDGMENT_DECLINED : JUDGMENT_LOWER);
    for (int k = 0; k < CAUSES; k++) ck_assert_int_eq(d->by[k], split && pulls(a, d, (enum cause)k));
    steps_of[d->change]++;
}

START_TEST(only_evidence_improves_an_organisation)
{
    begin();
    forget();
    for (unsigned seed = 1; seed <= 30; seed++) {
        struct world w;
        write_pack("was", seed), write_pack("is", seed + 500);
        write_data("was.jsonl", seed + 1000, 2021, true), write_data("is.jsonl", seed + 2000, 2022, true);
        world_open(&w, PACKS, FILES);
        every(&w, is_due);
        world_close(&w);
    }
    ck_assert(steps_of[JUDGMENT_IMPROVED] > 50 && steps_of[JUDGMENT_DECLINED] > 50);
    ck_assert(steps_of[JUDGMENT_HIGHER] > 20 && steps_of[JUDGMENT_LOWER] > 20);
    end();
}
END_TEST

/* One dataset by two packs, of which results can be all there is: no mixture is needed to know that the rules did it. */
START_TEST(what_rules_do_to_one_dataset_is_no_improvement)
{
    begin();
    forget();
    for (unsigned seed = 1; seed <= 20; seed++) {
        struct world w;
        write_pack("was", seed), write_pack("is", seed + 500), write_data("was.jsonl", seed + 1000, 2021, true);
        world_open(&w, PACKS, (const char *const[]){FILES[0], FILES[0]});
        ck_assert(compare_make(&w.c, w.own[0][0], w.own[1][1], &(struct wish){{NULL, 0}, {0, 0, 0}}, &w.arena, &diags));
        every(&w, is_due);
        world_close(&w);
    }
    ck_assert(steps_of[JUDGMENT_IMPROVED] == 0 && steps_of[JUDGMENT_DECLINED] == 0);
    ck_assert(steps_of[JUDGMENT_HIGHER] > 10 && steps_of[JUDGMENT_LOWER] > 10);
    end();
}
END_TEST

/* Rules and data both changed, and there are but two results: nobody can tell. */
START_TEST(without_mixtures_nobody_can_tell)
{
    begin();
    forget();
    for (unsigned seed = 1; seed <= 10; seed++) {
        struct world w;
        write_pack("was", seed), write_pack("is", seed + 500);
        write_data("was.jsonl", seed + 1000, 2021, true), write_data("is.jsonl", seed + 2000, 2022, true);
        world_open(&w, PACKS, FILES);
        ck_assert(compare_make(&w.c, w.own[0][0], w.own[1][1], &(struct wish){{NULL, 0}, {0, 0, 0}}, &w.arena, &diags));
        ck_assert(!quartet_is_known(&w.c));
        for (size_t o = 0; o < w.c.count; o++) {
            const struct org_diff *d = compare_org(&w.c, o, &w.arena);
            for (size_t i = 0; i < d->judgment_count; i++) steps_of[d->judgments[i].change]++;
            for (size_t i = 0; i < d->lives.count; i++) ck_assert_int_eq(d->lives.list[i].because, OUTCOME_CAUSES);
        }
        world_close(&w);
    }
    ck_assert(steps_of[JUDGMENT_IMPROVED] == 0 && steps_of[JUDGMENT_DECLINED] == 0 && steps_of[JUDGMENT_HIGHER] > 10);
    end();
}
END_TEST

/* --- Lives --- */

/* 0: it is not raised; 1: as an area for improvement; 2: as a cause of concern; 3: nobody could look. */
static int raised_in(const struct judged *side, struct str org, struct str id)
{
    const struct side_org *o = &side->orgs[lookup_find(&side->org_ids, org)];
    for (size_t i = 0; i < o->item_count; i++)
        if (str_eq(o->items[i].id, id)) return o->items[i].concern ? 2 : 1;
    for (size_t i = 0; i < side->characteristic_count; i++)
        if (str_eq(side->characteristics[i].id, id) && o->outcomes[i] >= PEEL_NO_EVIDENCE) return 3;
    return 0;
}

static void life_is_due(const struct world *w, const struct org_diff *d, const struct life *l)
{
    struct str id = l->now ? l->now->id : l->was->id;
    int old_rules = raised_in(w->own[0][1], d->now->id, id), new_rules = raised_in(w->own[1][0], d->was->id, id);
    int now = raised_in(w->own[1][1], d->now->id, id);
    lives_by[l->because]++;
    switch (l->because) {
    case OUTCOME_BY_EVIDENCE: ck_assert(old_rules == now && new_rules != now); break;
    case OUTCOME_BY_RULES: ck_assert(old_rules != now && new_rules == now); break;
    case OUTCOME_BY_EITHER: ck_assert(old_rules == now && new_rules == now); break;
    case OUTCOME_BY_BOTH: ck_assert(old_rules != now && new_rules != now); break;
    case OUTCOME_UNTOLD: ck_assert(old_rules == 3 || new_rules == 3); break;
    default: ck_assert(l->change == LIFE_STILL_OPEN || l->change == LIFE_REPEATED || l->change == LIFE_NOT_JUDGED); break;
    }
}

START_TEST(what_is_raised_is_somebodys_doing)
{
    begin();
    forget();
    for (unsigned seed = 1; seed <= 40; seed++) {
        struct world w;
        write_pack("was", seed), write_pack("is", seed + 500);
        write_data("was.jsonl", seed + 1000, 2021, false), write_data("is.jsonl", seed + 2000, 2022, false);
        world_open(&w, PACKS, FILES);
        for (size_t o = 0; o < w.c.count; o++) {
            const struct org_diff *d = compare_org(&w.c, o, &w.arena);
            for (size_t i = 0; d->was && d->now && i < d->lives.count; i++) life_is_due(&w, d, &d->lives.list[i]);
        }
        world_close(&w);
    }
    for (int k = 0; k < OUTCOME_CAUSES; k++) ck_assert_msg(lives_by[k] > 4, "because of %s: %zu", outcome_cause_name((enum outcome_cause)k), lives_by[k]);
    end();
}
END_TEST

UNIT("credit", only_evidence_improves_an_organisation, what_rules_do_to_one_dataset_is_no_improvement, without_mixtures_nobody_can_tell,
     what_is_raised_is_somebodys_doing);
