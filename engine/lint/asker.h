/* asker.h: ladders and caps that are functions, asked about outcomes that nobody has.
 *
 * They see their own area's outcomes and the parameters, and nothing else: so an answer holds wherever what they read is the same, and is asked once. What they may cost together is
 * limited, in askings and in Lua's instructions (no clock): past that nothing is answered, and the one who asks says how many were tried.
 */
#ifndef LINT_ASKER_H
#define LINT_ASKER_H
#include "judge/pack.h"

struct asker_question {
    int function;
    bool ladder;      /* else a cap's `when` */
    uint32_t area;
    struct str seen;  /* what of the board it reads, in bytes: equal ones have equal answers */
};
struct asker_answer {
    int grade;                 /* of a ladder */
    bool holds;                /* of a cap */
    enum peel_outcome outcome; /* PEEL_MET: it answered; PEEL_ERROR, PEEL_LIMIT: it broke */
    struct spot raised;        /* where, and why */
    struct str reason;
};
struct allowance_of_askings { size_t askings; uint64_t instructions; };

struct asker;
struct asker *asker_open(const struct pack *pack); /* NULL: out of memory */
void asker_close(struct asker *a);                 /* NULL is fine */
/* Sets what may still be used. */
void asker_allow(struct asker *a, struct allowance_of_askings allowed);
void asker_forget(struct asker *a); /* all answers: of another area they would be of no use */
struct allowance_of_askings asker_left(const struct asker *a);
/* The asker's, until it forgets; jumps to the escape when out of memory. NULL: the allowance is used up. */
const struct asker_answer *asker_ask(struct asker *a, const struct asker_question *q, const struct board *board, jmp_buf *escape);
#endif
