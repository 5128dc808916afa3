/* folder.h: an empty folder for one test, entered; left and removed at its end. */
#ifndef FOLDER_H
#define FOLDER_H
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder_name[64];

static inline void folder_enter(void)
{
    strcpy(folder_name, "/tmp/peel-test-XXXXXX");
    if (!mkdtemp(folder_name) || chdir(folder_name) != 0) abort();
}

static inline void folder_leave(void)
{
    char command[160];
    snprintf(command, sizeof command, "chmod -R u+rwX %s; rm -rf %s", folder_name, folder_name);
    if (chdir("/") != 0 || system(command) != 0) abort();
}

static inline void folder_write(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");
    if (!file || fputs(text, file) < 0 || fclose(file) != 0) abort();
}

static inline const char *folder_read(const char *name)
{
    static char text[4096];
    FILE *file = fopen(name, "r");
    if (!file) return NULL;
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

static inline int folder_count(void)
{
    FILE *list = popen("ls -A | wc -l", "r");
    int count = -1;
    if (!list || fscanf(list, "%d", &count) != 1) abort();
    pclose(list);
    return count;
}
#endif
