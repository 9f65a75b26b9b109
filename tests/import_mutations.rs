//! Damaged files: ten thousand of each kind are read without a panic, and what comes out is sound.

#[path = "support/mutate.rs"]
mod mutate;
#[path = "support/seeds.rs"]
mod seeds;

use aimaq::twin::import::csv_table::add_table;
use aimaq::twin::import::dem::raster_from_bytes;
use aimaq::twin::import::geojson_file::{add_districts, read_clip};
use aimaq::twin::import::{NamedBytes, TableInput, TableMapping};
use aimaq::twin::model::quality::Quality;
use aimaq::twin::model::region::Region;
use aimaq::twin::model::space::{GeoPoint, LocalFrame};

const MUTATIONS: u64 = 10_000;

/// Reads so many damaged files; at least one must still be readable, and one refused, or the damage is of no use.
fn survives(name: &str, seeds: &[Vec<u8>], read: impl Fn(&NamedBytes) -> bool) {
    let (mut readable, mut refused) = (0, 0);
    for number in 0..MUTATIONS {
        let bytes = mutate::Mutator::new(number).mutate(seeds);
        if read(&NamedBytes { name: name.to_owned(), bytes }) {
            readable += 1;
        } else {
            refused += 1;
        }
    }
    assert!(readable > 0 && refused > 0, "{name}: {readable} readable, {refused} refused");
}

fn reads_as_elevation(file: &NamedBytes) -> bool {
    let Ok(rasters) = raster_from_bytes(file, &mut Quality::default()) else { return false };
    for raster in &rasters {
        assert_eq!(raster.heights.len(), raster.columns * raster.rows());
        assert!(raster.cell_lon > 0.0 && raster.cell_lat > 0.0);
        assert!(raster.heights.iter().all(|height| height.is_nan() || (-9_990.0..=9_000.0).contains(height)));
        raster.sample(raster.extent().centre());
    }
    true
}

fn table(columns: &[(&str, &str)]) -> TableMapping {
    TableMapping {
        layer: "amenities".to_owned(),
        constants: vec![("kind".to_owned(), "school".to_owned())],
        columns: columns.iter().map(|(column, field)| ((*column).to_owned(), (*field).to_owned())).collect(),
        reach: 100.0,
        ..TableMapping::default()
    }
}

fn region() -> Region {
    Region { frame: LocalFrame::new(GeoPoint::new(63.62, 53.21)), ..Region::default() }
}

#[test]
fn damaged_hgt_tiles() {
    survives("N53E063.hgt", &seeds::hgt(), reads_as_elevation);
}

#[test]
fn damaged_geotiffs() {
    survives("dem.tif", &seeds::geotiff(std::path::Path::new("tests/fixtures")), reads_as_elevation);
}

#[test]
fn damaged_ascii_grids() {
    survives("dem.asc", &seeds::ascii_grid(), reads_as_elevation);
}

#[test]
fn damaged_tables() {
    survives("table.csv", &seeds::csv(), |file| {
        let mut region = region();
        let mapping = table(&[("id", "id"), ("name", "name"), ("lon", "lon"), ("lat", "lat"), ("seats", "capacity")]);
        let read = add_table(&mut region, &TableInput { file: file.clone(), mapping });
        assert!(read.is_ok() || region.amenities.is_empty());
        read.is_ok()
    });
}

#[test]
fn damaged_geojson() {
    survives("area.geojson", &seeds::geojson(), |file| {
        let mut region = region();
        let districts = add_districts(&mut region, file);
        assert_eq!(districts.is_ok(), read_clip(file).is_ok());
        let table = add_table(&mut region, &TableInput { file: file.clone(), mapping: table(&[("seats", "capacity")]) });
        for shape in (0..region.boundaries.len()).map(|index| region.boundaries.shapes.get(index)) {
            assert!(shape.parts().all(|ring| ring.len() >= 3));
        }
        districts.is_ok() || table.is_ok()
    });
}
