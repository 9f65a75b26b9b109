//! Formulas over parameters and territory: `ceil(population * pupils / 1000)`. They cannot loop, panic or reach outside.

mod parser;
mod term;

use crate::twin::diagnostic::Diagnostic;
use crate::twin::text::form::Form;
use crate::twin::text::tree::{Node, Value};
use crate::twin::text::{Readable, Reader, Span, Writable};
use term::{Function, Term, call, operate};

/// A formula as it was written, ready to be computed.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// As written.
    pub text: String,
    term: Term,
    names: Vec<Named>,
}

/// A name in a formula, and where it stands in the file.
#[derive(Clone, Debug)]
pub struct Named {
    /// The name.
    pub name: String,
    /// Where.
    pub span: Span,
}

impl PartialEq for Named {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// Why a formula has no value.
#[derive(Clone, Debug, PartialEq)]
pub enum Undefined {
    /// A name that has no value.
    Name(String),
    /// Division by zero.
    Division,
    /// Too large, or no number at all.
    Overflow,
}

impl Formula {
    /// A formula out of a text that begins at a place of a file.
    ///
    /// # Errors
    /// `formula-stray` and `formula-ends` at the place that makes no sense, `formula-function-unknown`, `formula-arguments`,
    /// `formula-too-long`, `formula-deep`.
    pub fn parse(text: &str, start: usize) -> Result<Self, (Span, Diagnostic)> {
        parser::parse(text, start).map(|(term, names)| Self { text: text.to_owned(), term, names })
    }

    /// A formula that is a number.
    pub fn constant(number: f64) -> Self {
        Self { text: number.to_string(), term: Term::Number(number), names: Vec::new() }
    }

    /// The names that it needs values of, in the order in which they stand.
    pub fn names(&self) -> &[Named] {
        &self.names
    }

    /// Its value; `value_of` knows what names stand for. Conditions are 1 or 0.
    ///
    /// # Errors
    /// Why it has none.
    pub fn value(&self, value_of: &dyn Fn(&str) -> Option<f64>) -> Result<f64, Undefined> {
        self.value_of(&self.term, value_of)
    }

    fn value_of(&self, term: &Term, value_of: &dyn Fn(&str) -> Option<f64>) -> Result<f64, Undefined> {
        let of = |term: &Term| self.value_of(term, value_of);
        let value = match term {
            Term::Number(number) => *number,
            Term::Name(index) => value_of(&self.names[*index].name).ok_or_else(|| Undefined::Name(self.names[*index].name.clone()))?,
            Term::Operation(operator, sides) => operate(*operator, of(&sides[0])?, || of(&sides[1]))?,
            // Only the branch that is taken needs a value.
            Term::Call(Function::If, arguments) => of(&arguments[if of(&arguments[0])? != 0.0 { 1 } else { 2 }])?,
            Term::Call(function, arguments) => call(*function, &arguments.iter().map(of).collect::<Result<Vec<f64>, _>>()?),
        };
        if value.is_finite() { Ok(value) } else { Err(Undefined::Overflow) }
    }
}

impl Readable for Formula {
    fn form() -> Form {
        Form::Formula
    }

    /// A text, or a plain number.
    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        match &value.node {
            Node::Number(number) => Some(Self::constant(*number)),
            // The text begins after its quotation mark.
            Node::Text(text) => Self::parse(text, value.span.start + 1).map_err(|(span, fault)| reader.fault(&span, fault)).ok(),
            _ => reader.wanted(value, &Self::form()),
        }
    }
}

impl Writable for Formula {
    /// A plain number, else the text as it was written.
    fn to_node(&self) -> Node {
        match self.term {
            Term::Number(number) if number.to_string() == self.text => Node::Number(number),
            _ => Node::Text(self.text.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value(text: &str) -> Result<f64, Undefined> {
        let formula = Formula::parse(text, 0).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
        formula.value(&|name| {
            [("population", 880.0), ("zero", 0.0), ("huge", 1e200)].into_iter().find(|(known, _)| *known == name).map(|(_, value)| value)
        })
    }

    fn fault(text: &str) -> (usize, String) {
        let (span, diagnostic) = Formula::parse(text, 10).expect_err("a fault");
        (span.start, diagnostic.to_string())
    }

    #[test]
    fn formulas_have_the_values_of_arithmetic() {
        assert_eq!(value("ceil(population * 136 / 1000 / 20) * 20"), Ok(120.0));
        assert_eq!(value("1 + 2 * 3 - -4 / (2 - 4)"), Ok(5.0));
        assert_eq!(value("if(population > 500 and not(zero), clamp(5, 1, 3), 1 / zero)"), Ok(3.0));
        assert_eq!(value("min(3, 2, 4) + max(1, 7) + round(2.5) + sqrt(9)"), Ok(15.0));
        assert_eq!(value("1 <= 1 or 1 / zero"), Ok(1.0));
        assert_eq!(value("order"), Err(Undefined::Name("order".into())), "a name may begin like an operator");
    }

    #[test]
    fn what_has_no_value_says_why() {
        assert_eq!(value("1 / zero"), Err(Undefined::Division));
        assert_eq!(value("huge * huge"), Err(Undefined::Overflow));
        assert_eq!(value("sqrt(0 - 1)"), Err(Undefined::Overflow));
        assert_eq!(value("people"), Err(Undefined::Name("people".into())));
    }

    #[test]
    fn faults_are_told_where_they_are() {
        assert_eq!(fault("1 + $"), (14, "formula-stray sign=$".into()));
        assert_eq!(fault("(1 + 2"), (16, "formula-ends formula=(1 + 2".into()));
        assert_eq!(fault("1 + ciel(2)").0, 14);
        assert!(fault("1 + ciel(2)").1.ends_with("suggestion=ceil"));
        assert_eq!(fault("if(1, 2)"), (10, "formula-arguments name=if wanted=3 found=2".into()));
        assert_eq!(fault(&"(".repeat(500)).1, "formula-deep most=24");
        assert_eq!(fault(&"1+".repeat(600)).1, "formula-too-long most=1000");
    }

    #[test]
    fn what_is_written_reads_back() {
        for (formula, node) in [
            (Formula::constant(-2.5), Node::Number(-2.5)),
            (Formula::parse("3.0", 0).expect("a formula"), Node::Text("3.0".into())),
            (Formula::parse("places * 0.25", 0).expect("a formula"), Node::Text("places * 0.25".into())),
        ] {
            assert_eq!(formula.to_node(), node);
            assert_eq!(Formula::read(&node.into(), &mut Reader::default()), Some(formula));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]
        #[test]
        fn no_text_makes_a_formula_panic(text in "[-a-d0-9 .,()+*/<>=!$ä]{0,40}|(if|min|sqrt|clamp)\\([-a-d0-9,/ ()]{0,30}\\)") {
            if let Ok(formula) = Formula::parse(&text, 0) {
                let _ = formula.value(&|name| (name != "a").then_some(name.len() as f64 - 1.0));
            }
        }
    }
}
