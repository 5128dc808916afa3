/* gist.h: what the text of a rule says that it reads, by which thresholds, and what it answers. Nothing is run.
 *
 * It follows Lua's grammar over the tokens of a file that Lua has compiled: local names as far as they stand for one
 * thing (`local m = force.measures`, then `m.x`), functions of the file where they are called, with what they are
 * given, and the texts of messages. What it cannot follow it does not guess: the rule is then `partial`, and to be read
 * in the file. What it tells is what the text says somewhere, not what happens for an organisation: of two branches,
 * both.
 *
 * Within a rule that is not partial, what is not told is not read.
 */
#ifndef SCRIPT_GIST_H
#define SCRIPT_GIST_H
#include "base/arena.h"
#include "script/decl.h"

enum gist_part { GIST_JUDGE, GIST_WHEN, GIST_LADDER }; /* of a characteristic, of a cap, of an area or a pack */

struct gist_name {
    struct str name;
    struct gist_name *next;
};
struct gist_read;
struct gist_asked {                /* files:at_least(p.good_files) */
    struct str method;             /* "at_least" */
    struct str argument;           /* as it stands between the parentheses; n 0: nothing */
    struct str parameter;          /* the argument is this parameter and no more; else s NULL */
    const struct gist_read *other; /* it is this other evidence; else NULL */
    struct gist_asked *next;
};
/* name: "investigation_files", "area/characteristic", "area". Of EVIDENCE_FINDING the characteristic that they were
 * made against; s NULL: the rule's own. Of EVIDENCE_OUTCOME in a cap or a ladder: a characteristic of its own area. */
struct gist_read {
    enum evidence_kind kind;
    struct str name;
    struct gist_asked *asked;
    struct gist_name *shown; /* the names by which messages show it: {files} */
    struct gist_read *next;
};

/* A text; {name}, without its braces; the name of the parameter of {p.name}. */
enum gist_piece_kind { PIECE_TEXT, PIECE_NAME, PIECE_PARAMETER };
struct gist_piece {
    enum gist_piece_kind kind;
    struct str text;
    struct gist_piece *next;
};
struct gist_message {
    enum peel_outcome outcome;
    const struct gist_piece *pieces; /* NULL: the text is put together as the rule runs */
    struct gist_message *next;
};

/* p.a >= p.b, p.a < 0.5: what is compared are parameters and numbers alone, so that it is always the same. */
struct gist_constant {
    struct str left, compared, right; /* the name of a parameter, or a number as it stands; ">=" */
    bool left_named, right_named;     /* a parameter; one is */
    struct str text;                  /* all of it, in the file */
    int line;
    struct gist_constant *next;
};

/* Everything once, in the order of the text. */
struct gist {
    enum gist_part part;
    struct str id;             /* of the characteristic or cap; n 0 of a ladder */
    int first_line, last_line; /* of the function; 0: it is not written out where it is named */
    struct gist_read *reads;
    struct gist_name *parameters;
    struct gist_message *messages;
    struct gist_constant *constants;
    bool sums;    /* of a ladder or a cap: it asks its area for more than outcomes by name (shares, counts, concerns) */
    bool partial; /* something in it cannot be followed */
    struct gist *next;
};

/* The functions of a file, in its order; NULL: none. All of it lives in the arena; names and texts may point into
 * `text`. Jumps to the arena's escape. */
const struct gist *gist_read(struct str text, struct arena *arena);
/* NULL where the text does not tell: a characteristic that is made by a loop, say. */
const struct gist *gist_find(const struct gist *list, enum gist_part part, struct str id);
/* What a string of Lua says: `token` with its quotes or brackets. A copy in the arena, unless it says what it spells.
 * Bytes that an escape names are kept as they are. */
struct str gist_text(struct str token, struct arena *arena);
#endif
