/* crew.c: a ring of slots between the caller's thread and the workers.
 *
 *   taken <= claimed <= brought <= taken + slots, each counting jobs; job i lives in slot i % slots.
 *
 * The caller brings while there is a free slot, then takes. When the oldest job is not yet done it
 * sleeps until that one and half of the others are, so that on a busy machine it is not woken once per job.
 */
#include "base/crew.h"

#include <pthread.h>

#include "base/mem.h"

struct crew {
    const struct crew_plan *plan;
    pthread_mutex_t lock;
    pthread_cond_t to_do, done_enough;
    size_t brought, claimed, taken; /* jobs so far */
    size_t done;                    /* jobs done and not taken */
    unsigned idle;                  /* workers asleep */
    bool waiting;                   /* the caller is asleep */
    bool closed;                    /* nothing more will be brought; or the rest is not wanted */
    bool *is_done;                  /* by slot */
};

struct hand {
    struct crew *crew;
    unsigned number;
    pthread_t thread;
};

static bool can_take(const struct crew *crew)
{
    size_t in_flight = crew->brought - crew->taken;
    return crew->is_done[crew->taken % crew->plan->slots] && crew->done >= (in_flight + 1) / 2;
}

/* With the lock held. */
static bool next_job(struct crew *crew, size_t *slot)
{
    while (crew->claimed == crew->brought && !crew->closed) {
        crew->idle++;
        pthread_cond_wait(&crew->to_do, &crew->lock);
        crew->idle--;
    }
    if (crew->claimed == crew->brought) return false;
    *slot = crew->claimed++ % crew->plan->slots;
    return true;
}

static void *work(void *argument)
{
    const struct hand *hand = argument;
    struct crew *crew = hand->crew;
    size_t slot;
    pthread_mutex_lock(&crew->lock);
    while (next_job(crew, &slot)) {
        pthread_mutex_unlock(&crew->lock);
        crew->plan->work(crew->plan->context, slot, hand->number);
        pthread_mutex_lock(&crew->lock);
        crew->is_done[slot] = true;
        crew->done++;
        if (crew->waiting && can_take(crew)) pthread_cond_signal(&crew->done_enough);
    }
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

/* --- The caller's side --- */

static bool bring_one(struct crew *crew)
{
    size_t slot = crew->brought % crew->plan->slots;
    if (!crew->plan->bring(crew->plan->context, slot)) return false;
    pthread_mutex_lock(&crew->lock);
    crew->is_done[slot] = false;
    crew->brought++;
    if (crew->idle) pthread_cond_signal(&crew->to_do);
    pthread_mutex_unlock(&crew->lock);
    return true;
}

static bool take_one(struct crew *crew)
{
    size_t slot = crew->taken % crew->plan->slots;
    pthread_mutex_lock(&crew->lock);
    while (!crew->is_done[slot] || (crew->waiting && !can_take(crew))) {
        crew->waiting = true;
        pthread_cond_wait(&crew->done_enough, &crew->lock);
    }
    crew->waiting = false;
    pthread_mutex_unlock(&crew->lock);
    bool wanted = crew->plan->take(crew->plan->context, slot);
    pthread_mutex_lock(&crew->lock);
    crew->taken++;
    crew->done--;
    pthread_mutex_unlock(&crew->lock);
    return wanted;
}

static void close_crew(struct crew *crew, bool drop)
{
    pthread_mutex_lock(&crew->lock);
    crew->closed = true;
    if (drop) crew->brought = crew->claimed; /* what nobody has begun is forgotten */
    pthread_cond_broadcast(&crew->to_do);
    pthread_mutex_unlock(&crew->lock);
}

static void run_ring(struct crew *crew)
{
    bool more = true, wanted = true;
    while (wanted) {
        while (more && crew->brought - crew->taken < crew->plan->slots) more = bring_one(crew);
        if (crew->brought == crew->taken) break;
        wanted = take_one(crew);
    }
    close_crew(crew, !wanted);
}

static void run_inline(const struct crew_plan *plan)
{
    bool wanted = true;
    while (wanted && plan->bring(plan->context, 0)) {
        plan->work(plan->context, 0, 0);
        wanted = plan->take(plan->context, 0);
    }
}

/* Fewer workers than asked for still do the work: the result does not depend on their number. */
static unsigned hire(struct crew *crew, struct hand *hands)
{
    unsigned hired = 0;
    for (; hired < crew->plan->workers; hired++) {
        hands[hired] = (struct hand){.crew = crew, .number = hired};
        if (pthread_create(&hands[hired].thread, NULL, work, &hands[hired]) != 0) break;
    }
    return hired;
}

static bool run_crew(struct crew *crew, struct hand *hands)
{
    unsigned hired = hire(crew, hands);
    if (hired > 0) run_ring(crew);
    for (unsigned i = 0; i < hired; i++) pthread_join(hands[i].thread, NULL);
    return hired > 0;
}

bool crew_run(const struct crew_plan *plan)
{
    if (plan->workers <= 1) return run_inline(plan), true;
    struct crew crew = {.plan = plan};
    struct hand *hands = mem_zero(plan->workers, sizeof *hands);
    crew.is_done = mem_zero(plan->slots, sizeof *crew.is_done);
    bool ran = false;
    if (hands && crew.is_done && pthread_mutex_init(&crew.lock, NULL) == 0) {
        pthread_cond_init(&crew.to_do, NULL);
        pthread_cond_init(&crew.done_enough, NULL);
        ran = run_crew(&crew, hands);
        pthread_cond_destroy(&crew.to_do);
        pthread_cond_destroy(&crew.done_enough);
        pthread_mutex_destroy(&crew.lock);
    }
    mem_free(crew.is_done);
    mem_free(hands);
    return ran;
}
