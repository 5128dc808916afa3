/* template.h: what peel init writes: the files of engine/cli/init/synthetic-pools, made into C by engine/cli/init/embed.awk when peel is built, so that
 * it needs no file beside the program. They are a pack like any other, tested as it stands. */
#ifndef CLI_TEMPLATE_H
#define CLI_TEMPLATE_H
#include <stddef.h>

#define TEMPLATE_NAME "synthetic-pools" /* stands in its files where the name of the new pack goes */

struct template_file {
    const char *path; /* "areas/safety.lua"; those of one folder stand together */
    const char *text;
};
struct template {
    unsigned tiers;
    const struct template_file *files;
    size_t count;
};
extern const struct template TEMPLATES[2]; /* of four tiers, of five */
#endif
