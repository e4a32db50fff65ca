#include "learn/cpu.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#if defined(__x86_64__) && defined(__linux__)
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace readout::learn {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"plain", "avx2", "vnni", "amx"};

#if defined(__x86_64__)

bool has_avx2() {
    return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
}

bool has_vnni() {
    return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
           __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
           __builtin_cpu_supports("avx512vnni") != 0;
}

#if defined(__linux__)
/// Linux keeps the tiles from a process until it asks for them.
bool has_amx() {
    unsigned a = 0, b = 0, c = 0, d = 0;
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0) return false;
    constexpr unsigned kTile = 1U << 24, kInt8 = 1U << 25;
    if ((d & kTile) == 0 || (d & kInt8) == 0) return false;
    constexpr long kRequestPermission = 0x1023, kTileData = 18;
    return syscall(SYS_arch_prctl, kRequestPermission, kTileData) == 0;
}
#else
bool has_amx() {
    return false;
}
#endif

std::vector<Cpu> find_usable() {
    std::vector<Cpu> usable = {Cpu::kPlain};
    if (!has_avx2()) return usable;
    usable.push_back(Cpu::kAvx2);
    if (!has_vnni()) return usable;
    usable.push_back(Cpu::kVnni);
    if (has_amx()) usable.push_back(Cpu::kAmx);
    return usable;
}

#else

std::vector<Cpu> find_usable() {
    return {Cpu::kPlain};
}

#endif

Cpu choose() {
    const char* cap = std::getenv("READOUT_CPU");
    const auto found = std::find(kNames.begin(), kNames.end(), std::string_view(cap == nullptr ? "" : cap));
    if (found == kNames.end()) return usable_cpus().back();
    return std::min(usable_cpus().back(), static_cast<Cpu>(found - kNames.begin()));
}

}  // namespace

std::string_view name_of(Cpu cpu) {
    return kNames[static_cast<std::size_t>(cpu)];
}

const std::vector<Cpu>& usable_cpus() {
    static const std::vector<Cpu> usable = find_usable();
    return usable;
}

Cpu best_cpu() {
    static const Cpu chosen = choose();
    return chosen;
}

}  // namespace readout::learn
