//! `aimaq explain`: what a field of the files that designers write means, with an example out of the program's own files; what a solution is; all that is there.

use super::{Context, new};
use crate::cli::exit::Exit;
use crate::cli::printer;
use crate::cli::task::Start;
use crate::i18n::Words;
use crate::store::{embedded, library, roadmaps};
use crate::twin::catalog::Catalog;
use crate::twin::catalog::norm::Norms;
use crate::twin::catalog::template::Template;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::roadmap::Roadmap;
use crate::twin::scenario::file::ScenarioFile;
use crate::twin::scene::Scene;
use crate::twin::text::form::{FieldSpec, Form, RecordSpec};
use crate::twin::text::parse::parse;
use crate::twin::text::readable::suggest;
use crate::twin::text::tree::{Group, Node, Value};
use crate::twin::tour::Tour;

/// Characters of an example.
const LONGEST: usize = 300;

/// Prints what a field, or every field of a record, means; a solution's page; or, without a name, what can be asked for.
///
/// # Errors
/// `explain-unknown`, with the name that may be meant.
pub fn run(name: Option<&str>, context: &Context) -> Result<Exit, Diagnostic> {
    // A solution of the library, the user's own among them.
    let catalog = library::of_scene(None);
    let Some(name) = name else { return Ok(printer::result(&list(&catalog, &context.words))) };
    if let Some(template) = catalog.template(name) {
        return Ok(printer::result(&context.words.solution_page(template, &catalog)));
    }
    let records = records();
    let (record, field) = name.split_once('.').map_or((None, name), |(record, field)| (Some(record), field));
    let fields = records.iter().flat_map(|record| record.fields.iter().map(move |field| (*record, field)));
    let found: Vec<(&RecordSpec, &FieldSpec)> = match record {
        Some(record) => fields.filter(|(spec, spec_field)| spec.name == record && spec_field.name == field).collect(),
        None if records.iter().any(|spec| spec.name == field) => fields.filter(|(spec, _)| spec.name == field).collect(),
        None => fields.filter(|(_, spec_field)| spec_field.name == field).collect(),
    };
    if found.is_empty() {
        let known: Vec<&str> =
            records.iter().flat_map(|spec| std::iter::once(spec.name).chain(spec.fields.iter().map(|field| field.name))).collect();
        let names: Vec<&str> = records.iter().map(|spec| spec.name).collect();
        let unknown = Diagnostic::error("explain-unknown").with("name", name).with("known", names.join(", "));
        return Err(suggest(unknown, field, &known));
    }
    let told: Vec<String> = found.iter().map(|(record, field)| tell(record, field, found.len() == 1, &context.words)).collect();
    Ok(printer::result(&told.join("\n")))
}

/// Everything that can be explained: solutions with their names, and records with their fields.
fn list(catalog: &Catalog, words: &Words) -> String {
    let widest = catalog.templates.iter().map(|template| template.id.len()).max().unwrap_or_default();
    let solution = |template: &Template| format!("    {:widest$}  {}", template.id.as_str(), template.name.read(words.language()));
    let record = |record: &&RecordSpec| {
        let fields: Vec<&str> = record.fields.iter().map(|field| field.name).collect();
        format!("    {}: {}", record.name, fields.join(", "))
    };
    let part = |heading: &str, lines: Vec<String>| format!("{}\n{}", words.get(heading), lines.join("\n"));
    let solutions = part("cli-explain-solutions", catalog.templates.iter().map(solution).collect());
    format!("{solutions}\n\n{}", part("cli-explain-records", records().iter().map(record).collect()))
}

fn tell(record: &RecordSpec, field: &FieldSpec, alone: bool, words: &Words) -> String {
    let form = (field.form)();
    let needed = words.get(if (field.required)() { "cli-explain-required" } else { "cli-explain-optional" });
    let mut text = format!("{}.{} — {}, {needed}\n    {}", record.name, field.name, words.get(form.key()), meaning(record, field, words));
    if let Some(inside) = inside(&form, words) {
        text = format!("{text}\n    {} {inside}", words.get("cli-explain-values"));
    }
    match example(record, field).filter(|_| alone) {
        Some(example) => format!("{text}\n    {}\n        {}", words.get("cli-explain-example"), example.replace('\n', "\n        ")),
        None => text,
    }
}

fn meaning(record: &RecordSpec, field: &FieldSpec, words: &Words) -> String {
    words.get(&format!("explain-{}-{}", record.name, field.name)).into_owned()
}

/// The names that may stand in a form, with their words.
fn inside(form: &Form, words: &Words) -> Option<String> {
    match form {
        Form::Choice(set, names) => {
            let named = names.iter().map(|name| format!("{} ({})", name.replace('-', "_"), words.get(&format!("{set}-{name}"))));
            Some(named.collect::<Vec<_>>().join(", "))
        }
        Form::Variants(_, variants) => Some(variants.iter().map(variant).collect::<Vec<_>>().join(", ")),
        Form::Record(spec) => Some(spec.fields.iter().map(|field| field.name).collect::<Vec<_>>().join(", ")),
        Form::List(item) | Form::Map(item) => inside(item, words),
        Form::Pair(items) => Some(items.iter().map(|item| words.get(item.key())).collect::<Vec<_>>().join(", ")),
        _ => None,
    }
}

fn variant((name, form): &(&str, Form)) -> String {
    if *form == Form::Nothing { (*name).to_owned() } else { format!("{name}(…)") }
}

/// Every record that designers write, each before those within it.
pub fn records() -> Vec<&'static RecordSpec> {
    let mut found = Vec::new();
    for spec in [Template::SPEC, Norms::SPEC, Scene::SPEC, ScenarioFile::SPEC, Roadmap::SPEC, Tour::SPEC] {
        gather(&Form::Record(spec), &mut found);
    }
    found
}

fn gather(form: &Form, found: &mut Vec<&'static RecordSpec>) {
    match form {
        Form::Record(spec) if !found.contains(spec) => {
            found.push(spec);
            spec.fields.iter().for_each(|field| gather(&(field.form)(), found));
        }
        Form::List(item) | Form::Map(item) => gather(item, found),
        Form::Pair(items) => items.iter().for_each(|item| gather(item, found)),
        Form::Variants(_, variants) => variants.iter().for_each(|(_, form)| gather(form, found)),
        _ => {}
    }
}

/// How a field is written in one of the program's own files: the first that is short enough to read, else the shortest item of
/// a list, else the shortest there is.
fn example(record: &RecordSpec, field: &FieldSpec) -> Option<String> {
    let starts = || [Start::Scenario, Start::Tour, Start::Roadmap].map(|start| new::start_of(start).0);
    let carried = || {
        embedded::template_texts()
            .map(|(_, text)| text)
            .chain(embedded::norm_texts())
            .chain(embedded::scene_texts())
            .chain(roadmaps::carried())
    };
    let texts = || carried().chain(starts());
    let written = || texts().filter_map(|text| Some((text, find(&parse(text).0?, record, field)?)));
    let length = |text: &str| text.chars().count();
    let whole = || written().map(|(text, value)| format!("{}: {}", field.name, dedented(&text[value.span])));
    let item = || {
        let items = written().flat_map(|(text, value)| match value.node {
            Node::List(items) => items.into_iter().map(|item| dedented(&text[item.span])).collect(),
            _ => Vec::new(),
        });
        let shortest = items.min_by_key(|item| length(item))?;
        Some(format!("{}: [\n    {},\n    …\n]", field.name, shortest.replace('\n', "\n    ")))
    };
    whole().find(|example| length(example) <= LONGEST).or_else(item).or_else(|| whole().min_by_key(|example| length(example)))
}

/// A text out of the depth of a file: its lines as far in as the last one.
fn dedented(text: &str) -> String {
    let depth = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let last = text.lines().last().map_or(0, depth);
    text.lines().map(|line| &line[last.min(depth(line))..]).collect::<Vec<_>>().join("\n")
}

fn find(value: &Value, record: &RecordSpec, field: &FieldSpec) -> Option<Value> {
    match &value.node {
        Node::Group(Group { fields, items, .. }) => {
            let has = |name: &str| fields.iter().any(|(word, _)| word.text == name);
            if record.fields.iter().all(|spec| has(spec.name) || !(spec.required)()) && has(field.name) {
                return fields.iter().find(|(word, _)| word.text == field.name).map(|(_, value)| value.clone());
            }
            fields.iter().map(|(_, value)| value).chain(items).find_map(|value| find(value, record, field))
        }
        Node::List(items) => items.iter().find_map(|value| find(value, record, field)),
        Node::Map(entries) => entries.iter().find_map(|(_, value)| find(value, record, field)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_a_template_has_an_example_that_can_be_read() {
        for field in Template::SPEC.fields {
            let example = example(Template::SPEC, field).unwrap_or_else(|| panic!("none of {}", field.name));
            assert!(example.starts_with(&format!("{}: ", field.name)) && example.chars().count() < 700, "{example}");
        }
    }

    #[test]
    fn fields_of_a_tour_have_examples() {
        let stop = records().into_iter().find(|record| record.name == "stop").expect("the record");
        for (name, expected) in [("overlay", "overlay: \"delay\""), ("at", "at: \"2026-06-21 10:00\"")] {
            let field = stop.fields.iter().find(|field| field.name == name).expect("the field");
            assert_eq!(example(stop, field).as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_long_list_shows_its_shortest_item() {
        let field = Template::SPEC.fields.iter().find(|field| field.name == "adapt").expect("the field");
        let example = example(Template::SPEC, field).expect("an example");
        assert!(example.starts_with("adapt: [\n    (\n        set: ") && example.ends_with("\n    ),\n    …\n]"), "{example}");
    }
}
