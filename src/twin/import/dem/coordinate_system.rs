//! Coordinate systems of elevation files: the registry's codes, and a guess by extent where a file names none.

use super::grid::CoordinateSystem;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::space::GeoPoint;
use proj4rs::Proj;
use proj4rs::transform::transform;

/// Geographic systems that lie within about a metre of WGS 84, far below the size of an elevation cell:
/// ETRS89, NAD83, GDA94, RGF93, SIRGAS 2000, WGS 84 with ellipsoidal height, GSK-2011, CGCS2000.
const LIKE_WGS84: [u16; 9] = [4326, 4258, 4269, 4283, 4171, 4674, 4979, 7683, 4490];

/// The system of a geographic code of the EPSG registry.
pub(super) fn geographic(code: u16) -> CoordinateSystem {
    if LIKE_WGS84.contains(&code) { CoordinateSystem::Degrees } else { CoordinateSystem::Epsg(code) }
}

/// The system that an extent `[west, south, east, north]` in a file's own numbers can only be in.
///
/// Degrees; Swiss LV95 and LV03; Lambert-93 of France; Pulkovo 1942 in six-degree zones, whose eastings begin with
/// the zone's number (zones 11 to 15 in Kazakhstan).
pub(super) fn guess(extent: [f64; 4]) -> Option<CoordinateSystem> {
    let within =
        |west: f64, south: f64, east: f64, north: f64| extent[0] >= west && extent[1] >= south && extent[2] <= east && extent[3] <= north;
    if within(-360.0, -90.5, 360.0, 90.5) {
        return Some(CoordinateSystem::Degrees);
    }
    if within(2_450_000.0, 1_050_000.0, 2_850_000.0, 1_320_000.0) {
        return Some(CoordinateSystem::Epsg(2056));
    }
    if within(450_000.0, 50_000.0, 850_000.0, 320_000.0) {
        return Some(CoordinateSystem::Epsg(21_781));
    }
    if within(90_000.0, 6_000_000.0, 1_260_000.0, 7_150_000.0) {
        return Some(CoordinateSystem::Epsg(2154));
    }
    let zone = (extent[0] / 1e6).floor();
    if (4.0..=32.0).contains(&zone) && within(zone * 1e6 + 150_000.0, 3_800_000.0, zone * 1e6 + 850_000.0, 9_100_000.0) {
        return Some(CoordinateSystem::Epsg(28_400 + zone as u16));
    }
    None
}

/// The way between a file's own coordinates and WGS 84.
pub(super) struct Projection(Option<(Proj, Proj)>);

impl Projection {
    /// The projection of a system; that of degrees changes nothing.
    pub fn new(system: CoordinateSystem) -> Result<Self, Diagnostic> {
        let code = match system {
            CoordinateSystem::Degrees => return Ok(Self(None)),
            CoordinateSystem::Epsg(code) => code,
            CoordinateSystem::Unstated => return Err(Diagnostic::error("dem-crs-missing")),
        };
        let unknown = |_| Diagnostic::error("dem-crs-unknown").with("epsg", format!("EPSG:{code}"));
        let own = Proj::from_epsg_code(code).map_err(unknown)?;
        let wgs84 = Proj::from_proj_string("+proj=longlat +datum=WGS84 +no_defs").map_err(unknown)?;
        Ok(Self(Some((own, wgs84))))
    }

    /// The geographic point of a place in the file's coordinates, if there is one.
    pub fn geo_from_own(&self, own: [f64; 2]) -> Option<GeoPoint> {
        let point = match &self.0 {
            None => GeoPoint::new(own[0], own[1]),
            Some((system, wgs84)) => {
                let scale = if system.is_latlong() { 1f64.to_radians() } else { 1.0 };
                let mut point = (own[0] * scale, own[1] * scale);
                transform(system, wgs84, &mut point).ok()?;
                GeoPoint::new(point.0.to_degrees(), point.1.to_degrees())
            }
        };
        (point.lon.is_finite() && point.lat.is_finite()).then_some(point)
    }

    /// The place of a geographic point in the file's coordinates, if there is one.
    pub fn own_from_geo(&self, point: GeoPoint) -> Option<[f64; 2]> {
        let own = match &self.0 {
            None => [point.lon, point.lat],
            Some((system, wgs84)) => {
                let mut place = (point.lon.to_radians(), point.lat.to_radians());
                transform(wgs84, system, &mut place).ok()?;
                let scale = if system.is_latlong() { 1f64.to_degrees() } else { 1.0 };
                [place.0 * scale, place.1 * scale]
            }
        };
        own.iter().all(|number| number.is_finite()).then_some(own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::space::geodesic_distance;

    /// Expected by PROJ 9.1: `echo X Y | gdaltransform -s_srs EPSG:code -t_srs EPSG:4326`. The tolerance [m] allows for
    /// another choice among the registry's datum shifts; all are far below the size of an elevation cell.
    #[test]
    fn projections_agree_with_proj() {
        for (code, own, expected, tolerance) in KNOWN {
            let projection = Projection::new(CoordinateSystem::Epsg(code)).expect("a known system");
            let point = projection.geo_from_own(own).expect("a point");
            let error = geodesic_distance(point, GeoPoint::new(expected[0], expected[1]));
            assert!(error < tolerance, "EPSG:{code}: {point:?}, {error} m off");
            let back = projection.own_from_geo(point).expect("a place");
            assert!((back[0] - own[0]).hypot(back[1] - own[1]) < 0.01, "EPSG:{code}: {back:?}");
        }
    }

    const KNOWN: [(u16, [f64; 2], [f64; 2], f64); 9] = [
        (2154, [400_000.0, 6_708_000.0], [-0.979_526_696, 47.404_293_590], 0.01),
        (31_467, [3_512_345.0, 5_401_234.0], [9.166_844_404, 48.748_510_658], 1.0),
        (21_781, [682_550.0, 248_437.5], [8.531_812_982, 47.381_598_347], 0.01),
        (2056, [2_682_550.0, 1_248_437.5], [8.531_812_982, 47.381_598_347], 0.01),
        (28_411, [11_541_234.0, 5_897_654.0], [63.615_937_343, 53.204_828_997], 1.0),
        (28_413, [13_500_000.0, 5_650_000.0], [74.999_260_671, 50.980_814_472], 1.0),
        (4284, [63.62, 53.21], [63.618_850_314, 53.210_384_113], 1.0),
        (32_641, [541_234.0, 5_897_654.0], [63.617_662_414, 53.226_578_206], 0.01),
        (3857, [7_082_000.0, 7_024_000.0], [63.618_688_421, 53.221_096_695], 0.01),
    ];

    #[test]
    fn extents_tell_the_system() {
        for (extent, expected) in [
            ([60.0, 48.0, 68.0, 55.0], Some(CoordinateSystem::Degrees)),
            ([677_562.5, 243_862.5, 687_537.5, 253_012.5], Some(CoordinateSystem::Epsg(21_781))),
            ([2_677_562.5, 1_243_862.5, 2_687_537.5, 1_253_012.5], Some(CoordinateSystem::Epsg(2056))),
            ([397_227.5, 6_706_642.5, 404_937.5, 6_712_387.5], Some(CoordinateSystem::Epsg(2154))),
            ([11_400_000.0, 5_890_000.0, 11_450_000.0, 5_920_000.0], Some(CoordinateSystem::Epsg(28_411))),
            ([500_000.0, 5_000_000.0, 510_000.0, 5_010_000.0], None),
            ([f64::NAN; 4], None),
        ] {
            assert_eq!(guess(extent), expected, "{extent:?}");
        }
    }
}
