//! GeoPackage binary as shapes: nothing that a blob says of itself is believed before the bytes are there.

use crate::twin::model::layer::{ShapeKind, Shapes};
use crate::twin::model::space::{GeoPoint, LocalFrame, Position, signed_area};
use rayon::prelude::*;

/// What is wrong with a geometry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WkbFlaw {
    /// No GeoPackage binary.
    NotGeometry,
    /// It ends before it is complete.
    Truncated,
    /// A type that no layer has (curves, collections).
    UnsupportedType,
    /// Coordinates that are not on the globe.
    OffTheGlobe,
}

/// How a part closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PartRole {
    /// A point or a line.
    Open,
    /// An outer ring.
    Outer,
    /// A hole of the outer ring before it.
    Hole,
}

/// Shapes as files give them, in degrees, collected to be projected many at a time.
#[derive(Clone, Debug, Default)]
pub struct GeoShapes {
    points: Vec<GeoPoint>,
    /// End in `points`, and role.
    parts: Vec<(usize, PartRole)>,
    /// Kind, and end in `parts`.
    shapes: Vec<(ShapeKind, usize)>,
}

impl GeoShapes {
    /// How many shapes were collected.
    pub fn len(&self) -> usize {
        self.shapes.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.shapes.is_empty()
    }

    /// Forgets them, and keeps the memory for the next ones.
    pub fn clear(&mut self) {
        self.points.clear();
        self.parts.clear();
        self.shapes.clear();
    }

    /// Collects the shape of a blob.
    ///
    /// # Errors
    /// What is wrong with it; it is then left out as a whole.
    pub fn push_blob(&mut self, blob: &[u8]) -> Result<(), WkbFlaw> {
        let (points, parts) = (self.points.len(), self.parts.len());
        match self.read_blob(blob) {
            Ok(kind) => self.shapes.push((kind, self.parts.len())),
            Err(flaw) => {
                self.points.truncate(points);
                self.parts.truncate(parts);
                return Err(flaw);
            }
        }
        Ok(())
    }

    /// Adds the shapes to a layer's, in its plane; rings are turned the way that the layer wants them.
    pub fn append_to(&self, shapes: &mut Shapes, frame: &LocalFrame) {
        let mut positions: Vec<Position> = self.points.par_iter().map(|&point| frame.position_from_geo(point)).collect();
        let mut start = 0;
        for &(end, role) in &self.parts {
            let part = &mut positions[start..end];
            let is_turned = match role {
                PartRole::Open => false,
                PartRole::Outer => signed_area(part) < 0.0,
                PartRole::Hole => signed_area(part) > 0.0,
            };
            if is_turned {
                part.reverse();
            }
            start = end;
        }
        let mut part_start = 0;
        for &(kind, part_end) in &self.shapes {
            let parts = (part_start..part_end).map(|part| {
                let from = if part == 0 { 0 } else { self.parts[part - 1].0 };
                &positions[from..self.parts[part].0]
            });
            shapes.push(kind, parts);
            part_start = part_end;
        }
    }

    fn read_blob(&mut self, blob: &[u8]) -> Result<ShapeKind, WkbFlaw> {
        let [b'G', b'P', _, flags, ..] = *blob else { return Err(WkbFlaw::NotGeometry) };
        if flags & 0b10_0000 != 0 {
            return Err(WkbFlaw::UnsupportedType);
        }
        let envelope = match flags >> 1 & 0b111 {
            0 => 0,
            1 => 32,
            2 | 3 => 48,
            4 => 64,
            _ => return Err(WkbFlaw::NotGeometry),
        };
        let mut reader = Reader { bytes: blob.get(8 + envelope..).ok_or(WkbFlaw::Truncated)?, is_little: true, axes: 2 };
        self.read_geometry(&mut reader)
    }

    fn read_geometry(&mut self, reader: &mut Reader) -> Result<ShapeKind, WkbFlaw> {
        let base = reader.head()?;
        match base {
            1 => self.read_point(reader)?,
            2 => self.read_line(reader)?,
            3 => self.read_polygon(reader)?,
            4..=6 => {
                // The smallest member takes a head of five bytes and a count: only as many can follow.
                for _ in 0..reader.count(9)? {
                    if reader.head()? != base - 3 {
                        return Err(WkbFlaw::UnsupportedType);
                    }
                    match base {
                        4 => self.read_point(reader)?,
                        5 => self.read_line(reader)?,
                        _ => self.read_polygon(reader)?,
                    }
                }
            }
            _ => return Err(WkbFlaw::UnsupportedType),
        }
        Ok(match base {
            1 | 4 => ShapeKind::Point,
            2 | 5 => ShapeKind::Line,
            _ => ShapeKind::Area,
        })
    }

    fn read_point(&mut self, reader: &mut Reader) -> Result<(), WkbFlaw> {
        let point = reader.point()?;
        if point.lon.is_nan() && point.lat.is_nan() {
            return Ok(());
        }
        self.keep(point)?;
        self.parts.push((self.points.len(), PartRole::Open));
        Ok(())
    }

    fn read_line(&mut self, reader: &mut Reader) -> Result<(), WkbFlaw> {
        let count = reader.count(8 * reader.axes)?;
        for _ in 0..count {
            self.keep(reader.point()?)?;
        }
        if count > 0 {
            self.parts.push((self.points.len(), PartRole::Open));
        }
        Ok(())
    }

    fn read_polygon(&mut self, reader: &mut Reader) -> Result<(), WkbFlaw> {
        for ring in 0..reader.count(4)? {
            let start = self.points.len();
            for _ in 0..reader.count(8 * reader.axes)? {
                self.keep(reader.point()?)?;
            }
            // Files repeat the first point at the end, layers do not.
            if self.points.len() - start > 1 && self.points.last() == self.points.get(start) {
                self.points.pop();
            }
            if self.points.len() > start {
                self.parts.push((self.points.len(), if ring == 0 { PartRole::Outer } else { PartRole::Hole }));
            }
        }
        Ok(())
    }

    fn keep(&mut self, point: GeoPoint) -> Result<(), WkbFlaw> {
        if !point.is_valid() {
            return Err(WkbFlaw::OffTheGlobe);
        }
        self.points.push(point);
        Ok(())
    }
}

/// Well-known binary from its front to its end.
struct Reader<'a> {
    bytes: &'a [u8],
    is_little: bool,
    axes: usize,
}

impl Reader<'_> {
    /// Reads byte order and type; returns the type without its third and fourth axis, which are skipped later.
    fn head(&mut self) -> Result<u32, WkbFlaw> {
        self.is_little = match self.take::<1>()? {
            [0] => false,
            [1] => true,
            _ => return Err(WkbFlaw::NotGeometry),
        };
        let code = self.number()?;
        self.axes = match code / 1000 {
            0 => 2,
            1 | 2 => 3,
            3 => 4,
            _ => return Err(WkbFlaw::UnsupportedType),
        };
        Ok(code % 1000)
    }

    /// A count of things that take at least `size` bytes each: no more than there is room for.
    fn count(&mut self, size: usize) -> Result<usize, WkbFlaw> {
        let count = self.number()? as usize;
        if count > self.bytes.len() / size { Err(WkbFlaw::Truncated) } else { Ok(count) }
    }

    fn point(&mut self) -> Result<GeoPoint, WkbFlaw> {
        let point = GeoPoint::new(self.real()?, self.real()?);
        for _ in 2..self.axes {
            self.take::<8>()?;
        }
        Ok(point)
    }

    fn number(&mut self) -> Result<u32, WkbFlaw> {
        let bytes = self.take()?;
        Ok(if self.is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    fn real(&mut self) -> Result<f64, WkbFlaw> {
        let bytes = self.take()?;
        Ok(if self.is_little { f64::from_le_bytes(bytes) } else { f64::from_be_bytes(bytes) })
    }

    fn take<const COUNT: usize>(&mut self) -> Result<[u8; COUNT], WkbFlaw> {
        let (head, rest) = self.bytes.split_first_chunk::<COUNT>().ok_or(WkbFlaw::Truncated)?;
        self.bytes = rest;
        Ok(*head)
    }
}
