/* cohort.c: the columns, and what one organisation sees of them. The lines are drawn in draw.c, the telling of it is in
 * entry.c. */
#include "cohort/columns.h"

#include "base/mem.h"

/* --- Filling ----------------------------------------------------------------------------------------------------- */

static void look(void *context, const struct org *org, double *cells)
{
    const struct cohort *c = context;
    for (const struct column *of = c->columns; of < c->columns + c->count; of++)
        *cells++ = cell_of(c->dataset, org, of->slot, of->decides, of->choice);
    for (size_t i = 0; i < c->key_count; i++)
        *cells++ = org->in_scope ? cell_key(c->dataset, org, c->keys[i].slot) : cell_without(CELL_OUT_OF_SCOPE);
}

static bool resize(double **cells, size_t room)
{
    double *resized = mem_realloc(*cells, room * sizeof *resized);
    if (resized) *cells = resized;
    return resized != NULL;
}

static bool grow_ends(struct cohort *c, size_t room)
{
    uint32_t *ends = mem_realloc(c->name_ends, room * sizeof *ends);
    if (ends) c->name_ends = ends;
    return ends != NULL;
}

/* By a quarter: the spare room of sixty columns counts. */
static bool grow(struct cohort *c)
{
    size_t room = c->room + c->room / 4 + 64;
    for (size_t i = 0; i < c->count; i++)
        if (!resize(&c->columns[i].cells, room)) return false;
    for (size_t i = 0; i < c->key_count; i++)
        if (!resize(&c->keys[i].cells, room)) return false;
    c->room = room;
    return !c->keeps_names || grow_ends(c, room);
}

static bool keep_name(struct cohort *c, struct str name)
{
    if (c->names.length + name.n > UINT32_MAX) return false;
    buf_str(&c->names, name);
    c->name_ends[c->organisations] = (uint32_t)c->names.length;
    return !c->names.failed;
}

/* Where an organisation was not shown the dataset is not good, and nothing will be asked. */
static bool keep(void *context, struct str name, const double *cells)
{
    struct cohort *c = context;
    if (c->organisations == UINT32_MAX || (c->organisations == c->room && !grow(c))) return false;
    for (size_t i = 0; i < c->count; i++) c->columns[i].cells[c->organisations] = *cells++;
    for (size_t i = 0; i < c->key_count; i++) c->keys[i].cells[c->organisations] = *cells++;
    if (c->keeps_names && !keep_name(c, name)) return false;
    c->organisations++;
    return true;
}

/* --- Opening ----------------------------------------------------------------------------------------------------- */

static uint32_t slot_of(const struct cohort *c, struct str measure)
{
    return measure.s ? catalogue_find(&c->dataset->catalogues[EVIDENCE_MEASURE], measure) : NO_SLOT;
}

static struct key_column *key_of(struct cohort *c, struct str measure)
{
    uint32_t slot = slot_of(c, measure);
    if (slot == NO_SLOT) return NULL;
    for (size_t i = 0; i < c->key_count; i++)
        if (c->keys[i].slot == slot) return &c->keys[i];
    c->keys[c->key_count].slot = slot;
    return &c->keys[c->key_count++];
}

/* What this dataset does not have is missing of everyone in it: no column. */
static void set_up(struct cohort *c)
{
    for (size_t i = 0; i < c->plan->count; i++) {
        const struct cohort_choice *choice = &c->plan->choices[i];
        uint32_t slot = slot_of(c, choice->measure);
        if (slot == NO_SLOT) continue;
        struct column *column = &c->columns[c->count];
        column->choice = choice;
        column->slot = slot;
        column->decides = slot_of(c, choice->unless.measure);
        if (choice->peers == PEERS_SIMILAR) column->key = key_of(c, choice->similar);
        c->by_slot[slot] = (uint32_t)c->count++;
    }
    c->witness = (struct witness){c, c->count + c->key_count, look, keep};
}

struct cohort *cohort_open(struct load *load, const struct cohort_plan *plan)
{
    struct cohort *c = mem_zero(1, sizeof *c);
    if (!c) return NULL;
    c->load = load;
    c->dataset = load_dataset(load);
    c->plan = plan;
    size_t slots = c->dataset->catalogues[EVIDENCE_MEASURE].count;
    c->columns = mem_zero(plan->count + 1, sizeof *c->columns);
    c->keys = mem_zero(plan->count + 1, sizeof *c->keys);
    c->by_slot = mem_alloc((slots + 1) * sizeof *c->by_slot);
    if (!c->columns || !c->keys || !c->by_slot || pthread_mutex_init(&c->drawing, NULL) != 0) {
        mem_free(c->columns), mem_free(c->keys), mem_free(c->by_slot), mem_free(c);
        return NULL;
    }
    memset(c->by_slot, 0xff, (slots + 1) * sizeof *c->by_slot);
    set_up(c);
    load_watch(load, &c->witness);
    return c;
}

void cohort_keep_names(struct cohort *c) { c->keeps_names = true; }

void cohort_close(struct cohort *c)
{
    if (!c) return;
    for (size_t i = 0; i < c->count; i++) {
        drawing_free(atomic_load(&c->columns[i].drawing));
        mem_free(c->columns[i].cells);
    }
    for (size_t i = 0; i < c->key_count; i++) {
        mem_free(c->keys[i].cells);
        mem_free(atomic_load(&c->keys[i].order));
    }
    pthread_mutex_destroy(&c->drawing);
    mem_free(c->name_ends);
    mem_free(c->scratch);
    mem_free(c->far);
    buf_done(&c->names);
    mem_free(c->columns);
    mem_free(c->keys);
    mem_free(c->by_slot);
    mem_free(c);
}

/* --- Asking ------------------------------------------------------------------------------------------------------ */

uint32_t cohort_choice_of(const struct cohort *c, uint32_t slot)
{
    return c && slot != NO_SLOT ? c->by_slot[slot] : COHORT_NONE;
}

const struct cohort_choice *cohort_choice(const struct cohort *c, uint32_t choice) { return c->columns[choice].choice; }
uint32_t cohort_slot(const struct cohort *c, uint32_t choice) { return c->columns[choice].slot; }
size_t cohort_count(const struct cohort *c) { return c ? c->count : 0; }
bool cohort_is_used(const struct cohort *c, uint32_t choice) { return atomic_load(&c->columns[choice].used); }
struct str cohort_id(const struct cohort *c, uint32_t organisation) { return load_id(c->load, organisation); }

struct str cohort_name(const struct cohort *c, uint32_t organisation)
{
    uint32_t from = organisation ? c->name_ends[organisation - 1] : 0;
    return (struct str){c->names.data + from, c->name_ends[organisation] - from};
}

static struct cohort_view standing(enum cohort_standing s) { return (struct cohort_view){.standing = s}; }

static struct cohort_view of_lines(const struct outlier_lines *lines, const double *sorted, bool among)
{
    enum cohort_standing s = lines->status == OUTLIER_DONE ? COHORT_STANDS : COHORT_NO_LINES;
    return (struct cohort_view){s, {NULL, 0}, lines, sorted, lines->n, among};
}

static struct cohort_view among_similar(struct cohort *c, struct column *column, const struct org *org,
                                        struct arena *arena)
{
    double key =
        column->key ? cell_key(c->dataset, org, column->key->slot) : cell_without((enum cell_why)PEEL_NOT_COLLECTED);
    if (cell_why(key) != CELL_NUMBER) return standing(COHORT_NO_LIKENESS);
    struct similar_room room;
    struct outlier_lines *lines = arena_try(arena, sizeof *lines);
    size_t size = similar_room_size(column->choice);
    char *memory = arena_try(arena, size);
    if (!lines || !memory) return standing(COHORT_STARVED);
    similar_room_lay(column->choice, memory, &room);
    if (!draw_similar(c, column, (uint32_t)org->index, key, &room, lines)) return standing(COHORT_STARVED);
    return of_lines(lines, room.values, true);
}

const struct outlier_lines *cohort_lines(struct cohort *c, uint32_t choice)
{
    const struct drawing *drawing = draw_once(c, &c->columns[choice]);
    return drawing ? &drawing->lines : NULL;
}

struct cohort_view cohort_view(struct cohort *c, uint32_t choice, const struct org *org, struct arena *arena)
{
    struct column *column = &c->columns[choice];
    atomic_store_explicit(&column->used, true, memory_order_relaxed);
    if (!org->in_scope) return standing(COHORT_OUT_OF_SCOPE);
    struct str why = cohort_why_left_out(column->choice, org->id);
    if (why.s) return (struct cohort_view){.standing = COHORT_LEFT_OUT, .why = why};
    enum cell_why counts = cell_unless(c->dataset, org, column->decides, column->choice);
    if (counts == CELL_BEYOND)
        return (struct cohort_view){.standing = COHORT_BEYOND, .why = column->choice->unless.because};
    if (counts != CELL_NUMBER) return standing(COHORT_UNDECIDED);
    if (column->choice->peers == PEERS_SIMILAR) return among_similar(c, column, org, arena);
    const struct drawing *drawing = draw_once(c, column);
    return drawing ? of_lines(&drawing->lines, column->cells, cell_is_named(column->choice, org->id))
                   : standing(COHORT_STARVED);
}
