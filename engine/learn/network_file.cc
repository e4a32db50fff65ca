#include "learn/network_file.h"

#include <algorithm>
#include <charconv>

#include "base/table.h"
#include "learn/model_file.h"
#include "learn/vector_math.h"

namespace readout::learn {
namespace {

constexpr std::uint64_t kVersion = 1;
constexpr std::uint64_t kMaxLayers = 48, kMaxWidth = 4096, kMaxFfn = 16384, kMaxWindow = 4096, kMaxShapes = 255;
constexpr std::size_t kMaxPieces = 1U << 20, kMaxLabels = 1U << 16, kMaxHeads = 256, kMaxTensors = 4096;
constexpr std::uint64_t kMaxSide = 1U << 24;  // so that a product of two fits
constexpr std::uint64_t kAlignment = 64;

/// Lines without their ends; a last empty line is none.
std::vector<std::string_view> lines_of(std::string_view bytes) {
    if (!bytes.empty() && bytes.back() == '\n') bytes.remove_suffix(1);
    return base::split(bytes, '\n');
}

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// `count` numbers of type T at `offset`; none when they do not lie within `data`. REQUIRES: data begins at a multiple
/// of the alignment of T.
template <class T>
std::optional<std::span<const T>> numbers_at(std::string_view data, std::uint64_t offset, std::uint64_t count) {
    if (offset % kAlignment != 0 || offset > data.size() || count > (data.size() - offset) / sizeof(T)) {
        return std::nullopt;
    }
    return std::span(reinterpret_cast<const T*>(data.data() + offset), count);
}

std::optional<Tensor> tensor_at(const std::vector<std::string_view>& cells, std::string_view data) {
    const auto rows = number(cells[2]), columns = number(cells[3]), offset = number(cells[4]);
    if (!rows || !columns || !offset || *rows > kMaxSide || *columns > kMaxSide) return std::nullopt;
    Tensor tensor{.rows = *rows, .columns = *columns, .bytes = {}, .floats = {}, .scales = {}};
    if (cells[1] == "f32" && cells[5] == "-1") {
        const auto floats = numbers_at<float>(data, *offset, *rows * *columns);
        if (!floats) return std::nullopt;
        tensor.floats = *floats;
        return tensor;
    }
    const auto scale_offset = number(cells[5]);
    if (cells[1] != "i8" || !scale_offset) return std::nullopt;
    const auto bytes = numbers_at<std::int8_t>(data, *offset, *rows * *columns);
    const auto scales = numbers_at<float>(data, *scale_offset, *rows);
    if (!bytes || !scales) return std::nullopt;
    tensor.bytes = *bytes;
    tensor.scales = *scales;
    return tensor;
}

}  // namespace

tl::unexpected<base::Error> NetworkFile::wrong(const std::string& what) const {
    return base::failure(name_ + ": " + what + "; install Readout's models again");
}

base::Result<NetworkFile> NetworkFile::open(std::string_view bytes, std::string_view name) {
    NetworkFile file;
    file.name_ = std::string(name);
    if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 != 0) return file.wrong("the network lies askew in memory");
    const ModelFile sections = RO_TRY(ModelFile::open(bytes, name));
    const std::string_view info = RO_TRY(sections.section("info")), vocabulary = RO_TRY(sections.section("vocab"));
    const std::string_view labels = RO_TRY(sections.section("labels"));
    const std::string_view tensors = RO_TRY(sections.section("tensors")), data = RO_TRY(sections.section("data"));
    RO_TRY_VOID(file.read_info(info));
    file.vocabulary_ = lines_of(vocabulary);
    file.shape_.pieces = file.vocabulary_.size();
    if (file.vocabulary_.empty() || file.vocabulary_.size() > kMaxPieces) return file.wrong("the vocabulary is wrong");
    RO_TRY_VOID(file.read_labels(labels));
    RO_TRY_VOID(file.read_tensors(tensors, data));
    return file;
}

base::Result<void> NetworkFile::read_info(std::string_view lines) {
    for (const std::string_view line : lines_of(lines)) {
        const auto cells = base::split(line, '\t');
        if (cells.size() != 2) return wrong("a line of the network's info is wrong");
        info_.emplace(cells[0], cells[1]);
    }
    const auto version = number(info("version").value_or(""));
    if (version != kVersion) {
        return wrong("the network has version " + std::string(info("version").value_or("none")) +
                     ", this program reads " + std::to_string(kVersion));
    }
    const auto read = [&](std::string_view key, std::uint64_t most, std::size_t& out) {
        const auto value = number(info(key).value_or(""));
        if (!value || *value == 0 || *value > most) return false;
        out = *value;
        return true;
    };
    if (!read("layers", kMaxLayers, shape_.layers) || !read("width", kMaxWidth, shape_.width) ||
        !read("attention_heads", kMaxWidth, shape_.attention_heads) || !read("ffn", kMaxFfn, shape_.ffn) ||
        !read("window", kMaxWindow, shape_.window) || !read("shapes", kMaxShapes, shape_.shapes)) {
        return wrong("a size of the network is missing or wrong");
    }
    if (shape_.width % (shape_.attention_heads * kLanes) != 0 || shape_.ffn % kLanes != 0) {
        return wrong("the network's sizes are no multiples of " + std::to_string(kLanes));
    }
    return {};
}

base::Result<void> NetworkFile::read_labels(std::string_view lines) {
    const auto parts = lines_of(lines);
    if (parts.size() > kMaxLabels) return wrong("the network has too many labels");
    for (const std::string_view line : parts) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) return wrong("a label of the network is wrong");
        labels_.push_back({line.substr(0, tab), line.substr(tab + 1)});
        if (std::find(heads_.begin(), heads_.end(), labels_.back().head) != heads_.end()) continue;
        heads_.push_back(labels_.back().head);
        if (heads_.size() > kMaxHeads) return wrong("the network has too many heads");
    }
    return {};
}

base::Result<void> NetworkFile::read_tensors(std::string_view lines, std::string_view data) {
    const auto parts = lines_of(lines);
    if (parts.size() > kMaxTensors) return wrong("the network has too many tensors");
    for (const std::string_view line : parts) {
        const auto cells = base::split(line, '\t');
        if (cells.size() != 6) return wrong("a line of the network's tensors is wrong");
        const auto tensor = tensor_at(cells, data);
        if (!tensor) return wrong("the tensor \"" + std::string(cells[0]) + "\" is wrong");
        tensors_.emplace(cells[0], *tensor);
    }
    return {};
}

std::optional<std::string_view> NetworkFile::info(std::string_view key) const {
    const auto found = info_.find(key);
    if (found == info_.end()) return std::nullopt;
    return found->second;
}

std::vector<std::string_view> NetworkFile::labels(std::string_view head) const {
    std::vector<std::string_view> out;
    for (const Label& label : labels_) {
        if (label.head == head) out.push_back(label.label);
    }
    return out;
}

base::Result<Tensor> NetworkFile::bytes(std::string_view tensor_name, std::size_t rows, std::size_t columns) const {
    return find(tensor_name, false, rows, columns);
}

base::Result<Tensor> NetworkFile::floats(std::string_view tensor_name, std::size_t rows, std::size_t columns) const {
    return find(tensor_name, true, rows, columns);
}

base::Result<Tensor> NetworkFile::find(std::string_view tensor_name, bool is_float, std::size_t rows,
                                       std::size_t columns) const {
    const auto found = tensors_.find(tensor_name);
    const std::string quoted = "\"" + std::string(tensor_name) + "\"";
    if (found == tensors_.end()) return wrong("the network has no tensor " + quoted);
    const Tensor& tensor = found->second;
    const bool empty = tensor.rows == 0 || tensor.columns == 0;
    if (empty || tensor.floats.empty() == is_float) return wrong("the tensor " + quoted + " is of another type");
    if ((rows != 0 && tensor.rows != rows) || (columns != 0 && tensor.columns != columns)) {
        return wrong("the tensor " + quoted + " is " + std::to_string(tensor.rows) + " x " +
                     std::to_string(tensor.columns) + ", not " + std::to_string(rows) + " x " +
                     std::to_string(columns));
    }
    return tensor;
}

}  // namespace readout::learn
