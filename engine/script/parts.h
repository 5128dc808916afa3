/* parts.h: a pack's file as its parts, so that one can be taken from one version of the file to another.
 *
 * Of pack.lua: each parameter, each piece of evidence, the scale, the list of areas, what it is compared with, the ladder, the cohort. Of an area's file: each characteristic and cap that is written out, the area's own ladder, its title and its question. What is left is the rest: functions that rules
 * share, what an area depends on. By tokens, so that layout and comments are no part of anything. Asked only of files that Lua has compiled.
 */
#ifndef SCRIPT_PARTS_H
#define SCRIPT_PARTS_H
#include "base/arena.h"
#include "base/str.h"

enum part_kind { PART_PARAMETER, PART_EVIDENCE, PART_SCALE, PART_AREAS, PART_COMPARED, PART_LADDER, PART_COHORT, PART_CHARACTERISTIC, PART_CAP, PART_WORDS };
struct part {
    enum part_kind kind;
    struct str id;          /* "good_files", "samples.files"; n 0 where there is but one of the kind */
    uint32_t start, length; /* without the separator */
    uint32_t past;          /* behind its separator, where it has one */
    int line;
};
struct parts {
    struct str text;
    struct part *list; size_t count; /* in order of the text; none within another */
    uint32_t room;                   /* where another field, or an item, may be put: behind the first `{`. 0: nowhere */
    uint32_t room_parameters, room_evidence[4]; /* the same of these tables, by enum evidence_kind */
};
/* Into the arena; ids and text point into `text`. Jump when out of memory. */
struct parts script_parts_of_pack(struct str text, struct arena *arena);
struct parts script_parts_of_area(struct str text, struct arena *arena);
const struct part *script_part(const struct parts *parts, enum part_kind kind, struct str id); /* NULL: there is none */
/* Do two parts, or what is left of two files, say the same? */
bool script_part_same(const struct parts *a, const struct part *x, const struct parts *b, const struct part *y);
bool script_rest_same(const struct parts *a, const struct parts *b);
#endif
