#include "learn/hashed_table.h"

#include <string>

namespace readout::learn {

base::Result<HashedTable> HashedTable::open(std::string_view bytes, std::string_view name) {
    HashedTable table;
    table.bytes_ = bytes;
    table.slots_ = bytes.size() / 8;
    bool has_empty = false;
    for (std::uint64_t slot = 0; slot < table.slots_ && !has_empty; ++slot) has_empty = table.value_of(slot) == 0;
    if (bytes.size() % 8 != 0 || table.slots_ > 0xFFFFFFFF || !has_empty) {
        return base::failure(std::string(name) +
                             ": a table of the model file is wrong; install Readout's models again");
    }
    return table;
}

}  // namespace readout::learn
