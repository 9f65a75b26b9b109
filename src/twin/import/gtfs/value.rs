//! The values of cells: times beyond 24 hours, dates, places, modes.

use crate::twin::model::space::GeoPoint;
use crate::twin::model::timetable::LATEST;
use crate::twin::model::transit::TransitMode;
use jiff::civil::Date;

/// `H:MM:SS`, in seconds since the start of the day of service; hours go beyond 24. None for an empty cell.
pub(super) fn time(text: &str) -> Result<Option<i32>, ()> {
    if text.is_empty() {
        return Ok(None);
    }
    let mut parts = text.split(':');
    let mut part = |most: i32| {
        let digits = parts.next().ok_or(())?.trim();
        let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<i32>().ok().filter(|number| plain && *number <= most).ok_or(())
    };
    let (hours, minutes) = (part(LATEST / 3_600)?, part(59)?);
    let seconds = part(59).unwrap_or(0);
    let time = hours * 3_600 + minutes * 60 + seconds;
    if parts.next().is_none() && time <= LATEST { Ok(Some(time)) } else { Err(()) }
}

/// `YYYYMMDD`.
pub(super) fn date(text: &str) -> Option<Date> {
    let number: u32 = text.parse().ok().filter(|_| text.len() == 8)?;
    Date::new((number / 10_000) as i16, (number / 100 % 100) as i8, (number % 100) as i8).ok()
}

/// A place on the globe. The point where the equator meets the meridian of Greenwich is what feeds write for "unknown".
pub(super) fn place(lon: &str, lat: &str) -> Option<GeoPoint> {
    let point = GeoPoint::new(lon.parse().ok()?, lat.parse().ok()?);
    (point.is_valid() && point != GeoPoint::default()).then_some(point)
}

/// The mode of a `route_type`, basic or extended.
pub(super) fn mode(text: &str) -> Option<TransitMode> {
    Some(match text.parse::<u16>().ok()? {
        0 | 5 | 900..1000 => TransitMode::Tram,
        1 | 12 | 400..500 => TransitMode::Subway,
        2 | 7 | 100..200 | 1400..1500 => TransitMode::Train,
        3 | 200..300 | 700..800 => TransitMode::Bus,
        4 | 1000..1100 | 1200..1300 => TransitMode::Ferry,
        11 | 800..900 => TransitMode::Trolleybus,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_go_beyond_midnight() {
        assert_eq!(time("5:52:00"), Ok(Some(21_120)));
        assert_eq!(time("25:10:30"), Ok(Some(90_630)));
        assert_eq!(time("07:05"), Ok(Some(25_500)));
        assert_eq!(time(""), Ok(None));
        for odd in ["-1:00:00", "7:60:00", "7", "nan", "7:00:00:00", "101:00:00", "+7:00:00"] {
            assert_eq!(time(odd), Err(()), "{odd}");
        }
    }

    #[test]
    fn a_place_is_on_the_globe() {
        assert_eq!(place("-51.2", "-30"), Some(GeoPoint::new(-51.2, -30.0)));
        for (lon, lat) in [("nan", "3"), ("", ""), ("0", "0.0"), ("200", "1"), ("inf", "1")] {
            assert_eq!(place(lon, lat), None, "{lon} {lat}");
        }
        assert_eq!((date("20190230"), date("2019-2-3")), (None, None));
    }
}
