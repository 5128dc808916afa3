/* main.c: argv to command. */
#include "cli/cli.h"

int main(int argc, char **argv) { return cli_main(argc, argv); }
