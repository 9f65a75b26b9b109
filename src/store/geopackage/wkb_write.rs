//! Shapes as GeoPackage binary: a header with the envelope, then well-known binary.

use crate::twin::model::layer::{Shape, ShapeKind, Shapes};
use crate::twin::model::space::{GeoBox, LocalFrame, Position, signed_area};

/// The types of the standard; the number is that of well-known binary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Form {
    /// One point.
    Point = 1,
    /// One line.
    Line = 2,
    /// One outer ring with holes.
    Area = 3,
    /// Points.
    MultiPoint = 4,
    /// Lines.
    MultiLine = 5,
    /// Outer rings, each with its holes.
    MultiArea = 6,
}

impl Form {
    /// Its name in `gpkg_geometry_columns`.
    pub fn name(self) -> &'static str {
        ["POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON"][self as usize - 1]
    }

    /// The simplest form that holds a shape.
    fn of(shape: &Shape) -> Self {
        match shape.kind {
            ShapeKind::Point if shape.points().len() < 2 => Form::Point,
            ShapeKind::Point => Form::MultiPoint,
            ShapeKind::Line if shape.parts().len() < 2 => Form::Line,
            ShapeKind::Line => Form::MultiLine,
            ShapeKind::Area if shape.parts().skip(1).all(|ring| !is_outer(ring)) => Form::Area,
            ShapeKind::Area => Form::MultiArea,
        }
    }

    /// The form of several things of the same kind.
    fn plural(self) -> Self {
        match self {
            Form::Point | Form::MultiPoint => Form::MultiPoint,
            Form::Line | Form::MultiLine => Form::MultiLine,
            Form::Area | Form::MultiArea => Form::MultiArea,
        }
    }

    /// The one form in which all shapes of a layer can be written: several-part ones make all of them so. None for a mixture.
    pub fn common(shapes: &Shapes) -> Option<Self> {
        let mut forms = (0..shapes.len()).map(|index| Self::of(&shapes.get(index)));
        let first = forms.next()?;
        forms.try_fold(first, |common, form| match form {
            _ if form == common => Some(common),
            _ if form.plural() == common.plural() => Some(common.plural()),
            _ => None,
        })
    }
}

/// Appends a shape as GeoPackage binary, in its layer's common form or in its own, and returns the box around it.
pub fn write_geometry(shape: &Shape, common: Option<Form>, frame: &LocalFrame, out: &mut Vec<u8>) -> Option<GeoBox> {
    let form = common.unwrap_or_else(|| Form::of(shape));
    let is_empty = shape.points().is_empty();
    let has_envelope = !is_empty && form != Form::Point;
    // Little-endian; an envelope of two axes, or none; whether anything is there.
    let flags = 1 | u8::from(has_envelope) << 1 | u8::from(is_empty) << 4;
    out.extend_from_slice(&[b'G', b'P', 0, flags]);
    out.extend_from_slice(&(super::schema::SRS as i32).to_le_bytes());
    let envelope_at = out.len();
    out.resize(envelope_at + if has_envelope { 32 } else { 0 }, 0);
    let mut writer = Writer { frame, out, around: NOWHERE };
    writer.shape(shape, form);
    let around = writer.around;
    if has_envelope {
        let numbers = [around.west, around.east, around.south, around.north];
        for (slot, number) in out[envelope_at..envelope_at + 32].chunks_exact_mut(8).zip(numbers) {
            slot.copy_from_slice(&number.to_le_bytes());
        }
    }
    (!is_empty).then_some(around)
}

/// A box that any point makes smaller than itself.
pub const NOWHERE: GeoBox = GeoBox { west: f64::INFINITY, south: f64::INFINITY, east: f64::NEG_INFINITY, north: f64::NEG_INFINITY };

/// The smallest box around two.
pub fn union(a: GeoBox, b: GeoBox) -> GeoBox {
    GeoBox { west: a.west.min(b.west), south: a.south.min(b.south), east: a.east.max(b.east), north: a.north.max(b.north) }
}

/// Outer rings turn left; one without area belongs to the ring before it.
fn is_outer(ring: &[Position]) -> bool {
    signed_area(ring) > 0.0
}

struct Writer<'a> {
    frame: &'a LocalFrame,
    out: &'a mut Vec<u8>,
    around: GeoBox,
}

impl Writer<'_> {
    fn shape(&mut self, shape: &Shape, form: Form) {
        let rings = || shape.parts().filter(|part| !part.is_empty());
        self.head(form);
        match form {
            Form::Point => self.lone_point(shape.points().first().copied()),
            Form::MultiPoint => {
                self.count(shape.points().len());
                for &point in shape.points() {
                    self.head(Form::Point);
                    self.lone_point(Some(point));
                }
            }
            Form::Line => self.line(shape.first()),
            Form::MultiLine => {
                self.count(rings().count());
                for line in rings() {
                    self.head(Form::Line);
                    self.line(line);
                }
            }
            Form::Area => self.polygon(&rings().collect::<Vec<_>>()),
            Form::MultiArea => self.polygons(&rings().collect::<Vec<_>>()),
        }
    }

    fn polygons(&mut self, rings: &[&[Position]]) {
        let mut starts: Vec<usize> = (0..rings.len()).filter(|&index| index == 0 || is_outer(rings[index])).collect();
        starts.push(rings.len());
        self.count(starts.len() - 1);
        for range in starts.windows(2) {
            self.head(Form::Area);
            self.polygon(&rings[range[0]..range[1]]);
        }
    }

    fn polygon(&mut self, rings: &[&[Position]]) {
        self.count(rings.len());
        for ring in rings {
            self.count(ring.len() + 1);
            ring.iter().chain(ring.first()).for_each(|&point| self.point(point));
        }
    }

    fn line(&mut self, line: &[Position]) {
        self.count(line.len());
        line.iter().for_each(|&point| self.point(point));
    }

    /// A point without coordinates is how well-known binary says that there is none.
    fn lone_point(&mut self, point: Option<Position>) {
        match point {
            Some(point) => self.point(point),
            None => self.out.extend([f64::NAN; 2].iter().flat_map(|number| number.to_le_bytes())),
        }
    }

    fn point(&mut self, position: Position) {
        let point = self.frame.geo_from_position(position);
        self.around = union(self.around, GeoBox { west: point.lon, south: point.lat, east: point.lon, north: point.lat });
        self.out.extend_from_slice(&point.lon.to_le_bytes());
        self.out.extend_from_slice(&point.lat.to_le_bytes());
    }

    fn head(&mut self, form: Form) {
        self.out.push(1);
        self.out.extend_from_slice(&(form as u32).to_le_bytes());
    }

    fn count(&mut self, count: usize) {
        self.out.extend_from_slice(&(count as u32).to_le_bytes());
    }
}
