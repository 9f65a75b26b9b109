//! Puts a region together from all its sources, in the order in which they build on one another.

use super::clip::{Clip, clip};
use super::{Inputs, Progress, corrections, csv_table, dem, geojson_file, grade, gtfs, infer, osm, proceed};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::names::Name;
use crate::twin::model::place::{Place, PlaceKind};
use crate::twin::model::region::Region;
use crate::twin::model::space::{GeoBox, GeoPoint, LocalFrame};

/// Imports a region. Dirty content is repaired or dropped and stands in the quality report;
/// the error names the file that cannot be read at all, or says that nothing was given.
pub fn import_region(inputs: &Inputs, progress: &dyn Progress) -> Result<Region, Diagnostic> {
    let mut region = Region {
        id: inputs.id.clone(),
        timezone: if inputs.timezone.is_empty() { "UTC".to_owned() } else { inputs.timezone.clone() },
        corrections: inputs.corrections.clone(),
        ..Region::default()
    };
    let polygons = inputs.clip.as_ref().map(geojson_file::read_clip).transpose()?;
    let raw = inputs.osm.iter().map(|file| osm::parse(file, progress)).collect::<Result<Vec<_>, _>>()?;
    let feeds = inputs.gtfs.iter().map(gtfs::read_feed).collect::<Result<Vec<_>, _>>()?;
    region.terrain = dem::terrain_from_files(&inputs.dem, &mut region.quality, progress)?;
    let extent = polygons
        .as_ref()
        .and_then(|polygons| around_points(polygons.iter().flatten().flatten().copied()))
        .or_else(|| around(raw.iter().map(osm::RawOsm::robust_extent)))
        .or_else(|| around(region.terrain.rasters.iter().map(|raster| raster.extent())))
        .or_else(|| around(feeds.iter().filter_map(gtfs::Feed::extent)))
        .or_else(|| inputs.origin.map(|origin| GeoBox { west: origin.lon, south: origin.lat, east: origin.lon, north: origin.lat }))
        .ok_or_else(|| Diagnostic::error("import-empty"))?;
    let frame = LocalFrame::new(inputs.origin.unwrap_or_else(|| extent.centre()));
    region.frame = frame;
    region.extent = osm::plane_box(&extent, &frame);
    if !raw.is_empty() {
        osm::build(raw, frame, &mut region, progress)?;
    }
    feeds.iter().for_each(|feed| gtfs::add_feed(&mut region, feed));
    if let Some(polygons) = polygons {
        clip(&mut region, &Clip::new(&polygons, &frame));
    }
    region.settle_departures();
    proceed(progress, "import-tables", 0.0)?;
    for file in &inputs.districts {
        geojson_file::add_districts(&mut region, file)?;
    }
    for table in &inputs.tables {
        csv_table::add_table(&mut region, table)?;
    }
    proceed(progress, "import-infer", 0.0)?;
    infer::complete_buildings(&mut region);
    region.name = name(inputs, &mut region);
    corrections::apply(&mut region);
    grade::grade(&mut region);
    region.shrink();
    proceed(progress, "import-infer", 1.0)?;
    Ok(region)
}

/// The names given; where none is, those of the largest settlement.
fn name(inputs: &Inputs, region: &mut Region) -> Name {
    let [kk, ru, en] = &inputs.name;
    let given = Name::of(&mut region.strings, kk, ru, en);
    if !given.is_empty() {
        return given;
    }
    let rank = |place: &Place| match place.kind {
        PlaceKind::City => 4,
        PlaceKind::Town => 3,
        PlaceKind::Village => 2,
        PlaceKind::Hamlet | PlaceKind::Farm => 1,
        _ => 0,
    };
    let settlements = region.places.features.iter().filter(|place| place.kind.is_settlement()).rev();
    settlements.max_by_key(|place| (rank(place), place.population.value)).map(|place| place.name).unwrap_or_default()
}

/// The box around boxes.
fn around(boxes: impl IntoIterator<Item = GeoBox>) -> Option<GeoBox> {
    boxes.into_iter().reduce(|a, b| GeoBox {
        west: a.west.min(b.west),
        south: a.south.min(b.south),
        east: a.east.max(b.east),
        north: a.north.max(b.north),
    })
}

fn around_points(points: impl IntoIterator<Item = GeoPoint>) -> Option<GeoBox> {
    around(points.into_iter().map(|point| GeoBox { west: point.lon, south: point.lat, east: point.lon, north: point.lat }))
}
