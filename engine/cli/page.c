/* page.c: see page.h. */
#include "cli/page.h"
#include "cli/console.h"

enum { WORTH_A_WRITE = 64 << 10 };

static bool end(struct output *out, bool whole, struct diags *diags)
{
    bool gone = out->failed && !out->path && console_is_gone(out->error);
    if (whole && !gone) return output_commit(out, diags);
    output_abort(out); /* nobody is left to be told, or there is nothing whole to tell */
    return false;
}

bool page_write(const char *path, const struct buf *text, struct diags *diags)
{
    struct output out;
    if (!output_open(&out, path, diags)) return false;
    output_write(&out, text->data, text->length);
    return end(&out, true, diags);
}

bool page_stream(const char *path, page_writer *write, void *context, const char *meanwhile, struct diags *diags)
{
    struct output output;
    struct buf out;
    if (!output_open(&output, path, diags)) return false;
    buf_init(&out);
    bool good = write(context, &output, &out);
    if (good)
        output_write(&output, out.data, out.length);
    else
        diag_starve(diags, NULL, meanwhile);
    buf_done(&out);
    return end(&output, good, diags);
}

void page_drain(void *output, struct buf *out)
{
    if (out->length < WORTH_A_WRITE || out->failed) return;
    output_write(output, out->data, out->length);
    buf_clear(out);
}
