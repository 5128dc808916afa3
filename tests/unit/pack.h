/* pack.h: a small pack, declared by hand as script/ would declare it, and checked. No Lua, no files. */
#ifndef UNIT_PACK_H
#define UNIT_PACK_H
#include "judge/check.h"

#define S(text) ((struct str){text, sizeof(text) - 1})
#define COUNT(a) (sizeof(a) / sizeof *(a))

static struct str five[] = {S("inadequate"), S("requires-improvement"), S("adequate"), S("good"), S("outstanding")};
static struct decl_parameter parameters[] = {
    {S("beyond_level"), S("share of what is beyond good"), S("ours"), S("share"), 0.5, {"pack.lua", 20}},
    {S("beyond_standard"), S("share for outstanding"), S("ours"), S("share"), 0.9, {"pack.lua", 21}},
    {S("enough_evidence"), S("share with evidence"), S("ours"), S("share"), 0.6, {"pack.lua", 22}},
    {S("findings_met"), S("share of strengths"), S("ours"), S("share"), 0.75, {"pack.lua", 23}},
    {S("findings_partly"), S("share of strengths"), S("ours"), S("share"), 0.5, {"pack.lua", 24}},
    {S("partly_credit"), S("credit"), S("ours"), S("share"), 0.5, {"pack.lua", 25}},
    {S("some"), S("share for adequate"), S("ours"), S("share"), 0.4, {"pack.lua", 26}},
    {S("substantially_all"), S("share for good"), S("ours"), S("share"), 0.8, {"pack.lua", 27}},
};
static struct decl_recommendation in_time[] = {{S("Answer calls"), S("6 months"), {NULL, 0}}};
static struct str areas[] = {S("calls"), S("victims")};

/* What a test may change before pack_make. */
static struct decl_characteristic calls[5], victims[2];
static struct decl_cap caps[2];
static struct decl_area declared[2];
static struct pack pack;
static bool whole[2];
static struct diags diags;
static struct buf told;

static inline struct decl_characteristic characteristic(struct str id, struct str level, const char *file, int line)
{
    return (struct decl_characteristic){
        .id = id, .level = level, .text = S("a text"), .weight = 1, .judge = line, .spot = {file, line}};
}

/* calls: answers, records, supervised, polite (good), early (outstanding); a cap on answers. victims, ungraded: told,
 * helped. */
static inline void pack_declare(void)
{
    memset(&pack, 0, sizeof pack);
    diags_init(&diags);
    buf_init(&told);
    arena_init(&pack.arena);
    pack.folder = "peel-test";
    pack.decl = (struct decl_pack){.name = S("peel-test"),
                                   .version = S("1.0.0"),
                                   .title = S("Test"),
                                   .scale = {five, 5},
                                   .areas = {areas, 2},
                                   .parameters = parameters,
                                   .parameter_count = COUNT(parameters),
                                   .ladder = {.function = -1},
                                   .spot = {"pack.lua", 1}};
    const char *a = "areas/calls.lua", *b = "areas/victims.lua";
    calls[0] = characteristic(S("answers"), S("good"), a, 5);
    calls[1] = characteristic(S("records"), S("good"), a, 15);
    calls[2] = characteristic(S("supervised"), S("good"), a, 25);
    calls[3] = characteristic(S("polite"), S("good"), a, 35);
    calls[4] = characteristic(S("early"), S("outstanding"), a, 45);
    calls[0].raises[PEEL_MET] = (struct decl_raise){.kind = RAISE_PRACTICE, .text = S("Copy this"), .spot = {a, 8}};
    calls[1].raises[PEEL_NOT_MET] = (struct decl_raise){RAISE_AFI, S("The force should record"), NULL, 0, {a, 18}};
    calls[2].raises[PEEL_NOT_MET] = (struct decl_raise){RAISE_CONCERN, S("Nobody supervises"), in_time, 1, {a, 28}};
    victims[0] = characteristic(S("told"), S("good"), b, 5);
    victims[1] = characteristic(S("helped"), S("good"), b, 15);
    caps[0] = (struct decl_cap){
        S("unanswered"), S("requires-improvement"), S("calls go unanswered"), S("answers"), S("not-met"), -1, {a, 55}};
    declared[0] =
        (struct decl_area){S("calls"), S("Calls"), S("How good?"), true, {NULL, 0}, calls, 5, caps, 1, -1, {a, 1}, NULL};
    declared[1] = (struct decl_area){S("victims"), S("Victims"), S("How good?"), false, {NULL, 0}, victims, 2, NULL, 0,
                                     -1,           {b, 1}, NULL};
    whole[0] = whole[1] = true;
    pack.declared = declared;
}

static inline const char *problems(void)
{
    buf_clear(&told);
    diags_sort(&diags);
    diags_render(&diags, &told, false);
    return buf_text(&told);
}

static inline void pack_check(void *context)
{
    (void)context;
    check_pack(&pack, true, whole, &diags);
}

/* Checks it; the problems, "" where there is none. */
static inline const char *pack_make(void)
{
    if (!arena_guard(&pack.arena, pack_check, NULL)) return "out of memory";
    return diags.errors + diags.warnings ? problems() : "";
}

static inline void pack_done(void)
{
    arena_done(&pack.arena);
    diags_done(&diags);
    buf_done(&told);
}
#endif
