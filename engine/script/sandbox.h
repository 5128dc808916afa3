/* sandbox.h: the tables that rules may say, one file each. Shared by the sandbox*.c files only.
 *
 * Each *_open pushes its table, plain and not yet frozen. [-0, +1, m] */
#ifndef SCRIPT_SANDBOX_H
#define SCRIPT_SANDBOX_H
#include "script/state.h"

void sandbox_base_open(lua_State *L); /* type, tostring, ipairs, print, ... */
void sandbox_math_open(lua_State *L);
void sandbox_stats_open(lua_State *L);
void sandbox_string_open(lua_State *L);
void sandbox_table_open(lua_State *L);
void sandbox_utf8_open(lua_State *L);
extern const struct word base_functions[], math_functions[], stats_functions[], string_functions[], table_functions[],
    utf8_functions[];
extern const struct word stats_difference[], stats_ratio[], stats_lines[], stats_options[], stats_measured[]; /* tables */
int l_pairs(lua_State *L);  /* sandbox_pairs.c */
int l_sort(lua_State *L);   /* sandbox_sort.c */
int l_format(lua_State *L); /* sandbox_format.c */
void sandbox_number(lua_State *L, int index,
                    char text[48]); /* a number as Lua writes it, whatever the locale. [-0, +0, -] */

/* A number that is an argument. A text that spells one will do, as in Lua's manual, and is charged by its length. [-0,
 * +0, v] */
lua_Integer sandbox_integer(lua_State *L, int argument);
lua_Integer sandbox_optional(lua_State *L, int argument, lua_Integer otherwise);
lua_Number sandbox_real(lua_State *L, int argument);

void sandbox_point(char *text); /* the locale's decimal point in what snprintf wrote becomes a point */

/* What to say of a name of Lua's that rules do not have: "rules know no clock ..."; NULL: nothing in particular. table
 * NULL: a global. */
const char *sandbox_left_out(const char *table, const char *name);

/* A text that grows on the stack of Lua: a userdata at `slot`, so that an error frees it and the cap counts it.
 * lauxlib's buffers are not used past their first kilobyte, because they give up before Lua has collected. Every byte
 * is charged. */
struct scratch {
    lua_State *L;
    char *data;
    size_t length, capacity;
    int slot;
};
void scratch_open(struct scratch *t, lua_State *L, size_t capacity); /* [-0, +1, e] */
char *scratch_room(struct scratch *t, size_t more); /* room for more bytes, counted as written. [-0, +0, e] */
void scratch_add(struct scratch *t, const char *bytes, size_t n); /* [-0, +0, e] */
void scratch_push(struct scratch *t);                             /* the text, as a string. [-0, +1, e] */

/* Stable merge sort of order[0..n). scratch has room for n. before may raise; it is asked at most n * log2(n) times,
 * whatever it answers. */
void merge_sort(uint32_t *order, uint32_t *scratch, uint32_t n, bool (*before)(void *context, uint32_t a, uint32_t b),
                void *context);

/* pattern.c: Lua's patterns, counted. Each as in Lua's manual, with the arguments on the stack. */
int l_find(lua_State *L);
int l_match(lua_State *L);
int l_gmatch(lua_State *L);
int l_gsub(lua_State *L);
#endif
