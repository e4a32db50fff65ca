#if defined(__x86_64__)

#include "learn/lanes_avx2.h"
#include "learn/vector_kernels.h"

namespace readout::learn {

constinit const VectorMath kVectorAvx2 = functions_over<Avx2Lanes>();

}  // namespace readout::learn

#endif
