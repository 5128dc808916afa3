/* mutants.c: see mutants.h. */
#include "trial/mutants.h"
#include "base/mem.h"
#include <math.h>

struct breeding {
    const struct suite *suite;
    const char *pattern;
    struct arena *arena;
    struct mutants *to;
    size_t capacity;
    size_t first; /* file of cases: where the last mutant was noticed, the next one, its neighbour, most likely is */
    bool starved;
};

static struct mutant *add(struct breeding *b, const char *file, int line, const char *what)
{
    struct mutants *to = b->to;
    if (to->count == b->capacity) {
        size_t capacity = b->capacity ? 2 * b->capacity : 128;
        struct mutant *list = arena_alloc(b->arena, capacity * sizeof *list);
        if (to->count) memcpy(list, to->list, to->count * sizeof *list);
        to->list = list;
        b->capacity = capacity;
    }
    to->list[to->count] = (struct mutant){file, line, what, false};
    return &to->list[to->count++];
}

/* --- one mutant -------------------------------------------------------------------------------------------------- */

struct watch {
    struct breeding *b;
    bool noticed;
};

static bool stop_at_first(void *context, const struct trial *t)
{
    struct watch *w = context;
    if (t->state == TRIAL_PASSED) return true;
    w->noticed = true;
    w->b->first = (size_t)(t->file - t->suite->files);
    return false;
}

static bool is_noticed(struct breeding *b, size_t file, struct str text)
{
    struct diags diags;
    struct trial_totals totals;
    struct watch watch = {b, false};
    diags_init(&diags);
    struct pack *pack = pack_open_changed(b->suite->pack, file, text, &diags);
    const struct trial_plan plan = {pack, b->suite, b->pattern, b->first, &watch, stop_at_first};
    if (pack && !trial_run(&plan, &totals, &diags)) b->starved = true; /* the evidence was good for the pack itself */
    diags_done(&diags);
    if (!pack) return true;
    pack_close(pack);
    return watch.noticed;
}

static void breed(struct breeding *b, size_t file, const struct mutation *m)
{
    const struct pack_file *of = &b->suite->pack->files[file];
    struct buf text;
    if (b->starved) return;
    struct mutant *mutant = add(b, of->name, m->line, m->what);
    buf_init(&text);
    buf_add(&text, of->text.s, m->start);
    buf_put(&text, m->with);
    buf_add(&text, of->text.s + m->start + m->length, of->text.n - m->start - m->length);
    if (text.failed)
        b->starved = true;
    else
        mutant->noticed = is_noticed(b, file, (struct str){text.data, text.length});
    b->to->noticed += mutant->noticed;
    buf_done(&text);
}

/* --- parameters
 * ------------------------------------------------------------------------------------------------------- */

static double step_of(const struct decl_parameter *p)
{
    if (p->unit.s && str_is(p->unit, "share")) return 0.01;
    if (p->unit.s && str_is(p->unit, "count")) return 1;
    return fabs(p->value) / 100;
}

static void move(struct breeding *b, const struct decl_parameter *p, double to)
{
    char with[DOUBLE_TEXT + 1], was[DOUBLE_TEXT + 1];
    struct mutation m = {.line = p->spot.line, .with = with};
    const struct pack_file *manifest = &b->suite->pack->files[0];
    if (p->unit.s && str_is(p->unit, "share") && (to < 0 || to > 1)) return;
    if (!script_parameter_value(manifest->text, p->spot.line, p->name, &m.start, &m.length)) return;
    with[double_text(to, with)] = '\0';
    was[double_text(p->value, was)] = '\0';
    m.what = arena_printf(b->arena, "parameter %s %s in place of %s", p->name.s, with, was);
    breed(b, 0, &m);
}

static void move_parameters(struct breeding *b)
{
    const struct decl_pack *pack = &b->suite->pack->decl;
    for (size_t i = 0; i < pack->parameter_count; i++) {
        const struct decl_parameter *p = &pack->parameters[i];
        double step = step_of(p);
        if (step <= 0) continue;
        move(b, p, rint((p->value + step) * 1e12) / 1e12);
        move(b, p, rint((p->value - step) * 1e12) / 1e12);
    }
}

/* --- all of them
 * --------------------------------------------------------------------------------------------------------- */

bool mutants_run(const struct suite *suite, const char *pattern, struct arena *arena, struct mutants *to,
                 struct diags *diags)
{
    struct breeding b = {.suite = suite, .pattern = pattern, .arena = arena, .to = to};
    *to = (struct mutants){NULL, 0, 0};
    move_parameters(&b);
    for (size_t f = 1; f < suite->pack->file_count; f++) {
        struct mutations list;
        script_mutations(suite->pack->files[f].text, arena, &list);
        for (size_t i = 0; i < list.count; i++) breed(&b, f, &list.list[i]);
    }
    if (b.starved) diag_add(diags, DIAG_ERROR, (struct place){0}, NULL, "out of memory while the pack was changed");
    return !b.starved;
}
