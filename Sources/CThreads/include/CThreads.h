// What Linux offers about processors and threads only to programs that ask for its extensions, which Swift cannot.
#ifndef CTHREADS_H
#define CTHREADS_H

#include <stdbool.h>

// The number of processors this process may run on, or 1 when the system does not tell.
int tw_available_processors(void);

// Lets the calling thread run only when no other wants its processor (SCHED_IDLE). Returns whether the system agreed.
bool tw_enter_background(void);

#endif
