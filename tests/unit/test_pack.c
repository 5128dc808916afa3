#include "judge/pack.h"

#include "base/mem.h"
#include "little.h"
#include "unit.h"

static struct diags diags;
static struct buf told;

static void begin(void)
{
    diags_init(&diags);
    buf_init(&told);
    little_write();
    unsetenv("PEEL_PACKS");
}

static void end(void)
{
    folder_leave();
    diags_done(&diags);
    buf_done(&told);
}

static const char *problems(void)
{
    buf_clear(&told);
    diags_sort(&diags);
    diags_render(&diags, &told, false);
    return buf_text(&told);
}

START_TEST(a_pack_is_opened_by_its_folder)
{
    begin();
    struct pack *pack = pack_open("./little", NULL, &diags);
    ck_assert_str_eq(problems(), "");
    ck_assert_ptr_nonnull(pack);
    ck_assert_uint_eq(pack->area_count, 3);
    ck_assert_uint_eq(pack->file_count, 4);
    ck_assert_str_eq(pack->files[0].name, "pack.lua");
    ck_assert_str_eq(pack->files[2].name, "areas/crime.lua");
    ck_assert_str_eq(pack->characteristics[0].id.s, "calls/answered");
    ck_assert_str_eq(pack->characteristics[0].rule, "areas/calls.lua:3");
    ck_assert_str_eq(pack_grade_name(pack, 2), "adequate");
    ck_assert_str_eq(pack_grade_name(pack, PEEL_INSUFFICIENT_EVIDENCE), "insufficient-evidence");
    ck_assert_int_eq(pack_grade_named(pack, STR("good")), 3);
    ck_assert_int_eq(pack_grade_named(pack, STR("fair")), -1);
    pack_close(pack);
    end();
}
END_TEST

START_TEST(a_pack_is_found_by_name)
{
    begin();
    struct pack *pack = pack_open("little", NULL, &diags); /* a folder here */
    ck_assert_ptr_nonnull(pack);
    pack_close(pack);
    ck_assert_int_eq(system("mkdir -p other/packs rules && mv little other/packs/"), 0);
    setenv("PEEL_PACKS", "/nowhere:other/packs", 1);
    pack = pack_open("little", NULL, &diags);
    ck_assert_ptr_nonnull(pack);
    pack_close(pack);
    unsetenv("PEEL_PACKS");
    ck_assert_int_eq(system("mv other/packs/little rules/"), 0);
    pack = pack_open("little", NULL, &diags);
    ck_assert_ptr_nonnull(pack);
    pack_close(pack);
    ck_assert_str_eq(problems(), "");
    ck_assert_ptr_null(pack_open("litle", NULL, &diags));
    const char *said = problems();
    ck_assert_ptr_nonnull(strstr(said, "error: there is no pack \"litle\"; looked in ./rules, /"));
    ck_assert_ptr_nonnull(strstr(said, "hint: did you mean \"little\"?\n"));
    end();
}
END_TEST

START_TEST(what_is_no_pack_is_told)
{
    begin();
    mkdir("empty", 0777);
    ck_assert_ptr_null(pack_open("./nothing", NULL, &diags));
    ck_assert_ptr_null(pack_open("empty", NULL, &diags));
    ck_assert_str_eq(problems(),
                     "error: ./nothing: there is no such folder\nhint: a rule pack is a folder that holds pack.lua\n"
                     "error: empty: there is no pack.lua in this folder\nhint: a rule pack is a folder that holds "
                     "pack.lua\n2 errors\n");
    end();
}
END_TEST

static void digest_of(const char *folder, char text[DIGEST_TEXT])
{
    struct pack *pack = pack_open(folder, NULL, &diags);
    ck_assert_str_eq(problems(), "");
    strcpy(text, pack->digest);
    pack_close(pack);
}

START_TEST(law_3_the_digest_is_of_names_and_contents_alone)
{
    char first[DIGEST_TEXT], again[DIGEST_TEXT], moved[DIGEST_TEXT], changed[DIGEST_TEXT];
    begin();
    digest_of("little", first);
    digest_of("./little/", again);
    ck_assert_str_eq(first, again);
    ck_assert_int_eq(system("mkdir far && cp -r little far/ && touch -d 2001-01-01 far/little/areas/calls.lua && mkdir "
                            "far/little/tests && echo x > far/little/tests/a.lua "
                            "&& echo x > far/little/README.md && echo x > far/little/areas/.calls.lua.swp"),
                     0);
    digest_of("far/little", moved);
    ck_assert_str_eq(first, moved);
    /* The definition in pack.h, by coreutils:
     * for f in areas/calls.lua areas/crime.lua areas/victims.lua pack.lua; do printf '%s\0%d\0' $f $(wc -c <$f); cat
     * $f; done | sha256sum */
    FILE *sum = popen("cd little && for f in areas/calls.lua areas/crime.lua areas/victims.lua pack.lua; do printf "
                      "'%s\\0%d\\0' $f $(wc -c <$f); cat $f; done | sha256sum",
                      "r");
    char outside[65] = "";
    ck_assert_int_eq(fscanf(sum, "%64s", outside), 1);
    pclose(sum);
    ck_assert_str_eq(first + 7, outside);
    ck_assert_int_eq(system("echo '-- a comment' >> little/areas/crime.lua"), 0);
    digest_of("little", changed);
    ck_assert_str_ne(first, changed);
    end();
}
END_TEST

START_TEST(files_and_areas_are_held_against_each_other)
{
    begin();
    ck_assert_int_eq(system("mv little/areas/crime.lua little/areas/crimes.lua"), 0);
    ck_assert_ptr_null(pack_open("little", NULL, &diags));
    ck_assert_str_eq(problems(), "little/pack.lua:4:22: error: the area \"crime\" has no file areas/crime.lua\n"
                                 "    4 |   areas = { \"calls\", \"crime\", \"victims\" },\n"
                                 "      |                      ^^^^^^^\n"
                                 "hint: there is areas/crimes.lua\n"
                                 "little/areas/crimes.lua: warning: this file is not read: `areas` does not list it\n"
                                 "hint: add it to `areas` in pack.lua, or move it away\n1 error, 1 warning\n");
    end();
}
END_TEST

START_TEST(all_that_is_wrong_is_told_at_once)
{
    begin();
    little_replace("little/areas/calls.lua", little_calls, "level = \"good\"", "level = \"godo\"");
    little_replace("little/areas/victims.lua", little_victims, "title =", "titel =");
    little_replace("little/areas/crime.lua", little_crime, "\"victims-told\", \"not-met\"",
                   "\"victims_told\", \"not-met\"");
    ck_assert_ptr_null(pack_open("little", NULL, &diags));
    const char *said = problems();
    ck_assert_ptr_nonnull(strstr(
        said, "areas/calls.lua:4:13: error: `level` names the grade \"godo\", which is not on the pack's scale\n"));
    ck_assert_ptr_nonnull(strstr(said, "hint: did you mean \"good\"?"));
    ck_assert_ptr_nonnull(strstr(said, "areas/crime.lua:28:61: error: the cap \"nobody-told\" rests on "
                                       "\"victims_told\", which is no characteristic of this area\n"));
    ck_assert_ptr_nonnull(strstr(said, "hint: did you mean \"victims-told\"?"));
    ck_assert_ptr_nonnull(strstr(said, "areas/victims.lua:2"));
    ck_assert_ptr_nonnull(strstr(said, "titel"));
    ck_assert_ptr_null(
        strstr(said, "`depends`")); /* crime depends on victims, of which nothing is known: no error of its own */
    end();
}
END_TEST

START_TEST(law_4_a_circle_between_files_is_refused)
{
    begin();
    little_replace("little/areas/victims.lua", little_victims, "rests = \"ours\",",
                   "rests = \"ours\", depends = { \"crime/victims-told\" },");
    ck_assert_ptr_null(pack_open("little", NULL, &diags));
    ck_assert_ptr_nonnull(
        strstr(problems(),
               "error: dependencies go in a circle: crime/victims-told -> victims/letters -> crime/victims-told\n"));
    end();
}
END_TEST

START_TEST(law_7_a_concern_without_a_recommendation_is_refused)
{
    begin();
    little_replace("little/areas/calls.lua", little_calls,
                   ", recommendations = { { \"The force should answer.\", within = \"6 months\" } }", "");
    ck_assert_ptr_null(pack_open("little", NULL, &diags));
    ck_assert_ptr_nonnull(strstr(problems(), "areas/calls.lua:12"));
    ck_assert_ptr_nonnull(strstr(problems(), "recommendation"));
    end();
}
END_TEST

START_TEST(a_script_of_the_pack_can_be_had_more_than_once)
{
    begin();
    struct pack *pack = pack_open("little", NULL, &diags);
    struct arena arenas[2];
    struct script *scripts[2];
    for (int i = 0; i < 2; i++) {
        arena_init(&arenas[i]);
        scripts[i] = pack_script(pack, &arenas[i]);
        ck_assert_ptr_nonnull(scripts[i]);
    }
    ck_assert_ptr_ne(scripts[0], scripts[1]); /* the one that read the pack is given away once */
    for (int i = 0; i < 2; i++) {
        script_free(scripts[i]);
        arena_done(&arenas[i]);
    }
    pack_close(pack);
    end();
}
END_TEST

START_TEST(memory_may_run_out_at_any_allocation)
{
    begin();
    size_t n = 0;
    struct pack *pack;
    do {
        struct diags own;
        diags_init(&own);
        mem_fail_after(++n);
        pack = pack_open("little", NULL, &own);
        size_t failed = mem_failed();
        mem_fail_after(0);
        ck_assert_msg(pack != NULL || own.errors > 0, "allocation %zu failed without a word", n);
        ck_assert_msg(failed > 0 || pack != NULL, "nothing failed, and no pack (%zu)", n);
        diags_done(&own);
        if (failed && pack) pack_close(pack); /* what failed could be done without */
        if (failed) pack = NULL;
    } while (!pack && n < 20000);
    ck_assert_ptr_nonnull(pack);
    ck_assert_uint_gt(n, 20);
    pack_close(pack);
    end();
}
END_TEST

UNIT("pack", a_pack_is_opened_by_its_folder, a_pack_is_found_by_name, what_is_no_pack_is_told,
     law_3_the_digest_is_of_names_and_contents_alone, files_and_areas_are_held_against_each_other,
     all_that_is_wrong_is_told_at_once, law_4_a_circle_between_files_is_refused,
     law_7_a_concern_without_a_recommendation_is_refused, a_script_of_the_pack_can_be_had_more_than_once,
     memory_may_run_out_at_any_allocation);
