//! RON texts, the notation that designers write: read strictly, and told off with line, column and reason.

use crate::twin::diagnostic::Diagnostic;
use ron::error::Error;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

/// A value out of a RON text; `file` is for the message. An optional value needs no `Some`.
///
/// # Errors
/// `ron-syntax` with file, line, column and what is wrong there (`ron-fault` in the locales words it).
pub fn parse<T: DeserializeOwned>(text: &str, file: &str) -> Result<T, Diagnostic> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(text).map_err(|error| {
        let place = Diagnostic::error("ron-syntax").with("line", error.span.start.line).with("column", error.span.start.col);
        let Fault { sort, name, known } = match fault(&error.code) {
            // A sign that is missing where nothing follows: the text is cut off.
            Fault { sort: "sign", .. } if is_end(text, error.span.start.line, error.span.start.col) => fault(&Error::Eof),
            fault => fault,
        };
        place.with("file", file).with("fault", sort).with("name", name).with("known", known)
    })
}

/// What is wrong: the sort of fault, the name or sign that it is about, and the names that would be right.
struct Fault {
    sort: &'static str,
    name: String,
    known: String,
}

/// Whether nothing follows after the character at a line and column, both counted from 1.
fn is_end(text: &str, line: usize, column: usize) -> bool {
    let mut rest = text.lines().skip(line - 1);
    let here = rest.next().unwrap_or("").chars().skip(column);
    here.chain(rest.flat_map(str::chars)).all(char::is_whitespace)
}

fn fault(error: &Error) -> Fault {
    let about = |sort, name: &str| Fault { sort, name: name.to_owned(), known: String::new() };
    let sign = |sign| about("sign", sign);
    let one_of = |sort, name: &str, known: &[&str]| Fault { known: known.join(", "), ..about(sort, name) };
    match error {
        Error::NoSuchStructField { expected, found, .. } => one_of("unknown-field", found, expected),
        Error::NoSuchEnumVariant { expected, found, .. } => one_of("unknown-name", found, expected),
        Error::MissingStructField { field, .. } => about("missing-field", field),
        Error::DuplicateStructField { field, .. } => about("repeated-field", field),
        Error::ExpectedDifferentStructName { expected, .. } => about("wanted-name", expected),
        Error::InvalidValueForType { expected, .. } => about(wanted(expected), ""),
        Error::ExpectedDifferentLength { .. } => about("length", ""),
        Error::ExpectedFloat | Error::FloatUnderscore => about("number", ""),
        Error::ExpectedInteger | Error::IntegerOutOfBounds | Error::InvalidIntegerDigit { .. } => about("whole-number", ""),
        Error::ExpectedBoolean => about("boolean", ""),
        Error::ExpectedString | Error::ExpectedChar | Error::InvalidEscape(_) => about("text", ""),
        Error::ExpectedArray => sign("["),
        Error::ExpectedArrayEnd => sign("]"),
        Error::ExpectedComma => sign(","),
        Error::ExpectedMap => sign("{"),
        Error::ExpectedMapColon => sign(":"),
        Error::ExpectedMapEnd => sign("}"),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) | Error::ExpectedUnit => sign("("),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => sign(")"),
        Error::ExpectedStringEnd => sign("\""),
        Error::UnclosedBlockComment => sign("*/"),
        Error::Eof => about("end", ""),
        Error::UnexpectedChar(found) => about("stray", &found.to_string()),
        Error::InvalidIdentifier(found) | Error::SuggestRawIdentifier(found) => about("stray", found),
        Error::TrailingCharacters => about("trailing", ""),
        Error::ExceededRecursionLimit => about("deep", ""),
        _ => about("other", ""),
    }
}

/// The sort of value that serde's English wants.
fn wanted(expected: &str) -> &'static str {
    let has = |words: &[&str]| words.iter().any(|word| expected.contains(word));
    match () {
        () if has(&["string", "character", "identifier"]) => "text",
        () if has(&["bool"]) => "boolean",
        () if has(&["f32", "f64", "float"]) => "number",
        () if has(&["u8", "u16", "u32", "u64", "usize", "i8", "i16", "i32", "i64", "integer"]) => "whole-number",
        () if has(&["sequence", "array"]) => "list",
        () => "value",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Park {
        name: String,
        area: f64,
        #[serde(default)]
        trees: Option<u32>,
        #[serde(default)]
        kinds: Vec<Kind>,
    }

    #[derive(Debug, Deserialize)]
    enum Kind {
        Oak,
        Elm,
    }

    fn complaint(text: &str) -> String {
        parse::<Park>(text, "p.ron").expect_err("a fault").to_string()
    }

    #[test]
    fn faults_are_named_where_they_are() {
        assert_eq!(parse::<Park>("(name: \"A\", area: 2, trees: 7)", "").expect("right").trees, Some(7));
        let at = |line: u32, column: u32, rest: &str| format!("ron-syntax line={line} column={column} file=p.ron {rest}");
        assert_eq!(complaint("(\n  nmae: \"A\",\n area: 1)"), at(2, 3, "fault=unknown-field name=nmae known=name, area, trees, kinds"));
        assert_eq!(complaint("(name: \"A\")"), at(1, 11, "fault=missing-field name=area known="));
        assert_eq!(complaint("(name: \"A\", area: 1, kinds: [Oak, Ash])"), at(1, 35, "fault=unknown-name name=Ash known=Oak, Elm"));
        assert_eq!(complaint("(name: \"A\", area: wide)"), at(1, 18, "fault=number name= known="));
        assert!(complaint("(name: \"A\", area: 1, trees: many)").contains("fault=whole-number"));
        assert!(complaint("(name: A, area: 1)").contains("fault=text"));
        assert!(complaint("(name: \"A\", area: 1").contains("fault=end"));
        assert!(complaint("(name: \"A\", area: 1) x").contains("fault=trailing"));
        assert!(complaint("(name: \"A\" area: 1)").contains("fault=sign name=,"));
    }
}
