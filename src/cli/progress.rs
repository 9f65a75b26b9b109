//! Long work on a terminal: a bar that says what goes on, and seconds a phase for `--timings`.

use super::machine;
use crate::i18n::Words;
use crate::twin::import::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::{Map, Value, json};
use std::io::IsTerminal;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Watches long work: the terminal shows a bar, a pipe none.
pub struct Watch {
    words: Words,
    bar: Option<ProgressBar>,
    started: Instant,
    phases: Mutex<Phases>,
}

/// Time spent by phase, in the order in which they began.
#[derive(Default)]
struct Phases {
    spent: Vec<(&'static str, Duration)>,
    current: Option<(&'static str, Instant)>,
}

/// How long the work took.
#[derive(Clone, Debug, PartialEq)]
pub struct Timings {
    /// All of it.
    pub total: Duration,
    /// By phase, in the order in which they began.
    pub phases: Vec<(&'static str, Duration)>,
}

/// Steps of the bar.
const STEPS: u64 = 1000;

impl Watch {
    /// Begins to watch.
    pub fn new(words: &Words) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let style = ProgressStyle::with_template("{msg:40!} {bar:30} {percent:>3} %").unwrap_or_else(|_| ProgressStyle::default_bar());
            ProgressBar::with_draw_target(Some(STEPS), ProgressDrawTarget::stderr()).with_style(style)
        });
        Self { words: words.clone(), bar, started: Instant::now(), phases: Mutex::default() }
    }

    /// Ends the watch: the bar goes away.
    pub fn finish(&self) -> Timings {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
        let mut phases = self.phases.lock().unwrap_or_else(PoisonError::into_inner);
        phases.end_current(Instant::now());
        Timings { total: self.started.elapsed(), phases: phases.spent.clone() }
    }
}

impl Progress for Watch {
    fn report(&self, phase: &'static str, fraction: f32) -> bool {
        let mut phases = self.phases.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = phases.current.is_none_or(|(current, _)| current != phase);
        if is_new {
            phases.begin(phase, Instant::now());
        }
        drop(phases);
        if let Some(bar) = &self.bar {
            if is_new {
                bar.set_message(self.words.get(&format!("phase-{phase}")).into_owned());
            }
            bar.set_position((f64::from(fraction.clamp(0.0, 1.0)) * STEPS as f64) as u64);
        }
        true
    }
}

impl Phases {
    fn begin(&mut self, phase: &'static str, now: Instant) {
        self.end_current(now);
        self.current = Some((phase, now));
    }

    fn end_current(&mut self, now: Instant) {
        let Some((phase, since)) = self.current.take() else { return };
        match self.spent.iter_mut().find(|(known, _)| *known == phase) {
            Some((_, spent)) => *spent += now - since,
            None => self.spent.push((phase, now - since)),
        }
    }
}

impl Timings {
    /// Adds `timings` (seconds: `total_s` and `<phase>_s`) and `peak_memory_bytes` to a JSON object.
    pub fn add_to(&self, object: &mut Map<String, Value>) {
        let mut timings = Map::new();
        for (phase, spent) in &self.phases {
            timings.insert(format!("{}_s", phase.replace('-', "_")), json!(seconds(*spent)));
        }
        timings.insert("total_s".to_owned(), json!(seconds(self.total)));
        object.insert("timings".to_owned(), Value::Object(timings));
        object.insert("peak_memory_bytes".to_owned(), json!(machine::peak_memory()));
    }

    /// As lines for people.
    pub fn to_text(&self, words: &Words) -> String {
        let line = |name: &str, spent: Duration| format!("{:>8}  {name}\n", words.measured(spent.as_secs_f64(), 2, "seconds"));
        let mut text: String = self.phases.iter().map(|(phase, spent)| line(&words.get(&format!("phase-{phase}")), *spent)).collect();
        text.push_str(&line(&words.get("cli-total"), self.total));
        if let Some(bytes) = machine::peak_memory() {
            text.push_str(&format!("{:>8}  {}\n", words.file_size(bytes), words.get("cli-peak-memory")));
        }
        text
    }
}

/// To the millisecond.
fn seconds(spent: Duration) -> f64 {
    (spent.as_secs_f64() * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::names::Language;

    #[test]
    fn a_phase_that_comes_back_counts_once() {
        let start = Instant::now();
        let after = |seconds| start + Duration::from_secs(seconds);
        let mut phases = Phases::default();
        phases.begin("a", after(0));
        phases.begin("b", after(2));
        phases.begin("a", after(5));
        phases.end_current(after(6));
        assert_eq!(phases.spent, [("a", Duration::from_secs(3)), ("b", Duration::from_secs(3))]);
    }

    #[test]
    fn timings_have_the_keys_that_scripts_read() {
        let watch = Watch::new(&Words::new(Language::English));
        assert!(watch.report("region-build", 0.5));
        let mut object = Map::new();
        watch.finish().add_to(&mut object);
        assert!(object["timings"]["total_s"].is_number() && object["timings"]["region_build_s"].is_number());
        assert!(object.contains_key("peak_memory_bytes"));
    }
}
