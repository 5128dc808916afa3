/* test_attribution_scale.c: because of what judgments changed where four tiers became five. */
#include "orders.h"

/* What a scale's pack calls the four bands of one share. */
static void write_scale_pack(const char *name, const char *scale, const char *const grade[4], const char *compared, unsigned good, unsigned best)
{
    char path[80], text[4096];
    make_folder(".", name);
    snprintf(path, sizeof path, "%s/pack.lua", name);
    snprintf(text, sizeof text,
             "return pack {\n name = \"%s\", version = \"1.0.0\", title = \"A scale\", scale = { %s }, areas = { \"calls\" },\n"
             " evidence = { samples = { answered = \"Calls answered\" } },\n"
             " ladder = function(area, p)\n"
             "  if area:outcome(\"best\") == \"met\" then return \"%s\", \"r\" end\n"
             "  if area:outcome(\"good\") == \"met\" then return \"%s\", \"r\" end\n"
             "  if area:outcome(\"fair\") == \"met\" then return \"%s\", \"r\" end\n"
             "  return \"%s\", \"r\"\n end,\n %s}\n",
             name, scale, grade[3], grade[2], grade[1], grade[0], compared);
    folder_write(path, text);
    snprintf(path, sizeof path, "%s/areas/calls.lua", name);
    FILE *out = fopen(path, "w");
    ck_assert_ptr_nonnull(out);
    fprintf(out, "return area { title = \"Calls\", question = \"How?\",\n");
    const struct { const char *id; unsigned share; } each_of[] = {{"fair", 40}, {"good", good}, {"best", best}};
    for (int i = 0; i < 3; i++)
        fprintf(out, " characteristic \"%s\" { level = \"good\", text = \"t\", rests = \"ours\", judge = function(o, p)\n"
                     "  if o.samples.answered:at_least(%u / 100) then return met \"m\" end return not_met \"n\" end },\n", each_of[i].id, each_of[i].share);
    fprintf(out, "}\n");
    fclose(out);
}

static const char FOUR[] = "\"inadequate\", \"requires-improvement\", \"good\", \"outstanding\"",
                  FIVE[] = "\"inadequate\", \"requires-improvement\", \"adequate\", \"good\", \"outstanding\"";
static const char *const OLD_NAMES[] = {"inadequate", "requires-improvement", "good", "outstanding"},
                  *const NEW_NAMES[] = {"inadequate", "requires-improvement", "adequate", "good"};
static const struct crossing TIGHTER[] = {{"inadequate", "inadequate"}, {"requires-improvement", "requires-improvement"}, {"good", "adequate"}, {"outstanding", "good"}, {NULL, NULL}};
static const char TIGHTER_SAID[] = " compared = { four = { comparability = \"alike\", areas = { calls = \"calls\" },\n"
                                   "  grades = { inadequate = \"inadequate\", [\"requires-improvement\"] = \"requires-improvement\", good = \"adequate\", outstanding = \"good\" } } },\n";

static void is_all_scale(struct world *w, const struct org_diff *d, size_t i, const struct attribution *a)
{
    const struct judgment_diff *j = &d->judgments[i];
    if (!is_asked(d, i)) return;
    ck_assert_int_eq(a->state, ATTRIBUTION_SPLIT);
    ck_assert_int_eq(j->change, JUDGMENT_UNCHANGED); /* by the crosswalk */
    ck_assert(a->part[CAUSE_RULES] == 0 && a->part[CAUSE_EVIDENCE] == 0 && a->part[CAUSE_MODERATION] == 0);
    /* good and outstanding stand a place lower, by their names: worked by hand */
    ck_assert_int_eq(a->part[CAUSE_SCALE], a->unit * (j->was->grade >= 2 ? -1 : 0));
    moved[CAUSE_SCALE] += a->part[CAUSE_SCALE] != 0;
    (void)w;
}

START_TEST(four_tiers_become_five_and_that_alone_is_the_scale)
{
    static const char *const packs[2] = {"four", "five"};
    begin();
    forget();
    crossing = TIGHTER;
    write_scale_pack("four", FOUR, OLD_NAMES, "", 60, 85), write_scale_pack("five", FIVE, NEW_NAMES, TIGHTER_SAID, 60, 85);
    for (unsigned seed = 1; seed <= 20; seed++) {
        struct world w;
        write_data("was.jsonl", seed + 1000, 2021, false);
        world_open(&w, packs, (const char *const[]){FILES[0], FILES[0]});
        world_share(&w);
        ck_assert_uint_gt(every(&w, is_all_scale), 0);
        every(&w, as_the_oracle);
        world_close(&w);
    }
    ck_assert_uint_gt(moved[CAUSE_SCALE], 50);
    crossing = NULL;
    end();
}
END_TEST

START_TEST(scale_rules_evidence_and_people_together)
{
    static const char *const packs[2] = {"four", "five"};
    begin();
    forget();
    crossing = TIGHTER;
    write_scale_pack("four", FOUR, OLD_NAMES, "", 60, 85), write_scale_pack("five", FIVE, NEW_NAMES, TIGHTER_SAID, 70, 95);
    for (unsigned seed = 1; seed <= 40; seed++) {
        struct world w;
        write_data("was.jsonl", seed + 1000, 2021, true), write_data("is.jsonl", seed + 2000, 2022, true);
        world_open(&w, packs, FILES);
        every(&w, as_the_oracle), every(&w, the_parts_add_up);
        world_close(&w);
    }
    ck_assert(moved[CAUSE_EVIDENCE] > 50 && moved[CAUSE_RULES] > 20 && moved[CAUSE_MODERATION] > 50 && moved[CAUSE_SCALE] > 50 && obstacles > 10);
    crossing = NULL;
    end();
}
END_TEST

/* Where each older grade is the newer one of its name, the crosswalk moves nothing, and a grade that is new with the scale has its place. */
START_TEST(a_scale_that_keeps_its_names_has_no_part)
{
    static const char *const packs[2] = {"four", "five"}, *const names[] = {"inadequate", "requires-improvement", "adequate", "good"};
    static const char said[] = " compared = { four = { comparability = \"alike\", areas = { calls = \"calls\" },\n"
                               "  grades = { inadequate = \"inadequate\", [\"requires-improvement\"] = \"requires-improvement\", good = \"good\", outstanding = \"outstanding\" } } },\n";
    begin();
    forget();
    write_scale_pack("four", FOUR, OLD_NAMES, "", 60, 85), write_scale_pack("five", FIVE, names, said, 60, 85);
    for (unsigned seed = 1; seed <= 20; seed++) {
        struct world w;
        write_data("was.jsonl", seed + 1000, 2021, false), write_data("is.jsonl", seed + 2000, 2022, false);
        world_open(&w, packs, FILES);
        every(&w, as_the_oracle), every(&w, the_parts_add_up);
        world_close(&w);
    }
    ck_assert(splits > 50 && obstacles == 0 && moved[CAUSE_SCALE] == 0 && moved[CAUSE_RULES] > 0);
    end();
}
END_TEST

/* A pack may say what an earlier version of it called a grade. By one and the same version the years are compared as they are. */
START_TEST(what_a_pack_says_of_an_earlier_version_it_does_not_say_of_itself)
{
    static const char *const packs[2] = {"four", "four"};
    static const char said[] = " compared = { four = { comparability = \"alike\", areas = { calls = \"calls\" }, grades = { inadequate = \"inadequate\", [\"requires-improvement\"] = \"good\", good = \"outstanding\" } } },\n";
    begin();
    forget();
    write_scale_pack("four", FOUR, OLD_NAMES, said, 60, 85);
    for (unsigned seed = 1; seed <= 20; seed++) {
        struct world w;
        write_data("was.jsonl", seed + 1000, 2021, true), write_data("is.jsonl", seed + 2000, 2022, true);
        world_open(&w, packs, FILES);
        world_share(&w);
        every(&w, as_the_oracle), every(&w, the_parts_add_up);
        world_close(&w);
    }
    ck_assert(splits > 50 && moved[CAUSE_EVIDENCE] > 20 && moved[CAUSE_SCALE] == 0 && moved[CAUSE_RULES] == 0);
    end();
}
END_TEST

/* Grades of one scale may have other names now, too: then a decision of the same name is another decision, and the parts add up to the step between the names. */
START_TEST(a_decision_on_a_scale_whose_names_changed_places_is_another)
{
    static const char *const packs[2] = {"four", "five"}, *const names[] = {"inadequate", "good", "outstanding", "requires-improvement"};
    static const struct crossing turned_round[] = {{"inadequate", "inadequate"}, {"requires-improvement", "good"}, {"good", "outstanding"}, {"outstanding", "requires-improvement"}, {NULL, NULL}};
    static const char said[] = " compared = { four = { comparability = \"alike\", areas = { calls = \"calls\" },\n"
                               "  grades = { inadequate = \"inadequate\", [\"requires-improvement\"] = \"good\", good = \"outstanding\", outstanding = \"requires-improvement\" } } },\n";
    begin();
    forget();
    crossing = turned_round;
    write_scale_pack("four", FOUR, OLD_NAMES, "", 60, 85), write_scale_pack("five", FOUR, names, said, 70, 95);
    for (unsigned seed = 1; seed <= 20; seed++) {
        struct world w;
        write_data("was.jsonl", seed + 1000, 2021, true), write_data("is.jsonl", seed + 1000, 2022, true); /* the same decisions */
        world_open(&w, packs, FILES);
        every(&w, as_the_oracle), every(&w, the_parts_add_up);
        world_close(&w);
    }
    ck_assert(splits > 50 && moved[CAUSE_SCALE] > 20 && moved[CAUSE_MODERATION] > 10);
    crossing = NULL;
    end();
}
END_TEST

/* --- Not comparable --- */

static void is_not_compared(struct world *w, const struct org_diff *d, size_t i, const struct attribution *a)
{
    (void)w;
    if (!is_asked(d, i)) return;
    ck_assert_int_eq(a->state, ATTRIBUTION_NOT_COMPARABLE);
    ck_assert(a->steps == 0 && a->interaction == 0);
    for (int k = 0; k < CAUSES; k++) ck_assert_int_eq(a->part[k], 0);
    for (int k = 0; k < 4; k++) ck_assert_int_ge(a->grade[k / 2][k % 2], 0); /* all four are told */
    splits++;
}

START_TEST(no_steps_are_counted_of_what_is_not_comparable)
{
    static const char *const packs[2] = {"four", "five"};
    begin();
    forget();
    write_scale_pack("four", FOUR, OLD_NAMES, "", 60, 85);
    write_scale_pack("five", FIVE, NEW_NAMES, " compared = { four = { comparability = \"not-comparable\", because = \"so it is\", areas = { calls = \"calls\" } } },\n", 60, 85);
    struct world w;
    write_data("was.jsonl", 1001, 2021, false), write_data("is.jsonl", 2001, 2022, false);
    world_open(&w, packs, FILES);
    every(&w, is_not_compared);
    ck_assert_uint_gt(splits, 0);
    world_close(&w);
    end();
}
END_TEST

UNIT("attribution scale", four_tiers_become_five_and_that_alone_is_the_scale, scale_rules_evidence_and_people_together,
     a_scale_that_keeps_its_names_has_no_part, what_a_pack_says_of_an_earlier_version_it_does_not_say_of_itself,
     a_decision_on_a_scale_whose_names_changed_places_is_another, no_steps_are_counted_of_what_is_not_comparable);
