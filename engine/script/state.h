/* state.h: the inside of a script, shared by the files of this folder only. The one header here that shows lua.h.
 *
 * Who does what: gate.c the only lua_pcall; budget.c allocator, count hook, charges; sandbox*.c the names rules may say, one file per table;
 * gist.c, which shows no Lua, what a rule says in its text; wording.c how an expectation is spelled; pattern.c Lua's patterns, counted; seal.c freezing what a file left behind; lexer.c where a name or a text stands in a source file;
 * declare*.c the words of a pack file, or of a mapping; derive.c the figures that a mapping works out; measure.c, sample.c, ... one evidence kind each,
 * compare.c and change.c what they share; message.c templates; record.c what was read; ask.c the questions.
 */
#ifndef SCRIPT_STATE_H
#define SCRIPT_STATE_H
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <signal.h>
#include "script/lexicon.h"
#include "script/script.h"

struct record { /* of the question under way; grows by mem_realloc, reused; copied to the arena at the end */
    struct reading *readings; size_t count, capacity;
    uint16_t *parameters; size_t parameter_count, parameter_capacity;
    uint32_t set; /* the set of findings recorded last: its characteristic + 1 */
};

struct loading { /* while a file is being run; else file is NULL */
    const char *file;
    struct str text;
    struct arena *arena;
    struct diags *diags;
    void *target; /* decl_pack or decl_area */
    struct str id;          /* of the area */
    struct spot declared;   /* where `area` or `pack` was called; line 0: not yet */
    struct item *items;     /* every characteristic, cap and raise of the file, newest first */
    bool wrong;             /* something of this file was told in diags */
    const char *kind;       /* "mapping", "case"; NULL: a file of a pack */
};

#define SAID_LIMIT 64 /* messages made by one question */
struct said { /* what `met "…"` and the others have said in the question under way; a rule returns the mark of one of them */
    struct buf text;
    struct { uint8_t outcome; uint32_t start, length; } list[SAID_LIMIT];
    uint32_t count;
};

struct ended { /* the question was left for want of evidence */
    bool yes;
    char reason[DIAG_MESSAGE];
};

struct script {
    lua_State *L;
    struct limits limits;

    /* budget.c */
    uint64_t left;       /* instructions left to the question under way; stays readable after it */
    uint64_t question;   /* how many were asked: an iterator of an earlier one is refused */
    bool counting;       /* a question is under way */
    bool stopped;        /* sticky until the next question: a limit was met, whatever a rule catches */
    char stop[160];      /* which, in words: "more than 1,000,000 instructions" */
    struct spot stop_spot; /* where; line 0 for memory and time, which are not exact to the line */
    bool denied;         /* the last request was over the cap: Lua collects and asks once more */
    bool starved;        /* sticky as well: malloc itself had nothing. Not a limit of the rule, the engine is out of memory */
    size_t memory, memory_peak;
    size_t quiet;        /* memory up to which what a question leaves is nobody's concern */
    int64_t deadline;    /* ns of thread processor time; 0: the clock was not looked at yet */
    int64_t ticks;       /* steps until the clock is looked at again */

    /* gate.c */
    int depth;           /* gates within each other */
    struct fault *fault; /* of the innermost */
    struct spot raised_at; /* error(message, level): line 0 unless a level was given */

    /* sandbox_load.c: the names of files, for spots; live as long as the script */
    char **files; size_t file_count;

    /* declare.c, seal.c */
    struct loading loading;
    int function_count;  /* functions declared so far; they stand at 1.. in the registry table `functions` */
    int functions;       /* registry references */
    int environment;     /* the frozen table of allowed names, __index of each file's _ENV */
    bool sealed;
    struct seal *seal;   /* what seal_check compares with */
    bool watching;           /* seal_check has something to compare */

    /* bound, sitting, asking */
    const struct vocabulary *vocabulary;
    struct vocabulary vocabulary_copy;
    const struct dataset *dataset;
    struct cohort *cohort;
    const struct org *org;
    const struct board *board;
    struct arena *arena;
    struct stood *stood; /* measure_cohort.c: where the sitting organisation was found to stand; in its arena */
    const struct allowance *allowance;
    uint32_t characteristic; /* NO_SLOT where a ladder or cap is asked */
    uint32_t area;
    struct record record;
    struct said said;
    struct ended ended;
    struct bound *bound;     /* bind.c: references and tables of what rules see; Lua's own memory */
    struct templates *templates; /* message.c; Lua's own memory */
    const struct decl_parameter *parameters; size_t parameter_count; /* of the manifest, while files are loaded */
    const struct decl_pack *declared; /* the manifest, while files are loaded */
    bool manifest;           /* it was read without a mistake, so that names can be held to it */
    struct buf printed;
    bool printed_cut;

    /* session.c: registry references to what lines gave a name to, and to the names behind it; 0: there is no session */
    int session, session_names;
    volatile sig_atomic_t interrupted;
    bool in_line; /* a line is under way: only then do messages see its names */

    /* derive.c: while a mapping's function is asked */
    const struct row *row;
    struct derived *derived;
    int row_object;          /* registry reference */
};
static inline struct script *script_of(lua_State *L) { return *(struct script **)lua_getextraspace(L); } /* no lookup */

/* --- gate.c: the only way into Lua ------------------------------------------------------------ */
/* GATE_STARVED: malloc failed. That is the engine's trouble, not the rule's: no outcome, the caller gives up. */
enum gate { GATE_DONE, GATE_RAISED, GATE_STOPPED, GATE_STARVED };
struct fault { /* what came out instead; never an address, never longer than this */
    char message[DIAG_MESSAGE]; /* without "file:line:"; "" where a C function raised a light userdata (below) */
    struct spot spot; /* the innermost place in the author's own files; file interned for the script's life; line 0: none */
    struct { struct spot at; char name[CALL_NAME]; int times; } calls[CALLS_KEPT]; /* the author's functions that were running, innermost first */
    int call_count;
    bool more_calls;
};
/* A C function of ours that must leave a rule without it being a mistake (no evidence) raises a light userdata: rules cannot make one, so it is
 * never described and its place is never looked for. gate_call then says GATE_RAISED with an empty message. */
/* Call the function below its `arguments` on the stack, within a fresh budget. Leaves `results` values on GATE_DONE, nothing otherwise. */
enum gate gate_call(struct script *s, int arguments, int results, struct fault *fault);
struct spot gate_spot(lua_State *L); /* the innermost place in the author's files that is running; line 0: none. Allocates nothing */
struct spot gate_spot_at(lua_State *L, lua_Debug *level); /* of one level, from lua_getstack */
void gate_trace(lua_State *L, struct fault *fault); /* fills its calls, while they stand. Allocates nothing */
/* A declared function, asked of one subject. What every question needs stands at the bottom of the stack from the binding on, in this order. */
enum desk { DESK_HANDLER = 1, DESK_FUNCTIONS, DESK_PARAMETERS, DESK_FORCE, DESK_AREA };
bool gate_lay(struct script *s, int parameters, int force, int area); /* registry references; empties the stack first; false: out of memory */
enum gate gate_ask(struct script *s, int function, enum desk subject, int results, struct fault *fault);
/* Run C code that may raise (set-up, binding) inside protection; false: it raised (out of memory). No instructions are counted: a file's own code
 * is run by gate_call. */
bool gate_run(struct script *s, lua_CFunction function, void *light, struct fault *fault);
/* Call what stands below its arguments in a state that is no script's and sees no rule (proofread.c); false: it raised, and the message is on top. */
bool gate_apart(lua_State *L, int arguments, int results);

/* --- budget.c ---------------------------------------------------------------------------------- */
void *budget_allocate(void *script, void *old, size_t old_size, size_t new_size); /* lua_Alloc */
void budget_start(struct script *s, uint64_t instructions); /* and arms the count hook */
void budget_end(struct script *s);
void charge(lua_State *L, uint64_t steps); /* [-0, +0, v] raises when the budget is spent */
void charge_bytes(lua_State *L, size_t bytes); /* the same for bytes copied or looked at: one step for 16 of them */
_Noreturn void budget_stop(lua_State *L, const char *why); /* a limit other than instructions ("more than 64 KiB printed") */
_Noreturn void budget_starve(lua_State *L); /* an allocation of our own failed: the engine is out of memory */
void budget_deny(struct script *s); /* the memory cap was met where Lua did not ask a second time */
void budget_tidy(struct script *s); /* between questions: clear away where much has piled up */

/* --- lexicon.c --------------------------------------------------------------------------------- */
void words_set(lua_State *L, const struct word *words);  /* the functions of a list, into the table at the top; [-0, +0, m] */
void words_push(lua_State *L, const struct word *words); /* a new table of them; [-0, +1, m] */

/* --- sandbox.c ---------------------------------------------------------------------------------- */
void sandbox_open(lua_State *L); /* [-0, +0, m] build the frozen environment, once per state */
/* Push a fresh _ENV for one file: reads see the environment and then `words` (a table of declaring words at the top of the stack, popped);
 * an unknown name is an error with the nearest; any write is an error. [-1, +1, m] */
void sandbox_environment(lua_State *L);
/* sandbox_load.c: compile a file's text into a fresh environment with the words that `words` pushes (a table; NULL: none). Text only, at most
 * SANDBOX_FILE bytes; syntax errors are told in diags with line, column and plain words. Leaves the chunk on the stack, to be run by gate_call.
 * Not to be called under protection. [-0, +1 where true, -] */
#define SANDBOX_FILE (1u << 20)
bool sandbox_load(struct script *s, const char *file, struct str text, void (*words)(lua_State *L), struct diags *diags);
/* The same of a line of a session, which has the session's names. `text` begins with `value` bytes that make a value of it ("return "); it is compiled with them, else without.
 * Where it ends before it is finished, that is told only if it is the last. [-0, +1 where loaded, -] */
enum sandbox_line { SANDBOX_LINE_LOADED, SANDBOX_LINE_OPEN, SANDBOX_LINE_REFUSED };
enum sandbox_line sandbox_load_line(struct script *s, const char *name, struct str text, size_t value, bool last, struct diags *diags);
/* A value as `tostring` and `print` show it: strings, numbers, booleans, nil, and userdata with a __tostring of ours; of a table "table". Never an
 * address. Pushes the string. [-0, +1, e] */
const char *sandbox_tostring(lua_State *L, int index, size_t *length);
/* Raise "`what` is not …" with the nearest of the string keys of the table at `table`: for unknown fields and methods. prefix: "force.measures has no". */
_Noreturn void sandbox_unknown(lua_State *L, int table, const char *prefix, struct str name);

/* --- seal.c ------------------------------------------------------------------------------------- */
/* After loading: freeze every table that a declared function can reach through its upvalues, and remember what its upvalues hold. [-0, +0, m] */
void seal_functions(lua_State *L);
/* After a question to function `index`: were its upvalues left as they were? If not, puts them back, writes the name into `name`. [-0, +0, -] */
bool seal_check(lua_State *L, int index, char name[64]);
void seal_free(struct script *s);
/* Push a new read-only view of the table at `index`; writing to it raises `refusal`. Inner tables stay as they are. [-0, +1, m] */
void seal_view(lua_State *L, int index, const char *refusal);
/* Push what the view at `index` shows; the value itself where it is no view. [-0, +1, -] */
void seal_peel(lua_State *L, int index);

/* --- lexer.c: knows Lua's tokens, no grammar ------------------------------------------------------ */
struct token { enum token_kind { TOKEN_END, TOKEN_NAME, TOKEN_STRING, TOKEN_NUMBER, TOKEN_PUNCTUATION } kind; uint32_t start, length; int line; };
struct lexer { struct str text; uint32_t at; int line; };
void lexer_init(struct lexer *x, struct str text);
bool lexer_next(struct lexer *x, struct token *t); /* comments are passed over; false at the end */
struct place lexer_place(const char *file, struct str text, const struct token *t); /* of a token; at most its first line */
/* Is it this name or punctuation? */
static inline bool lexer_is(struct str text, const struct token *t, const char *word)
{
    return t->length == strlen(word) && (t->kind == TOKEN_NAME || t->kind == TOKEN_PUNCTUATION) &&
           memcmp(text.s + t->start, word, t->length) == 0;
}
/* 1 where it opens something that ends with a word of its own, -1 where it is that end. */
int lexer_nesting(struct str text, const struct token *t);
struct field { /* of a table */
    bool named;
    struct token key, value; /* key: of a named one the name; value: its first token */
    uint32_t end, past;      /* behind its last token; behind its separator, where it has one */
};
/* The next field of the table that x stands in, behind its `{`; x is then behind it. false: the table ends. */
bool lexer_field(struct lexer *x, struct field *f);
/* Behind the `{` of the first table that `word` is called with; false: there is none. */
bool lexer_enter(struct lexer *x, const char *word);
struct str lexer_line(struct str text, uint64_t line);                              /* the text of a line, without its newline */
/* Where something stands in the table given to a declaring word: `word` is called at `line`, then the path goes inwards, by key or by position (from 1). */
#define SITE_DEPTH 5
struct site { const char *word; int line; struct { const char *key; int index; } path[SITE_DEPTH]; int depth; };
enum site_part { SITE_KEY, SITE_VALUE };
/* As exactly as it can be said: the key or the first token of the value, else what was found on the way to it. */
struct place lexer_site(const char *file, struct str text, const struct site *site, enum site_part part);
/* The next call of the site's word on its line; x is left behind the word. */
bool lexer_call(struct lexer *x, const struct site *site, struct token *word);
/* From behind the word, exactly along the site's path: the first token of the value, x behind it; false where it is not there. */
bool lexer_value(struct lexer *x, const struct site *site, struct token *value);
/* The lines of all keys of the table at a site in one pass; keys sorted by bytes. A key that is not found has the line of the site. */
void lexer_lines(struct str text, const struct site *site, const struct str *keys, int *lines, size_t count);
/* The lines of the first `count` items without a key of the table at a site, in one pass; those not found have the line of the site. */
void lexer_item_lines(struct str text, const struct site *site, int *lines, size_t count);

/* --- declare.c ----------------------------------------------------------------------------------- */
void declare_words_pack(lua_State *L); /* [-0, +1, m] the words of pack.lua: pack */
void declare_words_mapping(lua_State *L); /* mapping */
void declare_words_cases(lua_State *L); /* the words of a file of cases: cases, case, each, missing */
void declare_words_area(lua_State *L); /* the words of an area's file: area, characteristic, cap, met, ... */

/* --- session.c ------------------------------------------------------------------------------------- */
bool session_push(lua_State *L, const char *name); /* what a line of the session calls so; false: nothing. [-0, +1 or +0, m] */

/* --- ask.c ----------------------------------------------------------------------------------------- */
/* Ask the function at the top but one of the value at the top, as a line of a session; both are popped. true: one value is left, whatever it is. */
bool ask_line(struct script *s, const char *name, uint32_t here, const struct allowance *all, struct verdict *v);

/* --- record.c, called by the evidence's methods ---------------------------------------------------- */
void record_start(struct script *s);
void record_read(lua_State *L, enum evidence_kind kind, uint32_t slot, struct str name, bool missing);                           /* [-0, +0, v] */
void record_test(lua_State *L, enum evidence_kind kind, uint32_t slot, struct str name, enum test test, double value, double threshold, bool held);
void record_parameter(lua_State *L, uint16_t parameter);
/* Ends the rule with PEEL_NO_EVIDENCE, naming what is missing (not an error). [-0, +0, v] */
_Noreturn void record_no_evidence(lua_State *L, enum evidence_kind kind, uint32_t slot, struct str name, enum peel_missing missing);

/* --- evidence: one file per kind ------------------------------------------------------------------- */
/* A handle is a userdata, one per (kind, slot), made by script_bind and the same for every organisation: it says where to look, the script says in whom.
 * So a handle that a rule keeps can never show another organisation's value. */
struct handle { const void *mark; uint8_t kind; uint32_t slot; struct str name; };
struct handle *handle_check(lua_State *L, int argument, enum evidence_kind kind); /* [-0, +0, v] */
void handle_phrase(lua_State *L, const struct handle *h, struct buf *out);         /* in the words people read */
#endif
