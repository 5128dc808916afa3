/* gist_reader.h: the inside of the gist: a reader of Lua (gist_walk.c), and what it notes (gist_note.c). */
#ifndef SCRIPT_GIST_READER_H
#define SCRIPT_GIST_READER_H
#include "script/gist.h"
#include "script/state.h"

enum { NAMES = 2048 };

enum meaning {
    PLAIN,
    TABLE,
    TEXT,
    FORCE,
    KIND,
    EVIDENCE,
    FINDINGS,
    PARAMETERS,
    PARAMETER,
    BOARD,
    FUNCTION,
    WORD,
    DECLARING
};

struct body {                  /* a function, from its parameters on */
    struct lexer at;           /* behind the `(` of its parameters */
    const struct frame *frame; /* where it stands, and how many names can be seen there */
    uint32_t visible;
    int first_line;
    bool busy;
};
struct value {
    enum meaning meaning;
    enum evidence_kind kind;
    struct str text; /* TEXT, PARAMETER, WORD: which; DECLARING: the id */
    struct gist_read *read;
    struct body *body;
    struct value *next; /* in a list */
};
struct name {
    struct str id;
    struct value value;
};
struct frame { /* a function that is being read: its names, then those seen from where it stands */
    const struct frame *parent;
    uint32_t base, outer;
};
struct reader {
    struct lexer lexer;
    struct token t; /* at hand */
    struct arena *arena;
    struct name names[NAMES];
    uint32_t name_count;
    const struct frame *frame;
    struct gist *gist; /* whose function is being read; NULL: none */
    struct gist *first, **last;
    const struct gist **constant_of; /* by the byte of the text where it begins: whose constant was last noted there; NULL: none was */
    struct value declaring; /* the word before the table at hand, with its id */
    uint32_t depth, within, steps;
    uint32_t loops; /* around what is at hand, a label counted as one: what is assigned here may be read above */
    bool lost;      /* too large to follow */
    bool changed;   /* a name of the file was assigned anew while it is loaded: no rule of it is sure */
};

/* gist_walk.c */
void reader_file(struct reader *r); /* all of the file */
struct name *reader_find(struct reader *r,
                         struct str id); /* the local of that name that can be seen here; NULL: none */

/* gist_note.c: into the gist at hand, if there is one. What is there already is not noted again. */
void note_partial(struct reader *r);
struct gist_read *note_read(struct reader *r, enum evidence_kind kind, struct str name);
void note_parameter(struct reader *r, struct str name);
/* first: the values of the arguments. read NULL: nothing. */
void note_asked(struct reader *r, struct gist_read *read, struct str method, struct str argument,
                const struct value *first);
/* May be the same as one noted before: a helper is read where it is called. */
void note_constant(struct reader *r, const struct gist_constant *constant);
/* text.s NULL: it is put together. */
void note_message(struct reader *r, enum peel_outcome outcome, struct str text);
#endif
