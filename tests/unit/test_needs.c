#include "judge/needs.h"

#include <stdio.h>

#include "data/decimal.h"
#include "judge/failing.h"
#include "judge/why.h"
#include "ladder.h"
#include "pack.h"
#include "unit.h"

/* --- choosing, on plain data ------------------------------------------------------------------------ */

static bool chosen[AREA_MAX];

/* Which characteristics, as letters, would have to be met for the rung; "!" where none would do. */
static const char *choose(const char *outcomes, int grade, const char *forced)
{
    static char text[AREA_MAX + 1];
    uint8_t scratch[AREA_MAX];
    bool force[AREA_MAX] = {false};
    for (const char *f = forced; f && *f; f++) force[*f - 'a'] = true;
    struct board *b = board_of(outcomes);
    const struct rung *rung = NULL;
    for (size_t i = 0; i < COUNT(hand_rungs); i++)
        if (hand_rungs[i].grade == grade) rung = &hand_rungs[i];
    if (!needs_choose(&hand_ladder, b, 0, rung, force, scratch, chosen)) return "!";
    size_t n = 0;
    for (size_t i = 0; i < hand_shape.characteristics; i++)
        if (chosen[i]) text[n++] = (char)('a' + i);
    text[n] = '\0';
    return text;
}

START_TEST(the_cheapest_are_chosen_first)
{
    ck_assert_str_eq(choose("mmmpn", GOOD, ""), "d");        /* 3.5 of 5 is 70%; met instead of partly, 80% */
    ck_assert_str_eq(choose("mmmnn", GOOD, ""), "d");        /* 60%; one more, in the pack's order */
    ck_assert_str_eq(choose("mmpnn", GOOD, ""), "cd");       /* 50%; with c 60%, with d 80% */
    ck_assert_str_eq(choose("mmnn4", GOOD, ""), "d");        /* 2 of 7; the heavier one gives 6 of 7 */
    ck_assert_str_eq(choose("mmmmm", OUTSTANDING, ""), "!"); /* nothing of the level outstanding to meet */
    ck_assert_str_eq(choose("mmmmmNN", OUTSTANDING, ""), "f");
    ck_assert_str_eq(choose("mmmmpPP", OUTSTANDING, ""),
                     "f"); /* 90% of good is there; one of the two partly met gives half */
    ck_assert_str_eq(choose("mmmmm", GOOD, ""), "");
}
END_TEST

START_TEST(what_was_not_needed_after_all_is_taken_back)
{
    /* p of weight 1 is cheaper than n of weight 8, but n alone does: (1 + 0.5 + 8) of 11 = 86%. */
    ck_assert_str_eq(choose("mpn8n", GOOD, ""), "c");
}
END_TEST

/* After choose(): which one, dearer, would do alone. */
static const char *alone(const char *outcomes, int grade, const char *forced)
{
    static char text[2];
    uint8_t scratch[AREA_MAX];
    bool force[AREA_MAX] = {false};
    for (const char *f = forced; *f; f++) force[*f - 'a'] = true;
    choose(outcomes, grade, forced);
    const struct rung *rung = NULL;
    for (size_t i = 0; i < COUNT(hand_rungs); i++)
        if (hand_rungs[i].grade == grade) rung = &hand_rungs[i];
    uint32_t i = needs_alone(&hand_ladder, board_of(outcomes), 0, rung, force, chosen, scratch);
    text[0] = i == NO_SLOT ? '!' : (char)('a' + i);
    return text;
}

START_TEST(one_that_is_dearer_and_would_do_alone_is_known)
{
    ck_assert_str_eq(choose("mmppn", GOOD, ""), "cd"); /* 3 of 5: with c 70%, with d 80% */
    ck_assert_str_eq(alone("mmppn", GOOD, ""), "e");   /* and so with e alone */
    ck_assert_str_eq(alone("mmmpn", GOOD, ""), "!");   /* one is chosen anyway */
    ck_assert_str_eq(alone("mpppn", GOOD, ""), "!");   /* 2.5 of 5: e makes 70% */
    ck_assert_str_eq(alone("mmppn", GOOD, "c"), "!");  /* what must go must go */
}
END_TEST

START_TEST(law_1_missing_evidence_counts_as_a_need_of_evidence)
{
    ck_assert_str_eq(choose("m----", GOOD, ""), "bc"); /* 3 of 5 is the 60% that is enough */
    ck_assert_str_eq(choose("mmm--", GOOD, ""), "");
    ck_assert_str_eq(choose("m2--", ADEQUATE, ""), "b"); /* 2 of 4 is half: below 60%, so one more */
}
END_TEST

/* On how many, at the least and whichever they are, of how many without it: 60% of the weight is enough. */
static const char *lack(const char *outcomes)
{
    static char text[32];
    uint8_t scratch[AREA_MAX];
    struct lack l = needs_evidence(&hand_ladder, board_of(outcomes), 0, scratch);
    sprintf(text, "%u-%u of %u", (unsigned)l.least, (unsigned)l.most, (unsigned)l.of);
    return text;
}

START_TEST(law_1_it_is_known_how_much_evidence_is_lacking)
{
    ck_assert_str_eq(lack("m----"), "2-2 of 4");   /* 3 of 5 */
    ck_assert_str_eq(lack("m----//"), "2-2 of 4"); /* what does not apply weighs nothing */
    ck_assert_str_eq(lack("m----NN"), "2-2 of 4"); /* nor what is not of the standard */
    ck_assert_str_eq(lack("n4-4-2--"), "1-3 of 4"); /* 4 of 12, 7.2 asked: with 4 there are 8, with 1 and 1 but 6 */
    ck_assert_str_eq(lack("mm-"), "0-0 of 1");     /* 2 of 3 is enough */
    ck_assert_str_eq(lack("m--"), "1-1 of 2");
    ck_assert_str_eq(lack("//"), "0-0 of 0");
}
END_TEST

START_TEST(what_is_forced_is_chosen_whatever_its_price)
{
    ck_assert_str_eq(choose("mmmpn", GOOD, "e"), "e"); /* 3.5 and 1: 90%, so d is not needed besides */
    ck_assert_str_eq(choose("mmmmn", REQUIRES_IMPROVEMENT, "e"), "e");
}
END_TEST

/* The laws of a choice, on every board of five characteristics: met, it reaches the rung; without any one of it, not.
 */
START_TEST(a_choice_is_enough_and_nothing_of_it_can_be_left_out)
{
    static const char words[] = "mpn-/";
    size_t looked_at = 0;
    for (int code = 0; code < 5 * 5 * 5 * 5 * 5 * 3; code++) {
        char text[8];
        int rest = code;
        for (int i = 0; i < 5; i++, rest /= 5) text[i] = words[rest % 5];
        text[5] = rest ? "MPN"[rest] : '\0';
        text[6] = '\0';
        for (size_t r = 0; r < COUNT(hand_rungs); r++) {
            const struct rung *rung = &hand_rungs[r];
            const char *letters = choose(text, rung->grade, "");
            if (*letters == '!') continue;
            struct board *b = board_of(text);
            for (const char *l = letters; *l; l++) hand_outcome[*l - 'a'] = PEEL_MET;
            ck_assert_msg(ladder_climb(&hand_ladder, b, 0).grade >= rung->grade, "%s: %s is not enough for %d", text,
                          letters, rung->grade);
            for (const char *l = letters; *l; l++) {
                uint8_t before = board_of(text)->outcome[*l - 'a'];
                for (const char *k = letters; *k; k++) hand_outcome[*k - 'a'] = PEEL_MET;
                hand_outcome[*l - 'a'] = before;
                ck_assert_msg(ladder_climb(&hand_ladder, b, 0).grade < rung->grade, "%s: %c of %s is not needed for %d",
                              text, *l, letters, rung->grade);
            }
            looked_at++;
        }
    }
    ck_assert_uint_gt(looked_at, 20000);
}
END_TEST

/* --- telling -------------------------------------------------------------------------------------------- */

static struct entry sample_entries[] = {
    {.id = S("files"), .title = S("Case files that met the standard"), .denominator = NO_SLOT}};
static struct entry measure_entries[] = {
    {.id = S("delay"), .title = S("Delay"), .unit = S("minutes"), .denominator = NO_SLOT}};
static struct dataset dataset = {.file = "x.json"};
static struct sample samples[] = {{.is = {.mentioned = true}, .reviewed = 60, .met = 41}};
static struct measure measures[] = {{.is = {.mentioned = true}, .value = {12, S("12.0")}}};
static struct org org = {.id = S("here"), .samples = samples, .measures = measures};
static struct verdict verdicts[7];
static uint8_t outcome[7], scratch[7];
static int grade[2];
static uint16_t concerns[2];
static bool forced[5], picked[5], holds[2];
static struct board board = {&pack.shape, outcome, grade, concerns, NULL, NULL};
static struct reading readings[4];
static struct arena arena;
static struct buf sentence;
static struct telling telling = {&pack, &dataset, &org, &board, verdicts, &pack.ladder, &sentence, &arena};
static struct area_result result;

static void begin(const char *outcomes)
{
    pack_declare();
    ck_assert_str_eq(pack_make(), "");
    dataset.catalogues[EVIDENCE_SAMPLE] = (struct catalogue){sample_entries, 1, NULL};
    dataset.catalogues[EVIDENCE_MEASURE] = (struct catalogue){measure_entries, 1, NULL};
    memset(verdicts, 0, sizeof verdicts);
    memset(concerns, 0, sizeof concerns);
    for (size_t i = 0; i < 5; i++) {
        char c = outcomes[i];
        verdicts[i].outcome = c == 'm'   ? PEEL_MET
                              : c == 'p' ? PEEL_PARTLY_MET
                              : c == 'n' ? PEEL_NOT_MET
                              : c == 'e' ? PEEL_ERROR
                                         : PEEL_NO_EVIDENCE;
        verdicts[i].reason = c == '-' ? S("Case files that met the standard: not supplied") : S("so said the rule");
        outcome[i] = (uint8_t)verdicts[i].outcome;
    }
    concerns[0] = outcome[2] == PEEL_NOT_MET;
    holds[0] = outcome[0] == PEEL_NOT_MET;
    arena_init(&arena);
    buf_init(&sentence);
    memset(&result, 0, sizeof result);
    result.area = &pack.areas[0];
    result.published = PEEL_UNGRADED;
}

static void end(void)
{
    arena_done(&arena);
    buf_done(&sentence);
    pack_done();
}

static void compute(void)
{
    static struct capped acted[2];
    result.uncapped = ladder_climb(&pack.ladder, &board, 0).grade;
    result.computed = result.uncapped;
    if (holds[0] && result.uncapped > REQUIRES_IMPROVEMENT) {
        acted[0] = (struct capped){&pack.areas[0].caps[0], result.uncapped, NULL};
        result.capped = acted;
        result.capped_count = 1;
        result.computed = REQUIRES_IMPROVEMENT;
    }
    result.grade = result.computed;
}

/* The needs, one a line, after the grade they lead to. */
static const char *needs(void)
{
    static char text[2048];
    compute();
    needs_tell(&(struct needs){&telling, outcome, scratch, forced, picked, holds, {NULL, NULL}}, 0, &result);
    strcpy(text, result.next >= 0 ? pack_grade_name(&pack, result.next) : "none");
    for (size_t i = 0; i < result.need_count; i++) sprintf(text + strlen(text), "\n%s", result.needs[i].text.s);
    return text;
}

static const char *why(void)
{
    static char text[2048];
    compute();
    struct climb c = ladder_climb(&pack.ladder, &board, 0);
    why_tell(&telling, 0, &c, &result);
    text[0] = '\0';
    for (size_t i = 0; i < result.why_count; i++) sprintf(text + strlen(text), "%s%s", i ? "\n" : "", result.why[i].s);
    return text;
}

START_TEST(law_2_the_needs_name_the_comparison_that_failed)
{
    begin("mmpn-");                                     /* 2.5 of 4 = 62.5% */
    outcome[3] = verdicts[3].outcome = PEEL_PARTLY_MET; /* mmpp: 75% */
    readings[0] = (struct reading){
        .kind = EVIDENCE_SAMPLE, .test = TEST_AT_LEAST, .slot = 0, .value = 41.0 / 60, .threshold = 0.85};
    readings[1] = (struct reading){
        .kind = EVIDENCE_SAMPLE, .test = TEST_AT_LEAST, .slot = 0, .value = 41.0 / 60, .threshold = 0.6, .held = true};
    verdicts[2].readings = readings;
    verdicts[2].reading_count = 2;
    ck_assert_str_eq(needs(), "good\n"
                              "1 more characteristic of good met: share 75%, 80% asked for (substantially_all)\n"
                              "supervised: Case files that met the standard: 41 of 60 (68.3%), at least 85% needed");
    ck_assert_uint_eq(result.needs[0].characteristic, NO_SLOT);
    ck_assert_uint_eq(result.needs[1].characteristic, 2);
    end();
}
END_TEST

START_TEST(a_comparison_that_held_the_wrong_way_round_is_told_too)
{
    begin("mmmn-");
    readings[0] = (struct reading){
        .kind = EVIDENCE_MEASURE, .test = TEST_ABOVE, .slot = 0, .value = 12, .threshold = 10, .held = true};
    verdicts[3].readings = readings;
    verdicts[3].reading_count = 1;
    ck_assert_str_eq(needs(), "good\n"
                              "1 more characteristic of good met: share 75%, 80% asked for (substantially_all)\n"
                              "polite: Delay: 12.0 minutes, which is above 10");
    end();
}
END_TEST

/* Between two pieces of evidence: told with its p, but not where it went the better way. */
START_TEST(a_change_is_told_where_it_is_no_improvement)
{
    begin("mmmn-");
    measure_entries[0].better = BETTER_LOWER;
    readings[0] = (struct reading){
        .kind = EVIDENCE_MEASURE, .test = TEST_HIGHER_THAN, .slot = 0, .value = 0.02, .threshold = 0, .held = true};
    readings[1] = (struct reading){
        .kind = EVIDENCE_SAMPLE, .test = TEST_SIMILAR_TO, .slot = 0, .value = 0.46, .threshold = 0, .held = true};
    verdicts[3].readings = readings;
    verdicts[3].reading_count = 2;
    const char *higher =
        "good\n1 more characteristic of good met: share 75%, 80% asked for (substantially_all)\n"
        "polite: Delay: 12.0 minutes, which is significantly higher than Delay (p = 0.02); Case files "
        "that met the standard: 41 of 60 (68.3%), which is similar to Case files that met the standard "
        "(p = 0.46)";
    ck_assert_str_eq(needs(), higher);
    measure_entries[0].better = BETTER_HIGHER;
    ck_assert_str_eq(needs(),
                     "good\n1 more characteristic of good met: share 75%, 80% asked for (substantially_all)\n"
                     "polite: Case files that met the standard: 41 of 60 (68.3%), which is similar to Case files "
                     "that met the standard (p = 0.46)");
    measure_entries[0].better = BETTER_NEITHER;
    ck_assert_str_eq(needs(), higher);
    end();
}
END_TEST

START_TEST(causes_of_concern_must_go)
{
    begin("mmnm-");
    ck_assert_str_eq(needs(), "requires-improvement\nsupervised: so said the rule; its cause of concern must go");
    ck_assert_str_eq(why(), "1 cause of concern was raised (supervised): it gives `inadequate`");
    end();
}
END_TEST

START_TEST(caps_must_be_lifted)
{
    begin("nmmm-");
    ck_assert_str_eq(needs(),
                     "adequate\nanswers: so said the rule\nthe cap unanswered must be lifted: calls go unanswered");
    ck_assert_str_eq(why(), "no better than `requires-improvement`: calls go unanswered (cap unanswered, "
                            "areas/calls.lua:55); without it `adequate`\n"
                            "3 of 4 characteristics of good met, 1 not: share 75%; `adequate` asks for 40% (some), "
                            "`good` for 80% (substantially_all)");
    end();
}
END_TEST

START_TEST(law_1_without_enough_evidence_the_needs_are_evidence)
{
    begin("mm---");
    ck_assert_str_eq(needs(), "none\n"
                              "evidence on any 1 of 2 characteristics: 50% of the weight has it, 60% is needed "
                              "(enough_evidence)\n"
                              "supervised: evidence is missing (Case files that met the standard: not supplied)\n"
                              "polite: evidence is missing (Case files that met the standard: not supplied)");
    ck_assert_str_eq(
        why(),
        "evidence for 50% of the weight of the characteristics of good; at least 60% is needed (enough_evidence)");
    end();
}
END_TEST

START_TEST(what_is_beyond_good_is_asked_for)
{
    begin("mmmmn");
    ck_assert_str_eq(needs(), "outstanding\n1 more characteristic of outstanding met: share 0%, 50% asked for "
                              "(beyond_level)\nearly: so said the rule");
    ck_assert_str_eq(why(), "4 of 4 characteristics of good met: share 100%; `good` asks for 80% (substantially_all), "
                            "`outstanding` for 90% (beyond_standard)\n"
                            "`outstanding` asks besides for 50% of the characteristics of outstanding (beyond_level), "
                            "at least one: 0 of 1 characteristic of outstanding met, 1 not");
    end();
    begin("mmmmm");
    ck_assert_str_eq(needs(), "none");
    end();
}
END_TEST

START_TEST(a_share_that_rounds_up_to_what_is_asked_is_just_under_it)
{
    begin("mmmm-");
    telling_share(&telling, 0.79996, 0.8);
    buf_char(&sentence, ' ');
    telling_share(&telling, 0.8, 0.8);
    ck_assert_str_eq(telling_take(&telling).s, "just under 80% 80%");
    end();
}
END_TEST

START_TEST(a_percentage_is_said_as_everywhere)
{
    begin("mmmm-");
    for (unsigned n = 1; n <= 160; n++)
        for (unsigned k = 0; k <= n; k++) {
            struct buf other, spelled; /* digit by digit, from the shortest decimal */
            buf_init(&other), buf_init(&spelled);
            buf_double(&spelled, (double)k / n);
            decimal_round(str_of(buf_text(&spelled)), 2, 1, &other);
            buf_char(&other, '%');
            telling_percent(&telling, (double)k / n);
            ck_assert_str_eq(telling_take(&telling).s, buf_text(&other));
            buf_done(&other), buf_done(&spelled);
        }
    telling_percent(&telling, 0.0005); /* a half is rounded up: 0.05 to 0.1 */
    ck_assert_str_eq(telling_take(&telling).s, "0.1%");
    end();
}
END_TEST

START_TEST(law_8_both_grades_of_a_moderation_are_told)
{
    begin("mmmm-");
    struct moderation m = {.by = S("A. Person"), .why = S("the sample was small"), .date = {2022, 3, 1}};
    compute();
    result.moderation = &m;
    struct climb c = ladder_climb(&pack.ladder, &board, 0);
    result.grade = ADEQUATE;
    why_tell(&telling, 0, &c, &result);
    ck_assert_str_eq(result.why[0].s,
                     "moderated from `good` to `adequate` by A. Person, 2022-03-01: the sample was small");
    ck_assert_uint_eq(result.why_count, 3);
    end();
}
END_TEST

START_TEST(law_5_a_broken_rule_is_named_with_its_place)
{
    begin("mmem-");
    verdicts[2].raised = (struct spot){"areas/calls.lua", 27};
    verdicts[2].reason = S("attempt to index a nil value");
    compute();
    result.computed = result.uncapped = result.grade = PEEL_GRADE_ERROR;
    why_tell(&telling, 0, NULL, &result);
    ck_assert_uint_eq(result.why_count, 1);
    ck_assert_str_eq(result.why[0].s,
                     "the rule supervised ended in an error: areas/calls.lua:27: attempt to index a nil value");
    needs_tell(&(struct needs){&telling, outcome, scratch, forced, picked, holds, {NULL, NULL}}, 0, &result);
    ck_assert_int_eq(result.next, -1);
    ck_assert_uint_eq(result.need_count, 0);
    end();
}
END_TEST

/* What the needs name, once met, leads to the grade they promise, caps and causes of concern included; without any one
 * of it, it does not. On every board of five characteristics: the third raises a cause of concern, the first a cap. */
static int grade_of_board(void)
{
    concerns[0] = outcome[2] == PEEL_NOT_MET;
    int reached = ladder_climb(&pack.ladder, &board, 0).grade;
    return outcome[0] == PEEL_NOT_MET && reached > REQUIRES_IMPROVEMENT ? REQUIRES_IMPROVEMENT : reached;
}

START_TEST(law_2_the_needs_are_enough_and_all_of_them_are_needed)
{
    size_t promised = 0;
    for (int code = 0; code < 4 * 4 * 4 * 4 * 4; code++) {
        char text[6] = "";
        for (int i = 0, rest = code; i < 5; i++, rest /= 4) text[i] = "mpn-"[rest % 4];
        begin(text);
        needs();
        uint8_t were[5];
        bool met[5] = {false};
        memcpy(were, outcome, sizeof were);
        for (size_t i = 0; i < result.need_count; i++)
            if (result.needs[i].characteristic != NO_SLOT) met[result.needs[i].characteristic] = true;
        for (int left_out = -1; result.next >= 0 && left_out < 5; left_out++) {
            if (left_out >= 0 && !met[left_out]) continue;
            for (int i = 0; i < 5; i++) outcome[i] = met[i] && i != left_out ? (uint8_t)PEEL_MET : were[i];
            ck_assert_msg((grade_of_board() >= result.next) == (left_out < 0), "%s for %d, without %d", text,
                          result.next, left_out);
            promised++;
        }
        end();
    }
    ck_assert_uint_gt(promised, 1000);
}
END_TEST

/* --- a ladder that is a function --------------------------------------------------------------------------- */

/* Good where answers is met; outstanding where all of good is. */
static int ask(void *context, uint32_t area)
{
    ++*(int *)context;
    ck_assert_uint_eq(area, 0);
    if (board_count(&board, 0, PEEL_MET, GOOD) == 4) return OUTSTANDING;
    return outcome[0] == PEEL_MET ? GOOD : ADEQUATE;
}

static const char *needs_of_function(const char *outcomes)
{
    static char text[1024];
    int asked = 0;
    uint8_t before[7];
    begin(outcomes);
    holds[0] = false;
    memcpy(before, outcome, sizeof before);
    result.uncapped = result.computed = ask(&asked, 0);
    needs_tell(&(struct needs){&telling, outcome, scratch, forced, picked, holds, {ask, &asked}}, 0, &result);
    ck_assert_mem_eq(before, outcome, sizeof before); /* put back */
    strcpy(text, result.next >= 0 ? pack_grade_name(&pack, result.next) : "none");
    for (size_t i = 0; i < result.need_count; i++)
        sprintf(text + strlen(text), " %s", telling_id(&telling, result.needs[i].characteristic).s);
    end();
    return text;
}

START_TEST(a_function_is_asked_again)
{
    ck_assert_str_eq(needs_of_function("pnnn-"), "good answers");
    ck_assert_str_eq(needs_of_function("mmmn-"), "outstanding polite");
    ck_assert_str_eq(needs_of_function("mnpn-"), "outstanding records supervised polite early"); /* only all together */
    ck_assert_str_eq(needs_of_function("mmmm-"), "none");
}
END_TEST

UNIT("needs", the_cheapest_are_chosen_first, one_that_is_dearer_and_would_do_alone_is_known, what_was_not_needed_after_all_is_taken_back,
     law_1_missing_evidence_counts_as_a_need_of_evidence, law_1_it_is_known_how_much_evidence_is_lacking, what_is_forced_is_chosen_whatever_its_price,
     a_choice_is_enough_and_nothing_of_it_can_be_left_out, law_2_the_needs_name_the_comparison_that_failed,
     a_comparison_that_held_the_wrong_way_round_is_told_too, a_change_is_told_where_it_is_no_improvement,
     causes_of_concern_must_go, caps_must_be_lifted, law_1_without_enough_evidence_the_needs_are_evidence,
     what_is_beyond_good_is_asked_for, a_share_that_rounds_up_to_what_is_asked_is_just_under_it,
     a_percentage_is_said_as_everywhere, law_8_both_grades_of_a_moderation_are_told,
     law_5_a_broken_rule_is_named_with_its_place, law_2_the_needs_are_enough_and_all_of_them_are_needed,
     a_function_is_asked_again);
