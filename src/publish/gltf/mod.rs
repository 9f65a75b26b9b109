//! glTF 2.0 in one binary file (GLB), as 3D programs open it: metres, Y up, right handed, colours in vertices.
//!
//! Khronos Group, glTF 2.0 Specification (ISO/IEC 12113:2022).

mod document;
mod mesh;

pub use mesh::Mesh;

use crate::twin::diagnostic::Diagnostic;
use mesh::Clean;

/// What a surface is made of; its colour comes from the vertices and from the picture, multiplied.
#[derive(Clone, Debug, PartialEq)]
pub struct Material {
    /// What it is called.
    pub name: String,
    /// How solid it is, 0 to 1.
    pub opacity: f32,
    /// Whether it is as solid besides as the colours of its vertices say: else they count as solid.
    pub blended: bool,
    /// 0 for everything but bare metal.
    pub metallic: f32,
    /// 0 for a mirror, 1 for chalk.
    pub roughness: f32,
    /// Whether it is seen from behind too.
    pub double_sided: bool,
    /// A picture on it, by the number that [`Glb::picture`] gave.
    pub picture: Option<usize>,
}

/// What a picture does beyond its edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrap {
    /// Its edge goes on.
    Clamp,
    /// It begins anew.
    Repeat,
}

/// A place on the globe.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Origin {
    /// Degrees east.
    pub longitude: f64,
    /// Degrees north.
    pub latitude: f64,
    /// Metres above sea level.
    pub height: f64,
}

/// A kind of data in the binary part: of each kind all meshes share one stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Positions,
    Normals,
    Colours,
    Places,
    Indices,
}

impl Section {
    const ALL: [Section; 5] = [Section::Positions, Section::Normals, Section::Colours, Section::Places, Section::Indices];
}

/// A stretch of a section.
#[derive(Clone, Debug)]
struct Accessor {
    section: Section,
    /// Bytes from the beginning of the section.
    offset: usize,
    count: usize,
    /// Least and greatest, where they are asked for.
    bounds: Option<[[f32; 3]; 2]>,
}

/// A mesh as the file's document names it.
#[derive(Clone, Debug)]
struct Part {
    name: String,
    at: [f32; 3],
    /// Numbers of its accessors.
    positions: usize,
    normals: usize,
    colours: Option<usize>,
    places: Option<usize>,
    indices: usize,
    material: usize,
}

#[derive(Clone, Debug)]
struct Picture {
    name: String,
    png: Vec<u8>,
    wrap: Wrap,
}

#[derive(Clone, Debug)]
struct Group {
    name: String,
    /// Numbers of its parts.
    parts: Vec<usize>,
}

/// A file that grows mesh by mesh.
#[derive(Clone, Debug, Default)]
pub struct Glb {
    sections: [Vec<u8>; Section::ALL.len()],
    accessors: Vec<Accessor>,
    parts: Vec<Part>,
    groups: Vec<Group>,
    materials: Vec<Material>,
    pictures: Vec<Picture>,
    credit: String,
    origin: Option<Origin>,
    triangles: usize,
}

impl Glb {
    /// An empty file. `credit` says whose data it is made of; `origin` is where its zero lies, north along −Z.
    pub fn new(credit: &str, origin: Option<Origin>) -> Self {
        Self { credit: credit.to_owned(), origin, ..Self::default() }
    }

    /// Adds a picture (PNG) and gives its number.
    pub fn picture(&mut self, name: &str, png: Vec<u8>, wrap: Wrap) -> usize {
        self.pictures.push(Picture { name: name.to_owned(), png, wrap });
        self.pictures.len() - 1
    }

    /// Adds a material and gives its number. A picture that there is not is left out.
    pub fn material(&mut self, material: Material) -> usize {
        let picture = material.picture.filter(|picture| *picture < self.pictures.len());
        self.materials.push(Material { picture, ..material });
        self.materials.len() - 1
    }

    /// The number of the group of that name; it is made where there is none.
    pub fn group(&mut self, name: &str) -> usize {
        self.groups.iter().position(|group| group.name == name).unwrap_or_else(|| {
            self.groups.push(Group { name: name.to_owned(), parts: Vec::new() });
            self.groups.len() - 1
        })
    }

    /// Triangles so far.
    pub fn triangles(&self) -> usize {
        self.triangles
    }

    /// Adds a mesh to a group in a material.
    ///
    /// Triangles without an area, and those with a corner that is nowhere, are left out; so is what has no triangle left,
    /// and what names a group or a material that there is not.
    pub fn add(&mut self, group: usize, material: usize, mesh: &Mesh) {
        let Some(is_painted) = self.materials.get(material).map(|material| material.picture.is_some()) else { return };
        let Some(clean) = Clean::of(mesh, is_painted).filter(|_| group < self.groups.len()) else { return };
        self.triangles += clean.indices.len() / 3;
        let count = clean.positions.len();
        let positions = self.store(Section::Positions, floats(&clean.positions), count, Some(clean.bounds()));
        let normals = self.store(Section::Normals, floats(&clean.normals), count, None);
        let colours = (!clean.colours.is_empty()).then(|| {
            let bytes = clean.colours.iter().flatten().flat_map(|channel| channel.to_le_bytes()).collect();
            self.store(Section::Colours, bytes, count, None)
        });
        let places = (!clean.places.is_empty()).then(|| self.store(Section::Places, floats(&clean.places), count, None));
        let indices = clean.indices.iter().flat_map(|index| index.to_le_bytes()).collect();
        let indices = self.store(Section::Indices, indices, clean.indices.len(), None);
        self.groups[group].parts.push(self.parts.len());
        self.parts.push(Part { name: mesh.name.clone(), at: mesh.at, positions, normals, colours, places, indices, material });
    }

    fn store(&mut self, section: Section, bytes: Vec<u8>, count: usize, bounds: Option<[[f32; 3]; 2]>) -> usize {
        let stored = &mut self.sections[section as usize];
        self.accessors.push(Accessor { section, offset: stored.len(), count, bounds });
        stored.extend(bytes);
        self.accessors.len() - 1
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// `model-empty` where there is nothing to be seen; `model-too-large` beyond the 4 GiB that the format can hold.
    pub fn finish(self) -> Result<Vec<u8>, Diagnostic> {
        if self.parts.is_empty() {
            return Err(Diagnostic::warning("model-empty"));
        }
        document::write(self)
    }
}

fn floats<const N: usize>(vectors: &[[f32; N]]) -> Vec<u8> {
    vectors.iter().flatten().flat_map(|value| value.to_le_bytes()).collect()
}

/// A channel of an sRGB colour as linear light in 16 bits (IEC 61966-2-1).
pub fn linear_from_srgb(channel: u8) -> u16 {
    let value = f64::from(channel) / 255.0;
    let linear = if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
    (linear * f64::from(u16::MAX)).round() as u16
}

#[cfg(test)]
mod tests;
