#pragma once
// A reading as bytes: all fields in their order, numbers little-endian as varints, strings and lists with their length.
// A change of the form is a change of the store's schema version.

#include <string>
#include <string_view>

#include "base/result.h"
#include "record/reading.h"

namespace readout::store {

std::string pack(const record::Reading& reading);

/// Fails when the bytes are not a whole packed reading.
base::Result<record::Reading> unpack(std::string_view bytes);

}  // namespace readout::store
