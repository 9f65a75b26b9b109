//! Text → terms of a formula, with the place of whatever makes no sense.

use super::Named;
use super::term::{FUNCTIONS, OPERATORS, Operator, Term};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::text::Span;
use crate::twin::text::readable::unknown_name;

/// Characters that a formula may have.
const LONGEST: usize = 1_000;
/// Brackets that may stand within one another.
const DEEPEST: usize = 24;

/// What was read, or what makes no sense and where.
pub(super) type Parsed<T> = Result<T, (Span, Diagnostic)>;

/// What a text that begins at a place of a file says, and the names in it.
pub(super) fn parse(text: &str, start: usize) -> Parsed<(Term, Vec<Named>)> {
    if text.chars().count() > LONGEST {
        return Err((start..start + text.len(), Diagnostic::error("formula-too-long").with("most", LONGEST)));
    }
    let mut parser = Parser { text, at: 0, start, depth: 0, names: Vec::new() };
    let term = parser.operation(0)?;
    parser.skip();
    if parser.at < text.len() { parser.fail() } else { Ok((term, parser.names)) }
}

/// A reader of a formula from left to right, by recursive descent over [`OPERATORS`].
struct Parser<'a> {
    text: &'a str,
    at: usize,
    start: usize,
    depth: usize,
    names: Vec<Named>,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn skip(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn span(&self, from: usize) -> Span {
        self.start + from..self.start + self.at.max(from + 1)
    }

    fn fail<T>(&self) -> Parsed<T> {
        let found = self.rest().chars().next();
        let diagnostic = match found {
            Some(sign) => Diagnostic::error("formula-stray").with("sign", sign.to_string()),
            None => Diagnostic::error("formula-ends").with("formula", self.text),
        };
        Err((self.span(self.at), diagnostic))
    }

    fn sign(&mut self, sign: &str) -> bool {
        self.skip();
        let rest = self.rest();
        // A sign of letters is one only where no letter follows.
        let after = rest.get(sign.len()..).and_then(|rest| rest.chars().next());
        let word = sign.starts_with(|c: char| c.is_alphabetic()) && after.is_some_and(is_letter);
        let found = rest.starts_with(sign) && !word;
        self.at += if found { sign.len() } else { 0 };
        found
    }

    fn operation(&mut self, level: usize) -> Parsed<Term> {
        let Some(operators) = OPERATORS.get(level) else { return self.negated() };
        let mut left = self.operation(level + 1)?;
        while let Some((_, operator)) = operators.iter().find(|(sign, _)| self.sign(sign)) {
            let right = self.operation(level + 1)?;
            left = Term::Operation(*operator, Box::new([left, right]));
        }
        Ok(left)
    }

    fn negated(&mut self) -> Parsed<Term> {
        let negative = self.sign("-");
        let atom = self.atom()?;
        Ok(if negative { Term::Operation(Operator::Subtract, Box::new([Term::Number(0.0), atom])) } else { atom })
    }

    fn atom(&mut self) -> Parsed<Term> {
        self.skip();
        let from = self.at;
        let rest = self.rest();
        if self.sign("(") {
            return self.bracketed().and_then(|mut terms| if terms.len() == 1 { Ok(terms.remove(0)) } else { self.fail() });
        }
        let length = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        if let Ok(number) = rest[..length].parse::<f64>() {
            self.at += length;
            return Ok(Term::Number(number));
        }
        let length = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
        if length == 0 {
            return self.fail();
        }
        let name = &rest[..length];
        self.at += length;
        let span = self.span(from);
        if self.sign("(") {
            return self.call(name, span);
        }
        let known = self.names.iter().position(|named| named.name == name);
        let index = known.unwrap_or_else(|| {
            self.names.push(Named { name: name.to_owned(), span });
            self.names.len() - 1
        });
        Ok(Term::Name(index))
    }

    fn call(&mut self, name: &str, span: Span) -> Parsed<Term> {
        let Some((_, function, count)) = FUNCTIONS.iter().find(|(known, ..)| *known == name) else {
            let known = FUNCTIONS.map(|(known, ..)| known);
            return Err((span, unknown_name(Diagnostic::error("formula-function-unknown"), name, &known)));
        };
        let arguments = self.bracketed()?;
        if count.is_some_and(|count| count != arguments.len()) {
            let count = count.unwrap_or_default();
            return Err((
                span,
                Diagnostic::error("formula-arguments").with("name", name).with("wanted", count).with("found", arguments.len()),
            ));
        }
        Ok(Term::Call(*function, arguments))
    }

    /// Terms with commas between them, up to the closing bracket.
    fn bracketed(&mut self) -> Parsed<Vec<Term>> {
        if self.depth == DEEPEST {
            return Err((self.span(self.at), Diagnostic::error("formula-deep").with("most", DEEPEST)));
        }
        self.depth += 1;
        let mut terms = vec![self.operation(0)?];
        while self.sign(",") {
            terms.push(self.operation(0)?);
        }
        self.depth -= 1;
        if self.sign(")") { Ok(terms) } else { self.fail() }
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
