/* asker.c: see asker.h. */
#include "lint/asker.h"
#include "base/mem.h"
#include "data/load.h"

/* A script is bound to a dataset; a ladder and a cap never look at it. */
#define NOBODY "{\"format\":\"peel.dataset.v1\",\"round\":\"none\",\"year\":2000,\"organisations\":[]}"

struct known {
    uint64_t hash;
    struct asker_question of;
    const struct asker_answer *answer; /* NULL: the place is free */
};
struct asker {
    const struct pack *pack;
    struct load *nobody;
    struct script *script;
    struct arena lasting, passing, answers; /* what the script borrows; what an asking leaves; what is remembered */
    struct allowance_of_askings left;
    struct known *known;
    size_t known_count, known_room;
};

static bool open_script(struct asker *a)
{
    struct diags diags;
    diags_init(&diags);
    a->nobody = load_open_text("nobody", STR(NOBODY), &diags);
    diags_done(&diags);
    if (a->nobody) a->script = pack_script(a->pack, &a->lasting);
    return a->script && script_bind(a->script, load_dataset(a->nobody), NULL);
}

struct asker *asker_open(const struct pack *pack)
{
    struct asker *a = mem_zero(1, sizeof *a);
    if (!a) return NULL;
    a->pack = pack;
    arena_init(&a->lasting);
    arena_init(&a->passing);
    arena_init(&a->answers);
    if (open_script(a)) return a;
    asker_close(a);
    return NULL;
}

void asker_close(struct asker *a)
{
    if (!a) return;
    script_free(a->script);
    load_close(a->nobody);
    arena_done(&a->lasting);
    arena_done(&a->passing);
    arena_done(&a->answers);
    mem_free(a);
}

void asker_allow(struct asker *a, struct allowance_of_askings allowed) { a->left = allowed; }

void asker_forget(struct asker *a)
{
    arena_reset(&a->answers);
    a->known = NULL;
    a->known_count = a->known_room = 0;
}

struct allowance_of_askings asker_left(const struct asker *a) { return a->left; }

/* --- what was answered before -------------------------------------------------------------------------------------- */

static uint64_t hash_of(const struct asker_question *q) { return str_hash(q->seen) * 31 + (uint64_t)q->function; }

static bool same(const struct asker_question *a, const struct asker_question *b)
{
    return a->function == b->function && a->area == b->area && str_eq(a->seen, b->seen);
}

/* Where it is, or where it belongs. */
static struct known *place_of(struct known *list, size_t room, uint64_t hash, const struct asker_question *q)
{
    size_t at = hash & (room - 1);
    while (list[at].answer && (list[at].hash != hash || !same(&list[at].of, q))) at = (at + 1) & (room - 1);
    return &list[at];
}

static void make_room(struct asker *a)
{
    if (2 * a->known_count < a->known_room) return;
    size_t room = a->known_room ? 2 * a->known_room : 256;
    struct known *list = arena_zero(&a->answers, room, sizeof *list);
    for (size_t i = 0; i < a->known_room; i++)
        if (a->known[i].answer) *place_of(list, room, a->known[i].hash, &a->known[i].of) = a->known[i];
    a->known = list;
    a->known_room = room;
}

/* --- asking --------------------------------------------------------------------------------------------------------- */

static bool afford(struct asker *a)
{
    if (!a->left.askings || !a->left.instructions) return false;
    a->left.askings--;
    return true;
}

static void pay(struct asker *a)
{
    uint64_t spent = script_spent(a->script) + 1;
    a->left.instructions -= spent < a->left.instructions ? spent : a->left.instructions;
}

static const struct asker_answer *put(struct asker *a, const struct asker_question *q, const struct board *board)
{
    static const struct org nobody; /* neither a ladder nor a cap can reach it */
    struct asker_answer *answer = arena_zero(&a->answers, 1, sizeof *answer);
    struct verdict v;
    answer->grade = PEEL_INSUFFICIENT_EVIDENCE;
    arena_reset(&a->passing);
    a->passing.escape = a->answers.escape;
    script_sit(a->script, &nobody, board, &a->passing);
    if (q->ladder)
        script_ladder(a->script, q->function, q->area, &answer->grade, &v);
    else
        script_when(a->script, q->function, q->area, &v);
    pay(a);
    answer->holds = !q->ladder && v.outcome == PEEL_MET;
    answer->outcome = v.outcome >= PEEL_ERROR ? v.outcome : PEEL_MET;
    answer->raised = v.raised;
    if (v.outcome >= PEEL_ERROR)
        answer->reason = (struct str){arena_dup(&a->answers, v.reason.s, v.reason.n), v.reason.n};
    return answer;
}

const struct asker_answer *asker_ask(struct asker *a, const struct asker_question *q, const struct board *board,
                                     jmp_buf *escape)
{
    uint64_t hash = hash_of(q);
    a->answers.escape = escape;
    make_room(a);
    struct known *at = place_of(a->known, a->known_room, hash, q);
    if (at->answer) return at->answer;
    if (!afford(a)) return NULL;
    struct known fresh = {hash, *q, put(a, q, board)};
    fresh.of.seen.s = arena_dup(&a->answers, q->seen.s, q->seen.n);
    a->known_count++;
    return (*at = fresh).answer;
}
