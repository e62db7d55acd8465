// What the package's manifest knows of this build and Swift code cannot ask for.
#ifndef TENSOR_WASM_CBUILDINFO_H
#define TENSOR_WASM_CBUILDINFO_H

// The commit this was built from, or "unknown"; a suffix tells of changes that were not committed.
const char *_Nonnull tw_git_commit(void);

#endif
