/* side.h: one of the two results that are laid side by side: what was judged of each organisation, as numbers and names.
 *
 * A side is made from a result that was written (side_read), or from a pack and a dataset graded on the spot
 * (side_grade). Both make the same record of the same judgments; tests/unit/test_side.c holds them together, so
 * nothing that compares sides can tell which it has. No JSON and no text of a rule is kept, but the texts of findings,
 * of what was raised, and of people's decisions: an organisation of ten areas takes some 2 KiB.
 *
 * A side owns all it holds; what is told of it lives as long as it does. Immutable once made.
 */
#ifndef COMPARE_SIDE_H
#define COMPARE_SIDE_H
#include "judge/run.h"

struct side_area {
    struct str id, title;
    uint32_t first, count; /* its characteristics */
    bool graded;
};
struct side_characteristic {
    struct str id, text; /* "area/characteristic" */
    uint32_t area;
};
struct side_parameter { struct str name, title, unit; double value; };
struct side_entry { /* what a name of evidence stands for in this side's dataset */
    enum evidence_kind kind;
    struct str id, title, unit;
    double per;           /* 0: not a rate */
    uint32_t denominator; /* entry, or NO_SLOT */
    enum better better;
};

struct side_value { /* what was read of an entry */
    uint32_t entry;
    uint8_t missing; /* enum peel_missing */
    double number[3]; /* measure: value; estimate: value, margin, level; sample: reviewed, met, population or 0; survey: value, n or 0 */
};
struct side_finding { struct str id, text; bool weakness; uint32_t characteristic; double weight; };

struct side_moderation { struct str to, by, why; struct date date, withdrawn; };
struct side_earlier { struct str grade, note; enum peel_status status; struct date date; }; /* a judgment that no longer stands; grade.s NULL: not inspected */
struct side_more { /* what few judgments have */
    const struct side_moderation *moderation; /* in force, or NULL */
    struct side_moderation *withdrawn; size_t withdrawn_count;
    struct side_earlier *earlier; size_t earlier_count;
    struct str note;
};
struct side_judgment {
    int8_t grade, computed; /* of the scale, or enum peel_no_grade */
    uint8_t status;         /* enum peel_status */
    uint16_t published;     /* in side->published; NO_PUBLISHED */
    struct date date;       /* of the published judgment; year 0: none */
    const struct side_more *more; /* or NULL */
};
#define NO_PUBLISHED UINT16_MAX

struct side_event { struct date date; struct str status, comment, by; };
struct side_recommendation { struct str text, deadline; }; /* deadline.s NULL: none */
struct side_item { /* something raised: by the rules now, or in the dataset's record of earlier rounds */
    struct str id, text, round; /* by the rules: "area/characteristic" */
    struct str area, against; /* against: of what is recorded, the characteristic it speaks of, or s NULL */
    bool concern;  /* a cause of concern, else an area for improvement */
    bool recorded; /* by the dataset, with events */
    struct side_event *events; size_t event_count;
    struct side_recommendation *recommendations; size_t recommendation_count;
};

struct side_org {
    struct str id, name;
    bool in_scope, partial;
    struct side_judgment *judgments; /* of each area */
    uint8_t *outcomes;               /* of each characteristic: enum peel_outcome */
    uint32_t *read_start, *reads;    /* characteristic c read the entries reads[read_start[c] .. read_start[c + 1]) */
    struct side_value *values; size_t value_count; /* in order of entry */
    struct side_finding *findings; size_t finding_count; /* that were read, in order of characteristic */
    struct side_item *items; size_t item_count;
    struct names formerly; /* ids of earlier rounds */
};

struct side_link { struct str area, because; struct names from; enum comparability comparability; };
struct side_compared { /* a crosswalk, as decl_compared has it */
    struct str pack, because;
    enum comparability comparability;
    struct side_link *links; size_t link_count;
    struct decl_successor *grades, *organisations; size_t grade_count, organisation_count;
};

struct judged {
    const char *name; /* as the user gave it */
    struct str pack, version, digest, title;
    struct str round, dataset_digest, note; /* note: of the dataset; s NULL: it has none */
    int year;
    bool published_only; /* no rule was asked: its grades are those that were published */
    struct names scale, published;
    struct side_area *areas; size_t area_count;
    struct side_characteristic *characteristics; size_t characteristic_count;
    struct side_parameter *parameters; size_t parameter_count;
    struct side_entry *entries; size_t entry_count;
    struct side_compared *compared; size_t compared_count;
    struct side_org *orgs; size_t org_count; /* in order of the dataset */
    struct lookup org_ids;
    struct date latest; /* of all dates that stand in it. Year 0: none */
    uint64_t partial;   /* organisations of which a rule failed */
    struct arena arena;
    struct side_words *words; /* private: texts that many organisations share */
};

/* Read a result: a document, or JSON Lines. NULL, and errors, where it is none, is broken, or is not whole. name is borrowed. */
struct judged *side_read(const char *path, struct diags *diags);

struct renaming; /* renaming.h */
struct side_grading {
    const struct pack *pack; /* both may be closed once the side is made */
    struct load *load;       /* after load_check */
    struct cohort *cohort;
    const char *name;
    unsigned workers;
    const struct renaming *renaming; /* the dataset is another pack's; else NULL */
    void (*printed)(void *context, struct str text); /* what rules printed; may be NULL */
    void *context;
};
struct judged *side_grade(const struct side_grading *g, struct run_totals *totals, struct diags *diags);
void side_close(struct judged *side); /* NULL is fine */

/* The value of an entry in an organisation, or NULL: nobody read it. */
const struct side_value *side_value_of(const struct side_org *org, uint32_t entry);
/* The entry of a name; NO_SLOT: this side's dataset has none. */
uint32_t side_entry_named(const struct judged *side, enum evidence_kind kind, struct str id);
/* "Today" to it: the latest date that stands in it, or the year of its round where that is later. Year 0: no date stands in it. */
struct date side_today(const struct judged *side);
uint32_t side_characteristic_named(const struct judged *side, struct str id); /* NO_SLOT: none */
/* A grade, or the word for there being none. */
const char *side_grade_name(const struct judged *side, int grade);
/* Of grades that were published it is not known: whether there was none, or nobody found it. */
bool side_knows_none(const struct judged *side, const struct side_judgment *j);
int side_grade_named(const struct judged *side, struct str name); /* also of enum peel_no_grade; INT8_MIN: no such */
struct str side_published(const struct judged *side, const struct side_judgment *j); /* s NULL: none */

/* --- For those who make one ----------------------------------------------------------------------------------------
 * All jump to the arena's escape when out of memory. */
struct judged *side_new(const char *name); /* NULL: out of memory */
/* A text of which there is one copy in the side, however often it is said. */
struct str side_word(struct judged *side, struct str text);
struct str side_copy(struct judged *side, struct str text); /* one that is said once; s NULL stays */
uint16_t side_publish(struct judged *side, struct str grade);
void side_dated(struct judged *side, struct date date); /* it stands in it */
void side_finish(struct judged *side); /* all organisations are there */
#endif
