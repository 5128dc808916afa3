/* message.c: messages are data with placeholders, filled with the evidence as the engine read it.
 *
 * The hot path of every rule ends here. A literal is known by the address of its string (Lua keeps one per constant);
 * its template remembers where its names were found, so that the usual case is a comparison of an address, a length and
 * a name. No Lua string is made.
 */
#include "script/message.h"
#include "data/phrase.h"
#include "script/evidence.h"
#include <math.h>
#include <stdlib.h>

struct part {
    bool is_name, percent;
    int16_t at;             /* where the name was found: local n > 0, upvalue -n < 0, not yet 0 */
    int32_t parameter;      /* of {p.x}: its index, or -1 */
    uint32_t start, length; /* of plain text, in the template's */
    const char *known; /* the name as Lua's own string, which is one per text where it is short, and kept; else NULL */
    char name[MESSAGE_NAME], field[MESSAGE_NAME];
};
struct template
{
    bool stable;
    uint32_t length, count;
    const char *text;
    struct part *parts;
};

enum { KNOWN = 1024, SHORT = 40, SHORT_NUMBER = 10 };
struct templates {
    struct {
        const char *address;
        struct template *template;
    } known[KNOWN];
};
static const char templates_key, by_text_key;

/* --- Placeholders ----------------------------------------------------------------------------------------- */

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static struct str identifier(struct str text, uint32_t *at)
{
    uint32_t start = *at;
    if (start < text.n && is_letter(text.s[start]))
        while (*at < text.n && (is_letter(text.s[*at]) || is_digit(text.s[*at]))) ++*at;
    return (struct str){text.s + start, *at - start};
}

static const char *parse_inside(struct str text, uint32_t *at, struct placeholder *p)
{
    p->name = identifier(text, at);
    if (p->name.n == 0) return "a placeholder is {name} or {name.field}; a brace is {{";
    if (*at < text.n && text.s[*at] == '.') {
        ++*at;
        p->field = identifier(text, at);
        if (p->field.n == 0) return "a placeholder is {name} or {name.field}; a brace is {{";
    }
    if (p->name.n >= MESSAGE_NAME || p->field.n >= MESSAGE_NAME)
        return "a name in a placeholder is longer than 63 bytes";
    if (*at < text.n && text.s[*at] == '%') p->percent = true, ++*at;
    if (*at < text.n && text.s[*at] != '}' && memchr(text.s + *at, '}', text.n - *at))
        return "a placeholder holds a name and no more: {name}, {p.name}, {name.field} or {name%}";
    if (*at >= text.n || text.s[*at] != '}') return "a placeholder ends with }; a brace is {{";
    ++*at;
    return NULL;
}

/* Past an escape of a token: \u{…} has braces of its own. */
static uint32_t past_escape(struct str text, uint32_t at)
{
    bool code = at + 2 < text.n && text.s[at + 1] == 'u' && text.s[at + 2] == '{';
    at += 2;
    while (code && at < text.n && text.s[at] != '}') at++;
    return code ? at + 1 : at;
}

bool placeholder_next(struct str text, uint32_t *at, bool source, struct placeholder *p)
{
    bool escapes = source && text.n && text.s[0] != '[';
    while (*at < text.n) {
        char c = text.s[*at];
        if (escapes && c == '\\')
            *at = past_escape(text, *at);
        else if (c == '{' && *at + 1 < text.n && text.s[*at + 1] == '{')
            *at += 2;
        else if (c != '{')
            ++*at;
        else {
            *p = (struct placeholder){.start = (*at)++};
            p->flaw = parse_inside(text, at, p);
            p->length = *at - p->start;
            return true;
        }
    }
    return false;
}

/* --- Templates -------------------------------------------------------------------------------------------- */

static const char *add_part(struct part *parts, uint32_t *count, const struct part *part)
{
    if (!part->is_name && part->length == 0) return NULL;
    if (*count == MESSAGE_PARTS) return "a message has more than 60 placeholders and braces";
    parts[(*count)++] = *part;
    return NULL;
}

/* A run of plain text between placeholders; {{ and }} leave one brace. */
static const char *add_plain(struct str text, uint32_t from, uint32_t to, struct part *parts, uint32_t *count)
{
    const char *flaw = NULL;
    uint32_t start = from;
    for (uint32_t i = from; i + 1 < to && !flaw; i++) {
        if ((text.s[i] != '{' && text.s[i] != '}') || text.s[i + 1] != text.s[i]) continue;
        flaw = add_part(parts, count, &(struct part){.start = start, .length = i + 1 - start});
        start = ++i + 1;
    }
    return flaw ? flaw : add_part(parts, count, &(struct part){.start = start, .length = to > start ? to - start : 0});
}

static const char *parse(struct str text, struct part *parts, uint32_t *count)
{
    struct placeholder p;
    uint32_t at = 0, from = 0;
    *count = 0;
    while (placeholder_next(text, &at, false, &p)) {
        const char *flaw = p.flaw ? p.flaw : add_plain(text, from, p.start, parts, count);
        struct part part = {.is_name = true, .percent = p.percent, .parameter = -1};
        if (flaw) return flaw;
        memcpy(part.name, p.name.s, p.name.n);
        if (p.field.s) memcpy(part.field, p.field.s, p.field.n);
        if ((flaw = add_part(parts, count, &part))) return flaw;
        from = at;
    }
    return add_plain(text, from, (uint32_t)text.n, parts, count);
}

/* Is it well-formed text, without control characters but line ends and tabs? */
static bool is_plain_text(const char *text, size_t n)
{
    for (size_t at = 0, one; at < n; at += one) {
        unsigned char c = (unsigned char)text[at];
        one = c < 0x80 ? 1 : str_utf8((struct str){text + at, n - at});
        if (one == 0 || (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) return false;
    }
    return true;
}

/* Push the template of the string at `index`, a userdata. [-0, +1, v] */
static struct template *make_template(lua_State *L, int index)
{
    struct part parts[MESSAGE_PARTS];
    struct str text;
    uint32_t count;
    text.s = lua_tolstring(L, index, &text.n);
    if (text.n == 0) luaL_error(L, "the message is empty: say why in a few words");
    if (text.n > MESSAGE_LIMIT) luaL_error(L, "a message of %d bytes; at most 4,096", (int)text.n);
    if (!is_plain_text(text.s, text.n)) luaL_error(L, "the message is not valid UTF-8, or holds a control character");
    const char *flaw = parse(text, parts, &count);
    if (flaw) luaL_error(L, "%s", flaw);
    struct template *t = lua_newuserdatauv(L, sizeof *t + count * sizeof *parts + text.n, 0);
    *t = (struct template){.length = (uint32_t)text.n, .count = count, .parts = (struct part *)(t + 1)};
    memcpy(t->parts, parts, count * sizeof *parts);
    t->text = memcpy(t->parts + count, text.s, text.n);
    return t;
}

static void open_templates(lua_State *L)
{
    struct script *s = script_of(L);
    if (s->templates) return;
    s->templates = memset(lua_newuserdatauv(L, sizeof *s->templates, 0), 0, sizeof *s->templates);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &templates_key);
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &by_text_key);
}

/* Push the string that a token spells; Lua itself reads it, but for what stands between its quotes as it is. */
static bool push_literal(lua_State *L, struct str token)
{
    if (token.n >= 2 && token.s[0] != '[' && !memchr(token.s, '\\', token.n)) {
        lua_pushlstring(L, token.s + 1, token.n - 2);
        return true;
    }
    luaL_Buffer b;
    luaL_buffinit(L, &b);
    luaL_addstring(&b, "return ");
    luaL_addlstring(&b, token.s, token.n);
    luaL_pushresult(&b);
    size_t n;
    const char *code = lua_tolstring(L, -1, &n);
    bool good = luaL_loadbufferx(L, code, n, "=message", "t") == LUA_OK;
    lua_remove(L, -2);
    if (good) lua_call(L, 0, 1);
    if (good && lua_type(L, -1) == LUA_TSTRING) return true;
    lua_pop(L, 1);
    return false;
}

/* Keep the strings of a template's names; the table of templates is at the top. */
static void know_names(lua_State *L, struct template *t)
{
    for (uint32_t i = 0; i < t->count; i++) {
        struct part *part = &t->parts[i];
        if (!part->is_name || strlen(part->name) > SHORT) continue;
        part->known = lua_pushstring(L, part->name);
        lua_rawsetp(L, -2, part);
    }
}

void message_learn(lua_State *L, const struct literal *literals, size_t count)
{
    open_templates(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &by_text_key);
    for (size_t i = 0; i < count; i++) {
        if (!push_literal(L, literals[i].token)) continue;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, -3) == LUA_TUSERDATA) {
            struct template *t = lua_touserdata(L, -1);
            t->stable = t->stable && literals[i].stable;
            lua_pop(L, 2);
            continue;
        }
        lua_pop(L, 1);
        struct template *t = make_template(L, -1);
        t->stable = literals[i].stable;
        lua_rawset(L, -3);
        know_names(L, t);
    }
    lua_pop(L, 1);
}

/* A string seen for the first time: one that was learnt is known by its address from now on; another is a template for
 * this once, left on the stack. */
static struct template *find_template(lua_State *L, struct script *s, size_t slot, const char *address)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &by_text_key);
    lua_pushvalue(L, 1);
    if (lua_rawget(L, -2) != LUA_TUSERDATA) {
        charge_bytes(L, sizeof(struct part) * 4);
        return make_template(L, 1);
    }
    struct template *t = lua_touserdata(L, -1);
    s->templates->known[slot].address = address;
    s->templates->known[slot].template = t;
    return t;
}

static struct template *template_of(lua_State *L, struct script *s)
{
    size_t n;
    const char *text = lua_tolstring(L, 1, &n);
    size_t slot = ((uintptr_t)text >> 4) % KNOWN;
    struct template *t = s->templates->known[slot].template;
    if (t && s->templates->known[slot].address == text && t->length == n && memcmp(t->text, text, n) == 0) return t;
    return find_template(L, s, slot, text);
}

/* --- Names -------------------------------------------------------------------------------------------------- */

static bool is_name(const struct part *part, const char *name)
{
    return name == part->known || strcmp(name, part->name) == 0;
}

static bool push_found(lua_State *L, lua_Debug *ar, const struct part *part)
{
    const char *name;
    if (part->at > 0) {
        name = lua_getlocal(L, ar, part->at);
        if (name && is_name(part, name)) return true;
        if (name) lua_pop(L, 1);
    } else if (part->at < 0) {
        lua_getinfo(L, "f", ar);
        name = lua_getupvalue(L, -1, -part->at);
        lua_remove(L, name ? -2 : -1);
        if (name && is_name(part, name)) return true;
        if (name) lua_pop(L, 1);
    }
    return false;
}

static int find_local(lua_State *L, lua_Debug *ar, const char *want)
{
    int found = 0;
    const char *name;
    for (int i = 1; (name = lua_getlocal(L, ar, i)); i++, lua_pop(L, 1))
        if (strcmp(name, want) == 0) found = i; /* the last is the innermost */
    return found;
}

static int find_upvalue(lua_State *L, lua_Debug *ar, const char *want)
{
    int found = 0;
    const char *name;
    lua_getinfo(L, "f", ar);
    for (int i = 1; !found && lua_isfunction(L, -1) && (name = lua_getupvalue(L, -1, i)); i++, lua_pop(L, 1))
        if (strcmp(name, want) == 0) found = i;
    lua_pop(L, 1);
    return found;
}

/* Push what the name of a part holds where the message is said. [-0, +1, v] */
static void push_name(lua_State *L, lua_Debug *ar, struct part *part, bool stable)
{
    if (stable && part->at && push_found(L, ar, part)) return;
    int local = find_local(L, ar, part->name);
    part->at = (int16_t)(local ? local : -find_upvalue(L, ar, part->name));
    if (part->at == 0 && script_of(L)->in_line && session_push(L, part->name)) return;
    if (part->at == 0 || !push_found(L, ar, part))
        luaL_error(L, "{%s} names no local variable of the function that says the message", part->name);
}

/* --- Values -------------------------------------------------------------------------------------------------- */

/* As it is where that is short; what was worked out, and has a tail of digits that nobody reads, as a figure. */
static void put_worked_out(double d, struct buf *out)
{
    char text[DOUBLE_TEXT];
    size_t length = double_text(d, text);
    if (length <= SHORT_NUMBER)
        buf_add(out, text, length);
    else
        phrase_figure(d, out);
}

static void put_number(lua_State *L, const struct part *part, struct buf *out)
{
    lua_Number d = lua_tonumber(L, -1);
    if (!isfinite(part->percent ? 100 * d : d))
        luaL_error(L, "{%s} is %s, which is no number to show", part->name, isnan(d) ? "nan" : "infinite");
    if (part->percent)
        phrase_percent(d, out);
    else if (lua_isinteger(L, -1))
        buf_int(out, lua_tointeger(L, -1));
    else
        put_worked_out(d, out);
}

static void put_string(lua_State *L, const struct part *part, struct buf *out)
{
    size_t n;
    const char *text = lua_tolstring(L, -1, &n);
    if (n > MESSAGE_LIMIT) luaL_error(L, "{%s} holds %d bytes; a message has at most 4,096", part->name, (int)n);
    if (!is_plain_text(text, n)) luaL_error(L, "{%s} is not valid UTF-8, or holds a control character", part->name);
    buf_add(out, text, n);
}

_Noreturn static void refuse(lua_State *L, const struct part *part)
{
    const char *dot = part->field[0] ? "." : "";
    luaL_error(L, "{%s%s%s} is %s%s: a message shows evidence, numbers and texts", part->name, dot, part->field,
               lua_isnil(L, -1) ? "" : "a ", luaL_typename(L, -1));
    abort();
}

static void put_value(lua_State *L, const struct part *part, struct buf *out)
{
    struct handle *h;
    int type = lua_type(L, -1);
    if (type == LUA_TUSERDATA && (h = handle_of(lua_touserdata(L, -1)))) {
        handle_shown(L, h);
        if (part->percent && h->kind == EVIDENCE_MEASURE && handle_missing(L, h) == PEEL_PRESENT)
            phrase_percent(measure_rate(L, h), out); /* of all others a share is in percent already */
        else
            handle_phrase(L, h, out);
    } else if (type == LUA_TNUMBER)
        put_number(L, part, out);
    else if (type == LUA_TSTRING && !part->percent)
        put_string(L, part, out);
    else
        refuse(L, part);
}

/* {p.name}: the number and its unit. */
static void put_parameter(lua_State *L, struct script *s, struct part *part, struct buf *out)
{
    if (part->parameter < 0) part->parameter = parameter_find(s, str_of(part->field));
    if (part->parameter < 0) parameter_unknown(L, str_of(part->field));
    record_parameter(L, (uint16_t)part->parameter);
    buf_str(out, parameter_phrase(s, (uint16_t)part->parameter));
}

static void put_name(lua_State *L, lua_Debug *ar, struct script *s, const struct template *t, struct part *part)
{
    push_name(L, ar, part, t->stable);
    if (part->field[0] && parameters_at(L, -1)) {
        put_parameter(L, s, part, &s->said.text);
    } else {
        if (part->field[0]) {
            if (lua_type(L, -1) != LUA_TTABLE && lua_type(L, -1) != LUA_TUSERDATA) refuse(L, part);
            lua_getfield(L, -1, part->field);
            lua_remove(L, -2);
        }
        put_value(L, part, &s->said.text);
    }
}

/* --- Saying ---------------------------------------------------------------------------------------------------- */

static const char marks[SAID_LIMIT]; /* what a rule holds is the address of one; no other value is */

static void fill(lua_State *L, struct script *s, const struct template *t)
{
    lua_Debug ar;
    struct buf *out = &s->said.text;
    bool called = lua_getstack(L, 1, &ar);
    int named = 0;
    for (uint32_t i = 0; i < t->count; i++) {
        struct part *part = &t->parts[i];
        if (!part->is_name)
            buf_add(out, t->text + part->start, part->length);
        else if (called) {
            put_name(L, &ar, s, t, part);
            if (++named % 8 == 0) lua_pop(L, 8); /* the rest goes when the function returns */
        }
    }
}

static int say(lua_State *L, enum peel_outcome outcome, const char *word)
{
    struct script *s = script_of(L);
    struct said *said = &s->said;
    if (s->loading.file || !s->org) return luaL_error(L, "%s is said by a rule, not while its file is read", word);
    if (lua_type(L, 1) != LUA_TSTRING)
        return luaL_error(L, "%s wants a message, a text, got %s", word,
                          lua_isnoneornil(L, 1) ? "nothing" : luaL_typename(L, 1));
    if (said->count == SAID_LIMIT) return luaL_error(L, "more than %d messages made by one rule", SAID_LIMIT);
    uint32_t start = (uint32_t)said->text.length;
    fill(L, s, template_of(L, s));
    return message_say(L, outcome, start);
}

int message_say(lua_State *L, enum peel_outcome outcome, uint32_t start)
{
    struct said *said = &script_of(L)->said;
    if (said->text.failed) budget_starve(L);
    if (said->text.length - start > MESSAGE_LIMIT)
        return luaL_error(L, "a message of %d bytes; at most 4,096", (int)(said->text.length - start));
    said->list[said->count].outcome = (uint8_t)outcome;
    said->list[said->count].start = start;
    said->list[said->count].length = (uint32_t)said->text.length - start;
    lua_pushlightuserdata(L, (void *)(uintptr_t)&marks[said->count++]);
    return 1;
}

void message_start(struct script *s)
{
    buf_clear(&s->said.text);
    s->said.text.failed = false;
    s->said.count = 0;
}

int message_marked(lua_State *L, int index)
{
    uintptr_t mark = (uintptr_t)lua_touserdata(L, index) - (uintptr_t)marks;
    return mark < script_of(L)->said.count ? (int)mark : -1;
}

static int l_met(lua_State *L) { return say(L, PEEL_MET, "met"); }
static int l_partly_met(lua_State *L) { return say(L, PEEL_PARTLY_MET, "partly_met"); }
static int l_not_met(lua_State *L) { return say(L, PEEL_NOT_MET, "not_met"); }
static int l_not_applicable(lua_State *L) { return say(L, PEEL_NOT_APPLICABLE, "not_applicable"); }
static int l_no_evidence(lua_State *L) { return say(L, PEEL_NO_EVIDENCE, "no_evidence"); }

#define SAYS                                                                                                           \
    " The message says why, with placeholders: `{name}` a local variable, `{p.name}` a parameter, `{name%}` a share "  \
    "in "                                                                                                              \
    "percent. Return what it answers: `return met \"{files} met the standard\"`."

const struct word message_words[] = {
    {"met", l_met, "message: string", "peel.answer", "Answers that the characteristic is met." SAYS},
    {"partly_met", l_partly_met, "message: string", "peel.answer", "Answers that it is partly met." SAYS},
    {"not_met", l_not_met, "message: string", "peel.answer", "Answers that it is not met." SAYS},
    {"not_applicable", l_not_applicable, "message: string", "peel.answer",
     "Answers that it does not apply to this organisation: it counts for nothing." SAYS},
    {"no_evidence", l_no_evidence, "message: string", "peel.answer",
     "Answers that there is not enough evidence: it counts for nothing, and is named as missing." SAYS},
    {0},
};
