//! What the program has to say about its input: one type for every complaint, worded by `i18n`.

use std::fmt;

/// How much a [`Diagnostic`] matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Something was repaired, guessed or left out.
    Warning,
    /// The input cannot be used.
    Error,
}

/// A value that a message speaks of.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Shown as it is.
    Text(String),
    /// Formatted by the reader's locale.
    Number(f64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<f64> for Arg {
    fn from(number: f64) -> Self {
        Arg::Number(number)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Arg::Number(number as f64)
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Arg::Number(number as f64)
    }
}

/// One complaint: the code names the message (`error-<code>` in the locales), the arguments fill it.
///
/// Every message says what is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// Stable name of the message, in kebab case.
    pub code: &'static str,
    /// What the message speaks of, by the names that the locale files use.
    pub args: Vec<(&'static str, Arg)>,
}

impl Diagnostic {
    /// A complaint that stops the work at hand.
    pub fn error(code: &'static str) -> Self {
        Self { severity: Severity::Error, code, args: Vec::new() }
    }

    /// Something worth knowing.
    pub fn note(code: &'static str) -> Self {
        Self { severity: Severity::Note, code, args: Vec::new() }
    }

    /// A complaint that the work survives.
    pub fn warning(code: &'static str) -> Self {
        Self { severity: Severity::Warning, code, args: Vec::new() }
    }

    /// The same complaint with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// A text that the message speaks of.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.args.iter().find_map(|(known, value)| match value {
            Arg::Text(text) if *known == name => Some(text.as_str()),
            _ => None,
        })
    }

    /// The same complaint, naming the file it is about unless an inner caller already did.
    #[must_use]
    pub fn in_file(self, file: impl Into<Arg>) -> Self {
        if self.args.iter().any(|(name, _)| *name == "file") { self } else { self.with("file", file) }
    }
}

/// For logs and tests; people read the worded message of `i18n`.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        for (name, value) in &self.args {
            match value {
                Arg::Text(text) => write!(f, " {name}={text}")?,
                Arg::Number(number) => write!(f, " {name}={number}")?,
            }
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostic {}

/// A result and what there is to say about it: dirty data never fail, they are reported.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report<T> {
    /// What could be made of the input.
    pub value: T,
    /// What was noticed on the way.
    pub notes: Vec<Diagnostic>,
}
