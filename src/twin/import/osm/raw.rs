//! OpenStreetMap objects as files hold them: ids, coordinates, references, and tags with each text held once.

use super::tags::{Tags, Texts};
use super::{pbf, xml};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::{NamedBytes, Progress};
use crate::twin::model::quality::{Finding, Quality};
use crate::twin::model::space::{GeoBox, GeoPoint};

/// Reads an OpenStreetMap file, PBF or XML, told apart by its content.
///
/// Blocks or objects that cannot be read are left out and counted; `Err` names the file and the reason where
/// nothing can be read, or where the file ends too early.
pub fn parse(file: &NamedBytes, progress: &dyn Progress) -> Result<RawOsm, Diagnostic> {
    let mut raw = parse_bytes(&file.bytes, progress).map_err(|diagnostic| diagnostic.in_file(file.name.as_str()))?;
    raw.file.clone_from(&file.name);
    Ok(raw)
}

/// Reads OpenStreetMap data without a name; memory stays within a fixed multiple of the input.
pub fn parse_bytes(bytes: &[u8], progress: &dyn Progress) -> Result<RawOsm, Diagnostic> {
    let mut raw = match Content::of(bytes) {
        Content::Pbf => pbf::read(bytes, progress)?,
        Content::Xml => xml::read(bytes, progress)?,
        Content::Compressed(kind) => return Err(Diagnostic::error("osm-compressed").with("kind", kind)),
        Content::Empty => return Err(Diagnostic::error("osm-empty")),
        Content::Other => return Err(Diagnostic::error("osm-format")),
    };
    let duplicates = raw.objects.normalise();
    raw.quality.count(Finding::DuplicateIds, duplicates);
    if raw.objects.is_empty() {
        return Err(Diagnostic::error("osm-nothing"));
    }
    Ok(raw)
}

/// What a file is, by its first bytes.
enum Content {
    Pbf,
    Xml,
    Compressed(&'static str),
    Empty,
    Other,
}

const COMPRESSED: [(&[u8], &str); 5] =
    [(b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"PK\x03\x04", "zip"), (b"\xfd7zXZ", "xz"), (b"7z\xbc\xaf", "7z")];

impl Content {
    fn of(bytes: &[u8]) -> Self {
        if let Some((_, kind)) = COMPRESSED.iter().find(|(magic, _)| bytes.starts_with(magic)) {
            return Content::Compressed(kind);
        }
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match text.iter().find(|byte| !byte.is_ascii_whitespace()) {
            None => Content::Empty,
            Some(b'<') => Content::Xml,
            Some(_) if pbf::is_pbf(bytes) => Content::Pbf,
            Some(_) => Content::Other,
        }
    }
}

/// A node: 16 bytes. Degrees are held in the 10⁻⁷ that OpenStreetMap has.
#[derive(Clone, Copy, Debug)]
pub struct RawNode {
    /// Id within its file.
    pub id: i64,
    /// Longitude, 10⁻⁷ degrees.
    pub lon: i32,
    /// Latitude, 10⁻⁷ degrees.
    pub lat: i32,
}

impl RawNode {
    /// In degrees.
    pub fn point(self) -> GeoPoint {
        GeoPoint::new(f64::from(self.lon) / 1e7, f64::from(self.lat) / 1e7)
    }
}

/// A stretch of one of the flat arrays.
#[derive(Clone, Copy, Debug, Default)]
pub struct Span {
    first: u32,
    end: u32,
}

impl Span {
    /// As indices.
    pub fn range(self) -> std::ops::Range<usize> {
        self.first as usize..self.end as usize
    }
}

/// A way, a relation, or the tags of a node.
#[derive(Clone, Copy, Debug)]
pub struct RawObject {
    /// Id within its kind.
    pub id: i64,
    /// Node references of a way, members of a relation; nothing for a node.
    pub refs: Span,
    /// Its tags.
    pub tags: Span,
}

/// What a member of a relation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberKind {
    /// Node.
    Node,
    /// Way.
    Way,
    /// Relation.
    Relation,
}

/// A member of a relation.
#[derive(Clone, Copy, Debug)]
pub struct RawMember {
    /// What it is.
    pub kind: MemberKind,
    /// Its role, in the file's texts.
    pub role: u32,
    /// Its id.
    pub id: i64,
}

/// Objects in flat arrays; ways, relations and tagged nodes point into them.
#[derive(Clone, Debug, Default)]
pub struct Objects {
    /// All nodes.
    pub nodes: Vec<RawNode>,
    /// Tags of the nodes that have any.
    pub tagged: Vec<RawObject>,
    /// Ways.
    pub ways: Vec<RawObject>,
    /// Relations.
    pub relations: Vec<RawObject>,
    /// Node references of the ways.
    pub refs: Vec<i64>,
    /// Members of the relations.
    pub members: Vec<RawMember>,
    /// Keys and values, in the file's texts.
    pub tags: Vec<(u32, u32)>,
}

impl Objects {
    /// Adds a node; its tags are kept if it has any.
    pub fn push_node(&mut self, node: RawNode, tags: impl IntoIterator<Item = (u32, u32)>) {
        self.nodes.push(node);
        let tags = self.push_tags(tags);
        if !tags.range().is_empty() {
            self.tagged.push(RawObject { id: node.id, refs: Span::default(), tags });
        }
    }

    /// Adds a way.
    pub fn push_way(&mut self, id: i64, refs: impl IntoIterator<Item = i64>, tags: impl IntoIterator<Item = (u32, u32)>) {
        let first = self.refs.len() as u32;
        self.refs.extend(refs);
        let refs = Span { first, end: self.refs.len() as u32 };
        let tags = self.push_tags(tags);
        self.ways.push(RawObject { id, refs, tags });
    }

    /// Adds a relation.
    pub fn push_relation(&mut self, id: i64, members: impl IntoIterator<Item = RawMember>, tags: impl IntoIterator<Item = (u32, u32)>) {
        let first = self.members.len() as u32;
        self.members.extend(members);
        let refs = Span { first, end: self.members.len() as u32 };
        let tags = self.push_tags(tags);
        self.relations.push(RawObject { id, refs, tags });
    }

    fn push_tags(&mut self, tags: impl IntoIterator<Item = (u32, u32)>) -> Span {
        let first = self.tags.len() as u32;
        self.tags.extend(tags);
        Span { first, end: self.tags.len() as u32 }
    }

    /// Takes over other objects, whose texts have become those that `text` tells.
    pub fn absorb(&mut self, other: Objects, text: impl Fn(u32) -> u32) {
        let (refs, members, tags) = (self.refs.len() as u32, self.members.len() as u32, self.tags.len() as u32);
        let moved = |span: Span, by: u32| Span { first: span.first + by, end: span.end + by };
        let shifted = |object: RawObject, by: u32| RawObject { refs: moved(object.refs, by), tags: moved(object.tags, tags), ..object };
        self.nodes.extend(other.nodes);
        self.tagged.extend(other.tagged.into_iter().map(|object| shifted(object, 0)));
        self.ways.extend(other.ways.into_iter().map(|object| shifted(object, refs)));
        self.relations.extend(other.relations.into_iter().map(|object| shifted(object, members)));
        self.refs.extend(other.refs);
        self.members.extend(other.members.into_iter().map(|member| RawMember { role: text(member.role), ..member }));
        self.tags.extend(other.tags.into_iter().map(|(key, value)| (text(key), text(value))));
    }

    /// Sorts everything by id and leaves the last one of each id; returns how many went.
    pub fn normalise(&mut self) -> u64 {
        let before = self.nodes.len() + self.ways.len() + self.relations.len();
        sort_last_counts(&mut self.nodes, |node| node.id);
        sort_last_counts(&mut self.tagged, |object| object.id);
        sort_last_counts(&mut self.ways, |object| object.id);
        sort_last_counts(&mut self.relations, |object| object.id);
        (before - self.nodes.len() - self.ways.len() - self.relations.len()) as u64
    }

    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty() && self.ways.is_empty() && self.relations.is_empty()
    }

    /// Bytes held by the arrays' content.
    pub fn bytes(&self) -> usize {
        size_of::<RawNode>() * self.nodes.len()
            + size_of::<RawObject>() * (self.tagged.len() + self.ways.len() + self.relations.len())
            + 8 * (self.refs.len() + self.tags.len())
            + size_of::<RawMember>() * self.members.len()
    }

    /// The index of a node.
    pub fn node_index(&self, id: i64) -> Option<usize> {
        self.nodes.binary_search_by_key(&id, |node| node.id).ok()
    }

    /// The index of a way.
    pub fn way_index(&self, id: i64) -> Option<usize> {
        self.ways.binary_search_by_key(&id, |way| way.id).ok()
    }
}

fn sort_last_counts<T>(items: &mut Vec<T>, id: impl Fn(&T) -> i64) {
    if items.is_sorted_by(|a, b| id(a) < id(b)) {
        return;
    }
    items.sort_by_key(&id);
    // `dedup_by` hands the later one first and keeps the earlier: swapping makes the last one count.
    items.dedup_by(|later, earlier| {
        let same = id(later) == id(earlier);
        if same {
            std::mem::swap(later, earlier);
        }
        same
    });
}

/// The content of one OpenStreetMap file, or of several merged ones.
#[derive(Clone, Debug, Default)]
pub struct RawOsm {
    /// The file's name.
    pub file: String,
    /// Time of the newest object, milliseconds since 1970, where objects carry one.
    pub newest: Option<i64>,
    /// Every text once.
    pub texts: Texts,
    /// The objects, each kind sorted by id.
    pub objects: Objects,
    /// What was noticed on the way.
    pub quality: Quality,
}

impl RawOsm {
    /// Several files as one; an object that stands in several of them is taken from the last.
    pub fn merge(files: Vec<RawOsm>) -> RawOsm {
        let mut files = files.into_iter();
        let mut merged = files.next().unwrap_or_default();
        let mut more = false;
        for file in files {
            merged.quality.merge(&file.quality);
            merged.newest = merged.newest.max(file.newest);
            let texts: Vec<u32> = file.texts.iter().map(|text| merged.texts.intern(text)).collect();
            merged.objects.absorb(file.objects, |text| texts[text as usize]);
            more = true;
        }
        if more {
            merged.objects.normalise();
        }
        merged
    }

    /// The tags of an object.
    pub fn tags(&self, object: &RawObject) -> Tags<'_> {
        Tags::new(&self.texts, &self.objects.tags[object.tags.range()])
    }

    /// The text of a member's role.
    pub fn role(&self, member: &RawMember) -> &str {
        self.texts.get(member.role)
    }

    /// What to frame: a box around the nodes of buildings and streets, outliers left out.
    ///
    /// The half percent farthest on each side is set aside, then taken back where it lies within 15 % of the rest.
    pub fn robust_extent(&self) -> GeoBox {
        let mut lons = Vec::new();
        let mut lats = Vec::new();
        for node in self.framing_nodes() {
            lons.push(node.lon);
            lats.push(node.lat);
        }
        let ([west, east], [south, north]) = (robust_range(&mut lons), robust_range(&mut lats));
        let [west, south, east, north] = [west, south, east, north].map(|degrees| f64::from(degrees) / 1e7);
        GeoBox { west, south, east, north }
    }

    /// Nodes of buildings and streets; of all ways where those are few, and all nodes where there is no way.
    fn framing_nodes(&self) -> Vec<RawNode> {
        let of_ways = |wanted: &dyn Fn(Tags<'_>) -> bool| -> Vec<RawNode> {
            let ways = self.objects.ways.iter().filter(|way| wanted(self.tags(way)));
            let refs = ways.flat_map(|way| &self.objects.refs[way.refs.range()]);
            refs.filter_map(|&id| self.objects.node_index(id)).map(|index| self.objects.nodes[index]).collect()
        };
        let built = of_ways(&|tags| tags.has("building") || tags.has("highway"));
        if built.len() >= 100 {
            return built;
        }
        let any = of_ways(&|_| true);
        if any.is_empty() { self.objects.nodes.clone() } else { any }
    }
}

/// Least and greatest of the values, outliers left out.
fn robust_range(values: &mut [i32]) -> [i32; 2] {
    values.sort_unstable();
    let (Some(&least), Some(&greatest)) = (values.first(), values.last()) else { return [0, 0] };
    let count = values.len();
    let aside = if count < 20 { 0 } else { (count / 200).max(1) };
    let (low, high) = (i64::from(values[aside]), i64::from(values[count - 1 - aside]));
    if low == high {
        return [least, greatest];
    }
    let reach = (high - low) * 15 / 100;
    let within = |value: &&i32| (low - reach..=high + reach).contains(&i64::from(**value));
    let first = values.iter().find(within).copied().unwrap_or(least);
    let last = values.iter().rev().find(within).copied().unwrap_or(greatest);
    [first, last]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_an_id_counts() {
        let mut items = vec![(3, 'a'), (1, 'b'), (3, 'c'), (1, 'd'), (2, 'e'), (3, 'f')];
        sort_last_counts(&mut items, |item| item.0);
        assert_eq!(items, [(1, 'd'), (2, 'e'), (3, 'f')]);
    }

    #[test]
    fn outliers_do_not_stretch_the_range() {
        let mut values: Vec<i32> = (0..1000).collect();
        values.extend([-100_000, 250_000]);
        assert_eq!(robust_range(&mut values), [0, 999]);
    }
}
