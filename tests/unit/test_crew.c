#include "base/crew.h"

#include <pthread.h>

#include "base/mem.h"
#include "unit.h"

enum { SLOTS = 7 };

/* Numbers are brought, squared and summed in an order-sensitive way. */
struct squares {
    unsigned jobs, brought, taken, stop_at;
    unsigned in[SLOTS], out[SLOTS];
    unsigned long check;
    unsigned busy[8]; /* jobs by worker */
};

static bool bring(void *context, size_t slot)
{
    struct squares *s = context;
    if (s->brought == s->jobs) return false;
    s->in[slot] = s->brought++;
    return true;
}

static void work(void *context, size_t slot, unsigned worker)
{
    struct squares *s = context;
    volatile unsigned spin = s->in[slot] % 13 * 50; /* uneven, so that jobs end out of order */
    while (spin > 0) spin = spin - 1;
    s->out[slot] = s->in[slot] * s->in[slot];
    s->busy[worker]++;
}

static bool take(void *context, size_t slot)
{
    struct squares *s = context;
    ck_assert_uint_eq(s->out[slot], s->taken * s->taken);
    s->check = s->check * 31 + s->out[slot];
    s->taken++;
    return s->taken != s->stop_at;
}

static struct squares run(unsigned workers, unsigned jobs, unsigned stop_at)
{
    struct squares s = {.jobs = jobs, .stop_at = stop_at};
    struct crew_plan plan = {.workers = workers,
                             .slots = workers < SLOTS ? SLOTS : workers + 1,
                             .context = &s,
                             .bring = bring,
                             .work = work,
                             .take = take};
    ck_assert(crew_run(&plan));
    return s;
}

START_TEST(the_number_of_workers_does_not_show)
{
    for (unsigned jobs = 0; jobs < 40; jobs++) {
        struct squares alone = run(1, jobs, 0);
        ck_assert_uint_eq(alone.taken, jobs);
        for (unsigned workers = 2; workers <= 6; workers++) {
            struct squares together = run(workers, jobs, 0);
            ck_assert_uint_eq(together.taken, jobs);
            ck_assert_uint_eq(together.check, alone.check);
        }
    }
}
END_TEST

START_TEST(long_runs_stay_in_order)
{
    struct squares s = run(3, 20000, 0);
    ck_assert_uint_eq(s.taken, 20000);
    ck_assert_uint_eq(s.busy[0] + s.busy[1] + s.busy[2], 20000);
}
END_TEST

START_TEST(take_can_stop)
{
    for (unsigned workers = 1; workers <= 4; workers++) {
        struct squares s = run(workers, 1000, 10);
        ck_assert_uint_eq(s.taken, 10);
        ck_assert_uint_le(s.brought, 10 + SLOTS);
    }
}
END_TEST

static pthread_t seen;
static void note_thread(void *context, size_t slot, unsigned worker)
{
    work(context, slot, worker);
    seen = pthread_self();
}

START_TEST(one_worker_is_the_caller)
{
    struct squares s = {.jobs = 1};
    struct crew_plan plan = {
        .workers = 1, .slots = 1, .context = &s, .bring = bring, .work = note_thread, .take = take};
    ck_assert(crew_run(&plan));
    ck_assert(pthread_equal(seen, pthread_self()));
}
END_TEST

START_TEST(without_memory_nothing_is_brought)
{
    for (size_t nth = 1; nth <= 2; nth++) {
        struct squares s = {.jobs = 5};
        struct crew_plan plan = {
            .workers = 2, .slots = SLOTS, .context = &s, .bring = bring, .work = work, .take = take};
        mem_fail_after(nth);
        bool ran = crew_run(&plan);
        mem_fail_after(0);
        ck_assert(!ran);
        ck_assert_uint_eq(s.brought, 0);
    }
}
END_TEST

UNIT("crew", the_number_of_workers_does_not_show, long_runs_stay_in_order, take_can_stop, one_worker_is_the_caller,
     without_memory_nothing_is_brought);
