//! Where the sun stands and when it rises, against the program and the paper of NREL and the almanac of the US Naval Observatory.

use super::Verification;
use super::cells::odd;
use super::check::{Case, CaseKind, Check, Measured, Subject};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::space::GeoPoint;
use crate::twin::simulate::sun::position::{Air, Daylight, Moment, SunPosition, daylight, midnight};
use jiff::Timestamp;
use jiff::tz::TimeZone;

const PAPER: &str = "Reda & Andreas, 2004";
const PROGRAM: &str = "NREL SPA, 2014";
const ALMANAC: &str = "US Naval Observatory, 2020";

/// How far angles may be apart from the paper's, and from rows of the program [°].
const PAPER_TOLERANCE: f64 = 1e-5;
const TOLERANCE: f64 = 1e-4;
/// How far risings and settings may be apart: almanacs tell whole minutes [min].
const MINUTE: f64 = 1.0;
/// Minutes of a day.
const DAY: f64 = 1_440.0;

/// The example of the paper's table A5.1.
///
/// # Errors
/// None; it is a runner like others.
pub fn position() -> Result<Vec<Check>, Diagnostic> {
    let air = Air { height: 1_830.14, pressure: 820.0, temperature: 11.0 };
    let moment = Moment::with_delta_t(midnight(2003, 10, 17) + (19.5 + 30.0 / 3_600.0) / 24.0, 67.0);
    let sun = moment.and_then(|moment| moment.sun(GeoPoint::new(-105.1786, 39.742_476), air));
    let case = Case::new(Subject::Sun, CaseKind::SunPosition, "2003-10-17, 39.742° N, 105.179° W", PAPER);
    let [azimuth, zenith] = angles(sun);
    Ok(vec![
        case.check((Measured::Azimuth, "degrees"), [194.340_24, azimuth, PAPER_TOLERANCE]),
        case.check((Measured::Zenith, "degrees"), [50.111_62, zenith, PAPER_TOLERANCE]),
    ])
}

/// Rows of the almanac, typed in: what the US Government publishes has no copyright.
const ROWS: &str = "2020-01-05T12:00:00Z,61.216667,-149.866667,NORMAL,19:11,00:57\n\
    2020-01-05T12:00:00Z,78.216667,15.633333,ALL_NIGHT,,\n";

/// Anchorage in January, and a day without sun on Svalbard.
///
/// # Errors
/// None; it is a runner like others.
pub fn almanac() -> Result<Vec<Check>, Diagnostic> {
    let case = Case::new(Subject::Sun, CaseKind::Almanac, "61.217° N, 78.217° N", ALMANAC);
    let days = lines(ROWS).filter_map(|(line, cells)| Day::read(line, &cells).ok()).collect::<Vec<_>>();
    Ok(of_days(&case, &days))
}

/// Azimuth and angle from overhead [°]; no numbers where there is no sun.
fn angles(sun: Option<SunPosition>) -> [f64; 2] {
    sun.map_or([f64::NAN; 2], |sun| [sun.azimuth.to_degrees().rem_euclid(360.0), 90.0 - sun.elevation.to_degrees()])
}

/// Lines of a table with their numbers, cut at commas; empty ones and those that begin with `#` are none.
fn lines(text: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    let lines = (1..).zip(text.lines().map(str::trim)).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines.map(|(line, row)| (line, row.split(',').map(str::trim).collect()))
}

/// A table of the sun. Where the fourth column is a number, rows are `moment, latitude, longitude, azimuth, zenith` (universal time, 1000 hPa,
/// 10 °C, at sea level, with no difference to terrestrial time, as NREL's program is asked); else they are `moment, latitude, longitude,
/// NORMAL | ALL_DAY | ALL_NIGHT, sunrise, sunset` (`hh:mm`, universal time, in the day of the moment). Told is where it is off the most, with
/// how many rows there are. A first row without any number or moment names columns.
pub fn table(name: &str, text: &str) -> Verification {
    let is_position = |cells: &[&str]| cells.get(3).is_some_and(|cell| cell.parse::<f64>().is_ok());
    let (mut found, mut positions, mut days) = (Verification::default(), Vec::new(), Vec::new());
    let is_head =
        |place: usize, cells: &[&str]| place == 0 && cells.iter().all(|cell| cell.parse::<f64>().is_err() && moment(cell).is_none());
    for (_, (line, cells)) in lines(text).enumerate().filter(|(place, (_, cells))| !is_head(*place, cells)) {
        let read = if is_position(&cells) {
            position_of(line, &cells).map(|position| positions.push(position))
        } else {
            Day::read(line, &cells).map(|day| days.push(day))
        };
        found.notes.extend(read.err());
    }
    if positions.is_empty() && days.is_empty() {
        found.notes.push(Diagnostic::error("verify-empty"));
    }
    found.checks.extend(of_positions(name, &positions));
    if !days.is_empty() {
        let case = Case::new(Subject::Sun, CaseKind::Almanac, format!("{name} (n = {})", days.len()), ALMANAC);
        found.checks.extend(of_days(&case, &days));
    }
    found
}

/// A line with what is published and found of azimuth and zenith [°].
type Position = (usize, [[f64; 2]; 2]);

fn position_of(line: usize, cells: &[&str]) -> Result<Position, Diagnostic> {
    let ((day, minutes), place) = (when(line, cells)?, place(line, cells)?);
    let [azimuth, zenith] = numbers(cells, [3, 4]).ok_or_else(|| odd(line))?;
    let air = Air { height: 0.0, pressure: 1_000.0, temperature: 10.0 };
    let moment = Moment::with_delta_t(day + minutes / DAY, 0.0);
    let [found, from_overhead] = angles(moment.and_then(|moment| moment.sun(place, air)));
    Ok((line, [[azimuth, near(found, azimuth, 360.0)], [zenith, from_overhead]]))
}

fn numbers<const N: usize>(cells: &[&str], columns: [usize; N]) -> Option<[f64; N]> {
    let number = |column: usize| cells.get(column)?.parse().ok().filter(|number: &f64| number.is_finite());
    let numbers: Option<Vec<f64>> = columns.into_iter().map(number).collect();
    numbers?.try_into().ok()
}

/// The value that is the same on a circle and the nearest to another one.
fn near(value: f64, other: f64, circle: f64) -> f64 {
    other + (value - other + circle / 2.0).rem_euclid(circle) - circle / 2.0
}

/// Midnight (Julian day) and minutes after it, in universal time, of `2020-01-05T12:00:00Z` or `2020-01-05T05:00:00-07:00`; without a zone it
/// is universal time.
fn moment(text: &str) -> Option<(f64, f64)> {
    let moment: Timestamp = text.parse().or_else(|_| format!("{text}Z").parse()).ok()?;
    let moment = TimeZone::UTC.to_datetime(moment);
    let day = midnight(moment.year().into(), moment.month().unsigned_abs().into(), moment.day().unsigned_abs().into());
    let seconds = f64::from(moment.second()) + f64::from(moment.subsec_nanosecond()) / 1e9;
    Some((day, f64::from(moment.hour()) * 60.0 + f64::from(moment.minute()) + seconds / 60.0))
}

/// When a row is, as [`moment`] reads it.
fn when(line: usize, cells: &[&str]) -> Result<(f64, f64), Diagnostic> {
    let text = cells.first().copied().unwrap_or_default();
    moment(text).ok_or_else(|| Diagnostic::error("verify-moment-odd").with("line", line).with("moment", text))
}

/// Where a row is; some count degrees of longitude all around.
fn place(line: usize, cells: &[&str]) -> Result<GeoPoint, Diagnostic> {
    let [latitude, longitude] = numbers(cells, [1, 2]).ok_or_else(|| odd(line))?;
    if latitude.abs() > 90.0 || longitude.abs() > 360.0 {
        let nowhere = Diagnostic::error("verify-place-nowhere").with("line", line);
        return Err(nowhere.with("latitude", latitude).with("longitude", longitude));
    }
    Ok(GeoPoint::new(if longitude.abs() > 180.0 { near(longitude, 0.0, 360.0) } else { longitude }, latitude))
}

/// Minutes after midnight of `hh:mm`.
fn clock(text: &str) -> Option<f64> {
    let (hours, minutes) = text.split_once(':')?;
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then(|| f64::from(hours * 60 + minutes))
}

/// Where azimuth and zenith are off the most.
fn of_positions(name: &str, positions: &[Position]) -> Vec<Check> {
    let count = positions.len();
    let furthest = |(quantity, measured): (usize, Measured)| {
        let pairs = positions.iter().filter_map(|(line, pairs)| Some((*line, *pairs.get(quantity)?)));
        let (line, [expected, found]) = furthest(pairs)?;
        let case = Case::new(Subject::Sun, CaseKind::SunPosition, format!("{name}:{line} (n = {count})"), PROGRAM);
        Some(case.check((measured, "degrees"), [expected, found, TOLERANCE]))
    };
    [(0, Measured::Azimuth), (1, Measured::Zenith)].into_iter().filter_map(furthest).collect()
}

/// The pair of what is published and found that is off the most; what is no number is off the most of all.
fn furthest<T>(pairs: impl Iterator<Item = (T, [f64; 2])>) -> Option<(T, [f64; 2])> {
    let off = |[expected, found]: [f64; 2]| if (found - expected).is_finite() { (found - expected).abs() } else { f64::INFINITY };
    pairs.max_by(|(_, one), (_, other)| off(*one).total_cmp(&off(*other)))
}

/// A day of an almanac.
struct Day {
    /// What is published: when the sun rises and sets [min after midnight], or whether it is up all day.
    published: Published,
    /// What is found.
    found: Option<Daylight>,
}

enum Published {
    Changes([f64; 2]),
    Always,
    Never,
}

impl Day {
    fn read(line: usize, cells: &[&str]) -> Result<Self, Diagnostic> {
        let ((day, _), place) = (when(line, cells)?, place(line, cells)?);
        let time = |column: usize| cells.get(column).and_then(|cell| clock(cell)).ok_or_else(|| odd(line));
        let published = match cells.get(3) {
            Some(&"NORMAL") => Published::Changes([time(4)?, time(5)?]),
            Some(&"ALL_DAY") => Published::Always,
            Some(&"ALL_NIGHT") => Published::Never,
            _ => return Err(odd(line)),
        };
        Ok(Self { published, found: daylight(place, day) })
    }

    /// What is published and found of the rise (0) or the set (1) [min]; nothing on days on which it does neither.
    fn times(&self, which: usize) -> Option<[f64; 2]> {
        let Published::Changes(published) = &self.published else { return None };
        let expected = published.get(which).copied()?;
        let found = match self.found {
            Some(Daylight::Changes { rise, set }) => {
                if which == 0 {
                    rise
                } else {
                    set
                }
            }
            _ => None,
        };
        // Julian days begin at noon.
        let minutes = found.map_or(f64::NAN, |julian| (julian - 0.5).rem_euclid(1.0) * DAY);
        Some([expected, near(minutes, expected, DAY)])
    }

    /// Whether it is published as a day without rise and set, and whether it is found so.
    fn polar(&self) -> Option<bool> {
        match self.published {
            Published::Changes(_) => None,
            Published::Always => Some(self.found == Some(Daylight::Always)),
            Published::Never => Some(self.found == Some(Daylight::Never)),
        }
    }
}

/// Where rise and set are off the most, and how many of the days without them are found.
fn of_days(case: &Case, days: &[Day]) -> Vec<Check> {
    let times = |(which, measured): (usize, Measured)| {
        let (_, [expected, found]) = furthest(days.iter().filter_map(|day| Some(((), day.times(which)?))))?;
        Some(case.check((measured, "minutes"), [expected, found, MINUTE]))
    };
    let mut checks: Vec<Check> = [(0, Measured::Sunrise), (1, Measured::Sunset)].into_iter().filter_map(times).collect();
    let polar: Vec<bool> = days.iter().filter_map(Day::polar).collect();
    if !polar.is_empty() {
        let right = polar.iter().filter(|right| **right).count();
        // They are counted: none may be missed.
        checks.push(case.check((Measured::PolarDays, ""), [polar.len() as f64, right as f64, 0.5]));
    }
    checks
}
