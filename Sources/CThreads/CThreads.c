#define _GNU_SOURCE
#include "CThreads.h"

#include <sched.h>

int tw_available_processors(void) {
    cpu_set_t set;
    return sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0 ? CPU_COUNT(&set) : 1;
}

bool tw_enter_background(void) {
    struct sched_param none = {0};
    // Linux takes 0 for the calling thread, not for its process.
    return sched_setscheduler(0, SCHED_IDLE, &none) == 0;
}
