/* coverage.c: see coverage.h. */
#include "trial/coverage.h"
#include "judge/raise.h"
#include "script/sayings.h"

/* --- what there is ------------------------------------------------------------------------------------------------ */

struct making {
    struct coverage *coverage;
    struct arena *arena;
    size_t capacity;
};

static struct cover_item *add(struct making *m, enum cover_kind kind, struct spot spot)
{
    struct coverage *c = m->coverage;
    if (c->count == m->capacity) {
        size_t capacity = m->capacity ? 2 * m->capacity : 256;
        struct cover_item *items = arena_alloc(m->arena, capacity * sizeof *items);
        if (c->count) memcpy(items, c->items, c->count * sizeof *items);
        c->items = items;
        m->capacity = capacity;
    }
    struct cover_item *item = &c->items[c->count++];
    *item = (struct cover_item){
        .kind = kind, .area = NO_SLOT, .characteristic = NO_SLOT, .file = spot.file, .line = spot.line};
    return item;
}

static struct str text_of(const struct pack *pack, const char *file)
{
    for (size_t i = 0; i < pack->file_count; i++)
        if (strcmp(pack->files[i].name, file) == 0) return pack->files[i].text;
    return STR("");
}

static unsigned said_by_bands(const struct decl_bands *bands)
{
    unsigned said = 0;
    for (size_t i = 0; i < bands->count; i++)
        said |= 1u << (str_is(bands->list[i].name, "met") ? PEEL_MET : str_is(bands->list[i].name, "partly_met") ? PEEL_PARTLY_MET : PEEL_NOT_MET);
    return said;
}

unsigned coverage_outcomes(const struct pack *pack, uint32_t characteristic)
{
    const struct decl_characteristic *d = pack->characteristics[characteristic].decl;
    if (d->bands) return said_by_bands(d->bands) | 1u << PEEL_NO_EVIDENCE;
    unsigned said = d->findings ? 1u << PEEL_MET | 1u << PEEL_PARTLY_MET | 1u << PEEL_NOT_MET
                                : script_sayings(text_of(pack, d->spot.file), d->spot.line);
    return said | 1u << PEEL_NO_EVIDENCE;
}

static void add_characteristic(struct making *m, uint32_t c)
{
    const struct characteristic *is = &m->coverage->pack->characteristics[c];
    unsigned said = coverage_outcomes(m->coverage->pack, c);
    for (int outcome = PEEL_MET; outcome <= PEEL_NO_EVIDENCE; outcome++) {
        if (!(said >> outcome & 1)) continue;
        struct cover_item *item = add(m, COVER_OUTCOME, is->decl->spot);
        item->characteristic = c, item->area = is->area, item->word = outcome;
    }
    for (int outcome = PEEL_MET; outcome <= PEEL_NOT_MET; outcome++)
        for (int yes = 1; yes >= 0 && raise_of(is->decl, outcome); yes--) {
            struct cover_item *item = add(m, COVER_RAISE, raise_of(is->decl, outcome)->spot);
            item->characteristic = c, item->area = is->area, item->word = outcome, item->yes = yes;
        }
}

static bool may_raise_concern(const struct pack *pack, uint32_t a)
{
    for (uint32_t c = pack->shape.area_start[a]; c < pack->shape.area_start[a + 1]; c++)
        for (int outcome = PEEL_MET; outcome <= PEEL_NOT_MET; outcome++)
            if (raise_concerns(pack->characteristics[c].decl, outcome)) return true;
    return false;
}

static bool can_be_banded(const struct pack *pack, uint32_t a, int grade)
{
    const struct decl_bands *bands = pack->areas[a].decl->bands;
    bool can = grade == pack->ladder.concern && may_raise_concern(pack, a);
    for (size_t i = 0; i < bands->count; i++) can = can || pack_grade_named(pack, bands->list[i].name) == grade;
    for (size_t i = 0; i < pack->areas[a].cap_count; i++) can = can || pack->areas[a].caps[i].at == grade;
    return can;
}

/* A function may give any grade; rungs give theirs, a cause of concern its own, a cap the best that it leaves. */
static bool can_be_graded(const struct pack *pack, uint32_t a, int grade)
{
    const struct ladder *l = &pack->ladder;
    if (pack->areas[a].decl->bands) return can_be_banded(pack, a, grade);
    if (pack->areas[a].ladder >= 0 || l->function >= 0) return true;
    bool can = grade == l->concern && may_raise_concern(pack, a);
    for (size_t i = 0; i < l->rung_count; i++) can = can || l->rungs[i].grade == grade;
    for (size_t i = 0; i < pack->areas[a].cap_count; i++) can = can || pack->areas[a].caps[i].at == grade;
    return can;
}

static void add_area(struct making *m, uint32_t a)
{
    const struct pack *pack = m->coverage->pack;
    for (uint32_t c = pack->shape.area_start[a]; c < pack->shape.area_start[a + 1]; c++) add_characteristic(m, c);
    for (size_t i = 0; i < pack->areas[a].cap_count; i++)
        for (int yes = 1; yes >= 0; yes--) {
            struct cover_item *item = add(m, COVER_CAP, pack->areas[a].caps[i].decl->spot);
            item->area = a, item->cap = pack->areas[a].caps[i].decl, item->yes = yes;
        }
    for (size_t g = 0; g < pack->decl.scale.count && pack->areas[a].decl->graded; g++) {
        if (!can_be_graded(pack, a, (int)g)) continue;
        struct cover_item *item = add(m, COVER_GRADE, pack->areas[a].decl->spot);
        item->area = a, item->word = (int)g;
    }
}

void coverage_make(struct coverage *c, const struct pack *pack, struct arena *arena)
{
    struct making m = {c, arena, 0};
    *c = (struct coverage){.pack = pack};
    for (uint32_t a = 0; a < pack->area_count; a++) add_area(&m, a);
}

/* --- what was said of it ----------------------------------------------------------------------------------------- */

static bool is_of_area(const struct decl_expected *e, uint32_t area) { return e->area == NO_SLOT || e->area == area; }

static bool speaks_of_raise(const struct cover_item *item, const struct decl_expected *e, const struct org_result *r)
{
    static const enum raise_kind of[] = {
        [EXPECT_IMPROVEMENTS] = RAISE_AFI, [EXPECT_CONCERNS] = RAISE_CONCERN, [EXPECT_PRACTICES] = RAISE_PRACTICE};
    const struct decl_raise *raise = raise_of(r->pack->characteristics[item->characteristic].decl, item->word);
    if (e->kind < EXPECT_RAISES || e->kind > EXPECT_PRACTICES || !is_of_area(e, item->area)) return false;
    if (e->kind != EXPECT_RAISES && of[e->kind] != raise->kind) return false;
    return item->yes == ((int)r->verdicts[item->characteristic].outcome == item->word);
}

static bool speaks_of_cap(const struct cover_item *item, const struct decl_expected *e, const struct org_result *r)
{
    bool of_caps = e->kind == EXPECT_CAPS || e->kind == EXPECT_GRADE || e->kind == EXPECT_COMPUTED;
    return of_caps && e->area == item->area && trial_cap_acted(r, item->area, item->cap->id) == item->yes;
}

static bool speaks_of(const struct cover_item *item, const struct decl_expected *e, const struct org_result *r)
{
    switch (item->kind) {
    case COVER_OUTCOME:
        return e->kind == EXPECT_OUTCOME && e->characteristic == item->characteristic && e->word == item->word;
    case COVER_GRADE:
        return (e->kind == EXPECT_GRADE || e->kind == EXPECT_COMPUTED) && e->area == item->area &&
               e->word == item->word;
    case COVER_CAP: return speaks_of_cap(item, e, r);
    default: return speaks_of_raise(item, e, r);
    }
}

void coverage_count(struct coverage *c, const struct trial *t)
{
    for (size_t i = 0; i < t->is->expected_count; i++)
        for (size_t k = 0; k < c->count && t->held[i]; k++)
            c->items[k].hits += speaks_of(&c->items[k], &t->is->expected[i], t->result);
}

/* --- in figures
 * -------------------------------------------------------------------------------------------------------- */

size_t coverage_items(const struct coverage *c, enum cover_kind kind)
{
    size_t n = 0;
    for (size_t i = 0; i < c->count; i++) n += kind == COVER_KINDS || c->items[i].kind == kind;
    return n;
}

size_t coverage_covered(const struct coverage *c, enum cover_kind kind)
{
    size_t n = 0;
    for (size_t i = 0; i < c->count; i++)
        n += (kind == COVER_KINDS || c->items[i].kind == kind) && c->items[i].hits > 0;
    return n;
}

bool coverage_reaches(const struct coverage *c, double percent)
{
    return 100.0 * (double)coverage_covered(c, COVER_KINDS) >= percent * (double)c->count;
}
