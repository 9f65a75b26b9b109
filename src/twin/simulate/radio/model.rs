//! Mobile internet of a region: whom its masts reach, how fast in the busy hour, and how strong their field is at homes.

use super::assumption::{ALL, ENOUGH, FIELD_LIMIT};
use super::exposure::{Exposure, Exposures};
use super::known::Known;
use super::receiver::Receivers;
use super::service::Service;
use super::village::{table, villages};
use crate::twin::catalog::resource::Unit;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::building::Building;
use crate::twin::model::feature::Feature;
use crate::twin::simulate::digital::GOOD_INTERNET;
use crate::twin::simulate::outcome::{Field, Outcome};
use crate::twin::simulate::{Setting, Simulation};
use std::sync::Arc;

/// Power at which nothing is heard any more [dBm].
const SILENT: f64 = -140.0;

/// The model.
pub static SIMULATION: Simulation = Simulation { id: "radio", assumptions: &[ALL], rests_on: &["masts", "buildings", "places"], run };

fn run(setting: &Setting) -> Outcome {
    let Setting { region, survey, assumptions, shared } = setting;
    let mut outcome = Outcome::default();
    let network = match shared.network(region, assumptions) {
        Ok(found) => found,
        Err(odd) => {
            outcome.notes.push(odd);
            return outcome;
        }
    };
    outcome.notes.extend(network.notes.iter().cloned());
    let network = &network.value;
    // Where nobody knows of any mast, nobody knows who has no mobile internet.
    if network.stations.is_empty() {
        return outcome;
    }
    if !region.terrain.is_known() {
        outcome.notes.push(Diagnostic::note("radio-no-elevation"));
    }
    let receivers = receivers(setting);
    let known = shared.memory.networks.find(|(stations, of)| *stations == network.stations && of == *assumptions);
    let service = Service::new(setting, network, &receivers.all, known.as_deref().map(|known| &known.heard));
    outcome.notes.extend(service.notes());
    let enough = assumptions.get(&ENOUGH);
    let with = |least: f64| -> f64 {
        receivers.all.iter().zip(&service.rates).filter(|(_, rate)| **rate >= least).map(|(receiver, _)| receiver.people).sum()
    };
    outcome.set("mobile-people", with(enough));
    outcome.set("mobile-people-fast", with(assumptions.get(&GOOD_INTERNET)));
    let villages = villages(survey, network, &receivers, &service, enough);
    outcome.set("mobile-villages", villages.iter().filter(|village| village.has(enough)).count() as f64);
    outcome.tables.push(table(survey, &villages, assumptions));
    on_map(&receivers, &service, &mut outcome);
    let exposures = Exposures::new(region, survey, network, known.as_deref().map(|known| &known.exposures));
    at_homes(&exposures.all, assumptions.get(&FIELD_LIMIT), &mut outcome);
    if known.is_none() {
        shared
            .memory
            .networks
            .keep((network.stations.clone(), (*assumptions).clone()), Arc::new(Known { heard: service.heard, exposures }));
    }
    outcome
}

/// Who listens: the same as long as the same people live in the same places.
fn receivers(setting: &Setting) -> Arc<Receivers> {
    let Setting { survey, shared, .. } = setting;
    let (housing, known) = (shared.homes.housing(), &shared.memory.receivers);
    known.find(|of| Arc::ptr_eq(of, housing)).unwrap_or_else(|| {
        let new = Arc::new(Receivers::new(survey, &housing.homes));
        known.keep(housing.clone(), new.clone());
        new
    })
}

/// The field of masts at homes. Where no home stands near a mast it is next to none.
fn at_homes(homes: &[Exposure], limit: f64, outcome: &mut Outcome) {
    outcome.set("mast-field-most", homes.iter().map(|home| home.density).fold(0.0, f64::max));
    outcome.set("mast-field-people", homes.iter().filter(|home| home.density > limit).map(|home| home.residents).sum::<f64>());
    let values = homes.iter().map(|home| (home.building, home.density as f32)).collect();
    let unit = Unit::MicrowattsPerSquareCentimetre;
    outcome.fields.push(Field { id: "mast-field", unit, layer: Building::LAYER, values, beyond: 0.0 });
}

/// Megabits a second and power at every home.
fn on_map(receivers: &Receivers, service: &Service, outcome: &mut Outcome) {
    let rate = |(home, receiver): &(u32, u32)| Some((*home, *service.rates.get(*receiver as usize)? as f32));
    let level = |(home, receiver): &(u32, u32)| Some((*home, service.links.get(*receiver as usize)?.as_ref()?.rsrp.max(SILENT) as f32));
    let rates = receivers.homes.iter().filter_map(rate).collect();
    let levels = receivers.homes.iter().filter_map(level).collect();
    outcome.fields.push(Field { id: "mobile-rate", unit: Unit::Megabits, layer: Building::LAYER, values: rates, beyond: 0.0 });
    outcome.fields.push(Field {
        id: "mobile-signal",
        unit: Unit::DecibelMilliwatts,
        layer: Building::LAYER,
        values: levels,
        beyond: SILENT as f32,
    });
}
