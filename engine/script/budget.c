/* budget.c: what a rule may use, and what happens when it is used up.
 *
 * Instructions are counted by Lua's count hook, and by charge() in every function of ours that works for longer than a
 * moment; both take from the same number, so that neither a loop nor one call of string.rep gets past it. The count
 * starts afresh with each question and depends on nothing but the rule and its evidence: the same rule stops at the
 * same place in every run, on every worker.
 *
 * Memory is capped in the allocator. A request over the cap is denied once; Lua then collects everything and asks
 * again, so what decides is what the rule holds, not the garbage of those before it. The second time an eighth of the
 * cap must stay free: without that, a rule that sits just under the cap would be collected at every allocation, and a
 * million instructions would take an hour.
 *
 * Long strings are charged by the allocator as well, because `..` never reaches a function of ours: the allocator marks
 * the question as stopped and denies, which Lua turns into an error that no rule can catch. Other large blocks (the
 * parts of tables) are not charged, since how often a table is rebuilt depends on the seed of its hashes; they bring
 * the next look at the clock nearer.
 *
 * Processor time is the net below: looked at first after a thousand instructions, so that an ordinary rule never pays
 * for it.
 */
#include "base/mem.h"
#include "script/sandbox.h"
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define PERIOD 1000     /* instructions from hook to hook; the price of counting does not depend on it */
#define TICKS 20000     /* steps of C functions from one look at the clock to the next: about 0.1 ms */
#define BYTES_A_STEP 16 /* copied or compared in about the time of one instruction */
#define FOR_EVER 1e9    /* seconds; more would not fit in nanoseconds */
#define LARGE 512       /* smaller blocks are part of the price of an instruction */
#define QUIET                                                                                                          \
    (1u << 20) /* what a question may leave behind, besides as much again as the script needs, before it is cleared    \
                  away */

/* --- Stopping --------------------------------------------------------------------------------------- */

/* The first limit met is the one that is told. Where: only of what is counted, since a line that is another in the next
 * run must not reach a result. How much of the memory was in use already, by Lua's own stack and its table of strings,
 * depends on what was asked before. */
enum where { HERE, ANYWHERE };
static void stop(struct script *s, enum where where, const char *format, ...) __attribute__((format(printf, 3, 4)));
static void stop(struct script *s, enum where where, const char *format, ...)
{
    if (s->stopped) return;
    va_list list;
    va_start(list, format);
    vsnprintf(s->stop, sizeof s->stop, format, list);
    va_end(list);
    s->stopped = true;
    s->stop_spot = where == HERE ? gate_spot(s->L) : (struct spot){NULL, 0};
    if (where == HERE && s->fault) gate_trace(s->L, s->fault);
}

/* 1000000 as "1,000,000". */
static void grouped(uint64_t n, char text[32])
{
    char digits[24];
    int count = snprintf(digits, sizeof digits, "%" PRIu64, n), at = 0;
    for (int i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0) text[at++] = ',';
        text[at++] = digits[i];
    }
    text[at] = '\0';
}

static void stop_instructions(struct script *s)
{
    char count[32];
    grouped(s->limits.instructions, count);
    stop(s, HERE, "more than %s instructions", count);
}

/* "1.5", in no locale. */
static const char *amount(double n, char text[32])
{
    snprintf(text, 32, "%.4g", n);
    sandbox_point(text);
    return text;
}

static void stop_memory(struct script *s)
{
    char text[32];
    s->denied = false;
    size_t cap = s->limits.memory;
    if (cap >= 1u << 20)
        stop(s, ANYWHERE, "more than %s MiB of memory", amount((double)cap / (1u << 20), text));
    else
        stop(s, ANYWHERE, "more than %s KiB of memory", amount((double)cap / 1024, text));
}

/* The engine's own error value: a rule can neither make it nor catch it, and it needs no memory. */
static _Noreturn void leave_rule(lua_State *L)
{
    lua_pushlightuserdata(L, script_of(L));
    lua_error(L);
    abort(); /* lua_error does not return; its declaration does not say so */
}

void budget_stop(lua_State *L, const char *why)
{
    stop(script_of(L), HERE, "%s", why);
    leave_rule(L);
}

void budget_starve(lua_State *L)
{
    script_of(L)->starved = true;
    leave_rule(L);
}

/* --- Instructions and time -------------------------------------------------------------------------- */

static bool spend(struct script *s, uint64_t steps)
{
    if (steps <= s->left) {
        s->left -= steps;
        return true;
    }
    s->left = 0;
    stop_instructions(s);
    return false;
}

static int64_t processor_time(void)
{
    struct timespec t;
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t) != 0) return 0;
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* The first look says when time will be up. */
static bool in_time(struct script *s)
{
    if (s->interrupted) return stop(s, ANYWHERE, "it was interrupted"), false;
    if (!(s->limits.seconds > 0)) return true;
    int64_t now = processor_time();
    if (s->deadline == 0)
        s->deadline = s->limits.seconds < FOR_EVER ? now + (int64_t)(s->limits.seconds * 1e9) : INT64_MAX;
    if (now <= s->deadline) return true;
    char text[32];
    stop(s, ANYWHERE, "more than %s s of processor time", amount(s->limits.seconds, text));
    return false;
}

static bool tick(struct script *s, uint64_t steps)
{
    s->ticks -= steps < TICKS ? (int64_t)steps : TICKS;
    if (s->ticks > 0) return true;
    s->ticks = TICKS;
    return in_time(s);
}

void charge(lua_State *L, uint64_t steps)
{
    struct script *s = script_of(L);
    if (!s->counting) return;
    if (s->stopped || !spend(s, steps) || !tick(s, steps)) leave_rule(L);
}

void charge_bytes(lua_State *L, size_t bytes) { charge(L, bytes / BYTES_A_STEP); }

static void l_count(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    struct script *s = script_of(L);
    if (!s->counting) return;
    if (s->stopped || !spend(s, (uint64_t)lua_gethookcount(L)) || !in_time(s)) leave_rule(L);
}

void budget_start(struct script *s, uint64_t instructions)
{
    s->left = instructions ? instructions : UINT64_MAX;
    s->question++;
    s->counting = true;
    s->stopped = s->starved = s->denied = false;
    s->deadline = 0;
    s->ticks = TICKS;
    lua_sethook(s->L, l_count, LUA_MASKCOUNT, instructions && instructions < PERIOD ? (int)instructions : PERIOD);
}

void budget_end(struct script *s)
{
    s->counting = false;
    budget_tidy(s);
}

/* --- Memory ------------------------------------------------------------------------------------------ */

/* Work that no hook sees. `kind` is what Lua says of a new block. */
static bool afford(struct script *s, const void *old, size_t kind, size_t bytes)
{
    if (!s->counting || bytes < LARGE) return true;
    if (s->stopped) return false;
    if (!old && kind == LUA_TSTRING) return spend(s, bytes / BYTES_A_STEP) && tick(s, bytes / BYTES_A_STEP);
    return tick(s, bytes / BYTES_A_STEP);
}

static bool over(const struct script *s, size_t cap, size_t more) { return s->memory > cap || more > cap - s->memory; }

static bool may_grow(struct script *s, const void *old, size_t kind, size_t bytes, size_t more)
{
    bool again = s->denied;
    s->denied = false;
    if (!again && !afford(s, old, kind, bytes)) return false;
    size_t cap = s->limits.memory;
    if (cap == 0 || !over(s, again ? cap - cap / 8 : cap, more)) return true;
    if (again)
        stop_memory(s);
    else if (s->counting && !tick(s, s->memory / BYTES_A_STEP)) /* a whole collection comes now */
        return false;
    else
        s->denied = true;
    return false;
}

void *budget_allocate(void *script, void *old, size_t old_size, size_t new_size)
{
    struct script *s = script;
    size_t held = old ? old_size : 0;
    if (new_size == 0) {
        s->memory -= held;
        mem_free(old);
        return NULL;
    }
    if (new_size > held && !may_grow(s, old, old_size, new_size, new_size - held)) return NULL;
    void *block = mem_realloc(old, new_size);
    if (!block && new_size > held) {
        s->starved = true;
        return NULL;
    }
    s->memory = s->memory - held + new_size;
    if (s->memory > s->memory_peak) s->memory_peak = s->memory;
    return block ? block : old; /* Lua relies on it that shrinking cannot fail */
}

void budget_deny(struct script *s) { stop_memory(s); }

/* A question that piled up more than usual is cleared away at once, so that the next starts from what the script needs,
 * whatever the last one left. A stack or a table of strings that has grown large gives up half of itself at each
 * collection, hence the loop. Ordinary questions are left to Lua's own pace (script_new). */
void budget_tidy(struct script *s)
{
    if (s->memory <= s->quiet) return;
    size_t before;
    int rounds = 0;
    do {
        before = s->memory;
        lua_gc(s->L, LUA_GCCOLLECT);
    } while (s->memory < before && ++rounds < 32);
    s->quiet = 2 * s->memory + QUIET;
    if (s->limits.memory && s->quiet > s->limits.memory / 2) s->quiet = s->limits.memory / 2;
}
