/* cli.c: from arguments to a command: which one, whether help was asked for, whether its options and operands are
 * right. */
#include "cli/cli.h"
#include "base/output.h"
#include "cli/command.h"
#include "report/check_report.h"
#include "report/reference.h"
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static int show(const struct buf *text) { return console_write(text) ? PEEL_DONE : PEEL_CANNOT; }

static int show_version(void)
{
    struct buf text;
    buf_init(&text);
    buf_put(&text, "peel " PEEL_VERSION "\n");
    int status = show(&text);
    buf_done(&text);
    return status;
}

/* Help that was asked for is an answer: standard output, 0. */
static int show_help(const struct command *c, size_t width)
{
    struct buf text;
    buf_init(&text);
    if (c)
        usage_command(c, width, &text);
    else
        usage_program(&text);
    int status = show(&text);
    buf_done(&text);
    return status;
}

static int no_command(void)
{
    struct buf text;
    buf_init(&text);
    usage_program(&text);
    console_error(text.data, text.length);
    buf_done(&text);
    return PEEL_CANNOT;
}

/* "P503" */
static bool is_code(const char *name)
{
    return name[0] == 'P' && name[1] != '\0' && strspn(name + 1, "0123456789") == strlen(name + 1);
}

/* helped: it stood behind `help`, where names of rules may stand as well. */
static int unknown_command(const char *name, bool helped)
{
    struct str names[32] = {STR("help"), STR("version")};
    size_t n = 2;
    for (size_t i = 0; COMMANDS[i] && n < 32; i++) names[n++] = str_of(COMMANDS[i]->name);
    int near = str_nearest(str_of(name), names, n);
    struct str word = reference_nearest(str_of(name));
    if (*name == '-')
        console_note("error: unknown option \"%s\"; options stand after the command", name);
    else if (helped && is_code(name))
        console_note("error: there is no code \"%s\"; peel check --explain all lists them", name);
    else if (near >= 0)
        console_note("error: unknown command \"%s\"; did you mean %s?", name, names[near].s);
    else if (helped && word.s)
        console_note("error: neither a command nor a name of rules: \"%s\"; did you mean %s?", name, word.s);
    else if (helped)
        console_note("error: neither a command nor a name of rules: \"%s\"; peel help and peel help lua list them", name);
    else
        console_note("error: unknown command \"%s\"; peel help lists what there is", name);
    return PEEL_CANNOT;
}

static void check_operands(const struct command *c, const struct settings *s, struct diags *diags)
{
    struct place here = {"peel", 0, 0, 0};
    if (s->operand_count < c->least && !s->explain)
        diag_add(diags, DIAG_ERROR, here, NULL, "%s wants %s", c->name, c->wants);
    else if (c->most > 0 && s->operand_count > c->most)
        diag_add(diags, DIAG_ERROR, here, NULL, "%s wants %s; \"%s\" is one too many", c->name, c->wants,
                 s->operands[c->most]);
}

static int refuse(const struct command *c, const struct console *console, struct diags *diags)
{
    struct buf text;
    buf_init(&text);
    for (size_t i = 0; i < diags->count; i++) diag_render(&diags->list[i], &text, console->error_colour);
    usage_line(c, &text);
    console_error(text.data, text.length);
    buf_done(&text);
    return PEEL_CANNOT;
}

static int run_command(const struct command *c, int argc, char **argv)
{
    struct settings settings;
    struct console console;
    struct diags diags;
    int status;
    settings_init(&settings);
    diags_init(&diags);
    bool ok = settings_read(&settings, c->options, argc, argv, &diags);
    console_init(&console, &settings);
    if (ok && !settings.help && !settings.version) check_operands(c, &settings, &diags);
    if (diags.errors > 0)
        status = refuse(c, &console, &diags);
    else if (settings.help)
        status = show_help(c, console.style.width);
    else if (settings.version)
        status = show_version();
    else
        status = c->run(&settings, &console);
    diags_done(&diags);
    settings_done(&settings);
    return status;
}

static bool is_any(const char *word, const char *a, const char *b)
{
    return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

/* A name that rules may say, or a code of peel check. */
static int help_word(const char *name, const struct style *style)
{
    struct buf text;
    buf_init(&text);
    bool found = true;
    if (strcmp(name, "lua") == 0)
        reference_write(&text);
    else if (is_code(name))
        found = check_explain(str_of(name), style, &text);
    else
        found = reference_find(str_of(name), style->width, &text);
    int status = found ? show(&text) : unknown_command(name, true);
    buf_done(&text);
    return status;
}

static int help(int argc, char **argv)
{
    if (argc < 1) return show_help(NULL, STYLE_WIDTH);
    const struct command *c = command_named(str_of(argv[0]));
    struct settings settings;
    struct console console;
    settings_init(&settings);
    console_init(&console, &settings);
    return c ? show_help(c, console.style.width) : help_word(argv[0], &console.style);
}

/* A stream that is closed must not become the next file that is opened. What takes its place can be read, not written: a write fails
 * as it would have. */
static void hold_streams(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDONLY) != fd) _exit(PEEL_CANNOT);
}

static void on_signal(int number)
{
    output_abandon();
    raise(number); /* comes when this returns, and finds no handler any more */
}

/* What ends the program early leaves nothing half written. A signal that is ignored (nohup) stays so. */
static void leave_nothing(void)
{
    static const int numbers[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction old, ours = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND};
        sigemptyset(&ours.sa_mask);
        if (sigaction(numbers[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL) sigaction(numbers[i], &ours, NULL);
    }
}

int cli_main(int argc, char **argv)
{
    hold_streams();
    leave_nothing();
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of the write, told by the exit status */
    signal(SIGXFSZ, SIG_IGN); /* and so is a file that has reached its limit */
    if (argc < 2) return no_command();
    if (is_any(argv[1], "help", "--help") || strcmp(argv[1], "-h") == 0) return help(argc - 2, argv + 2);
    if (is_any(argv[1], "version", "--version")) return show_version();
    const struct command *c = command_named(str_of(argv[1]));
    return c ? run_command(c, argc - 2, argv + 2) : unknown_command(argv[1], false);
}
