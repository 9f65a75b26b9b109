//! `aimaq assign`: trips onto roads, on networks and trip tables of research (TNTP).

use super::Context;
use crate::cli::exit::Exit;
use crate::cli::printer;
use crate::cli::progress::{Timings, Watch};
use crate::cli::task::AssignPlan;
use crate::i18n::Words;
use crate::store::files;
use crate::twin::diagnostic::{Diagnostic, Report, Severity};
use crate::twin::import::proceed;
use crate::twin::model::choice::Choice;
use crate::twin::simulate::traffic::assignment::{Assignment, Goal, Principle, Problem, assign};
use crate::twin::simulate::traffic::cost::CostFactors;
use crate::twin::simulate::traffic::demand::TripTable;
use crate::twin::simulate::traffic::network::RoadNetwork;
use crate::twin::simulate::traffic::tntp::{read_network, read_trips};
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

/// What came of it, and how long solving took.
struct Solved {
    network: RoadNetwork,
    assignment: Assignment,
    notes: Vec<Diagnostic>,
    seconds: f64,
    threads: usize,
}

/// Assigns the trips, writes the volumes where that is asked for, and prints the result.
///
/// # Errors
/// A file that cannot be used, a link to close that is not there, volumes that cannot be written.
pub fn run(plan: &AssignPlan, context: &Context) -> Result<Exit, Diagnostic> {
    let watch = Watch::new(&context.words);
    let solved = solve(plan, &watch);
    let timings = watch.finish();
    let solved = solved?;
    if let Some(path) = &plan.flows {
        files::replace(path, flows(&solved).as_bytes())?;
    }
    Ok(print(plan, &solved, &timings, context))
}

fn solve(plan: &AssignPlan, watch: &Watch) -> Result<Solved, Diagnostic> {
    proceed(watch, "read-files", 0.0)?;
    let (mut network, mut notes) = usable(read_network(&read(&plan.network)?), &plan.network)?;
    let (demand, trip_notes) = usable(read_trips(&read(&plan.trips)?, network.zones), &plan.trips)?;
    notes.extend(trip_notes);
    close(&mut network, plan)?;
    proceed(watch, "traffic-assign", 0.5)?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(plan.threads.unwrap_or(0)).build();
    let pool = pool.map_err(|error| Diagnostic::error("threads-unavailable").with("reason", error.to_string()))?;
    let goal = Goal { relative_gap: plan.gap.unwrap_or(Goal::default().relative_gap), ..Goal::default() };
    let started = Instant::now();
    let assignment = pool.install(|| assign(&problem(&network, &demand, plan), goal));
    let seconds = started.elapsed().as_secs_f64();
    notes.extend(assignment.notes.iter().cloned());
    Ok(Solved { network, assignment, notes, seconds, threads: pool.current_num_threads() })
}

fn problem<'a>(network: &'a RoadNetwork, demand: &'a TripTable, plan: &AssignPlan) -> Problem<'a> {
    let factors = CostFactors { toll: plan.toll_factor, distance: plan.distance_factor };
    Problem { network, demand, factors, principle: plan.principle }
}

/// Tables of large cities are longer than texts that people write.
fn read(path: &Path) -> Result<String, Diagnostic> {
    files::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// What was read and what was noticed in the file, unless nothing in it can be used.
fn usable<T>(report: Report<T>, path: &Path) -> Result<(T, Vec<Diagnostic>), Diagnostic> {
    let notes = report.notes.into_iter().map(|note| note.in_file(files::shown(path)));
    let (errors, notes): (Vec<_>, Vec<_>) = notes.partition(|note| note.severity == Severity::Error);
    errors.into_iter().next().map_or(Ok((report.value, notes)), Err)
}

fn close(network: &mut RoadNetwork, plan: &AssignPlan) -> Result<(), Diagnostic> {
    for &(from, to) in &plan.close {
        if network.close(from, to) == 0 {
            let missing = Diagnostic::error("traffic-link-missing").with("from", shown(from)).with("to", shown(to));
            return Err(missing.in_file(files::shown(&plan.network)));
        }
    }
    Ok(())
}

/// Nodes are counted from 1 wherever people see them, and are names, not numbers.
fn shown(node: u32) -> String {
    (u64::from(node) + 1).to_string()
}

/// A line a link, in the order of the network.
fn flows(solved: &Solved) -> String {
    let mut text = "from,to,volume,cost\n".to_owned();
    let Assignment { volumes, costs, .. } = &solved.assignment;
    for ((link, volume), cost) in solved.network.links.iter().zip(volumes).zip(costs) {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{},{},{volume},{cost}", shown(link.from), shown(link.to));
    }
    text
}

fn print(plan: &AssignPlan, solved: &Solved, timings: &Timings, context: &Context) -> Exit {
    let words = &context.words;
    for note in &solved.notes {
        printer::say(&words.complaint(note));
    }
    if plan.json {
        let mut object = to_json(plan, solved, words);
        if let Some(object) = object.as_object_mut() {
            context.add_timings(timings, object);
        }
        return printer::result(&format!("{object:#}"));
    }
    context.say_timings(timings);
    let mut text = to_text(plan, solved, words);
    if let Some(path) = &plan.flows {
        text = format!("{text}\n{}", words.format("cli-written", &[("file", files::shown(path).into())]));
    }
    printer::result(&text)
}

fn to_json(plan: &AssignPlan, solved: &Solved, words: &Words) -> Value {
    let notes = solved.notes.iter().map(|note| json!({ "code": note.code, "message": words.diagnostic(note) }));
    json!({
        "principle": plan.principle.name(),
        "relative_gap": solved.assignment.relative_gap,
        "objective": solved.assignment.objective,
        "total_system_travel_time": solved.assignment.total_system_travel_time,
        "iterations": solved.assignment.iterations,
        "seconds": solved.seconds,
        "threads": solved.threads,
        "diagnostics": notes.collect::<Vec<_>>(),
    })
}

fn to_text(plan: &AssignPlan, solved: &Solved, words: &Words) -> String {
    let Assignment { relative_gap, objective, total_system_travel_time, iterations, .. } = &solved.assignment;
    let lines = [
        ("traffic-relative-gap", format!("{relative_gap:.2e}")),
        ("traffic-objective", words.number(*objective, 3)),
        ("traffic-total-time", words.number(*total_system_travel_time, 3)),
        ("traffic-iterations", words.number(*iterations as f64, 0)),
        ("traffic-solving", words.measured(solved.seconds, 3, "seconds")),
        ("traffic-threads", words.number(solved.threads as f64, 0)),
    ];
    // The user equilibrium is what everybody expects.
    let other = Some(plan.principle).filter(|principle| *principle != Principle::default());
    let principle = other.map(|principle| ("traffic-principle", words.choice(principle).into_owned()));
    let told = principle.into_iter().chain(lines).map(|(name, value)| format!("{}: {value}", words.get(name)));
    told.collect::<Vec<_>>().join("\n")
}
