//! Reads OpenStreetMap's binary form (PBF): blocks decoded in parallel, taken over in the file's order.

use super::raw::{MemberKind, Objects, RawMember, RawNode, RawOsm};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::{Progress, proceed};
use crate::twin::model::quality::Finding;
use flate2::read::ZlibDecoder;
use osmpbf::{BlobDecode, BlobReader, Element, PrimitiveBlock, RelMemberType};
use rayon::prelude::*;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The format's own bound on a block's header, bytes.
const HEADER_LIMIT: usize = 64 * 1024;
/// The format's own bound on a block, bytes.
const BLOCK_LIMIT: usize = 32 * 1024 * 1024;
/// How many times larger than its compressed form a block may be: real ones reach about five.
const INFLATION_LIMIT: usize = 64;
/// How many times larger than the file its objects may get: real files reach about five.
const EXPANSION_LIMIT: usize = 64;

/// Reads a whole file. Blocks that cannot be decoded are skipped and counted.
pub fn read(bytes: &[u8], progress: &dyn Progress) -> Result<RawOsm, Diagnostic> {
    let blocks = blocks(bytes)?;
    let (held, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let limit = bytes.len().saturating_mul(EXPANSION_LIMIT).saturating_add(BLOCK_LIMIT);
    let chunks: Vec<Result<Option<Chunk>, Diagnostic>> = blocks
        .par_iter()
        .map(|block| {
            let count = done.fetch_add(1, Ordering::Relaxed);
            proceed(progress, "osm-read", count as f32 / blocks.len() as f32)?;
            if held.load(Ordering::Relaxed) > limit {
                return Ok(None);
            }
            let chunk = decode(block);
            held.fetch_add(chunk.as_ref().map_or(0, |chunk| chunk.objects.bytes()), Ordering::Relaxed);
            Ok(chunk)
        })
        .collect();
    let mut raw = RawOsm::default();
    let mut readable = 0;
    for (number, chunk) in chunks.into_iter().enumerate() {
        match chunk? {
            Some(chunk) => {
                readable += 1;
                take_over(&mut raw, chunk);
            }
            None => raw.quality.note(Finding::BrokenBlocks, number + 1),
        }
    }
    if readable == 0 && !blocks.is_empty() { Err(Diagnostic::error("osm-damaged").with("position", 0_usize)) } else { Ok(raw) }
}

/// Whether the bytes begin like a file of this form.
pub fn is_pbf(bytes: &[u8]) -> bool {
    let Some((length, rest)) = split_length(bytes) else { return false };
    length < HEADER_LIMIT && rest[..rest.len().min(length).min(64)].windows(9).any(|window| window == b"OSMHeader")
}

fn split_length(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    Some((u32::from_be_bytes(*length) as usize, rest))
}

/// The data blocks, each with its length and header: lengths are checked against the bytes that are there.
fn blocks(bytes: &[u8]) -> Result<Vec<&[u8]>, Diagnostic> {
    let truncated = || Diagnostic::error("osm-truncated");
    let mut blocks = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let damaged = || Diagnostic::error("osm-damaged").with("position", bytes.len() - rest.len());
        let (header_length, after) = split_length(rest).ok_or_else(truncated)?;
        if header_length > HEADER_LIMIT {
            return Err(damaged());
        }
        let header = after.get(..header_length).ok_or_else(truncated)?;
        let (kind, size) = block_header(header).ok_or_else(damaged)?;
        if size > BLOCK_LIMIT {
            return Err(damaged());
        }
        let end = 4 + header_length + size;
        let block = rest.get(..end).ok_or_else(truncated)?;
        if kind == b"OSMData" {
            blocks.push(block);
        }
        rest = &rest[end..];
    }
    Ok(blocks)
}

/// Kind and size of the block that a `BlobHeader` message announces.
fn block_header(header: &[u8]) -> Option<(&[u8], usize)> {
    let (mut kind, mut size) = (None, None);
    fields(header, |number, value| match (number, value) {
        (1, Field::Bytes(text)) => kind = Some(text),
        (3, Field::Number(number)) => size = usize::try_from(number).ok(),
        _ => {}
    })?;
    Some((kind?, size?))
}

/// The same block without compression, for the library to decode: it would inflate without regard to the input's size.
fn unpacked(block: &[u8]) -> Option<Vec<u8>> {
    let (header_length, after) = split_length(block)?;
    let (mut raw, mut packed) = (None, None);
    fields(after.get(header_length..)?, |number, value| match (number, value) {
        (1, Field::Bytes(bytes)) => raw = Some(bytes),
        (3, Field::Bytes(bytes)) => packed = Some(bytes),
        _ => {}
    })?;
    let mut inflated = Vec::new();
    let content = match (raw, packed) {
        (Some(raw), _) => raw,
        (None, Some(packed)) => {
            let limit = packed.len().saturating_mul(INFLATION_LIMIT).min(BLOCK_LIMIT - 1) as u64;
            ZlibDecoder::new(packed).take(limit + 1).read_to_end(&mut inflated).ok()?;
            if inflated.len() as u64 > limit {
                return None;
            }
            &inflated[..]
        }
        (None, None) => return None,
    };
    let mut blob = vec![0x0A];
    push_varint(&mut blob, content.len());
    blob.extend_from_slice(content);
    let mut header = b"\x0A\x07OSMData\x18".to_vec();
    push_varint(&mut header, blob.len());
    Some([&(header.len() as u32).to_be_bytes()[..], &header, &blob].concat())
}

/// A field of a protocol-buffer message.
enum Field<'a> {
    Number(u64),
    Bytes(&'a [u8]),
}

/// Shows the fields of a message; none where it is malformed or has fields of fixed width, which this format lacks.
fn fields<'a>(mut message: &'a [u8], mut see: impl FnMut(u64, Field<'a>)) -> Option<()> {
    while !message.is_empty() {
        let key = varint(&mut message)?;
        let value = varint(&mut message)?;
        match key & 7 {
            0 => see(key >> 3, Field::Number(value)),
            2 => {
                let (content, rest) = message.split_at_checked(usize::try_from(value).ok()?)?;
                message = rest;
                see(key >> 3, Field::Bytes(content));
            }
            _ => return None,
        }
    }
    Some(())
}

/// A number of the protocol-buffer encoding: seven bits a byte, least first.
fn varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u64::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

fn push_varint(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// One block's objects; texts are numbered within it.
#[derive(Default)]
struct Chunk {
    texts: Vec<Box<str>>,
    objects: Objects,
    newest: Option<i64>,
    out_of_range: u64,
    odd_texts: u64,
}

fn take_over(raw: &mut RawOsm, chunk: Chunk) {
    let texts: Vec<u32> = chunk.texts.iter().map(|text| raw.texts.intern(text)).collect();
    raw.objects.absorb(chunk.objects, |text| texts[text as usize]);
    raw.newest = raw.newest.max(chunk.newest);
    raw.quality.count(Finding::CoordinatesOutOfRange, chunk.out_of_range);
    raw.quality.count(Finding::OddValues, chunk.odd_texts);
}

/// The library overflows or panics on some malformed blocks: such a block counts as unreadable.
fn decode(block: &[u8]) -> Option<Chunk> {
    let block = unpacked(block)?;
    catch_unwind(AssertUnwindSafe(|| {
        let blob = BlobReader::new(&block[..]).next()?.ok()?;
        match blob.decode().ok()? {
            BlobDecode::OsmData(block) => Some(Decoder::new(&block).run()),
            BlobDecode::OsmHeader(_) | BlobDecode::Unknown(_) => None,
        }
    }))
    .ok()
    .flatten()
}

/// What a block's text number has become.
#[derive(Clone, Copy, PartialEq)]
enum Known {
    NotYet,
    Unreadable,
    At(u32),
}

struct Decoder<'a> {
    block: &'a PrimitiveBlock,
    known: Vec<Known>,
    chunk: Chunk,
}

impl<'a> Decoder<'a> {
    fn new(block: &'a PrimitiveBlock) -> Self {
        Self { block, known: vec![Known::NotYet; block.raw_stringtable().len()], chunk: Chunk::default() }
    }

    fn run(mut self) -> Chunk {
        let block = self.block;
        block.for_each_element(|element| self.take(element));
        self.chunk
    }

    fn take(&mut self, element: Element<'_>) {
        match element {
            Element::DenseNode(node) => {
                if node.info().is_none_or(|info| info.visible()) {
                    self.take_node(node.id(), node.nano_lon(), node.nano_lat(), node.raw_tags().map(|(k, v)| (k as u32, v as u32)));
                }
            }
            Element::Node(node) => {
                if node.info().visible() {
                    self.take_node(node.id(), node.nano_lon(), node.nano_lat(), node.raw_tags());
                }
            }
            Element::Way(way) => {
                if way.info().visible() {
                    self.see_time(way.info().milli_timestamp());
                    let tags = self.tags(way.raw_tags());
                    self.chunk.objects.push_way(way.id(), way.refs(), tags);
                }
            }
            Element::Relation(relation) => {
                if relation.info().visible() {
                    self.see_time(relation.info().milli_timestamp());
                    let tags = self.tags(relation.raw_tags());
                    let members: Vec<RawMember> = relation
                        .members()
                        .map(|member| RawMember {
                            kind: match member.member_type {
                                RelMemberType::Node => MemberKind::Node,
                                RelMemberType::Way => MemberKind::Way,
                                RelMemberType::Relation => MemberKind::Relation,
                            },
                            role: self.text(member.role_sid as u32).unwrap_or_else(|| self.empty_text()),
                            id: member.member_id,
                        })
                        .collect();
                    self.chunk.objects.push_relation(relation.id(), members, tags);
                }
            }
        }
    }

    fn take_node(&mut self, id: i64, nano_lon: i64, nano_lat: i64, tags: impl Iterator<Item = (u32, u32)>) {
        const NANO: i64 = 1_000_000_000;
        if !(-180 * NANO..=180 * NANO).contains(&nano_lon) || !(-90 * NANO..=90 * NANO).contains(&nano_lat) {
            self.chunk.out_of_range += 1;
            return;
        }
        let tags = self.tags(tags);
        self.chunk.objects.push_node(RawNode { id, lon: (nano_lon / 100) as i32, lat: (nano_lat / 100) as i32 }, tags);
    }

    fn tags(&mut self, tags: impl Iterator<Item = (u32, u32)>) -> Vec<(u32, u32)> {
        tags.filter_map(|(key, value)| Some((self.text(key)?, self.text(value)?))).collect()
    }

    /// The chunk's number for a text of the block; none where it is not there or not UTF-8.
    fn text(&mut self, number: u32) -> Option<u32> {
        let index = number as usize;
        match self.known.get(index).copied().unwrap_or(Known::Unreadable) {
            Known::At(text) => Some(text),
            Known::Unreadable => {
                self.chunk.odd_texts += 1;
                None
            }
            Known::NotYet => {
                let Ok(text) = std::str::from_utf8(&self.block.raw_stringtable()[index]) else {
                    self.known[index] = Known::Unreadable;
                    self.chunk.odd_texts += 1;
                    return None;
                };
                self.chunk.texts.push(text.into());
                let at = (self.chunk.texts.len() - 1) as u32;
                self.known[index] = Known::At(at);
                Some(at)
            }
        }
    }

    fn empty_text(&mut self) -> u32 {
        self.chunk.texts.push("".into());
        (self.chunk.texts.len() - 1) as u32
    }

    /// Times before 1970 or after 2100 are not believed.
    fn see_time(&mut self, milliseconds: Option<i64>) {
        self.chunk.newest = self.chunk.newest.max(milliseconds.filter(|time| (1..4_102_444_800_000).contains(time)));
    }
}
