/* cap.c: see cap.h. */
#include "judge/cap.h"

bool cap_holds(const struct cap *cap, const struct board *b)
{
    int outcome = b->outcome[cap->characteristic];
    return outcome == cap->outcome && outcome <= PEEL_NOT_MET;
}

int caps_act(const struct cap *caps, const bool *holds, size_t count, int grade, struct capped *acted,
             size_t *acted_count)
{
    *acted_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (!holds[i] || grade <= caps[i].at) continue;
        acted[(*acted_count)++] = (struct capped){&caps[i], grade, NULL};
        grade = caps[i].at;
    }
    return grade;
}
