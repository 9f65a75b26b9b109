//! What the arguments ask for: a plan that is made without touching the machine, and carried out afterwards.

mod task_of;

use crate::cli::arguments::Arguments;
use crate::cli::task::{InfoPlan, Task, ViewPlan};
use crate::cli::usage;
use crate::i18n::{Words, locale};
use crate::twin::model::names::Language;
use clap::FromArgMatches;
use std::ffi::OsString;
use task_of::task;

/// Id of the scene that is opened where none is named.
pub const DEFAULT_SCENE: &str = "kostanay";

/// What to do, and in which language.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Language of all words.
    pub language: Language,
    /// Whether the arguments name that language, so that settings do not change it.
    pub language_given: bool,
    /// Whether seconds a phase and peak memory are wanted.
    pub timings: bool,
    /// What to do.
    pub task: Task,
}

/// The plan behind this process's arguments (the first is the program's own name).
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Plan {
    parse_for(arguments, locale::language_of_machine())
}

/// The plan behind arguments, in a language unless they name one.
pub fn parse_for(arguments: impl IntoIterator<Item = OsString>, language: Language) -> Plan {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let asked = language_among(&arguments);
    let (language, language_given) = (asked.unwrap_or(language), asked.is_some());
    let words = Words::new(language);
    let timings = arguments.iter().any(|argument| argument == "--timings");
    let parsed = usage::command(&words).try_get_matches_from(arguments).and_then(|matches| Arguments::from_arg_matches(&matches));
    let task = match parsed {
        Ok(arguments) => task(arguments, &words),
        Err(error) => usage::answer(&error, &words),
    };
    Plan { language, language_given, timings, task }
}

impl Plan {
    /// Whether only the viewer can carry it out.
    pub fn needs_viewer(&self) -> bool {
        match &self.task {
            Task::View(_) | Task::Shot(_) => true,
            Task::Present(present) => present.needs_drawing(),
            _ => false,
        }
    }

    /// The plan for a machine with or without a display: without one, opening the default scene becomes telling about it.
    #[must_use]
    pub fn for_display(mut self, has_display: bool) -> Self {
        let plain = Task::View(ViewPlan::default());
        if !has_display && self.task == plain {
            self.task = Task::Info(InfoPlan { scene: DEFAULT_SCENE.to_owned(), json: false, instead_of_window: true });
        }
        self
    }
}

/// `--lang` has to be known before the arguments are read: complaints about them are in that language.
fn language_among(arguments: &[OsString]) -> Option<Language> {
    let texts: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    let apart = texts.windows(2).find(|pair| pair[0] == "--lang").map(|pair| &*pair[1]);
    joined.or(apart).and_then(Language::from_code)
}

#[cfg(test)]
mod tests;
