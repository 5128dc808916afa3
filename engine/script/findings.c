/* findings.c: force.findings: what inspectors wrote down against a characteristic. A set is known by its
 * characteristic; its findings are those of the organisation that is sitting. */
#include "data/phrase.h"
#include "script/evidence.h"
#include "script/message.h"
#include <math.h>

static const char sets_by_name, sets_by_index;

struct set {
    const uint32_t *list;
    uint32_t count;
};

static struct set set_of(const struct script *s, uint32_t characteristic)
{
    const struct board *b = s->board;
    uint32_t start = b->finding_start[characteristic];
    return (struct set){b->finding_list + start, b->finding_start[characteristic + 1] - start};
}

struct tally {
    uint32_t strengths, weaknesses;
    double strength_weight, weakness_weight;
};

static struct tally tally(const struct script *s, uint32_t characteristic)
{
    struct tally t = {0};
    struct set set = set_of(s, characteristic);
    for (uint32_t i = 0; i < set.count; i++) {
        const struct finding *f = &s->org->findings[set.list[i]];
        if (f->weakness)
            t.weaknesses++, t.weakness_weight += f->weight;
        else
            t.strengths++, t.strength_weight += f->weight;
    }
    return t;
}

void findings_phrase(const struct script *s, uint32_t characteristic, struct buf *out)
{
    struct tally t = tally(s, characteristic);
    phrase_findings(t.strengths, t.weaknesses, out);
}

/* All findings of the set are readings, once. */
void findings_record(lua_State *L, uint32_t characteristic)
{
    struct script *s = script_of(L);
    struct set set = set_of(s, characteristic);
    if (s->record.set == characteristic + 1) return;
    charge(L, set.count);
    for (uint32_t i = 0; i < set.count; i++)
        record_read(L, EVIDENCE_FINDING, set.list[i], (struct str){NULL, 0}, false);
    s->record.set = characteristic + 1;
}

static struct tally read_set(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_FINDING);
    findings_record(L, h->slot);
    return tally(script_of(L), h->slot);
}

double finding_share(lua_State *L, const struct handle *h)
{
    struct tally t = tally(script_of(L), h->slot);
    if (t.strengths + t.weaknesses == 0) record_no_evidence(L, EVIDENCE_FINDING, NO_SLOT, h->name, PEEL_NOT_COLLECTED);
    return evidence_tidy(t.strength_weight / (t.strength_weight + t.weakness_weight));
}

/* --- Methods of a set -------------------------------------------------------------------------------------- */

static int l_strengths(lua_State *L) { return lua_pushinteger(L, read_set(L).strengths), 1; }
static int l_weaknesses(lua_State *L) { return lua_pushinteger(L, read_set(L).weaknesses), 1; }
static int l_strength_weight(lua_State *L) { return lua_pushnumber(L, read_set(L).strength_weight), 1; }
static int l_weakness_weight(lua_State *L) { return lua_pushnumber(L, read_set(L).weakness_weight), 1; }

static int l_count(lua_State *L)
{
    struct tally t = read_set(L);
    lua_pushinteger(L, (lua_Integer)t.strengths + t.weaknesses);
    return 1;
}

static int l_share(lua_State *L)
{
    read_set(L);
    lua_pushnumber(L, finding_share(L, handle_self(L)));
    return 1;
}

static int l_none(lua_State *L)
{
    struct tally t = read_set(L);
    if (t.strengths + t.weaknesses)
        lua_pushnil(L);
    else
        lua_pushstring(L, peel_missing_name(PEEL_NOT_COLLECTED));
    return 1;
}

const struct word finding_methods[] = {
    {"strengths", l_strengths, "", "integer",
     "How many strengths were found. 0 where nobody looked, too: ask `:missing()`."},
    {"weaknesses", l_weaknesses, "", "integer",
     "How many weaknesses were found. 0 where nobody looked, too: ask `:missing()`."},
    {"strength_weight", l_strength_weight, "", "number", "The weights of all strengths, added; 0 where there is none."},
    {"weakness_weight", l_weakness_weight, "", "number",
     "The weights of all weaknesses, added; 0 where there is none."},
    {"share", l_share, "", "number",
     "The weight of strengths over that of all, `S / (S + W)`, from 0 to 1. Of no findings there is none: the rule "
     "ends "
     "with `no-evidence`."},
    {"count", l_count, "", "integer", "How many findings there are, strengths and weaknesses."},
    COMPARISONS("its share of strengths, by weight,", FROM_0_TO_1),
    {"missing", l_none, "", "peel.missing?",
     "`\"not-collected\"` where there is no finding at all, else `nil`. Asks without ending the rule."},
    {0},
};

/* --- force.findings ------------------------------------------------------------------------------------------ */

static int l_about(lua_State *L)
{
    lua_settop(L, 2);
    if (lua_type(L, 2) != LUA_TSTRING)
        return luaL_error(L, "about wants \"area/characteristic\", got %s", luaL_typename(L, 2));
    lua_rawgetp(L, LUA_REGISTRYINDEX, &sets_by_name);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, 3) != LUA_TNIL) return 1;
    struct str name;
    name.s = lua_tolstring(L, 2, &name.n);
    sandbox_unknown(L, 3, "the pack has no characteristic", name);
}

static int l_here(lua_State *L)
{
    struct script *s = script_of(L);
    if (s->characteristic == NO_SLOT) return luaL_error(L, "here is said by a characteristic's rule");
    lua_rawgetp(L, LUA_REGISTRYINDEX, &sets_by_index);
    lua_rawgeti(L, -1, (lua_Integer)s->characteristic + 1);
    return 1;
}

const struct word findings_methods[] = {
    {"about", l_about, "characteristic: peel.characteristic_id", "peel.findings",
     "The findings against a characteristic, `\"area/characteristic\"`. A name that the pack does not have is an "
     "error."},
    {"here", l_here, "", "peel.findings",
     "The findings against the characteristic whose rule is running. Of no use in ladders and caps."},
    {0},
};

static void open_sets(lua_State *L)
{
    const struct board_shape *shape = script_of(L)->vocabulary->shape;
    lua_newtable(L);
    lua_createtable(L, (int)shape->characteristics, 0);
    for (uint32_t c = 0; c < shape->characteristics; c++) {
        handle_push_new(L, EVIDENCE_FINDING, c, shape->ids[c]); /* names indexes set */
        lua_pushvalue(L, -1);
        lua_rawseti(L, -3, (lua_Integer)c + 1);
        lua_pushlstring(L, shape->ids[c].s, shape->ids[c].n);
        lua_insert(L, -2);
        lua_rawset(L, -4);
    }
    lua_rawsetp(L, LUA_REGISTRYINDEX, &sets_by_index);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &sets_by_name);
}

void findings_push(lua_State *L)
{
    open_sets(L);
    object_push(L);
    words_push(L, findings_methods);
    lua_createtable(L, 0, 5);
    handle_metatable(L, "force.findings",
                     "force.findings is asked by :about(\"area/characteristic\") or :here(); it has no");
    lua_setmetatable(L, -2);
}

/* --- Judged by the weight of findings ---------------------------------------------------------------------------- */

static void amount(struct buf *out, double d) { buf_double(out, evidence_tidy(d)); }

static void weigh_reason(struct buf *out, const struct tally *t, double share, double met, double partly)
{
    buf_put(out, "strengths weigh ");
    amount(out, t->strength_weight);
    buf_put(out, ", weaknesses ");
    amount(out, t->weakness_weight);
    buf_put(out, ": ");
    phrase_percent(share, out);
    buf_put(out, " strengths, ");
    if (share < met && share < partly)
        buf_put(out, "below ");
    else
        buf_put(out, "at least ");
    phrase_percent(share >= met ? met : partly, out);
    buf_put(out, share >= met ? " is met" : share >= partly ? " is partly met, " : " is not met");
    if (share >= met || share < partly) return;
    phrase_percent(met, out);
    buf_put(out, " would be met");
}

/* In one piece: readings, then parameters, then the reason. */
static char *keep(struct script *s, struct set set, size_t text, struct verdict *v)
{
    size_t readings = set.count * sizeof *v->readings, parameters = 2 * sizeof *v->parameters;
    char *kept = arena_alloc(s->arena, readings + parameters + text + 1);
    struct reading *reading = (struct reading *)(void *)kept;
    for (uint32_t i = 0; i < set.count; i++)
        reading[i] = (struct reading){.kind = EVIDENCE_FINDING, .slot = set.list[i]};
    v->readings = reading;
    v->reading_count = set.count;
    return kept + readings;
}

void script_weigh(struct script *s, uint32_t characteristic, uint16_t met, uint16_t partly, struct verdict *verdict)
{
    struct buf *reason = &s->said.text; /* borrowed: nothing is said meanwhile */
    struct set set = set_of(s, characteristic);
    struct tally t = tally(s, characteristic);
    const struct decl_parameter *parameters = s->vocabulary->pack->parameters;
    double weight = t.strength_weight + t.weakness_weight,
           share = weight > 0 ? evidence_tidy(t.strength_weight / weight) : NAN;
    *verdict = (struct verdict){.outcome = PEEL_NO_EVIDENCE};
    if (set.count == 0) {
        keep(s, set, 0, verdict);
        verdict->reason = STR("no finding was made against it");
        return;
    }
    double at_met = parameters[met].value, at_partly = parameters[partly].value;
    verdict->outcome = share >= at_met ? PEEL_MET : share >= at_partly ? PEEL_PARTLY_MET : PEEL_NOT_MET;
    message_start(s);
    weigh_reason(reason, &t, share, at_met, at_partly);
    if (reason->failed) arena_starved(s->arena);
    char *kept = keep(s, set, reason->length, verdict);
    verdict->parameters = memcpy(kept, (uint16_t[]){met, partly}, 2 * sizeof met);
    verdict->parameter_count = 2;
    char *text = memcpy(kept + 2 * sizeof met, reason->data, reason->length);
    text[reason->length] = '\0';
    verdict->reason = (struct str){text, reason->length};
}
