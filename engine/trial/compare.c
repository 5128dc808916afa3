/* compare.c: one expectation against one result. */
#include "judge/raise.h"
#include "trial/trial.h"

/* --- lists ------------------------------------------------------------------------------------------------------- */

bool trial_raised(const struct org_result *r, uint32_t c, enum expect_kind kind)
{
    static const enum raise_kind of[] = {
        [EXPECT_IMPROVEMENTS] = RAISE_AFI, [EXPECT_CONCERNS] = RAISE_CONCERN, [EXPECT_PRACTICES] = RAISE_PRACTICE};
    const struct decl_raise *raise = raise_of(r->pack->characteristics[c].decl, (int)r->verdicts[c].outcome);
    return raise && (kind == EXPECT_RAISES || raise->kind == of[kind]);
}

static bool is_listed(const struct decl_expected *e, uint32_t item)
{
    for (size_t i = 0; i < e->count; i++)
        if (e->list[i] == item) return true;
    return false;
}

static bool raises_hold(const struct decl_expected *e, const struct org_result *r)
{
    const struct board_shape *shape = &r->pack->shape;
    uint32_t from = e->area == NO_SLOT ? 0 : shape->area_start[e->area];
    uint32_t to = e->area == NO_SLOT ? (uint32_t)shape->characteristics : shape->area_start[e->area + 1];
    for (uint32_t c = from; c < to; c++)
        if (trial_raised(r, c, e->kind) != is_listed(e, c)) return false;
    return true;
}

bool trial_cap_acted(const struct org_result *r, uint32_t area, struct str id)
{
    const struct area_result *a = &r->areas[area];
    for (size_t i = 0; i < a->capped_count; i++)
        if (str_eq(a->capped[i].cap->decl->id, id)) return true;
    return false;
}

/* "cap" of "area/cap"; s NULL where the cap is of another area. */
static struct str cap_of(struct str name, struct str area)
{
    bool is = name.n > area.n && memcmp(name.s, area.s, area.n) == 0 && name.s[area.n] == '/';
    return is ? (struct str){name.s + area.n + 1, name.n - area.n - 1} : (struct str){NULL, 0};
}

static bool caps_hold(const struct suite *s, const struct decl_expected *e, const struct org_result *r)
{
    for (uint32_t i = 0; i < s->cap_count; i++) {
        struct str id = cap_of(s->caps[i], s->pack->shape.area_ids[e->area]);
        if (id.s && trial_cap_acted(r, e->area, id) != is_listed(e, i)) return false;
    }
    return true;
}

/* --- texts ------------------------------------------------------------------------------------------------------- */

static bool contains(struct str text, struct str part)
{
    for (size_t i = 0; text.s && i + part.n <= text.n; i++)
        if (memcmp(text.s + i, part.s, part.n) == 0) return true;
    return false;
}

/* The same of why an area has its grade, whose grades stand in quotes: as it is, or as its page shows it, without the
 * quotes and their hyphens as spaces. From a quote on, it is known what is quoted. */
static bool stands_at(struct str text, size_t i, struct str part)
{
    size_t k = 0;
    for (bool quoted = false; i < text.n && k < part.n; i++) {
        bool quote = text.s[i] == '`', shown = quoted && text.s[i] == '-' && part.s[k] == ' ';
        if (quote) quoted = !quoted;
        if (text.s[i] == part.s[k] || shown)
            k++;
        else if (!quote)
            return false;
    }
    return k == part.n;
}

static bool tells(struct str text, struct str part)
{
    for (size_t i = 0; text.s && i < text.n; i++)
        if (stands_at(text, i, part)) return true;
    return false;
}

static bool why_holds(const struct decl_expected *e, const struct area_result *a)
{
    bool found = a->ladder && tells(a->ladder->reason, e->text);
    for (size_t i = 0; i < a->why_count; i++) found = found || tells(a->why[i], e->text);
    return found;
}

bool trial_holds(const struct suite *s, const struct decl_expected *e, const struct org_result *r)
{
    switch (e->kind) {
    case EXPECT_OUTCOME: return (int)r->verdicts[e->characteristic].outcome == e->word;
    case EXPECT_GRADE: return r->areas[e->area].grade == e->word;
    case EXPECT_COMPUTED: return r->areas[e->area].computed == e->word;
    case EXPECT_CAPS: return caps_hold(s, e, r);
    case EXPECT_BECAUSE: return contains(r->verdicts[e->characteristic].reason, e->text);
    case EXPECT_WHY: return why_holds(e, &r->areas[e->area]);
    default: return raises_hold(e, r);
    }
}

/* --- broken rules
 * --------------------------------------------------------------------------------------------------------- */

static bool is_broken(const struct verdict *v) { return v && (v->outcome == PEEL_ERROR || v->outcome == PEEL_LIMIT); }

static bool expects_outcome(const struct decl_case *is, uint32_t c, enum peel_outcome outcome)
{
    for (size_t i = 0; i < is->expected_count; i++)
        if (is->expected[i].kind == EXPECT_OUTCOME && is->expected[i].characteristic == c &&
            is->expected[i].word == (int)outcome)
            return true;
    return false;
}

static bool expects_no_grade(const struct decl_case *is, uint32_t area)
{
    for (size_t i = 0; i < is->expected_count; i++) {
        const struct decl_expected *e = &is->expected[i];
        if ((e->kind == EXPECT_GRADE || e->kind == EXPECT_COMPUTED) && e->area == area &&
            (e->word == PEEL_GRADE_ERROR || e->word == PEEL_GRADE_LIMIT))
            return true;
    }
    return false;
}

static const struct verdict *broken_in(const struct area_result *a)
{
    if (is_broken(a->ladder)) return a->ladder;
    for (size_t i = 0; a->caps && i < a->area->cap_count; i++)
        if (is_broken(a->caps[i])) return a->caps[i];
    return NULL;
}

const struct verdict *trial_broken(const struct decl_case *is, const struct org_result *r, uint32_t *characteristic,
                                   uint32_t *area)
{
    *characteristic = *area = NO_SLOT;
    if (!r->partial) return NULL;
    for (uint32_t c = 0; c < r->pack->characteristic_count; c++)
        if (is_broken(&r->verdicts[c]) && !expects_outcome(is, c, r->verdicts[c].outcome))
            return *characteristic = c, *area = r->pack->characteristics[c].area, &r->verdicts[c];
    for (uint32_t a = 0; a < r->pack->area_count; a++)
        if (broken_in(&r->areas[a]) && !expects_no_grade(is, a)) return *area = a, broken_in(&r->areas[a]);
    return NULL;
}
