#include "learn/vector_math.h"

#include "base/check.h"

namespace readout::learn {

const VectorMath& vector_math(Cpu cpu) {
    RO_CHECK(cpu <= usable_cpus().back());
#if defined(__x86_64__)
    if (cpu >= Cpu::kVnni) return kVectorAvx512;
    if (cpu == Cpu::kAvx2) return kVectorAvx2;
#endif
    return kVectorPlain;
}

}  // namespace readout::learn
