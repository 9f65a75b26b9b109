//! The commands, one file each, and the one place that chooses among them.

pub mod advise;
pub mod assign;
mod by_year;
pub mod check;
pub mod compare;
pub mod doctor;
pub mod explain;
pub mod import;
pub mod info;
pub mod new;
pub mod pack;
pub mod present;
pub mod roadmap;
pub mod simulate;
mod tables;
pub mod verify;

use super::exit::Exit;
use super::plan::Plan;
use super::printer;
use super::progress::Timings;
use super::task::Task;
use crate::i18n::Words;
use crate::twin::diagnostic::Diagnostic;
use serde_json::{Map, Value};
use std::process::ExitCode;

pub use doctor::{Adapter, Window};

/// What every command is given.
pub struct Context {
    /// The reader's language.
    pub words: Words,
    /// Whether seconds a phase and peak memory are wanted.
    pub timings: bool,
}

impl Context {
    /// Says how long the work took, where that is wanted.
    fn say_timings(&self, timings: &Timings) {
        if self.timings {
            printer::say(&timings.to_text(&self.words));
        }
    }

    /// Adds it to what is printed for programs, where that is wanted.
    fn add_timings(&self, timings: &Timings, object: &mut Map<String, Value>) {
        if self.timings {
            timings.add_to(object);
        }
    }
}

/// Carries out a plan. `window` tells what a window has to draw with, and none in a build without one; only `doctor` asks.
pub fn run(plan: &Plan, window: impl Fn() -> Option<Window>) -> ExitCode {
    let context = Context { words: Words::new(plan.language), timings: plan.timings };
    let ended = match &plan.task {
        Task::Present(present) if !present.needs_drawing() => present::run(present, &context),
        Task::View(_) | Task::Shot(_) | Task::Present(_) => {
            printer::say(&context.words.get("cli-no-window"));
            Ok(Exit::Machine)
        }
        Task::Import(import) => import::run(import, &context),
        Task::Info(info) => info::run(info, &context),
        Task::Advise(advise) => advise::run(advise, &context),
        Task::Compare(compare) => compare::run(compare, &context),
        Task::Roadmap(roadmap) => roadmap::run(roadmap, &context),
        Task::Simulate(simulate) => simulate::run(simulate, &context),
        Task::Check(check) => check::run(check, &context),
        Task::New(new) => new::run(new, &context),
        Task::Explain { field } => explain::run(field.as_deref(), &context),
        Task::Assign(assign) => assign::run(assign, &context),
        Task::Pack(pack) => pack::run(pack, &context),
        Task::Verify(verify) => verify::run(verify, &context),
        Task::Doctor { json } => Ok(doctor::run(*json, &context, window())),
        Task::Say { text, exit: Exit::Done } => Ok(printer::result(text)),
        Task::Say { text, exit } => {
            printer::say(text);
            Ok(*exit)
        }
    };
    ended.unwrap_or_else(|diagnostic: Diagnostic| fail(&diagnostic, &context.words)).into()
}

/// Names what is wrong with the input.
fn fail(diagnostic: &Diagnostic, words: &Words) -> Exit {
    printer::say(&words.complaint(diagnostic));
    Exit::Input
}
