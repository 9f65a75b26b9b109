//! Recommendation ITU-R P.1812, against the validation profiles of ITU-R Study Group 3 and what its reference program logs for them.

mod log;

use super::Verification;
use super::cells::odd;
use super::check::{Case, CaseKind, Check, Measured, Subject};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::simulate::radio::p1812::climate::centre_latitude;
use crate::twin::simulate::radio::p1812::link::FAR_FROM_COAST;
use crate::twin::simulate::radio::p1812::{Link, Path, Polarisation, Zone, predict};
use std::collections::BTreeMap;

const SOURCE: &str = "ITU-R SG 3, P.1812-8";
const LOSS: (Measured, &str) = (Measured::Loss, "ratio");

/// How far losses [dB] and all other values on the way to them may be apart.
const TOLERANCE: f64 = 1e-6;
/// Half of the last of the ten digits that the reference program prints, as a share of the value: what is nearer is no difference.
const PRINTED: f64 = 5e-10;

/// The published kilometre of rural land, `b2iseac_rural_land_1km`: distances [km].
pub const DISTANCES: [f64; 6] = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];
/// Heights of its ground above the sea [m].
pub const GROUND: [f64; 6] = [754.4, 754.4, 729.9, 685.3, 634.3, 610.3];
/// The link over it that is published, for one percent of the time.
pub const LINK: Link = Link {
    frequency: 95.3,
    polarisation: Polarisation::Horizontal,
    heights: [60.0, 7.0],
    time: 1.0,
    locations: 50.0,
    deviation: 0.0,
    coast: [FAR_FROM_COAST; 2],
    lapse_rate: 45.0,
    refractivity: 326.079_979,
    latitude: 53.185_516_69,
};

/// The published kilometre, for three shares of time [%] with their losses [dB].
///
/// # Errors
/// What the model refuses.
pub fn shipped() -> Result<Vec<Check>, Diagnostic> {
    let path = Path::new(&DISTANCES, &GROUND, &[10.0; 6], &[])?;
    let check = |(time, published): (f64, f64)| {
        let loss = predict(&path, &Link { time, ..LINK })?.loss;
        let case = Case::new(Subject::P1812, CaseKind::Path, format!("b2iseac_rural_land_1km, p = {time} %"), SOURCE);
        Ok(case.check(LOSS, [published, loss, TOLERANCE]))
    };
    [(1.0, 87.038_543_30), (10.0, 87.302_681_22), (50.0, 87.489_871_04)].into_iter().map(check).collect()
}

/// A profile of the databank and the measurements on it.
#[derive(Default)]
struct Profile {
    distances: Vec<f64>,
    ground: Vec<f64>,
    clutter: Vec<f64>,
    zones: Vec<Zone>,
    /// Values of the head, by their names.
    head: BTreeMap<String, f64>,
    /// The measurements: line, and columns; what is no number is not one.
    measurements: Vec<(usize, Vec<f64>)>,
}

impl Profile {
    fn read(text: &str) -> Result<Self, Diagnostic> {
        let (mut profile, mut section) = (Self::default(), "");
        for (line, row) in (1..).zip(text.lines()) {
            let columns: Vec<&str> = row.split(',').map(str::trim).collect();
            let name = columns.first().copied().unwrap_or_default();
            match name {
                "Number of Points:" => section = "points",
                "{Begin of Measurements}" => section = "measurements",
                "{End of Profile}" | "{End of Measurements}" => section = "",
                _ if section == "points" => profile.point(&columns).ok_or_else(|| odd(line))?,
                _ if section == "measurements" => profile.measurements.push((line, numbers(&columns))),
                name => {
                    profile.head.extend(numbers(&columns).get(1).filter(|value| value.is_finite()).map(|value| (name.to_owned(), *value)))
                }
            }
        }
        Ok(profile)
    }

    /// Takes over a point of the profile; none where a column is odd.
    fn point(&mut self, columns: &[&str]) -> Option<()> {
        let number = |at: usize| columns.get(at)?.parse::<f64>().ok();
        let (distance, ground, clutter) = (number(0)?, number(1)?, number(3)?);
        self.zones.push(Zone::from_code(columns.get(4)?.parse().ok()?)?);
        self.distances.push(distance);
        self.ground.push(ground);
        self.clutter.push(clutter);
        Some(())
    }

    fn head(&self, field: &str) -> Result<f64, Diagnostic> {
        self.head.get(field).copied().ok_or_else(|| Diagnostic::error("verify-field-missing").with("field", field))
    }

    /// The link of a measurement over a path. What a profile does not say is as the log has it, else the middle of all locations, far from any
    /// coast.
    fn link(&self, (line, columns): &(usize, Vec<f64>), path: &Path, log: &BTreeMap<String, f64>) -> Result<Link, Diagnostic> {
        let logged = |name: &str, usual: f64| log.get(name).copied().unwrap_or(usual);
        let column = |at: usize| columns.get(at).copied().filter(|value| value.is_finite()).ok_or_else(|| odd(*line));
        let at = |end: &str| Ok::<_, Diagnostic>([self.head(&format!("{end} LAT:"))?, self.head(&format!("{end} LON:"))?]);
        Ok(Link {
            frequency: column(0)?,
            polarisation: if column(4)? == 1.0 { Polarisation::Horizontal } else { Polarisation::Vertical },
            heights: [column(1)?, column(3)?],
            time: column(14)?,
            locations: logged("pL (%) ", 50.0),
            deviation: logged("sigmaL (dB) ", 0.0),
            coast: ["dct (km) ", "dcr (km) "].map(|name| logged(name, FAR_FROM_COAST)),
            lapse_rate: self.head("Average annual values dN (N-units/km):")?,
            refractivity: self.head("Average annual sea-level surface refractivity No (N-units):")?,
            latitude: centre_latitude(at("Tx")?, at("Rx")?, path.length())?,
        })
    }
}

fn numbers(columns: &[&str]) -> Vec<f64> {
    columns.iter().map(|column| column.parse().unwrap_or(f64::NAN)).collect()
}

/// A profile with all measurements on it. `log` gives the text of the log of a measurement, counted from 0.
pub fn profile(name: &str, text: &str, log: &dyn Fn(usize) -> Result<String, Diagnostic>) -> Verification {
    let mut found = Verification::default();
    let profile = match Profile::read(text) {
        Ok(profile) => profile,
        Err(diagnostic) => {
            found.notes.push(diagnostic);
            return found;
        }
    };
    if profile.measurements.is_empty() {
        found.notes.push(Diagnostic::error("verify-empty"));
    }
    for number in 0..profile.measurements.len() {
        found.add_case(profile.checks(number, &format!("{name}_{number}"), log));
    }
    found
}

impl Profile {
    fn checks(&self, number: usize, name: &str, log: &dyn Fn(usize) -> Result<String, Diagnostic>) -> Result<Vec<Check>, Diagnostic> {
        let Some(measurement) = self.measurements.get(number) else { return Ok(Vec::new()) };
        let log = log::read(&log(number)?);
        let path = Path::new(&self.distances, &self.ground, &self.clutter, &self.zones)?;
        let link = self.link(measurement, &path, &log)?;
        let found = predict(&path, &link)?;
        let published = |equation: &str| {
            let missing = || Diagnostic::error("verify-field-missing").with("field", equation).in_file(format!("{name}_log.csv"));
            log.get(equation).copied().ok_or_else(missing)
        };
        let mut furthest = 0.0_f64;
        for (equation, value) in log::on_the_way(&link, &found) {
            let published = published(equation)?;
            let off = (value - published).abs();
            // A value that is no number has to fail.
            let off = if off.is_finite() { off } else { f64::INFINITY };
            furthest = if off <= PRINTED * published.abs() { furthest } else { furthest.max(off) };
        }
        let case = Case::new(Subject::P1812, CaseKind::Path, name, SOURCE);
        let result = case.check(LOSS, [published("Lb (dB) Eq (69)")?, found.loss, TOLERANCE]);
        Ok(vec![result, case.check((Measured::OnTheWay, ""), [0.0, furthest, TOLERANCE])])
    }
}
