#include "learn/lanes_plain.h"
#include "learn/vector_kernels.h"

namespace readout::learn {

constinit const VectorMath kVectorPlain = functions_over<PlainLanes>();

void mean_of_rows(const float* rows, std::size_t count, std::size_t width, float* out) {
    for (std::size_t i = 0; i < width; ++i) out[i] = rows[i];
    for (std::size_t r = 1; r < count; ++r) {
        for (std::size_t i = 0; i < width; ++i) out[i] += rows[r * width + i];
    }
    const auto size = static_cast<float>(count);
    for (std::size_t i = 0; i < width && count > 1; ++i) out[i] /= size;
}

}  // namespace readout::learn
