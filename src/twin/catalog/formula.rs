//! Formulas over parameters and territory: `ceil(population * pupils / 1000)`. They cannot loop, panic or reach outside.

use crate::twin::diagnostic::Diagnostic;
use crate::twin::text::form::Form;
use crate::twin::text::readable::suggest;
use crate::twin::text::tree::{Node, Value};
use crate::twin::text::{Readable, Reader, Span, Writable};

/// Characters that a formula may have.
const LONGEST: usize = 1_000;
/// Brackets that may stand within one another.
const DEEPEST: usize = 24;

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

#[derive(Clone, Debug, PartialEq)]
enum Term {
    Number(f64),
    Name(usize),
    Operation(Operator, Box<[Term; 2]>),
    Call(Function, Vec<Term>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Operator {
    Or,
    And,
    Less,
    AtMost,
    More,
    AtLeast,
    Equal,
    Unequal,
    Add,
    Subtract,
    Multiply,
    Divide,
}

use Operator::*;

/// Operators by how loosely they bind; longer signs stand before those that they begin with.
const OPERATORS: [&[(&str, Operator)]; 5] = [
    &[("or", Or)],
    &[("and", And)],
    &[("<=", AtMost), (">=", AtLeast), ("==", Equal), ("!=", Unequal), ("<", Less), (">", More)],
    &[("+", Add), ("-", Subtract)],
    &[("*", Multiply), ("/", Divide)],
];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Function {
    If,
    Min,
    Max,
    Clamp,
    Round,
    Floor,
    Ceil,
    Root,
    Not,
}

/// Functions with the number of their arguments; none for one or more.
const FUNCTIONS: [(&str, Function, Option<usize>); 9] = [
    ("if", Function::If, Some(3)),
    ("min", Function::Min, None),
    ("max", Function::Max, None),
    ("clamp", Function::Clamp, Some(3)),
    ("round", Function::Round, Some(1)),
    ("floor", Function::Floor, Some(1)),
    ("ceil", Function::Ceil, Some(1)),
    ("sqrt", Function::Root, Some(1)),
    ("not", Function::Not, Some(1)),
];

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
    /// `formula-unreadable` at the place that makes no sense, `formula-function-unknown`, `formula-arguments`, `formula-too-long`,
    /// `formula-deep`.
    pub fn parse(text: &str, start: usize) -> Result<Self, (Span, Diagnostic)> {
        if text.chars().count() > LONGEST {
            return Err((start..start + text.len(), Diagnostic::error("formula-too-long").with("most", LONGEST)));
        }
        let mut parser = Parser { text, at: 0, start, depth: 0, names: Vec::new() };
        let term = parser.operation(0)?;
        parser.skip();
        if parser.at < text.len() { parser.fail() } else { Ok(Self { text: text.to_owned(), term, names: parser.names }) }
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

fn operate(operator: Operator, a: f64, b: impl FnOnce() -> Result<f64, Undefined>) -> Result<f64, Undefined> {
    let truth = |truth: bool| Ok(f64::from(u8::from(truth)));
    match operator {
        Or => truth(a != 0.0 || b()? != 0.0),
        And => truth(a != 0.0 && b()? != 0.0),
        Less => truth(a < b()?),
        AtMost => truth(a <= b()?),
        More => truth(a > b()?),
        AtLeast => truth(a >= b()?),
        Equal => truth(a == b()?),
        Unequal => truth(a != b()?),
        Add => Ok(a + b()?),
        Subtract => Ok(a - b()?),
        Multiply => Ok(a * b()?),
        Divide => b().and_then(|b| if b == 0.0 { Err(Undefined::Division) } else { Ok(a / b) }),
    }
}

fn call(function: Function, arguments: &[f64]) -> f64 {
    let first = arguments[0];
    match function {
        Function::If => first,
        Function::Min => arguments.iter().copied().fold(first, f64::min),
        Function::Max => arguments.iter().copied().fold(first, f64::max),
        Function::Clamp => first.max(arguments[1]).min(arguments[2]),
        Function::Round => first.round(),
        Function::Floor => first.floor(),
        Function::Ceil => first.ceil(),
        Function::Root => first.sqrt(),
        Function::Not => f64::from(u8::from(first == 0.0)),
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    start: usize,
    depth: usize,
    names: Vec<Named>,
}

type Parsed<T> = Result<T, (Span, Diagnostic)>;

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
        Ok(if negative { Term::Operation(Subtract, Box::new([Term::Number(0.0), atom])) } else { atom })
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
            let unknown = Diagnostic::error("formula-function-unknown").with("name", name).with("known", known.join(", "));
            return Err((span, suggest(unknown, name, &known)));
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
