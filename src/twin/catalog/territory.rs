//! What a formula may know of the territory where a solution is placed.

use super::resource::Unit;
use crate::choice;
use crate::twin::model::choice::Choice;

choice! {
    /// Something about a territory. Formulas write its name with `_`.
    pub enum Fact in "territory" {
        /// Residents of the settlement.
        Population = "population",
        /// Residents within 1,500 m.
        PopulationNear = "population-near",
        /// Residents a square kilometre within 1,500 m.
        Density = "density",
        /// 1 in a city or town.
        IsCity = "is-city",
        /// 1 in a village or hamlet.
        IsVillage = "is-village",
        /// Pupils in a thousand residents.
        PupilsPer1000 = "pupils-per-1000",
        /// Children of kindergarten age in a thousand residents.
        ChildrenPer1000 = "children-per-1000",
        /// Kilometres to the middle of the district.
        DistanceToCentre = "distance-to-centre",
        /// Kilometres to the nearest hospital.
        DistanceToHospital = "distance-to-hospital",
        /// Kilometres to the nearest fibre.
        DistanceToFibre = "distance-to-fibre",
        /// Internet in the settlement [Mbit/s].
        Internet = "internet",
        /// Mean temperature of January [°C].
        January = "january",
        /// Slope of the ground [%].
        Slope = "slope",
        /// Length of what was drawn [m].
        Length = "length",
        /// Area that was drawn [m²].
        Area = "area",
    }
}

impl Fact {
    /// What it is counted in.
    pub fn unit(self) -> Unit {
        match self {
            Fact::Population | Fact::PopulationNear => Unit::People,
            Fact::Internet => Unit::Megabits,
            Fact::Slope => Unit::Percent,
            Fact::Length => Unit::Metres,
            Fact::Area => Unit::SquareMetres,
            _ => Unit::Count,
        }
    }
}

/// What is known of a territory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Territory {
    /// In the order of [`Fact`].
    values: [Option<f64>; Fact::ALL.len()],
}

impl Territory {
    /// A territory of which those facts are known.
    pub fn new(known: &[(Fact, f64)]) -> Self {
        let mut territory = Self::default();
        known.iter().for_each(|(fact, value)| territory.values[*fact as usize] = Some(*value));
        territory
    }

    /// A fact, if it is known.
    pub fn get(&self, fact: Fact) -> Option<f64> {
        self.values[fact as usize]
    }

    /// Two territories that every template has to cope with: a village and a city.
    pub fn samples() -> [Self; 2] {
        use Fact::*;
        let village = [(Population, 880.0), (PopulationNear, 880.0), (Density, 125.0), (IsVillage, 1.0), (IsCity, 0.0), (Internet, 5.0)];
        let city =
            [(Population, 276_800.0), (PopulationNear, 24_000.0), (Density, 3_400.0), (IsVillage, 0.0), (IsCity, 1.0), (Internet, 94.0)];
        let common = [(PupilsPer1000, 136.0), (ChildrenPer1000, 52.0), (January, -16.0), (Slope, 1.0), (Length, 800.0), (Area, 20_000.0)];
        let far = [(DistanceToCentre, 34.0), (DistanceToHospital, 12.0), (DistanceToFibre, 6.0)];
        [village, city].map(|own| Self::new(&[&own[..], &common, &far].concat()))
    }
}
