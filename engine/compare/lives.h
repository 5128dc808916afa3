/* lives.h: areas for improvement and causes of concern as lives, not lists: what became of each between two sides.
 *
 * Two kinds of record make a life. What the dataset records of earlier rounds (`actions`) has an id of its own and dated
 * events; the newest event that has a status says how it stands: `closed`, `complete`, `completed` or `withdrawn` is
 * closed, `repeated` and `escalated` are told as such, any other is open. What the rules raise now has the id of its
 * characteristic, the same from year to year, and no history of its own. Where what is recorded says, on either side, which
 * characteristic it is `against`, the two are one life, whichever came first: raised again in a later round, it is repeated, or escalated.
 * Who closed it outranks the rules: it is closed, and that they raise it all the same is told beside.
 *
 * Nothing here asks the clock. A deadline has passed, or not, on a date that stands in the data: see compare.h.
 */
#ifndef COMPARE_LIVES_H
#define COMPARE_LIVES_H
#include "compare/cause.h"
#include "compare/crosswalk.h"

enum life_change { /* gravest first */
    LIFE_ESCALATED,  /* an area for improvement became a cause of concern */
    LIFE_REOPENED,
    LIFE_REPEATED,   /* raised again, in a later round */
    LIFE_OPENED,
    LIFE_STILL_OPEN,
    LIFE_EASED,      /* a cause of concern became an area for improvement */
    LIFE_CLOSED,     /* somebody closed it: by whom and when stands in the event */
    LIFE_NOT_RAISED, /* the rules looked again, and raise it no more */
    LIFE_NOT_JUDGED, /* the rules had no evidence this time: nobody can say that it is mended */
    LIFE_LAPSED,     /* its question is gone, or not comparable: enum lapse */
    LIFE_UNTOLD,     /* it was open, and the newer dataset does not speak of it */
    LIFE_CHANGES
};
const char *life_change_name(enum life_change change); /* "escalated", "still-open", ... */

enum lapse { LAPSE_NONE, LAPSE_GONE, LAPSE_NOT_COMPARABLE }; /* the newer pack asks it no more; its area is there, and may not be compared */
const char *lapse_name(enum lapse lapse); /* "gone", "not-comparable" */

struct overdue { const struct side_recommendation *recommendation; struct date due; };
struct life {
    const struct side_item *was, *now; /* one may be NULL */
    enum life_change change;
    bool concern; /* it is one now, or was when it was last told of */
    bool raised;  /* closed, and the rules raise it all the same */
    enum lapse lapse; /* LIFE_LAPSED: why */
    const struct side_event *event;    /* that made it so, or NULL */
    enum outcome_cause because;        /* of what the rules raise now and did not, or not as grave; or no more. OUTCOME_CAUSES: not of these, or nobody can tell (credit.h) */
    struct date since;                 /* the first that is known of it; year 0: nothing */
    struct overdue *overdue; size_t overdue_count; /* of what is still open */
};
struct lives { struct life *list; size_t count; };
bool life_differs(const struct life *life); /* is it a difference, or merely goes on? */

/* Of one organisation; in order of kind of record, then as the newer side has them, then the older. on: the date that deadlines are held to; year 0: none. */
struct lives lives_of(const struct crosswalk *c, const struct side_org *was, const struct side_org *now, struct date on, struct arena *arena);

/* A deadline as a date: a date, or a period ("6 months", "immediately") from `since`. False: it cannot be told. */
bool lives_due(struct str deadline, struct date since, struct date *due);
#endif
