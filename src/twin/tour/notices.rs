//! What a tour names that is not there: each stop shows what it can all the same, and this is said of it.

use super::figure::{Part, Whose, parts};
use super::places::Places;
use super::{Camera, Stop, Tour};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::names::Language;
use crate::twin::model::region::Region;
use crate::twin::scene::{DISTANCES, TILTS, View};
use crate::twin::text::readable::suggest;
use crate::twin::text::{Fault, Span};

/// What files of views are rounded to, metres and degrees alike.
const ROUNDED: f64 = 0.1;

/// What stops may name, by ids.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Scenarios; none where nobody knows which there are, as for a file that belongs to no scene.
    pub scenarios: Option<&'a [&'a str]>,
    /// Bookmarks; none where nobody knows.
    pub bookmarks: Option<&'a [&'a str]>,
    /// Outcomes on the map: [`OVERLAYS`](super::names::OVERLAYS).
    pub overlays: &'a [&'a str],
    /// Layers: [`LAYERS`](super::names::LAYERS).
    pub layers: &'a [&'a str],
    /// Metrics.
    pub metrics: &'a [&'a str],
    /// The region, where it is open.
    pub region: Option<&'a Region>,
}

/// What there is to say of a stop that is played nevertheless.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Number of the stop, from 0.
    pub stop: usize,
    /// What, and where it is written.
    pub fault: Fault,
}

/// What the stops of a tour name that is not there, and cameras from which nothing can be seen. `text` is what the tour was read from.
pub fn notices(tour: &Tour, text: &str, known: &Known) -> Vec<Notice> {
    let places = Places::of(text);
    let mut found = Vec::new();
    for (index, stop) in tour.stops.iter().enumerate() {
        let mut look = Look { index, stop, text, places: &places, known, faults: Vec::new() };
        look.at_names();
        look.at_camera();
        look.at_figures();
        look.faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
        found.extend(look.faults.into_iter().map(|fault| Notice { stop: index, fault }));
    }
    found
}

/// A look at a stop.
struct Look<'a> {
    index: usize,
    stop: &'a Stop,
    text: &'a str,
    places: &'a Places,
    known: &'a Known<'a>,
    faults: Vec<Fault>,
}

impl Look<'_> {
    fn say(&mut self, span: Span, diagnostic: Diagnostic) {
        self.faults.push(Fault { span, diagnostic });
    }

    /// Says that a name is not known.
    fn name(&mut self, name: &str, span: &Span, known: &[&str], unknown: fn() -> Diagnostic) {
        if !known.contains(&name) {
            let listed = if known.is_empty() { "—".to_owned() } else { known.join(", ") };
            self.say(span.clone(), suggest(unknown().with("name", name).with("known", listed), name, known));
        }
    }

    /// The region as it is goes without a name.
    fn scenario(&mut self, id: &str, span: &Span) {
        if let Some(scenarios) = self.known.scenarios.filter(|_| !id.is_empty()) {
            self.name(id, span, scenarios, || Diagnostic::warning("scenario-unknown"));
        }
    }

    fn at_names(&mut self) {
        let (stop, known) = (self.stop, self.known);
        stop.scenario.iter().chain(&stop.against).for_each(|id| self.scenario(id, &id.span));
        stop.overlay.iter().for_each(|id| self.name(id, &id.span, known.overlays, || Diagnostic::warning("overlay-unknown")));
        let layers = stop.hidden.iter().chain(&stop.shown);
        layers.for_each(|id| self.name(id, &id.span, known.layers, || Diagnostic::warning("tour-layer-unknown")));
        stop.metrics.iter().for_each(|id| self.name(id, &id.span, known.metrics, || Diagnostic::warning("metric-unknown")));
    }

    fn at_camera(&mut self) {
        match &self.stop.camera {
            Some(Camera::Bookmark(id)) => {
                if let Some(bookmarks) = self.known.bookmarks {
                    self.name(id, &id.span, bookmarks, || Diagnostic::warning("tour-bookmark-unknown"));
                }
            }
            Some(Camera::View(view)) => {
                if let Some(diagnostic) = blind(view, self.known.region) {
                    self.say(self.place(&["camera"]), diagnostic);
                }
            }
            None => {}
        }
    }

    fn at_figures(&mut self) {
        for (field, words) in self.stop.texts() {
            for language in Language::ALL {
                let place = self.place(&[field, language.code()]);
                for part in parts(words.read(language)) {
                    self.part(part, &place);
                }
            }
        }
    }

    fn part(&mut self, part: Part, place: &Span) {
        match part {
            Part::Words(words) if words.contains('{') => self.say(place.clone(), Diagnostic::warning("tour-figure-open")),
            Part::Words(_) => {}
            Part::Figure(figure) => {
                let span = self.within(place, figure.written);
                self.name(figure.metric, &span, self.known.metrics, || Diagnostic::warning("metric-unknown"));
                if let Whose::Scenario(id) = figure.whose {
                    self.scenario(id, &span);
                }
            }
        }
    }

    /// Where a field is written; that of the id where it is not.
    fn place(&self, path: &[&str]) -> Span {
        self.places.in_stop(self.index, path).unwrap_or_else(|| self.stop.id.span.clone())
    }

    /// Where something is written within a place.
    fn within(&self, place: &Span, written: &str) -> Span {
        let start = self.text.get(place.clone()).and_then(|inside| inside.find(written)).map(|at| place.start + at);
        start.map_or(place.clone(), |start| start..start + written.len())
    }
}

/// Why nothing, or not what is meant, would be seen from a view.
fn blind(view: &View, region: Option<&Region>) -> Option<Diagnostic> {
    let ([nearest, farthest], [flattest, steepest]) = (DISTANCES, TILTS.map(f64::to_degrees));
    let is_within = |value: f64, least: f64, most: f64| (least - ROUNDED..=most + ROUNDED).contains(&value);
    if !is_within(view.distance, nearest, farthest) {
        return Some(Diagnostic::warning("tour-camera-distance").with("least", nearest).with("most", farthest));
    }
    if view.tilt <= 0.0 || region.is_some_and(|region| is_under_ground(view, region)) {
        return Some(Diagnostic::warning("tour-camera-under-ground"));
    }
    if !is_within(view.tilt, flattest, steepest) {
        return Some(Diagnostic::warning("tour-camera-tilt").with("least", flattest.round()).with("most", steepest.round()));
    }
    let place = |region: &Region| region.frame.metres_from_geo(view.look_at);
    // What is in the picture reaches about as far as the camera is away.
    let is_outside = |region: &Region| !region.extent.is_empty() && !region.extent.grown(view.distance).contains(place(region));
    region.is_some_and(is_outside).then(|| Diagnostic::warning("tour-camera-outside"))
}

/// Whether the ground at the camera is higher than the camera.
fn is_under_ground(view: &View, region: &Region) -> bool {
    let (heading, tilt) = (view.heading.to_radians(), view.tilt.to_radians());
    let [east, north] = region.frame.metres_from_geo(view.look_at);
    let back = view.distance * tilt.cos();
    let eye = region.frame.geo_from_metres([east - back * heading.sin(), north - back * heading.cos()]);
    region.terrain.height(view.look_at) + view.distance * tilt.sin() < region.terrain.height(eye)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::space::{Bounds, GeoPoint, LocalFrame};
    use crate::twin::model::terrain::{Raster, Terrain};
    use crate::twin::text::read_file;

    const SCENARIOS: &[&str] = &["quarter", "bridge"];
    const KNOWN: Known = Known {
        scenarios: Some(SCENARIOS),
        bookmarks: Some(&["city"]),
        overlays: &["delay", "care"],
        layers: &["trees"],
        metrics: &["residents", "capital"],
        region: None,
    };

    /// The text of a tour of one stop with these fields and these words in English.
    fn text(fields: &str, words: &str) -> String {
        let name = "(kk: \"а\", ru: \"б\", en: \"c\")";
        format!(
            "(version: 1, id: \"tour\", name: {name}, stops: [(id: \"stop\", title: {name}, {fields} text: (kk: \"а\", ru: \"б\", en: \"{words}\"))])"
        )
    }

    /// Codes of what is said, with the text that each is about and the name that may be meant.
    fn told(fields: &str, words: &str, known: &Known) -> Vec<(&'static str, String, Option<String>)> {
        let text = text(fields, words);
        let (tour, faults) = read_file::<Tour>(&text);
        assert_eq!(faults, [], "{text}");
        let told = |Notice { fault, .. }: Notice| {
            (fault.diagnostic.code, text[fault.span].to_owned(), fault.diagnostic.text("suggestion").map(str::to_owned))
        };
        notices(&tour.expect("a tour"), &text, known).into_iter().map(told).collect()
    }

    fn one(code: &'static str, written: &str, meant: Option<&str>) -> Vec<(&'static str, String, Option<String>)> {
        vec![(code, written.to_owned(), meant.map(str::to_owned))]
    }

    #[test]
    fn what_is_there_needs_no_word() {
        let fields = "camera: Bookmark(\"city\"), scenario: \"quarter\", against: [\"\", \"bridge\"], sharing: beside, overlay: \"care\", \
                      hidden: [\"trees\"], metrics: [\"capital\"],";
        assert_eq!(told(fields, "{residents}, {base.capital}, {change.capital}, {bridge.residents}", &KNOWN), []);
    }

    #[test]
    fn what_is_gone_is_named_where_it_is_written() {
        let said = |fields: &str| told(fields, "c", &KNOWN);
        assert_eq!(said("scenario: \"quater\","), one("scenario-unknown", "\"quater\"", Some("quarter")));
        assert_eq!(said("against: [\"park\"],"), one("scenario-unknown", "\"park\"", None));
        assert_eq!(said("overlay: \"delays\","), one("overlay-unknown", "\"delays\"", Some("delay")));
        assert_eq!(said("camera: Bookmark(\"sity\"),"), one("tour-bookmark-unknown", "\"sity\"", Some("city")));
        assert_eq!(said("shown: [\"tree\"],"), one("tour-layer-unknown", "\"tree\"", Some("trees")));
        assert_eq!(said("metrics: [\"residence\"],"), one("metric-unknown", "\"residence\"", Some("residents")));
        let words = |words: &str| told("", words, &KNOWN);
        assert_eq!(words("All {capitol} of it"), one("metric-unknown", "{capitol}", Some("capital")));
        assert_eq!(words("All { brige.capital }"), one("scenario-unknown", "{ brige.capital }", Some("bridge")));
        assert_eq!(words("All {capital"), one("tour-figure-open", "\"All {capital\"", None));
    }

    #[test]
    fn where_nobody_knows_what_there_is_nothing_is_said() {
        let known = Known { scenarios: None, bookmarks: None, ..KNOWN };
        assert_eq!(told("scenario: \"x\", camera: Bookmark(\"y\"),", "{z.capital}", &known), []);
    }

    #[test]
    fn a_camera_from_which_nothing_is_seen_is_told_of() {
        let said = |view: &str, known: &Known| told(&format!("camera: View({view}),"), "c", known);
        let view = "look_at: (63.6, 53.2), distance: 900, tilt: -5";
        assert_eq!(said(view, &KNOWN), one("tour-camera-under-ground", &format!("View({view})"), None));
        let code = |view: &str, known: &Known| said(view, known).first().map(|(code, ..)| *code);
        assert_eq!(code("look_at: (63.6, 53.2), distance: 1", &KNOWN), Some("tour-camera-distance"));
        assert_eq!(code("look_at: (63.6, 53.2), distance: 900, tilt: 120", &KNOWN), Some("tour-camera-tilt"));
        assert_eq!(code("look_at: (63.6, 53.2), distance: 900, tilt: 2", &KNOWN), None);
        // A hill south of the origin: ten rows of level ground in the north, then ten rows 500 m higher.
        let heights = (0..20).flat_map(|row| [if row < 10 { 100.0 } else { 600.0 }; 20]).collect();
        let raster = Raster { west: 63.5, north: 53.3, cell_lon: 0.01, cell_lat: 0.01, columns: 20, heights };
        let region = Region {
            frame: LocalFrame::new(GeoPoint::new(63.6, 53.2)),
            extent: Bounds { min: [-5_000.0; 2], max: [5_000.0; 2] },
            terrain: Terrain::new(vec![raster]),
            ..Region::default()
        };
        let known = Known { region: Some(&region), ..KNOWN };
        assert_eq!(code("look_at: (63.6, 53.21), distance: 3000, tilt: 5", &known), Some("tour-camera-under-ground"));
        assert_eq!(code("look_at: (63.6, 53.21), distance: 3000, tilt: 5, heading: 180", &known), None);
        assert_eq!(code("look_at: (64.6, 53.2), distance: 3000, tilt: 40", &known), Some("tour-camera-outside"));
    }
}
