//! Streets and railways from their ways.

use super::builder::{Builder, Object};
use super::polygon::Ring;
use super::tables::{RAILWAYS, STREET_DEFAULTS, STREETS, SURFACES};
use super::tags::Tags;
use super::values;
use crate::twin::model::feature::Decimetres;
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::origin::Sourced;
use crate::twin::model::quality::Finding;
use crate::twin::model::railway::Railway;
use crate::twin::model::space::Position;
use crate::twin::model::street::{Direction, Street, StreetClass, Surface};

impl Builder<'_> {
    /// Adds a street along a way's nodes, and lends it to the network.
    pub fn add_street(&mut self, object: &Object<'_>, nodes: &[u32], line: &[Position]) {
        let street = self.street(object);
        let routable = street.class.is_drivable() || street.class.is_walkable();
        let index = self.region.streets.push(street, ShapeKind::Line, [line]);
        if routable {
            self.graph.add(index as u32, nodes);
        }
    }

    /// Adds a square or another street that is mapped as an area; the network leaves it out.
    pub fn add_street_area(&mut self, object: &Object<'_>, rings: &[Ring]) {
        let street = self.street(object);
        self.region.streets.push(street, ShapeKind::Area, rings.iter().map(Vec::as_slice));
    }

    fn street(&mut self, object: &Object<'_>) -> Street {
        let tags = object.tags;
        let class = tags.look_up(STREETS).unwrap_or_default();
        let (class, bridge, tunnel) = (class, tags.yes("bridge"), tags.yes("tunnel") || tags.yes("covered"));
        let roundabout = matches!(tags.get("junction"), Some("roundabout" | "circular"));
        let direction = direction(tags, class, roundabout);
        let (lanes, speed) = (self.lanes(object, class, direction), self.speed(object, class));
        Street {
            id: object.id,
            name: object.name(&mut self.region.strings),
            reference: object.text(&mut self.region.strings, &["ref", "int_ref"]),
            class,
            lanes,
            speed,
            width: self.street_width(object, class, lanes.value),
            direction,
            surface: surface(tags, class),
            bridge,
            tunnel,
            roundabout,
            private: is_private(tags),
            level: level(tags, bridge, tunnel),
        }
    }

    fn lanes(&mut self, object: &Object<'_>, class: StreetClass, direction: Direction) -> Sourced<u8> {
        let read = |text: &str| values::decimal(text.split(';').next().unwrap_or(text)).filter(|lanes| (0.5..=30.0).contains(lanes));
        if let Some(lanes) = self.value(object, &["lanes"], read) {
            return Sourced::observed(lanes.round() as u8);
        }
        let line = STREET_DEFAULTS.iter().find(|line| line.0 == class);
        let lanes = line.map_or(0, |line| if direction == Direction::Both { line.1 } else { line.2 });
        if lanes > 0 {
            self.region.quality.count(Finding::LanesInferred, 1);
        }
        Sourced::inferred(lanes)
    }

    fn speed(&mut self, object: &Object<'_>, class: StreetClass) -> Sourced<u8> {
        let keys = ["maxspeed", "maxspeed:forward", "maxspeed:backward", "maxspeed:type", "source:maxspeed", "zone:maxspeed"];
        if let Some(speed) = keys.iter().find_map(|key| object.tags.get(key).and_then(values::speed)) {
            return Sourced::observed(speed);
        }
        self.value(object, &["maxspeed"], values::speed);
        let speed = STREET_DEFAULTS.iter().find(|line| line.0 == class).map_or(0, |line| line.3);
        if speed > 0 {
            self.region.quality.count(Finding::SpeedsInferred, 1);
        }
        Sourced::inferred(speed)
    }

    fn street_width(&mut self, object: &Object<'_>, class: StreetClass, lanes: u8) -> Sourced<Decimetres> {
        if let Some(width) = self.value(object, &["width", "width:carriageway", "est_width"], values::metres).filter(|width| *width > 0.0) {
            return Sourced::observed(Decimetres::from_metres(width.min(100.0)));
        }
        let lane = STREET_DEFAULTS.iter().find(|line| line.0 == class).map_or(3.0, |line| line.4);
        Sourced::inferred(Decimetres::from_metres(lane * f64::from(lanes.max(1))))
    }

    /// Adds a track.
    pub fn add_railway(&mut self, object: &Object<'_>, line: &[Position]) {
        let tags = object.tags;
        let Some(class) = tags.look_up(RAILWAYS) else { return };
        let (bridge, tunnel) = (tags.yes("bridge"), tags.yes("tunnel") || tags.yes("covered"));
        let tracks = self.value(object, &["tracks"], |text| text.parse::<u8>().ok());
        let railway = Railway {
            id: object.id,
            name: object.name(&mut self.region.strings),
            reference: object.text(&mut self.region.strings, &["ref"]),
            class,
            tracks: tracks.unwrap_or(1).max(1),
            electrified: tags.yes("electrified"),
            siding: matches!(tags.get("service"), Some("yard" | "siding" | "spur" | "crossover")) || tags.is("usage", "industrial"),
            bridge,
            tunnel,
            level: level(tags, bridge, tunnel),
        };
        self.region.railways.push(railway, ShapeKind::Line, [line]);
    }
}

fn direction(tags: Tags<'_>, class: StreetClass, roundabout: bool) -> Direction {
    match tags.get("oneway") {
        Some("yes" | "true" | "1") => Direction::Forward,
        Some("-1" | "reverse") => Direction::Backward,
        Some("no" | "false" | "0" | "reversible" | "alternating") => Direction::Both,
        _ if roundabout || matches!(class, StreetClass::Motorway | StreetClass::MotorwayLink) => Direction::Forward,
        _ => Direction::Both,
    }
}

/// Access for the public's vehicles: the most particular tag decides.
fn is_private(tags: Tags<'_>) -> bool {
    let access = tags.first(&["motorcar", "motor_vehicle", "vehicle", "access"]);
    matches!(access, Some("no" | "private" | "agricultural" | "forestry" | "agricultural;forestry" | "delivery" | "permit" | "emergency"))
}

fn surface(tags: Tags<'_>, class: StreetClass) -> Sourced<Surface> {
    match tags.look_up(SURFACES) {
        Some(surface) => Sourced::observed(surface),
        None => Sourced::inferred(match class {
            StreetClass::Track | StreetClass::Path | StreetClass::Bridleway => Surface::Earth,
            StreetClass::Steps | StreetClass::Pedestrian => Surface::Paved,
            StreetClass::Other | StreetClass::Proposed | StreetClass::Construction => Surface::Unknown,
            _ if tags.is("highway", "unsurfaced") => Surface::Earth,
            _ => Surface::Asphalt,
        }),
    }
}

/// The order in which ways cross: as tagged, else above the ground on a bridge and below it in a tunnel.
fn level(tags: Tags<'_>, bridge: bool, tunnel: bool) -> i8 {
    let tagged = tags.get("layer").and_then(values::decimal).map(|layer| layer.clamp(-20.0, 20.0).round() as i8);
    tagged.unwrap_or(match (bridge, tunnel && !tags.is("tunnel", "building_passage") && !tags.yes("covered")) {
        (true, _) => 1,
        (false, true) => -1,
        (false, false) => 0,
    })
}
