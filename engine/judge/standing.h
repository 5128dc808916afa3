/* standing.h: what stands of an area, once the rules have spoken: result.h says how. */
#ifndef JUDGE_STANDING_H
#define JUDGE_STANDING_H
#include "judge/result.h"

struct scales { /* the dataset's scale against the pack's */
    int *grade; /* of each grade of the dataset: the pack's grade of that name, or -1 */
    size_t count;
    bool same;  /* grade by grade, in order; a dataset without a scale is the same */
};
/* Jumps to arena->escape when out of memory. */
void scales_make(struct scales *to, const struct dataset *dataset, const struct pack *pack, struct arena *arena);

/* The judgment of `area` that stands, and the moderation in force; NULL where there is none. */
const struct judgment *standing_judgment(const struct org *org, struct str area);
const struct moderation *standing_moderation(const struct org *org, struct str area, const struct scales *scales);

/* Fills status, grade, published, published_name and judgment from computed: all but moderation. What stands so is what the rules of other areas are told. */
void standing_judged(struct area_result *r, const struct org *org, const struct dataset *dataset, const struct scales *scales);
/* Then the moderation in force, and its grade. */
void standing_moderated(struct area_result *r, const struct org *org, const struct scales *scales);
#endif
