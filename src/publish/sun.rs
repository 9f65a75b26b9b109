//! The sun study: one view at nine, twelve and fifteen hours of the solstices and equinoxes, on one sheet.

use super::material::Material;
use super::picture::jpeg;
use super::typesetting::{Document, Sheet};
use crate::twin::diagnostic::Diagnostic;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde_json::{Value, json};

/// Hours of a day that are looked at, civil time.
pub const HOURS: [i8; 3] = [9, 12, 15];
/// Pixels across a picture.
const WIDEST: u32 = 1_400;

/// A solstice or an equinox: its name in the locales, and the mean moment of it as a polynomial in thousands of years since 2000.
struct Season {
    name: &'static str,
    mean: [f64; 5],
}

/// Meeus, *Astronomical Algorithms* (1998), table 27.B: years 1000 to 3000.
static SEASONS: [Season; 4] = [
    Season { name: "sun-march", mean: [2_451_623.809_84, 365_242.374_04, 0.051_69, -0.004_11, -0.000_57] },
    Season { name: "sun-june", mean: [2_451_716.567_67, 365_241.626_03, 0.003_25, 0.008_88, -0.000_30] },
    Season { name: "sun-september", mean: [2_451_810.217_15, 365_242.017_67, -0.115_75, 0.003_37, 0.000_78] },
    Season { name: "sun-december", mean: [2_451_900.059_52, 365_242.740_49, -0.062_23, -0.008_23, 0.000_32] },
];

/// The same, table 27.C: amplitude [10⁻⁵ days], phase and rate [degrees, a Julian century].
static TERMS: [[f64; 3]; 24] = [
    [485.0, 324.96, 1_934.136],
    [203.0, 337.23, 32_964.467],
    [199.0, 342.08, 20.186],
    [182.0, 27.85, 445_267.112],
    [156.0, 73.14, 45_036.886],
    [136.0, 171.52, 22_518.443],
    [77.0, 222.54, 65_928.934],
    [74.0, 296.72, 3_034.906],
    [70.0, 243.58, 9_037.513],
    [58.0, 119.81, 33_718.147],
    [52.0, 297.17, 150.678],
    [50.0, 21.02, 2_281.226],
    [45.0, 247.54, 29_929.562],
    [44.0, 325.15, 31_555.956],
    [29.0, 60.93, 4_443.417],
    [18.0, 155.12, 67_555.328],
    [17.0, 288.79, 4_562.452],
    [16.0, 198.04, 62_894.029],
    [14.0, 199.76, 31_436.921],
    [12.0, 95.39, 14_577.848],
    [12.0, 287.11, 31_931.756],
    [12.0, 320.81, 34_777.259],
    [9.0, 227.73, 1_222.114],
    [8.0, 15.45, 16_859.074],
];

/// Difference of terrestrial and universal time in the first half of this century [s].
const DELTA_T: f64 = 70.0;
/// Julian day of the moment from which machines count.
const UNIX_EPOCH: f64 = 2_440_587.5;
/// First and last year of the tables.
const YEARS: (i16, i16) = (1_000, 3_000);

/// The moments of a sun study of a year in a civil time: day by day, hour by hour. Their pictures go to [`sheet`] in this order. Where
/// nobody knows the time zone, it is universal time; years beyond the tables count as their ends.
pub fn moments(year: i16, timezone: &str) -> Vec<DateTime> {
    days(year, timezone).iter().flat_map(|day| HOURS.map(|hour| day.at(hour, 0, 0, 0))).collect()
}

/// The days of the solstices and equinoxes of a year.
fn days(year: i16, timezone: &str) -> [Date; 4] {
    let zone = TimeZone::get(timezone).unwrap_or(TimeZone::UTC);
    std::array::from_fn(|index| {
        let seconds = (moment(&SEASONS[index], year.clamp(YEARS.0, YEARS.1)) - UNIX_EPOCH) * 86_400.0 - DELTA_T;
        Timestamp::from_second(seconds.round() as i64).unwrap_or_default().to_zoned(zone.clone()).date()
    })
}

/// The Julian day of a solstice or an equinox, terrestrial time: right to a minute in this century.
fn moment(season: &Season, year: i16) -> f64 {
    let millennia = (f64::from(year) - 2000.0) / 1000.0;
    let mean = season.mean.iter().rev().fold(0.0, |sum, coefficient| sum * millennia + coefficient);
    let centuries = (mean - 2_451_545.0) / 36_525.0;
    let anomaly = (35_999.373 * centuries - 2.47).to_radians();
    let pace = 1.0 + 0.0334 * anomaly.cos() + 0.0007 * (2.0 * anomaly).cos();
    let sum: f64 = TERMS.iter().map(|[size, phase, rate]| size * (phase + rate * centuries).to_radians().cos()).sum();
    mean + 0.000_01 * sum / pace
}

/// The sheet of twelve pictures (PNG), in the order of [`moments`].
///
/// # Errors
/// `sun-pictures` where there are not twelve; `picture-unreadable`, `sheet-broken`.
pub fn sheet(material: &Material, year: i16, pictures: &[Vec<u8>]) -> Result<Document, Diagnostic> {
    let days = days(year, &material.region.timezone);
    let wanted = days.len() * HOURS.len();
    if pictures.len() != wanted {
        return Err(Diagnostic::error("sun-pictures").with("count", pictures.len()).with("wanted", wanted));
    }
    let mut sheet = Sheet::new("sun.typ", include_str!("../../assets/publish/sun.typ"))?;
    for (index, png) in pictures.iter().enumerate() {
        let name = picture_name(index);
        sheet.add(&name, jpeg(&name, png, WIDEST)?)?;
    }
    sheet.add("sun.json", data(material, year, &days).to_string().into_bytes())?;
    sheet.typeset()
}

fn picture_name(index: usize) -> String {
    format!("sun-{index}.jpg")
}

fn data(material: &Material, year: i16, days: &[Date]) -> Value {
    let words = material.words;
    let hours = HOURS.map(|hour| format!("{hour:02}:00"));
    let day = |(row, (season, day)): (usize, (&Season, &Date))| {
        let (name, date) = (words.get(season.name).into_owned(), words.date(*day));
        let picture = |(column, hour): (usize, &String)| {
            let file = picture_name(row * HOURS.len() + column);
            json!({ "file": file, "alt": format!("{date}, {hour}") })
        };
        let pictures: Vec<Value> = hours.iter().enumerate().map(picture).collect();
        json!({ "name": name, "date": date, "pictures": pictures })
    };
    let rows: Vec<Value> = SEASONS.iter().zip(days).enumerate().map(day).collect();
    json!({
        "title": words.format("sun-study", &[("year", year.to_string().into())]),
        "region": material.region_name(),
        "language": words.language().code(),
        "date": words.date(material.today),
        "sketch": material.sketch(),
        "credit": material.credit(),
        "hours": hours,
        "days": rows,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Words;
    use crate::twin::model::names::Language;
    use jiff::civil::date;

    #[test]
    fn solstices_and_equinoxes_fall_on_the_days_of_the_almanac() {
        let days_of = |year| days(year, "UTC");
        assert_eq!(days_of(2026), [date(2026, 3, 20), date(2026, 6, 21), date(2026, 9, 23), date(2026, 12, 21)]);
        assert_eq!(days_of(2024), [date(2024, 3, 20), date(2024, 6, 20), date(2024, 9, 22), date(2024, 12, 21)]);
        // 21 December 20:50 universal time is 22 December there.
        assert_eq!(days(2026, "Asia/Qostanay")[3], date(2026, 12, 22));
        assert_eq!(days(2026, "Nowhere/Town"), days_of(2026));
    }

    #[test]
    fn the_moment_is_that_of_the_almanac() {
        // Meeus, example 27.b: the June solstice of 1962 is at JDE 2 437 837.392 45.
        assert!((moment(&SEASONS[1], 1962) - 2_437_837.392_45).abs() < 1e-4);
    }

    #[test]
    fn every_day_has_its_words() {
        for language in Language::ALL {
            let words = Words::new(language);
            assert!(SEASONS.iter().all(|season| words.has(season.name)), "{}", language.code());
        }
    }

    #[test]
    fn there_are_twelve_moments_in_their_order() {
        let moments = moments(2026, "Asia/Qostanay");
        assert_eq!(moments.len(), 12);
        assert_eq!(moments[4], date(2026, 6, 21).at(12, 0, 0, 0));
        assert!(moments.is_sorted());
    }
}
