/* annotations.h: what an editor with the Lua language server is told, so that it completes names, shows what they mean
 * and marks those that are wrong. The general part comes from the lexicon (script/lexicon.h) alone; a pack's part from
 * what it declares. Neither is ever run: they are files of Lua that hold comments and empty functions ("meta" files).
 *
 * The same input gives the same bytes. All append; a buf that failed is for the caller to see. */
#ifndef REPORT_ANNOTATIONS_H
#define REPORT_ANNOTATIONS_H
#include "base/buf.h"
#include "judge/pack.h"

void annotations_lua(struct buf *out);                           /* what every pack may say */
void annotations_pack(const struct pack *pack, struct buf *out); /* the ids, parameters and grades of this one */
void annotations_settings(struct buf *out); /* .luarc.json: Lua 5.4 without libraries but those of .peel/ */
#endif
