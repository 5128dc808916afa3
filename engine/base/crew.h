/* crew.h: an ordered pipeline. One thread brings jobs, N workers do them, and they are taken off in
 * the order they were brought, so the number of workers never shows in the result. With one worker
 * everything runs in the caller's thread. */
#ifndef BASE_CREW_H
#define BASE_CREW_H
#include <stdbool.h>
#include <stddef.h>

/* Put `char apart[CREW_APART]` at the end of what each worker or slot writes to, where such things stand in an array: two workers that
 * write to one cache line, or to neighbours fetched in pairs, wait for each other. (Measured: an eighth of the time of two workers.) */
#define CREW_APART 128

struct crew_plan {
    unsigned workers;        /* 1 or more */
    size_t slots;            /* jobs in flight; at least workers + 1 (ignored for one worker: 1) */
    void *context;
    /* Fill job slot `slot` (0 to slots - 1); false at the end. Caller's thread. */
    bool (*bring)(void *context, size_t slot);
    /* Do it, as worker `worker` (0 to workers - 1). Any thread. */
    void (*work)(void *context, size_t slot, unsigned worker);
    /* Take it off, in order. Caller's thread. false stops: no more is brought or taken. */
    bool (*take)(void *context, size_t slot);
};

/* Runs to the end, or until take says stop. False when threads or memory could not be had. */
bool crew_run(const struct crew_plan *plan);
#endif
