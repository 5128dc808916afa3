/* columns.h: the inside of a cohort, shared by the files of this folder. */
#ifndef COHORT_COLUMNS_H
#define COHORT_COLUMNS_H
#include "base/buf.h"
#include "cohort/cell.h"
#include "cohort/cohort.h"
#include "cohort/similar.h"

#include <pthread.h>
#include <stdatomic.h>

struct far { /* one that stands outside */
    double value;
    uint32_t organisation;
    struct str id;
};

struct drawing { /* the lines that all share; a cohort that is the same for everyone is drawn once */
    struct outlier_lines lines;
    uint32_t *above, *below; /* organisations, farthest out first: their values are the ends of the column */
    uint32_t *absent;        /* in order of the file */
    uint8_t *absent_why;
    size_t absent_count;
};

struct key_column { /* of a measure that similarity goes by */
    uint32_t slot;
    double *cells;
    _Atomic(struct likeness *) order; /* of those that have it; drawn once */
    size_t order_count;
};

struct column {
    const struct cohort_choice *choice;
    uint32_t slot;
    uint32_t decides;       /* the slot of the measure of `unless`; NO_SLOT: none, or the dataset does not have it */
    struct key_column *key; /* PEERS_SIMILAR; NULL: the dataset does not have it */
    double
        *cells; /* one each organisation, in order of the file; once it is drawn, the numbers that count, ascending */
    _Atomic(struct drawing *) drawing;
    atomic_bool used;
};

struct cohort {
    struct load *load;
    const struct dataset *dataset;
    const struct cohort_plan *plan;
    struct column *columns;
    size_t count;
    struct key_column *keys;
    size_t key_count;
    uint32_t *by_slot; /* of the catalogue's measures: which column, or COHORT_NONE */
    size_t organisations, room;
    bool keeps_names;
    struct buf names; /* one after the other */
    uint32_t *name_ends;
    struct witness witness;
    pthread_mutex_t drawing; /* one draws at a time, and has these: */
    double *scratch;         /* twice as many as there are organisations */
    struct far *far;
    size_t far_room;
};

/* draw.c. The shared lines of a column whose peers are not each one's own; NULL: out of memory. */
const struct drawing *draw_once(struct cohort *c, struct column *column);
void drawing_free(struct drawing *d); /* NULL is fine */

struct similar_room { /* scratch for one organisation's own peers */
    double *values, *work;
    uint32_t *who;
};
size_t similar_room_size(const struct cohort_choice *choice);
void similar_room_lay(const struct cohort_choice *choice, char *memory, struct similar_room *room);
/* The lines among itself and its peers; room->values are then those that count, ascending. False: out of memory. */
bool draw_similar(struct cohort *c, struct column *column, uint32_t organisation, double key, struct similar_room *room,
                  struct outlier_lines *lines);
/* The order of likeness of a key; NULL: out of memory. */
const struct likeness *likeness_order(struct cohort *c, struct key_column *key);
#endif
