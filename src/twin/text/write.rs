//! A tree as a well-laid-out text: four spaces a level, what is short on one line, a comma after every line.

use super::tree::{Group, Node, Value};
use std::fmt::Write;

/// Characters of a line that holds more than one value.
pub(super) const WIDTH: usize = 110;
/// What a level is indented by.
pub(super) const STEP: &str = "    ";
/// Digits before the point, or behind it, above which a number is written with an exponent.
const DIGITS: usize = 20;

/// The text of a whole file: what the value holds stands line by line.
pub fn write(node: &Node) -> String {
    format!("{}\n", on_lines(node, "", "\n"))
}

/// A value within a text: on one line where `taken` characters leave room for it, else on lines indented from `indent`.
pub(super) fn lay_out(node: &Node, indent: &str, taken: usize, line_end: &str) -> String {
    let line = on_one_line(node);
    if !wants_lines(node) && taken + line.chars().count() <= WIDTH { line } else { on_lines(node, indent, line_end) }
}

/// The whole value on one line.
pub(super) fn on_one_line(node: &Node) -> String {
    let Some(parts) = Parts::of(node) else { return scalar(node) };
    let held: Vec<String> = parts.held.iter().map(|(name, value)| format!("{name}{}", on_one_line(&value.node))).collect();
    format!("{}{}{}", parts.open, held.join(", "), parts.close)
}

fn on_lines(node: &Node, indent: &str, line_end: &str) -> String {
    let Some(parts) = Parts::of(node).filter(|parts| !parts.held.is_empty()) else { return on_one_line(node) };
    let (inner, mut text) = (format!("{indent}{STEP}"), parts.open.clone());
    for (name, value) in &parts.held {
        // The name stands before the value, a comma after it.
        let taken = inner.chars().count() + name.chars().count() + 1;
        let laid_out = lay_out(&value.node, &inner, taken, line_end);
        text = format!("{text}{line_end}{inner}{name}{laid_out},");
    }
    format!("{text}{line_end}{indent}{}", parts.close)
}

/// Whether a value is easier to read on lines of its own, however short it is: several records in a list.
pub(super) fn wants_lines(node: &Node) -> bool {
    let is_record = |value: &Value| matches!(&value.node, Node::Group(group) if !group.fields.is_empty());
    let several = matches!(node, Node::List(items) if items.len() > 1 && items.iter().any(is_record));
    several || Parts::of(node).is_some_and(|parts| parts.held.iter().any(|(_, value)| wants_lines(&value.node)))
}

/// What is written of a value that holds others.
struct Parts<'a> {
    open: String,
    /// Each with the name and the sign that lead to it.
    held: Vec<(String, &'a Value)>,
    close: char,
}

impl<'a> Parts<'a> {
    fn of(node: &'a Node) -> Option<Self> {
        let unnamed = |value| (String::new(), value);
        match node {
            // A name with nothing to hold needs no parentheses.
            Node::Group(Group { name: Some(_), fields, items }) if fields.is_empty() && items.is_empty() => None,
            Node::Group(Group { name, fields, items }) => Some(Self {
                open: format!("{}(", name.as_ref().map_or("", |word| &word.text)),
                held: items.iter().map(unnamed).chain(fields.iter().map(|(word, value)| (format!("{}: ", word.text), value))).collect(),
                close: ')',
            }),
            Node::List(items) => Some(Self { open: "[".to_owned(), held: items.iter().map(unnamed).collect(), close: ']' }),
            Node::Map(entries) => Some(Self {
                open: "{".to_owned(),
                held: entries.iter().map(|(key, value)| (format!("{}: ", on_one_line(&key.node)), value)).collect(),
                close: '}',
            }),
            _ => None,
        }
    }
}

fn scalar(node: &Node) -> String {
    match node {
        Node::Truth(truth) => truth.to_string(),
        Node::Number(value) => number(*value),
        Node::Text(text) => quoted(text),
        Node::Group(Group { name: Some(name), .. }) => name.text.clone(),
        // Nothing could be read here, so nothing is said.
        _ => "()".to_owned(),
    }
}

/// The shortest digits that read back as the same number.
fn number(value: f64) -> String {
    let plain = value.to_string();
    if plain.trim_start_matches('-').len() <= DIGITS { plain } else { format!("{value:e}") }
}

/// A text in quotation marks on one line.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            // Writing to a text cannot fail.
            c if c.is_control() => write!(quoted, "\\u{{{:x}}}", u32::from(c)).unwrap_or_default(),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::text::parse::parse;
    use crate::twin::text::sample::node;
    use proptest::prelude::*;

    #[test]
    fn the_layout_is_that_of_the_programs_own_files() {
        let text = "\
(
    version: 1,
    name: (kk: \"Мектеп\", ru: \"Школа\", en: \"School\"),
    at: (63.62, 53.21),
    stages: [design, launch],
    parts: [
        (what: power, amount: \"places * 0.25\"),
        Sign(\"a \\\"b\\\"\\n\"),
    ],
    shapes: [Block(usage: education, width: 18)],
    set: {\"places\": 300, \"storeys\": 2},
    summary: (
        kk: \"Жаңа мектеп: орын саны маңайдағы оқушыларға қарай есептеледі.\",
        ru: \"Новая школа: число мест считается по ученикам, живущим рядом.\",
    ),
    none: [],
)
";
        let (value, faults) = parse(text);
        assert_eq!(faults, []);
        assert_eq!(write(&value.expect("a value").node), text);
    }

    #[test]
    fn numbers_are_short() {
        for (value, text) in [
            (1500.0, "1500"),
            (-0.25, "-0.25"),
            (1e21, "1e21"),
            (1.5e-7, "0.00000015"),
            (5e-324, "5e-324"),
            (0.1 + 0.2, "0.30000000000000004"),
        ] {
            assert_eq!(number(value), text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn what_is_written_reads_back(node in node()) {
            let text = write(&node);
            let (value, faults) = parse(&text);
            prop_assert_eq!(faults, []);
            prop_assert!(value.is_some_and(|value| value.node.means(&node)), "{}", text);
        }

        #[test]
        fn every_text_and_number_reads_back(text in any::<String>(), number in any::<f64>().prop_filter("finite", |number| number.is_finite())) {
            let list = Node::List(vec![Node::Text(text).into(), Node::Number(number).into()]);
            let (value, faults) = parse(&write(&list));
            prop_assert_eq!(faults, []);
            prop_assert!(value.is_some_and(|value| value.node.means(&list)));
        }
    }
}
