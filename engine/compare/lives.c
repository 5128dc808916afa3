/* lives.c: see lives.h. */
#include "compare/lives.h"

const char *life_change_name(enum life_change change)
{
    static const char *const names[LIFE_CHANGES] = {"escalated", "reopened",         "repeated",   "opened",
                                                    "still-open", "eased",           "closed",     "no-longer-raised",
                                                    "not-judged-again", "lapsed", "no-longer-told"};
    return names[change];
}

bool life_differs(enum life_change change) { return change != LIFE_STILL_OPEN && change != LIFE_REPEATED; }

/* --- Events ------------------------------------------------------------------------------------------------------- */

static bool is_one_of(struct str status, const char *const *words)
{
    for (; *words; words++)
        if (str_is(status, *words)) return true;
    return false;
}

static bool closes(struct str status)
{
    static const char *const words[] = {"closed", "complete", "completed", "withdrawn", NULL};
    return is_one_of(status, words);
}

/* The newest with a status; of one date, the later in the file. */
static const struct side_event *newest(const struct side_item *x)
{
    const struct side_event *last = NULL;
    for (size_t i = 0; i < x->event_count; i++) {
        const struct side_event *e = &x->events[i];
        if (e->status.s && (!last || date_compare(e->date, last->date) >= 0)) last = e;
    }
    return last;
}

static struct date first_date(const struct side_item *x)
{
    struct date first = {0};
    for (size_t i = 0; x && i < x->event_count; i++)
        if (!first.year || date_compare(x->events[i].date, first) < 0) first = x->events[i].date;
    return first;
}

static bool is_closed(const struct side_item *x)
{
    const struct side_event *e = newest(x);
    return e && closes(e->status);
}

/* An event of that status which the older side did not tell of. */
static const struct side_event *news(const struct life *l, const char *status)
{
    for (size_t i = 0; i < l->now->event_count; i++) {
        const struct side_event *e = &l->now->events[i];
        bool known = false;
        for (size_t k = 0; l->was && k < l->was->event_count && !known; k++)
            known = date_compare(l->was->events[k].date, e->date) == 0 && str_eq(l->was->events[k].status, e->status);
        if (!known && str_is(e->status, status)) return e;
    }
    return NULL;
}

/* --- Deadlines ---------------------------------------------------------------------------------------------------- */

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

static bool add_months(struct date *d, int64_t months)
{
    int64_t month = (d->month ? d->month : 1) - 1 + months;
    int64_t year = d->year + month / 12;
    if (year > 9999) return false;
    bool coarse = d->month == 0;
    d->year = (uint16_t)year;
    if (coarse) return months % 12 == 0; /* of a year alone, only years can be told */
    d->month = (uint8_t)(month % 12 + 1);
    if (d->day > days_in(d->year, d->month)) d->day = (uint8_t)days_in(d->year, d->month);
    return true;
}

static bool add_days(struct date *d, int64_t days)
{
    if (d->day == 0 || days > 40000) return false;
    for (; days > 0; days--) {
        if (d->day++ < days_in(d->year, d->month)) continue;
        d->day = 1;
        if (d->month++ < 12) continue;
        d->month = 1;
        if (d->year++ == 9999) return false;
    }
    return true;
}

/* "6 months": the number; what is left of the text is put into *unit. */
static bool amount(struct str text, int64_t *n, struct str *unit)
{
    size_t i = 0;
    *n = 0;
    for (; i < text.n && text.s[i] >= '0' && text.s[i] <= '9'; i++)
        if ((*n = *n * 10 + (text.s[i] - '0')) > 100000) return false;
    if (i == 0) return false;
    while (i < text.n && text.s[i] == ' ') i++;
    *unit = (struct str){text.s + i, text.n - i};
    return true;
}

bool lives_due(struct str deadline, struct date since, struct date *due)
{
    int64_t n;
    struct str unit;
    if (!deadline.s) return false;
    if (date_parse(deadline, due)) return true;
    *due = since;
    if (since.year == 0) return false;
    if (str_is(deadline, "immediately")) return true;
    if (!amount(deadline, &n, &unit)) return false;
    if (str_is(unit, "day") || str_is(unit, "days")) return add_days(due, n);
    if (str_is(unit, "week") || str_is(unit, "weeks")) return add_days(due, 7 * n);
    if (str_is(unit, "month") || str_is(unit, "months")) return add_months(due, n);
    if (str_is(unit, "year") || str_is(unit, "years")) return add_months(due, 12 * n);
    return false;
}

/* --- One life ----------------------------------------------------------------------------------------------------- */

struct telling_lives {
    const struct crosswalk *c;
    const struct side_org *was, *now;
    struct date on;
    struct arena *arena;
    struct lives lives;
};

static bool is_open(const struct life *l)
{
    return l->now && l->change <= LIFE_EASED && !(l->now->recorded && is_closed(l->now));
}

/* Past: the day after it, at the earliest. Of a month or a year alone, once the next has begun. */
static bool has_passed(struct date due, struct date on)
{
    if (due.month == 0) return on.year > due.year;
    if (due.day == 0) return on.year > due.year || (on.year == due.year && on.month > due.month);
    return date_compare(on, due) > 0;
}

/* Raised by rules, it is known since the older side's judgment of its area was published, where it was raised there. */
static struct date since_of(const struct telling_lives *t, const struct life *l)
{
    const struct side_item *first = l->was ? l->was : l->now;
    struct date date = first_date(l->now);
    if (first_date(l->was).year && (!date.year || date_compare(first_date(l->was), date) < 0)) date = first_date(l->was);
    if (first->recorded || !l->was) return date;
    for (size_t a = 0; a < t->c->was->area_count; a++)
        if (str_eq(t->c->was->areas[a].id, l->was->area)) date = t->was->judgments[a].date;
    return date;
}

static void tell_overdue(const struct telling_lives *t, struct life *l)
{
    const struct side_item *x = l->now && l->now->recommendation_count ? l->now : l->was;
    if (!x || !is_open(l) || t->on.year == 0) return;
    l->overdue = arena_zero(t->arena, x->recommendation_count + 1, sizeof *l->overdue);
    for (size_t i = 0; i < x->recommendation_count; i++) {
        struct date due;
        if (lives_due(x->recommendations[i].deadline, l->since, &due) && has_passed(due, t->on))
            l->overdue[l->overdue_count++] = (struct overdue){&x->recommendations[i], due};
    }
}

static void add(struct telling_lives *t, struct life l)
{
    l.since = since_of(t, &l);
    l.because = OUTCOME_CAUSES;
    l.concern = l.change == LIFE_ESCALATED || (l.now ? l.now->concern : l.was->concern);
    tell_overdue(t, &l);
    t->lives.list[t->lives.count++] = l;
}

/* --- What is recorded and what the rules raise, of one characteristic ------------------------------------------------ */

static const struct side_item *item_named(const struct side_org *o, struct str id, bool recorded)
{
    for (size_t i = 0; i < o->item_count; i++)
        if (o->items[i].recorded == recorded && str_eq(o->items[i].id, id)) return &o->items[i];
    return NULL;
}

/* What the rules raise on the characteristic that an item speaks of. */
static const struct side_item *raised_on(const struct side_org *o, const struct side_item *x)
{
    return x && x->against.s ? item_named(o, x->against, false) : NULL;
}

/* It is part of a life that the dataset records. */
static bool is_recorded_too(const struct side_org *o, const struct side_item *raised)
{
    for (size_t i = 0; i < o->item_count; i++)
        if (o->items[i].recorded && str_eq(o->items[i].against, raised->id)) return true;
    return false;
}

/* --- Recorded by the dataset ---------------------------------------------------------------------------------------- */

static bool is_known_before(const struct telling_lives *t, const struct side_item *now)
{
    struct date first = first_date(now);
    return first.year && t->c->was->latest.year && date_compare(first, t->c->was->latest) <= 0;
}

static void say(struct life *l, enum life_change change, const struct side_event *event)
{
    l->change = change;
    l->event = event;
}

/* False: it was closed before, and is; nothing happened. */
static bool weigh_recorded(const struct telling_lives *t, struct life *l)
{
    const struct side_event *last = newest(l->now), *event;
    const struct side_item *again = raised_on(t->now, l->now);
    bool was_closed = l->was && is_closed(l->was);
    if (again && !crosswalk_same_round(t->c) && (l->was || is_known_before(t, l->now))) {
        bool worse = again->concern && !l->now->concern;
        return say(l, worse ? LIFE_ESCALATED : LIFE_REPEATED, news(l, worse ? "escalated" : "repeated")), true;
    }
    if (is_closed(l->now)) {
        if (was_closed) return false;
        return say(l, LIFE_CLOSED, last), true;
    }
    if ((event = news(l, "escalated")) || (l->was && !l->was->concern && l->now->concern))
        say(l, LIFE_ESCALATED, event ? event : NULL);
    else if ((event = news(l, "reopened")) || was_closed)
        say(l, LIFE_REOPENED, event ? event : last);
    else if ((event = news(l, "repeated")))
        say(l, LIFE_REPEATED, event);
    else if (l->was && l->was->concern && !l->now->concern)
        say(l, LIFE_EASED, NULL);
    else
        say(l, l->was || is_known_before(t, l->now) ? LIFE_STILL_OPEN : LIFE_OPENED, NULL);
    return true;
}

static void tell_recorded(struct telling_lives *t)
{
    for (size_t i = 0; i < t->now->item_count; i++) {
        struct life l = {.now = &t->now->items[i]};
        if (!l.now->recorded) continue;
        l.was = item_named(t->was, l.now->id, true);
        if (weigh_recorded(t, &l)) add(t, l);
    }
    for (size_t i = 0; i < t->was->item_count; i++) {
        struct life l = {.was = &t->was->items[i], .change = LIFE_UNTOLD};
        if (l.was->recorded && !item_named(t->now, l.was->id, true) && !is_closed(l.was)) add(t, l);
    }
}

/* --- Raised by the rules -------------------------------------------------------------------------------------------- */

static void weigh_raised(const struct telling_lives *t, struct life *l)
{
    if (!l->was)
        l->change = LIFE_OPENED;
    else if (l->was->concern != l->now->concern)
        l->change = l->now->concern ? LIFE_ESCALATED : LIFE_EASED;
    else
        l->change = crosswalk_same_round(t->c) ? LIFE_STILL_OPEN : LIFE_REPEATED;
}

/* What became of the characteristic that raised it then. */
static enum life_change gone(const struct telling_lives *t, uint32_t was)
{
    uint32_t now = t->c->newer[was];
    if (now == NO_SLOT) return LIFE_LAPSED;
    return t->now->outcomes[now] <= PEEL_NOT_APPLICABLE ? LIFE_NOT_RAISED : LIFE_NOT_JUDGED;
}

/* What was raised then on a characteristic that is this one now, the gravest of several that were merged. */
static const struct side_item *raised_before(const struct telling_lives *t, uint32_t now)
{
    const struct side_item *found = NULL;
    for (size_t i = 0; now != NO_SLOT && i < t->was->item_count; i++) {
        const struct side_item *x = &t->was->items[i];
        uint32_t was = x->recorded ? NO_SLOT : side_characteristic_named(t->c->was, x->id);
        bool is = was != NO_SLOT && (t->c->newer[was] == now || t->c->characteristic[now] == was);
        if (is && (!found || (x->concern && !found->concern))) found = x;
    }
    return found;
}

static void tell_raised(struct telling_lives *t)
{
    for (size_t i = 0; i < t->now->item_count; i++) {
        struct life l = {.now = &t->now->items[i]};
        if (l.now->recorded || is_recorded_too(t->now, l.now)) continue;
        l.was = raised_before(t, side_characteristic_named(t->c->now, l.now->id));
        weigh_raised(t, &l);
        add(t, l);
    }
}

/* Of one that became part of another, the other tells. */
static bool went_on(const struct telling_lives *t, uint32_t was)
{
    uint32_t now = t->c->newer[was];
    return now != NO_SLOT && item_named(t->now, t->c->now->characteristics[now].id, false);
}

static bool is_told(const struct telling_lives *t, const struct side_item *was)
{
    for (size_t i = 0; i < t->lives.count; i++)
        if (t->lives.list[i].was == was) return true;
    return false;
}

static void tell_gone(struct telling_lives *t)
{
    for (size_t i = 0; i < t->was->item_count; i++) {
        struct life l = {.was = &t->was->items[i]};
        if (l.was->recorded || is_recorded_too(t->was, l.was) || is_told(t, l.was)) continue;
        uint32_t at = side_characteristic_named(t->c->was, l.was->id);
        if (at != NO_SLOT && went_on(t, at)) continue;
        l.change = at == NO_SLOT ? LIFE_LAPSED : gone(t, at);
        add(t, l);
    }
}

struct lives lives_of(const struct crosswalk *c, const struct side_org *was, const struct side_org *now, struct date on,
                      struct arena *arena)
{
    struct telling_lives t = {.c = c, .was = was, .now = now, .on = on, .arena = arena};
    t.lives.list = arena_zero(arena, was->item_count + now->item_count + 1, sizeof *t.lives.list);
    tell_recorded(&t);
    tell_raised(&t);
    tell_gone(&t);
    return t.lives;
}
