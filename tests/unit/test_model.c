#include "data/model.h"

#include <stdio.h>

#include "base/mem.h"
#include "data/index.h"
#include "data/register.h"
#include "unit.h"


static struct arena arena_new(void)
{
    struct arena a;
    arena_init(&a);
    return a;
}

START_TEST(kinds_have_names)
{
    ck_assert_str_eq(evidence_kind_name(EVIDENCE_MEASURE), "measure");
    ck_assert_str_eq(evidence_kind_name(EVIDENCE_SURVEY), "survey");
    ck_assert_str_eq(evidence_kind_name(EVIDENCE_AREA), "area");
    ck_assert_str_eq(evidence_kind_plural(EVIDENCE_ESTIMATE), "estimates");
    ck_assert_str_eq(evidence_kind_plural(EVIDENCE_FINDING), "findings");
}
END_TEST

/* 1,000 ids, some of them twice: the first is found. */
START_TEST(index_finds_the_first)
{
    struct arena a = arena_new();
    struct {
        struct str id;
        int other;
    } items[1000];
    for (int i = 0; i < 1000; i++) items[i].id = str_of(arena_printf(&a, "id-%d", i % 900));
    struct index *x = index_build(&a, &items[0].id, 1000, sizeof items[0]);
    for (uint32_t i = 0; i < 1000; i++) ck_assert_uint_eq(index_find(x, items[i].id), i % 900);
    ck_assert_uint_eq(index_find(x, STR("id-900")), NO_SLOT);
    ck_assert_uint_eq(index_find(x, STR("")), NO_SLOT);
    ck_assert_uint_eq(index_find(NULL, STR("id-1")), NO_SLOT);
    arena_done(&a);
}
END_TEST

START_TEST(index_of_nothing)
{
    struct arena a = arena_new();
    struct index *x = index_build(&a, NULL, 0, sizeof(struct str));
    ck_assert_uint_eq(index_find(x, STR("a")), NO_SLOT);
    ck_assert_ptr_null(index_nearest(x, STR("a")).s);
    ck_assert_ptr_null(index_nearest(NULL, STR("a")).s);
    arena_done(&a);
}
END_TEST

START_TEST(index_suggests)
{
    struct arena a = arena_new();
    struct str ids[] = {STR("asb_incidents"), STR("calls")};
    struct index *x = index_build(&a, ids, 2, sizeof *ids);
    ck_assert(str_is(index_nearest(x, STR("asb_incidens")), "asb_incidents"));
    ck_assert_ptr_null(index_nearest(x, STR("residents")).s);
    mem_fail_after(1);
    ck_assert_ptr_null(index_nearest(x, STR("asb_incidens")).s);
    mem_fail_after(0);
    arena_done(&a);
}
END_TEST

/* RFC 6901, section 3: "~" is written "~0" and "/" is written "~1". */
START_TEST(pointers_are_escaped)
{
    struct entry entries[] = {{.id = STR("files")}, {.id = STR("a/b~c")}};
    struct dataset d = {.catalogues = {[EVIDENCE_SAMPLE] = {entries, 2, NULL}}};
    struct org org = {.index = 3};
    struct buf out;
    buf_init(&out);
    org_pointer(&d, &org, EVIDENCE_SAMPLE, 0, &out);
    ck_assert_str_eq(buf_text(&out), "/organisations/3/samples/files");
    buf_clear(&out);
    org_pointer(&d, &org, EVIDENCE_SAMPLE, 1, &out);
    ck_assert_str_eq(buf_text(&out), "/organisations/3/samples/a~1b~0c");
    buf_clear(&out);
    org_pointer(&d, &org, EVIDENCE_FINDING, 17, &out);
    ck_assert_str_eq(buf_text(&out), "/organisations/3/findings/17");
    buf_clear(&out);
    org_pointer(&d, &org, EVIDENCE_FINDING, NO_SLOT, &out);
    ck_assert_str_eq(buf_text(&out), "/organisations/3/findings");
    buf_done(&out);
}
END_TEST

START_TEST(evidence_by_kind_and_slot)
{
    struct measure measures[2] = {{.value = {1, STR("1")}}};
    struct survey surveys[1];
    struct org org = {.measures = measures, .surveys = surveys};
    ck_assert_ptr_eq(org_evidence(&org, EVIDENCE_MEASURE, 1), &measures[1].is);
    ck_assert_ptr_eq(org_evidence(&org, EVIDENCE_SURVEY, 0), &surveys[0].is);
    ck_assert_ptr_null(org_evidence(&org, EVIDENCE_FINDING, 0));
}
END_TEST

START_TEST(register_keeps_order_and_finds)
{
    struct id_register r;
    char id[32];
    register_init(&r);
    ck_assert_uint_eq(register_find(&r, STR("org-0")), REGISTER_NONE);
    for (unsigned i = 0; i < 5000; i++) {
        snprintf(id, sizeof id, "org-%u", i);
        ck_assert(register_add(&r, i == 7 ? (struct str){NULL, 0} : str_of(id), i + 2));
    }
    ck_assert(register_add(&r, STR("org-3"), 9999));
    ck_assert_uint_eq(r.count, 5001);
    ck_assert_uint_eq(register_find(&r, STR("org-3")), 3);
    ck_assert_uint_eq(register_find(&r, STR("org-7")), REGISTER_NONE);
    ck_assert_uint_eq(register_find(&r, STR("org-4999")), 4999);
    ck_assert_uint_eq(r.lines[4999], 5001);
    ck_assert(str_is(r.ids[5000], "org-3"));
    register_done(&r);
}
END_TEST

/* What register.h promises: about 40 bytes each, besides the id. */
START_TEST(register_is_small)
{
    struct id_register r;
    char id[32];
    register_init(&r);
    for (unsigned i = 0; i < 200000; i++) {
        snprintf(id, sizeof id, "o%u", i);
        ck_assert(register_add(&r, str_of(id), i));
    }
    size_t bytes = r.capacity * (sizeof *r.ids + sizeof *r.lines) + (r.mask + 1) * sizeof *r.slots;
    ck_assert_uint_lt(bytes / 200000, 50);
    register_done(&r);
}
END_TEST

START_TEST(register_without_memory)
{
    for (size_t n = 1;; n++) {
        struct id_register r;
        register_init(&r);
        mem_fail_after(n);
        bool good = true;
        for (unsigned i = 0; i < 300 && good; i++) {
            char id[32];
            snprintf(id, sizeof id, "o%u", i);
            good = register_add(&r, str_of(id), i);
        }
        size_t failed = mem_failed();
        mem_fail_after(0);
        register_done(&r);
        ck_assert(good == (failed == 0));
        if (good) break;
        ck_assert_uint_lt(n, 1000);
    }
}
END_TEST

UNIT("model", kinds_have_names, index_finds_the_first, index_of_nothing, index_suggests, pointers_are_escaped,
     evidence_by_kind_and_slot, register_keeps_order_and_finds, register_is_small, register_without_memory);
