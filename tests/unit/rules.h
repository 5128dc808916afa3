/* rules.h: a pack and a dataset of a few lines, read and bound for a test. One area "area"; its characteristics in the
 * order they are declared. */
#ifndef TEST_RULES_H
#define TEST_RULES_H
#include "base/mem.h"
#include "data/load.h"
#include "script/script.h"
#include "unit.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { RULES = 64 };

static struct rules {
    struct script *s;
    struct diags diags;
    struct buf told;
    struct arena arena, sitting;
    struct decl_pack pack;
    struct decl_area area;
    struct load *load;
    struct org *org;
    struct board_shape shape;
    struct board board;
    struct str area_ids[2], ids[RULES];
    uint32_t area_start[3], every[RULES], finding_start[RULES + 1], finding_list[256];
    uint8_t level[RULES], outcome[RULES];
    double weight[RULES];
    int grade[2];
    uint16_t concerns[2];
    struct allowance allowance;
    struct verdict verdict;
    struct batch batch;
} rules;

static void rules_open(struct limits limits)
{
    memset(&rules, 0, sizeof rules);
    diags_init(&rules.diags);
    rules.diags.strict = true;
    buf_init(&rules.told);
    arena_init(&rules.arena);
    arena_init(&rules.sitting);
    batch_init(&rules.batch);
    rules.s = script_new(&limits);
    ck_assert_ptr_nonnull(rules.s);
}

static void rules_close(void)
{
    script_free(rules.s);
    load_close(rules.load);
    batch_done(&rules.batch);
    arena_done(&rules.arena);
    arena_done(&rules.sitting);
    buf_done(&rules.told);
    diags_done(&rules.diags);
}

/* What was told, as the user sees it. */
static const char *rules_told(void)
{
    buf_clear(&rules.told);
    diags_sort(&rules.diags);
    diags_render(&rules.diags, &rules.told, false);
    return buf_text(&rules.told);
}

static bool rules_manifest(const char *text)
{
    return script_manifest(rules.s, "pack.lua", str_of(text), &rules.arena, &rules.pack, &rules.diags);
}
static bool rules_area(const char *text)
{
    return script_area(rules.s, "areas/area.lua", str_of(text), STR("area"), &rules.arena, &rules.area, &rules.diags);
}

static int rules_grade_named(struct str name)
{
    for (size_t i = 0; i < rules.pack.scale.count; i++)
        if (str_eq(rules.pack.scale.list[i], name)) return (int)i;
    return 0;
}

/* The shape of the one area, with a second one, "other", that has no characteristics. */
static void rules_shape(void)
{
    struct board_shape *shape = &rules.shape;
    *shape = (struct board_shape){.areas = 2,
                                  .characteristics = rules.area.characteristic_count,
                                  .grades = rules.pack.scale.count,
                                  .scale = rules.pack.scale.list,
                                  .area_ids = rules.area_ids,
                                  .ids = rules.ids,
                                  .area_start = rules.area_start,
                                  .level = rules.level,
                                  .weight = rules.weight,
                                  .partly = 0.5,
                                  .standard = -1,
                                  .enough = 0.5};
    rules.area_ids[0] = STR("area");
    rules.area_ids[1] = STR("other");
    rules.area_start[1] = rules.area_start[2] = (uint32_t)shape->characteristics;
    for (size_t i = 0; i < shape->characteristics; i++) {
        const struct decl_characteristic *c = &rules.area.characteristics[i];
        rules.ids[i] = str_of(arena_printf(&rules.arena, "area/%s", c->id.s));
        rules.level[i] = (uint8_t)rules_grade_named(c->level);
        rules.weight[i] = c->weight;
        rules.every[i] = (uint32_t)i;
        rules.outcome[i] = PEEL_NO_EVIDENCE;
    }
}

static void rules_findings(void)
{
    uint32_t n = 0;
    for (size_t c = 0; c < rules.shape.characteristics; c++) {
        rules.finding_start[c] = n;
        for (size_t f = 0; f < rules.org->finding_count; f++)
            for (size_t a = 0; a < rules.org->findings[f].against_count; a++)
                if (str_eq(rules.org->findings[f].against[a], rules.ids[c])) rules.finding_list[n++] = (uint32_t)f;
    }
    rules.finding_start[rules.shape.characteristics] = n;
}

static void rules_dataset(const char *text)
{
    char path[] = "/tmp/peel-rules-XXXXXX";
    int fd = mkstemp(path);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    rules.load = load_open(path, &rules.diags);
    if (rules.load) load_check(rules.load, 1, &rules.diags);
    bool good = rules.load && rules.diags.errors == 0 && load_rewind(rules.load) &&
                load_bring(rules.load, &rules.batch, &rules.diags);
    unlink(path);
    if (!good) ck_abort_msg("%s", rules_told());
    rules.org = load_org(rules.load, &rules.batch, 0, &rules.arena, NULL);
}

static void rules_seal(void)
{
    static struct vocabulary vocabulary;
    rules_shape();
    vocabulary = (struct vocabulary){&rules.shape, &rules.pack};
    ck_assert(script_seal(rules.s, &vocabulary));
}

static void rules_sit(void)
{
    ck_assert(script_bind(rules.s, load_dataset(rules.load), NULL));
    rules_findings();
    rules.board = (struct board){&rules.shape,   rules.outcome,       rules.grade,
                                 rules.concerns, rules.finding_start, rules.finding_list};
    rules.allowance = (struct allowance){rules.every, rules.every, 0, 0};
    script_sit(rules.s, rules.org, &rules.board, &rules.sitting);
}

/* All of it. */
static inline void rules_bind(const char *pack, const char *area, const char *dataset)
{
    if (!rules_manifest(pack) || !rules_area(area)) ck_abort_msg("%s", rules_told());
    rules_seal();
    rules_dataset(dataset);
    rules_sit();
}

/* Ask one characteristic. */
static inline const struct verdict *rules_ask(size_t i)
{
    script_judge(rules.s, rules.area.characteristics[i].judge, (uint32_t)i, &rules.allowance, &rules.verdict);
    return &rules.verdict;
}
#endif
