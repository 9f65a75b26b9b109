//! A text cut into marks: brackets, names, numbers, texts. Blanks and comments lie between them.

use super::fault::{Fault, Span};
use crate::twin::diagnostic::Diagnostic;

/// What stands at a place.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark<'a> {
    /// `(`, `[` or `{`.
    Open(char),
    /// `)`, `]` or `}`.
    Close(char),
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// A name.
    Name(&'a str),
    /// A number.
    Number(f64),
    /// A text, its escapes resolved.
    Text(String),
}

/// A mark and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Token<'a> {
    /// What.
    pub mark: Mark<'a>,
    /// Where.
    pub span: Span,
}

/// The marks of a text; what is none becomes a fault and is passed over.
pub fn tokens<'a>(text: &'a str, faults: &mut Vec<Fault>) -> Vec<Token<'a>> {
    let mut scanner = Scanner { text, at: 0, faults };
    let mut tokens = Vec::new();
    while scanner.skip_blanks() {
        let start = scanner.at;
        if let Some(mark) = scanner.mark() {
            tokens.push(Token { mark, span: start..scanner.at });
        }
    }
    tokens
}

/// Where the next mark begins at or after a place between marks; the text's end where none follows.
pub fn next_mark(text: &str, at: usize) -> usize {
    let mut scanner = Scanner { text, at, faults: &mut Vec::new() };
    scanner.skip_blanks();
    scanner.at
}

/// The comments of a text that holds nothing else, in order; the end of a line belongs to none.
pub fn comments(text: &str) -> Vec<Span> {
    let mut scanner = Scanner { text, at: 0, faults: &mut Vec::new() };
    std::iter::from_fn(|| {
        scanner.take_while(char::is_whitespace);
        scanner.comment()
    })
    .collect()
}

struct Scanner<'a, 'f> {
    text: &'a str,
    at: usize,
    faults: &'f mut Vec<Fault>,
}

impl<'a> Scanner<'a, '_> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn fault(&mut self, span: Span, diagnostic: Diagnostic) {
        self.faults.push(Fault { span, diagnostic });
    }

    /// Goes on by the characters that fulfil a condition, and returns them.
    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// Goes to the next mark; false at the end.
    fn skip_blanks(&mut self) -> bool {
        self.take_while(char::is_whitespace);
        while self.comment().is_some() {
            self.take_while(char::is_whitespace);
        }
        !self.rest().is_empty()
    }

    /// Passes a comment, if one begins here.
    fn comment(&mut self) -> Option<Span> {
        let (start, rest) = (self.at, self.rest());
        if rest.starts_with("//") || rest.starts_with("#!") {
            let line = self.take_while(|c| c != '\n');
            return Some(start..start + line.trim_end_matches('\r').len());
        }
        rest.starts_with("/*").then(|| self.skip_comment()).map(|()| start..self.at)
    }

    /// Passes a block comment, which may hold others.
    fn skip_comment(&mut self) {
        let start = self.at;
        let mut depth = 0;
        while !self.rest().is_empty() {
            let rest = self.rest();
            depth += i32::from(rest.starts_with("/*")) - i32::from(rest.starts_with("*/"));
            let mark = rest.starts_with("/*") || rest.starts_with("*/");
            self.at += if mark { 2 } else { rest.chars().next().map_or(1, char::len_utf8) };
            if depth == 0 {
                return;
            }
        }
        self.fault(start..start + 2, Diagnostic::error("text-unclosed").with("sign", "*/"));
    }

    fn mark(&mut self) -> Option<Mark<'a>> {
        let first = self.rest().chars().next()?;
        let sign = match first {
            '(' | '[' | '{' => Some(Mark::Open(first)),
            ')' | ']' | '}' => Some(Mark::Close(first)),
            ',' => Some(Mark::Comma),
            ':' => Some(Mark::Colon),
            _ => None,
        };
        if sign.is_some() {
            self.at += 1;
            return sign;
        }
        let raw = self.rest().strip_prefix('r').filter(|rest| rest.trim_start_matches('#').starts_with('"'));
        if first == '"' {
            Some(Mark::Text(self.text()))
        } else if let Some(rest) = raw {
            self.raw_text(rest.len() - rest.trim_start_matches('#').len())
        } else if first.is_ascii_digit() || matches!(first, '+' | '-' | '.') {
            self.number()
        } else if first.is_alphabetic() || first == '_' {
            Some(Mark::Name(self.take_while(|c| c.is_alphanumeric() || c == '_')))
        } else {
            let span = self.at..self.at + first.len_utf8();
            self.at = span.end;
            self.fault(span, Diagnostic::error("text-stray").with("sign", first.to_string()));
            None
        }
    }

    fn number(&mut self) -> Option<Mark<'a>> {
        let start = self.at;
        self.at += 1;
        // An exponent may have a sign of its own.
        let body = self.take_while(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.');
        if body.ends_with(['e', 'E']) && !body.starts_with('x') && self.rest().starts_with(['+', '-']) {
            self.at += 1;
            self.take_while(|c| c.is_ascii_digit());
        }
        let written = self.text[start..self.at].replace('_', "");
        let whole = written.strip_prefix("0x").and_then(|digits| u64::from_str_radix(digits, 16).ok()).map(|number| number as f64);
        match whole.or_else(|| written.parse::<f64>().ok()).filter(|number| number.is_finite()) {
            Some(number) => Some(Mark::Number(number)),
            None => {
                self.fault(start..self.at, Diagnostic::error("text-number").with("text", written));
                None
            }
        }
    }

    /// A text in quotation marks. It ends on its line (raw ones need not), so that a forgotten mark harms that line alone.
    fn text(&mut self) -> String {
        let start = self.at;
        self.at += 1;
        let mut text = String::new();
        while let Some(c) = self.rest().chars().next().filter(|c| *c != '\n') {
            self.at += c.len_utf8();
            match c {
                '"' => return text,
                '\\' => text.extend(self.escape()),
                _ => text.push(c),
            }
        }
        self.fault(start..start + 1, Diagnostic::error("text-unclosed").with("sign", "\""));
        text
    }

    fn escape(&mut self) -> Option<char> {
        let start = self.at - 1;
        let c = self.rest().chars().next()?;
        self.at += c.len_utf8();
        let resolved = match c {
            'n' => Some('\n'),
            't' => Some('\t'),
            'r' => Some('\r'),
            '0' => Some('\0'),
            '\\' | '"' | '\'' => Some(c),
            'u' => {
                let opened = self.take_while(|c| c == '{').len();
                let code = self.take_while(|c| c.is_ascii_hexdigit());
                let closed = opened == 0 || self.rest().starts_with('}');
                self.at += usize::from(opened > 0 && closed);
                u32::from_str_radix(code, 16).ok().and_then(char::from_u32).filter(|_| closed && opened < 2)
            }
            _ => None,
        };
        if resolved.is_none() {
            self.fault(start..self.at, Diagnostic::error("text-escape").with("text", self.text[start..self.at].to_owned()));
        }
        resolved
    }

    /// A text between `r#"` and `"#`, with so many `#`.
    fn raw_text(&mut self, hashes: usize) -> Option<Mark<'a>> {
        let start = self.at;
        let (body, end) = (start + 2 + hashes, format!("\"{}", "#".repeat(hashes)));
        let Some(length) = self.text[body..].find(&end) else {
            self.fault(start..body, Diagnostic::error("text-unclosed").with("sign", end));
            self.at = self.text.len();
            return None;
        };
        self.at = body + length + end.len();
        Some(Mark::Text(self.text[body..body + length].to_owned()))
    }
}
