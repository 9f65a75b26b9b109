//! A mesh to be written, and the same without what a 3D program would stumble over.

/// Triangles of one material.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mesh {
    /// What it is called.
    pub name: String,
    /// Where its zero lies: x east, y up, z south of the file's [m].
    pub at: [f32; 3],
    /// Vertices [m].
    pub positions: Vec<[f32; 3]>,
    /// Directions of the surface, one a vertex; their length does not matter.
    pub normals: Vec<[f32; 3]>,
    /// Linear red, green, blue and opacity, one a vertex; none for white.
    pub colours: Vec<[u16; 4]>,
    /// Where each vertex is on the material's picture, from its upper left corner; none where there is no picture.
    pub places: Vec<[f32; 2]>,
    /// Three a triangle, counter-clockwise seen from outside.
    pub indices: Vec<u32>,
}

/// What of a mesh can be written: whole triangles of vertices that are somewhere, with unit normals.
pub(super) struct Clean {
    pub positions: Vec<[f32; 3]>,
    pub normals: Vec<[f32; 3]>,
    pub colours: Vec<[u16; 4]>,
    pub places: Vec<[f32; 2]>,
    pub indices: Vec<u32>,
}

/// A direction for what has none.
const UP: [f32; 3] = [0.0, 1.0, 0.0];

impl Clean {
    /// The mesh without faults; none where nothing is left. `is_painted` says whether places on a picture are needed.
    pub fn of(mesh: &Mesh, is_painted: bool) -> Option<Self> {
        let is_whole = |corners: &&[u32]| {
            let places = [corners[0], corners[1], corners[2]].map(|corner| mesh.positions.get(corner as usize));
            matches!(places, [Some(a), Some(b), Some(c)] if has_area(a, b, c))
        };
        let mut clean = Self { positions: Vec::new(), normals: Vec::new(), colours: Vec::new(), places: Vec::new(), indices: Vec::new() };
        let has_colours = mesh.colours.len() == mesh.positions.len();
        let mut renamed = vec![u32::MAX; mesh.positions.len()];
        for &index in mesh.indices.chunks_exact(3).filter(is_whole).flatten() {
            let at = index as usize;
            if renamed[at] == u32::MAX {
                renamed[at] = clean.positions.len() as u32;
                clean.positions.push(mesh.positions[at]);
                clean.normals.push(mesh.normals.get(at).and_then(unit).unwrap_or(UP));
                if has_colours {
                    clean.colours.push(mesh.colours[at]);
                }
                if is_painted {
                    let place = mesh.places.get(at).filter(|place| place.iter().all(|value| value.is_finite()));
                    clean.places.push(place.copied().unwrap_or_default());
                }
            }
            clean.indices.push(renamed[at]);
        }
        (!clean.indices.is_empty() && mesh.at.iter().all(|value| value.is_finite())).then_some(clean)
    }

    /// Least and greatest of each coordinate.
    pub fn bounds(&self) -> [[f32; 3]; 2] {
        self.positions.iter().fold([[f32::MAX; 3], [f32::MIN; 3]], |[low, high], position| {
            [std::array::from_fn(|axis| low[axis].min(position[axis])), std::array::from_fn(|axis| high[axis].max(position[axis]))]
        })
    }
}

fn has_area(a: &[f32; 3], b: &[f32; 3], c: &[f32; 3]) -> bool {
    let [ab, ac] = [b, c].map(|to| -> [f32; 3] { std::array::from_fn(|axis| to[axis] - a[axis]) });
    let cross = [ab[1] * ac[2] - ab[2] * ac[1], ab[2] * ac[0] - ab[0] * ac[2], ab[0] * ac[1] - ab[1] * ac[0]];
    let twice = cross.iter().map(|value| value * value).sum::<f32>();
    // What is not a number is not greater than zero either.
    twice > 0.0 && twice.is_finite()
}

fn unit(vector: &[f32; 3]) -> Option<[f32; 3]> {
    let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt();
    (length > 1e-6 && length.is_finite()).then(|| vector.map(|value| value / length))
}
