/* annotate.h: the files that tell an editor of a pack. */
#ifndef CLI_ANNOTATE_H
#define CLI_ANNOTATE_H
#include "judge/pack.h"

/* Into the pack's folder: .peel/peel.lua and .peel/pack.lua, written anew, and .luarc.json where there is none. Hidden files are no part of a pack,
 * and enter no digest. What was done goes to `told`, a line each. False, and an error, where one could not be written. */
bool annotate_pack(const struct pack *pack, struct buf *told, struct diags *diags);
#endif
