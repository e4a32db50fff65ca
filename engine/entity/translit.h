#pragma once
// One name in many transliterations: "Zhukov" and "Schukow" and "Joukov".

#include <string>
#include <string_view>

namespace readout::entity {

/// The sounds of a folded name in one spelling, so that English, German, French and scholarly transliterations of the
/// same Cyrillic or Arabic name are mostly equal. Only for comparing, only together with another sign that two names
/// are one. Looks at no more than 64 letters. Pure and thread-safe.
std::string sound_key(std::string_view folded);

}  // namespace readout::entity
