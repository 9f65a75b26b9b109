//! What readers of a handed-out page remark at its stops: the file that the page saves.

use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::model::space::GeoPoint;
use crate::twin::scene::View;
use serde_json::{Map, Value};

/// Version of the file's form.
pub const VERSION: u64 = 1;
/// Letters of a remark that are kept; a longer one was not written by a person on the page.
const LONGEST: usize = 4_000;
/// Remarks of a file that are read.
const MOST: usize = 10_000;

/// The remarks of a reader.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remarks {
    /// Short name of the scene.
    pub scene: String,
    /// Short name of the tour.
    pub tour: String,
    /// In the order in which they were written.
    pub remarks: Vec<Remark>,
}

/// A remark at a stop.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remark {
    /// Short name of the stop.
    pub stop: String,
    /// Where the stop is looked at from; none where the file does not say.
    pub view: Option<View>,
    /// The scenario that the stop shows; none for the region as it is.
    pub scenario: Option<String>,
    /// Who wrote it; empty where nobody says.
    pub author: String,
    /// What was written.
    pub text: String,
    /// When, as the file has it (RFC 3339); empty where it does not say.
    pub time: String,
}

impl Remarks {
    /// Reads a file. Fields that are not known are left alone: a later page may write more. A remark that says nothing is left out with a
    /// note; a place that cannot be is left out of its remark.
    ///
    /// # Errors
    /// `remarks-broken` with line and column; `remarks-not` for other JSON; `remarks-version` for a later form.
    pub fn parse(file: &str, text: &str) -> Result<Report<Self>, Diagnostic> {
        let root: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
            Diagnostic::error("remarks-broken").with("file", file).with("line", error.line()).with("column", error.column())
        })?;
        let not = || Diagnostic::error("remarks-not").with("file", file);
        let members = root.as_object().ok_or_else(not)?;
        let written = members.get("remarks").and_then(Value::as_array).ok_or_else(not)?;
        let version = members.get("version").and_then(Value::as_u64).ok_or_else(not)?;
        if version > VERSION {
            return Err(Diagnostic::error("remarks-version").with("file", file).with("version", version).with("known", VERSION));
        }
        let (mut remarks, mut notes) = (Vec::new(), Vec::new());
        for (number, value) in (1_usize..).zip(written.iter().take(MOST)) {
            match value.as_object().and_then(remark) {
                Some(remark) => remarks.push(remark),
                None => notes.push(Diagnostic::warning("remark-empty").with("file", file).with("number", number)),
            }
        }
        if written.len() > MOST {
            notes.push(Diagnostic::warning("remarks-many").with("file", file).with("most", MOST));
        }
        let (scene, tour) = (member(members, "scene"), member(members, "tour"));
        Ok(Report { value: Self { scene, tour, remarks }, notes })
    }
}

fn remark(members: &Map<String, Value>) -> Option<Remark> {
    let text = member(members, "text");
    let scenario = member(members, "scenario");
    let remark = Remark {
        stop: member(members, "stop"),
        view: members.get("view").and_then(view),
        scenario: (!scenario.is_empty()).then_some(scenario),
        author: member(members, "author"),
        text,
        time: member(members, "time"),
    };
    (!remark.text.is_empty() && !remark.stop.is_empty()).then_some(remark)
}

/// A text of a member; empty where there is none. Longer than people write, it is cut.
fn member(members: &Map<String, Value>, name: &str) -> String {
    let text = members.get(name).and_then(Value::as_str).unwrap_or_default().trim();
    text.chars().filter(|letter| !letter.is_control() || *letter == '\n').take(LONGEST).collect()
}

/// A view, if it is one that can be: on the globe, from a distance, looking down or along the ground.
fn view(value: &Value) -> Option<View> {
    let members = value.as_object()?;
    let number = |name: &str| members.get(name).and_then(Value::as_f64).filter(|number| number.is_finite());
    let look_at = members.get("look_at")?.as_array()?;
    let [lon, lat] = look_at.as_slice() else { return None };
    let look_at = GeoPoint::new(lon.as_f64()?, lat.as_f64()?);
    let distance = number("distance").filter(|distance| *distance > 0.0)?;
    let (heading, tilt) = (number("heading").unwrap_or(0.0), number("tilt").unwrap_or(90.0).clamp(0.0, 90.0));
    look_at.is_valid().then_some(View { look_at, distance, heading, tilt })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"{ "version": 1, "scene": "kostanay", "tour": "buses", "mood": "good", "remarks": [
        { "stop": "square", "view": { "look_at": [63.6, 53.2], "distance": 900, "heading": 20, "tilt": 40 }, "scenario": "a",
          "author": " Айгүл ", "text": "Аялдама алыс.\nЖақындату керек.", "time": "2026-06-21T09:00:00.000Z", "colour": "red" },
        { "stop": "square", "view": { "look_at": [63.6, 153.2], "distance": 900 }, "scenario": null, "author": "", "text": "Далеко" },
        { "stop": "square", "text": "  " }, 7 ] }"#;

    #[test]
    fn a_file_is_read_as_the_page_writes_it() {
        let read = Remarks::parse("r.json", FILE).expect("remarks");
        let Remarks { scene, tour, remarks } = &read.value;
        assert_eq!((scene.as_str(), tour.as_str(), remarks.len()), ("kostanay", "buses", 2));
        let first = &remarks[0];
        assert_eq!((first.author.as_str(), first.scenario.as_deref()), ("Айгүл", Some("a")));
        assert_eq!(first.text, "Аялдама алыс.\nЖақындату керек.");
        assert_eq!(first.view.map(|view| (view.look_at, view.tilt)), Some((GeoPoint::new(63.6, 53.2), 40.0)));
        assert_eq!((remarks[1].view, remarks[1].scenario.as_deref()), (None, None), "a place off the globe is none");
        let told: Vec<_> = read.notes.iter().map(|note| note.code).collect();
        assert_eq!(told, ["remark-empty", "remark-empty"]);
    }

    #[test]
    fn other_files_are_told_off() {
        let code = |text: &str| Remarks::parse("r.json", text).map_err(|error| error.code).map(|_| ());
        assert_eq!(code("{"), Err("remarks-broken"));
        assert_eq!(code("[]"), Err("remarks-not"));
        assert_eq!(code(r#"{ "type": "FeatureCollection", "features": [] }"#), Err("remarks-not"));
        assert_eq!(code(r#"{ "version": 2, "remarks": [] }"#), Err("remarks-version"));
        assert_eq!(code("\u{feff}{ \"version\": 1, \"remarks\": [] }"), Ok(()));
        assert_eq!(code(&"[".repeat(100_000)), Err("remarks-broken"));
    }
}
