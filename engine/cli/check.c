/* check.c: peel check: is a dataset, or a rule pack, as it should be? All problems go to standard error, a line for
 * each input to standard output. A problem is the negative answer; only what cannot be read at all leaves the question
 * open. */
#include "cli/command.h"
#include "cli/inputs.h"
#include <sys/stat.h>
#include <unistd.h>

struct checking {
    const struct settings *settings;
    const struct console *console;
    struct buf summary;
    bool negative, unreadable;
};

enum kind { KIND_DATASET, KIND_PACK };

/* A folder is a pack; so is a bare name that is no file: packs are found by name. */
static enum kind kind_of(const char *path)
{
    struct stat status;
    if (strcmp(path, "-") == 0) return KIND_DATASET;
    if (stat(path, &status) == 0) return S_ISDIR(status.st_mode) ? KIND_PACK : KIND_DATASET;
    return strpbrk(path, "/.") ? KIND_DATASET : KIND_PACK;
}

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

static void verdict(struct buf *out, const struct diags *diags)
{
    counted(out, diags->errors, "error");
    buf_put(out, ", ");
    counted(out, diags->warnings, "warning");
    buf_char(out, '\n');
}

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

/* The areas that have a grade in the dataset. Once it is known to be good; a second pass. */
static uint64_t areas_judged(struct load *load, struct diags *diags)
{
    struct batch batch;
    struct arena arena;
    jmp_buf escape;
    volatile uint64_t n = 0;
    batch_init(&batch);
    arena_init(&arena);
    arena.escape = &escape;
    if (setjmp(escape))
        diag_add(diags, DIAG_ERROR, (struct place){load_dataset(load)->file, 0, 0, 0}, NULL, "out of memory");
    else if (load_rewind(load))
        while (load_bring(load, &batch, diags))
            for (size_t i = 0; i < batch.count; i++, arena_reset(&arena)) {
                const struct org *org = load_org(load, &batch, i, &arena, NULL);
                n += org ? judged_in(org) : 0;
            }
    arena_done(&arena);
    batch_done(&batch);
    return n;
}

static void check_dataset(struct checking *c, const char *path, struct diags *diags)
{
    struct load *load = load_open(path, diags);
    buf_put(&c->summary, strcmp(path, "-") == 0 ? "<stdin>" : path);
    buf_put(&c->summary, ": ");
    if (load) {
        bool good = load_check(load, jobs_of(c->settings), diags);
        counted(&c->summary, load_count(load), "organisation");
        if (good) {
            buf_put(&c->summary, ", ");
            counted(&c->summary, areas_judged(load, diags), "area");
            buf_put(&c->summary, " judged");
        }
        buf_put(&c->summary, ", ");
        load_close(load);
    }
    verdict(&c->summary, diags);
}

static void check_pack(struct checking *c, const char *path, struct diags *diags)
{
    struct pack *pack = pack_open(path, &c->settings->limits, diags);
    buf_put(&c->summary, path);
    buf_put(&c->summary, ": ");
    if (pack) {
        buf_put(&c->summary, pack->decl.name.s);
        buf_char(&c->summary, ' ');
        buf_put(&c->summary, pack->decl.version.s);
        buf_put(&c->summary, ", ");
        counted(&c->summary, pack->area_count, "area");
        buf_put(&c->summary, ", ");
        counted(&c->summary, pack->characteristic_count, "characteristic");
        buf_put(&c->summary, ", ");
        pack_close(pack);
    }
    verdict(&c->summary, diags);
}

static void check_one(struct checking *c, const char *path)
{
    struct diags diags;
    diags_init(&diags);
    diags.strict = true;
    diags.limit = c->settings->max_errors;
    enum kind kind = kind_of(path);
    if (kind == KIND_PACK)
        check_pack(c, path, &diags);
    else
        check_dataset(c, path, &diags);
    if (diags.errors > 0) {
        c->negative = true;
        c->unreadable = c->unreadable || !was_read(path, kind, &diags);
    }
    console_report(c->console, &diags);
    diags_done(&diags);
}

static enum peel_exit run(const struct settings *s, struct console *console)
{
    struct checking c = {.settings = s, .console = console};
    buf_init(&c.summary);
    for (size_t i = 0; i < s->operand_count; i++) check_one(&c, s->operands[i]);
    bool told = console_write(&c.summary);
    buf_done(&c.summary);
    if (c.unreadable || !told) return PEEL_CANNOT;
    return c.negative ? PEEL_NEGATIVE : PEEL_DONE;
}

static const struct option *const KNOWN[] = {&OPTION_JOBS,
                                             &OPTION_MAX_ERRORS,
                                             &OPTION_MAX_INSTRUCTIONS,
                                             &OPTION_MAX_MEMORY,
                                             &OPTION_MAX_SECONDS,
                                             &OPTION_MAX_OUTPUT,
                                             NULL};

const struct command COMMAND_CHECK = {
    "check",
    "[options] DATASET|PACK...",
    "check datasets and rule packs without judging anything",
    "Checks each dataset, and each rule pack (a folder with pack.lua, or the name of an installed one), tells all "
    "their problems with their places, and sums up in a "
    "line each.\n"
    "\n"
    "Exit status: 0 no errors (there may be warnings); 1 errors; 2 something could not be read at all.\n"
    "\n"
    "  peel check samples/*.json rules/peel-2021\n",
    1,
    0,
    "at least one dataset or pack",
    KNOWN,
    run,
};
