/* action.c: areas for improvement and causes of concern that were raised earlier, and what became of them. */
#include "data/intake.h"

#define BIT(key) (1u << (key))

/* --- what happened ---------------------------------------------------------------------------------------- */

enum { E_DATE, E_STATUS, E_COMMENT, E_BY, E_COUNT };
static const struct str event_keys[] = {KEY("date"), KEY("status"), KEY("comment"), KEY("by")};
static const struct shape event_shape = {"an event", event_keys, E_COUNT, BIT(E_DATE), HINT_LEAVE_OUT, NULL};

static void event_read(struct intake *in, struct event *e)
{
    struct fields f;
    if (!fields_open(in, &f, &event_shape)) return;
    for (int i; (i = fields_next(in, &f)) >= 0;) switch (i) {
        case E_DATE: want_date(in, &e->date); break;
        case E_STATUS: want_text(in, &e->status); break;
        case E_COMMENT: want_text(in, &e->comment); break;
        default: want_text(in, &e->by); break;
        }
    if (!(f.seen & (BIT(E_STATUS) | BIT(E_COMMENT))) && !in->reader.failed)
        tell_error(in, f.offset, 1, NULL, "an event needs \"status\" or \"comment\"");
}

static void events_read(struct intake *in, struct action *a)
{
    struct rows rows;
    if (!rows_open(in, &rows, sizeof(struct event), "an array of events")) return;
    while (rows_next(in, (struct str)KEY("events"))) event_read(in, rows_add(in->arena, &rows));
    a->events = (struct event *)(void *)rows.items;
    a->event_count = rows.count;
}

/* --- what was recommended ----------------------------------------------------------------------------------- */

static const struct str recommendation_keys[] = {KEY("text"), KEY("deadline")};
static const struct shape recommendation_shape = {"a recommendation", recommendation_keys, 2, 1, HINT_LEAVE_OUT, NULL};

static void recommendation_read(struct intake *in, struct recommendation *r)
{
    struct fields f;
    if (!fields_open(in, &f, &recommendation_shape)) return;
    for (int i; (i = fields_next(in, &f)) >= 0;) want_text(in, i == 0 ? &r->text : &r->deadline);
}

static void recommendations_read(struct intake *in, struct action *a)
{
    struct rows rows;
    if (!rows_open(in, &rows, sizeof(struct recommendation), "an array of recommendations")) return;
    while (rows_next(in, (struct str)KEY("recommendations"))) recommendation_read(in, rows_add(in->arena, &rows));
    a->recommendations = (struct recommendation *)(void *)rows.items;
    a->recommendation_count = rows.count;
}

/* --- actions -------------------------------------------------------------------------------------------------- */

enum { A_ID, A_KIND, A_AREA, A_TEXT, A_ROUND, A_SOURCE, A_EVENTS, A_RECOMMENDATIONS, A_AGAINST, A_COUNT };
static const struct str keys[] = {KEY("id"),    KEY("kind"),   KEY("area"),   KEY("text"),
                                  KEY("round"), KEY("source"), KEY("events"), KEY("recommendations"),
                                  KEY("against")};
static const struct shape shape = {"an action",    keys, A_COUNT, BIT(A_ID) | BIT(A_KIND) | BIT(A_AREA) | BIT(A_TEXT),
                                   HINT_LEAVE_OUT, NULL};
static const struct str kinds[] = {KEY("area-for-improvement"), KEY("cause-of-concern")};

static void action_read(struct intake *in, struct action *a)
{
    struct fields f;
    a->offset = reader_offset(&in->reader);
    a->source.source = NO_SLOT;
    if (!fields_open(in, &f, &shape)) return;
    for (int i; (i = fields_next(in, &f)) >= 0;) switch (i) {
        case A_ID: want_id(in, &a->id); break;
        case A_KIND: a->concern = want_word(in, kinds, 2) == 1; break;
        case A_AREA: want_id(in, &a->area); break;
        case A_TEXT: want_text(in, &a->text); break;
        case A_ROUND: want_text(in, &a->round); break;
        case A_SOURCE: want_citation(in, &a->source); break;
        case A_EVENTS: events_read(in, a); break;
        case A_AGAINST: want_characteristic(in, "an action", &a->against); break;
        default: recommendations_read(in, a); break;
        }
}

void actions_read(struct intake *in, struct org *org)
{
    struct rows rows;
    if (!rows_open(in, &rows, sizeof(struct action), "an array of actions")) return;
    while (rows_next(in, (struct str)KEY("actions"))) action_read(in, rows_add(in->arena, &rows));
    org->actions = (struct action *)(void *)rows.items;
    org->action_count = rows.count;
    if (rows.count > 1 && !in->quiet)
        tell_twins(in, (const struct str *)(const void *)rows.items, rows.count, rows.size,
                   offsetof(struct action, offset), "action");
}
