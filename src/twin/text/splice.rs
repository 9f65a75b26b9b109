//! A changed value put into the text that a designer wrote: only what differs is written anew, so that comments, blank
//! lines, the order of fields and the way numbers are written stay in all the rest.

use super::Span;
use super::chunk::{Container, starts_line};
use super::pairing::pairs;
use super::parse::parse;
use super::tree::{Group, Node, Value};
use super::write::{STEP, WIDTH, lay_out, on_one_line, wants_lines, write};

/// The text with a new value in it. A text with faults is written anew.
pub fn splice(text: &str, new: &Node) -> String {
    let (Some(old), faults) = parse(text) else { return write(new) };
    if !faults.is_empty() {
        return write(new);
    }
    let spliced = spliced(text, &old, new);
    // Whatever the layout, the value has to be right.
    if parse(&spliced).0.is_some_and(|value| value.node.means(new)) { spliced } else { write(new) }
}

fn spliced(text: &str, old: &Value, new: &Node) -> String {
    let source = Source { text, line_end: if text.contains("\r\n") { "\r\n" } else { "\n" } };
    format!("{}{}{}", &text[..old.span.start], source.value(old, new), &text[old.span.end..])
}

/// The text that is changed.
struct Source<'a> {
    text: &'a str,
    line_end: &'static str,
}

/// What becomes of a container: its values in their new order.
enum Step<'n> {
    /// The value of that entry of the old text, as it was or changed.
    Kept(usize, &'n Node),
    /// A value that the old text does not have, behind its name.
    Added(String, &'n Node),
}

impl Source<'_> {
    /// The text of a value where another one stood.
    fn value(&self, old: &Value, new: &Node) -> String {
        if old.node.means(new) {
            return self.text[old.span.clone()].to_owned();
        }
        if let Some(inner) = old.node.in_some().filter(|_| !new.is_none()) {
            let (before, after) = (&self.text[old.span.start..inner.span.start], &self.text[inner.span.end..old.span.end]);
            return format!("{before}{}{after}", self.value(inner, new.meant()));
        }
        let steps = if self.is_closed(old) { steps(&old.node, new.meant()) } else { None };
        steps.and_then(|(entries, steps)| self.container(old, new.meant(), &entries, &steps)).unwrap_or_else(|| self.anew(old, new))
    }

    /// Whether a value ends with a bracket: a name that stands alone has none.
    fn is_closed(&self, value: &Value) -> bool {
        self.text[value.span.clone()].ends_with([')', ']', '}'])
    }

    /// A value laid out anew in an old one's place.
    fn anew(&self, old: &Value, new: &Node) -> String {
        let line = &self.text[self.text[..old.span.start].rfind('\n').map_or(0, |at| at + 1)..old.span.start];
        lay_out(new, self.indent(old.span.start), line.chars().count() + 1, self.line_end)
    }

    /// The blanks that the line of a place begins with.
    fn indent(&self, at: usize) -> &str {
        let line = &self.text[self.text[..at].rfind('\n').map_or(0, |at| at + 1)..];
        &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
    }

    /// A container with its values changed, taken out and added; none where it is better laid out anew.
    fn container(&self, old: &Value, new: &Node, entries: &[Entry], steps: &[Step]) -> Option<String> {
        let spans: Vec<_> = entries.iter().map(|entry| entry.span.clone()).collect();
        let mut container = Container::of(self.text, old, &spans)?;
        let kept: Vec<usize> = steps.iter().filter_map(|step| if let Step::Kept(at, _) = step { Some(*at) } else { None }).collect();
        // Values change places with all that stands around them where each has lines of its own.
        if !kept.is_sorted() && !container.chunks.iter().all(|chunk| starts_line(&chunk.lead)) {
            return None;
        }
        let line = format!("{}{}", self.line_end, self.indent(old.span.start));
        if self.outgrows_its_line(old, new, steps) {
            container.put_on_lines(&line);
        }
        let layout = self.layout(old, &container);
        container.forget_all_but(&kept);
        let (mut text, mut is_quiet, mut after_added) = (container.opening.clone(), container.is_quiet, false);
        for (index, step) in steps.iter().enumerate() {
            let needs_comma = index + 1 < steps.len() || container.ends_with_comma;
            match step {
                Step::Kept(at, new) => {
                    let (chunk, value) = (&container.chunks[*at], entries[*at].value);
                    let lead = if after_added && chunk.lead.is_empty() { " " } else { &chunk.lead };
                    let name = &self.text[entries[*at].span.start..value.span.start];
                    text.extend([lead, name, &self.value(value, new), &chunk.comma(needs_comma), &chunk.trail]);
                    (is_quiet, after_added) = (chunk.trail.trim().is_empty(), false);
                }
                Step::Added(name, new) => {
                    let line = layout.indent.as_ref().or((!is_quiet).then_some(&layout.fallback));
                    text.push_str(&self.lead(line, index));
                    let indent = line.map_or(self.indent(old.span.start), String::as_str);
                    let laid_out = lay_out(new, indent, indent.chars().count() + name.chars().count() + 1, self.line_end);
                    text.extend([name.as_str(), &laid_out, if needs_comma { "," } else { "" }]);
                    (is_quiet, after_added) = (true, true);
                }
            }
        }
        Some(format!("{text}{}", container.end(is_quiet, steps.is_empty(), &line)))
    }

    /// Whether what stood on one line leaves no room there for what is added, or is a record that gets company.
    fn outgrows_its_line(&self, old: &Value, new: &Node, steps: &[Step]) -> bool {
        let added = |step: &Step| if let Step::Added(name, node) = step { name.len() + on_one_line(node).chars().count() + 2 } else { 0 };
        let added: usize = steps.iter().map(added).sum();
        let start = self.text[..old.span.start].rfind('\n').map_or(0, |at| at + 1);
        let taken = self.text[start..old.span.end].chars().count();
        let was_alone = matches!(&old.node, Node::List(items) if items.len() == 1);
        added > 0 && !self.text[old.span.clone()].contains('\n') && (taken + added > WIDTH || was_alone && wants_lines(new))
    }

    /// What stands before a new value: the end of a line and its indentation, or a blank after the value before.
    fn lead(&self, line: Option<&String>, index: usize) -> String {
        match line {
            Some(indent) => format!("{}{indent}", self.line_end),
            None if index > 0 => " ".to_owned(),
            None => String::new(),
        }
    }

    /// How new values are set: like the last one.
    fn layout(&self, old: &Value, container: &Container) -> Layout {
        let fallback = format!("{}{STEP}", self.indent(old.span.end - 1));
        let indent = match container.chunks.last() {
            Some(chunk) => starts_line(&chunk.lead).then(|| {
                let line = &chunk.lead[chunk.lead.rfind('\n').map_or(0, |at| at + 1)..];
                line[..line.len() - line.trim_start_matches([' ', '\t']).len()].to_owned()
            }),
            None => starts_line(&container.tail).then(|| fallback.clone()),
        };
        Layout { indent, fallback }
    }
}

/// Where new values of a container stand.
struct Layout {
    /// On lines of their own, indented by this; none for the same line.
    indent: Option<String>,
    /// What a line of their own is indented by where they would not need it.
    fallback: String,
}

/// A value of a container with what leads to it: its name, its key.
struct Entry<'o> {
    span: Span,
    value: &'o Value,
}

/// The entries of an old container as they stand, and what becomes of them; none where another kind of value takes its place.
fn steps<'o, 'n>(old: &'o Node, new: &'n Node) -> Option<(Vec<Entry<'o>>, Vec<Step<'n>>)> {
    let item = |value: &'o Value| Entry { span: value.span.clone(), value };
    match (old, new) {
        (Node::List(old), Node::List(new)) => Some((old.iter().map(item).collect(), ordered(old, new))),
        (Node::Map(old), Node::Map(new)) => {
            let entries = old.iter().map(|(key, value)| Entry { span: key.span.start..value.span.end, value }).collect();
            Some((entries, in_text_order(named(old, new, |a, b| a.node.means(&b.node), |key| on_one_line(&key.node)))))
        }
        (Node::Group(old), Node::Group(new)) if old.meant_name() == new.meant_name() => Some(group_steps(old, new)),
        _ => None,
    }
}

fn group_steps<'o, 'n>(old: &'o Group, new: &'n Group) -> (Vec<Entry<'o>>, Vec<Step<'n>>) {
    // Values with and without names may stand in any order: each gets its place in the text.
    let items = old.items.iter().map(|value| Entry { span: value.span.clone(), value });
    let fields = old.fields.iter().map(|(word, value)| Entry { span: word.span.start..value.span.end, value });
    let mut entries: Vec<(usize, Entry)> = items.chain(fields).enumerate().collect();
    entries.sort_by_key(|(_, entry)| entry.span.start);
    let place = |index: usize| entries.iter().position(|(before, _)| *before == index).unwrap_or(index);
    let item = |(index, value): (usize, &'n Value)| match old.items.get(index) {
        Some(_) => Step::Kept(place(index), &value.node),
        None => Step::Added(String::new(), &value.node),
    };
    let field = |step| match step {
        Step::Kept(index, node) => Step::Kept(place(old.items.len() + index), node),
        added => added,
    };
    let of_fields = named(&old.fields, &new.fields, |a, b| a.text == b.text, |word| word.text.clone()).into_iter().map(field);
    let steps = in_text_order(new.items.iter().enumerate().map(item).chain(of_fields).collect());
    (entries.into_iter().map(|(_, entry)| entry).collect(), steps)
}

/// What becomes of entries with names.
fn named<'n, K>(old: &[(K, Value)], new: &'n [(K, Value)], same: impl Fn(&K, &K) -> bool, written: impl Fn(&K) -> String) -> Vec<Step<'n>> {
    let step = |(key, value): &'n (K, Value)| match old.iter().position(|(other, _)| same(other, key)) {
        Some(index) => Step::Kept(index, &value.node),
        None => Step::Added(format!("{}: ", written(key)), &value.node),
    };
    new.iter().map(step).collect()
}

/// Those that stay in the order of the text, the new ones behind them.
fn in_text_order(mut steps: Vec<Step>) -> Vec<Step> {
    steps.sort_by_key(|step| if let Step::Kept(index, _) = step { *index } else { usize::MAX });
    steps
}

/// The values of a list in their new order.
fn ordered<'n>(old: &[Value], new: &'n [Value]) -> Vec<Step<'n>> {
    let step = |(value, pair): (&'n Value, Option<usize>)| match pair {
        Some(index) => Step::Kept(index, &value.node),
        None => Step::Added(String::new(), &value.node),
    };
    new.iter().zip(pairs(old, new)).map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::text::sample::{Dice, changed, node, untidy};
    use proptest::prelude::*;

    /// What becomes of a text where its value becomes that of another text.
    fn check(old: &str, new: &str, expected: &str) {
        let (old_value, new_value) = (parse(old).0.expect("old"), parse(new).0.expect("new"));
        let spliced = spliced(old, &old_value, &new_value.node);
        assert_eq!(spliced, expected, "\n{spliced}\n");
        assert!(parse(&spliced).0.is_some_and(|value| value.node.means(&new_value.node)));
    }

    const LIST: &str = "\
// A plan.
(
    version: 1, // the first

    // What is built.
    placed: [
        // Apart.

        // About a.
        (key: \"a\", at: (63.60, 53.20)),
        (key: \"b\", at: (63.61, 53.21)), // about b
        // About c.
        (
            key: \"c\", at: (63.62, 53.22), // here
        ),
    ],
    name: \"x\"
)
";

    #[test]
    fn a_changed_value_is_replaced_where_it_is() {
        check(LIST, &LIST.replace("63.61", "7"), &LIST.replace("63.61", "7"));
        check("(a: 1.0, b: 2.50)", "(b: 2.5, a: 3)", "(a: 3, b: 2.50)");
        check("(at: Some((look: (1.0, 2), far: 3e2)))", "(at: (look: (1, 4), far: 300))", "(at: Some((look: (1.0, 4), far: 3e2)))");
        check("(at: Some(a: 1.0, b: 2))", "(at: (a: 1, b: 3))", "(at: Some(a: 1.0, b: 3))");
        check("(kind: Bench(seats: 3))", "(kind: Sign(\"x\"))", "(kind: Sign(\"x\"))");
        check("(set: {\"b\": 1.0, \"a\": 2})", "(set: {\"a\": 3, \"b\": 1, \"c\": 4})", "(set: {\"b\": 1.0, \"a\": 3, \"c\": 4})");
    }

    #[test]
    fn a_new_value_is_set_like_its_neighbours() {
        let added = LIST.replace("    name: \"x\"\n", "    name: \"x\",\n    more: true\n");
        check(LIST, &added, &added);
        check("(a: 1)", "(a: 1, b: 2)", "(a: 1, b: 2)");
        check("[1.0, 2,]", "[1, 2, 3]", "[1.0, 2, 3,]");
        check("(\n  a: 1 // one\n)", "(a: 1, b: 2)", "(\n  a: 1, // one\n  b: 2\n)");
        check("(a: [])", "(a: [(b: 1), (b: 2)])", "(a: [\n    (b: 1),\n    (b: 2),\n])");
        check("(\n    a: [\n        // none yet\n    ],\n)", "(a: [1])", "(\n    a: [\n        // none yet\n        1,\n    ],\n)");
        check("(a: [(b: 1.0)])", "(a: [(b: 1), (b: 2)])", "(a: [\n    (b: 1.0),\n    (b: 2),\n])");
        let long = "x".repeat(100);
        let (old, new) = ("(a: 1.0, /* b */ b: 2)", format!("(a: 1, b: 2, c: \"{long}\")"));
        check(old, &new, &format!("(\n    a: 1.0,\n    /* b */ b: 2,\n    c: \"{long}\",\n)"));
        check("[1.0, // one\n]", "[1, 2]", "[1.0, // one\n    2,\n]");
        check("[1.0,3]", "[1, 2, 3]", "[1.0, 2, 3]");
        check("[3.0]", "[2, 3]", "[2, 3.0]");
        check("(\r\n  a: 1,\r\n)", "(a: 1, b: 2)", "(\r\n  a: 1,\r\n  b: 2,\r\n)");
    }

    #[test]
    fn what_is_gone_takes_its_own_comments_with_it() {
        let without = |text: &str| LIST.replace(text, "");
        let a = "        // About a.\n        (key: \"a\", at: (63.60, 53.20)),\n";
        check(LIST, &without(a), &LIST.replace(&format!("\n{a}"), "\n"));
        let b = "        (key: \"b\", at: (63.61, 53.21)), // about b\n";
        check(LIST, &without(b), &without(b));
        check(LIST, &without("    version: 1, // the first\n"), &without("    version: 1, // the first\n"));
        check(LIST, &without("    name: \"x\"\n"), &without("    name: \"x\"\n").replace("    ],\n)", "    ]\n)"));
        check("(a: 1.0, b: 2, c: 3)", "(a: 1)", "(a: 1.0)");
        check("(a: 1, b: 2.0, c: 3)", "(b: 2, c: 3)", "(b: 2.0, c: 3)");
        check("(a: 1.0, // one\n b: 2)", "(a: 1)", "(a: 1.0 // one\n )");
        check("[1, 2]", "[]", "[]");
        check("[\n    // Apart.\n\n    1,\n]", "[]", "[\n    // Apart.\n\n]");
    }

    #[test]
    fn another_order_is_written_anew() {
        check("[(id: 1.0), (id: 2.0)]", "[(id: 2), (id: 1)]", "[\n    (id: 2),\n    (id: 1),\n]");
        let (old, new) = ("[\n    (id: 1), // one\n    (id: 2.0)]", "[(id: 2), (id: 1)]");
        check(old, new, "[\n    (id: 2.0),\n    (id: 1) // one\n]");
    }

    #[test]
    fn what_does_not_parse_is_written_anew() {
        let new = parse("(a: 1)").0.expect("a value").node;
        assert_eq!(splice("(a: ", &new), "(\n    a: 1,\n)\n");
        assert_eq!(splice("", &new), "(\n    a: 1,\n)\n");
    }

    /// Every value within records and lists that stays as it was is still there as it was written.
    fn all_kept(text: &str, old: &Value, new: &Node, spliced: &str) -> bool {
        match (&old.node, new) {
            (old_node, new) if old_node.means(new) => spliced.contains(&text[old.span.clone()]),
            (Node::Group(old), Node::Group(new)) if old.meant_name() == new.meant_name() => {
                old.fields.iter().all(|(word, value)| new.get(&word.text).is_none_or(|new| all_kept(text, value, &new.node, spliced)))
            }
            (Node::List(old), Node::List(new)) => {
                let pairs = pairs(old, new);
                let mut held = new.iter().zip(&pairs).filter_map(|(new, pair)| Some((&old[(*pair)?], new)));
                !pairs.iter().flatten().is_sorted() || held.all(|(old, new)| all_kept(text, old, &new.node, spliced))
            }
            _ => true,
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(5_000))]
        #[test]
        fn the_value_is_right_and_what_stays_is_untouched(
            old in node(),
            other in node(),
            numbers in prop::collection::vec(any::<u8>(), 60),
        ) {
            let mut dice = Dice::new(numbers);
            let (text, new) = (untidy(&old, &mut dice), changed(&old, &other, &mut dice));
            let (value, faults) = parse(&text);
            prop_assert_eq!(faults, [], "{}", text);
            let value = value.expect("a value");
            prop_assert!(value.node.means(&old), "{}", text);
            prop_assert_eq!(splice(&text, &value.node), text.clone());
            let spliced = spliced(&text, &value, &new);
            let (read, faults) = parse(&spliced);
            prop_assert_eq!(faults, [], "{}\n→\n{}", text, spliced);
            prop_assert!(read.is_some_and(|read| read.node.means(&new)), "{}\n→\n{}", text, spliced);
            prop_assert!(all_kept(&text, &value, &new, &spliced), "{}\n→\n{}", text, spliced);
        }
    }
}
