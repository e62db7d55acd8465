#include "CBuildInfo.h"

const char *tw_git_commit(void) {
    return TW_GIT_COMMIT;
}
