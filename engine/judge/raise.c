/* raise.c: see raise.h. */
#include "judge/raise.h"

const struct decl_raise *raise_of(const struct decl_characteristic *decl, int outcome)
{
    if (outcome > PEEL_NOT_MET || decl->raises[outcome].kind == RAISE_NOTHING) return NULL;
    return &decl->raises[outcome];
}

bool raise_concerns(const struct decl_characteristic *decl, int outcome)
{
    const struct decl_raise *raise = raise_of(decl, outcome);
    return raise && raise->kind == RAISE_CONCERN;
}

static const struct decl_raise *raised_by(const struct org_result *r, size_t c)
{
    return raise_of(r->pack->characteristics[c].decl, (int)r->verdicts[c].outcome);
}

void raise_all(struct org_result *r, struct arena *arena)
{
    size_t counts[RAISE_CONCERN + 1] = {0}, characteristics = r->pack->characteristic_count, n = 0;
    const struct decl_raise **raises = arena_alloc(arena, (characteristics + 1) * sizeof *raises);
    uint32_t *because = arena_alloc(arena, (characteristics + 1) * sizeof *because);
    for (size_t c = 0; c < characteristics; c++) {
        const struct decl_raise *raise = raised_by(r, c);
        if (!raise) continue;
        counts[raise->kind]++;
        raises[n] = raise;
        because[n++] = (uint32_t)c;
    }
    struct raised *at[RAISE_CONCERN + 1] = {0};
    at[RAISE_PRACTICE] = r->practices = arena_alloc(arena, (n + 1) * sizeof(struct raised));
    at[RAISE_AFI] = r->improvements = r->practices + (r->practice_count = counts[RAISE_PRACTICE]);
    at[RAISE_CONCERN] = r->concerns = r->improvements + (r->improvement_count = counts[RAISE_AFI]);
    r->concern_count = counts[RAISE_CONCERN];
    for (size_t i = 0; i < n; i++) {
        const struct characteristic *x = &r->pack->characteristics[because[i]];
        *at[raises[i]->kind]++ = (struct raised){raises[i], x->area, x->id.s, &because[i], 1};
    }
}
