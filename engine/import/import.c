/* import.c: the order of things: mapping, tables, round, columns, organisations, values, sums, text; and our own reader
 * over the text. Each step goes as far as what the ones before it left allows, so that one run tells all. */
#include "base/mem.h"
#include "base/source.h"
#include "data/load.h"
#include "import/importing.h"

static bool slurp(struct importing *im)
{
    struct str text;
    char *bytes = source_slurp(im->plan->mapping, MAPPING_FILE, &text.n, im->diags);
    if (!bytes) return false;
    char *kept = arena_try(im->arena, text.n + 1);
    if (kept) memcpy(kept, bytes, text.n + 1);
    mem_free(bytes);
    if (!kept) arena_starved(im->arena);
    im->text = (struct str){kept, text.n};
    return true;
}

static bool declare(struct importing *im)
{
    im->mapping.spot = (struct spot){im->plan->mapping, 0};
    if (!slurp(im)) return false;
    im->script = script_new(&im->plan->limits);
    if (!im->script) arena_starved(im->arena);
    if (!script_mapping(im->script, im->plan->mapping, im->text, im->arena, &im->mapping, im->diags)) return false;
    if (!script_mapping_seal(im->script)) arena_starved(im->arena);
    size_t errors = im->diags->errors;
    sense_check(im);
    return im->diags->errors == errors;
}

/* What our own reader has against the text: the mapping made it so. */
static void tell_refused(struct importing *im, const struct diags *found)
{
    for (size_t i = 0; i < found->count; i++)
        if (found->list[i].severity == DIAG_ERROR)
            diag_add(im->diags, DIAG_ERROR, (struct place){im->plan->mapping, 0, 0, 0},
                     found->list[i].hint[0] ? found->list[i].hint : NULL, "the dataset would not be valid: %s",
                     found->list[i].message);
}

static bool read_back(struct importing *im, const struct buf *text)
{
    struct diags found;
    diags_init(&found);
    struct load *load = load_open_text("the dataset", (struct str){text->data, text->length}, &found);
    bool good = load && load_check(load, 1, &found);
    load_close(load);
    tell_refused(im, &found);
    diags_done(&found);
    if (!good && im->diags->errors == im->errors)
        diag_add(im->diags, DIAG_ERROR, (struct place){im->plan->mapping, 0, 0, 0}, NULL,
                 "out of memory while the dataset was read back");
    return good;
}

static void count(const struct importing *im, struct import_result *result)
{
    result->organisations = im->member_count;
    result->left_out = im->rows_left_out;
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++) result->figures[kind] = im->mapping.figure_count[kind];
    for (size_t i = 0; i < im->member_count; i++) {
        result->in_scope += !im->members[i]->outside;
        for (size_t k = 0; k < im->figure_count; k++) {
            const struct value *v = &im->members[i]->values[k];
            result->missing += v->missing || (im->figures[k].kind == EVIDENCE_SAMPLE && v->part_missing[1]); /* met */
        }
    }
}

static void take_printed(struct importing *im, struct import_result *result)
{
    if (im->script) buf_str(&result->printed, script_printed(im->script, NULL));
}

static bool run(struct importing *im, struct import_result *result)
{
    bool declared = declare(im);
    tables_read(im);
    if (!declared || !round_choose(im)) return false;
    columns_find(im);
    roster_make(im);
    values_read(im);
    values_work_out(im);
    if (!im->broken) sums_check(im);
    parts_compare(im);
    if (im->diags->errors > im->errors) return false;
    write_dataset(im, &result->text);
    if (result->text.failed) arena_starved(im->arena);
    count(im, result);
    return read_back(im, &result->text);
}

struct running {
    struct importing *im;
    struct import_result *result;
    bool good;
};

static void run_all(void *context)
{
    struct running *r = context;
    r->good = run(r->im, r->result);
}

static bool run_protected(struct importing *im, struct import_result *result)
{
    struct running r = {im, result, false};
    if (arena_guard(im->arena, run_all, &r)) return r.good;
    diag_add(im->diags, DIAG_ERROR, (struct place){im->plan->mapping, 0, 0, 0}, NULL,
             "out of memory while the tables were imported");
    return false;
}

bool import_run(const struct import_plan *plan, struct import_result *result, struct diags *diags)
{
    struct arena arena;
    *result = (struct import_result){.organisations = 0};
    buf_init(&result->text);
    buf_init(&result->printed);
    struct importing *im = mem_zero(1, sizeof *im);
    if (!im) {
        diag_add(diags, DIAG_ERROR, (struct place){plan->mapping, 0, 0, 0}, NULL, "out of memory");
        return false;
    }
    arena_init(&arena);
    register_init(&im->ids);
    im->plan = plan;
    im->diags = diags;
    im->errors = diags->errors;
    im->arena = &arena;
    bool good = run_protected(im, result);
    take_printed(im, result);
    script_free(im->script);
    register_done(&im->ids);
    arena_done(&arena);
    mem_free(im);
    diags_sort(diags);
    return good;
}

void import_result_done(struct import_result *result)
{
    buf_done(&result->text);
    buf_done(&result->printed);
}
