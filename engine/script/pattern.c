/* pattern.c: Lua's patterns (reference manual, 6.4.1), written from the manual, counted.
 * `("a"):rep(160):find(".-.-.-.-b")` runs for hours inside one call of Lua's own library, where no hook looks; here
 * each character looked at is a step of the question's budget.
 *
 * A pattern is first read as a list of atoms, so that a malformed one is always told, also where the text at hand would
 * not have reached the mistake (Lua's own reads as it goes). Only a repetition can be gone back to, so the depth of the
 * recursion is the number of repetitions in the pattern, and that is bounded when it is read. Letters, digits and so on
 * are those of ASCII.
 */
#include "script/sandbox.h"

#define CAPTURES 32
#define REPETITIONS 180 /* each is one level of recursion */
#define LENGTH 16384    /* of a pattern; plain searches may be longer */
#define ATOMS 24        /* a usual pattern needs no more, and no allocation */
#define SETS 4
#define STEPS 512 /* between charges */

typedef uint32_t set[8]; /* 256 bits */

enum what {
    WHAT_ANY,
    WHAT_BYTE,
    WHAT_SET, /* one character; may be repeated */
    WHAT_OPEN,
    WHAT_CLOSE,
    WHAT_POSITION, /* captures */
    WHAT_BACK,
    WHAT_BALANCE,
    WHAT_FRONTIER,
    WHAT_TAIL, /* %1  %bxy  %f[set]  $ */
    WHAT_DONE
};
enum times { ONCE, MAYBE, MANY, LAZY };

struct atom {
    uint8_t what, times;
    uint8_t a, b; /* the byte; the pair of a balance; the capture */
    bool negated;
    const uint32_t *set;
};

struct pattern {
    struct atom *atoms;
    set *sets;
    size_t atom_count, set_count;
    int captures, repetitions;
    struct atom few_atoms[ATOMS];
    set few_sets[SETS];
};

/* --- Character classes -------------------------------------------------------------------------------- */

static const struct {
    char letter;
    set set;
} classes[] = {
    {'a', {0, 0, 0x07FFFFFE, 0x07FFFFFE}},
    {'c', {0xFFFFFFFF, 0, 0, 0x80000000}},
    {'d', {0, 0x03FF0000, 0, 0}},
    {'g', {0, 0xFFFFFFFE, 0xFFFFFFFF, 0x7FFFFFFF}},
    {'l', {0, 0, 0, 0x07FFFFFE}},
    {'p', {0, 0xFC00FFFE, 0xF8000001, 0x78000001}},
    {'s', {0x00003E00, 0x00000001, 0, 0}},
    {'u', {0, 0, 0x07FFFFFE, 0}},
    {'w', {0, 0x03FF0000, 0x07FFFFFE, 0x07FFFFFE}},
    {'x', {0, 0x03FF0000, 0x0000007E, 0x0000007E}},
};

/* The class of %letter, NULL where the letter stands for itself. Capitals are complements. */
static const uint32_t *class_of(char letter, bool *negated)
{
    *negated = letter >= 'A' && letter <= 'Z';
    char small = *negated ? (char)(letter + 32) : letter;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (classes[i].letter == small) return classes[i].set;
    return NULL;
}

static bool has(const uint32_t *s, unsigned char c) { return s[c >> 5] >> (c & 31) & 1; }
static void put(uint32_t *s, unsigned char c) { s[c >> 5] |= (uint32_t)1 << (c & 31); }

/* --- Reading a pattern -------------------------------------------------------------------------------- */

struct parse {
    lua_State *L;
    struct pattern *pattern;
    const char *at, *end;
    int open[CAPTURES], depth; /* captures not yet closed */
    bool closed[CAPTURES];
};

static struct atom *add(struct parse *x, enum what what)
{
    struct atom *atom = &x->pattern->atoms[x->pattern->atom_count++];
    *atom = (struct atom){.what = (uint8_t)what, .times = ONCE};
    return atom;
}

static void put_class(uint32_t *s, char letter)
{
    bool negated;
    const uint32_t *class = class_of(letter, &negated);
    if (!class) {
        put(s, (unsigned char)letter);
        return;
    }
    for (int i = 0; i < 8; i++) s[i] |= negated ? ~class[i] : class[i];
}

/* What stands between '[' and ']'; x->at is behind the '['. A ']' in first place stands for itself. */
static void read_set(struct parse *x, struct atom *atom)
{
    uint32_t *s = x->pattern->sets[x->pattern->set_count++];
    memset(s, 0, sizeof(set));
    atom->set = s;
    atom->negated = x->at < x->end && *x->at == '^';
    if (atom->negated) x->at++;
    for (bool is_first = true;; is_first = false) {
        if (x->at == x->end) luaL_error(x->L, "malformed pattern (missing `]`)");
        char c = *x->at++;
        if (c == ']' && !is_first) return;
        if (c == '%') {
            if (x->at == x->end) luaL_error(x->L, "malformed pattern (missing `]`)");
            put_class(s, *x->at++);
        } else if (x->end - x->at >= 2 && *x->at == '-' && x->at[1] != ']') {
            for (int k = (unsigned char)c; k <= (unsigned char)x->at[1]; k++) put(s, (unsigned char)k);
            x->at += 2;
        } else
            put(s, (unsigned char)c);
    }
}

static void read_open(struct parse *x)
{
    struct pattern *p = x->pattern;
    if (p->captures == CAPTURES) luaL_error(x->L, "too many captures in a pattern (at most %d)", CAPTURES);
    bool position = x->at < x->end && *x->at == ')';
    struct atom *atom = add(x, position ? WHAT_POSITION : WHAT_OPEN);
    atom->a = (uint8_t)p->captures;
    if (position) {
        x->at++;
        x->closed[p->captures++] = true;
        return;
    }
    x->open[x->depth++] = p->captures;
    x->closed[p->captures++] = false;
}

static void read_close(struct parse *x)
{
    if (x->depth == 0) luaL_error(x->L, "malformed pattern (`)` without `(`)");
    int capture = x->open[--x->depth];
    x->closed[capture] = true;
    add(x, WHAT_CLOSE)->a = (uint8_t)capture;
}

static void read_times(struct parse *x)
{
    struct pattern *p = x->pattern;
    struct atom *atom = &p->atoms[p->atom_count - 1];
    char c = x->at < x->end ? *x->at : '\0';
    if (x->at == x->end || !(c == '*' || c == '+' || c == '-' || c == '?')) return;
    x->at++;
    if (++p->repetitions > REPETITIONS) luaL_error(x->L, "pattern too complex (more than %d repetitions)", REPETITIONS);
    if (c == '+') { /* one, then many */
        struct atom *more = add(x, WHAT_DONE);
        *more = p->atoms[p->atom_count - 2];
        more->times = MANY;
        return;
    }
    atom->times = c == '?' ? MAYBE : c == '-' ? LAZY : MANY;
}

static void read_back(struct parse *x, char digit)
{
    int capture = digit - '1';
    if (capture < 0 || capture >= x->pattern->captures || !x->closed[capture])
        luaL_error(x->L, "malformed pattern (`%%%c` refers to no capture that is complete)", digit);
    add(x, WHAT_BACK)->a = (uint8_t)capture;
}

/* x->at is behind the '%'. */
static void read_percent(struct parse *x)
{
    if (x->at == x->end) luaL_error(x->L, "malformed pattern (ends with `%%`)");
    char c = *x->at++;
    if (c == 'b') {
        if (x->end - x->at < 2) luaL_error(x->L, "malformed pattern (`%%b` needs two characters)");
        struct atom *atom = add(x, WHAT_BALANCE);
        atom->a = (uint8_t)*x->at++;
        atom->b = (uint8_t)*x->at++;
    } else if (c == 'f') {
        if (x->at == x->end || *x->at++ != '[') luaL_error(x->L, "malformed pattern (missing `[` after `%%f`)");
        read_set(x, add(x, WHAT_FRONTIER));
    } else if (c >= '0' && c <= '9') {
        read_back(x, c);
    } else {
        bool negated;
        const uint32_t *class = class_of(c, &negated);
        struct atom *atom = add(x, class ? WHAT_SET : WHAT_BYTE);
        atom->set = class;
        atom->negated = negated;
        atom->a = (uint8_t)c;
        read_times(x);
    }
}

static void read_atom(struct parse *x)
{
    char c = *x->at++;
    if (c == '(') {
        read_open(x);
    } else if (c == ')') {
        read_close(x);
    } else if (c == '%') {
        read_percent(x);
    } else if (c == '$' && x->at == x->end) {
        add(x, WHAT_TAIL);
    } else {
        struct atom *atom = add(x, c == '.' ? WHAT_ANY : c == '[' ? WHAT_SET : WHAT_BYTE);
        atom->a = (uint8_t)c;
        if (c == '[') read_set(x, atom);
        read_times(x);
    }
}

/* An atom takes at least a byte of the pattern, and `+`, which makes two, takes two. Leaves one value on the stack,
 * which holds what p does not. */
static void compile(lua_State *L, struct pattern *p, const char *text, size_t n)
{
    size_t brackets = 0;
    if (n > LENGTH) luaL_error(L, "pattern too complex (more than %d bytes)", LENGTH);
    charge(L, n + 1);
    for (size_t i = 0; i < n; i++) brackets += text[i] == '[';
    p->atom_count = p->set_count = 0;
    p->captures = p->repetitions = 0;
    p->atoms = p->few_atoms;
    p->sets = p->few_sets;
    if (n + 1 > ATOMS || brackets > SETS) {
        p->atoms = lua_newuserdatauv(L, (n + 1) * sizeof *p->atoms + brackets * sizeof *p->sets, 0);
        p->sets = (set *)(p->atoms + n + 1);
    } else
        lua_pushnil(L);
    struct parse x = {.L = L, .pattern = p, .at = text, .end = text + n};
    while (x.at < x.end) read_atom(&x);
    if (x.depth > 0) luaL_error(L, "malformed pattern (a `(` is not closed)");
    add(&x, WHAT_DONE);
}

/* --- Matching ----------------------------------------------------------------------------------------- */

struct capture {
    const char *start;
    size_t length;
    bool position;
};

struct matcher {
    lua_State *L;
    const char *text, *end; /* the subject */
    const char *stop;       /* where a match ended */
    uint32_t steps;
    struct capture captures[CAPTURES];
};

static inline void step(struct matcher *m)
{
    if (++m->steps < STEPS) return;
    m->steps = 0;
    charge(m->L, STEPS);
}

static inline bool fits(const struct atom *atom, unsigned char c)
{
    if (atom->what == WHAT_BYTE) return atom->a == c;
    return atom->what == WHAT_ANY || has(atom->set, c) != atom->negated;
}

static const char *balanced(struct matcher *m, const struct atom *atom, const char *s)
{
    if (s == m->end || (unsigned char)*s != atom->a) return NULL;
    int64_t depth = 1;
    for (s++; s < m->end; s++) {
        step(m);
        unsigned char c = (unsigned char)*s;
        if (c == atom->b) {
            if (--depth == 0) return s + 1;
        } else if (c == atom->a)
            depth++;
    }
    return NULL;
}

static bool frontier(const struct matcher *m, const struct atom *atom, const char *s)
{
    unsigned char before = s == m->text ? 0 : (unsigned char)s[-1], after = s == m->end ? 0 : (unsigned char)*s;
    return has(atom->set, before) == atom->negated && has(atom->set, after) != atom->negated;
}

static const char *again(struct matcher *m, const struct atom *atom, const char *s)
{
    const struct capture *c = &m->captures[atom->a];
    if (c->position || c->length > (size_t)(m->end - s)) return NULL;
    charge_bytes(m->L, c->length);
    return memcmp(c->start, s, c->length) == 0 ? s + c->length : NULL;
}

/* An atom that matches in one way only. NULL: it does not. */
static const char *once(struct matcher *m, const struct atom *atom, const char *s)
{
    struct capture *c = &m->captures[atom->a < CAPTURES ? atom->a : 0];
    switch ((enum what)atom->what) {
    case WHAT_OPEN: *c = (struct capture){s, 0, false}; return s;
    case WHAT_CLOSE: c->length = (size_t)(s - c->start); return s;
    case WHAT_POSITION: *c = (struct capture){s, 0, true}; return s;
    case WHAT_BACK: return again(m, atom, s);
    case WHAT_BALANCE: return balanced(m, atom, s);
    case WHAT_FRONTIER: return frontier(m, atom, s) ? s : NULL;
    case WHAT_TAIL: return s == m->end ? s : NULL;
    default: return s < m->end && fits(atom, (unsigned char)*s) ? s + 1 : NULL;
    }
}

static bool match(struct matcher *m, const struct atom *atom, const char *s);

/* As many as there are, then fewer, until the rest matches. */
static bool match_many(struct matcher *m, const struct atom *atom, const char *s)
{
    const char *start = s;
    for (; s < m->end && fits(atom, (unsigned char)*s); s++) step(m);
    for (;; s--) {
        if (match(m, atom + 1, s)) return true;
        if (s == start) return false;
    }
}

static bool match_lazy(struct matcher *m, const struct atom *atom, const char *s)
{
    for (;; s++) {
        if (match(m, atom + 1, s)) return true;
        if (s == m->end || !fits(atom, (unsigned char)*s)) return false;
    }
}

/* Captures need no undoing: atoms follow each other, so whoever goes back to an earlier atom passes the captures after
 * it again. */
static bool match(struct matcher *m, const struct atom *atom, const char *s)
{
    for (;; atom++) {
        step(m);
        if (atom->what == WHAT_DONE) {
            m->stop = s;
            return true;
        }
        if (atom->times == MANY) return match_many(m, atom, s);
        if (atom->times == LAZY) return match_lazy(m, atom, s);
        const char *next = once(m, atom, s);
        if (atom->times == ONCE) {
            if (!next) return false;
            s = next;
        } else if (next && match(m, atom + 1, next))
            return true;
    }
}

/* --- What a match gives ------------------------------------------------------------------------------- */

static void push_capture(const struct matcher *m, const struct capture *c)
{
    if (c->position)
        lua_pushinteger(m->L, c->start - m->text + 1);
    else
        lua_pushlstring(m->L, c->start, c->length);
}

/* The captures, or the whole match where the pattern has none. */
static int push_captures(const struct matcher *m, const struct pattern *p, const char *start, bool whole)
{
    luaL_checkstack(m->L, CAPTURES + 2, NULL);
    if (p->captures == 0 && whole) {
        lua_pushlstring(m->L, start, (size_t)(m->stop - start));
        return 1;
    }
    for (int i = 0; i < p->captures; i++) push_capture(m, &m->captures[i]);
    return p->captures;
}

/* Of the text at `index`. */
static void begin(struct matcher *m, lua_State *L, int index)
{
    size_t n;
    m->L = L;
    m->text = luaL_checklstring(L, index, &n);
    m->end = m->text + n;
    m->steps = 0;
}

static void finish(struct matcher *m)
{
    charge(m->L, m->steps);
    m->steps = 0;
}

/* --- find, match -------------------------------------------------------------------------------------- */

/* The first place of `what`, by bytes. */
static const char *search(lua_State *L, const char *at, const char *end, const char *what, size_t n)
{
    if (n == 0) return at;
    while ((size_t)(end - at) >= n) {
        const char *found = memchr(at, *what, (size_t)(end - at) - n + 1);
        charge(L, 1 + (uint64_t)((found ? found : end) - at) / 16 + n / 16);
        if (!found) return NULL;
        if (memcmp(found, what, n) == 0) return found;
        at = found + 1;
    }
    return NULL;
}

static bool is_plain(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (text[i] && strchr("^$*+?.([%-", text[i])) return false;
    return true;
}

static int find_plain(lua_State *L, const struct matcher *m, const char *from, const char *what, size_t n)
{
    const char *found = search(L, from, m->end, what, n);
    if (!found) {
        lua_pushnil(L);
        return 1;
    }
    lua_pushinteger(L, found - m->text + 1);
    lua_pushinteger(L, found - m->text + (lua_Integer)n);
    return 2;
}

/* The first match from `from` on; where it starts, or NULL. */
static const char *scan(struct matcher *m, const struct pattern *p, const char *from, bool anchored)
{
    for (const char *s = from;; s++) {
        if (match(m, p->atoms, s)) return s;
        if (anchored || s == m->end) return NULL;
    }
}

static int find_or_match(lua_State *L, bool find)
{
    struct matcher m;
    struct pattern p;
    size_t n;
    begin(&m, L, 1);
    const char *pattern = luaL_checklstring(L, 2, &n);
    lua_Integer init = sandbox_optional(L, 3, 1), size = m.end - m.text;
    if (init < 0)
        init = init < -size ? 1 : size + init + 1;
    else if (init == 0)
        init = 1;
    if (init > size + 1) {
        lua_pushnil(L);
        return 1;
    }
    charge_bytes(L, n);
    if (find && (lua_toboolean(L, 4) || is_plain(pattern, n))) return find_plain(L, &m, m.text + init - 1, pattern, n);
    bool anchored = n > 0 && *pattern == '^';
    compile(L, &p, pattern + anchored, n - anchored);
    const char *start = scan(&m, &p, m.text + init - 1, anchored);
    finish(&m);
    if (!start) {
        lua_pushnil(L);
        return 1;
    }
    if (!find) return push_captures(&m, &p, start, true);
    lua_pushinteger(L, start - m.text + 1);
    lua_pushinteger(L, m.stop - m.text);
    return 2 + push_captures(&m, &p, start, false);
}

int l_find(lua_State *L) { return find_or_match(L, true); }
int l_match(lua_State *L) { return find_or_match(L, false); }

/* --- gmatch ------------------------------------------------------------------------------------------- */

struct walk { /* upvalue 1; upvalue 2 is the text, 3 what compile left, 4 the pattern */
    struct pattern pattern;
    size_t at;
    size_t last; /* where the last match ended: an empty match there is the same one again */
    bool any;
    uint64_t question;
};

static int l_gmatch_next(lua_State *L)
{
    struct walk *w = lua_touserdata(L, lua_upvalueindex(1));
    struct matcher m;
    if (w->question != script_of(L)->question)
        return luaL_error(L, "an iterator of `gmatch` was kept from outside the rule: call `gmatch` in the rule");
    begin(&m, L, lua_upvalueindex(2));
    for (const char *s = m.text + w->at; s <= m.end; s++) {
        if (!match(&m, w->pattern.atoms, s) || (w->any && (size_t)(m.stop - m.text) == w->last)) continue;
        finish(&m);
        w->at = w->last = (size_t)(m.stop - m.text);
        w->any = true;
        return push_captures(&m, &w->pattern, s, true);
    }
    finish(&m);
    w->at = (size_t)(m.end - m.text) + 1;
    return 0;
}

int l_gmatch(lua_State *L)
{
    size_t size, n;
    luaL_checklstring(L, 1, &size);
    const char *pattern = luaL_checklstring(L, 2, &n);
    lua_Integer init = sandbox_optional(L, 3, 1);
    if (init < 0)
        init = init < -(lua_Integer)size ? 1 : (lua_Integer)size + init + 1;
    else if (init == 0)
        init = 1;
    lua_settop(L, 2);
    struct walk *w = lua_newuserdatauv(L, sizeof *w, 0);
    w->at = (size_t)init > size + 1 ? size + 1 : (size_t)init - 1;
    w->any = false;
    w->last = 0;
    w->question = script_of(L)->question;
    lua_pushvalue(L, 1);
    compile(L, &w->pattern, pattern, n); /* text pattern walk text held */
    lua_pushvalue(L, 2);
    lua_pushcclosure(L, l_gmatch_next, 4);
    return 1;
}

/* --- gsub --------------------------------------------------------------------------------------------- */

/* Push what %0 to %9 of a replacement stands for. %1 is the whole match where the pattern has no captures. */
static void push_reference(const struct matcher *m, const struct pattern *p, const char *start, char digit)
{
    int i = digit - '1';
    if (digit == '0' || (i == 0 && p->captures == 0))
        lua_pushlstring(m->L, start, (size_t)(m->stop - start));
    else if (i >= p->captures)
        luaL_error(m->L, "string.gsub: `%%%c` in the replacement, but the pattern has %d captures", digit, p->captures);
    else
        push_capture(m, &m->captures[i]);
}

static void add_template(const struct matcher *m, const struct pattern *p, const char *start, struct scratch *out)
{
    size_t n, piece;
    const char *text = lua_tolstring(m->L, 3, &n), *end = text + n;
    while (text < end) {
        const char *percent = memchr(text, '%', (size_t)(end - text));
        scratch_add(out, text, (size_t)((percent ? percent : end) - text));
        if (!percent) return;
        text = percent + 2;
        char c = percent + 1 < end ? percent[1] : '\0';
        charge(m->L, 1);
        if (c == '%') {
            scratch_add(out, "%", 1);
            continue;
        }
        if (c < '0' || c > '9')
            luaL_error(m->L, "string.gsub: `%%` in a replacement is followed by a digit or by another `%%`");
        push_reference(m, p, start, c);
        const char *reference = sandbox_tostring(m->L, -1, &piece);
        scratch_add(out, reference, piece);
        lua_pop(m->L, 2);
    }
}

/* What a table or a function makes of the first capture; nil and false keep the match. */
static void add_answer(const struct matcher *m, const struct pattern *p, const char *start, int type,
                       struct scratch *out)
{
    lua_State *L = m->L;
    size_t n;
    if (type == LUA_TFUNCTION) {
        lua_pushvalue(L, 3);
        lua_call(L, push_captures(m, p, start, true), 1);
    } else {
        push_reference(m, p, start, '1');
        lua_gettable(L, 3);
    }
    if (!lua_toboolean(L, -1)) {
        scratch_add(out, start, (size_t)(m->stop - start));
        lua_pop(L, 1);
        return;
    }
    if (!lua_isstring(L, -1))
        luaL_error(L, "string.gsub: the replacement must be a text or a number, got a %s", luaL_typename(L, -1));
    const char *text = sandbox_tostring(L, -1, &n);
    scratch_add(out, text, n);
    lua_pop(L, 2);
}

int l_gsub(lua_State *L)
{
    struct matcher m;
    struct pattern p;
    struct scratch out;
    size_t n;
    begin(&m, L, 1);
    const char *pattern = luaL_checklstring(L, 2, &n), *s = m.text, *last = NULL;
    int type = lua_type(L, 3);
    if (type == LUA_TNUMBER) { /* its text, as tostring has it */
        sandbox_tostring(L, 3, NULL);
        lua_replace(L, 3);
        type = LUA_TSTRING;
    }
    luaL_argexpected(L, type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE, 3,
                     "string, table or function");
    lua_Integer most = sandbox_optional(L, 4, m.end - m.text + 1), count = 0;
    bool anchored = n > 0 && *pattern == '^';
    lua_settop(L, 4);
    compile(L, &p, pattern + anchored, n - anchored);
    scratch_open(&out, L, (size_t)(m.end - m.text));
    while (count < most) {
        if (match(&m, p.atoms, s) && m.stop != last) {
            const char *stop = m.stop;
            count++;
            if (type == LUA_TSTRING)
                add_template(&m, &p, s, &out);
            else
                add_answer(&m, &p, s, type, &out);
            s = last = stop;
        } else if (s < m.end) {
            scratch_add(&out, s++, 1);
        } else
            break;
        if (anchored) break;
    }
    finish(&m);
    scratch_add(&out, s, (size_t)(m.end - s));
    scratch_push(&out);
    lua_pushinteger(L, count);
    return 2;
}
