#if defined(__x86_64__)

#include "learn/lanes_avx512.h"
#include "learn/vector_kernels.h"

namespace readout::learn {

constinit const VectorMath kVectorAvx512 = functions_over<Avx512Lanes>();

}  // namespace readout::learn

#endif
