//! Who may know whom: reads every source file and fails on an arrow that the table does not have.

#[path = "support/sources.rs"]
mod sources;

use sources::sources;
use std::collections::{BTreeMap, BTreeSet};

/// Area → the areas that it may import beside itself. An area is the longest entry that a module's path begins with;
/// an entry that ends in `::*` names an area with everything below it.
const TABLE: [(&str, &[&str]); 26] = [
    ("lib", &[]),
    ("twin", &[]),
    ("twin::diagnostic", &[]),
    ("twin::notation", &["twin::diagnostic"]),
    ("twin::model", &["twin::diagnostic"]),
    ("twin::import", &["twin::model", "twin::diagnostic", "twin::notation"]),
    ("twin::text", &["twin::model", "twin::diagnostic"]),
    ("twin::catalog", &["twin::model", "twin::text", "twin::diagnostic"]),
    ("twin::scenario", &["twin::model", "twin::catalog", "twin::text", "twin::diagnostic"]),
    ("twin::conformity", &["twin::model", "twin::catalog", "twin::simulate", "twin::diagnostic"]),
    ("twin::simulate", &["twin::model", "twin::catalog", "twin::diagnostic"]),
    ("twin::metrics", &["twin::model", "twin::catalog", "twin::scenario", "twin::simulate", "twin::text", "twin::diagnostic"]),
    ("twin::advise", &["twin::model", "twin::catalog", "twin::conformity", "twin::simulate", "twin::diagnostic"]),
    (
        "twin::roadmap",
        &["twin::model", "twin::catalog", "twin::scenario", "twin::simulate", "twin::metrics", "twin::text", "twin::diagnostic"],
    ),
    ("twin::verify", &["twin::model", "twin::simulate", "twin::advise", "twin::diagnostic"]),
    ("twin::scene", &["twin::model", "twin::import", "twin::text", "twin::diagnostic"]),
    ("twin::tour", &["twin::model", "twin::scene", "twin::text", "twin::diagnostic"]),
    (
        "i18n",
        &[
            "twin::model",
            "twin::diagnostic",
            "twin::catalog",
            "twin::conformity",
            "twin::scenario",
            "twin::simulate",
            "twin::metrics",
            "twin::advise",
            "twin::tour",
            "twin::roadmap",
            "twin::verify",
        ],
    ),
    ("store", &["twin::*", "i18n"]),
    ("publish", &["twin::*", "i18n", "store"]),
    ("cli", &["twin::*", "i18n", "store", "publish"]),
    ("main", &["cli", "viewer::*"]),
    // The viewer carries out plans of the command line.
    ("viewer", &["viewer::*", "cli", "publish", "twin::*", "store", "i18n"]),
    ("viewer::app", &["twin::*", "publish", "store", "i18n", "cli"]),
    ("viewer::render", &["viewer::app", "publish", "twin::*", "store", "i18n"]),
    ("viewer::ui", &["viewer::app", "twin::*", "i18n"]),
];

/// What the pure part must not touch: engine, window, arguments, files, clock, environment.
const IMPURE: [&str; 12] = [
    "bevy",
    "bevy_egui",
    "egui",
    "clap",
    "rusqlite",
    "indicatif",
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::time::Instant",
    "std::time::SystemTime",
];

#[test]
fn every_arrow_is_in_the_table() {
    let complaints = complaints(&sources());
    assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
}

#[test]
fn long_files_and_functions_are_named() {
    let sources = sources();
    let lines = |text: &str| text.lines().count();
    let mut named: Vec<String> =
        sources.iter().filter(|(_, text)| lines(text) > 400).map(|(file, text)| format!("{file}: {} lines", lines(text))).collect();
    for (file, text) in &sources {
        named.extend(
            functions(text).into_iter().filter(|(_, lines)| *lines > 80).map(|(name, lines)| format!("{file}: fn {name}: {lines} lines")),
        );
    }
    for name in named {
        eprintln!("long: {name}");
    }
}

#[test]
fn a_forbidden_arrow_is_found() {
    let made_up = |file: &str, text: &str| {
        BTreeMap::from([
            (file.to_owned(), format!("//! x\n{text}")),
            ("src/store/mod.rs".to_owned(), "//! x\n".to_owned()),
            ("src/twin/mod.rs".to_owned(), "//! x\n".to_owned()),
            ("src/twin/import/mod.rs".to_owned(), "//! x\n".to_owned()),
            ("src/twin/model/feature.rs".to_owned(), "//! x\n".to_owned()),
        ])
    };
    for (file, text) in [
        ("src/twin/model/a.rs", "use crate::store::write;"),
        ("src/twin/model/a.rs", "use super::super::import::Inputs;"),
        ("src/twin/model/a.rs", "use crate::{choice, twin::import::Inputs};"),
        ("src/twin/model/a.rs", "use crate::twin::{\n  model::feature::{self, Field},\n  import,\n};"),
        ("src/twin/model/a.rs", "fn f() { crate::store::write() }"),
        ("src/twin/import/a.rs", "use super::super::super::store;"),
        ("src/twin/import/a.rs", "use std::fs;"),
        ("src/twin/import/a.rs", "use std::time::{Duration, Instant};"),
        ("src/i18n/a.rs", "pub use crate::twin::import::Progress;"),
        ("src/store/a.rs", "use crate::cli::Plan;"),
        ("src/main.rs", "use aimaq::store::write;"),
        ("src/viewer/ui/a.rs", "use crate::viewer::render::mesh;"),
        ("src/viewer/render/a.rs", "use super::super::ui::panel;"),
        ("src/somewhere/a.rs", "use crate::twin::model;"),
    ] {
        let mut sources = made_up(file, text);
        for other in ["src/cli/mod.rs", "src/viewer/mod.rs", "src/viewer/render/mesh.rs", "src/viewer/ui/panel.rs"] {
            sources.insert(other.to_owned(), "//! x\n".to_owned());
        }
        let found = complaints(&sources);
        assert!(found.len() == 1 && found[0].contains(file), "{file}: {text}: {found:?}");
    }
}

#[test]
fn allowed_arrows_pass() {
    for (file, text) in [
        ("src/twin/model/a.rs", "use super::feature::Field; use crate::{choice, feature}; use crate::twin::diagnostic::Diagnostic;"),
        ("src/twin/model/a.rs", "// use crate::store::x;\n/// See crate::store::x.\nconst X: &str = \"crate::store::x\";"),
        ("src/twin/import/osm/a.rs", "use super::super::super::model::feature; use std::time::Duration;"),
        ("src/store/a.rs", "use crate::twin::import::Progress; use crate::i18n::Words; use std::fs;"),
        ("src/main.rs", "use aimaq::cli; fn main() { aimaq::viewer::run() }"),
    ] {
        let sources = [
            "src/twin/model/feature.rs",
            "src/twin/diagnostic.rs",
            "src/twin/import/mod.rs",
            "src/i18n/mod.rs",
            "src/cli/mod.rs",
            "src/store/mod.rs",
            "src/viewer/mod.rs",
        ]
        .into_iter()
        .map(|known| (known.to_owned(), "//! x\n".to_owned()))
        .chain([(file.to_owned(), format!("//! x\n{text}"))])
        .collect();
        assert_eq!(complaints(&sources), Vec::<String>::new(), "{file}: {text}");
    }
}

#[test]
fn a_file_that_does_not_say_what_it_is_for_is_found() {
    let sources = BTreeMap::from([("src/cli/a.rs".to_owned(), "use std::fs;\n//! too late\n".to_owned())]);
    assert_eq!(complaints(&sources).len(), 1);
}

#[test]
fn functions_are_measured() {
    let text = "//! x\nfn a() {\n  let s = \"}\";\n  // }\n  if x {\n  }\n}\ntrait T {\n  fn declared(&self);\n  fn b<'a>(c: char) -> bool { c == '{' }\n}\n";
    assert_eq!(functions(text), [("a".to_owned(), 6), ("b".to_owned(), 1)]);
}

/// Every complaint about these sources (path → text), in their order.
fn complaints(sources: &BTreeMap<String, String>) -> Vec<String> {
    let modules: BTreeSet<String> = sources.keys().map(|file| module_of(file)).collect();
    let mut complaints = Vec::new();
    for (file, text) in sources {
        if !text.starts_with("//!") {
            complaints.push(format!("{file}: the first line does not say what the file is for (//! …)"));
        }
        let module = module_of(file);
        let Some(area) = area_of(&module) else {
            complaints.push(format!("{file}: stands in no area of the table"));
            continue;
        };
        for path in paths(&plain(text)) {
            complaints.extend(complaint_about(&path, file, &module, area, &modules));
        }
    }
    complaints
}

fn complaint_about(path: &[String], file: &str, module: &str, area: &str, modules: &BTreeSet<String>) -> Option<String> {
    if area.starts_with("twin") || area == "i18n" {
        let written = path.join("::");
        if let Some(impure) = IMPURE.iter().find(|impure| written == **impure || written.starts_with(&format!("{impure}::"))) {
            return Some(format!("{file}: {impure} has no place in {area}"));
        }
    }
    let target = target_of(path, module, modules)?;
    let target_area = area_of(&target)?;
    let allowed = TABLE.iter().find(|(name, _)| *name == area).is_some_and(|(_, may)| {
        may.iter().any(|entry| match entry.strip_suffix("::*") {
            Some(root) => target_area == root || target_area.starts_with(&format!("{root}::")),
            None => target_area == *entry,
        })
    });
    (!allowed && target_area != area).then(|| format!("{file}: {area} may not know {target_area} ({})", path.join("::")))
}

/// The module that a path leads to: the longest known one; none for other crates, macros and a parent's own items.
fn target_of(path: &[String], module: &str, modules: &BTreeSet<String>) -> Option<String> {
    let own: Vec<&str> = if matches!(module, "main" | "lib") { Vec::new() } else { module.split("::").collect() };
    let supers = path.iter().take_while(|part| *part == "super").count();
    let (base, rest) = match path.first()?.as_str() {
        "crate" | "aimaq" => (Vec::new(), &path[1..]),
        "self" => (own, &path[1..]),
        // `super::*`: what a file's tests write, and mean the file itself.
        "super" if path.len() == 1 => (own, &path[1..]),
        "super" => (own[..own.len().saturating_sub(supers)].to_vec(), &path[supers..]),
        _ => return None,
    };
    let full: Vec<&str> = base.into_iter().chain(rest.iter().map(String::as_str)).collect();
    let leads_to = |module: &str| modules.iter().any(|known| known == module || known.starts_with(&format!("{module}::")));
    (1..=full.len())
        .rev()
        .map(|length| full[..length].join("::"))
        .find(|module| leads_to(module) || TABLE.iter().any(|(area, _)| area == module))
}

fn area_of(module: &str) -> Option<&'static str> {
    let reaches = |area: &str| module == area || module.starts_with(&format!("{area}::"));
    TABLE.iter().map(|(area, _)| *area).filter(|area| reaches(area)).max_by_key(|area| area.len())
}

/// `src/twin/model/mod.rs` is `twin::model`.
fn module_of(file: &str) -> String {
    let path = file.trim_start_matches("src/").trim_end_matches(".rs");
    path.trim_end_matches("/mod").replace('/', "::")
}

/// Every path that is written in a text: those of `use` with their braces taken apart, and those in the code.
fn paths(text: &str) -> Vec<Vec<String>> {
    let tokens = tokens(text);
    let mut paths = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        // `use<'a>` in a type names lifetimes, not a path.
        if tokens[index] == "use" && tokens.get(index + 1).is_some_and(|next| next != "<") {
            index = tree(&tokens, index + 1, &[], &mut paths);
        } else if is_name(&tokens[index]) && index + 1 < tokens.len() && tokens[index + 1] == "::" {
            let mut path = vec![tokens[index].clone()];
            while index + 2 < tokens.len() && tokens[index + 1] == "::" && is_name(&tokens[index + 2]) {
                path.push(tokens[index + 2].clone());
                index += 2;
            }
            paths.push(path);
            index += 1;
        } else {
            index += 1;
        }
    }
    paths
}

/// Reads one tree of a `use` from a token on, and returns the index of the token after it.
fn tree(tokens: &[String], mut index: usize, prefix: &[String], paths: &mut Vec<Vec<String>>) -> usize {
    let mut path = prefix.to_vec();
    while let Some(token) = tokens.get(index) {
        match token.as_str() {
            "{" => {
                index += 1;
                while tokens.get(index).is_some_and(|token| token != "}") {
                    index = tree(tokens, index, &path, paths);
                    index += usize::from(tokens.get(index).is_some_and(|token| token != "}"));
                }
                return index + 1;
            }
            "," | "}" | ";" => break,
            "as" => index += 1,
            "::" => {}
            name if is_name(name) && (name != "self" || path.is_empty()) => path.push(name.to_owned()),
            _ => {}
        }
        index += 1;
    }
    paths.push(path);
    index
}

fn is_name(token: &str) -> bool {
    token.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_alphanumeric() || first == '_' {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        if !first.is_whitespace() {
            tokens.push(rest[..length].to_owned());
        }
        rest = &rest[length..];
    }
    tokens
}

/// A text without comments and without what stands in literals; its lines stay.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if first == '"' {
            string_length(rest)
        } else if let Some(hashes) = raw_string_hashes(rest, &out) {
            let end = format!("\"{}", "#".repeat(hashes));
            let body = hashes + 2;
            rest[body..].find(&end).map_or(rest.len(), |at| body + at + end.len())
        } else if first == '\'' {
            char_length(rest)
        } else {
            0
        };
        if skipped > 0 {
            out.extend(rest[..skipped].chars().filter(|c| *c == '\n'));
            rest = &rest[skipped..];
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    out
}

fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (index, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return index + 1,
            _ => {}
        }
    }
    text.len()
}

/// How many `#` a raw string has that begins here; none where none begins.
fn raw_string_hashes(text: &str, before: &str) -> Option<usize> {
    let inside_name = before.ends_with(|c: char| (c.is_alphanumeric() || c == '_') && c != 'b');
    let rest = text.strip_prefix('r').filter(|_| !inside_name)?;
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    rest[hashes..].starts_with('"').then_some(hashes)
}

/// Length of a character literal; zero for a lifetime.
fn char_length(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), Some(_)) => letters.find(|(_, letter)| *letter == '\'').map_or(0, |(index, _)| index + 1),
        (Some(_), Some((index, '\''))) => index + 1,
        _ => 0,
    }
}

/// Every function with a body and how many lines it has.
fn functions(text: &str) -> Vec<(String, usize)> {
    let plain = plain(text);
    let lines: Vec<&str> = plain.lines().collect();
    let mut functions = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
        let Some(name) = words.iter().position(|word| *word == "fn").and_then(|at| words.get(at + 1)) else { continue };
        let from_fn = &line[line.find("fn ").unwrap_or(0)..];
        if let Some(length) = body_lines(std::iter::once(from_fn).chain(lines[start + 1..].iter().copied())) {
            functions.push(((*name).to_owned(), length));
        }
    }
    functions
}

/// Lines up to the end of the first body; none where a semicolon comes first.
fn body_lines<'a>(lines: impl Iterator<Item = &'a str>) -> Option<usize> {
    let (mut depth, mut brackets, mut opened) = (0i32, 0i32, false);
    for (index, line) in lines.enumerate() {
        for letter in line.chars() {
            match letter {
                '(' | '[' => brackets += 1,
                ')' | ']' => brackets -= 1,
                '{' => (depth, opened) = (depth + 1, true),
                '}' => depth -= 1,
                ';' if !opened && brackets == 0 => return None,
                _ => {}
            }
            if opened && depth == 0 {
                return Some(index + 1);
            }
        }
    }
    None
}
