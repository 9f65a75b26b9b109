//! Reads a binary glTF file back, as a 3D program would, and holds it against what went in.

use super::*;
use serde_json::Value;

/// A quad about a place, of which the second triangle has no area and the third a corner that is nowhere.
fn mesh(name: &str, at: [f32; 3]) -> Mesh {
    Mesh {
        name: name.into(),
        at,
        positions: vec![[0.0, 0.1, 0.0], [7.5, 0.1, 0.0], [7.5, 0.1, -3.0], [f32::NAN, 0.0, 0.0], [9.0, 9.0, 9.0]],
        normals: vec![[0.0, 127.0, 3.0], [0.0; 3], [0.0, 127.0, 0.0], [0.0; 3], [0.0; 3]],
        colours: vec![[u16::MAX, 0, 0, u16::MAX]; 5],
        places: vec![[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0; 2], [0.0; 2]],
        indices: vec![0, 1, 2, 0, 1, 1, 0, 1, 3, 0, 1, 77],
    }
}

fn plain(picture: Option<usize>, opacity: f32) -> Material {
    Material { name: "plain".into(), opacity, blended: false, metallic: 0.0, roughness: 0.9, double_sided: false, picture }
}

/// The document and the bytes of a file.
fn read(file: &[u8]) -> (Value, &[u8]) {
    let word = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().expect("four bytes")) as usize;
    assert_eq!((&file[..4], word(4), word(8)), (&b"glTF"[..], 2, file.len()));
    let (length, json) = (word(12), &file[16..20]);
    assert_eq!((json, length % 4), (&b"JSON"[..], 0));
    let second = 20 + length;
    assert_eq!((&file[second + 4..second + 8], second + 8 + word(second)), (&b"BIN\0"[..], file.len()));
    (serde_json::from_slice(&file[20..second]).expect("JSON"), &file[second + 8..])
}

fn number(value: &Value) -> usize {
    value.as_u64().expect("a number") as usize
}

/// The bytes of an accessor.
fn bytes_of<'a>(document: &Value, bytes: &'a [u8], accessor: &Value) -> &'a [u8] {
    let accessor = &document["accessors"][number(accessor)];
    let view = &document["bufferViews"][number(&accessor["bufferView"])];
    let size = match (accessor["type"].as_str(), number(&accessor["componentType"])) {
        (Some("VEC3"), 5126) => 12,
        (Some("VEC4"), 5123) | (Some("VEC2"), 5126) => 8,
        (Some("SCALAR"), 5125) => 4,
        other => panic!("{other:?}"),
    };
    let (offset, length) = (number(&accessor["byteOffset"]), size * number(&accessor["count"]));
    assert!(offset + length <= number(&view["byteLength"]), "{accessor} in {view}");
    let start = number(&view["byteOffset"]) + offset;
    assert_eq!(start % 4, 0);
    &bytes[start..start + length]
}

fn floats_of(bytes: &[u8]) -> Vec<f32> {
    bytes.chunks_exact(4).map(|four| f32::from_le_bytes(four.try_into().expect("four"))).collect()
}

/// Numbers of the document in single precision, as the bytes have them.
fn singles(values: &Value) -> Vec<f32> {
    values.as_array().expect("numbers").iter().map(|value| value.as_f64().expect("a number") as f32).collect()
}

fn file() -> Vec<u8> {
    let origin = Origin { longitude: 63.6, latitude: 53.2, height: 170.0 };
    let mut glb = Glb::new("© Somebody", Some(origin));
    let picture = glb.picture("windows", vec![1, 2, 3, 4, 5], Wrap::Repeat);
    let (bare, painted) = (glb.material(plain(None, 0.5)), glb.material(plain(Some(picture), 1.0)));
    let group = glb.group("Buildings");
    let _without_parts = glb.group("Trees");
    assert_eq!(glb.group("Buildings"), group);
    glb.add(group, bare, &mesh("one", [512.0, 0.0, -0.1]));
    glb.add(group, painted, &mesh("two", [0.0; 3]));
    glb.add(group, painted, &Mesh { indices: vec![0, 1, 1], ..mesh("without area", [0.0; 3]) });
    glb.add(9, painted, &mesh("in no group", [0.0; 3]));
    assert_eq!(glb.triangles(), 2);
    glb.finish().expect("a file")
}

#[test]
fn what_goes_in_comes_out_without_what_nobody_can_draw() {
    let file = file();
    let (document, bytes) = read(&file);
    assert_eq!(number(&document["buffers"][0]["byteLength"]), bytes.len());
    assert_eq!(document["asset"]["copyright"], "© Somebody");
    assert_eq!(document["asset"]["extras"]["latitude"], 53.2);
    let meshes = document["meshes"].as_array().expect("meshes");
    assert_eq!(meshes.len(), 2);
    for (mesh, is_painted) in meshes.iter().zip([false, true]) {
        let primitive = &mesh["primitives"][0];
        let attributes = &primitive["attributes"];
        let positions = floats_of(bytes_of(&document, bytes, &attributes["POSITION"]));
        assert_eq!(positions, [0.0, 0.1, 0.0, 7.5, 0.1, 0.0, 7.5, 0.1, -3.0]);
        let accessor = &document["accessors"][number(&attributes["POSITION"])];
        assert_eq!((singles(&accessor["min"]), singles(&accessor["max"])), (vec![0.0, 0.1, -3.0], vec![7.5, 0.1, 0.0]));
        for normal in floats_of(bytes_of(&document, bytes, &attributes["NORMAL"])).chunks_exact(3) {
            let length: f32 = normal.iter().map(|value| value * value).sum();
            assert!((length - 1.0).abs() < 1e-5, "{normal:?}");
        }
        assert_eq!(&bytes_of(&document, bytes, &attributes["COLOR_0"])[..8], [255, 255, 0, 0, 0, 0, 255, 255]);
        assert_eq!(bytes_of(&document, bytes, &primitive["indices"]), [0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0]);
        assert_eq!(attributes.get("TEXCOORD_0").is_some(), is_painted);
    }
}

#[test]
fn groups_hold_their_meshes_and_empty_ones_are_left_out() {
    let file = file();
    let (document, bytes) = read(&file);
    let nodes = document["nodes"].as_array().expect("nodes");
    assert_eq!(nodes.len(), 3);
    assert_eq!(document["scenes"][0]["nodes"], serde_json::json!([2]));
    assert_eq!((&nodes[2]["name"], &nodes[2]["children"]), (&Value::from("Buildings"), &serde_json::json!([0, 1])));
    assert_eq!(singles(&nodes[0]["translation"]), [512.0, 0.0, -0.1]);
    let [bare, painted] = [0, 1].map(|index| &document["materials"][index]);
    assert_eq!((&bare["alphaMode"], painted.get("alphaMode")), (&Value::from("BLEND"), None));
    assert_eq!(painted["pbrMetallicRoughness"]["baseColorTexture"]["index"], 0);
    assert_eq!(document["samplers"][number(&document["textures"][0]["sampler"])]["wrapS"], 10497);
    let image = &document["bufferViews"][number(&document["images"][0]["bufferView"])];
    assert_eq!(bytes[number(&image["byteOffset"])..][..number(&image["byteLength"])], [1, 2, 3, 4, 5]);
    // Only what vertices are in has a stride.
    for view in document["bufferViews"].as_array().expect("views") {
        assert_eq!(view.get("byteStride").is_some(), view.get("target") == Some(&Value::from(34962)));
    }
}

#[test]
fn what_is_as_solid_as_its_vertices_lets_them_through() {
    let mut glb = Glb::new("", None);
    let water = glb.material(Material { blended: true, ..plain(None, 1.0) });
    let group = glb.group("Water");
    let colours = [0, 36_000, 53_000, 0, 0].map(|opacity| [9_000, 9_500, 9_700, opacity]).to_vec();
    glb.add(group, water, &Mesh { colours, ..mesh("30 h", [0.0; 3]) });
    let file = glb.finish().expect("a file");
    let (document, bytes) = read(&file);
    let material = &document["materials"][water];
    let factor = &material["pbrMetallicRoughness"]["baseColorFactor"][3];
    assert_eq!(
        (&material["alphaMode"], &material["doubleSided"], factor.as_f64()),
        (&Value::from("BLEND"), &Value::from(false), Some(1.0))
    );
    let colours = bytes_of(&document, bytes, &document["meshes"][0]["primitives"][0]["attributes"]["COLOR_0"]);
    let opacity = |vertex: usize| u16::from_le_bytes([colours[8 * vertex + 6], colours[8 * vertex + 7]]);
    assert_eq!([0, 1, 2].map(opacity), [0, 36_000, 53_000]);
}

#[test]
fn nothing_to_see_is_no_file() {
    let mut glb = Glb::new("", None);
    let material = glb.material(plain(Some(3), 1.0));
    let group = glb.group("Ground");
    glb.add(group, material, &Mesh::default());
    assert_eq!(glb.finish().map_err(|fault| fault.code), Err("model-empty"));
}

#[test]
fn white_stays_white_and_grey_gets_darker() {
    assert_eq!([0, 255].map(linear_from_srgb), [0, u16::MAX]);
    assert!((f64::from(linear_from_srgb(128)) / 65_535.0 - 0.2158).abs() < 1e-3);
}
