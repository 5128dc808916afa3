/* lives.c: see lives.h. */
#include "compare/lives.h"

const char *life_change_name(enum life_change change)
{
    static const char *const names[LIFE_CHANGES] = {"escalated", "reopened",         "repeated",   "opened",
                                                    "still-open", "eased",           "closed",     "no-longer-raised",
                                                    "not-judged-again", "lapsed", "no-longer-told"};
    return names[change];
}

const char *lapse_name(enum lapse lapse)
{
    static const char *const names[] = {"", "gone", "not-comparable"};
    return names[lapse];
}

/* To be raised again is to go on, unless somebody wrote it down since. */
bool life_differs(const struct life *l)
{
    return l->change != LIFE_STILL_OPEN && (l->change != LIFE_REPEATED || l->event);
}

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

/* Of two; a year of 0 is none. */
static struct date earlier(struct date a, struct date b)
{
    if (!a.year || !b.year) return a.year ? a : b;
    return date_compare(a, b) <= 0 ? a : b;
}

static bool is_closed(const struct side_item *x)
{
    const struct side_event *e = newest(x);
    return e && closes(e->status);
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
    struct older { uint32_t was, now; bool kept, told; } *older; /* of each older item: the characteristic, and which it is now; the newer side records it by its id; a life has it */
    uint32_t *newer; /* of each newer item: the characteristic */
    struct lives lives;
};

static struct older *older(const struct telling_lives *t, const struct side_item *was) { return &t->older[was - t->was->items]; }

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
    struct date date = earlier(first_date(l->now), first_date(l->was));
    if (!l->was || l->was->recorded) return date;
    for (size_t a = 0; a < t->c->was->area_count; a++)
        if (str_eq(t->c->was->areas[a].id, l->was->area)) date = earlier(date, t->was->judgments[a].date);
    return date;
}

static void tell_overdue(const struct telling_lives *t, struct life *l)
{
    const struct side_item *x = l->now && l->now->recommendation_count ? l->now : l->was;
    if (!x || !is_open(l) || t->on.year == 0) return;
    bool recorded_since = x->recorded && l->was && !l->was->recorded && first_date(x).year;
    struct date since = recorded_since ? first_date(x) : l->since; /* a period runs from the record's first event */
    l->overdue = arena_zero(t->arena, x->recommendation_count + 1, sizeof *l->overdue);
    for (size_t i = 0; i < x->recommendation_count; i++) {
        struct date due;
        if (lives_due(x->recommendations[i].deadline, since, &due) && has_passed(due, t->on))
            l->overdue[l->overdue_count++] = (struct overdue){&x->recommendations[i], due};
    }
}

static void add(struct telling_lives *t, struct life l)
{
    l.since = since_of(t, &l);
    l.because = OUTCOME_CAUSES;
    l.concern = l.concern || l.change == LIFE_ESCALATED || (l.now ? l.now->concern : l.was->concern);
    tell_overdue(t, &l);
    if (l.was) older(t, l.was)->told = true;
    t->lives.list[t->lives.count++] = l;
}

/* --- What is recorded and what the rules raise, of one characteristic ------------------------------------------------ */

static const struct side_item *item_named(const struct side_org *o, struct str id, bool recorded)
{
    for (size_t i = 0; i < o->item_count; i++)
        if (o->items[i].recorded == recorded && str_eq(o->items[i].id, id)) return &o->items[i];
    return NULL;
}

/* The characteristic that an item is of: raised on, or recorded against. */
static uint32_t slot_of(const struct judged *side, const struct side_item *x)
{
    return side_characteristic_named(side, x->recorded ? x->against : x->id);
}

static uint32_t went_to(const struct telling_lives *t, uint32_t was) { return was == NO_SLOT ? NO_SLOT : t->c->newer[was]; }

/* Of a record that one side has without what it is against, the other side's of its id may say it. */
static const struct side_item *who_says(const struct side_item *x, const struct side_org *other)
{
    const struct side_item *same = x->recorded && !x->against.s ? item_named(other, x->id, true) : NULL;
    return same ? same : x;
}

/* A record may call its characteristic as that was called when it was written. */
static uint32_t newer_slot(const struct telling_lives *t, const struct side_item *item)
{
    const struct side_item *x = who_says(item, t->was);
    uint32_t now = slot_of(t->c->now, x);
    return now != NO_SLOT || !x->recorded ? now : went_to(t, slot_of(t->c->was, x));
}

static uint32_t older_slot(const struct telling_lives *t, const struct side_item *item)
{
    const struct side_item *x = who_says(item, t->now);
    uint32_t was = slot_of(t->c->was, x), now = x == item || was != NO_SLOT ? NO_SLOT : slot_of(t->c->now, x);
    return now == NO_SLOT ? was : t->c->characteristic[now];
}

/* What is asked of every item again and again is found once. */
static void place_items(struct telling_lives *t)
{
    t->older = arena_zero(t->arena, t->was->item_count + 1, sizeof *t->older);
    t->newer = arena_zero(t->arena, t->now->item_count + 1, sizeof *t->newer);
    for (size_t i = 0; i < t->was->item_count; i++) {
        const struct side_item *x = &t->was->items[i];
        uint32_t was = older_slot(t, x);
        t->older[i] = (struct older){was, went_to(t, was), x->recorded && item_named(t->now, x->id, true), false};
    }
    for (size_t i = 0; i < t->now->item_count; i++) t->newer[i] = newer_slot(t, &t->now->items[i]);
}

/* What the newer side's rules raise on it. */
static const struct side_item *raised_on(const struct telling_lives *t, uint32_t now)
{
    return now == NO_SLOT ? NULL : item_named(t->now, t->c->now->characteristics[now].id, false);
}

/* What the older side's rules raised on what is this characteristic now, the gravest of several that were merged; or, where
 * they raised nothing, what was recorded of it. */
static const struct side_item *before(const struct telling_lives *t, uint32_t now, bool recorded)
{
    const struct side_item *found = NULL;
    for (size_t i = 0; now != NO_SLOT && i < t->was->item_count; i++) {
        const struct side_item *x = &t->was->items[i];
        const struct older *o = &t->older[i];
        bool is = x->recorded == recorded && o->was != NO_SLOT && (o->now == now || t->c->characteristic[now] == o->was);
        if (is && !is_closed(x) && (!found || (x->concern && !found->concern))) found = x;
    }
    return found;
}

/* It is part of a life that the older dataset records. */
static bool was_recorded_too(const struct telling_lives *t, const struct side_item *raised)
{
    for (size_t i = 0; i < t->was->item_count; i++)
        if (t->was->items[i].recorded && t->older[i].was != NO_SLOT && t->older[i].was == older(t, raised)->was) return true;
    return false;
}

/* It is part of a life that the newer dataset records. */
static bool is_recorded_too(const struct telling_lives *t, uint32_t now)
{
    for (size_t i = 0; now != NO_SLOT && i < t->now->item_count; i++)
        if (t->now->items[i].recorded && t->newer[i] == now) return true;
    return false;
}

/* What a record that has no namesake on the older side goes on from: one of the characteristic that is recorded no more; or, where
 * there was no record of it, what the rules raised. NULL: those that there were are still there, so that it is another. */
static const struct side_item *predecessor(const struct telling_lives *t, uint32_t now)
{
    bool kept = false;
    for (size_t i = 0; now != NO_SLOT && i < t->was->item_count; i++) {
        const struct side_item *x = &t->was->items[i];
        if (!x->recorded || t->older[i].now != now) continue;
        if (t->older[i].kept)
            kept = true;
        else if (!is_closed(x) && !t->older[i].told)
            return x;
    }
    return kept ? NULL : before(t, now, false);
}

/* --- Recorded by the dataset ---------------------------------------------------------------------------------------- */

static bool is_of_before(const struct telling_lives *t, struct date date)
{
    struct date today = side_today(t->c->was);
    return date.year && today.year && date_compare(date, today) <= 0;
}

/* Where the older side has a record of it, what stands there is known; else, what is no younger than anything in it. */
static bool is_known(const struct telling_lives *t, const struct life *l, const struct side_event *e)
{
    if (!l->was || !l->was->recorded) return is_of_before(t, e->date);
    for (size_t k = 0; k < l->was->event_count; k++)
        if (date_compare(l->was->events[k].date, e->date) == 0 && str_eq(l->was->events[k].status, e->status)) return true;
    return false;
}

/* An event of that status which the older side did not know of. */
static const struct side_event *news(const struct telling_lives *t, const struct life *l, const char *status)
{
    for (size_t i = 0; i < l->now->event_count; i++) {
        const struct side_event *e = &l->now->events[i];
        if (str_is(e->status, status) && !is_known(t, l, e)) return e;
    }
    return NULL;
}

static bool say(struct life *l, enum life_change change, const struct side_event *event)
{
    l->change = change;
    l->event = event;
    return true;
}

/* Closed by now. Who closed it outranks the rules, which may raise it all the same. False: it was closed before, and is. */
static bool weigh_closed(const struct telling_lives *t, struct life *l, const struct side_item *then, const struct side_item *again)
{
    const struct side_event *last = newest(l->now);
    l->raised = again != NULL;
    if (!is_known(t, l, last) || (l->was && !is_closed(l->was))) return say(l, LIFE_CLOSED, last);
    if (!again) return false;
    return say(l, then ? LIFE_REPEATED : LIFE_REOPENED, NULL);
}

static void weigh_open(const struct telling_lives *t, struct life *l)
{
    const struct side_event *event;
    bool was_concern = l->was && l->was->concern, known = l->was || is_of_before(t, first_date(l->now));
    if ((event = news(t, l, "escalated")) || (l->was && !was_concern && l->now->concern))
        say(l, LIFE_ESCALATED, event);
    else if ((event = news(t, l, "reopened")) || (l->was && is_closed(l->was)))
        say(l, LIFE_REOPENED, event ? event : newest(l->now));
    else if ((event = news(t, l, "repeated")))
        say(l, LIFE_REPEATED, event);
    else if (was_concern && !l->now->concern)
        say(l, LIFE_EASED, NULL);
    else
        say(l, known ? LIFE_STILL_OPEN : LIFE_OPENED, NULL);
}

/* Open by now, known before, and raised by the rules of a later round. */
static void weigh_again(const struct telling_lives *t, struct life *l, const struct side_item *then, const struct side_item *again)
{
    bool was_concern = l->now->concern || (l->was && l->was->concern) || (then && then->concern);
    bool worse = again->concern && !was_concern, better = was_concern && !again->concern && (!then || then->concern);
    enum life_change change = worse ? LIFE_ESCALATED : better ? LIFE_EASED : LIFE_REPEATED;
    l->concern = again->concern;
    say(l, change, worse ? news(t, l, "escalated") : better ? NULL : news(t, l, "repeated"));
}

/* False: nothing happened. */
static bool weigh_recorded(const struct telling_lives *t, struct life *l)
{
    uint32_t at = t->newer[l->now - t->now->items];
    const struct side_item *then = before(t, at, false), *again = raised_on(t, at);
    l->was = item_named(t->was, l->now->id, true);
    if (!l->was) l->was = predecessor(t, at);
    if (is_closed(l->now)) return weigh_closed(t, l, then, again);
    if (again && !crosswalk_same_round(t->c) && (l->was || is_of_before(t, first_date(l->now))))
        weigh_again(t, l, then, again);
    else
        weigh_open(t, l);
    return true;
}

static void tell_recorded(struct telling_lives *t)
{
    for (size_t i = 0; i < t->now->item_count; i++) {
        struct life l = {.now = &t->now->items[i]};
        if (l.now->recorded && weigh_recorded(t, &l)) add(t, l);
    }
    for (size_t i = 0; i < t->was->item_count; i++) {
        struct life l = {.was = &t->was->items[i], .change = LIFE_UNTOLD};
        const struct older *o = &t->older[i];
        if (!l.was->recorded || is_closed(l.was) || o->kept || o->told) continue;
        if (!raised_on(t, o->now) || is_recorded_too(t, o->now)) add(t, l); /* else the rules tell of it */
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

/* What became of an area that may not be compared is not looked into: whether it still asks the same, nobody says. */
static enum lapse lapse_of(const struct crosswalk *c, uint32_t was)
{
    for (size_t i = 0; was != NO_SLOT && i < c->count; i++) {
        const struct area_link *link = &c->links[i];
        for (size_t k = 0; k < link->was_count && link->comparability == NOT_COMPARABLE; k++)
            if (link->was[k] == c->was->characteristics[was].area) return LAPSE_NOT_COMPARABLE;
    }
    return LAPSE_GONE;
}

/* What became of the characteristic that raised it then. */
static void weigh_gone(const struct telling_lives *t, uint32_t was, struct life *l)
{
    uint32_t now = was == NO_SLOT ? NO_SLOT : t->c->newer[was];
    if (now == NO_SLOT)
        l->change = LIFE_LAPSED, l->lapse = lapse_of(t->c, was);
    else
        l->change = t->now->outcomes[now] <= PEEL_NOT_APPLICABLE ? LIFE_NOT_RAISED : LIFE_NOT_JUDGED;
}

static void tell_raised(struct telling_lives *t)
{
    for (size_t i = 0; i < t->now->item_count; i++) {
        struct life l = {.now = &t->now->items[i]};
        uint32_t at = t->newer[i];
        if (l.now->recorded || is_recorded_too(t, at)) continue;
        l.was = before(t, at, false);
        if (!l.was) l.was = before(t, at, true);
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

static void tell_gone(struct telling_lives *t)
{
    for (size_t i = 0; i < t->was->item_count; i++) {
        struct life l = {.was = &t->was->items[i]};
        if (l.was->recorded || was_recorded_too(t, l.was) || t->older[i].told) continue;
        uint32_t at = t->older[i].was;
        if (at != NO_SLOT && went_on(t, at)) continue;
        weigh_gone(t, at, &l);
        add(t, l);
    }
}

struct lives lives_of(const struct crosswalk *c, const struct side_org *was, const struct side_org *now, struct date on,
                      struct arena *arena)
{
    struct telling_lives t = {.c = c, .was = was, .now = now, .on = on, .arena = arena};
    t.lives.list = arena_zero(arena, was->item_count + now->item_count + 1, sizeof *t.lives.list);
    place_items(&t);
    tell_recorded(&t);
    if (c->was->published_only || c->now->published_only) return t.lives; /* nobody asked the rules: what they raise now may be old */
    tell_raised(&t);
    tell_gone(&t);
    return t.lives;
}
