//! The Irregular Terrain Model, against the losses that NTIA publishes with its own program.

use super::Verification;
use super::cells::{self, Row};
use super::check::{Case, CaseKind, Check, Measured, Subject};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::simulate::radio::itm::{AreaPath, Certainty, Climate, Itm, Polarization, Service, Siting, Terms};
use crate::twin::simulate::radio::profile::Profile;

const SOURCE: &str = "NTIA ITM, 2022";
const LOSS: (Measured, &str) = (Measured::Loss, "ratio");

/// NTIA's cases over an area (a work of the US Government, which has no copyright), in its own order of columns.
const AREA: &str = "10,1,0,0,16,0,0,15,0.008,301,230,0,5,87,50,50,152.5\n\
    3,1.5,10,1,10,1,0,15,0.008,301,450,0,5,40,28,25,133.0\n\
    15,3,5,2,100,2,1,15,0.008,301,980,1,4,92,53,97,224.1\n\
    3,5,20,3,75,0,1,15,0.008,301,3100,1,2,50,80,43,205.1\n\
    1.5,10,45,0,25,1,2,15,0.008,301,8900,1,1,70,99,26,156.0\n";

/// The cases over an area.
///
/// # Errors
/// What the model refuses.
pub fn shipped() -> Result<Vec<Check>, Diagnostic> {
    cells::whole(AREA, 17)?.iter().zip(1..).map(|(row, number)| area_check(row, &number.to_string())).collect()
}

/// Cases over an area, row by row: heights, Δh, mode of variability, kilometres, siting of both, ε, σ, N₀, MHz, polarization, climate, shares of
/// time, places and situations, loss.
pub fn area(text: &str) -> Verification {
    let mut found = Verification::default();
    for row in cells::rows(text, 17) {
        found.add_case(row.and_then(|row| area_check(&row, &format!("area.csv:{}", row.line)).map(|check| vec![check])));
    }
    found
}

/// Cases from point to point: heights, ε, σ, N₀, MHz, polarization, climate, shares of time, places and situations, mode of variability, loss;
/// and row by row their profiles: number of steps, step, heights.
pub fn paths(text: &str, profiles: &str) -> Verification {
    let mut found = Verification::default();
    let (cases, profiles) = (cells::rows(text, 13), cells::rows(profiles, 4));
    if cases.len() != profiles.len() {
        found.notes.push(Diagnostic::error("verify-profiles-differ").with("cases", cases.len()).with("profiles", profiles.len()));
    }
    for (case, profile) in cases.into_iter().zip(profiles) {
        let check = case.and_then(|case| path_check(&case, &profile.map_err(|odd| odd.in_file("pfls.csv"))?));
        found.add_case(check.map(|check| vec![check]));
    }
    found
}

fn area_check(row: &Row, name: &str) -> Result<Check, Diagnostic> {
    let terms = terms(row, 7, 3, 13)?;
    let siting = |number: f64| [Siting::Random, Siting::Careful, Siting::VeryCareful].get(number as usize).copied();
    let (Some(from), Some(to)) = (siting(row.at(5)), siting(row.at(6))) else { return Err(cells::odd(row.line)) };
    let path = AreaPath { kilometres: row.at(4), heights: [row.at(0), row.at(1)], siting: [from, to], irregularity: row.at(2) };
    let loss = Itm::new(&terms)?.area(&path)?.total;
    Ok(Case::new(Subject::Itm, CaseKind::Area, name, SOURCE).check(LOSS, [row.at(16), loss, row.half_a_digit()]))
}

fn path_check(row: &Row, points: &Row) -> Result<Check, Diagnostic> {
    let terms = terms(row, 2, 11, 8)?;
    let ground = points.numbers.get(2..).unwrap_or_default();
    if points.at(0) + 1.0 != ground.len() as f64 {
        return Err(cells::odd(points.line).in_file("pfls.csv"));
    }
    let profile = Profile::new(points.at(1), ground)?.value;
    let loss = Itm::new(&terms)?.point_to_point([row.at(0), row.at(1)], &profile)?.total;
    let case = Case::new(Subject::Itm, CaseKind::Path, format!("p2p.csv:{}", row.line), SOURCE);
    Ok(case.check(LOSS, [row.at(12), loss, row.half_a_digit()]))
}

/// What the model is told of ground, wave and climate, from the column of ε on, with the columns of the mode and of the first share.
fn terms(row: &Row, first: usize, mode: usize, share: usize) -> Result<Terms, Diagnostic> {
    let climate = Climate::of_number(row.at(first + 5) as u8).ok_or_else(|| cells::odd(row.line))?;
    Ok(Terms {
        permittivity: row.at(first),
        conductivity: row.at(first + 1),
        refractivity: row.at(first + 2),
        frequency: row.at(first + 3),
        polarization: if row.at(first + 4) == 1.0 { Polarization::Vertical } else { Polarization::Horizontal },
        climate,
        certainty: certainty(row, row.at(mode) as u8, share)?,
    })
}

/// NTIA's mode of variability: the service, 10 more where the place is fixed, 20 more where the situation is.
fn certainty(row: &Row, mode: u8, share: usize) -> Result<Certainty, Diagnostic> {
    let services = [Service::SingleMessage, Service::Accidental, Service::Mobile, Service::Broadcast];
    let service = services.get(usize::from(mode % 10)).copied().ok_or_else(|| cells::odd(row.line))?;
    Ok(Certainty {
        service,
        fixed_place: mode / 10 % 2 == 1,
        fixed_situation: mode / 20 == 1,
        time: row.at(share),
        places: row.at(share + 1),
        situations: row.at(share + 2),
    })
}
