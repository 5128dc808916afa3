/* cli.h: the program. */
#ifndef CLI_CLI_H
#define CLI_CLI_H
int cli_main(int argc, char **argv); /* returns the exit status */
#endif
