/* check.h: from what was declared to what it means. Everything that can be wrong without data is told, at its place; pack.h says what. */
#ifndef JUDGE_CHECK_H
#define JUDGE_CHECK_H
#include "judge/pack.h"

struct check {
    struct pack *pack;
    struct diags *diags;
    const bool *whole;   /* of each area: its file was read and has the right shape. Of what is not whole nothing is looked into, nor missed where it is named */
    struct names levels; /* = pack->decl.scale */
};

/* Fills everything of the pack that follows from folder, files, decl and declared (areas of decl.areas in order). Adds errors where it cannot stand.
 * manifest: pack.lua has the right shape; else its ladder is not looked into. Jumps to the escape of the pack's arena when out of memory. */
void check_pack(struct pack *pack, bool manifest, const bool *whole, struct diags *diags);

/* The parts, in this order. */
bool check_manifest(struct check *c);     /* name, scale, areas. false: the rest would not make sense */
void check_areas(struct check *c);        /* characteristics, caps, what they raise */
void check_cohort(struct check *c);       /* which measures are read against whom */
void check_compared(struct check *c);     /* the crosswalk */
void check_ladder(struct check *c);       /* the pack's ladder, and each area's need of it */
void check_dependencies(struct check *c); /* allowances and order */
/* A grade by name; -1, and an error at the spot, where the scale has no such grade. what: `level`, `at`. */
int check_grade(struct check *c, struct spot spot, struct str grade, const char *what);
int check_parameter(struct check *c, struct spot spot, struct str name, const char *what); /* likewise */
#endif
