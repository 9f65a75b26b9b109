//! From marks to a tree. After a mistake the reading goes on where it makes sense again, so that all are found at once.

use super::fault::{Fault, Span};
use super::token::{Mark, Token, tokens};
use super::tree::{Group, Node, Value, Word};
use crate::twin::diagnostic::Diagnostic;

/// Brackets that may stand within one another.
const DEEPEST: usize = 64;

/// The value that a text holds, and all that is wrong with it; none where nothing is written.
pub fn parse(text: &str) -> (Option<Value>, Vec<Fault>) {
    let mut faults = Vec::new();
    let tokens = tokens(text, &mut faults);
    let mut parser = Parser { tokens, at: 0, depth: 0, end: text.trim_end().len(), ended: false, faults };
    let value = if parser.tokens.is_empty() {
        parser.fault(0..0, Diagnostic::error("text-empty"));
        None
    } else {
        Some(parser.value())
    };
    if let Some(token) = parser.tokens.get(parser.at).filter(|_| parser.faults.is_empty()) {
        let span = token.span.clone();
        parser.fault(span, Diagnostic::error("text-trailing"));
    }
    // Of a text that was given up nothing is made.
    let given_up = parser.faults.iter().any(|fault| fault.diagnostic.code == "text-deep");
    (value.filter(|_| !given_up), parser.faults)
}

struct Parser<'a> {
    tokens: Vec<Token<'a>>,
    at: usize,
    depth: usize,
    end: usize,
    /// Whether the text ended, or was given up, within brackets, and that was told of.
    ended: bool,
    faults: Vec<Fault>,
}

impl<'a> Parser<'a> {
    /// One fault a place: those that follow from it say nothing new.
    fn fault(&mut self, span: Span, diagnostic: Diagnostic) {
        if self.faults.iter().all(|fault| fault.span.start != span.start) {
            self.faults.push(Fault { span, diagnostic });
        }
    }

    fn mark(&self, ahead: usize) -> Option<&Mark<'a>> {
        self.tokens.get(self.at + ahead).map(|token| &token.mark)
    }

    /// Where the reading stands.
    fn here(&self) -> Span {
        self.tokens.get(self.at).map_or(self.end..self.end, |token| token.span.clone())
    }

    /// Where the last mark ended.
    fn passed(&self) -> usize {
        self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or(0, |token| token.span.end)
    }

    fn value(&mut self) -> Value {
        let start = self.here();
        let node = match self.mark(0).cloned() {
            Some(Mark::Text(text)) => self.pass(Node::Text(text)),
            Some(Mark::Number(number)) => self.pass(Node::Number(number)),
            Some(Mark::Name("true")) => self.pass(Node::Truth(true)),
            Some(Mark::Name("false")) => self.pass(Node::Truth(false)),
            Some(Mark::Name(name)) => {
                self.at += 1;
                let name = Some(Word { text: name.to_owned(), span: start.clone() });
                let group = if self.mark(0) == Some(&Mark::Open('(')) { self.within(Self::group) } else { Some(Group::default()) };
                group.map_or(Node::Broken, |group| Node::Group(Group { name, ..group }))
            }
            Some(Mark::Open('(')) => self.within(Self::group).map_or(Node::Broken, Node::Group),
            Some(Mark::Open('[')) => self.within(Self::list).map_or(Node::Broken, Node::List),
            Some(Mark::Open(_)) => self.within(Self::map).map_or(Node::Broken, Node::Map),
            _ => {
                self.fault(start.clone(), Diagnostic::error("text-value-missing"));
                return Value { span: start, node: Node::Broken };
            }
        };
        Value { span: start.start..self.passed(), node }
    }

    fn pass(&mut self, node: Node) -> Node {
        self.at += 1;
        node
    }

    /// Reads what stands in brackets, unless they are nested too deeply: then nothing more is read.
    fn within<T>(&mut self, read: impl Fn(&mut Self) -> T) -> Option<T> {
        if self.depth == DEEPEST {
            let span = self.here();
            self.fault(span, Diagnostic::error("text-deep").with("most", DEEPEST));
            self.at = self.tokens.len();
            self.ended = true;
            return None;
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        Some(read)
    }

    fn group(&mut self) -> Group {
        let mut group = Group::default();
        self.items(')', |parser| {
            if let (Some(Mark::Name(name)), Some(Mark::Colon)) = (parser.mark(0).cloned(), parser.mark(1)) {
                let word = Word { text: name.to_owned(), span: parser.here() };
                parser.at += 2;
                let value = parser.value();
                group.fields.push((word, value));
            } else {
                let value = parser.value();
                group.items.push(value);
            }
        });
        group
    }

    fn list(&mut self) -> Vec<Value> {
        let mut list = Vec::new();
        self.items(']', |parser| list.push(parser.value()));
        list
    }

    fn map(&mut self) -> Vec<(Value, Value)> {
        let mut map = Vec::new();
        self.items('}', |parser| {
            let key = parser.value();
            if parser.mark(0) == Some(&Mark::Colon) {
                parser.at += 1;
            } else {
                let span = parser.here();
                parser.fault(span, Diagnostic::error("text-sign-missing").with("sign", ":"));
            }
            map.push((key, parser.value()));
        });
        map
    }

    /// Reads items with commas between them up to the closing bracket.
    fn items(&mut self, close: char, mut item: impl FnMut(&mut Self)) {
        let open = self.here();
        self.at += 1;
        loop {
            match self.mark(0) {
                None => return self.cut_off(open, close),
                Some(Mark::Close(found)) if *found == close => return self.at += 1,
                // Another bracket closes something outside: this one was forgotten.
                Some(Mark::Close(_)) => return self.unclosed(open, close),
                _ => {}
            }
            let before = self.at;
            item(self);
            let stuck = self.at == before;
            // Nothing could be made of this mark, and it was told of: without it the reading goes on.
            self.at += usize::from(stuck);
            match self.mark(0) {
                Some(Mark::Comma) => self.at += 1,
                Some(Mark::Close(_)) | None => {}
                Some(_) if stuck => {}
                Some(_) => {
                    let here = self.here();
                    self.fault(here, Diagnostic::error("text-sign-missing").with("sign", ","));
                }
            }
        }
    }

    /// At the end of the text one bracket is told of: those around it are open for the same reason.
    fn cut_off(&mut self, open: Span, close: char) {
        if !std::mem::replace(&mut self.ended, true) {
            self.unclosed(open, close);
        }
    }

    fn unclosed(&mut self, open: Span, close: char) {
        self.fault(open, Diagnostic::error("text-unclosed").with("sign", close.to_string()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<(usize, &'static str)> {
        parse(text).1.iter().map(|fault| (fault.span.start, fault.diagnostic.code)).collect()
    }

    #[test]
    fn the_whole_notation_is_read() {
        let text = "#![enable(implicit_some)]\n/* a /* nested */ one */ Scene(id: \"қала\\n\", size: (1, -2.5e3), list: [true, Oak,], raw: r#\"a \"b\"\"#, map: {\"a\": 0xff}) // end";
        let (value, faults) = parse(text);
        assert_eq!(faults, []);
        let Some(Value { node: Node::Group(group), .. }) = value else { panic!("a group") };
        let names: Vec<&str> = group.fields.iter().map(|(word, _)| word.text.as_str()).collect();
        assert_eq!(names, ["id", "size", "list", "raw", "map"]);
        assert_eq!(group.fields[0].1.node, Node::Text("қала\n".into()));
        assert_eq!(&text[group.fields[1].1.span.clone()], "(1, -2.5e3)");
        assert!(matches!(&group.fields[4].1.node, Node::Map(map) if map[0].1.node == Node::Number(255.0)));
    }

    #[test]
    fn all_faults_are_found_at_once() {
        assert_eq!(codes(""), [(0, "text-empty")]);
        assert_eq!(codes("(a: 1 b: 2, c: , d: 4)"), [(6, "text-sign-missing"), (15, "text-value-missing")]);
        assert_eq!(codes("(a: [1, 2, b: 3)"), [(12, "text-sign-missing"), (4, "text-unclosed")]);
        assert_eq!(codes("(a: ;1, b: 1.2.3)"), [(4, "text-stray"), (11, "text-number"), (16, "text-value-missing")]);
        assert_eq!(codes("(a: \"x, b: 2\n)"), [(4, "text-unclosed")]);
        assert_eq!(codes("() ()"), [(3, "text-trailing")]);
        assert_eq!(codes(&"[".repeat(10_000)).first(), Some(&(64, "text-deep")));
    }
}
