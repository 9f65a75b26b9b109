//! Elevation: every format read, laid in the right place, and compared with what GDAL reads from the same files.
#![allow(clippy::unwrap_used)] // a test that cannot go on fails

#[path = "support/material.rs"]
mod material;

use aimaq::twin::diagnostic::Diagnostic;
use aimaq::twin::import::dem::{raster_from_bytes, terrain_from_files};
use aimaq::twin::import::{NamedBytes, Progress, Unwatched};
use aimaq::twin::model::quality::{Finding, Quality};
use aimaq::twin::model::space::GeoPoint;
use aimaq::twin::model::terrain::Raster;
use material::{fixture, shared};
use std::io::Write;

fn read(file: &NamedBytes) -> Result<(Vec<Raster>, Quality), Diagnostic> {
    let mut quality = Quality::default();
    raster_from_bytes(file, &mut quality).map(|rasters| (rasters, quality))
}

fn read_one(file: &NamedBytes) -> (Raster, Quality) {
    let (mut rasters, quality) = read(file).unwrap_or_else(|error| panic!("{}: {error}", file.name));
    assert_eq!(rasters.len(), 1, "{}", file.name);
    (rasters.remove(0), quality)
}

fn named(name: &str, bytes: impl Into<Vec<u8>>) -> NamedBytes {
    NamedBytes { name: name.to_owned(), bytes: bytes.into() }
}

/// A tile of n × n heights.
fn tile(name: &str, side: usize, height: impl Fn(usize, usize) -> i16) -> NamedBytes {
    let bytes: Vec<u8> = (0..side * side).flat_map(|index| height(index % side, index / side).to_be_bytes()).collect();
    named(name, bytes)
}

fn check_near(raster: &Raster, lon: f64, lat: f64, expected: f64, tolerance: f64) {
    let height = raster.sample(GeoPoint::new(lon, lat)).unwrap_or_else(|| panic!("nothing at {lon} {lat}"));
    assert!((height - expected).abs() <= tolerance, "{lon} {lat}: {height} is not {expected}");
}

fn refused(file: &NamedBytes, code: &str) {
    let error = read(file).expect_err(&file.name);
    assert_eq!(error.code, code, "{error}");
    assert!(error.args.iter().any(|(name, _)| *name == "file"), "{error} does not name its file");
}

#[test]
fn liechtenstein_tile_is_what_its_samples_say() {
    let Some(file) = shared("data/dem/N47E009.hgt") else { return };
    let (raster, quality) = read_one(&file);
    assert_eq!((raster.columns, raster.rows()), (1201, 1201));
    assert_eq!(quality.count_of(Finding::ElevationVoids), 0);
    let extent = raster.extent();
    // As GDAL places it.
    for (edge, expected) in [
        (extent.west, 8.999_583_333_333),
        (extent.north, 48.000_416_666_666),
        (extent.east, 10.000_416_666_667),
        (extent.south, 46.999_583_333_333),
    ] {
        assert!((edge - expected).abs() < 1e-9, "{edge} is not {expected}");
    }
    // Vaduz: bilinear of the samples 462, 463, 458, 459 by hand; GDAL's nearest sample is 458.
    check_near(&raster, 9.5209, 47.1410, 458.88, 1e-3);
    check_near(&raster, 9.5, 47.5, 396.0, 1e-3);
    check_near(&raster, 9.0, 47.0, 2784.0, 1e-3);
    let raw = |column: usize, row: usize| f64::from(i16::from_be_bytes(file.bytes[(row * 1201 + column) * 2..][..2].try_into().unwrap()));
    for step in 0..500 {
        let (lon, lat) = (9.0 + f64::from(step) * 0.001_993, 48.0 - f64::from(step) * 0.001_887);
        let (x, y) = ((lon - 9.0) * 1200.0, (48.0 - lat) * 1200.0);
        let (c, r) = ((x as usize).min(1199), (y as usize).min(1199));
        let (tx, ty) = (x - c as f64, y - r as f64);
        let expected = raw(c, r) * (1.0 - tx) * (1.0 - ty)
            + raw(c + 1, r) * tx * (1.0 - ty)
            + raw(c, r + 1) * (1.0 - tx) * ty
            + raw(c + 1, r + 1) * tx * ty;
        check_near(&raster, lon, lat, expected, 1e-3);
    }
}

#[test]
fn zipped_tile_of_monaco_has_its_voids_filled() {
    let Some(file) = shared("data/dem/N43E007.hgt.zip") else { return };
    let (raster, quality) = read_one(&file);
    assert_eq!(quality.count_of(Finding::ElevationVoids), 1595);
    assert_eq!(quality.count_of(Finding::NoElevation), 0);
    assert!(raster.heights.iter().all(|height| (-60.0..=3000.0).contains(height)), "a void is left");
    check_near(&raster, 7.4246, 43.7384, 61.1104, 1e-3);
    check_near(&raster, 7.5, 43.9, 641.0, 1e-3);
}

#[test]
fn zurich_without_coordinate_system_is_taken_by_its_extent() {
    let Some(file) = shared("data/dem/zurich-25m.tif") else { return };
    let (raster, quality) = read_one(&file);
    assert_eq!(quality.count_of(Finding::ElevationWithoutCrs), 1);
    // GDAL's nearest samples with EPSG:21781; the slope explains the rest.
    check_near(&raster, 8.541, 47.377, 409.0, 3.0);
    check_near(&raster, 8.55, 47.38, 484.0, 8.0);
    check_near(&raster, 8.50, 47.36, 517.0, 8.0);
    let (least, greatest) = range(&raster);
    assert!(least >= 393.0 && greatest <= 870.0 && greatest > 860.0, "{least} to {greatest}");
    let size = raster.heights.len() as f64 / (399.0 * 366.0);
    assert!((0.9..1.2).contains(&size), "{size} times as many samples");
}

#[test]
fn cande_in_gzip_lies_in_anjou() {
    let Some(file) = shared("data/dem/cande-15m.asc.gz") else { return };
    let (raster, quality) = read_one(&file);
    assert_eq!(quality.count_of(Finding::ElevationWithoutCrs), 1);
    check_near(&raster, -1.00, 47.40, 32.2, 1.5);
    check_near(&raster, -0.98, 47.41, 44.9, 1.5);
    let extent = raster.extent();
    for (edge, expected) in [(extent.west, -1.0192), (extent.east, -0.9132), (extent.south, 47.3908), (extent.north, 47.4460)] {
        assert!((edge - expected).abs() < 2e-4, "{edge} is not {expected}");
    }
}

#[test]
fn porto_alegre_saturates() {
    let Some(file) = shared("data/porto-alegre/poa_elevation.tif") else { return };
    let (raster, quality) = read_one(&file);
    assert_eq!((raster.columns, raster.rows()), (413, 403));
    let at_top = raster.heights.iter().filter(|height| **height == 255.0).count() as u64;
    assert!(at_top > 0);
    assert_eq!(quality.count_of(Finding::ElevationSaturated), at_top);
    check_near(&raster, -51.2, -30.05, 11.0, 2.0);
    check_near(&raster, -51.15, -30.08, 126.0, 8.0);
    check_near(&raster, -51.23, -30.03, 35.0, 4.0);
    assert_eq!(range(&raster), (0.0, 255.0));
}

fn range(raster: &Raster) -> (f32, f32) {
    let known = raster.heights.iter().copied().filter(|height| !height.is_nan());
    known.fold((f32::INFINITY, f32::NEG_INFINITY), |(least, greatest), height| (least.min(height), greatest.max(height)))
}

/// The fixtures hold 10 + 2 · column + row (¼ more in some) on 40 × 20 cells of 0.01° from 63° E, 53.5° N.
#[test]
fn every_sample_type_and_packing_gives_the_same_plane() {
    for (file, more) in [
        ("int16-tiles-deflate.tif", 0.0),
        ("float32-tiles-lzw.tif", 0.25),
        ("float64-strips.tif", 0.25),
        ("int32-big-endian-packbits.tif", 0.0),
        ("uint16-bigtiff.tif", 0.0),
        ("int8.tif", 0.0),
        ("uint8.tif", 0.0),
        ("int16-points.tif", 0.0),
        ("float32-two-bands.tif", 0.0),
        ("float32-planes.tif", 0.0),
    ] {
        let (raster, quality) = read_one(&fixture(&format!("dem/{file}")));
        assert_eq!((raster.columns, raster.rows()), (40, 20), "{file}");
        assert!((raster.west - 63.0).abs() < 1e-9 && (raster.north - 53.5).abs() < 1e-9, "{file}: {} {}", raster.west, raster.north);
        for (index, height) in raster.heights.iter().enumerate() {
            assert_eq!(*height, 10.0 + 2.0 * (index % 40) as f32 + (index / 40) as f32 + more, "{file}: sample {index}");
        }
        assert_eq!(quality, Quality::default(), "{file}");
    }
}

#[test]
fn tiles_that_a_file_leaves_out_are_filled() {
    let (raster, quality) = read_one(&fixture("dem/int16-sparse.tif"));
    assert_eq!(quality.count_of(Finding::ElevationVoids), 8 * 20);
    assert_eq!(raster.heights[0], 10.0);
    assert!(raster.heights.iter().all(|height| (10.0..100.0).contains(height)));
}

#[test]
fn turned_and_projected_grids_are_resampled() {
    let (turned, _) = read_one(&fixture("dem/int16-turned.tif"));
    // Column 11.15, row 14.625 of the samples; GDAL's nearest is 30... by the inverse of its transformation.
    let [x, y] = [63.1 - 63.0, 53.45 - 53.5];
    let area = 0.008 * -0.008 - 0.006 * 0.006;
    let (column, row) = ((x * -0.008 - y * 0.006) / area - 0.5, (y * 0.008 - x * 0.006) / area - 0.5);
    check_near(&turned, 63.1, 53.45, 10.0 + 2.0 * column + row, 0.05);

    let (pulkovo, quality) = read_one(&fixture("dem/float32-pulkovo.tif"));
    assert_eq!(quality, Quality::default());
    // PROJ puts 63.62° E, 53.21° N at 11,541,500.5 east, 5,898,231.8 north: column 4.505, row 7.18. A metre is 0.02 here.
    check_near(&pulkovo, 63.62, 53.21, 10.0 + 2.0 * 4.505 + 7.182, 0.2);
    assert!(pulkovo.sample(GeoPoint::new(63.70, 53.21)).is_none());
}

#[test]
fn ascii_grids_of_either_origin_and_decimal_mark() {
    let corner = "ncols 3\nnrows 2\nxllcorner 63,5\nyllcorner 53\ncellsize 0,5\nNODATA_value -1\n1,5 2 3\n4 -1 6\n";
    let centre = "\u{feff}NCOLS 3\r\nNROWS 2\r\nXLLCENTER 63.75\r\nYLLCENTER 53.25\r\nDX 0.5\r\nDY 0.5\r\n1.5 2 3\r\n4 nan 6";
    for text in [corner, centre] {
        let (raster, quality) = read_one(&named("grid.asc", text));
        assert_eq!((raster.columns, raster.rows(), raster.west, raster.north, raster.cell_lon), (3, 2, 63.5, 54.0, 0.5));
        assert_eq!(raster.heights[..4], [1.5, 2.0, 3.0, 4.0]);
        assert_eq!(raster.heights[5], 6.0);
        assert!((3.5..=5.0).contains(&raster.heights[4]), "{}", raster.heights[4]);
        assert_eq!(quality.count_of(Finding::ElevationVoids), 1);
    }
}

#[test]
fn tiles_adjoin_without_a_crack() {
    let west = tile("N50E060.hgt", 11, |column, row| if column == 10 && row < 5 { -32_768 } else { (100 + column * 7 + row * 3) as i16 });
    let east = tile("N50E061.hgt", 11, |column, row| (170 + column * 50 + row * 3) as i16);
    for files in [[west.clone(), east.clone()], [east, west]] {
        let mut quality = Quality::default();
        let terrain = terrain_from_files(&files, &mut quality, &Unwatched).unwrap();
        assert_eq!(terrain.rasters.len(), 2);
        assert_eq!(quality.count_of(Finding::ElevationVoids), 0, "the neighbour knows them");
        // On the seam, and a hair and a third of a cell to either side: no clamped edge on the other tile's ground.
        for lat in [50.0, 50.05, 50.5, 50.97, 51.0] {
            let row = (51.0 - lat) * 10.0;
            for beside in [-0.033, -1e-9, 0.0, 1e-9, 0.033] {
                let slope = if beside < 0.0 { 70.0 } else { 500.0 };
                let height = terrain.height(GeoPoint::new(61.0 + beside, lat));
                let expected = 170.0 + row * 3.0 + beside * slope;
                assert!((height - expected).abs() < 1e-3, "{beside} {lat}: {height} is not {expected}");
            }
        }
    }
}

#[test]
fn the_finest_ground_wins() {
    let coarse = tile("N50E060.hgt", 3, |_, _| 100);
    let fine = named("city.asc", "ncols 2\nnrows 2\nxllcorner 60.4\nyllcorner 50.4\ncellsize 0.1\n200 200\n200 200\n");
    let mut quality = Quality::default();
    let terrain = terrain_from_files(&[coarse, fine], &mut quality, &Unwatched).unwrap();
    assert_eq!(terrain.height(GeoPoint::new(60.5, 50.5)), 200.0);
    assert_eq!(terrain.height(GeoPoint::new(60.1, 50.1)), 100.0);
    assert_eq!(terrain.height(GeoPoint::new(10.0, 10.0)), 0.0);
}

#[test]
fn archives_hold_several_files_and_notes() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, bytes) in [
        ("readme.txt", b"elevation".to_vec()),
        ("a/N50E060.hgt", tile("", 5, |_, _| 100).bytes),
        ("b/N50E061.hgt", tile("", 5, |_, _| 200).bytes),
        ("plane.tif", fixture("dem/uint8.tif").bytes),
    ] {
        zip.start_file(name, options).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    let archive = zip.finish().unwrap().into_inner();
    let (rasters, _) = read(&named("all.zip", archive.clone())).unwrap();
    assert_eq!(rasters.iter().map(|raster| raster.west.floor()).collect::<Vec<_>>(), [59.0, 60.0, 63.0]);
    refused(&named("cut.zip", &archive[..archive.len() / 2]), "dem-archive-broken");
    let mut empty = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    empty.start_file("readme.txt", options).unwrap();
    refused(&named("notes.zip", empty.finish().unwrap().into_inner()), "dem-archive-empty");
}

#[test]
fn what_cannot_be_read_says_why() {
    let heights = tile("", 5, |_, _| 1).bytes;
    refused(&named("heights.hgt", heights.clone()), "dem-hgt-name");
    refused(&named("N50E060.hgt", &heights[..heights.len() - 2]), "dem-hgt-size");
    refused(&named("elevation.bin", vec![0; 2 * 1201 * 1201]), "dem-hgt-name");
    refused(&named("letter.txt", "Dear colleagues"), "dem-unknown-format");
    refused(&named("empty", ""), "dem-unknown-format");
    let header = "ncols 3\nnrows 2\nxllcorner 500000\nyllcorner 5000000\ncellsize 10\n";
    refused(&named("utm.asc", format!("{header}1 2 3 4 5 6")), "dem-crs-missing");
    refused(&named("short.asc", format!("{header}1 2 3 4 5")), "dem-cut-short");
    refused(&named("lie.asc", "ncols 99999\nnrows 9999\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2 3"), "dem-too-large");
    refused(&named("lie.asc", "ncols 9999\nnrows 9999\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2 3"), "dem-cut-short");
    refused(&named("size.asc", "ncols 1\nnrows 1\nxllcorner 0\nyllcorner 0\n1"), "dem-asc-header");
    refused(&named("point.asc", "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1e-300\n1 1 1 1"), "dem-outside");
    let tiff = fixture("dem/int16-points.tif").bytes;
    refused(&named("half.tif", &tiff[..tiff.len() / 2]), "dem-cut-short");
    refused(&named("cut.tif", &tiff[..tiff.len() - 100]), "dem-tiff-broken");
    refused(&named("head.tif", &tiff[..6]), "dem-tiff-broken");
    refused(&named("gz", [0x1F, 0x8B, 8, 0, 1]), "dem-archive-broken");
}

#[test]
fn a_tile_of_voids_gives_no_ground() {
    let (rasters, quality) = read(&tile("N50E060.hgt", 4, |_, _| -32_768)).unwrap();
    assert!(rasters.is_empty());
    assert_eq!(quality.count_of(Finding::NoElevation), 16);
}

#[test]
fn work_stops_when_asked_to() {
    struct Stop;
    impl Progress for Stop {
        fn report(&self, _: &'static str, _: f32) -> bool {
            false
        }
    }
    let error = terrain_from_files(&[tile("N50E060.hgt", 3, |_, _| 1)], &mut Quality::default(), &Stop).unwrap_err();
    assert_eq!(error.code, "cancelled");
}
