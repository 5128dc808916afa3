/* cell.c: see cell.h. */
#include "cohort/cell.h"
#include "base/buf.h"
#include <math.h>
#include <stdlib.h>

#define QUIET_NAN UINT64_C(0x7FF8000000000000)

double cell_without(enum cell_why why)
{
    double cell;
    uint64_t bits = QUIET_NAN | (uint64_t)why;
    memcpy(&cell, &bits, sizeof cell);
    return cell;
}

enum cell_why cell_why(double cell)
{
    uint64_t bits;
    if (!isnan(cell)) return CELL_NUMBER;
    memcpy(&bits, &cell, sizeof bits);
    return (enum cell_why)(bits & 0xFF);
}

const char *cell_why_name(enum cell_why why)
{
    static const char *const names[] = {"no-rate", "out-of-scope", "left-out", "left-out", "not-among-the-peers"};
    if (why >= CELL_UNDECIDED) return "undecided";
    return why < CELL_NO_RATE ? peel_missing_name((enum peel_missing)why) : names[why - CELL_NO_RATE];
}

enum cell_why cell_undecided(enum cell_why why) { return (enum cell_why)(why - CELL_UNDECIDED); }

/* --- Numbers ----------------------------------------------------------------------------------------------------- */

double cell_rate(const struct dataset *dataset, const struct org *org, uint32_t slot)
{
    const struct entry *e = &dataset->catalogues[EVIDENCE_MEASURE].entries[slot];
    const struct measure *m = &org->measures[slot];
    if (m->is.missing != PEEL_PRESENT) return cell_without((enum cell_why)m->is.missing);
    if (e->denominator == NO_SLOT) return m->value.value;
    const struct measure *below = &org->measures[e->denominator];
    if (below->is.missing != PEEL_PRESENT) return cell_without((enum cell_why)below->is.missing);
    double rate = below->value.value > 0 ? entry_rate(e, m->value.value, below->value.value) : (double)NAN;
    return isfinite(rate) ? rate : cell_without(CELL_NO_RATE);
}

double cell_key(const struct dataset *dataset, const struct org *org, uint32_t slot)
{
    double rate = cell_rate(dataset, org, slot);
    return cell_why(rate) == CELL_NUMBER ? double_tidy(rate) : rate;
}

/* --- Names ------------------------------------------------------------------------------------------------------- */

/* What is searched begins with its id. */
static int by_id(const void *key, const void *element)
{
    return str_compare(*(const struct str *)key, *(const struct str *)element);
}

static const void *find(struct str id, const void *list, size_t count, size_t size)
{
    return count ? bsearch(&id, list, count, size, by_id) : NULL;
}

struct str cohort_why_left_out(const struct cohort_choice *c, struct str id)
{
    const struct cohort_left_out *found = find(id, c->left_out, c->left_out_count, sizeof *c->left_out);
    return found ? found->why : (struct str){NULL, 0};
}

bool cell_is_named(const struct cohort_choice *c, struct str id)
{
    return c->peers != PEERS_NAMED || find(id, c->named, c->named_count, sizeof *c->named);
}

/* --- Who counts --------------------------------------------------------------------------------------------------- */

enum cell_why cell_unless(const struct dataset *dataset, const struct org *org, uint32_t decides,
                          const struct cohort_choice *c)
{
    if (!c->unless.measure.s) return CELL_NUMBER;
    double rate =
        decides == NO_SLOT ? cell_without((enum cell_why)PEEL_NOT_COLLECTED) : cell_rate(dataset, org, decides);
    if (cell_why(rate) != CELL_NUMBER) return (enum cell_why)(CELL_UNDECIDED + (int)cell_why(rate));
    return (c->unless.above ? rate > c->unless.limit : rate < c->unless.limit) ? CELL_BEYOND : CELL_NUMBER;
}

double cell_of(const struct dataset *dataset, const struct org *org, uint32_t slot, uint32_t decides,
               const struct cohort_choice *c)
{
    if (!cell_is_named(c, org->id)) return cell_without(CELL_NOT_NAMED); /* nobody looks for it here */
    if (!org->in_scope) return cell_without(CELL_OUT_OF_SCOPE);
    if (cohort_why_left_out(c, org->id).s) return cell_without(CELL_LEFT_OUT);
    enum cell_why counts = cell_unless(dataset, org, decides, c);
    double rate = cell_rate(dataset, org, slot);
    if (counts == CELL_BEYOND || (counts != CELL_NUMBER && cell_why(rate) == CELL_NUMBER)) return cell_without(counts);
    return rate; /* that it is missing is told before what is not known of it */
}
