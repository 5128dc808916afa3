/* telling.h: what the sentences of a judgment are made from. The buffer is the bench's, reused; the sentences go to the organisation's arena. */
#ifndef JUDGE_TELLING_H
#define JUDGE_TELLING_H
#include "judge/result.h"

struct telling {
    const struct pack *pack;
    const struct dataset *dataset;
    const struct org *org;
    const struct board *board;
    const struct verdict *verdicts; /* of all characteristics */
    const struct ladder *ladder;
    struct buf *buf;
    struct arena *arena;
};
/* What the buffer holds, as a sentence; empties it. Jumps to arena->escape when out of memory. */
struct str telling_take(const struct telling *t);
void telling_count(const struct telling *t, size_t count);
void telling_grade(const struct telling *t, int grade); /* by pack_grade_name */
/* "79%", as phrase_percent says it. */
void telling_percent(const struct telling *t, double share);
/* "79%"; "just under 80%" where rounding would hide that it is less than what is asked. */
void telling_share(const struct telling *t, double share, double asked);
/* The short id of a characteristic: "supervised". */
struct str telling_id(const struct telling *t, uint32_t characteristic);
/* "3 characteristics of good" */
void telling_characteristics(const struct telling *t, size_t count, int level);
/* " (substantially_all)", where there is a name */
void telling_name(const struct telling *t, struct str name);
/* " ended in an error: areas/x.lua:42: attempt to ...": what became of a question to a rule, a ladder or a cap. The place is said once: by the message where Lua put it there, else by
 * where it raised, else by `rule`. */
void telling_broken(const struct telling *t, const struct verdict *v, const char *rule);
#endif
