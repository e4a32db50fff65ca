#include "date/feasts.h"

namespace readout::date {

using base::Day;

Day easter(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    return base::day_of(year, sum / 31, sum % 31 + 1);
}

Day ramadan(int year) {
    // 1 Muharram of Islamic year 1 is 16 July 622 (Julian) = 19 July 622 (Gregorian).
    const Day epoch = base::day_of(622, 7, 19);
    const auto first_of_month = [&](int islamic_year, int month) {
        const int months = (59 * (month - 1) + 1) / 2;
        return epoch + (months + (islamic_year - 1) * 354 + (3 + 11 * islamic_year) / 30);
    };
    int islamic_year = (year - 622) * 33 / 32 - 1;
    Day day = first_of_month(islamic_year, 9);
    while (day < base::day_of(year, 1, 1)) day = first_of_month(++islamic_year, 9);
    return day;
}

std::optional<Day> feast_day(std::string_view name, int year) {
    if (name == "easter") return easter(year);
    if (name == "easter monday") return easter(year) + 1;
    if (name == "good friday") return easter(year) - 2;
    if (name == "palm sunday") return easter(year) - 7;
    if (name == "christmas") return base::day_of(year, 12, 25);
    if (name == "christmas eve") return base::day_of(year, 12, 24);
    if (name == "boxing day") return base::day_of(year, 12, 26);
    if (name == "new year") return base::day_of(year, 1, 1);
    if (name == "new year's eve") return base::day_of(year, 12, 31);
    if (name == "halloween") return base::day_of(year, 10, 31);
    if (name == "ramadan") return ramadan(year);
    if (name == "thanksgiving") {  // the fourth Thursday of November
        const Day first = base::day_of(year, 11, 1);
        return first + ((3 - base::weekday_of(first) + 7) % 7 + 21);
    }
    return std::nullopt;
}

}  // namespace readout::date
