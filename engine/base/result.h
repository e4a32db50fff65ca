#pragma once
// The outcome of an operation that can fail: a value, or an Error with a sentence for a person.

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace readout::base {

/// `message` is one line: NAME[:LINE]: what is wrong and what to do about it.
struct Error {
    std::string message;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(std::string message) {
    return tl::make_unexpected(Error{std::move(message)});
}

}  // namespace readout::base

/// The value of a Result, or a return of its error from the calling function.
#define RO_TRY(expression)                                                            \
    __extension__({                                                                   \
        auto ro_result_ = (expression);                                               \
        if (!ro_result_) return ::tl::make_unexpected(std::move(ro_result_.error())); \
        std::move(*ro_result_);                                                       \
    })

/// The same for Result<void>.
#define RO_TRY_VOID(expression)                                                       \
    do {                                                                              \
        auto ro_result_ = (expression);                                               \
        if (!ro_result_) return ::tl::make_unexpected(std::move(ro_result_.error())); \
    } while (false)
