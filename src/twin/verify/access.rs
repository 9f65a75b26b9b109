//! Supply within reach, against the example of three tracts that PySAL `access` publishes.

use super::check::{Case, CaseKind, Check, Measured, Subject};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::simulate::access::catchment::{Catchment, three_step, two_step};
use crate::twin::simulate::access::decay::Decay;
use crate::twin::simulate::routing::reach::Reach;

const SOURCE: &str = "Saxon et al., PySAL access, 2022";
const PEOPLE: [f64; 3] = [100.0, 50.0, 10.0];
const DOCTORS: [f64; 3] = [15.0, 20.0, 100.0];

/// Doctors for each resident of three tracts; supply weighs one over the way to it, and nothing beyond 61.
///
/// # Errors
/// None; it is a runner like others.
pub fn hospitals() -> Result<Vec<Check>, Diagnostic> {
    let (near, any) = (Decay::Inverse(61.0), Decay::Inverse(f64::INFINITY));
    let (far, short) = (tracts(40.0, 80.0), tracts(20.0, 40.0));
    let two = |reach: &Reach| two_step(reach, &PEOPLE, &DOCTORS, &near).value;
    let three = three_step(&far, &PEOPLE, &DOCTORS, &any, &near).value;
    let cases = [
        (CaseKind::TwoStep, "40/40/80", two(&far), [0.331_444_117, 0.579_828_132, 7.286_418_170]),
        (CaseKind::ThreeStep, "40/40/80", three, [0.156_256_588, 0.406_216_452, 9.906_351_855]),
        (CaseKind::TwoStep, "20/20/40", two(&short), [0.442_568_395, 0.666_758_280, 5.740_524_646]),
    ];
    Ok(cases.iter().flat_map(|(kind, name, catchment, expected)| checks(*kind, name, catchment, *expected)).collect())
}

/// Ways among the tracts: to and from the third, and across between the first two.
fn tracts(third: f64, cross: f64) -> Reach {
    Reach::from_table(&[vec![1.0, cross, third], vec![cross, 1.0, third], vec![third, third, 1.0]]).value
}

/// Access tract by tract, and all doctors shared out among the people.
fn checks(kind: CaseKind, name: &str, catchment: &Catchment, expected: [f64; 3]) -> Vec<Check> {
    let case = |name: String| Case::new(Subject::Access, kind, name, SOURCE);
    let found = |tract: usize| catchment.access.get(tract).copied().unwrap_or(f64::NAN);
    let tract = |(tract, expected): (usize, f64)| {
        case(format!("{name}, {}", tract + 1)).check((Measured::Access, ""), [expected, found(tract), 5e-10])
    };
    let given = PEOPLE.iter().enumerate().map(|(tract, people)| people * found(tract)).sum();
    let all = case(name.to_owned()).check((Measured::Supply, ""), [DOCTORS.iter().sum(), given, 1e-9]);
    expected.into_iter().enumerate().map(tract).chain([all]).collect()
}
