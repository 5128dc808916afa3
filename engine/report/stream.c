/* stream.c: run_grade's calls turned into a format's. Pieces arrive in order, each batch as one text. */
#include "report/stream.h"
#include "report/columns.h"

struct flow { /* one run under way */
    struct stream *stream;
    void *state;
    bool first;   /* nothing of this dataset's organisations was written yet */
    bool stopped; /* by the sink */
};

static void render(void *context, const struct org_result *result, struct buf *out, unsigned worker)
{
    struct flow *f = context;
    f->stream->format->organisation(&f->stream->report, f->state, result, out, worker);
}

static bool sink(struct flow *f, const char *bytes, size_t n)
{
    if (n > 0 && !f->stream->write(f->stream->context, bytes, n)) f->stopped = true;
    return !f->stopped;
}

static bool emit(void *context, const struct buf *rendered, const struct buf *printed, uint64_t done)
{
    struct flow *f = context;
    struct stream *s = f->stream;
    if (printed->length > 0 && s->printed) s->printed(s->context, (struct str){printed->data, printed->length});
    size_t lead = f->first && rendered->length > 0 ? s->format->lead : 0;
    if (rendered->length > 0) f->first = false;
    if (s->progress) s->progress(s->context, done, s->report.count);
    return rendered->length == 0 || sink(f, rendered->data + lead, rendered->length - lead);
}

static void survey(struct stream *s)
{
    struct report *r = &s->report;
    r->digest = load_digest(s->load);
    r->dataset = load_dataset(s->load);
    r->cohort = s->cohort;
    r->count = r->only ? 1 : load_count(s->load);
    r->id_width = r->only ? columns(*r->only) : 0;
    for (uint64_t i = 0; !r->only && i < r->count; i++) {
        size_t width = load_id(s->load, i).n; /* ids are ASCII */
        if (width > r->id_width) r->id_width = width;
    }
}

static void out_of_memory(struct diags *diags, const struct stream *s)
{
    struct place place = {s->report.dataset->file, 0, 0, 0};
    diag_add(diags, DIAG_ERROR, place, NULL, "out of memory while writing the result");
}

/* The parts around the organisations: what `part` writes goes to the sink at once. */
static bool flush(struct flow *f, struct buf *text, struct diags *diags)
{
    bool failed = text->failed;
    bool ok = !failed && sink(f, text->data, text->length);
    if (failed) out_of_memory(diags, f->stream);
    buf_done(text);
    buf_init(text);
    return ok;
}

static void drain(void *context, struct buf *out)
{
    struct flow *f = context;
    if (!f->stopped) sink(f, out->data, out->length);
    buf_clear(out);
}

static bool run(struct flow *f, struct run_totals *totals, struct diags *diags)
{
    struct stream *s = f->stream;
    struct buf text;
    buf_init(&text);
    s->report.drain = drain;
    s->report.drain_context = f;
    s->format->begin(&s->report, f->state, &text);
    if (!flush(f, &text, diags)) return false;
    struct run plan = {.pack = s->report.pack,
                       .load = s->load,
                       .cohort = s->cohort,
                       .workers = s->report.workers,
                       .context = f,
                       .render = render,
                       .emit = emit};
    if (s->report.only) plan.only = *s->report.only;
    if (!run_grade(&plan, totals, diags) || f->stopped) return false;
    s->format->end(&s->report, f->state, totals, &text);
    return flush(f, &text, diags);
}

bool stream_run(struct stream *s, struct run_totals *totals, struct diags *diags)
{
    survey(s);
    struct flow f = {s, s->format->open(&s->report), true, false};
    if (!f.state) {
        out_of_memory(diags, s);
        return false;
    }
    bool ok = run(&f, totals, diags);
    s->format->close(f.state);
    return ok;
}
