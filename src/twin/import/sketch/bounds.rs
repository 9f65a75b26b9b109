//! The bounds of what a sketch may say: nothing that a slip of the pen can write makes the generator fail or run for ever.

use super::facts::Sketch;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::space::GeoPoint;

/// Residents of one settlement, at most.
pub const MOST_PEOPLE: u32 = 5_000_000;
/// Cells of all rasters together, at most.
const MOST_CELLS: f64 = 20e6;

/// Checks all numbers of a sketch; the first that is out of bounds is named.
pub fn check(sketch: &Sketch) -> Result<(), Diagnostic> {
    if sketch.version != 1 {
        return Err(Diagnostic::error("sketch-version-unknown").with("version", f64::from(sketch.version)));
    }
    places(sketch)?;
    numbers(sketch)?;
    plans(sketch)
}

/// Every longitude and latitude lies on the globe.
fn places(sketch: &Sketch) -> Result<(), Diagnostic> {
    let courses = sketch.courses.iter().flat_map(|course| course.points.iter().map(|point| (point.0, point.1)));
    let heights = sketch.relief.heights.iter().map(|height| (height.0, height.1));
    let corners = sketch.relief.rasters.iter().flat_map(|raster| [(raster.0, raster.1), (raster.2, raster.3)]);
    let stops = sketch.roads.iter().flat_map(|road| &road.stops).filter_map(|stop| match *stop {
        super::facts::Stop::At(lon, lat) => Some((lon, lat)),
        super::facts::Stop::Town(_) => None,
    });
    let lists = sketch.railways.iter().map(|railway| &railway.points).chain(sketch.links.iter().map(|link| &link.points));
    let all = [sketch.origin, sketch.transit.bus_station]
        .into_iter()
        .chain(courses)
        .chain(heights)
        .chain(corners)
        .chain(stops)
        .chain(lists.flatten().copied())
        .chain(sketch.lakes.iter().map(|lake| lake.at))
        .chain(sketch.patches.iter().map(|patch| patch.at))
        .chain(sketch.airports.iter().flat_map(|airport| [airport.at, airport.terminal]))
        .chain(sketch.transit.ends.iter().map(|end| end.1))
        .chain(sketch.towns.iter().flat_map(|town| &town.quarters).map(|quarter| quarter.at));
    match all.into_iter().find(|&(lon, lat)| !GeoPoint::new(lon, lat).is_valid()) {
        Some(wrong) => Err(Diagnostic::error("sketch-place-off-globe").with("value", format!("{wrong:?}"))),
        None => Ok(()),
    }
}

fn within(field: &'static str, value: f64, least: f64, most: f64) -> Result<(), Diagnostic> {
    if (least..=most).contains(&value) {
        return Ok(());
    }
    let diagnostic = Diagnostic::error("sketch-value-out-of-range").with("field", field);
    Err(diagnostic.with("value", value).with("least", least).with("most", most))
}

fn numbers(sketch: &Sketch) -> Result<(), Diagnostic> {
    let villages = &sketch.villages;
    within("villages.count", villages.count as f64, 0.0, 5000.0)?;
    within("villages.spacing", villages.spacing, 500.0, 100_000.0)?;
    within("villages.least", f64::from(villages.least), 1.0, f64::from(villages.greatest))?;
    within("villages.greatest", f64::from(villages.greatest), 1.0, 4000.0)?;
    within("small_lakes.count", sketch.small_lakes.count as f64, 0.0, 10_000.0)?;
    let lists = [&villages.density, &sketch.small_lakes.density, &sketch.country.fields, &sketch.country.groves, &sketch.relief.roughness];
    for &(latitude, value) in lists.into_iter().flatten() {
        within("latitude", latitude, -90.0, 90.0)?;
        within("density", value, 0.0, 1000.0)?;
    }
    for course in &sketch.courses {
        within("courses.points", course.points.len() as f64, 2.0, 1000.0)?;
        within("courses.meander", course.meander, 0.0, 5000.0)?;
        for point in &course.points {
            within("courses.width", point.2, 1.0, 20_000.0)?;
            within("courses.level", point.3, -500.0, 9000.0)?;
        }
    }
    let sizes = sketch.lakes.iter().map(|lake| lake.size).chain(sketch.patches.iter().map(|patch| patch.size));
    for (length, width) in sizes {
        within("size", length.min(width), 20.0, 300_000.0)?;
        within("size", length.max(width), 20.0, 300_000.0)?;
    }
    for airport in &sketch.airports {
        within("airports.length", airport.length, 100.0, 10_000.0)?;
    }
    for link in &sketch.links {
        within("links.points", link.points.len() as f64, 2.0, 1000.0)?;
    }
    rasters(sketch)
}

fn rasters(sketch: &Sketch) -> Result<(), Diagnostic> {
    let mut cells = 0.0;
    for &(west, south, east, north, cell) in &sketch.relief.rasters {
        within("relief.rasters", cell, 5.0, 50_000.0)?;
        within("relief.rasters", east - west, 0.001, 90.0)?;
        within("relief.rasters", north - south, 0.001, 60.0)?;
        cells += (east - west) * (north - south) * (111_320.0 / cell).powi(2);
    }
    within("relief.rasters", cells, 0.0, MOST_CELLS)
}

/// Plans have cells, and their lines stand in order.
fn plans(sketch: &Sketch) -> Result<(), Diagnostic> {
    for town in &sketch.towns {
        let people = town.population.or(town.estimate).unwrap_or(1);
        within("towns.population", f64::from(people), 1.0, f64::from(MOST_PEOPLE))?;
        let Some(plan) = &town.plan else { continue };
        for lines in [&plan.along, &plan.across] {
            within("plan.lines", lines.len() as f64, 2.0, 200.0)?;
            for pair in lines.windows(2) {
                within("plan.lines", pair[1] - pair[0], 60.0, 5000.0)?;
            }
        }
    }
    Ok(())
}
