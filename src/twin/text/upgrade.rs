//! Files of older versions: small steps make their trees what this version reads.

use super::fault::Fault;
use super::parse::parse;
use super::readable::{Readable, Reader};
use super::tree::{Node, Value};
use crate::twin::diagnostic::Diagnostic;

/// A step from one version of a file's form to the next: fields get other names, values another form.
pub type Upgrade = fn(&mut Node);

/// What a whole file holds. It says in its field `version` which form it has.
pub trait Versioned: Readable {
    /// From version 1 to 2, from 2 to 3, and so on.
    const UPGRADES: &'static [Upgrade];
    /// The version that this program writes.
    const VERSION: u32 = Self::UPGRADES.len() as u32 + 1;
}

/// A file's value, of this version or an older one, and every fault in its text.
pub fn read_file<T: Versioned>(text: &str) -> (Option<T>, Vec<Fault>) {
    let (mut value, faults) = parse(text);
    read_parsed(value.as_mut(), faults)
}

/// The same of a text that has been parsed; older values are made new on the way.
pub fn read_parsed<T: Versioned>(value: Option<&mut Value>, faults: Vec<Fault>) -> (Option<T>, Vec<Fault>) {
    let mut reader = Reader { faults };
    let Some(value) = value else { return (None, reader.faults) };
    if let Some(unknown) = upgrade(value, T::UPGRADES) {
        // What else another version has would be told of as faults, and is none.
        reader.faults.push(unknown);
        return (None, reader.faults);
    }
    let read = T::read(value, &mut reader);
    reader.faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
    (read, reader.faults)
}

/// Brings a file's tree to the newest version; a fault where its version is none that this program knows.
fn upgrade(value: &mut Value, upgrades: &[Upgrade]) -> Option<Fault> {
    let Node::Group(group) = &value.node else { return None };
    let known = upgrades.len() + 1;
    let written = group.get("version")?;
    let span = written.span.clone();
    let unknown = |number: f64| Diagnostic::error("text-version-unknown").with("version", number).with("known", known);
    match written.node {
        // What is no whole number the reader tells of.
        Node::Number(number) if number.fract() != 0.0 => None,
        Node::Number(number) if !(1.0..=known as f64).contains(&number) => Some(Fault { span, diagnostic: unknown(number) }),
        Node::Number(number) => {
            upgrades[number as usize - 1..].iter().for_each(|upgrade| upgrade(&mut value.node));
            if let Node::Group(group) = &mut value.node {
                group.set("version", Node::Number(known as f64));
            }
            None
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record;
    use crate::twin::text::Spot;

    record! {
        /// A park as version 3 has it.
        pub struct Park in "park" {
            /// Version.
            version: Spot<u32>,
            /// Square metres.
            area: f64,
            /// Name.
            name: String,
        }
    }

    impl Versioned for Park {
        const UPGRADES: &'static [Upgrade] = &[title_is_called_name, hectares_are_square_metres];
    }

    fn title_is_called_name(node: &mut Node) {
        if let Node::Group(group) = node {
            group.rename("title", "name");
        }
    }

    fn hectares_are_square_metres(node: &mut Node) {
        let Node::Group(group) = node else { return };
        if let Some(Node::Number(hectares)) = group.remove("hectares").map(|value| value.node) {
            group.set("area", Node::Number(hectares * 10_000.0));
        }
    }

    #[test]
    fn older_versions_open() {
        let newest = read_file::<Park>("(version: 3, name: \"A\", area: 20000)");
        assert_eq!(newest.1, []);
        for older in ["(version: 1, title: \"A\", hectares: 2)", "(version: 2, name: \"A\", hectares: 2)"] {
            assert_eq!(read_file::<Park>(older), newest, "{older}");
        }
    }

    #[test]
    fn faults_of_older_versions_stand_where_they_are_written() {
        let told = |text: &str| -> Vec<String> {
            read_file::<Park>(text).1.iter().map(|fault| format!("{} {}", fault.span.start, fault.diagnostic)).collect()
        };
        assert_eq!(told("(version: 1, title: 5, hectares: 2)"), ["20 text-value-wanted form=text"]);
        assert_eq!(told("(version: 4, trees: [])"), ["10 text-version-unknown version=4 known=3"]);
        assert_eq!(told("(version: 0)"), ["10 text-version-unknown version=0 known=3"]);
        assert_eq!(told("(version: 1.5, name: \"A\", area: 1)"), ["10 text-value-wanted form=whole"]);
        assert_eq!(told("(name: \"A\", area: 1)"), ["0 text-field-missing name=version"]);
    }
}
