//! The handout as one page of HTML that holds everything: pictures inside, no network, remarks that readers save as a file.

use super::handout::Handout;
use super::handout::stop::StopPage;
use super::picture::jpeg;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::tour::remark::VERSION;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use minijinja::Environment;
use minijinja::value::Serde;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Pixels across a picture: sharp on a telephone and on a screen.
const WIDEST: u32 = 1_440;

/// The template; its name makes the engine escape all that is put in.
const NAME: &str = "page.html";

/// What the template is given.
#[derive(Serialize)]
struct Given<'a> {
    handout: &'a Handout,
    /// Pictures as base64 of JPEG, by stop.
    images: BTreeMap<&'a str, String>,
    /// What the page's own script needs, as JSON.
    about: String,
}

/// Makes the page.
///
/// # Errors
/// `picture-unreadable`, `sheet-broken`.
pub fn page(handout: &Handout, pictures: &BTreeMap<String, Vec<u8>>) -> Result<String, Diagnostic> {
    let mut images = BTreeMap::new();
    for stop in &handout.stops {
        if let Some(png) = pictures.get(&stop.id) {
            images.insert(stop.id.as_str(), STANDARD.encode(jpeg(&stop.id, png, WIDEST)?));
        }
    }
    let about = about(handout).to_string();
    let broken = |error: minijinja::Error| Diagnostic::error("sheet-broken").with("reason", error.to_string());
    let mut environment = Environment::new();
    environment.add_template(NAME, include_str!("../../assets/publish/page.html")).map_err(broken)?;
    let template = environment.get_template(NAME).map_err(broken)?;
    template.render(Serde(Given { handout, images, about })).map_err(broken)
}

/// Scene, tour, and of each stop what a remark says of its place.
fn about(handout: &Handout) -> Value {
    let stop = |stop: &StopPage| json!({ "stop": stop.id, "view": stop.view, "scenario": stop.scenario_id });
    let stops: Vec<Value> = handout.stops.iter().map(stop).collect();
    json!({ "version": VERSION, "scene": handout.scene, "tour": handout.tour, "stops": stops })
}
