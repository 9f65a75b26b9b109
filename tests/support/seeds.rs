//! Small well-formed files of every kind that the import reads: what mutation starts from.

use std::path::Path;

/// HGT tiles of 2² to 9² samples, one with voids.
pub fn hgt() -> Vec<Vec<u8>> {
    let tile = |side: i32| (0..side * side).flat_map(|index| if index == 5 { i16::MIN } else { (index * 37 % 900) as i16 }.to_be_bytes());
    [2, 3, 9].map(|side| tile(side).collect()).to_vec()
}

/// GeoTIFFs of every sample type, packing and placement that is read.
pub fn geotiff(fixtures: &Path) -> Vec<Vec<u8>> {
    let mut files: Vec<_> =
        std::fs::read_dir(fixtures.join("dem")).expect("the fixtures").map(|entry| entry.expect("a fixture").path()).collect();
    files.sort();
    files
        .iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "tif"))
        .map(|file| std::fs::read(file).expect("a fixture"))
        .collect()
}

/// ESRI ASCII grids, by corner and by centre, in degrees, LV03 and Lambert-93, and one packed with gzip.
pub fn ascii_grid() -> Vec<Vec<u8>> {
    let grid = |head: &str| format!("{head}\n1 2 3.5 4\n5 -9999 7 8\n9 10 11 1e2\n").into_bytes();
    let mut seeds = vec![
        grid("ncols 4\nnrows 3\nxllcorner 63,5\nyllcorner 53\ncellsize 0,5\nNODATA_value -9999"),
        grid("NCOLS 4\nNROWS 3\nXLLCENTER 682000\nYLLCENTER 248000\nDX 25\nDY 25"),
        grid("ncols 4\nnrows 3\nxllcorner 397227.5\nyllcorner 6706642.5\ncellsize 15"),
    ];
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut packed, &seeds[0]).expect("memory");
    seeds.push(packed.finish().expect("memory"));
    seeds
}

/// Tables with quotes, decimal commas and coordinates.
pub fn csv() -> Vec<Vec<u8>> {
    let rows = "id;name;lon;lat;seats\nw100;\"Школа \"\"№ 1\"\"\";63,62;53,21;1 200\n;Лицей;63.63;53.21;-5\n7;;63.7;53.2;\n";
    vec![rows.as_bytes().to_vec(), rows.replace(';', ",").replace("63,62", "63.62").into_bytes(), rows.replace(';', "\t").into_bytes()]
}

/// Collections of points, areas with holes, and everything else that GeoJSON knows.
pub fn geojson() -> Vec<Vec<u8>> {
    vec![
        br#"{"type":"FeatureCollection","name":"d","features":[{"type":"Feature","id":3,"properties":{"KATO":"391000000","ADM2_KK":"A","population":210000,"seats":5},"geometry":{"type":"Polygon","coordinates":[[[63,53],[64,53],[64,54],[63,54],[63,53]],[[63.2,53.2],[63.2,53.4],[63.4,53.4],[63.2,53.2]]]}}]}"#.to_vec(),
        br#"{"type":"Feature","properties":{"name:ru":"B","seats":"7"},"geometry":{"type":"MultiPolygon","coordinates":[[[[63,53],[64,53],[64,54]]],[[[65,53],[66,53],[66,54],[65,53]]]]}}"#.to_vec(),
        br#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[63.6,53.2,180]},{"type":"MultiLineString","coordinates":[[[63,53],[64,54]]]},{"type":"Polygon","coordinates":[[[63,53],[64,53],[64,54],[63,53]]]}]}"#.to_vec(),
        br#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"seats":null},"geometry":{"type":"LineString","coordinates":[[63,53],[63.1,53.1]]}},{"type":"Feature","properties":{"seats":true},"geometry":{"type":"MultiPoint","coordinates":[[63,53]]}}]}"#.to_vec(),
    ]
}
