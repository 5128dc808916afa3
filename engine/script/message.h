/* message.h: what `met "…"` and its like say: texts with placeholders. Inside of script/ only.
 *
 * {name} is a local variable of the function that says it (or an outer one that it uses), {name.field} a field of it:
 * {p.good_files}, {force.name}. {name%} is a number from 0 to 1 in percent. {{ and }} are braces.
 */
#ifndef SCRIPT_MESSAGE_H
#define SCRIPT_MESSAGE_H
#include "script/state.h"

enum { MESSAGE_LIMIT = 4096, MESSAGE_PARTS = 64, MESSAGE_NAME = 64 };

struct placeholder {
    uint32_t start, length; /* with its braces, in the text */
    struct str name, field; /* field.s NULL: none */
    bool percent;
    const char *flaw; /* NULL: it is one; else what is wrong */
};
/* The next placeholder of a text at or after *at, which is moved behind it; false: no more. source: the text is a token
 * of a Lua file, with its escapes still in it. */
bool placeholder_next(struct str text, uint32_t *at, bool source, struct placeholder *p);

struct literal {      /* a message as it stands in a file */
    struct str token; /* with its quotes */
    bool stable;      /* each of its names is declared at most once in its function, so that a place found once holds */
};
/* Keep the literals' templates, so that saying them is a look at an address. [-0, +0, m] */
void message_learn(lua_State *L, const struct literal *literals, size_t count);
void message_start(struct script *s);
/* Push the mark of what was put behind `start` of said.text, as a message of this outcome. [-0, +1, v] */
int message_say(lua_State *L, enum peel_outcome outcome, uint32_t start);
/* What the value at `index` says, where it is the mark of a message of this question: its number, else -1. */
int message_marked(lua_State *L, int index);

extern const struct word message_words[]; /* met, partly_met, not_met, not_applicable, no_evidence */
#endif
