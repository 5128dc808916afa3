/* measure.c: run commands in turn, several rounds, and tell the median of each.
 *
 *   measure ROUNDS COMMAND [COMMAND...]      each command one argument, split at blanks; "<FILE" gives it standard input
 *
 * Interleaved, so that a busy minute of the machine falls on all alike. One line per command on standard output:
 * milliseconds (median), of processor time (median), KiB of memory at most. Their own output goes to /dev/null, their
 * diagnostics to this one's standard error; a command that cannot be run or fails ends it with 2.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_WORDS = 32, MOST_COMMANDS = 16, MOST_ROUNDS = 1000 };

struct command {
    char *words[MOST_WORDS + 1];
    const char *input;
    double times[MOST_ROUNDS], work[MOST_ROUNDS];
    long memory;
};
static struct command commands[MOST_COMMANDS];

static void split(struct command *command, char *text)
{
    size_t n = 0;
    command->input = "/dev/null";
    for (char *word = strtok(text, " "); word && n < MOST_WORDS; word = strtok(NULL, " ")) {
        if (*word == '<') command->input = word + 1;
        else command->words[n++] = word;
    }
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static double milliseconds(struct timeval time) { return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3; }

static void become(const struct command *command)
{
    int in = open(command->input, O_RDONLY), out = open("/dev/null", O_WRONLY);
    if (in < 0) perror(command->input), _exit(126);
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    execvp(command->words[0], command->words);
    perror(command->words[0]);
    _exit(127);
}

static void run(struct command *command, size_t round)
{
    struct rusage usage;
    int status;
    double start = now();
    pid_t child = vfork();
    if (child == 0) become(command);
    if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "measure: %s failed\n", command->words[0]);
        exit(2);
    }
    command->times[round] = now() - start;
    command->work[round] = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    if (usage.ru_maxrss > command->memory) command->memory = usage.ru_maxrss;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *list, size_t count)
{
    qsort(list, count, sizeof *list, by_size);
    return list[count / 2];
}

int main(int argc, char **argv)
{
    size_t rounds = argc > 2 ? strtoul(argv[1], NULL, 10) : 0, count = argc > 2 ? (size_t)argc - 2 : 0;
    if (rounds == 0 || rounds > MOST_ROUNDS || count > MOST_COMMANDS)
        return fputs("usage: measure ROUNDS COMMAND...\n", stderr), 2;
    for (size_t i = 0; i < count; i++) split(&commands[i], argv[i + 2]);
    for (size_t round = 0; round < rounds; round++)
        for (size_t i = 0; i < count; i++) run(&commands[i], round);
    for (size_t i = 0; i < count; i++) {
        struct command *command = &commands[i];
        printf("%.3f %.3f %ld\n", median(command->times, rounds), median(command->work, rounds), command->memory);
    }
    return 0;
}
