/* pack.h: a rule pack, read, checked and put in order. Immutable once open; shared by all workers, each of which has a script of its own.
 *
 * Where a name is looked for (pack_open): a name with a slash, or that is a folder here, is that folder. Else $PEEL_PACKS (a list with colons),
 * ./rules, ../rules and ../share/peel/rules beside the running program, and the folder of the installation, in this order.
 *
 * The digest is SHA-256 over pack.lua and every areas/<name>.lua (hidden files apart), in the byte order of their relative names; of each: the name, a NUL,
 * its length in decimal digits, a NUL, its bytes. Nothing else of the folder or the machine enters: a copy elsewhere has the same digest.
 *
 * What a declaration must mean (check.c):
 *  - `name` is the folder's name. `scale` has 2 to 16 distinct ids, none of them a word that stands for the lack of a grade or of an outcome.
 *  - `areas` are distinct and each has its file; a file that is not listed is a warning. Ids of characteristics and of caps are distinct in their area.
 *  - Every grade, area, characteristic and parameter that is named exists. A grade of the other PEEL scale is told as such.
 *  - The ladder: shares rise with the grades, the lowest rung asks for nothing, the concern grade is not above any rung. Where `ladder` is absent, PEEL's two scales have
 *    those of ladder.h (its parameters must still be declared, since a threshold has a name and rests on something); any other scale must give its own.
 *  - A graded area has a characteristic of the standard, unless a function is its ladder. A cap rests on a characteristic of its own area, and on an outcome that was
 *    judged: missing evidence never caps (law 1). A cause of concern owns a recommendation (law 7).
 *  - Dependencies make no circle. An area comes after all of its characteristics, and may depend on an ungraded one.
 */
#ifndef JUDGE_PACK_H
#define JUDGE_PACK_H
#include "base/digest.h"
#include "judge/lookup.h"
#include "script/script.h"

#define PACK_SCALE_MAX 16          /* grades */
#define PACK_AREAS_MAX 1000
#define PACK_CHARACTERISTICS_MAX 20000
#define PACK_FILE_MAX (4u << 20)   /* bytes of one file */

struct pack_file { const char *name; /* "areas/x.lua" */ struct str text; };

struct rung {
    int grade;
    double share;
    double beyond; /* of the rung's own level, at least one met; NaN: not asked */
    struct str share_name, beyond_name; /* the parameters; s NULL: a plain number */
};
struct ladder { /* resolved to numbers; rungs best first */
    int standard, concern; /* grades; concern -1: no grade follows from a cause of concern. standard -1: a function that names none */
    struct rung *rungs; size_t rung_count;
    double partly, enough;
    struct str enough_name;
    int function; /* replaces all but standard, partly and enough where not -1 */
};

struct characteristic {
    const struct decl_characteristic *decl;
    uint32_t area;
    struct str id;           /* "area/characteristic" */
    const char *rule;        /* "areas/x.lua:42" */
    int level;
    struct allowance allowance;
    uint16_t findings_met, findings_partly; /* parameters */
};
struct cap {
    const struct decl_cap *decl;
    int at;                  /* the best grade while it holds */
    uint32_t characteristic; /* NO_SLOT where `when` is a function */
    int outcome;
    const char *rule;
};
struct area {
    const struct decl_area *decl;
    struct cap *caps; size_t cap_count;
    int ladder; /* function or -1: the pack's */
};

enum step_kind { STEP_CHARACTERISTIC, STEP_AREA };
struct step { enum step_kind kind; uint32_t index; }; /* an area's step comes after all of its characteristics */

struct pack {
    const char *folder; /* its name */
    const char *path;   /* where it was found, as a person opens it; for what is told to people, never for a result */
    char digest[DIGEST_TEXT];
    struct pack_file *files; size_t file_count; /* pack.lua, then areas in order */
    struct decl_pack decl;
    struct decl_area *declared;  /* of the areas, in order */
    struct area *areas; size_t area_count;
    struct characteristic *characteristics; size_t characteristic_count;
    struct step *order; size_t order_count; /* dependencies first; else the pack's own order */
    struct ladder ladder;
    struct cohort_plan cohort;
    struct board_shape shape;
    struct vocabulary vocabulary;
    struct lookup area_ids, characteristic_ids;
    struct limits limits;
    struct spare *spare; /* the script that read the pack, until a worker takes it */
    struct arena arena;
};

/* Open a pack by its folder, or by name. NULL, and errors, where it does not load; all that can be found without data is told at once. limits NULL: the default ones. */
struct pack *pack_open(const char *name, const struct limits *limits, struct diags *diags);
/* A copy of a pack, in memory, with another text in place of files[file]. Borrows the original's texts and that one; has no digest. NULL, and errors, where it does not load. */
struct pack *pack_open_changed(const struct pack *like, size_t file, struct str text, struct diags *diags);
/* The same with another text for each file; s NULL: as it is. Borrows them all. */
struct pack *pack_open_texts(const struct pack *like, const struct str *texts, struct diags *diags);
void pack_close(struct pack *pack); /* NULL is fine */
/* A script of this pack, loaded and sealed; for one worker. What it borrows besides the pack lives in `arena` (whose escape this sets and unsets), which must outlive it.
 * NULL: out of memory, or the pack no longer says what it said (a limit was met while loading). */
struct script *pack_script(const struct pack *pack, struct arena *arena);
const char *pack_grade_name(const struct pack *pack, int grade); /* also for enum peel_no_grade */
int pack_grade_named(const struct pack *pack, struct str name);  /* -1: not on the scale */
#endif
