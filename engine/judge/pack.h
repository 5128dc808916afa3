/* pack.h: a rule pack, read, checked and put in order. Immutable once open; shared by all workers, each of which has a script of its own. */
#ifndef JUDGE_PACK_H
#define JUDGE_PACK_H
#include "base/digest.h"
#include "script/script.h"

struct pack_file { const char *name; /* "areas/x.lua" */ struct str text; };

struct rung { uint8_t grade; double share; double beyond; /* NaN: not asked */ };
struct ladder { /* resolved to numbers; rungs best first */
    int standard, concern; /* grades; concern -1: no grade follows from a cause of concern */
    struct rung *rungs; size_t rung_count;
    double partly, enough;
    int function; /* replaces all of it where not -1 */
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
struct cap { const struct decl_cap *decl; int at; uint32_t characteristic; int outcome; const char *rule; };
struct area {
    const struct decl_area *decl;
    struct cap *caps; size_t cap_count;
    int ladder; /* function or -1 */
};

enum step_kind { STEP_CHARACTERISTIC, STEP_AREA };
struct step { enum step_kind kind; uint32_t index; }; /* an area's step comes after all of its characteristics */

struct pack {
    const char *folder;
    char digest[DIGEST_TEXT];
    struct pack_file *files; size_t file_count; /* pack.lua, then areas in order */
    struct decl_pack decl;
    struct area *areas; size_t area_count;
    struct characteristic *characteristics; size_t characteristic_count;
    struct step *order; size_t order_count; /* dependencies first; ties in the pack's own order */
    struct ladder ladder;
    struct board_shape shape;
    struct limits limits;
    struct arena arena;
};

/* Open a pack by its folder, or by name: $PEEL_PACKS, ./rules, beside the program, then the installed ones. NULL, and errors, where it does not load. */
struct pack *pack_open(const char *name, const struct limits *limits, struct diags *diags);
void pack_close(struct pack *pack);
/* A script of this pack, loaded and sealed; for one worker. NULL: out of memory. */
struct script *pack_script(const struct pack *pack);
const char *pack_grade_name(const struct pack *pack, int grade); /* also for enum peel_no_grade */
#endif
