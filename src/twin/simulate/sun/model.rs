//! The model of sun and shadow: dwellings and grounds that lack sun on 22 March, and what roofs full of solar modules would give.

use super::assumption::{ASSUMPTIONS, SunAssumptions};
use super::grounds::Which;
use super::insolation::{Dwelling, Insolation};
use crate::twin::catalog::resource::Unit;
use crate::twin::catalog::survey::{HOUSEHOLD, Home};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::amenity::Amenity;
use crate::twin::model::building::Building;
use crate::twin::model::cover::Cover;
use crate::twin::model::feature::Feature;
use crate::twin::simulate::outcome::{Field, Outcome};
use crate::twin::simulate::{Setting, Simulation};

/// The model.
pub static SIMULATION: Simulation =
    Simulation { id: "sun", assumptions: &[ASSUMPTIONS], rests_on: &["buildings", "places", "amenities", "landcover"], run };

fn run(setting: &Setting) -> Outcome {
    let Setting { assumptions, shared, .. } = setting;
    let sun = shared.sun.of(setting);
    let norm = SunAssumptions::of(assumptions).ground;
    let mut outcome = Outcome::default();
    if sun.solids.without_body > 0 {
        let note = Diagnostic::warning("sun-without-body").with("count", sun.solids.without_body);
        outcome.notes.push(note.with("all", setting.region.buildings.len()));
    }
    count_dwellings(&sun, shared.homes.all(), &mut outcome);
    count_grounds(&sun, norm, &mut outcome);
    let energy: f64 = sun.roofs.iter().map(|roof| f64::from(roof.energy)).sum();
    outcome.set("sun-roof-energy", (!sun.roofs.is_empty()).then_some(energy / 1_000.0));
    let values = sun.roofs.iter().map(|roof| (roof.building, roof.energy)).collect();
    outcome.fields.push(Field { id: "sun-roof", unit: Unit::KilowattHoursPerYear, layer: Building::LAYER, values, beyond: 0.0 });
    outcome
}

/// Dwellings without enough sun and those who live in them. Homes and dwellings both stand in the order of their buildings.
fn count_dwellings(sun: &Insolation, homes: &[Home], outcome: &mut Outcome) {
    let (mut people, mut short, mut short_in_all) = (0.0, 0.0, 0.0);
    let mut values = Vec::with_capacity(sun.dwellings.len());
    let mut homes = homes.iter().peekable();
    for Dwelling { building, lit, .. } in &sun.dwellings {
        while homes.next_if(|home| home.building < *building).is_some() {}
        let (Some(home), Some(lit)) = (homes.peek().filter(|home| home.building == *building), lit) else { continue };
        let residents = f64::from(home.residents);
        people += residents;
        short += residents * f64::from(lit.short);
        short_in_all += residents * f64::from(lit.short_in_all);
        values.push((*building, f32::from(lit.darkest.longest) / 60.0));
    }
    let known = |value: f64| (people > 0.0).then_some(value);
    outcome.set("sun-dwellings-short", known(short / HOUSEHOLD));
    outcome.set("sun-residents-short", known(short));
    outcome.set("sun-residents-short-total", known(short_in_all));
    outcome.fields.push(Field { id: "sun-hours", unit: Unit::Hours, layer: Building::LAYER, values, beyond: 0.0 });
}

/// Grounds of schools, kindergartens and playgrounds without enough sun.
fn count_grounds(sun: &Insolation, norm: f64, outcome: &mut Outcome) {
    let known = || sun.grounds.iter().filter_map(|(ground, hours)| Some((ground, hours.as_ref()?)));
    let short = known().filter(|(_, hours)| f64::from(hours.longest) < norm).count();
    outcome.set("sun-grounds-short", known().next().map(|_| short as f64));
    let field = |id: &'static str, layer: &'static str, number: fn(Which) -> Option<u32>| {
        let values = known().filter_map(|(ground, hours)| Some((number(ground.which)?, f32::from(hours.longest) / 60.0))).collect();
        Field { id, unit: Unit::Hours, layer, values, beyond: 0.0 }
    };
    // Grounds of institutions, and sports grounds that are nothing but land cover: seen together, they stand in two layers.
    outcome.fields.push(field("sun-grounds", Amenity::LAYER, Which::amenity));
    outcome.fields.push(field("sun-sports-grounds", Cover::LAYER, Which::cover));
}
