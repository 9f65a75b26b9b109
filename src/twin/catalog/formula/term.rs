//! What formulas are made of: numbers, names, operators and functions, and what each computes.

use super::Undefined;
use Operator::*;

/// A part of a formula; names by their places among those of the formula.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Term {
    Number(f64),
    Name(usize),
    Operation(Operator, Box<[Term; 2]>),
    Call(Function, Vec<Term>),
}

/// What joins two terms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Operator {
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

/// Operators by how loosely they bind; longer signs stand before those that they begin with.
pub(super) const OPERATORS: [&[(&str, Operator)]; 5] = [
    &[("or", Or)],
    &[("and", And)],
    &[("<=", AtMost), (">=", AtLeast), ("==", Equal), ("!=", Unequal), ("<", Less), (">", More)],
    &[("+", Add), ("-", Subtract)],
    &[("*", Multiply), ("/", Divide)],
];

/// What is called by a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Function {
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
pub(super) const FUNCTIONS: [(&str, Function, Option<usize>); 9] = [
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

/// The value of an operation; the right side is asked for only where it counts.
pub(super) fn operate(operator: Operator, a: f64, b: impl FnOnce() -> Result<f64, Undefined>) -> Result<f64, Undefined> {
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

/// The value of a function of at least one argument.
pub(super) fn call(function: Function, arguments: &[f64]) -> f64 {
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
