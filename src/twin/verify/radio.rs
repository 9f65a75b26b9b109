//! Formulas of radio in closed form, against values worked out by hand from the publications.

use super::check::{Case, CaseKind, Check, Measured, Subject};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::simulate::radio::free_space::free_space as loss;
use crate::twin::simulate::radio::hata::{Hata, Surroundings};

const LOSS: (Measured, &str) = (Measured::Loss, "ratio");

/// Loss in free space: 20·log(4πd/λ).
///
/// # Errors
/// None; it is a runner like others.
pub fn free_space() -> Result<Vec<Check>, Diagnostic> {
    // 900 MHz over 10 km, 2,400 MHz over 1 km.
    let cases = [(900.0, 10_000.0, "900 / 10", 111.53), (2_400.0, 1_000.0, "2400 / 1", 100.05)];
    let check = |(frequency, metres, name, expected): (f64, f64, &str, f64)| {
        let case = Case::new(Subject::FreeSpace, CaseKind::Link, name, "Friis, 1946");
        case.check(LOSS, [expected, loss(frequency, metres), 0.01])
    };
    Ok(cases.map(check).to_vec())
}

/// Okumura–Hata in a town, in a suburb and in open country, and its extension by COST 231: 30 m and 1.5 m above the ground, 1 km apart.
///
/// # Errors
/// What the model refuses.
pub fn hata() -> Result<Vec<Check>, Diagnostic> {
    let cases = [
        (900.0, Surroundings::Town, CaseKind::Town, "Hata, 1980", 126.40),
        (900.0, Surroundings::Suburb, CaseKind::Suburb, "Hata, 1980", 116.46),
        (900.0, Surroundings::Open, CaseKind::Open, "Hata, 1980", 97.90),
        (1_800.0, Surroundings::LargeCity, CaseKind::City, "COST 231, 1999", 139.20),
    ];
    let check = |(frequency, surroundings, kind, source, expected): (f64, Surroundings, CaseKind, &'static str, f64)| {
        let found = Hata::new(frequency, 30.0, 1.5, surroundings)?.value.at(1_000.0);
        Ok(Case::new(Subject::Hata, kind, format!("{frequency} / 1"), source).check(LOSS, [expected, found, 0.02]))
    };
    cases.into_iter().map(check).collect()
}
