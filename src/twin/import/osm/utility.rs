//! Masts, and lines of power, communication and pipes.

use super::builder::{Builder, Object};
use super::tags::Tags;
use super::values;
use crate::twin::model::connectivity::{Cable, CableKind, Mast, RadioTechnology};
use crate::twin::model::feature::Decimetres;
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::origin::Sourced;
use crate::twin::model::space::Position;

/// Height of a mast that tags do not tell [m].
const USUAL_MAST: f64 = 40.0;

/// Lines, by what they carry.
const CABLES: &[(&str, &str, CableKind)] = &[
    ("power", "line", CableKind::PowerLine),
    ("power", "minor_line", CableKind::PowerLine),
    ("power", "cable", CableKind::PowerLine),
    ("communication", "line", CableKind::Fibre),
    ("communication", "cable", CableKind::Fibre),
    ("telecom", "line", CableKind::Fibre),
    ("telecom", "cable", CableKind::Fibre),
    ("telecom:medium", "fibre", CableKind::Fibre),
    ("man_made", "pipeline", CableKind::Pipeline),
];

/// Radio services, the newest first.
const TECHNOLOGIES: &[(&str, RadioTechnology)] = &[
    ("communication:5g", RadioTechnology::G5),
    ("communication:nr", RadioTechnology::G5),
    ("communication:lte", RadioTechnology::G4),
    ("communication:4g", RadioTechnology::G4),
    ("communication:umts", RadioTechnology::G3),
    ("communication:3g", RadioTechnology::G3),
    ("communication:gsm", RadioTechnology::G2),
    ("communication:2g", RadioTechnology::G2),
    ("communication:television", RadioTechnology::Broadcast),
    ("communication:radio", RadioTechnology::Broadcast),
];

impl Builder<'_> {
    /// Adds a mast, if tags name one with antennas.
    pub fn add_mast(&mut self, object: &Object<'_>, position: Position) {
        if !has_antennas(object.tags) {
            return;
        }
        let technology = TECHNOLOGIES.iter().find(|(key, _)| object.tags.yes(key)).map(|(_, technology)| *technology);
        let height = self.value(object, &["height", "tower:height"], values::metres).filter(|height| (1.0..=700.0).contains(height));
        let mast = Mast {
            id: object.id,
            name: object.name(&mut self.region.strings),
            technology: technology.map_or(Sourced::inferred(RadioTechnology::Unknown), Sourced::observed),
            height: height.map_or(Sourced::inferred(Decimetres::from_metres(USUAL_MAST)), |height| {
                Sourced::observed(Decimetres::from_metres(height))
            }),
        };
        self.region.masts.push_point(mast, position);
    }

    /// Adds a line of power, communication or pipes, if tags name one.
    pub fn add_cable(&mut self, object: &Object<'_>, line: &[Position]) {
        let Some(kind) = object.tags.look_up(CABLES) else { return };
        let cable = Cable { id: object.id, name: object.name(&mut self.region.strings), kind: Sourced::observed(kind) };
        self.region.cables.push(cable, ShapeKind::Line, [line]);
    }
}

/// A mast counts unless tags give it another purpose; a tower only with antennas on it.
fn has_antennas(tags: Tags<'_>) -> bool {
    let communicates =
        tags.is("tower:type", "communication") || tags.iter().any(|(key, value)| key.starts_with("communication:") && value != "no");
    match tags.get("man_made") {
        Some("communications_tower") => true,
        Some("mast") => communicates || !tags.has("tower:type"),
        Some("tower" | "antenna") => communicates,
        _ => false,
    }
}
