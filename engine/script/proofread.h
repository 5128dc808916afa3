/* proofread.h: what only the text of a pack's files shows, read by luacheck's parser and our own program over its tree (proofread.lua, proofread_rule.lua). Nothing of the pack is run.
 *
 * luacheck's modules are Lua, and are looked for when this is asked: in the places that $LUA_PATH names from the root on, then where systems and package managers put them. A
 * pack's own folder is no such place. Without them, or where a pack is too large for them, it is said in a note.
 */
#ifndef SCRIPT_PROOFREAD_H
#define SCRIPT_PROOFREAD_H
#include "base/arena.h"
#include "base/diag.h"
#include "script/board.h"
#include "script/decl.h"

struct remark {
    int code; /* of lint/codes.h */
    struct place place;
    const char *message, *hint; /* hint NULL: none */
    struct remark *next;
};
struct proofread_file { const char *name; struct str text; struct str area; /* s NULL: of pack.lua */ };
struct proofread_pack { /* that loads; borrowed */
    const struct decl_pack *pack;
    const struct decl_area *areas; size_t area_count;
    const struct proofread_file *files; size_t file_count;
};
/* The remarks, by file and place, in the arena; `note`: what was not looked at, and why (NULL: all was). Jumps to the arena's escape when out of memory. */
const struct remark *proofread(const struct proofread_pack *pack, struct arena *arena, const char **note);
#endif
