/* guide_parts.h: the inside of the guide: its parts, one file each, and the small things that they say alike. */
#ifndef REPORT_GUIDE_PARTS_H
#define REPORT_GUIDE_PARTS_H
#include "report/guide.h"
#include "script/gist.h"

struct use { /* something that reads a parameter, or a piece of evidence */
    const char *anchor;
    struct str text;
    struct use *next;
};
struct uses {
    struct use *first, *last;
    size_t count;
};

struct guide {
    const struct pack *pack;
    struct document doc;
    struct arena *arena;
    struct buf *scratch;                  /* freed by whoever made the guide, even where the arena jumps */
    const struct gist **gists;            /* of each file: pack.lua, then the areas */
    const char **area_anchors, **anchors; /* of characteristics */
    struct lookup parameter_names, reference_names, evidence_names[EVIDENCE_CATALOGUES];
    struct uses *parameters, *evidence[EVIDENCE_CATALOGUES]; /* by index of what is declared */
    bool partial; /* some function was not followed to its end: what nothing seems to read may be read there */
};

#define ANCHOR_SCALE "section.scale" /* ids have no dots, so these are nobody's */
#define ANCHOR_LADDER "section.ladder"
#define ANCHOR_PARAMETERS "section.parameters"
#define ANCHOR_REFERENCES "section.references"
#define ANCHOR_EVIDENCE "section.evidence"
#define ANCHOR_COHORT "section.cohort"
#define ANCHOR_COMPARED "section.compared"
#define ANCHOR_SIZE "section.size"

void guide_ladder(struct guide *g);              /* guide_ladder.c: the scale, and the ladder in words */
void guide_area(struct guide *g, uint32_t area); /* guide_area.c: what is asked, caps, then its characteristics */
void guide_rule(struct guide *g, uint32_t c,
                int level);         /* guide_rule.c: one characteristic, its heading of this level */
void guide_tables(struct guide *g); /* guide_tables.c: parameters, references, evidence */
void guide_cohort(struct guide *g); /* guide_cohort.c: who is read against whom */
void guide_compared(struct guide *g); /* guide_compared.c: the crosswalk from older packs */

/* guide_bands.c */
void guide_say_banded(struct guide *g, const struct decl_bands *bands); /* "Reported crime (estimate crimes_recorded)" */
void guide_say_band(struct guide *g, const struct decl_band *band);     /* "at least 90% (high) and below 93% (substantial)" */
void guide_bands_of_area(struct guide *g, const struct decl_bands *bands);

/* guide_uses.c */
void guide_count_uses(struct guide *g); /* who reads what */
void guide_say_uses(struct guide *g, const struct uses *uses);
/* The function of a characteristic, a cap or a ladder in file `file`; NULL: not told by the text. */
const struct gist *guide_gist(const struct guide *g, size_t file, enum gist_part part, struct str id);

/* guide_say.c */
void guide_say_number(struct guide *g, const struct decl_parameter *p); /* "85%", "90 percent" */
void guide_say_parameter(struct guide *g, struct str name);             /* "85% (good_files)" */
void guide_say_amount(struct guide *g, double share,
                      struct str parameter); /* "85% (good_files)", or "85%" where s is NULL */
void guide_say_rests(struct guide *g, struct str rests, bool resolved); /* resolved: with the text of the reference */
void guide_say_characteristic(struct guide *g, struct str id);          /* "area/characteristic", as a link */
void guide_say_area(struct guide *g, struct str id);
void guide_say_lines(struct guide *g, const struct gist *gist);                     /* "lines 12 to 17" */
void guide_say_count(struct guide *g, size_t n, const char *one, const char *many); /* "1 area", "2 areas" */
void guide_say_grade(struct guide *g, int grade);                                   /* "requires improvement" */
/* "; by outcome of x, parameters a, b": what a ladder's or a cap's function reads. */
void guide_say_function(struct guide *g, size_t file, enum gist_part part, struct str id, const char *otherwise);
const struct decl_parameter *guide_parameter(const struct guide *g, struct str name); /* NULL: none */
#endif
