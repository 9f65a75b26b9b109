//! Cases of accessibility: tables of costs with their answers, and two collections whose answers are published elsewhere.

use super::super::files;
use super::{entries, named, not_known, or_complaint, read};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::verify::Verification;
use crate::twin::verify::costs::{self, CostTable};
use std::path::{Path, PathBuf};

const COSTS: &str = "_costs.csv";
/// What stands beside a table of costs.
const BESIDE: [&str; 3] = ["_people.csv", "_supply.csv", "_answers.csv"];

/// A table of 205 tracts and 16 stores of San Francisco, and what comes with it.
const SAN_FRANCISCO: &str = "SF_network_distance_candidateStore_16_censusTract_205_new.csv";
const WITH_IT: [&str; 2] = ["SF_demand_205_centroid_uniform_weight.csv", "SF_store_site_16_longlat.csv"];

/// Journeys of ten students to 74 schools, and what comes with them.
const JOURNEYS: &str = "example_subject_student_school_journeys.csv";
const SCHOOLS: &str = "example_subject_schools.csv";
const STUDENTS: &str = "example_subject_students.csv";

pub(super) fn run(folder: &Path) -> Verification {
    let mut found = Verification::default();
    for path in entries(folder) {
        let name = files::name(&path);
        if let Some(case) = name.strip_suffix(COSTS) {
            found.add(or_complaint(own(folder, case)));
        } else if name == SAN_FRANCISCO {
            found.add(or_complaint(san_francisco(&path)));
        } else if name == JOURNEYS {
            found.add(or_complaint(students(&path, &folder.join(SCHOOLS))));
        } else if !belongs(&name, folder) {
            found.notes.push(not_known(&path));
        }
    }
    found
}

/// Whether a file goes with another one, which is there.
fn belongs(name: &str, folder: &Path) -> bool {
    let is_beside = |ending: &str| name.strip_suffix(ending).is_some_and(|case| folder.join(format!("{case}{COSTS}")).exists());
    WITH_IT.contains(&name) || [SCHOOLS, STUDENTS].contains(&name) || BESIDE.iter().any(|ending| is_beside(ending))
}

/// What is read of a file; a complaint names it.
fn from_file<T>(path: &Path, take: impl FnOnce(&str) -> Result<T, Diagnostic>) -> Result<T, Diagnostic> {
    read(path).and_then(|text| take(&text)).map_err(|odd| odd.in_file(files::shown(path)))
}

/// `NAME_costs.csv` (from, to, cost) with `NAME_answers.csv`, and, where they are there, `NAME_people.csv` and `NAME_supply.csv` (name, number).
fn own(folder: &Path, name: &str) -> Result<Verification, Diagnostic> {
    let part = |ending: &str| -> PathBuf { folder.join(format!("{name}{ending}")) };
    let [people, supply, answers] = BESIDE.map(part);
    if !answers.exists() {
        let unanswered = Diagnostic::warning("verify-without-answer").with("answer", files::shown(&answers));
        return Err(unanswered.in_file(files::shown(&part(COSTS))));
    }
    let mut table = from_file(&part(COSTS), |text| CostTable::read(text, [0, 1, 2]))?;
    if people.exists() {
        table = from_file(&people, |text| table.with_people(text, [0, 1]))?;
    }
    if supply.exists() {
        table = from_file(&supply, |text| table.with_supply(text, [0, 1]))?;
    }
    let found = from_file(&answers, |text| Ok(costs::answers(name, &table, text, &files::name(&answers))))?;
    Ok(named(found, &answers))
}

/// Distance, store, tract, people of the tract.
fn san_francisco(path: &Path) -> Result<Verification, Diagnostic> {
    let table = from_file(path, |text| CostTable::read(text, [2, 1, 0])?.with_people(text, [2, 3]))?;
    Ok(costs::answers("San Francisco", &table, costs::SAN_FRANCISCO, costs::SAN_FRANCISCO_SOURCE))
}

/// Student, school, minutes; of schools the second column is the name and the fifth says how many they take.
fn students(journeys: &Path, schools: &Path) -> Result<Verification, Diagnostic> {
    let table = from_file(journeys, |text| CostTable::read(text, [0, 1, 2]))?;
    let table = from_file(schools, |text| table.with_supply(text, [1, 4]))?;
    Ok(costs::answers("UCL", &table, costs::STUDENTS, costs::STUDENTS_SOURCE))
}
