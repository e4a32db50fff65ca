#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace readout::base {

void check_failed(const char* file, int line, const char* promise) {
    std::fprintf(stderr, "readout: internal error at %s:%d: %s does not hold\n", file, line, promise);
    std::abort();
}

}  // namespace readout::base
