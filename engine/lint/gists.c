/* gists.c: see gists.h. */
#include "lint/gists.h"

struct lint_gists {
    const struct gist *first;
    bool read;
};

const struct gist *lint_gists(struct lint *l, size_t file)
{
    if (!l->gists) l->gists = arena_zero(l->arena, l->pack->file_count, sizeof *l->gists);
    struct lint_gists *g = &l->gists[file];
    if (!g->read) *g = (struct lint_gists){gist_read(l->pack->files[file].text, l->arena), true};
    return g->first;
}

const struct gist *lint_gist(struct lint *l, const char *file, enum gist_part part, struct str id)
{
    for (size_t i = 0; file && i < l->pack->file_count; i++)
        if (strcmp(l->pack->files[i].name, file) == 0) return gist_find(lint_gists(l, i), part, id);
    return NULL;
}
