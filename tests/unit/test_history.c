/* test_history.c: three and more sides, followed. Over results that are made up by a little generator, the same in every
 * run: whatever areas are merged, split, dropped and begun, each judgment stands in one row of one organisation, and what
 * is said of a step is what a comparison of the two says. */
#include "base/mem.h"
#include "cli/history.h"
#include "report/columns.h"
#include "report/history.h"
#include "unit.h"
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "any.h"
#include "folder.h"

enum { SIDES = 5, AREAS = 6, ORGS = 7 };

static struct diags diags;
static struct judged *sides[SIDES];
static struct arena arena;
static struct history history;

/* --- Made-up results --------------------------------------------------------------------------------------------------- */

/* Areas of a side are called by it, but for a few that keep their name. */
static void write_area_id(FILE *out, unsigned side, unsigned area)
{
    fprintf(out, area < 2 ? "\"kept-%u\"" : "\"area-%u-%u\"", area < 2 ? area : side, area);
}

static void write_links(FILE *out, unsigned side)
{
    fprintf(out, "\"compared\":[{\"pack\":\"pack-%u\",\"comparability\":\"%s\",\"because\":\"b\",\"grades\":{},\"organisations\":{},\"areas\":[",
            side - 1, any(3) ? "alike" : "not-comparable");
    for (unsigned a = 0, some = 0; a < AREAS; a++) {
        unsigned count = any(3);
        if (count == 0) continue;
        fprintf(out, "%s{\"id\":", some++ ? "," : "");
        write_area_id(out, side, a);
        fprintf(out, ",\"from\":[");
        for (unsigned i = 0, first = any(AREAS); i < count; i++) {
            if (i) fputc(',', out);
            write_area_id(out, side - 1, (first + i) % AREAS);
        }
        fprintf(out, "]}");
    }
    fprintf(out, "]}],");
}

static void write_org(FILE *out, unsigned side, unsigned n)
{
    static const char *const grades[] = {"poor", "fair", "good", "insufficient-evidence", "not-inspected"};
    static const char *const statuses[] = {"fresh", "fresh", "carried-over", "revisit", "added-late"};
    fprintf(out, "{\"id\":\"o%u\",\"name\":\"Organisation %u\",\"in_scope\":true,\"status\":\"complete\",\"areas_for_improvement\":[],"
                 "\"causes_of_concern\":[],\"promising_practice\":[],\"numbers\":{},\"areas\":[", n, n);
    for (unsigned a = 0; a < AREAS; a++) {
        const char *grade = grades[any(5)];
        fprintf(out, "%s{\"id\":", a ? "," : "");
        write_area_id(out, side, a);
        fprintf(out, ",\"graded\":true,\"status\":\"%s\",\"date\":\"20%u\",\"grade\":\"%s\",\"computed\":\"%s\",\"published\":null,"
                     "\"characteristics\":[]}", statuses[any(5)], 10 + side, grade, grade);
    }
    fprintf(out, "]}");
}

static void write_side(const char *file, unsigned side, int year, bool one_pack)
{
    FILE *out = fopen(file, "w");
    ck_assert(out != NULL);
    fprintf(out, "{\"format\":\"peel.result.v1\",\"pack\":{\"name\":\"pack-%u\",\"version\":\"1\",\"digest\":\"d%u\"},"
                 "\"dataset\":{\"round\":\"r%d\",\"year\":%d,\"digest\":\"e%u\"},\"scale\":[\"poor\",\"fair\",\"good\"],\"parameters\":{},",
            one_pack ? 0 : side, side, year, year, side);
    if (side > 0 && !one_pack) write_links(out, side);
    fprintf(out, "\"framework\":{\"title\":\"A framework\",\"parameters\":[],\"areas\":[");
    for (unsigned a = 0; a < AREAS; a++) {
        fprintf(out, "%s{\"id\":", a ? "," : "");
        write_area_id(out, one_pack ? 0 : side, a);
        fprintf(out, ",\"title\":\"What is asked of %u in %u\",\"characteristics\":[]}", a, side);
    }
    fprintf(out, "]},\"organisations\":[");
    for (unsigned i = 0, some = 0; i < ORGS; i++) {
        if (i > 0 && any(4) == 0) continue;
        if (some++) fputc(',', out);
        write_org(out, one_pack ? 0 : side, i);
    }
    fprintf(out, "],\"status\":\"complete\"}");
    fclose(out);
}

static void open_sides(unsigned seed, bool one_pack)
{
    static char names[SIDES][16]; /* sides borrow them */
    state = seed;
    diags_init(&diags);
    arena_init(&arena);
    for (unsigned k = 0; k < SIDES; k++) {
        snprintf(names[k], sizeof names[k], "%u.json", k);
        write_side(names[k], k, 2010 + (int)k, one_pack);
        sides[k] = side_read(names[k], &diags);
        ck_assert_uint_eq(diags.errors, 0);
    }
}

static void close_sides(void)
{
    for (int k = 0; k < SIDES; k++) side_close(sides[k]);
    arena_done(&arena);
    diags_done(&diags);
}

static void follow(void)
{
    ck_assert(history_make(&history, (const struct judged *const *)sides, SIDES, &(struct wish){0}, &arena, &diags));
}

/* --- Each judgment once ------------------------------------------------------------------------------------------------- */

static void look_at_line(size_t i, unsigned seen[SIDES][ORGS][AREAS])
{
    const struct org_history *o = history_org(&history, i, &arena);
    for (size_t r = 0; r < history.row_count; r++)
        for (size_t k = 0; k < SIDES; k++)
            if (history_judgment(&history.rows[r], o, k)) seen[k][o->at[k] - sides[k]->orgs][history.rows[r].area[k]]++;
}

START_TEST(each_judgment_stands_once)
{
    folder_enter();
    for (unsigned seed = 1; seed <= 60; seed++) {
        static unsigned seen[SIDES][ORGS][AREAS];
        memset(seen, 0, sizeof seen);
        open_sides(seed, seed % 4 == 0);
        follow();
        for (size_t i = 0; i < history.line_count; i++) look_at_line(i, seen);
        for (size_t k = 0; k < SIDES; k++)
            for (size_t i = 0; i < sides[k]->org_count; i++)
                for (size_t a = 0; a < AREAS; a++)
                    ck_assert_msg(seen[k][i][a] == 1, "seed %u, side %zu: %u times", seed, k, seen[k][i][a]);
        ck_assert_uint_eq(history.line_count, ORGS); /* ids are kept: whoever was away comes back as himself */
        close_sides();
    }
    folder_leave();
}
END_TEST

static void look_at_row(const struct history_row *row)
{
    for (size_t k = 0; k < SIDES; k++) {
        ck_assert((row->area[k] != NO_SLOT) == (k >= row->first && k <= row->last));
        if (k > row->first && k <= row->last) {
            const struct area_link *link = &history.steps[k - 1].crosswalk.links[row->link[k]];
            bool from = false;
            for (size_t i = 0; i < link->was_count; i++) from = from || link->was[i] == row->area[k - 1];
            ck_assert(from && link->now == row->area[k]);
        }
    }
}

START_TEST(a_row_goes_by_links_and_ends_where_there_is_none)
{
    folder_enter();
    for (unsigned seed = 1; seed <= 60; seed++) {
        open_sides(seed, false);
        follow();
        for (size_t r = 0; r < history.row_count; r++) {
            const struct history_row *row = &history.rows[r];
            look_at_row(row);
            if (row->last + 1 == SIDES) continue;
            const struct crosswalk *x = &history.steps[row->last].crosswalk;
            for (size_t i = 0; i < x->count; i++) /* only where it was merged may a link lead on */
                for (size_t w = 0; w < x->links[i].was_count && x->links[i].now != NO_SLOT; w++)
                    if (x->links[i].was[w] == row->area[row->last]) ck_assert(x->links[i].change == AREA_MERGED);
        }
        close_sides();
    }
    folder_leave();
}
END_TEST

/* What a step says is what two sides say, asked alone. */
START_TEST(a_step_is_what_two_sides_say)
{
    folder_enter();
    for (unsigned seed = 1; seed <= 30; seed++) {
        open_sides(seed, seed % 3 == 0);
        follow();
        for (size_t i = 0; i < history.line_count; i++) {
            const struct org_history *o = history_org(&history, i, &arena);
            for (size_t k = 1; k < SIDES; k++) {
                if (!o->at[k] || !o->at[k - 1]) {
                    ck_assert(o->steps[k] == NULL);
                    continue;
                }
                struct compare c;
                ck_assert(compare_make(&c, sides[k - 1], sides[k], &(struct wish){o->at[k]->id, {0, 0, 0}}, &arena, &diags));
                const struct org_diff *d = compare_org(&c, c.only, &arena);
                ck_assert(d->was == o->at[k - 1] && d->differs == o->steps[k]->differs);
                for (size_t r = 0; r < history.row_count; r++) {
                    const struct judgment_diff *change = history_change(&history.rows[r], o, k);
                    if (!change) continue;
                    const struct judgment_diff *alone = &d->judgments[history.rows[r].link[k]];
                    ck_assert(change->change == alone->change && change->steps == alone->steps && change->now == alone->now);
                }
            }
        }
        close_sides();
    }
    folder_leave();
}
END_TEST

/* --- Order --------------------------------------------------------------------------------------------------------------- */

START_TEST(sides_stand_in_order_of_year_then_round)
{
    struct judged a = {.name = "a", .year = 2018, .round = STR("2018/19")}, b = {.name = "b", .year = 2021, .round = STR("2021/22 v1")},
                  c = {.name = "c", .year = 2021, .round = STR("2021/22 v2")}, d = {.name = "d", .year = 2021, .round = STR("2021/22 v2")};
    struct judged *list[] = {&c, &a, &b};
    diags_init(&diags);
    ck_assert(history_order(list, 3, &diags));
    ck_assert(list[0] == &a && list[1] == &b && list[2] == &c);
    struct judged *twice[] = {&c, &a, &d};
    ck_assert(!history_order(twice, 3, &diags));
    ck_assert_uint_eq(diags.errors, 1);
    diags_done(&diags);
}
END_TEST

/* --- Widths --------------------------------------------------------------------------------------------------------------- */

static struct tally tallies[SIDES];

static bool page(size_t width, bool utf8, const struct history_format *format, struct buf *out)
{
    struct history_report r = {.h = &history, .tallies = tallies, .style = {false, utf8, width}};
    return history_write(format, &r, out);
}

static size_t widest_line(struct buf *page_of)
{
    size_t widest = 0;
    for (const char *p = buf_text(page_of); *p;) {
        const char *end = strchr(p, '\n');
        size_t n = columns((struct str){p, (size_t)(end - p)});
        if (n > widest) widest = n;
        p = end + 1;
    }
    return widest;
}

/* Does the head of a table name this year? */
static bool head_has(const char *head, const char *year)
{
    const char *found = strstr(head, year), *end = strchr(head + 1, '\n');
    return found && end && found < end;
}

START_TEST(a_page_keeps_to_its_width)
{
    static const struct { size_t width; const char *last, *next; } pages[] = {{80, "r2012", "r2013"}, {120, "r2014", NULL}};
    folder_enter();
    open_sides(7, true);
    follow();
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct buf out;
        buf_init(&out);
        ck_assert(page(pages[i].width, true, &HISTORY_TEXT, &out));
        ck_assert_uint_le(widest_line(&out), pages[i].width);
        const char *head = strstr(buf_text(&out), "\n  Area  ");
        ck_assert_msg(head && head_has(head, pages[i].last), "%zu columns", pages[i].width);
        ck_assert(!pages[i].next || !head_has(head, pages[i].next));
        buf_clear(&out);
        ck_assert(page(pages[i].width, false, &HISTORY_TEXT, &out));
        for (size_t k = 0; k < out.length; k++) ck_assert((unsigned char)out.data[k] < 0x80);
        buf_done(&out);
    }
    close_sides();
    folder_leave();
}
END_TEST

/* --- Memory that ends --------------------------------------------------------------------------------------------------- */

struct whole {
    struct arena work;
    struct buf out;
    bool good;
};

static void make_and_write(void *context)
{
    struct whole *w = context;
    w->good = history_make(&history, (const struct judged *const *)sides, SIDES, &(struct wish){0}, &w->work, &diags) &&
              page(80, true, &HISTORY_TEXT, &w->out) && page(80, true, &HISTORY_JSON, &w->out) &&
              page(80, true, &HISTORY_CSV, &w->out);
}

static bool whole_history(void)
{
    struct whole w = {.good = false};
    arena_init(&w.work), buf_init(&w.out);
    bool good = arena_guard(&w.work, make_and_write, &w) && w.good;
    arena_done(&w.work), buf_done(&w.out);
    return good;
}

START_TEST(memory_may_end_anywhere)
{
    folder_enter();
    open_sides(3, false);
    size_t nth = 1, failed;
    do {
        mem_fail_after(nth);
        bool good = whole_history();
        failed = mem_failed();
        mem_fail_after(0);
        ck_assert_msg(good == (failed == 0), "allocation %zu", nth);
        nth++;
    } while (failed > 0 && nth < 100000);
    ck_assert_uint_eq(failed, 0);
    close_sides();
    folder_leave();
}
END_TEST

/* Reading, following, writing, as the command does it: no answer, or the whole of it. */
START_TEST(a_history_without_memory_is_no_history)
{
    const char *files[] = {"2.json", "0.json", "1.json"};
    struct settings s;
    struct console console = {0};
    size_t failed = 1, runs = 0;
    folder_enter();
    open_sides(5, true);
    close_sides();
    int nowhere = open("/dev/null", O_WRONLY);
    ck_assert(nowhere >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0 && dup2(nowhere, STDERR_FILENO) >= 0);
    settings_init(&s);
    s.operands = files, s.operand_count = 3;
    for (size_t n = 1; failed > 0; n += 1 + n / 40, runs++) {
        mem_fail_after(n);
        enum peel_exit status = history_run(&s, &console);
        failed = mem_failed();
        mem_fail_after(0);
        ck_assert_msg(status == PEEL_CANNOT || status == PEEL_NEGATIVE, "step %zu: %d", n, (int)status);
        ck_assert_msg(failed > 0 || status == PEEL_NEGATIVE, "step %zu: nothing failed, and yet no answer", n);
    }
    ck_assert_uint_gt(runs, 50);
    folder_leave();
}
END_TEST

UNIT("history", each_judgment_stands_once, a_row_goes_by_links_and_ends_where_there_is_none, a_step_is_what_two_sides_say,
     sides_stand_in_order_of_year_then_round, a_page_keeps_to_its_width, memory_may_end_anywhere,
     a_history_without_memory_is_no_history);
