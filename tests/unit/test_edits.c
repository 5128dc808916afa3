/* test_edits.c: two versions of a pack, what differs between them, and the older with one of it. */
#include "compare/edits.h"

#include "base/mem.h"
#include "little.h"
#include "unit.h"

static struct diags diags;
static struct buf told;
static struct arena arena;
static struct pack *was, *now;
static struct edits edits;

/* Two versions that are the same, to be changed by the test. */
static void begin(void)
{
    diags_init(&diags);
    buf_init(&told);
    arena_init(&arena);
    little_write();
    if (system("mkdir was now && cp -r little was/ && mv little now/") != 0) abort();
}

static void end(void)
{
    pack_close(was);
    pack_close(now);
    was = now = NULL;
    arena_done(&arena);
    buf_done(&told);
    diags_done(&diags);
    folder_leave();
}

static void open_both(void)
{
    was = pack_open("was/little", NULL, &diags);
    now = pack_open("now/little", NULL, &diags);
    diags_render(&diags, &told, false);
    ck_assert_msg(was && now, "%s", buf_text(&told));
    edits_make(&edits, was, now, NULL, &arena);
}

/* "changed parameter good_share", each on a line. */
static const char *listed(void)
{
    buf_clear(&told);
    for (size_t i = 0; i < edits.count; i++) {
        const struct edit *e = &edits.list[i];
        buf_printf(&told, "%s%s %s %.*s at %s:%d", i ? "\n" : "", edit_way_name(e->way), edit_kind_name(e->kind), (int)e->id.n, e->id.s, e->file, e->line);
        if (e->kind == EDIT_PARAMETER) buf_put(&told, " "), buf_double(&told, e->from), buf_put(&told, " to "), buf_double(&told, e->to);
    }
    return buf_text(&told);
}

static struct pack *with(size_t i)
{
    struct pack *pack = edits_open(&edits, i, &arena, &diags);
    buf_clear(&told);
    diags_render(&diags, &told, false);
    ck_assert_msg(pack != NULL, "%s", buf_text(&told));
    return pack;
}

static double value_of(const struct pack *pack, const char *name)
{
    for (size_t i = 0; i < pack->decl.parameter_count; i++)
        if (str_is(pack->decl.parameters[i].name, name)) return pack->decl.parameters[i].value;
    return -1;
}

static bool has(const struct pack *pack, const char *id) { return lookup_find(&pack->characteristic_ids, str_of(id)) != LOOKUP_NONE; }

static bool says(const struct pack *pack, size_t file, const char *text)
{
    char *whole = arena_dup(&arena, pack->files[file].text.s, pack->files[file].text.n);
    return strstr(whole, text) != NULL;
}

START_TEST(the_same_twice_has_no_edits)
{
    begin();
    open_both();
    ck_assert_str_eq(listed(), "");
    struct pack *pack = with(0); /* with none: what was */
    ck_assert_uint_eq(pack->characteristic_count, was->characteristic_count);
    pack_close(pack);
    end();
}
END_TEST

START_TEST(layout_and_comments_are_no_edits)
{
    begin();
    little_replace("now/little/areas/calls.lua", little_calls, "    level = \"good\", text = \"Calls are answered\", rests = \"ours\",\n",
                   "    -- for people who call\n    level = \"good\",\n    text  = \"Calls are answered\",\n    rests = \"ours\",\n");
    little_replace("now/little/areas/crime.lua", little_crime, "because = \"victims are not told\" }", "because = \"victims are not told\", }");
    little_replace("now/little/pack.lua", little_manifest, "good_share = { 0.8,", "good_share = { 0.80,");
    open_both();
    ck_assert_str_eq(listed(), "");
    end();
}
END_TEST

START_TEST(a_parameter_is_moved_alone)
{
    begin();
    little_replace("now/little/pack.lua", little_manifest, "good_share = { 0.8, \"share for met\", rests = \"ours\" }, fair_share = { 0.5,",
                   "good_share = { 4 / 5 + 0.1, \"share for met\", rests = \"ours\" }, fair_share = { 0.25,");
    open_both();
    ck_assert_str_eq(listed(), "changed parameter fair_share at pack.lua:8 0.5 to 0.25\nchanged parameter good_share at pack.lua:8 0.8 to 0.9");
    struct pack *one = with(0), *other = with(1), *none = with(2);
    ck_assert_double_eq(value_of(one, "fair_share"), 0.25);
    ck_assert_double_eq(value_of(one, "good_share"), 0.8);
    ck_assert_double_eq(value_of(other, "fair_share"), 0.5);
    ck_assert_double_eq(value_of(other, "good_share"), 0.9);
    ck_assert_double_eq(value_of(none, "fair_share"), 0.5);
    ck_assert_double_eq(value_of(none, "good_share"), 0.8);
    pack_close(one), pack_close(other), pack_close(none);
    end();
}
END_TEST

START_TEST(a_characteristic_is_changed_added_or_removed_alone)
{
    begin();
    little_replace("now/little/areas/calls.lua", little_calls, "  characteristic \"polite\" { level = \"good\", text = \"Callers are treated well\", rests = \"ours\", findings = true, met = promising_practice \"Copy this.\" },\n",
                   "  characteristic \"kind\" { level = \"good\", text = \"Callers are treated kindly\", rests = \"ours\", findings = true },\n");
    little_replace("now/little/areas/crime.lua", little_crime, "delay:at_most(10)", "delay:at_most(p.fast)");
    little_replace("now/little/pack.lua", little_manifest, "  parameters = {\n", "  parameters = {\n    fast = { 5, \"minutes\", rests = \"ours\" },\n");
    open_both();
    ck_assert_str_eq(listed(), "added characteristic calls/kind at areas/calls.lua:14\nremoved characteristic calls/polite at areas/calls.lua:14\n"
                               "changed characteristic crime/quick at areas/crime.lua:18");
    struct pack *added = with(0), *removed = with(1), *changed = with(2);
    ck_assert(has(added, "calls/kind") && has(added, "calls/polite") && !says(added, 2, "p.fast"));
    ck_assert(!has(removed, "calls/kind") && !has(removed, "calls/polite") && has(removed, "calls/answered"));
    ck_assert(!has(changed, "calls/kind") && has(changed, "calls/polite") && says(changed, 2, "p.fast"));
    ck_assert_double_eq(value_of(changed, "fast"), 5);
    pack_close(added), pack_close(removed), pack_close(changed);
    end();
}
END_TEST

START_TEST(caps_and_ladders_are_edits)
{
    begin();
    little_replace("now/little/areas/crime.lua", little_crime,
                   "  cap \"nobody-told\" { at = \"requires-improvement\", when = { \"victims-told\", \"not-met\" }, because = \"victims are not told\" },\n",
                   "  ladder = function(area) if area:outcome(\"thorough\") == \"met\" then return \"good\", \"thorough\" end return \"adequate\", \"not\" end,\n");
    little_replace("now/little/pack.lua", little_manifest, "  parameters = {\n",
                   "  ladder = { standard = \"good\", concern = \"inadequate\", rungs = { [\"requires-improvement\"] = 0, adequate = \"some\", good = \"substantially_all\", "
                   "outstanding = { \"beyond_standard\", beyond = \"beyond_level\" } }, partly = 0.1, enough = \"enough_evidence\" },\n  parameters = {\n");
    open_both();
    ck_assert_str_eq(listed(), "added ladder  at pack.lua:7\nremoved cap crime/nobody-told at areas/crime.lua:28\nadded area-ladder crime at areas/crime.lua:28");
    struct pack *ladder = with(0), *cap = with(1), *own = with(2), *none = with(3);
    ck_assert_double_eq(ladder->ladder.partly, 0.1);
    ck_assert_double_eq(none->ladder.partly, 0.5);
    ck_assert_uint_eq(cap->areas[1].cap_count, 0);
    ck_assert_uint_eq(own->areas[1].cap_count, 1);
    ck_assert_int_ge(own->areas[1].ladder, 0);
    ck_assert_int_lt(none->areas[1].ladder, 0);
    pack_close(ladder), pack_close(cap), pack_close(own), pack_close(none);
    end();
}
END_TEST

START_TEST(what_rules_share_makes_the_file_one_edit)
{
    begin();
    little_replace("now/little/areas/victims.lua", little_victims, "return area {", "local function enough(letters, p) return letters:at_least(p.fair_share) end\nreturn area {");
    open_both();
    ck_assert_str_eq(listed(), "changed file victims at areas/victims.lua:1");
    struct pack *pack = with(0);
    ck_assert(says(pack, 3, "local function enough"));
    pack_close(pack);
    end();
}
END_TEST

START_TEST(what_the_older_alone_declares_stays)
{
    begin();
    little_replace("now/little/pack.lua", little_manifest, "good_share = { 0.8, \"share for met\", rests = \"ours\" }, ", "most = { 0.8, \"share for met\", rests = \"ours\" }, ");
    little_replace("now/little/areas/calls.lua", little_calls, "p.good_share", "p.most");
    little_replace("now/little/areas/crime.lua", little_crime, "p.good_share", "p.most");
    little_replace("now/little/areas/victims.lua", little_victims, "p.good_share", "p.most");
    open_both();
    ck_assert_uint_eq(edits.count, 3);
    for (size_t i = 0; i <= edits.count; i++) {
        struct pack *pack = with(i);
        ck_assert_double_eq(value_of(pack, "good_share"), 0.8);
        ck_assert_double_eq(value_of(pack, "most"), 0.8);
        pack_close(pack);
    }
    end();
}
END_TEST

/* The newer version calls an area something else, and says so; what the older one has been compared with stays as it was. */
START_TEST(a_crosswalk_to_areas_that_are_new_is_no_bar)
{
    char text[8192];
    begin();
    little_replace("now/little/pack.lua", little_manifest, "areas = { \"calls\",", "compared = { little = { comparability = \"alike\", areas = { phones = \"calls\" } } }, areas = { \"phones\",");
    FILE *in = fopen("now/little/pack.lua", "r");
    ck_assert_ptr_nonnull(in);
    text[fread(text, 1, sizeof text - 1, in)] = '\0';
    fclose(in);
    little_replace("now/little/pack.lua", text, "good_share = { 0.8,", "good_share = { 0.9,");
    if (rename("now/little/areas/calls.lua", "now/little/areas/phones.lua") != 0) abort();
    open_both();
    ck_assert_str_eq(listed(), "changed parameter good_share at pack.lua:8 0.8 to 0.9");
    struct pack *one = with(0), *none = with(1);
    ck_assert_double_eq(value_of(one, "good_share"), 0.9);
    ck_assert(has(one, "calls/answered") && !has(one, "phones/answered"));
    ck_assert(one->decl.compared_count == 0 && none->decl.compared_count == 0);
    pack_close(one), pack_close(none);
    end();
}
END_TEST

START_TEST(an_edit_that_cannot_stand_alone_says_why)
{
    begin();
    little_replace("now/little/areas/crime.lua", little_crime, "when = { \"victims-told\", \"not-met\" }", "when = { \"kept\", \"not-met\" }");
    little_replace("now/little/areas/crime.lua", folder_read("now/little/areas/crime.lua"), "  cap \"nobody-told\"",
                   "  characteristic \"kept\" { level = \"outstanding\", text = \"Promises are kept\", rests = \"ours\", findings = true },\n  cap \"nobody-told\"");
    open_both();
    ck_assert_str_eq(listed(), "added characteristic crime/kept at areas/crime.lua:28\nchanged cap crime/nobody-told at areas/crime.lua:29");
    ck_assert_ptr_null(edits_open(&edits, 1, &arena, &diags));
    ck_assert_uint_eq(diags.errors, 1);
    ck_assert_ptr_nonnull(strstr(diags.list[0].message, "\"kept\", which is no characteristic of this area"));
    end();
}
END_TEST

START_TEST(another_scale_is_not_taken_apart)
{
    begin();
    if (system("sed -i 's/\"adequate\", //' now/little/pack.lua") != 0) abort();
    open_both();
    ck_assert(!edits.one_scale);
    ck_assert_uint_eq(edits.count, 0);
    end();
}
END_TEST

/* Which area is which may be said: an edit bears the newer name, and is made in the older area. */
START_TEST(an_area_that_is_called_otherwise_is_taken_apart)
{
    static const uint32_t called[] = {0, 1, 2}, apart[] = {NO_SLOT, 1, 2};
    begin();
    little_replace("now/little/pack.lua", little_manifest, "{ \"calls\", ", "{ \"answering\", ");
    little_replace("now/little/areas/answering.lua", little_calls, "calls:at_least(p.fair_share)", "calls:at_least(p.some)");
    open_both();
    ck_assert_str_eq(listed(), ""); /* none of its id */
    edits_make(&edits, was, now, called, &arena);
    ck_assert_str_eq(listed(), "changed characteristic answering/answered at areas/answering.lua:3");
    ck_assert(edits.list[0].area == 0 && edits.list[0].newer_area == 0);
    struct pack *pack = with(0);
    ck_assert(has(pack, "calls/answered") && !has(pack, "answering/answered"));
    ck_assert_ptr_nonnull(strstr(pack->files[1].text.s, "p.some"));
    pack_close(pack);
    edits_make(&edits, was, now, apart, &arena);
    ck_assert_str_eq(listed(), "");
    end();
}
END_TEST

struct trying {
    struct arena own;
    struct pack *tried;
};

static void make_and_open(void *context)
{
    struct trying *t = context;
    edits_make(&edits, was, now, NULL, &t->own);
    t->tried = edits_open(&edits, 0, &t->own, &diags);
}

static bool try_both(void)
{
    struct trying t = {.tried = NULL};
    arena_init(&t.own);
    bool done = arena_guard(&t.own, make_and_open, &t) && t.tried;
    mem_fail_after(0);
    pack_close(t.tried);
    arena_done(&t.own);
    return done;
}

START_TEST(memory_may_run_out_at_any_allocation)
{
    begin();
    little_replace("now/little/pack.lua", little_manifest, "good_share = { 0.8,", "good_share = { 0.9,");
    open_both();
    size_t allocations = 1;
    for (; allocations < 20000; allocations += allocations < 300 ? 1 : 13) {
        mem_fail_after(allocations);
        if (try_both()) break;
    }
    ck_assert_uint_gt(allocations, 20);
    ck_assert_uint_lt(allocations, 20000);
    end();
}
END_TEST

UNIT("edits", the_same_twice_has_no_edits, layout_and_comments_are_no_edits, a_parameter_is_moved_alone, a_characteristic_is_changed_added_or_removed_alone, caps_and_ladders_are_edits,
     what_rules_share_makes_the_file_one_edit, what_the_older_alone_declares_stays, a_crosswalk_to_areas_that_are_new_is_no_bar, an_edit_that_cannot_stand_alone_says_why, another_scale_is_not_taken_apart, an_area_that_is_called_otherwise_is_taken_apart, memory_may_run_out_at_any_allocation);
