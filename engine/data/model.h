/* model.h: a dataset in memory. The header stays; an organisation is a compact record in an arena,
 * gone when the arena is reset. Every value knows its offset in the text it came from, so that a
 * message or a proof can name the place; lines and columns are counted only when a message needs them.
 *
 * Evidence is addressed as (kind, slot): the slot is the entry's index in the catalogue of its kind.
 */
#ifndef DATA_MODEL_H
#define DATA_MODEL_H
#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "peel.h"

enum evidence_kind {
    EVIDENCE_MEASURE,
    EVIDENCE_ESTIMATE,
    EVIDENCE_SAMPLE,
    EVIDENCE_SURVEY,
    EVIDENCE_CATALOGUES, /* the kinds above have a catalogue */
    EVIDENCE_FINDING = EVIDENCE_CATALOGUES, /* slot: index in org->findings */
    EVIDENCE_OUTCOME,    /* slot: the characteristic's index in the pack */
    EVIDENCE_AREA,       /* slot: the area's index in the pack */
    EVIDENCE_KINDS
};
const char *evidence_kind_name(enum evidence_kind kind); /* "measure", ... */
const char *evidence_kind_plural(enum evidence_kind kind); /* "measures": the key in the file, and in Lua */

#define NO_SLOT UINT32_MAX

struct date { /* year 1 to 9999; month and day 0 where not given */
    uint16_t year;
    uint8_t month, day;
};

struct citation { /* a declared source and the place within it */
    uint32_t source; /* index in dataset->sources, or NO_SLOT */
    struct str place;
};

struct source_entry {
    struct str id, title, publisher, url, licence, note;
    struct date published;
};

enum better { BETTER_NEITHER, BETTER_HIGHER, BETTER_LOWER };

struct benchmark { struct str id; double value; struct str spelled; };

struct entry { /* one line of a catalogue */
    struct str id, title, unit, period, note;
    double per;           /* 0: not a rate */
    uint32_t denominator; /* slot of another measure, or NO_SLOT */
    enum better better;
    struct citation source;
    struct benchmark *benchmarks;
    size_t benchmark_count;
    uint32_t *parts;      /* slots of other measures, whose sum it is; no circles */
    size_t part_count;
    double parts_within;   /* the share of it by which that sum may differ; 0: exactly */
    double changes_within; /* the factor past which a change from the round before is questioned; 0: not given */
};

/* The rate that a value and its denominator make, to twelve digits, so that what are one number on paper are one here: rates are compared and ranked. */
static inline double entry_rate(const struct entry *e, double value, double below) { return double_tidy(value * (e->per > 0 ? e->per : 1) / below); }

struct index; /* ids to slots, immutable once built */

struct catalogue {
    struct entry *entries;
    size_t count;
    struct index *index;
};

struct dataset {
    const char *file; /* as given */
    struct str round, title, note;
    int year;
    struct str *scale; /* worst first; count 0 where the dataset has none */
    size_t scale_count;
    struct source_entry *sources;
    size_t source_count;
    struct index *source_index;
    struct catalogue catalogues[EVIDENCE_CATALOGUES];
    struct arena arena; /* owns all of it */
};
/* The slot of an id, or NO_SLOT. */
uint32_t index_find(const struct index *index, struct str id);
uint32_t catalogue_find(const struct catalogue *c, struct str id);

/* A number as the file spells it, so that a result can repeat it byte for byte without formatting. */
struct number {
    double value;
    struct str spelled; /* points into the arena; s NULL: not given */
};

struct evidence {        /* common to all four catalogued kinds */
    uint8_t missing;     /* enum peel_missing; PEEL_PRESENT: the value is there */
    bool mentioned;      /* the organisation has an entry for it (else: not-collected) */
    uint32_t offset;     /* of the value, from the start of the organisation's text */
    struct citation source; /* its own, else the catalogue's */
    struct str note;
};
struct measure  { struct evidence is; struct number value; };
struct estimate { struct evidence is; struct number value, margin; double level; /* 0 to 1 */ uint64_t n; /* 0: not given */ };
struct sample   { struct evidence is; uint64_t reviewed, met, population; /* population 0: not given */
                  uint8_t met_missing; /* enum peel_missing, of `met` alone; then is.missing has it too */ };
struct survey   { struct evidence is; struct number value; uint64_t n; };

struct finding {
    struct str id, text, note;
    bool weakness; /* else a strength */
    double weight;
    struct str *against; /* "area/characteristic", at least one, but where it was told to another pack (compare/renaming.h) */
    uint32_t *against_slot; /* filled by the judge: index of the characteristic in the pack, or NO_SLOT */
    size_t against_count;
    uint32_t offset;
    struct citation source;
};
struct judgment {
    struct str area, round, note;
    int grade; /* index in dataset->scale; -1 for not-inspected */
    enum peel_status status;
    struct date date;
    uint32_t offset;
    struct citation source;
};
struct moderation { struct str area, by, why; int to; /* index in dataset->scale */ struct date date, withdrawn; /* year 0: not */ uint32_t offset; };
struct event { struct date date; struct str status, comment, by; };
struct recommendation { struct str text, deadline; };
struct action {
    struct str id, area, text, round;
    struct str against; /* "area/characteristic"; s NULL: none */
    bool concern; /* a cause of concern, else an area for improvement */
    struct event *events; size_t event_count;
    struct recommendation *recommendations; size_t recommendation_count;
    uint32_t offset;
    struct citation source;
};
struct stated { int grade; uint64_t count; uint32_t offset; struct citation source; };

struct org {
    struct str id, name;
    bool in_scope;
    uint64_t index; /* in the dataset, from 0: the N of /organisations/N */
    struct measure *measures;   /* one per slot of the catalogue */
    struct estimate *estimates;
    struct sample *samples;
    struct survey *surveys;
    struct finding *findings;       size_t finding_count;
    struct judgment *judgments;     size_t judgment_count;
    struct moderation *moderations; size_t moderation_count;
    struct action *actions;         size_t action_count;
    struct stated *stated;          size_t stated_count;
    struct str *formerly;           size_t formerly_count; /* ids it had in earlier rounds */
    uint32_t id_offset;
};

/* The part common to a catalogued value. kind < EVIDENCE_CATALOGUES. */
const struct evidence *org_evidence(const struct org *org, enum evidence_kind kind, uint32_t slot);
/* Its JSON Pointer (RFC 6901) in the dataset as a document: "/organisations/3/samples/files". An entry that the organisation does not
 * mention points to where it would be. kind up to EVIDENCE_FINDING. */
void org_pointer(const struct dataset *d, const struct org *org, enum evidence_kind kind, uint32_t slot, struct buf *out);

/* date.h in small: parse YYYY, YYYY-MM or YYYY-MM-DD that exists in the Gregorian calendar. */
bool date_parse(struct str text, struct date *date);
int date_compare(struct date a, struct date b); /* a missing month or day sorts first */
void date_write(struct date d, struct buf *out);
#endif
