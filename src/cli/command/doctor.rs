//! `aimaq doctor`: what this machine has, and the command that mends what is missing.

use super::Context;
use crate::cli::exit::Exit;
use crate::cli::machine::{self, Display};
use crate::cli::{printer, summary};
use crate::i18n::Words;
use crate::store::scene;
use crate::twin::model::names::Language;
use serde_json::{Value, json};

/// What a window has to draw with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The graphics adapter, if there is one.
    pub adapter: Option<Adapter>,
    /// Names of the fonts that the program carries.
    pub fonts: Vec<String>,
}

/// A graphics adapter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adapter {
    /// As its maker calls it.
    pub name: String,
    /// Vulkan, OpenGL, …
    pub backend: String,
    /// Discrete, integrated, software, …
    pub kind: String,
}

/// One thing looked at.
struct Check {
    /// Message `doctor-<subject>` names it.
    subject: &'static str,
    /// What there is.
    found: Option<String>,
    /// What to do where there is nothing: a key, and a command to type, if one helps.
    remedy: Option<(&'static str, &'static str)>,
}

/// Prints what was found; ends with "lacks something" where anything is missing.
pub fn run(json: bool, context: &Context, window: Option<Window>) -> Exit {
    let words = &context.words;
    let checks = checks(words, window);
    let is_whole = checks.iter().all(|check| check.found.is_some());
    let printed = printer::result(&if json { format!("{:#}", to_json(&checks, words)) } else { to_text(&checks, words) });
    if is_whole { printed } else { Exit::Machine }
}

fn checks(words: &Words, window: Option<Window>) -> Vec<Check> {
    let processors = words.format("doctor-processors-found", &[("count", machine::processors().into())]);
    let memory = machine::memory().map_or_else(|| words.get("value-unknown").into_owned(), |bytes| words.file_size(bytes));
    let mut checks = vec![
        Check { subject: "processors", found: Some(processors), remedy: None },
        Check { subject: "memory", found: Some(memory), remedy: None },
        display(machine::display()),
    ];
    match window {
        None => checks.push(Check { subject: "graphics", found: None, remedy: Some(("doctor-remedy-build", "cargo build --release")) }),
        Some(window) => checks.extend([graphics(window.adapter), fonts(&window.fonts)]),
    }
    checks.push(data(words));
    checks
}

fn display(display: Display) -> Check {
    let (found, remedy) = match display {
        Display::Reachable(name) => (Some(name), None),
        Display::Unreachable(_) => (None, Some(("doctor-remedy-display-unreachable", "xvfb-run aimaq"))),
        Display::Absent => (None, Some(("doctor-remedy-display", "xvfb-run aimaq"))),
    };
    Check { subject: "display", found, remedy }
}

fn graphics(adapter: Option<Adapter>) -> Check {
    let found = adapter.map(|adapter| {
        let parts = [adapter.name, adapter.backend, adapter.kind];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    });
    Check { subject: "graphics", found, remedy: Some(("doctor-remedy-graphics", "sudo apt install mesa-vulkan-drivers")) }
}

fn fonts(fonts: &[String]) -> Check {
    let found = (!fonts.is_empty()).then(|| fonts.join(", "));
    Check { subject: "fonts", found, remedy: Some(("doctor-remedy-build", "cargo build --release")) }
}

fn data(words: &Words) -> Check {
    let names: Vec<String> = scene::embedded_scenes()
        .into_iter()
        .map(|scene| match words.language() {
            Language::Kazakh => scene.name.kk,
            Language::Russian => scene.name.ru,
            Language::English => scene.name.en,
        })
        .collect();
    let found = (!names.is_empty()).then(|| names.join(", "));
    Check { subject: "data", found, remedy: Some(("doctor-remedy-build", "cargo build --release")) }
}

fn to_text(checks: &[Check], words: &Words) -> String {
    let rows: Vec<_> = checks
        .iter()
        .map(|check| {
            let value = match (&check.found, check.remedy) {
                (Some(found), _) => found.clone(),
                (None, Some((key, command))) => {
                    format!("✗ {}", words.format(key, &[("command", command.into())]))
                }
                (None, None) => format!("✗ {}", words.get("value-unknown")),
            };
            (words.get(&format!("doctor-{}", check.subject)).into_owned(), value)
        })
        .collect();
    let mut text = String::new();
    summary::rows(&mut text, &rows);
    text
}

fn to_json(checks: &[Check], words: &Words) -> Value {
    let entries: Vec<Value> = checks
        .iter()
        .map(|check| {
            let remedy = check.remedy.filter(|_| check.found.is_none());
            json!({
                "subject": check.subject,
                "ok": check.found.is_some(),
                "found": check.found,
                "message": remedy.map(|(key, command)| words.format(key, &[("command", command.into())])),
                "command": remedy.map(|(_, command)| command),
            })
        })
        .collect();
    json!({ "ok": checks.iter().all(|check| check.found.is_some()), "checks": entries })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_comes_with_what_mends_it() {
        let words = Words::new(Language::English);
        let checks = [graphics(None), display(Display::Absent)];
        let text = to_text(&checks, &words);
        assert!(text.contains("sudo apt install mesa-vulkan-drivers") && text.contains('✗') && !text.contains('['), "{text}");
        let object = to_json(&checks, &words);
        assert_eq!(object["ok"], false);
        assert_eq!(object["checks"][0]["command"], "sudo apt install mesa-vulkan-drivers");
    }

    #[test]
    fn an_adapter_is_named_with_its_backend() {
        let adapter = Adapter { name: "llvmpipe".into(), backend: "Vulkan".into(), kind: String::new() };
        let check = graphics(Some(adapter));
        assert_eq!(check.found.as_deref(), Some("llvmpipe · Vulkan"));
        assert_eq!(to_json(&[check], &Words::new(Language::English))["ok"], true);
    }
}
