#pragma once
// Which instructions the inner loops use. Every choice gives the same numbers, bit for bit; only the speed differs.

#include <string_view>
#include <vector>

namespace readout::learn {

/// From the slowest to the fastest: any CPU; AVX2 with FMA; AVX-512 with VNNI; the tiles of AMX.
enum class Cpu : unsigned char { kPlain, kAvx2, kVnni, kAmx };

/// "plain", "avx2", "vnni", "amx".
std::string_view name_of(Cpu cpu);

/// What this machine has, kPlain first. Asks the CPU and the operating system once (which, for AMX, must grant it).
const std::vector<Cpu>& usable_cpus();

/// The fastest usable, unless the environment variable READOUT_CPU holds one of the names: then the fastest usable that
/// is not above it. Other values of the variable are ignored. Read once; threads may call it at once.
Cpu best_cpu();

}  // namespace readout::learn
