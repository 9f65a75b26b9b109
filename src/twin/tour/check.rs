//! What is wrong with a tour whose form is right, so that it cannot be played; and which stops ask too much of those who look.

use super::names::{FLOODS, OVERLAYS};
use super::places::Places;
use super::{Sharing, Stop, Tour};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::text::{Fault, Span, Spot};
use std::collections::BTreeSet;

/// Scenarios that one may be held against at most: with it they fill a window of four pictures.
pub const MOST_AGAINST: usize = 3;
/// How long a flight may take [s].
pub const FLIGHT: [f64; 2] = [0.0, 30.0];
/// How long a stop may stay by itself [s].
pub const STAY: [f64; 2] = [1.0, 3_600.0];
/// Hours of a flood that may be shown, since its river began to rise: as many as one can be assumed to last [h].
pub const FLOOD_HOURS: [f64; 2] = [0.0, 480.0];
/// Letters of a name that pictures and remarks are called by.
const LONGEST_ID: usize = 64;

/// Every fault of a tour for which it cannot be played. `stem` is its file's name without the extension, `text` what it was read from.
/// Names that lead nowhere are none: see [`notices`](super::notices::notices).
pub fn check_tour(tour: &Tour, stem: &str, text: &str) -> Vec<Fault> {
    let places = Places::of(text);
    let mut faults = Vec::new();
    if *tour.id != stem {
        let differs = Diagnostic::error("template-id-differs").with("id", tour.id.as_str()).with("stem", stem);
        faults.push(Fault { span: tour.id.span.clone(), diagnostic: differs });
    }
    faults.extend(unfit(&tour.id));
    if tour.stops.is_empty() {
        let span = places.in_tour("stops").unwrap_or_else(|| tour.id.span.clone());
        faults.push(Fault { span, diagnostic: Diagnostic::error("tour-without-stops") });
    }
    let mut known = BTreeSet::new();
    for (index, stop) in tour.stops.iter().enumerate() {
        faults.extend(unfit(&stop.id));
        // File systems that do not tell capitals apart would put one picture in another's place.
        if !known.insert(stop.id.to_lowercase()) {
            let repeated = Diagnostic::error("stop-id-repeated").with("id", stop.id.as_str());
            faults.push(Fault { span: stop.id.span.clone(), diagnostic: repeated });
        }
        faults.extend(numbers(stop, |field| places.in_stop(index, &[field])));
        faults.extend(hour(stop, |field| places.in_stop(index, &[field])));
        faults.extend(comparison(stop));
        faults.extend(time(stop));
    }
    faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
    faults
}

/// Pictures, remarks and folders are called by ids.
fn unfit(id: &Spot<String>) -> Option<Fault> {
    let fits = |letter: char| letter.is_alphanumeric() || "-_".contains(letter);
    let is_fit = (1..=LONGEST_ID).contains(&id.chars().count()) && id.chars().all(fits);
    let unfit = || Diagnostic::error("tour-id-unfit").with("id", id.as_str()).with("most", LONGEST_ID);
    (!is_fit).then(|| Fault { span: id.span.clone(), diagnostic: unfit() })
}

fn numbers(stop: &Stop, place: impl Fn(&str) -> Option<Span>) -> Vec<Fault> {
    let numbers = [
        ("divider", Some(stop.divider), [0.0, 1.0]),
        ("flight", Some(stop.flight), FLIGHT),
        ("flood_hour", stop.flood_hour, FLOOD_HOURS),
        ("seconds", stop.seconds, STAY),
    ];
    let outside = |(name, value, [least, most]): (&'static str, Option<f64>, [f64; 2])| {
        value.filter(|value| !(least..=most).contains(value)).map(|_| Fault {
            span: place(name).unwrap_or_else(|| stop.id.span.clone()),
            diagnostic: Diagnostic::error("tour-number-outside").with("name", name).with("least", least).with("most", most),
        })
    };
    numbers.into_iter().filter_map(outside).collect()
}

/// An hour of a flood where none is seen. An outcome that nobody knows may be meant for one.
fn hour(stop: &Stop, place: impl Fn(&str) -> Option<Span>) -> Option<Fault> {
    let may_be_flood = |id: &str| FLOODS.contains(&id) || !OVERLAYS.contains(&id);
    let is_seen = stop.overlay.as_ref().is_some_and(|id| may_be_flood(id.as_str()));
    stop.flood_hour.filter(|_| !is_seen).map(|_| Fault {
        span: place("flood_hour").unwrap_or_else(|| stop.id.span.clone()),
        diagnostic: Diagnostic::error("tour-flood-hour-alone").with("known", FLOODS.join(", ")),
    })
}

fn comparison(stop: &Stop) -> Option<Fault> {
    let fault = |id: &Spot<String>, diagnostic| Fault { span: id.span.clone(), diagnostic };
    let too_many = stop.against.get(MOST_AGAINST).map(|id| fault(id, Diagnostic::error("tour-against-many").with("most", MOST_AGAINST)));
    let second = stop.against.get(1).filter(|_| stop.sharing == Sharing::Swipe);
    too_many.or_else(|| second.map(|id| fault(id, Diagnostic::error("tour-swipe-many"))))
}

fn time(stop: &Stop) -> Option<Fault> {
    let at = stop.at.as_ref().filter(|_| stop.moment().is_none())?;
    Some(Fault { span: at.span.clone(), diagnostic: Diagnostic::error("tour-time-odd").with("text", at.as_str()) })
}

/// Stops, by their numbers, that move the camera and show something new at once: nobody can follow both. What is shown at the first stop is
/// new anyway.
pub fn moves_and_adds(tour: &Tour) -> Vec<usize> {
    let mut camera = tour.stops.first().and_then(|stop| stop.camera.as_ref());
    let mut found = Vec::new();
    for (index, pair) in tour.stops.windows(2).enumerate() {
        let [before, stop] = pair else { continue };
        let moves = stop.camera.is_some() && stop.camera.as_ref() != camera;
        camera = stop.camera.as_ref().or(camera);
        if moves && adds(before, stop) {
            found.push(index + 1);
        }
    }
    found
}

/// Whether a stop shows a scenario or an outcome that the one before did not show.
fn adds(before: &Stop, stop: &Stop) -> bool {
    let outcome = stop.overlay.is_some() && stop.overlay != before.overlay;
    let scenario = stop.scenario.is_some() && stop.scenario != before.scenario;
    outcome || scenario || stop.against.iter().any(|id| !before.against.contains(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::text::read_file;

    /// A tour with these stops, each `id: "a", …` without its title.
    fn text(stops: &[&str]) -> String {
        let words = "(kk: \"а\", ru: \"б\", en: \"c\")";
        let stops: Vec<String> = stops.iter().map(|stop| format!("    ({stop}, title: {words}),\n")).collect();
        format!("(\n  version: 1, id: \"tour\", name: {words},\n  stops: [\n{}  ],\n)\n", stops.concat())
    }

    fn tour(text: &str) -> Tour {
        let (tour, faults) = read_file::<Tour>(text);
        assert_eq!(faults, [], "{text}");
        tour.expect("a tour")
    }

    /// Codes of faults with the text that each is about.
    fn told(stops: &[&str], stem: &str) -> Vec<(&'static str, String)> {
        let text = text(stops);
        let faults = check_tour(&tour(&text), stem, &text);
        faults.into_iter().map(|fault| (fault.diagnostic.code, text[fault.span].to_owned())).collect()
    }

    fn of(expected: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
        expected.iter().map(|(code, text)| (*code, (*text).to_owned())).collect()
    }

    #[test]
    fn a_right_tour_has_no_fault() {
        let stops = [
            "id: \"first\", camera: Bookmark(\"city\"), flight: 0, at: \"2026-06-21 09:00\"",
            "id: \"кемпір_2\", against: [\"\", \"a\", \"b\"], sharing: beside, divider: 1, seconds: 1, at: \"2026-12-21T15:30\"",
            "id: \"water\", overlay: \"flood-arrival\", flood_hour: 0",
            // That there is no such outcome is said of the outcome.
            "id: \"later\", overlay: \"flod-depth\", flood_hour: 30.5",
        ];
        assert_eq!(told(&stops, "tour"), []);
    }

    #[test]
    fn every_fault_is_told_at_its_place() {
        assert_eq!(told(&[], "tour"), of(&[("tour-without-stops", "[\n  ]")]));
        assert_eq!(told(&["id: \"a\""], "other"), of(&[("template-id-differs", "\"tour\"")]));
        let ids = ["id: \"a\"", "id: \"A\"", "id: \"../a\"", "id: \"\""];
        let expected = [("stop-id-repeated", "\"A\""), ("tour-id-unfit", "\"../a\""), ("tour-id-unfit", "\"\"")];
        assert_eq!(told(&ids, "tour"), of(&expected));
        let numbers = ["id: \"a\", divider: 1.2, flight: -1, seconds: 0", "id: \"b\", flight: 31"];
        let expected =
            [("tour-number-outside", "1.2"), ("tour-number-outside", "-1"), ("tour-number-outside", "0"), ("tour-number-outside", "31")];
        assert_eq!(told(&numbers, "tour"), of(&expected));
        let hours = [
            "id: \"a\", overlay: \"flood-depth\", flood_hour: -2",
            "id: \"b\", flood_hour: 6",
            "id: \"c\", overlay: \"delay\", flood_hour: 481",
        ];
        let expected = [
            ("tour-number-outside", "-2"),
            ("tour-flood-hour-alone", "6"),
            ("tour-number-outside", "481"),
            ("tour-flood-hour-alone", "481"),
        ];
        assert_eq!(told(&hours, "tour"), of(&expected));
        let many = [
            "id: \"a\", against: [\"a\", \"b\"]",
            "id: \"b\", against: [\"a\", \"b\", \"c\", \"d\"], sharing: beside",
            "id: \"c\", against: [\"a\"]",
        ];
        assert_eq!(told(&many, "tour"), of(&[("tour-swipe-many", "\"b\""), ("tour-against-many", "\"d\"")]));
        let times = ["id: \"a\", at: \"noon\"", "id: \"b\", at: \"2026-06-21\"", "id: \"c\", at: \"2026-02-30 09:00\""];
        let expected = [("tour-time-odd", "\"noon\""), ("tour-time-odd", "\"2026-06-21\""), ("tour-time-odd", "\"2026-02-30 09:00\"")];
        assert_eq!(told(&times, "tour"), of(&expected));
    }

    #[test]
    fn a_stop_moves_or_adds() {
        let stops = [
            "id: \"a\", camera: Bookmark(\"city\"), scenario: \"x\"",
            // Moves.
            "id: \"b\", camera: Bookmark(\"street\"), scenario: \"x\"",
            // Adds.
            "id: \"c\", scenario: \"x\", overlay: \"delay\"",
            // The camera is named, but stays; another scenario.
            "id: \"d\", camera: Bookmark(\"street\"), scenario: \"y\", overlay: \"delay\"",
            // Both: a comparison from elsewhere.
            "id: \"e\", camera: Bookmark(\"city\"), scenario: \"y\", overlay: \"delay\", against: [\"\"]",
            // Moves and takes away.
            "id: \"f\", camera: View(look_at: (63.6, 53.2), distance: 900)",
            // Both.
            "id: \"g\", camera: View(look_at: (63.6, 53.2), distance: 800), overlay: \"care\"",
        ];
        assert_eq!(moves_and_adds(&tour(&text(&stops))), [4, 6]);
    }
}
