//! The metrics: what each is called, counted in, which way is better, which sphere it belongs to, and how it is made.

use super::money;
use crate::choice;
use crate::twin::catalog::resource::Unit;
use crate::twin::catalog::template::Sphere;
use crate::twin::model::origin::Origin;
use crate::twin::simulate::assumption::AssumptionSpec;
use crate::twin::simulate::simulation;

choice! {
    /// Which way a metric is better.
    pub enum Better in "better" {
        /// Neither: it only tells.
        Neither = "neither",
        /// The more the better.
        Up = "up",
        /// The less the better.
        Down = "down",
    }
}

/// A metric. Its name is `metric-<id>` in the locales, how it is made `metric-made-<id>`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metric {
    /// Short name in files.
    pub id: &'static str,
    /// What it is counted in.
    pub unit: Unit,
    /// Which way is better.
    pub better: Better,
    /// Sphere of the smart-city standard.
    pub sphere: Sphere,
    /// The indicator that it answers to, such as `ISO 37120:2018 19.1`; empty for none.
    pub tag: &'static str,
    /// What makes it: the id of a simulation, or `money`.
    pub maker: &'static str,
    /// How far it can be trusted.
    pub origin: Origin,
}

const fn metric(id: &'static str, unit: Unit, better: Better, sphere: Sphere, maker: &'static str, tag: &'static str) -> Metric {
    Metric { id, unit, better, sphere, tag, maker, origin: Origin::Modelled }
}

/// Every metric, sphere by sphere.
pub static METRICS: &[Metric] = &[
    metric("residents", Unit::People, Better::Neither, Sphere::Utilities, "population", ""),
    metric("floor-per-resident", Unit::SquareMetres, Better::Up, Sphere::Utilities, "population", "ISO 37120:2018 12"),
    metric("electricity-saved", Unit::KilowattHoursPerYear, Better::Up, Sphere::Utilities, "money", "ISO 37120:2018 7"),
    metric("water-saved", Unit::CubicMetresPerDay, Better::Up, Sphere::Utilities, "money", "ISO 37120:2018 23"),
    metric("sun-dwellings-short", Unit::Count, Better::Down, Sphere::Utilities, "sun", ""),
    metric("sun-residents-short", Unit::People, Better::Down, Sphere::Utilities, "sun", ""),
    metric("sun-residents-short-total", Unit::People, Better::Down, Sphere::Utilities, "sun", ""),
    metric("sun-roof-energy", Unit::MegawattHoursPerYear, Better::Up, Sphere::Utilities, "sun", "ISO 37120:2018 7"),
    metric("work-places", Unit::Count, Better::Up, Sphere::Business, "population", "ISO 37120:2018 5"),
    metric("capital", Unit::Tenge, Better::Down, Sphere::Business, "money", ""),
    metric("yearly", Unit::Tenge, Better::Down, Sphere::Business, "money", ""),
    metric("horizon-cost", Unit::Tenge, Better::Down, Sphere::Business, "money", ""),
    metric("cost-per-resident", Unit::Tenge, Better::Down, Sphere::Business, "money", ""),
    metric("green-per-resident", Unit::SquareMetres, Better::Up, Sphere::Ecology, "population", "ISO 37120:2018 19"),
    metric("trips", Unit::Count, Better::Neither, Sphere::Transport, "traffic", ""),
    metric("car-share", Unit::Percent, Better::Down, Sphere::Transport, "traffic", "ISO 37120:2018 19"),
    metric("transit-share", Unit::Percent, Better::Up, Sphere::Transport, "traffic", "ISO 37120:2018 19"),
    metric("car-minutes", Unit::Minutes, Better::Down, Sphere::Transport, "traffic", "ISO 37120:2018 19"),
    metric("car-delay", Unit::Hours, Better::Down, Sphere::Transport, "traffic", ""),
    metric("car-speed", Unit::KilometresPerHour, Better::Up, Sphere::Transport, "traffic", ""),
    metric("car-kilometres", Unit::Kilometres, Better::Down, Sphere::Transport, "traffic", ""),
    metric("transit-rides", Unit::PerDay, Better::Up, Sphere::Transport, "transit", "ISO 37120:2018 19"),
    metric("transit-wait", Unit::Minutes, Better::Down, Sphere::Transport, "transit", ""),
    metric("transit-wait-hours", Unit::Hours, Better::Down, Sphere::Transport, "transit", ""),
    metric("transit-time", Unit::Minutes, Better::Down, Sphere::Transport, "transit", ""),
    metric("transit-overload", Unit::Count, Better::Down, Sphere::Transport, "transit", ""),
    metric("transit-kilometres", Unit::Kilometres, Better::Neither, Sphere::Transport, "transit", ""),
    metric("transit-vehicles", Unit::Count, Better::Down, Sphere::Transport, "transit", ""),
    metric("transit-cost", Unit::Tenge, Better::Down, Sphere::Transport, "transit", ""),
    metric("transit-subsidy", Unit::Tenge, Better::Down, Sphere::Transport, "transit", ""),
    metric("car-carbon", Unit::Kilograms, Better::Down, Sphere::Ecology, "traffic", "ISO 37120:2018 8"),
    metric("reach-school", Unit::Percent, Better::Up, Sphere::Social, "services", "ISO 37120:2018 6"),
    metric("reach-kindergarten", Unit::Percent, Better::Up, Sphere::Social, "services", "ISO 37120:2018 6"),
    metric("reach-clinic", Unit::Percent, Better::Up, Sphere::Social, "services", "ISO 37120:2018 11"),
    metric("reach-pharmacy", Unit::Percent, Better::Up, Sphere::Social, "services", "ISO 37120:2018 11"),
    metric("reach-shop", Unit::Percent, Better::Up, Sphere::Business, "services", ""),
    metric("reach-hub", Unit::Percent, Better::Up, Sphere::Business, "services", "ISO 37122:2019 5"),
    metric("reach-park", Unit::Percent, Better::Up, Sphere::Ecology, "services", "ISO 37120:2018 14"),
    metric("reach-stop", Unit::Percent, Better::Up, Sphere::Transport, "services", "ISO 37120:2018 19"),
    metric("school-load", Unit::Percent, Better::Down, Sphere::Social, "schooling", "ISO 37120:2018 6"),
    metric("school-third-shift", Unit::Count, Better::Down, Sphere::Social, "schooling", ""),
    metric("school-overloaded", Unit::Count, Better::Down, Sphere::Social, "schooling", ""),
    metric("pupils-without-place", Unit::People, Better::Down, Sphere::Social, "schooling", ""),
    metric("school-way", Unit::Metres, Better::Down, Sphere::Social, "schooling", ""),
    metric("pupils-by-bus", Unit::People, Better::Down, Sphere::Social, "schooling", ""),
    metric("sun-grounds-short", Unit::Count, Better::Down, Sphere::Social, "sun", ""),
    metric("ambulance-share", Unit::Percent, Better::Up, Sphere::Safety, "rescue", "ISO 37120:2018 15"),
    metric("fire-share", Unit::Percent, Better::Up, Sphere::Safety, "rescue", "ISO 37120:2018 15"),
    metric("flood-houses", Unit::Count, Better::Down, Sphere::Safety, "flood", "ISO 37123:2019"),
    metric("flood-people", Unit::People, Better::Down, Sphere::Safety, "flood", "ISO 37123:2019"),
    metric("flood-roads", Unit::Kilometres, Better::Down, Sphere::Safety, "flood", ""),
    metric("flood-bridges", Unit::Count, Better::Down, Sphere::Safety, "flood", ""),
    metric("flood-masts", Unit::Count, Better::Down, Sphere::Safety, "flood", ""),
    metric("flood-area", Unit::SquareKilometres, Better::Down, Sphere::Safety, "flood", ""),
    metric("care-share", Unit::Percent, Better::Up, Sphere::Social, "care", "ISO 37120:2018 11"),
    metric("care-share-2sfca", Unit::Percent, Better::Up, Sphere::Social, "care", "ISO 37120:2018 11"),
    metric("care-share-3sfca", Unit::Percent, Better::Up, Sphere::Social, "care", "ISO 37120:2018 11"),
    metric("care-unmet", Unit::PerDay, Better::Down, Sphere::Social, "care", ""),
    metric("care-overloaded", Unit::Count, Better::Down, Sphere::Social, "care", ""),
    metric("villages-telemedicine", Unit::Count, Better::Up, Sphere::Social, "digital", "ISO 37122:2019 11"),
    metric("services-share", Unit::Percent, Better::Up, Sphere::Management, "digital", "ISO 37122:2019 10"),
    metric("internet-share", Unit::Percent, Better::Up, Sphere::Infrastructure, "digital", "ISO 37122:2019 18"),
    metric("mobile-people", Unit::People, Better::Up, Sphere::Infrastructure, "radio", "ISO 37120:2018 18"),
    metric("mobile-people-fast", Unit::People, Better::Up, Sphere::Infrastructure, "radio", "ISO 37120:2018 18"),
    metric("mobile-villages", Unit::Count, Better::Up, Sphere::Infrastructure, "radio", ""),
    metric("masts-per-covered", Unit::Tenge, Better::Down, Sphere::Infrastructure, "money", ""),
    metric("fibre-kilometres", Unit::Kilometres, Better::Down, Sphere::Infrastructure, "fibre", ""),
    metric("fibre-cost", Unit::Tenge, Better::Down, Sphere::Infrastructure, "fibre", ""),
    metric("fibre-cost-least", Unit::Tenge, Better::Neither, Sphere::Infrastructure, "fibre", ""),
    metric("fibre-per-covered", Unit::Tenge, Better::Down, Sphere::Infrastructure, "fibre", ""),
    metric("mast-field-most", Unit::MicrowattsPerSquareCentimetre, Better::Down, Sphere::Ecology, "radio", ""),
    metric("mast-field-people", Unit::People, Better::Down, Sphere::Ecology, "radio", ""),
];

impl Metric {
    /// What its maker takes for granted.
    pub fn assumptions(&self) -> Vec<&'static AssumptionSpec> {
        simulation(self.maker).map_or_else(|| money::ASSUMPTIONS.to_vec(), |simulation| simulation.assumptions().collect())
    }
}

/// The metric of an id.
pub fn find(id: &str) -> Option<&'static Metric> {
    METRICS.iter().find(|metric| metric.id == id)
}
