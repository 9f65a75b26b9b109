//! The two parts of a binary glTF file: the document in JSON, and the bytes that it speaks of.

use super::{Accessor, Glb, Material, Part, Section, Wrap};
use crate::twin::diagnostic::Diagnostic;
use serde_json::{Map, Value, json};

/// "glTF", little endian.
const MAGIC: u32 = 0x4654_6C67;
const VERSION: u32 = 2;
/// "JSON" and "BIN", little endian.
const CHUNKS: [u32; 2] = [0x4E4F_534A, 0x004E_4942];

/// Numbers that the specification has from OpenGL.
const UNSIGNED_SHORT: u32 = 5123;
const UNSIGNED_INT: u32 = 5125;
const FLOAT: u32 = 5126;
const ARRAY_BUFFER: u32 = 34962;
const ELEMENT_ARRAY_BUFFER: u32 = 34963;
const LINEAR: u32 = 9729;
const LINEAR_MIPMAP_LINEAR: u32 = 9987;
const REPEAT: u32 = 10497;
const CLAMP_TO_EDGE: u32 = 33071;

/// Below this opacity a surface lets something through.
const SOLID: f32 = 0.995;

impl Section {
    /// Type and number of the components, whether they are shares of their greatest value, and what the bytes are for.
    fn form(self) -> (u32, &'static str, bool, u32) {
        match self {
            Section::Positions | Section::Normals => (FLOAT, "VEC3", false, ARRAY_BUFFER),
            Section::Colours => (UNSIGNED_SHORT, "VEC4", true, ARRAY_BUFFER),
            Section::Places => (FLOAT, "VEC2", false, ARRAY_BUFFER),
            Section::Indices => (UNSIGNED_INT, "SCALAR", false, ELEMENT_ARRAY_BUFFER),
        }
    }

    /// Bytes from one vertex to the next; none for indices, which have no vertices.
    fn stride(self) -> Option<usize> {
        match self {
            Section::Positions | Section::Normals => Some(12),
            Section::Colours | Section::Places => Some(8),
            Section::Indices => None,
        }
    }
}

/// The bytes of a file that is not empty.
pub(super) fn write(mut glb: Glb) -> Result<Vec<u8>, Diagnostic> {
    let mut binary = Vec::new();
    let mut views = Vec::new();
    let mut view_of = [0; Section::ALL.len()];
    for section in Section::ALL {
        let bytes = std::mem::take(&mut glb.sections[section as usize]);
        if bytes.is_empty() {
            continue;
        }
        view_of[section as usize] = views.len();
        let mut view = view(&binary, bytes.len());
        view.insert("target".into(), section.form().3.into());
        view.extend(section.stride().map(|stride| ("byteStride".to_owned(), stride.into())));
        views.push(Value::Object(view));
        // Vertices and indices are whole words of four bytes: what follows them is aligned too.
        binary.extend(bytes);
    }
    let mut images = Vec::new();
    for picture in &mut glb.pictures {
        images.push(json!({ "name": picture.name, "mimeType": "image/png", "bufferView": views.len() }));
        let bytes = std::mem::take(&mut picture.png);
        views.push(Value::Object(view(&binary, bytes.len())));
        binary.extend(bytes);
        binary.resize(binary.len().next_multiple_of(4), 0);
    }
    let document = document(&glb, &view_of, views, images, binary.len());
    pack(document.to_string().into_bytes(), binary)
}

/// A stretch of bytes that begins where the others end.
fn view(before: &[u8], length: usize) -> Map<String, Value> {
    let fields = [("buffer", 0), ("byteOffset", before.len()), ("byteLength", length)];
    fields.map(|(name, value)| (name.to_owned(), Value::from(value))).into_iter().collect()
}

fn document(glb: &Glb, view_of: &[usize], views: Vec<Value>, images: Vec<Value>, length: usize) -> Value {
    let groups: Vec<_> = glb.groups.iter().filter(|group| !group.parts.is_empty()).collect();
    let parts = glb.parts.iter().enumerate().map(|(mesh, part)| json!({ "name": part.name, "mesh": mesh, "translation": exact(&part.at) }));
    let nodes: Vec<Value> = parts.chain(groups.iter().map(|group| json!({ "name": group.name, "children": group.parts }))).collect();
    let roots: Vec<usize> = (glb.parts.len()..nodes.len()).collect();
    let mut document = json!({
        "asset": asset(glb),
        "scene": 0,
        "scenes": [{ "nodes": roots }],
        "nodes": nodes,
        "meshes": glb.parts.iter().map(mesh).collect::<Vec<_>>(),
        "materials": glb.materials.iter().map(material).collect::<Vec<_>>(),
        "accessors": glb.accessors.iter().map(|accessor| accessor_of(accessor, view_of)).collect::<Vec<_>>(),
        "bufferViews": views,
        "buffers": [{ "byteLength": length }],
    });
    // An empty list is an error of its own.
    if !images.is_empty() {
        let texture = |(source, picture): (usize, &super::Picture)| json!({ "source": source, "sampler": picture.wrap as usize });
        document["textures"] = glb.pictures.iter().enumerate().map(texture).collect();
        document["samplers"] = [Wrap::Clamp, Wrap::Repeat].map(sampler).into_iter().collect();
        document["images"] = images.into();
    }
    document
}

fn asset(glb: &Glb) -> Value {
    let mut asset = json!({ "version": "2.0", "generator": concat!("aimaq ", env!("CARGO_PKG_VERSION")) });
    if !glb.credit.is_empty() {
        asset["copyright"] = glb.credit.as_str().into();
    }
    if let Some(origin) = glb.origin {
        asset["extras"] = json!({ "longitude": origin.longitude, "latitude": origin.latitude, "height": origin.height });
    }
    asset
}

fn mesh(part: &Part) -> Value {
    let mut attributes = json!({ "POSITION": part.positions, "NORMAL": part.normals });
    for (name, accessor) in [("COLOR_0", part.colours), ("TEXCOORD_0", part.places)] {
        if let Some(accessor) = accessor {
            attributes[name] = accessor.into();
        }
    }
    json!({ "name": part.name, "primitives": [{ "attributes": attributes, "indices": part.indices, "material": part.material }] })
}

fn material(material: &Material) -> Value {
    let opacity = f64::from(material.opacity.clamp(0.0, 1.0));
    let mut surface = json!({
        "baseColorFactor": [1.0, 1.0, 1.0, opacity],
        "metallicFactor": f64::from(material.metallic.clamp(0.0, 1.0)),
        "roughnessFactor": f64::from(material.roughness.clamp(0.0, 1.0)),
    });
    if let Some(picture) = material.picture {
        surface["baseColorTexture"] = json!({ "index": picture });
    }
    let mut written = json!({ "name": material.name, "pbrMetallicRoughness": surface, "doubleSided": material.double_sided });
    if material.opacity < SOLID || material.blended {
        written["alphaMode"] = "BLEND".into();
    }
    written
}

fn sampler(wrap: Wrap) -> Value {
    let beyond = match wrap {
        Wrap::Clamp => CLAMP_TO_EDGE,
        Wrap::Repeat => REPEAT,
    };
    json!({ "magFilter": LINEAR, "minFilter": LINEAR_MIPMAP_LINEAR, "wrapS": beyond, "wrapT": beyond })
}

fn accessor_of(accessor: &Accessor, view_of: &[usize]) -> Value {
    let (component, kind, normalized, _) = accessor.section.form();
    let mut written = json!({
        "bufferView": view_of[accessor.section as usize],
        "byteOffset": accessor.offset,
        "componentType": component,
        "count": accessor.count,
        "type": kind,
    });
    if normalized {
        written["normalized"] = true.into();
    }
    if let Some([low, high]) = &accessor.bounds {
        (written["min"], written["max"]) = (exact(low), exact(high));
    }
    written
}

/// Numbers as the file's own bytes have them: the shortest text of a single-precision number is another double-precision one.
fn exact(values: &[f32]) -> Value {
    values.iter().map(|value| f64::from(*value)).collect()
}

/// Header, document and bytes in their frames.
fn pack(mut document: Vec<u8>, binary: Vec<u8>) -> Result<Vec<u8>, Diagnostic> {
    document.resize(document.len().next_multiple_of(4), b' ');
    let length = 12 + 8 + document.len() + 8 + binary.len();
    let size = |length: usize| u32::try_from(length).map_err(|_| Diagnostic::error("model-too-large"));
    let mut file = Vec::with_capacity(length);
    for word in [MAGIC, VERSION, size(length)?] {
        file.extend(word.to_le_bytes());
    }
    for (chunk, bytes) in CHUNKS.into_iter().zip([document, binary]) {
        file.extend(size(bytes.len())?.to_le_bytes());
        file.extend(chunk.to_le_bytes());
        file.extend(bytes);
    }
    Ok(file)
}
