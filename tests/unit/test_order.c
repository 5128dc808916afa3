#include "judge/order.h"

#include <stdio.h>
#include <string.h>

#include "unit.h"

static char told[256]; /* the circles, as "0 1;2;" */

static void tell(void *context, const uint32_t *path, size_t count)
{
    (void)context;
    for (size_t i = 0; i < count; i++) sprintf(told + strlen(told), "%s%u", i ? " " : "", path[i]);
    strcat(told, ";");
}

/* The order of a graph given as rows of needs, ended by -1 each; as "0 1 2". */
static const char *order(uint32_t nodes, const int rows[][4])
{
    uint32_t start[16], needs[64], out[16] = {0}, scratch[49], at = 0;
    static char text[256];
    for (uint32_t n = 0; n < nodes; n++) {
        start[n] = at;
        for (int i = 0; i < 4 && rows[n][i] >= 0; i++) needs[at++] = (uint32_t)rows[n][i];
    }
    start[nodes] = at;
    struct graph g = {nodes, start, needs};
    told[0] = text[0] = '\0';
    bool straight = order_sort(&g, out, scratch, tell, NULL);
    ck_assert(straight == (told[0] == '\0'));
    for (uint32_t n = 0; n < nodes; n++) sprintf(text + strlen(text), "%s%u", n ? " " : "", out[n]);
    return text;
}

START_TEST(without_needs_the_order_is_the_packs_own)
{
    const int rows[][4] = {{-1}, {-1}, {-1}};
    ck_assert_str_eq(order(3, rows), "0 1 2");
    ck_assert_str_eq(order(0, rows), "");
}
END_TEST

START_TEST(what_is_needed_comes_first_and_ties_keep_the_packs_order)
{
    /* 0 needs 3; 1 needs 0 and 2: so 3 before 0, 2 before 1 */
    const int rows[][4] = {{3, -1}, {0, 2, -1}, {-1}, {-1}};
    ck_assert_str_eq(order(4, rows), "3 0 2 1");
    /* a diamond: 0 needs 1 and 2, both need 3 */
    const int diamond[][4] = {{1, 2, -1}, {3, -1}, {3, -1}, {-1}};
    ck_assert_str_eq(order(4, diamond), "3 1 2 0");
}
END_TEST

START_TEST(law_4_a_circle_is_told_with_its_whole_path)
{
    const int rows[][4] = {{-1}, {2, -1}, {3, -1}, {1, 0, -1}};
    order(4, rows);
    ck_assert_str_eq(told, "1 2 3;");
    const int self[][4] = {{0, -1}};
    order(1, self);
    ck_assert_str_eq(told, "0;");
}
END_TEST

START_TEST(every_circle_is_told_and_all_nodes_are_still_written)
{
    const int rows[][4] = {{1, -1}, {0, -1}, {3, -1}, {2, -1}};
    ck_assert_str_eq(order(4, rows), "1 0 3 2");
    ck_assert_str_eq(told, "0 1;2 3;");
}
END_TEST

START_TEST(a_long_chain_needs_no_recursion)
{
    enum { N = 200000 };
    uint32_t *start = malloc((N + 1) * sizeof *start), *needs = malloc(N * sizeof *needs);
    uint32_t *out = malloc(N * sizeof *out), *scratch = malloc((3 * N + 1) * sizeof *scratch);
    for (uint32_t n = 0; n <= N; n++) start[n] = n < N ? n : N - 1; /* n needs n + 1, the last nothing */
    for (uint32_t n = 0; n < N; n++) needs[n] = n + 1;
    struct graph g = {N, start, needs};
    ck_assert(order_sort(&g, out, scratch, NULL, NULL));
    ck_assert_uint_eq(out[0], N - 1);
    ck_assert_uint_eq(out[N - 1], 0);
    free(start);
    free(needs);
    free(out);
    free(scratch);
}
END_TEST

UNIT("order", without_needs_the_order_is_the_packs_own, what_is_needed_comes_first_and_ties_keep_the_packs_order,
     law_4_a_circle_is_told_with_its_whole_path, every_circle_is_told_and_all_nodes_are_still_written,
     a_long_chain_needs_no_recursion);
