//! Reads OpenStreetMap's XML form, as its interface and JOSM write it.

use super::raw::{MemberKind, RawMember, RawNode, RawOsm};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::{Progress, proceed};
use crate::twin::model::quality::Finding;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

/// Reads a whole file. A file that ends before its root does is an error.
pub fn read(bytes: &[u8], progress: &dyn Progress) -> Result<RawOsm, Diagnostic> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => return Err(Diagnostic::error("osm-truncated")),
        Err(error) => return Err(Diagnostic::error("osm-damaged").with("position", error.valid_up_to())),
    };
    let mut reader = Reader::from_str(text);
    let mut state = State::default();
    for count in 0_usize.. {
        if count.is_multiple_of(1 << 16) {
            proceed(progress, "osm-read", reader.buffer_position() as f32 / bytes.len().max(1) as f32)?;
        }
        let damaged = |position: u64| Diagnostic::error("osm-damaged").with("position", position);
        match reader.read_event() {
            Ok(Event::Start(element)) => state.open(&element, false)?,
            Ok(Event::Empty(element)) => state.open(&element, true)?,
            Ok(Event::End(_)) => state.close(),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(quick_xml::Error::Syntax(_)) => return Err(Diagnostic::error("osm-truncated")),
            Err(_) => return Err(damaged(reader.error_position())),
        }
    }
    match (state.depth, state.seen_root) {
        (_, false) => Err(Diagnostic::error("osm-format")),
        (0, true) => Ok(state.raw),
        (_, true) => Err(Diagnostic::error("osm-truncated")),
    }
}

/// What an open element is.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Node(RawNode),
    Way,
    Relation,
}

/// The object being read.
#[derive(Debug)]
struct Open {
    kind: Kind,
    id: i64,
    keep: bool,
    refs: Vec<i64>,
    members: Vec<RawMember>,
    tags: Vec<(u32, u32)>,
}

#[derive(Default)]
struct State {
    raw: RawOsm,
    depth: usize,
    seen_root: bool,
    open: Option<Open>,
}

/// The value of one attribute, entities resolved.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name)?;
    Some(unescape(&found.value).map_or_else(|_| found.value.to_string(), |value| value.into_owned()))
}

fn number<T: std::str::FromStr>(element: &BytesStart<'_>, name: &str) -> Option<T> {
    attribute(element, name)?.trim().parse().ok()
}

impl State {
    fn open(&mut self, element: &BytesStart<'_>, empty: bool) -> Result<(), Diagnostic> {
        let name = element.name();
        let name: &str = name.as_ref();
        if self.depth == 0 {
            if name != "osm" {
                return Err(Diagnostic::error("osm-format"));
            }
            self.seen_root = true;
        }
        match (self.depth, name) {
            (1, "node" | "way" | "relation") => self.begin(element, name),
            (2, _) => self.detail(element, name),
            _ => {}
        }
        self.depth += 1;
        if empty {
            self.close();
        }
        Ok(())
    }

    fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth != 1 {
            return;
        }
        let Some(open) = self.open.take().filter(|open| open.keep) else { return };
        match open.kind {
            Kind::Node(node) => self.raw.objects.push_node(node, open.tags),
            Kind::Way => self.raw.objects.push_way(open.id, open.refs, open.tags),
            Kind::Relation => self.raw.objects.push_relation(open.id, open.members, open.tags),
        }
    }

    fn begin(&mut self, element: &BytesStart<'_>, name: &str) {
        let Some(id) = number::<i64>(element, "id") else {
            self.raw.quality.note(Finding::OddValues, format!("{name} id"));
            return;
        };
        let deleted = attribute(element, "visible").is_some_and(|visible| visible == "false")
            || attribute(element, "action").is_some_and(|action| action == "delete");
        if name != "node"
            && let Some(time) = attribute(element, "timestamp").and_then(|text| text.parse::<jiff::Timestamp>().ok())
        {
            let milliseconds = Some(time.as_millisecond()).filter(|time| (1..4_102_444_800_000).contains(time));
            self.raw.newest = self.raw.newest.max(milliseconds);
        }
        let (kind, readable) = match name {
            "way" => (Kind::Way, true),
            "relation" => (Kind::Relation, true),
            _ => match self.place(element, id) {
                Some(node) => (Kind::Node(node), true),
                None => (Kind::Way, false),
            },
        };
        let keep = readable && !deleted;
        self.open = Some(Open { kind, id, keep, refs: Vec::new(), members: Vec::new(), tags: Vec::new() });
    }

    fn place(&mut self, element: &BytesStart<'_>, id: i64) -> Option<RawNode> {
        let (lon, lat) = (number::<f64>(element, "lon"), number::<f64>(element, "lat"));
        match (lon, lat) {
            (Some(lon), Some(lat)) if (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat) => {
                Some(RawNode { id, lon: (lon * 1e7).round() as i32, lat: (lat * 1e7).round() as i32 })
            }
            _ => {
                self.raw.quality.note(Finding::CoordinatesOutOfRange, format!("n{id}"));
                None
            }
        }
    }

    fn detail(&mut self, element: &BytesStart<'_>, name: &str) {
        let Some(open) = &mut self.open else { return };
        match name {
            "tag" => {
                if let (Some(key), Some(value)) = (attribute(element, "k"), attribute(element, "v")) {
                    open.tags.push((self.raw.texts.intern(&key), self.raw.texts.intern(&value)));
                }
            }
            "nd" => open.refs.extend(number::<i64>(element, "ref")),
            "member" => {
                let kind = match attribute(element, "type").as_deref() {
                    Some("node") => MemberKind::Node,
                    Some("way") => MemberKind::Way,
                    Some("relation") => MemberKind::Relation,
                    _ => return,
                };
                let role = self.raw.texts.intern(&attribute(element, "role").unwrap_or_default());
                open.members.extend(number::<i64>(element, "ref").map(|id| RawMember { kind, role, id }));
            }
            _ => {}
        }
    }
}
