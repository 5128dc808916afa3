/* repl.c: peel repl: expressions and statements, tried against one organisation. It is graded by the pack first, so that a line may ask for every outcome.
 *
 * Values and what was read go to standard output, mistakes to standard error.
 */
#include "base/mem.h"
#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/prompt.h"
#include "cli/wanted.h"
#include "judge/footprint.h"
#include "report/columns.h"
#include "report/tree.h"
#include "script/session.h"
#include "script/spot.h"
#include <signal.h>
#include <stdio.h>

struct kept_line {
    struct kept_line *next;
    const char *name;
    struct str text;
};

struct repl {
    const struct settings *settings;
    const struct console *console;
    struct diags *diags;
    struct inputs in;
    struct bench *bench;
    struct prompt *prompt;
    struct arena sat, said, lines; /* of the organisation; of a line; of the lines that are kept */
    struct kept_line *kept; /* newest first */
    size_t kept_bytes;
    struct org_result *result; /* in `sat` */
    uint32_t *everything;      /* the slots of all characteristics, then of all areas */
    struct allowance all;
    uint32_t here; /* the characteristic that was judged last, or NO_SLOT */
    uint64_t line; /* lines read so far */
    bool failed;   /* some line did */
};

/* --- telling ---------------------------------------------------------------------------------------------------- */

static void tell_diags(struct repl *r, struct diags *diags)
{
    struct buf text;
    buf_init(&text);
    for (size_t i = 0; i < diags->count; i++) diag_render(&diags->list[i], &text, r->console->error_colour);
    console_error(text.data, text.length);
    buf_done(&text);
}

/* Whatever a line made of bytes: what is no UTF-8 is shown as `?`, and the rest made safe. */
static void put_safe(struct buf *out, struct str text)
{
    while (text.n > 0) {
        size_t n = 0, one;
        while (n < text.n && (one = str_utf8((struct str){text.s + n, text.n - n})) > 0) n += one;
        safe(out, (struct str){text.s, n});
        if (n < text.n) buf_char(out, '?'), n++;
        text.s += n, text.n -= n;
    }
}

/* Each line of a text, with its end. */
static void put_lines(struct buf *out, struct str text)
{
    while (text.n > 0) {
        const char *end = memchr(text.s, '\n', text.n);
        size_t n = end ? (size_t)(end - text.s) : text.n;
        put_safe(out, (struct str){text.s, n});
        buf_char(out, '\n');
        text.s += n + (end != NULL), text.n -= n + (end != NULL);
    }
}

static void put_read(struct repl *r, const char *what, struct buf *text, struct buf *out)
{
    struct buf line;
    buf_init(&line);
    buf_put(&line, what);
    safe(&line, (struct str){text->data, text->length});
    buf_put(out, "  ");
    paint_str(&r->console->style, PAINT_FAINT, (struct str){line.data, line.length}, out);
    buf_char(out, '\n');
    out->failed = out->failed || text->failed || line.failed;
    buf_done(&line);
    buf_clear(text);
}

enum { READ_TOLD = 12 };

static void put_readings(struct repl *r, const struct verdict *v, struct buf *out)
{
    struct buf text;
    size_t told = 0;
    buf_init(&text);
    for (size_t i = 0; i < v->reading_count; i++) {
        if (!footprint_is_first(v, i) || told++ >= READ_TOLD) continue;
        footprint_reading(r->result, &v->readings[i], &text);
        put_read(r, "read ", &text, out);
    }
    if (told > READ_TOLD) buf_printf(&text, "and %zu more", told - READ_TOLD), put_read(r, "read ", &text, out);
    for (size_t i = 0; i < v->parameter_count && i < READ_TOLD; i++) {
        const struct decl_parameter *p = &r->in.pack->decl.parameters[v->parameters[i]];
        buf_str(&text, p->name), buf_put(&text, ": "), buf_double(&text, p->value);
        if (p->title.n) buf_put(&text, ", "), buf_str(&text, p->title);
        put_read(r, "read parameter ", &text, out);
    }
    buf_done(&text);
}

/* The text of the line that a place is in: this one, or an earlier one that left a function. */
static struct str text_at(const struct repl *r, const struct line *line, const char *name)
{
    if (strcmp(name, line->name) == 0) return line->text;
    for (const struct kept_line *k = r->kept; k; k = k->next)
        if (strcmp(k->name, name) == 0) return k->text;
    return (struct str){NULL, 0};
}

static void add_failure(const struct repl *r, const struct line *line, const struct verdict *v, struct diags *diags)
{
    struct buf what;
    struct str at;
    struct place place = spot_name(v->raised, text_at(r, line, v->raised.file), footprint_blamed(v->reason.s), &at);
    struct diag *diag = diag_add(diags, DIAG_ERROR, place, NULL, "%s", v->reason.s);
    if (diag && at.s) diag_excerpt(diag, at.s, at.n);
    buf_init(&what);
    for (size_t i = 1; i < v->call_count; i++, buf_clear(&what)) {
        place = (struct place){v->calls[i].at.file, (uint64_t)v->calls[i].at.line, 0, 0};
        footprint_call(v, i, &what);
        diag_add(diags, DIAG_NOTE, place, NULL, "%s", buf_text(&what));
    }
    buf_done(&what);
}

static bool speaks_of_function(struct str text)
{
    static const struct str word = STR("function");
    for (size_t i = 0; i + word.n <= text.n; i++)
        if (memcmp(text.s + i, word.s, word.n) == 0) return true;
    return false;
}

static void forget_lines(struct repl *r)
{
    arena_reset(&r->lines);
    r->kept = NULL;
    r->kept_bytes = 0;
}

enum { KEPT_MOST = 1 << 20 }; /* bytes: more than a person types; a program may send lines for ever */

/* A line that may have left a function behind is kept, for the mistakes that show later: told without it, they have
 * their place still. */
static void keep_line(struct repl *r, const struct line *line)
{
    if (!speaks_of_function(line->text)) return;
    if (r->kept_bytes + line->text.n > KEPT_MOST) forget_lines(r);
    if (line->text.n > KEPT_MOST) return;
    struct kept_line *k = arena_alloc(&r->lines, sizeof *k);
    *k = (struct kept_line){r->kept, arena_dup(&r->lines, line->name, strlen(line->name)),
                            {arena_dup(&r->lines, line->text.s, line->text.n), line->text.n}};
    r->kept = k;
    r->kept_bytes += line->text.n;
}

/* --- a line ------------------------------------------------------------------------------------------------------- */

static void tell_said(struct repl *r, const struct line *line, const struct said_line *said, struct diags *diags)
{
    struct buf out;
    bool cut;
    buf_init(&out);
    struct str printed = script_printed(bench_script(r->bench), &cut);
    put_lines(&out, printed);
    if (cut) buf_put(&out, "... (the rest of what it printed is cut)\n");
    if (said->any) put_lines(&out, said->shown.n ? said->shown : STR("\n"));
    if (said->verdict.outcome == PEEL_NO_EVIDENCE) {
        buf_put(&out, "no evidence: ");
        put_lines(&out, said->verdict.reason);
    } else if (said->verdict.outcome != PEEL_MET) {
        add_failure(r, line, &said->verdict, diags);
    }
    put_readings(r, &said->verdict, &out);
    console_write(&out);
    buf_done(&out);
}

struct turn { /* of one line */
    struct repl *repl;
    const struct line *line;
    struct diags *diags;
    enum session is;
};

static void run_line(void *context)
{
    struct turn *t = context;
    struct repl *r = t->repl;
    struct said_line said;
    arena_reset(&r->said);
    r->lines.escape = r->said.escape;
    t->is = session_line(bench_script(r->bench), t->line, &r->said, &said, t->diags);
    if (t->is == SESSION_RAN) tell_said(r, t->line, &said, t->diags), keep_line(r, t->line);
}

/* Memory that ends ends the line, not the session. */
static enum session run_protected(struct repl *r, const struct line *line, struct diags *diags)
{
    struct turn t = {r, line, diags, SESSION_UNREADABLE};
    if (arena_guard(&r->said, run_line, &t)) return t.is;
    diag_starve(diags, line->name, "");
    return SESSION_UNREADABLE;
}

/* What was read so far; false: it is not finished, and may go on. */
static bool take_line(struct repl *r, const struct buf *text, uint64_t number, bool last)
{
    char name[40];
    struct diags diags;
    snprintf(name, sizeof name, "<line %llu>", (unsigned long long)number);
    const struct line line = {name, {text->data, text->length}, last, r->here, &r->all};
    diags_init(&diags);
    enum session is = run_protected(r, &line, &diags);
    tell_diags(r, &diags);
    r->failed = r->failed || diags.errors > 0;
    diags_done(&diags);
    return is != SESSION_UNFINISHED;
}

/* --- the organisation ---------------------------------------------------------------------------------------------- */

struct bringing { struct repl *repl; struct str id; struct batch batch; };

static void bring(void *context)
{
    struct bringing *b = context;
    struct repl *r = b->repl;
    struct load *load = r->in.list[0].load;
    if (!load_rewind(load)) return;
    while (load_bring(load, &b->batch, r->diags))
        for (size_t i = 0; i < b->batch.count; i++) {
            if (!str_eq(load_id(load, b->batch.pieces[i].index), b->id)) continue;
            struct org *org = load_org(load, &b->batch, i, &r->sat, NULL);
            if (org) r->result = grade_org(r->bench, org, &r->sat);
            return;
        }
}

/* It is graded, and sits. What rules print is for their author, who is here. */
static bool sit(struct repl *r, struct str id)
{
    struct bringing b = {.repl = r, .id = id};
    arena_reset(&r->sat);
    batch_init(&b.batch);
    r->result = NULL;
    bool good = arena_guard(&r->sat, bring, &b) && r->result;
    batch_done(&b.batch);
    if (!good && !r->diags->errors) diag_starve(r->diags, "peel", " while the organisation was judged");
    if (good) console_printed(r->result->printed);
    return good;
}

static void greet(const struct repl *r)
{
    struct buf out;
    const struct org_result *o = r->result;
    if (!prompt_is_typed(r->prompt) || r->console->quiet) return;
    buf_init(&out);
    safe(&out, o->org->name);
    buf_put(&out, " in round "), safe(&out, o->dataset->round);
    buf_put(&out, ", judged by "), buf_str(&out, o->pack->decl.name);
    buf_char(&out, ' '), buf_str(&out, o->pack->decl.version);
    buf_put(&out, ". :help says what can be done.\n");
    console_write(&out);
    buf_done(&out);
}

/* --- commands ------------------------------------------------------------------------------------------------------ */

static const struct str COMMAND_NAMES[] = {STR("help"), STR("judge"), STR("org"), STR("quit"), STR("reload")};
enum { COMMAND_COUNT = sizeof COMMAND_NAMES / sizeof *COMMAND_NAMES, OFFERED = 200 };

static void command_help(void)
{
    static const char text[] =
        "An expression shows its value, and what was read for it: force.samples, p, stats, met \"...\", as in rules.\n"
        "A name that is given stays: local files = force.samples.answered\n"
        "A line that is not finished goes on in the next; an empty one gives it up. Tab completes names.\n"
        "\n"
        "  :judge [AREA[/CHARACTERISTIC]]  judge, and show why; force.findings:here() is then about it\n"
        "  :org ID                         another organisation of the dataset; names stay\n"
        "  :reload                         read the pack and the dataset again, judge again; names are gone\n"
        "  :help                           this\n"
        "  :quit                           leave, as Ctrl-D does\n";
    struct buf out;
    buf_init(&out);
    buf_put(&out, text);
    console_write(&out);
    buf_done(&out);
}

static void command_judge(struct repl *r, const char *what, struct diags *diags)
{
    struct wanted wanted;
    struct buf out;
    if (!wanted_find(&wanted, r->in.pack, *what ? what : NULL, diags)) return;
    buf_init(&out);
    r->here = wanted.characteristic;
    tree_write(r->result, &(struct tree_request){wanted.area, wanted.characteristic}, &r->console->style, &out);
    console_write(&out);
    buf_done(&out);
}

static bool command_org(struct repl *r, const char *id, struct diags *diags)
{
    struct diags *outer = r->diags;
    if (!*id) return diag_add(diags, DIAG_ERROR, (struct place){"peel", 0, 0, 0}, NULL, ":org wants an id"), true;
    if (!inputs_has(&r->in, str_of(id), diags)) return true;
    r->diags = diags;
    bool good = sit(r, str_of(id));
    r->diags = outer;
    if (good) greet(r);
    return good;
}

static bool open_inputs(const struct repl *r, struct inputs *in, struct str id, struct diags *diags);
static bool open_session(struct repl *r);

/* What does not load changes nothing: the pack as it was stays. false: it could not go on with what it has opened. */
static bool command_reload(struct repl *r, struct diags *diags)
{
    char id[DIAG_HINT];
    struct inputs fresh = {0};
    struct diags *outer = r->diags;
    snprintf(id, sizeof id, "%.*s", (int)r->result->org->id.n, r->result->org->id.s);
    if (!open_inputs(r, &fresh, str_of(id), diags)) return inputs_close(&fresh), true;
    bench_free(r->bench);
    inputs_close(&r->in);
    r->bench = NULL;
    r->in = fresh;
    r->here = NO_SLOT;
    forget_lines(r); /* the functions they left are gone */
    r->diags = diags;
    bool good = open_session(r) && sit(r, str_of(id));
    r->diags = outer;
    if (good) greet(r);
    return good;
}

/* false: it is time to leave. */
static bool command(struct repl *r, struct buf *text)
{
    struct diags diags;
    bool go_on = true;
    char *word = strchr((char *)(uintptr_t)buf_text(text), ':') + 1, *rest = word + strcspn(word, " \t");
    size_t n = (size_t)(rest - word);
    while (*rest == ' ' || *rest == '\t') rest++;
    for (size_t end = strlen(rest); end > 0 && (rest[end - 1] == ' ' || rest[end - 1] == '\t'); end--) rest[end - 1] = '\0';
    struct str name = {word, n};
    diags_init(&diags);
    if (str_is(name, "quit") || str_is(name, "q")) {
        go_on = false;
    } else if (str_is(name, "help") || str_is(name, "h")) {
        command_help();
    } else if (str_is(name, "judge")) {
        command_judge(r, rest, &diags);
    } else if (str_is(name, "org")) {
        go_on = command_org(r, rest, &diags);
    } else if (str_is(name, "reload")) {
        go_on = command_reload(r, &diags);
    } else {
        int near = str_nearest(name, COMMAND_NAMES, COMMAND_COUNT);
        char hint[DIAG_HINT] = ":help lists what there is";
        if (near >= 0) snprintf(hint, sizeof hint, "did you mean :%s?", COMMAND_NAMES[near].s);
        diag_add(&diags, DIAG_ERROR, (struct place){"peel", 0, 0, 0}, hint, "there is no command :%.*s", (int)name.n,
                 name.s);
    }
    tell_diags(r, &diags);
    r->failed = r->failed || diags.errors > 0;
    diags_done(&diags);
    return go_on;
}

/* --- the loop -------------------------------------------------------------------------------------------------------- */

static bool is_blank(const struct buf *text)
{
    for (size_t i = 0; i < text->length; i++)
        if (!strchr(" \t\r\n", text->data[i])) return false;
    return true;
}

/* `:word`, behind blanks or not; `::word::` is a label of Lua's. */
static bool is_command(const struct buf *text)
{
    size_t at = 0;
    while (at < text->length && (text->data[at] == ' ' || text->data[at] == '\t')) at++;
    return at < text->length && text->data[at] == ':' && (at + 1 == text->length || text->data[at + 1] != ':');
}

/* Lines until they make something whole: true; false: there is nothing more. */
static bool read_whole(struct repl *r, struct buf *text)
{
    uint64_t first = r->line + 1;
    buf_clear(text);
    for (;;) {
        size_t before = text->length;
        enum prompted is = prompt_line(r->prompt, before ? ">> " : "> ", text);
        if (is == PROMPT_CANCELLED) return true;
        if (is == PROMPT_END && before == 0) return false;
        r->line++;
        bool blank = text->length == before, last = is == PROMPT_END || (blank && before > 0);
        if (text->failed) return diag_starve(r->diags, "peel", ""), false; /* nothing may look for what is not there */
        if (before == 0 && is_blank(text)) return true;
        if (before == 0 && is_command(text)) {
            prompt_remember(r->prompt, (struct str){text->data, text->length});
            return command(r, text);
        }
        if (take_line(r, text, first, last)) {
            prompt_remember(r->prompt, (struct str){text->data, text->length});
            return is != PROMPT_END;
        }
        buf_char(text, '\n');
    }
}

/* --- completion -------------------------------------------------------------------------------------------------------- */

static void offer(struct str begun, struct str name, struct buf *to)
{
    if (name.n < begun.n || memcmp(name.s, begun.s, begun.n) != 0) return;
    buf_str(to, name);
    buf_char(to, '\0');
}

/* Of a command what may stand behind it. */
static void offer_operands(const struct repl *r, struct str word, struct str begun, struct buf *to)
{
    const struct board_shape *shape = &r->in.pack->shape;
    const struct load *load = r->in.list[0].load;
    if (str_is(word, "org"))
        for (uint64_t i = 0; i < load_count(load) && i < OFFERED; i++) offer(begun, load_id(load, i), to);
    if (!str_is(word, "judge")) return;
    bool whole = memchr(begun.s, '/', begun.n) != NULL; /* an area first, then what is in it */
    for (size_t i = 0; !whole && i < shape->areas; i++) offer(begun, shape->area_ids[i], to);
    for (size_t i = 0; whole && i < shape->characteristics; i++) offer(begun, shape->ids[i], to);
}

static void complete(void *context, struct str line, struct buf *to, size_t *start)
{
    struct repl *r = context;
    if (!line.n || line.s[0] != ':') {
        session_complete(bench_script(r->bench), line, to, start);
        return;
    }
    struct str word = {line.s + 1, 0};
    while (1 + word.n < line.n && line.s[1 + word.n] != ' ') word.n++;
    *start = 1 + word.n == line.n ? 1 : line.n;
    while (*start > 1 + word.n && line.s[*start - 1] != ' ') --*start;
    struct str begun = {line.s + *start, line.n - *start};
    buf_clear(to);
    for (size_t i = 0; *start == 1 && i < COMMAND_COUNT; i++) offer(begun, COMMAND_NAMES[i], to);
    if (*start > 1) offer_operands(r, word, begun, to);
}

/* --- Ctrl-C, while a line runs ------------------------------------------------------------------------------------------ */

static struct script *interruptible;

static void on_interrupt(int number)
{
    (void)number;
    session_interrupt(interruptible);
}

/* Only where a person sits there: the editing of a line takes the key for itself. */
static void stop_lines(const struct repl *r)
{
    struct sigaction ours = {.sa_handler = on_interrupt};
    if (!prompt_is_typed(r->prompt)) return;
    sigemptyset(&ours.sa_mask);
    sigaction(SIGINT, &ours, NULL);
}

/* --- opening ----------------------------------------------------------------------------------------------------------- */

/* What the rules of the pack call what they are given: `school` for `force`. The first that is told from the text will do. */
static bool open_alias(struct repl *r)
{
    for (size_t f = 0; f < r->in.pack->file_count; f++) {
        const char *at = r->in.pack->files[f].text.s;
        while ((at = strstr(at, "judge")) != NULL) {
            at += strlen("judge");
            const char *from = at + strspn(at, " \t=");
            if (strncmp(from, "function", 8) != 0) continue;
            from += 8 + strspn(from + 8, " \t(");
            size_t n = strspn(from, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
            if (n == 0 || n > 63) continue;
            return session_alias(bench_script(r->bench), (struct str){from, n});
        }
    }
    return true;
}

static bool allow_all(struct repl *r)
{
    size_t n = r->in.pack->characteristic_count, areas = r->in.pack->area_count;
    mem_free(r->everything);
    r->everything = mem_alloc((n + areas) * sizeof *r->everything);
    if (!r->everything) return false;
    for (size_t i = 0; i < n + areas; i++) r->everything[i] = (uint32_t)(i < n ? i : i - n);
    r->all = (struct allowance){r->everything, r->everything + n, n, areas};
    return true;
}

static bool open_session(struct repl *r)
{
    r->bench = bench_new(r->in.pack, load_dataset(r->in.list[0].load), r->in.list[0].cohort);
    bool good = r->bench && allow_all(r) && session_open(bench_script(r->bench)) && open_alias(r);
    if (good) interruptible = bench_script(r->bench);
    if (!good) diag_starve(r->diags, "peel", "");
    return good;
}

static bool open_inputs(const struct repl *r, struct inputs *in, struct str id, struct diags *diags)
{
    struct settings s = *r->settings;
    s.rules = s.operands[0];
    return inputs_open(in, &s, s.operands + 1, 1, diags) && inputs_has(in, id, diags);
}

static bool open_all(struct repl *r)
{
    struct str id = str_of(r->settings->operands[2]);
    if (strcmp(r->settings->operands[1], "-") == 0) {
        diag_add(r->diags, DIAG_ERROR, (struct place){"peel", 0, 0, 0}, "keep the dataset in a file",
                 "standard input gives the lines: it cannot be the dataset too");
        return false;
    }
    if (!open_inputs(r, &r->in, id, r->diags) || !open_session(r)) return false;
    r->prompt = prompt_open(!r->settings->no_history, complete, r);
    if (!r->prompt) diag_starve(r->diags, "peel", "");
    return r->prompt && sit(r, id);
}

static void close_all(struct repl *r)
{
    prompt_close(r->prompt);
    bench_free(r->bench);
    mem_free(r->everything);
    arena_done(&r->sat);
    arena_done(&r->said);
    arena_done(&r->lines);
    inputs_close(&r->in);
}

static void loop(struct repl *r)
{
    struct buf text;
    buf_init(&text);
    greet(r);
    stop_lines(r);
    while (read_whole(r, &text)) continue;
    buf_done(&text);
}

static enum peel_exit run(const struct settings *s, struct console *console)
{
    struct diags diags;
    diags_init(&diags);
    diags.limit = s->max_errors;
    struct repl r = {.settings = s, .console = console, .diags = &diags, .here = NO_SLOT};
    arena_init(&r.sat);
    arena_init(&r.said);
    arena_init(&r.lines);
    bool good = open_all(&r);
    console_report(console, &diags); /* warnings too, before the first line */
    diags_done(&diags);
    if (good) loop(&r);
    bool typed = good && prompt_is_typed(r.prompt), whole = diags.errors == 0;
    console_report(console, &diags);
    diags_done(&diags);
    close_all(&r);
    return !good || !whole ? PEEL_CANNOT : r.failed && !typed ? PEEL_PARTIAL : PEEL_DONE;
}

static const struct option *const KNOWN[] = {&OPTION_NO_HISTORY, &OPTION_ASCII,       &OPTION_MAX_ERRORS, &OPTION_MAX_INSTRUCTIONS,
                                             &OPTION_MAX_MEMORY, &OPTION_MAX_SECONDS, &OPTION_MAX_OUTPUT, NULL};

const struct command COMMAND_REPL = {
    "repl",
    "[options] PACK DATASET ORGANISATION",
    "try expressions of Lua against one organisation, as rules see it",
    "Reads lines of Lua and runs each in the sandbox of rules, before one organisation of a dataset: the evidence as \"force\", the parameters of the pack as \"p\", "
    "what every rule may say besides. An expression shows its value, and every line what it has read, with its place in the dataset. A name that a line gives stays "
    "for the lines after it; the limits start afresh with each. Every outcome and grade may be asked for: the organisation is judged first.\n"
    "\n"
    "On a terminal lines can be edited, names completed with the tabulator key, and earlier lines brought back. Else lines of standard input are run, without a prompt.\n"
    "\n"
    "Exit status: 0 done; 2 could not begin; 3 a line ended in an error or at a limit (not on a terminal).\n"
    "\n"
    "  peel repl peel-2021 samples/leicestershire-2021.json leicestershire\n"
    "  echo 'force.samples' | peel repl peel-2021 samples/leicestershire-2021.json leicestershire\n",
    3,
    3,
    "a rule pack, a dataset and an organisation",
    KNOWN,
    run,
};
