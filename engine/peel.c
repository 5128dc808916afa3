/* peel.c: the public library, a thin dress over the engine: what it grades and writes, report/stream.h grades and
 * writes. */
#include "peel.h"
#include "base/mem.h"
#include "report/stream.h"
#include <stdio.h>

struct peel_pack {
    struct pack *pack;
    char *folder;
};

/* --- Problems --------------------------------------------------------------------------------------- */

/* As much of the text as there is room for, to the end of a line. */
static void tell(struct peel_problems *problems, struct diags *diags)
{
    struct buf text;
    buf_init(&text);
    diags_sort(diags);
    if (diags->count > 0) diags_render(diags, &text, false);
    size_t n = text.failed ? 0 : text.length;
    if (n >= PEEL_PROBLEMS)
        for (n = PEEL_PROBLEMS - 1; n > 0 && text.data[n - 1] != '\n';) n--;
    if (n > 0) memcpy(problems->text, text.data, n);
    problems->text[n] = '\0';
    if (n == 0 && diags->errors > 0) strcpy(problems->text, "error: out of memory\n"); /* nor for saying so */
    problems->errors = diags->errors;
    problems->warnings = diags->warnings;
    buf_done(&text);
    diags_done(diags);
}

static void start(struct peel_problems *problems, struct diags *diags)
{
    problems->errors = problems->warnings = 0;
    problems->text[0] = '\0';
    diags_init(diags);
}

static void complain(struct diags *diags, const char *file, const char *what)
{
    struct place place = {file, 0, 0, 0};
    diag_add(diags, DIAG_ERROR, place, NULL, "%s", what);
}

/* --- Packs ------------------------------------------------------------------------------------------ */

static struct limits limits_of(const struct peel_limits *given)
{
    struct limits limits = LIMITS_DEFAULT;
    if (!given) return limits;
    if (given->instructions > 0) limits.instructions = given->instructions;
    if (given->memory > 0) limits.memory = given->memory;
    if (given->seconds > 0) limits.seconds = given->seconds;
    if (given->output > 0) limits.output = given->output;
    return limits;
}

/* A bare name would be looked for elsewhere too: with a slash it is this folder and no other. */
static char *folder_of(const char *folder)
{
    const char *before = strchr(folder, '/') ? "" : "./";
    size_t size = strlen(before) + strlen(folder) + 1;
    char *path = mem_alloc(size);
    if (path) snprintf(path, size, "%s%s", before, folder);
    return path;
}

struct peel_pack *peel_pack_open(const char *folder, const struct peel_limits *limits, struct peel_problems *problems)
{
    struct diags diags;
    start(problems, &diags);
    struct limits resolved = limits_of(limits);
    struct peel_pack *pack = mem_zero(1, sizeof *pack);
    if (pack) pack->folder = folder_of(folder);
    if (pack && pack->folder)
        pack->pack = pack_open(pack->folder, &resolved, &diags);
    else
        complain(&diags, folder, "out of memory");
    tell(problems, &diags);
    if (pack && pack->pack) return pack;
    peel_pack_close(pack);
    return NULL;
}

void peel_pack_close(struct peel_pack *pack)
{
    if (!pack) return;
    pack_close(pack->pack);
    mem_free(pack->folder);
    mem_free(pack);
}

const char *peel_pack_name(const struct peel_pack *pack) { return pack->pack->decl.name.s; }
const char *peel_pack_version(const struct peel_pack *pack) { return pack->pack->decl.version.s; }
const char *peel_pack_digest(const struct peel_pack *pack) { return pack->pack->digest; }

/* --- Grading ---------------------------------------------------------------------------------------- */

struct sink {
    peel_write *write;
    void *context;
};

static bool pour(void *context, const void *bytes, size_t n)
{
    const struct sink *s = context;
    return s->write(s->context, bytes, n);
}

static const struct format *format_of(const struct peel_grading *grading, struct diags *diags)
{
    const char *name = grading && grading->format ? grading->format : "json";
    const struct format *format = format_named(str_of(name));
    struct place place = {"peel_grade", 0, 0, 0};
    if (!format) diag_add(diags, DIAG_ERROR, place, "choose json, jsonl, csv or text", "\"%s\" is no format", name);
    return format;
}

static bool has(struct load *load, const char *only, struct diags *diags)
{
    struct place place = {load_dataset(load)->file, 0, 0, 0};
    if (load_count(load) == 0) return complain(diags, place.file, "there is no organisation in it"), false;
    if (!only || load_has(load, str_of(only), NULL)) return true;
    diag_add(diags, DIAG_ERROR, place, NULL, "no organisation has the id \"%s\"", only);
    return false;
}

static enum peel_exit grade(const struct peel_pack *pack, struct load *load, struct cohort *cohort,
                            const struct peel_grading *how, struct sink *sink, struct diags *diags)
{
    const struct format *format = format_of(how, diags);
    unsigned workers = how && how->workers > 0 ? how->workers : 1;
    const char *only = how ? how->only : NULL;
    if (format && format->names) cohort_keep_names(cohort);
    if (!load_check(load, workers, diags) || !format || !has(load, only, diags)) return PEEL_CANNOT;
    struct str id = str_of(only);
    struct run_totals totals = {0};
    struct stream stream = {
        .format = format,
        .load = load,
        .cohort = cohort,
        .context = sink,
        .write = pour,
        .report = {.pack = pack->pack, .only = only ? &id : NULL, .of = 1, .workers = workers, .style = STYLE_PLAIN}};
    if (!stream_run(&stream, &totals, diags)) return PEEL_CANNOT;
    return totals.partial > 0 ? PEEL_PARTIAL : PEEL_DONE;
}

enum peel_exit peel_grade(const struct peel_pack *pack, const char *dataset, const struct peel_grading *grading,
                          peel_write *write, void *context, struct peel_problems *problems)
{
    struct diags diags;
    struct sink sink = {write, context};
    enum peel_exit status = PEEL_CANNOT;
    start(problems, &diags);
    struct load *load = load_open(dataset, &diags);
    struct cohort *cohort = load ? cohort_open(load, &pack->pack->cohort) : NULL;
    if (cohort)
        status = grade(pack, load, cohort, grading, &sink, &diags);
    else if (load)
        complain(&diags, dataset, "out of memory");
    tell(problems, &diags);
    cohort_close(cohort);
    if (load) load_close(load);
    return status;
}
