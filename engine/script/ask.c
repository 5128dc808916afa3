/* ask.c: the questions: one organisation sits before the rules, and each is asked once. What comes back is a verdict,
 * whatever the rule does. */
#include "script/evidence.h"
#include "script/message.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

void script_sit(struct script *s, const struct org *org, const struct board *board, struct arena *arena)
{
    s->org = org;
    s->board = board;
    s->arena = arena;
    s->stood = NULL;
    s->printed_cut = false;
    buf_clear(&s->printed);
}

/* --- Asking ------------------------------------------------------------------------------------------------------ */

static void start(struct script *s, uint32_t characteristic, uint32_t area, const struct allowance *allowance)
{
    s->characteristic = characteristic;
    s->area = area;
    s->allowance = allowance;
    record_start(s);
    message_start(s);
}

/* The engine's own trouble: no outcome. The stack is as it was. */
static _Noreturn void give_up(struct script *s) { arena_starved(s->arena); }

static enum gate ask(struct script *s, int function, enum desk subject, int results, struct fault *fault)
{
    enum gate gate = gate_ask(s, function, subject, results, fault);
    if (gate == GATE_STARVED) give_up(s);
    return gate;
}

/* --- Verdicts --------------------------------------------------------------------------------------------------------
 */

static struct str keep_text(struct script *s, const char *text, size_t n)
{
    return (struct str){arena_dup(s->arena, text, n), n};
}

/* In one piece: readings, then parameters, then what was said, where text.s is not NULL. */
static void keep_record(struct script *s, struct verdict *v, struct str text)
{
    const struct record *r = &s->record;
    size_t readings = r->count * sizeof *r->readings, parameters = r->parameter_count * sizeof *r->parameters;
    v->reading_count = r->count;
    v->parameter_count = r->parameter_count;
    if (readings + parameters == 0 && !text.s) return;
    char *kept = arena_alloc(s->arena, readings + parameters + text.n + 1);
    if (readings) v->readings = memcpy(kept, r->readings, readings);
    uint16_t *kept_parameters = (uint16_t *)(void *)(kept + readings); /* a few: quicker than a call */
    for (size_t i = 0; i < r->parameter_count; i++) kept_parameters[i] = r->parameters[i];
    if (parameters) v->parameters = kept_parameters;
    if (!text.s) return;
    char *reason = memcpy(kept + readings + parameters, text.s, text.n);
    reason[text.n] = '\0';
    v->reason = (struct str){reason, text.n};
}

/* Where a function of the author's begins: the place of a mistake that shows only once it has returned. */
static struct spot begin_of(struct script *s, int function)
{
    lua_Debug ar;
    lua_State *L = s->L;
    lua_rawgeti(L, LUA_REGISTRYINDEX, s->functions);
    lua_rawgeti(L, -1, function + 1);
    lua_getinfo(L, ">S", &ar);
    lua_pop(L, 1);
    for (size_t i = 0; i < s->file_count; i++)
        if (ar.source[0] == '@' && strcmp(s->files[i], ar.source + 1) == 0)
            return (struct spot){s->files[i], ar.linedefined};
    return (struct spot){"", 0};
}

static void blame(struct script *s, int function, enum peel_outcome outcome, struct spot spot, const char *message,
                  struct verdict *v)
{
    v->outcome = outcome;
    v->raised = spot.line ? spot : begin_of(s, function);
    char *text = arena_printf(s->arena, "%s:%d: %s%s", v->raised.file, v->raised.line,
                              outcome == PEEL_LIMIT ? "stopped: " : "", message);
    v->reason = str_of(text);
}

/* The names are copied: the fault is of the question, its spots of the script. */
static void keep_calls(struct script *s, const struct fault *fault, struct verdict *v)
{
    size_t n = (size_t)fault->call_count;
    struct call *calls = arena_alloc(s->arena, (n + 1) * sizeof *calls);
    for (size_t i = 0; i < n; i++)
        calls[i] = (struct call){fault->calls[i].at,
                                 arena_dup(s->arena, fault->calls[i].name, strlen(fault->calls[i].name)),
                                 fault->calls[i].times};
    v->calls = calls;
    v->call_count = n;
    v->more_calls = fault->more_calls;
}

static void blame_fault(struct script *s, int function, enum gate gate, const struct fault *fault, struct verdict *v)
{
    blame(s, function, gate == GATE_STOPPED ? PEEL_LIMIT : PEEL_ERROR, fault->spot, fault->message, v);
    keep_calls(s, fault, v);
}

static void blame_here(struct script *s, int function, const char *message, struct verdict *v)
{
    blame(s, function, PEEL_ERROR, (struct spot){NULL, 0}, message, v);
}

static void end_without(struct script *s, struct verdict *v)
{
    v->outcome = PEEL_NO_EVIDENCE;
    v->reason = keep_text(s, s->ended.reason, strlen(s->ended.reason));
}

/* Did it change a name outside of itself? Then it is an error, whatever it answered. */
static void compare_seal(struct script *s, int function, struct verdict *v)
{
    char name[64], message[160];
    if (seal_check(s->L, function, name)) return;
    if (v->outcome == PEEL_ERROR || v->outcome == PEEL_LIMIT) return;
    snprintf(message, sizeof message,
             "the rule changes `%s`, a name outside of it: the next organisation would see the change", name);
    blame_here(s, function, message, v);
}

static inline void check_seal(struct script *s, int function, struct verdict *v)
{
    if (s->watching) compare_seal(s, function, v);
}

/* --- Characteristics
 * ----------------------------------------------------------------------------------------------------- */

/* What a grade may rest on: something that was there and may decide. NULL: it is. */
static const char *why_unfounded(const struct record *r)
{
    bool survey = false, missing = false;
    for (size_t i = 0; i < r->count; i++) {
        const struct reading *reading = &r->readings[i];
        bool unknown =
            reading->test == TEST_IS && reading->kind == EVIDENCE_OUTCOME && reading->value >= PEEL_NO_EVIDENCE;
        if (reading->missing || unknown)
            missing = true;
        else if (reading->kind == EVIDENCE_SURVEY)
            survey = true;
        else
            return NULL;
    }
    if (missing) return "judged by what is missing: missing is never failing, nor met; say no_evidence";
    if (survey) return "rests on a survey alone; surveys can be cited, never decide";
    return "judged without reading any evidence";
}

static void blame_answer(struct script *s, int function, int type, struct verdict *v)
{
    char message[200];
    snprintf(message, sizeof message,
             "the rule must return met \"…\", partly_met \"…\", not_met \"…\", not_applicable \"…\" or no_evidence "
             "\"…\", got %s",
             type == LUA_TNIL ? "nothing" : lua_typename(s->L, type));
    blame_here(s, function, message, v);
}

/* The outcome; answers what was said, which is still to be kept. */
static struct str take_answer(struct script *s, int function, struct verdict *v)
{
    const struct said *said = &s->said;
    int mark = message_marked(s->L, -1), type = mark < 0 ? lua_type(s->L, -1) : LUA_TNIL;
    lua_pop(s->L, 1);
    if (mark < 0) {
        blame_answer(s, function, type, v);
        return (struct str){NULL, 0};
    }
    v->outcome = (enum peel_outcome)said->list[mark].outcome;
    const char *why = v->outcome <= PEEL_NOT_MET ? why_unfounded(&s->record) : NULL;
    if (why) blame_here(s, function, why, v);
    return (struct str){said->text.data ? said->text.data + said->list[mark].start : "", said->list[mark].length};
}

void script_judge(struct script *s, int function, uint32_t characteristic, const struct allowance *allowance,
                  struct verdict *verdict)
{
    struct fault fault;
    struct str said = {NULL, 0};
    *verdict = (struct verdict){.outcome = PEEL_ERROR};
    start(s, characteristic, NO_SLOT, allowance);
    enum gate gate = ask(s, function, DESK_FORCE, 1, &fault);
    if (gate == GATE_DONE)
        said = take_answer(s, function, verdict);
    else if (gate == GATE_RAISED && s->ended.yes)
        end_without(s, verdict);
    else
        blame_fault(s, function, gate, &fault, verdict);
    check_seal(s, function, verdict);
    if (verdict->outcome >= PEEL_ERROR) said.s = NULL; /* it was blamed instead */
    keep_record(s, verdict, said);
}

/* --- Lines of a session
 * ---------------------------------------------------------------------------------------------------- */

bool ask_line(struct script *s, const char *name, uint32_t here, const struct allowance *all, struct verdict *v)
{
    struct fault fault;
    *v = (struct verdict){.outcome = PEEL_MET};
    start(s, here, NO_SLOT, all);
    s->in_line = true;
    enum gate gate = gate_call(s, 1, 1, &fault);
    s->in_line = false;
    if (gate == GATE_STARVED) give_up(s);
    if (gate == GATE_RAISED && s->ended.yes) {
        end_without(s, v);
    } else if (gate != GATE_DONE) {
        v->outcome = gate == GATE_STOPPED ? PEEL_LIMIT : PEEL_ERROR;
        v->raised = fault.spot.line ? fault.spot : (struct spot){name, 1};
        v->reason = str_of(arena_printf(s->arena, "%s%s", gate == GATE_STOPPED ? "stopped: " : "", fault.message));
        keep_calls(s, &fault, v);
    }
    keep_record(s, v, (struct str){NULL, 0});
    return gate == GATE_DONE;
}

/* --- Ladders and caps
 * -------------------------------------------------------------------------------------------------------- */

static int find_grade(const struct board_shape *shape, struct str name)
{
    for (size_t i = 0; i < shape->grades; i++)
        if (str_eq(name, shape->scale[i])) return (int)i;
    return str_is(name, peel_no_grade_name(PEEL_INSUFFICIENT_EVIDENCE)) ? PEEL_INSUFFICIENT_EVIDENCE : PEEL_UNGRADED;
}

static bool is_showable(struct str text)
{
    for (size_t at = 0, n; at < text.n; at += n) {
        n = str_utf8((struct str){text.s + at, text.n - at});
        unsigned char c = (unsigned char)text.s[at];
        if (n == 0 || (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) return false;
    }
    return text.n <= MESSAGE_LIMIT;
}

/* "grade", and perhaps "reason". */
static void take_grade(struct script *s, int function, int *grade, struct verdict *v)
{
    lua_State *L = s->L;
    const struct board_shape *shape = s->board->shape;
    struct str name = {NULL, 0}, reason = STR("");
    char message[300];
    if (lua_type(L, -2) == LUA_TSTRING) name.s = lua_tolstring(L, -2, &name.n);
    if (lua_type(L, -1) == LUA_TSTRING) reason.s = lua_tolstring(L, -1, &reason.n);
    int found = name.s ? find_grade(shape, name) : PEEL_UNGRADED,
        nearest = name.s ? str_nearest(name, shape->scale, shape->grades) : -1;
    if (!name.s)
        snprintf(message, sizeof message, "the ladder must return a grade and a reason, got %s",
                 lua_isnil(L, -2) ? "nothing" : luaL_typename(L, -2));
    else if (found == PEEL_UNGRADED)
        snprintf(message, sizeof message, "the ladder returned `%.64s`, which is no grade of the scale%s%s%s", name.s,
                 nearest >= 0 ? "; did you mean `" : "", nearest >= 0 ? shape->scale[nearest].s : "",
                 nearest >= 0 ? "`?" : "");
    else if (!is_showable(reason))
        snprintf(message, sizeof message,
                 "the ladder's reason is not valid UTF-8, holds a control character, or is longer than 4,096 bytes");
    else
        message[0] = '\0';
    char *kept = message[0] ? NULL : arena_try(s->arena, reason.n + 1);
    if (kept) memcpy(kept, reason.s, reason.n), kept[reason.n] = '\0';
    lua_pop(L, 2);
    if (message[0]) {
        blame_here(s, function, message, v);
        return;
    }
    if (!kept) give_up(s);
    *grade = found;
    v->outcome = PEEL_MET;
    v->reason = (struct str){kept, reason.n};
}

void script_ladder(struct script *s, int function, uint32_t area, int *grade, struct verdict *verdict)
{
    struct fault fault;
    *verdict = (struct verdict){.outcome = PEEL_ERROR};
    *grade = PEEL_GRADE_ERROR;
    start(s, NO_SLOT, area, NULL);
    enum gate gate = ask(s, function, DESK_AREA, 2, &fault);
    if (gate == GATE_DONE)
        take_grade(s, function, grade, verdict);
    else if (gate == GATE_RAISED && s->ended.yes) {
        end_without(s, verdict);
        verdict->outcome = PEEL_MET;
        *grade = PEEL_INSUFFICIENT_EVIDENCE;
    } else
        blame_fault(s, function, gate, &fault, verdict);
    check_seal(s, function, verdict);
    if (verdict->outcome != PEEL_MET) *grade = verdict->outcome == PEEL_LIMIT ? PEEL_GRADE_LIMIT : PEEL_GRADE_ERROR;
    keep_record(s, verdict, (struct str){NULL, 0});
}

void script_when(struct script *s, int function, uint32_t area, struct verdict *verdict)
{
    struct fault fault;
    char message[120];
    *verdict = (struct verdict){.outcome = PEEL_ERROR};
    start(s, NO_SLOT, area, NULL);
    enum gate gate = ask(s, function, DESK_AREA, 1, &fault);
    if (gate == GATE_DONE) {
        bool answered = lua_isboolean(s->L, -1);
        snprintf(message, sizeof message, "\"when\" must return true or false, got %s",
                 lua_isnil(s->L, -1) ? "nothing" : luaL_typename(s->L, -1));
        verdict->outcome = lua_toboolean(s->L, -1) ? PEEL_MET : PEEL_NOT_MET;
        lua_pop(s->L, 1);
        if (!answered) blame_here(s, function, message, verdict);
    } else if (gate == GATE_RAISED && s->ended.yes) {
        end_without(s, verdict); /* what is missing caps nothing */
        verdict->outcome = PEEL_NOT_MET;
    } else
        blame_fault(s, function, gate, &fault, verdict);
    check_seal(s, function, verdict);
    keep_record(s, verdict, (struct str){NULL, 0});
}
