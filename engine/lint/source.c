/* source.c: what proofreading tells (script/proofread.lua decides it, with these codes): P103 to P115, P117 to P120, P503. */
#include "lint/lint.h"
#include "script/proofread.h"

/* "areas/x.lua" is of x; pack.lua of none. */
static struct str area_of(const char *file, size_t i)
{
    struct str name = str_of(file);
    if (i == 0) return (struct str){NULL, 0};
    return (struct str){name.s + 6, name.n - 10};
}

void lint_source(struct lint *l)
{
    const struct pack *p = l->pack;
    struct proofread_file *files = arena_alloc(l->arena, p->file_count * sizeof *files);
    const char *note;
    for (size_t i = 0; i < p->file_count; i++) files[i] = (struct proofread_file){p->files[i].name, p->files[i].text, area_of(p->files[i].name, i)};
    const struct proofread_pack of = {&p->decl, p->declared, p->area_count, files, p->file_count};
    for (const struct remark *r = proofread(&of, l->arena, &note); r; r = r->next)
        lint_tell_at(l, (enum lint_code)r->code, r->place, r->hint, "%s", r->message);
    if (!note) return;
    l->in_part = true;
    diag_add(l->diags, DIAG_NOTE, (struct place){p->files[0].name, 0, 0, 0}, NULL, "%s", note);
}
