/* check.c: peel check: is a dataset, or a rule pack, as it should be, and what do its values make one ask? All problems
 * and questions go to standard error, a line for each input to standard output, in the order given; in the formats for
 * other programs all of it goes to standard output. A problem is the negative answer, a question is none; only what
 * cannot be read at all, or for want of memory not to its end, leaves it open. */
#include "base/mem.h"
#include "cli/command.h"
#include "cli/inputs.h"
#include "cohort/quality.h"
#include "lint/lint.h"
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum kind { KIND_DATASET, KIND_PACK };

/* A folder is a pack; so is a bare name that is no file: packs are found by name. */
static enum kind kind_of(const char *path)
{
    struct stat status;
    if (strcmp(path, "-") == 0) return KIND_DATASET;
    if (stat(path, &status) == 0) return S_ISDIR(status.st_mode) ? KIND_PACK : KIND_DATASET;
    return strpbrk(path, "/.") ? KIND_DATASET : KIND_PACK;
}

struct input_checked { /* one of those given */
    const char *path;
    enum kind kind;
    struct diags diags, excused;
    struct buf summary;
    struct pack *pack; /* that loaded, of a pack; else NULL */
    struct arena arena; /* of its name */
    struct load *load;       /* of a dataset, from its opening on; NULL: it could not be opened */
    struct quality *quality; /* NULL: nothing is asked */
    bool good;               /* it has no errors; then, if anything is asked, there is a quality */
};

struct checking {
    const struct settings *settings;
    struct input_checked *list;
    size_t count;
};

/* Was there anything to check? A message with a line is about something that was read. */
static bool was_read(const char *path, enum kind kind, const struct diags *diags)
{
    for (size_t i = 0; i < diags->count; i++)
        if (diags->list[i].place.line > 0) return true;
    return kind == KIND_DATASET && (strcmp(path, "-") == 0 || access(path, R_OK) == 0);
}

static void counted(struct buf *out, uint64_t n, const char *what)
{
    buf_int(out, (int64_t)n);
    buf_char(out, ' ');
    buf_put(out, what);
    if (n != 1) buf_char(out, 's');
}

/* Questions where they were asked. */
static void verdict(struct input_checked *in, bool asked)
{
    counted(&in->summary, in->diags.errors, "error");
    buf_put(&in->summary, ", ");
    counted(&in->summary, in->diags.warnings, "warning");
    if (in->excused.count) buf_put(&in->summary, ", "), buf_int(&in->summary, (int64_t)(in->excused.errors + in->excused.warnings)), buf_put(&in->summary, " excused");
    if (asked) buf_put(&in->summary, ", "), counted(&in->summary, in->diags.questions, "question");
    buf_char(&in->summary, '\n');
}

static void tell_starved(struct input_checked *in)
{
    diag_starve(&in->diags, strcmp(in->path, "-") == 0 ? "<stdin>" : in->path, "");
}

/* --- Datasets ----------------------------------------------------------------------------------------------------- */

static uint64_t judged_in(const struct org *org)
{
    uint64_t n = 0;
    for (size_t i = 0; i < org->judgment_count; i++) {
        bool first = true;
        for (size_t k = 0; k < i; k++) first = first && !str_eq(org->judgments[k].area, org->judgments[i].area);
        n += first && org->judgments[i].grade >= 0;
    }
    return n;
}

struct second_look { struct input_checked *in; struct batch batch; struct arena arena; uint64_t areas; bool starved; };

static void look_at_batch(struct second_look *l)
{
    struct input_checked *in = l->in;
    for (size_t i = 0; i < l->batch.count && !l->starved; i++, arena_reset(&l->arena)) {
        const struct org *org = load_org(in->load, &l->batch, i, &l->arena, NULL);
        if (!org) continue;
        l->areas += judged_in(org);
        l->starved = in->quality && !quality_ask(in->quality, &l->batch, i, org, &in->diags);
    }
}

static void look_at_all(void *context)
{
    struct second_look *l = context;
    if (!load_rewind(l->in->load)) return;
    while (!l->starved && load_bring(l->in->load, &l->batch, &l->in->diags)) look_at_batch(l);
}

/* Once it is known to be good, a second pass: the areas that have a grade, and what there is to ask. */
static uint64_t look_again(struct input_checked *in)
{
    struct second_look l = {.in = in, .starved = in->quality && !quality_begin(in->quality)};
    batch_init(&l.batch);
    arena_init(&l.arena);
    if (l.starved || !arena_guard(&l.arena, look_at_all, &l) || l.starved) tell_starved(in);
    arena_done(&l.arena);
    batch_done(&l.batch);
    return l.areas;
}

static bool first_look(const struct settings *s, struct input_checked *in)
{
    if (in->quality && !quality_watch(in->quality)) tell_starved(in);
    bool good = load_check(in->load, jobs_of(s), &in->diags) && in->diags.errors == 0;
    if (good && in->quality && !quality_draw(in->quality)) tell_starved(in);
    return in->diags.errors == 0;
}

static void open_dataset(const struct settings *s, struct input_checked *in)
{
    in->load = load_open(in->path, &in->diags);
    if (!in->load || s->no_questions) return;
    in->quality = quality_open(in->load, s->outliers);
    if (!in->quality) tell_starved(in);
}

static void summarise(struct input_checked *in, uint64_t areas)
{
    buf_put(&in->summary, strcmp(in->path, "-") == 0 ? "<stdin>" : in->path);
    buf_put(&in->summary, ": ");
    if (in->load) {
        counted(&in->summary, load_count(in->load), "organisation");
        buf_put(&in->summary, ", ");
    }
    if (in->good) {
        counted(&in->summary, areas, "area");
        buf_put(&in->summary, " judged, ");
    }
    verdict(in, in->good && in->quality);
}

/* By itself, with nothing asked. */
static void check_alone(const struct settings *s, struct input_checked *in)
{
    open_dataset(s, in);
    in->good = in->load && first_look(s, in);
    summarise(in, in->good ? look_again(in) : 0);
    load_close(in->load);
    in->load = NULL;
}

/* --- Datasets together -------------------------------------------------------------------------------------------- */

static int year_of(const struct input_checked *in) { return load_dataset(in->load)->year; }

/* Where there is nothing of the year before, but something earlier, one may have expected otherwise. */
static void tell_gap(const struct checking *c, struct input_checked *in)
{
    const struct input_checked *last = NULL;
    for (size_t i = 0; i < c->count; i++) {
        const struct input_checked *other = &c->list[i];
        if (other->good && year_of(other) < year_of(in) && (!last || year_of(other) > year_of(last))) last = other;
    }
    if (last && quality_is_alone(in->quality))
        diag_add(&in->diags, DIAG_NOTE, (struct place){load_dataset(in->load)->file, 0, 0, 0}, NULL,
                 "no changes are asked about: there is no dataset of %d to read %d against; %s is of %d",
                 year_of(in) - 1, year_of(in), load_dataset(last->load)->file, year_of(last));
}

static void compare_all(struct checking *c)
{
    for (size_t i = 0; i < c->count; i++)
        for (size_t k = 0; k < i; k++) {
            struct input_checked *a = &c->list[i], *b = &c->list[k];
            if (a->quality && b->quality && !quality_compare(a->quality, b->quality)) tell_starved(a);
        }
}

/* The earlier years first, whatever cannot be compared before them; else as given. */
static int by_year(const void *x, const void *y)
{
    const struct input_checked *a = *(struct input_checked *const *)x, *b = *(struct input_checked *const *)y;
    int p = a->quality ? year_of(a) : 0, q = b->quality ? year_of(b) : 0;
    return p != q ? (p > q) - (p < q) : (a > b) - (a < b);
}

/* All are checked before anything is asked: what an earlier year leaves behind takes the room that its columns had. */
static void check_together(struct checking *c, struct input_checked **order, size_t count)
{
    compare_all(c);
    for (size_t i = 0; i < count; i++) {
        struct input_checked *in = order[i];
        in->good = in->load && first_look(c->settings, in);
        if (in->quality && !in->good) quality_end(in->quality);
    }
    qsort(order, count, sizeof *order, by_year);
    for (size_t i = 0; i < count; i++) {
        struct input_checked *in = order[i];
        uint64_t areas = in->good ? look_again(in) : 0;
        if (in->good) quality_end(in->quality);
        if (in->good) tell_gap(c, in);
        summarise(in, areas);
    }
}

static bool check_datasets(struct checking *c)
{
    size_t count = 0;
    struct input_checked **order = mem_alloc((c->count + 1) * sizeof *order);
    if (!order) return false;
    for (size_t i = 0; i < c->count; i++)
        if (c->list[i].kind == KIND_DATASET) order[count++] = &c->list[i];
    if (c->settings->no_questions)
        for (size_t i = 0; i < count; i++) check_alone(c->settings, order[i]);
    else
        check_together(c, order, count);
    mem_free(order);
    return true;
}

/* --- Packs -------------------------------------------------------------------------------------------------------- */

static void check_pack(const struct settings *s, struct input_checked *in)
{
    in->diags.strict = false; /* a slip is an error, and keeps nothing else from being looked at */
    struct pack *pack = in->pack = pack_open(in->path, &s->limits, &in->diags);
    diags_harden(&in->diags);
    buf_put(&in->summary, in->path);
    buf_put(&in->summary, ": ");
    if (pack) {
        lint_pack(pack, &in->diags, &in->excused);
        buf_put(&in->summary, pack->decl.name.s);
        buf_char(&in->summary, ' ');
        buf_put(&in->summary, pack->decl.version.s);
        buf_put(&in->summary, ", ");
        counted(&in->summary, pack->area_count, "area");
        buf_put(&in->summary, ", ");
        counted(&in->summary, pack->characteristic_count, "characteristic");
        buf_put(&in->summary, ", ");
    }
    verdict(in, false);
}

/* --- All of them -------------------------------------------------------------------------------------------------- */

static void input_init(const struct settings *s, struct input_checked *in, const char *path)
{
    *in = (struct input_checked){.path = path, .kind = kind_of(path)};
    diags_init(&in->diags), diags_init(&in->excused);
    in->diags.strict = true;
    in->diags.limit = in->excused.limit = s->max_errors;
    arena_init(&in->arena);
    buf_init(&in->summary);
    if (in->kind == KIND_DATASET && !s->no_questions) open_dataset(s, in);
}

/* All datasets are open at once, for the sake of their years: let there be as many files as that takes. */
static void allow_files(size_t count)
{
    struct rlimit limit;
    rlim_t wanted = (rlim_t)count + 64;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
    limit.rlim_cur = limit.rlim_max < wanted ? limit.rlim_max : wanted;
    setrlimit(RLIMIT_NOFILE, &limit); /* where that fails, opening does, and tells */
}

static void input_done(struct input_checked *in)
{
    quality_close(in->quality);
    load_close(in->load);
    pack_close(in->pack);
    arena_done(&in->arena);
    diags_done(&in->diags), diags_done(&in->excused);
    buf_done(&in->summary);
}

/* For people: what is wrong on one stream, the lines that sum up on the other. */
static void tell_people(const struct checking *c, const struct console *console, struct buf *out)
{
    for (size_t i = 0; i < c->count; i++) {
        struct input_checked *in = &c->list[i];
        buf_add(out, in->summary.data, in->summary.length);
        console_report(console, &in->diags);
    }
}

/* For programs: what was read, dressed for a format. */
static void tell_programs(const struct checking *c, struct buf *out)
{
    struct check_input *list = mem_alloc((c->count + 1) * sizeof *list);
    for (size_t i = 0; list && i < c->count; i++) {
        struct input_checked *in = &c->list[i];
        diags_sort(&in->diags), diags_sort(&in->excused);
        list[i] = (struct check_input){in->path, in->kind == KIND_PACK, {NULL, 0}, {NULL, 0}, &in->diags, &in->excused};
        if (in->pack) list[i].name = in->pack->decl.name, list[i].version = in->pack->decl.version;
    }
    if (list)
        c->settings->check_format->render(list, c->count, out);
    else
        out->failed = true;
    mem_free(list);
}

static bool tell_all(const struct checking *c, const struct console *console)
{
    struct buf out;
    buf_init(&out);
    if (c->settings->check_format == &CHECK_TEXT)
        tell_people(c, console, &out);
    else
        tell_programs(c, &out);
    if (out.failed) console_note("error: out of memory");
    bool told = !out.failed && console_write(&out);
    buf_done(&out);
    return told;
}

static enum peel_exit answer(const struct checking *c, const struct console *console)
{
    bool negative = false, unreadable = false;
    for (size_t i = 0; i < c->count; i++) {
        struct input_checked *in = &c->list[i];
        negative = negative || in->diags.errors > 0 || (c->settings->strict && in->diags.warnings > 0);
        unreadable = unreadable || (in->diags.errors > 0 && !was_read(in->path, in->kind, &in->diags)) ||
                     in->diags.starved || in->summary.failed;
    }
    bool told = tell_all(c, console);
    if (unreadable || !told) return PEEL_CANNOT;
    return negative ? PEEL_NEGATIVE : PEEL_DONE;
}

/* --- Codes -------------------------------------------------------------------------------------------------------- */

static enum peel_exit explain(const struct settings *s, const struct console *console)
{
    struct buf out;
    char near[8];
    bool known = true;
    if (s->operand_count > 0) return console_note("error: --explain wants no dataset or pack besides"), PEEL_CANNOT;
    buf_init(&out);
    if (strcmp(s->explain, "all") == 0)
        check_explain_all(&out);
    else
        known = check_explain(str_of(s->explain), &console->style, &out);
    if (!known && check_explain_near(str_of(s->explain), near))
        console_note("error: there is no code \"%s\"; did you mean %s?", s->explain, near);
    else if (!known)
        console_note("error: there is no code \"%s\"; peel check --explain all lists them", s->explain);
    bool told = known && !out.failed && console_write(&out);
    buf_done(&out);
    return told ? PEEL_DONE : PEEL_CANNOT;
}

static enum peel_exit run(const struct settings *s, struct console *console)
{
    if (s->explain) return explain(s, console);
    struct checking c = {s, mem_alloc(s->operand_count * sizeof *c.list), s->operand_count};
    enum peel_exit status = PEEL_CANNOT;
    allow_files(c.count);
    for (size_t i = 0; c.list && i < c.count; i++) input_init(s, &c.list[i], s->operands[i]);
    for (size_t i = 0; c.list && i < c.count; i++)
        if (c.list[i].kind == KIND_PACK) check_pack(s, &c.list[i]);
    if (c.list && check_datasets(&c))
        status = answer(&c, console);
    else
        console_note("error: out of memory");
    for (size_t i = 0; c.list && i < c.count; i++) input_done(&c.list[i]);
    mem_free(c.list);
    return status;
}

static const struct option *const KNOWN[] = {&OPTION_CHECK_FORMAT, &OPTION_STRICT,          &OPTION_EXPLAIN,
                                             &OPTION_OUTLIERS,    &OPTION_NO_QUESTIONS,     &OPTION_JOBS,
                                             &OPTION_MAX_ERRORS,  &OPTION_MAX_INSTRUCTIONS, &OPTION_MAX_MEMORY,
                                             &OPTION_MAX_SECONDS, &OPTION_MAX_OUTPUT,       NULL};

const struct command COMMAND_CHECK = {
    "check",
    "[options] DATASET|PACK...",
    "check datasets and rule packs without judging anything",
    "Checks each dataset, and each rule pack (a folder with pack.lua, or the name of an installed one), tells all "
    "their problems with their places, and sums up in a "
    "line each.\n"
    "\n"
    "A pack that loads is looked at closely: names, what is declared and not used, thresholds without a name, rules without a case. "
    "Each thing told has a code, such as P205; --explain P205 says what it means. What is to stay is excused in a comment "
    "that says why: -- peel: allow P205: the reason.\n"
    "\n"
    "A dataset without errors is asked about too, as the published method does of every force's data: values outside "
    "the lines of the other organisations, parts that do not add up to their total, and, where datasets of two years "
    "that follow each other are given together, values further from those of the year before than the dataset declares "
    "(\"changes_within\"). A question is no error.\n"
    "\n"
    "Exit status: 0 no errors (there may be warnings and questions); 1 errors, or warnings with --strict; 2 something could not be read at all.\n"
    "\n"
    "  peel check samples/*.json rules/peel-2021\n"
    "  peel check -f sarif rules/peel-2021 >peel.sarif\n"
    "  peel check --explain P205\n",
    1,
    0,
    "at least one dataset or pack",
    KNOWN,
    run,
};
