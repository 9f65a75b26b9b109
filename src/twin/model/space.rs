//! Places on the Earth: geographic degrees, geodesy, and the projection onto the region's plane.

pub use super::plane::{Bounds, Position, along, centroid, length, ring_contains, signed_area};

use serde::{Deserialize, Serialize};

/// WGS 84 longitude and latitude, degrees; in files a pair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "(f64, f64)", into = "(f64, f64)")]
pub struct GeoPoint {
    /// East of Greenwich, degrees.
    pub lon: f64,
    /// North of the equator, degrees.
    pub lat: f64,
}

impl GeoPoint {
    /// The point at these degrees.
    pub fn new(lon: f64, lat: f64) -> Self {
        Self { lon, lat }
    }

    /// Whether both numbers are finite and on the globe.
    pub fn is_valid(self) -> bool {
        (-180.0..=180.0).contains(&self.lon) && (-90.0..=90.0).contains(&self.lat)
    }
}

impl From<(f64, f64)> for GeoPoint {
    fn from((lon, lat): (f64, f64)) -> Self {
        Self { lon, lat }
    }
}

impl From<GeoPoint> for (f64, f64) {
    fn from(point: GeoPoint) -> Self {
        (point.lon, point.lat)
    }
}

/// A box of longitudes and latitudes: `[west, south, east, north]`, degrees.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct GeoBox {
    /// Western edge.
    pub west: f64,
    /// Southern edge.
    pub south: f64,
    /// Eastern edge.
    pub east: f64,
    /// Northern edge.
    pub north: f64,
}

impl GeoBox {
    /// Its middle.
    pub fn centre(&self) -> GeoPoint {
        GeoPoint::new((self.west + self.east) / 2.0, (self.south + self.north) / 2.0)
    }

    /// As `[west, south, east, north]`.
    pub fn to_array(&self) -> [f64; 4] {
        [self.west, self.south, self.east, self.north]
    }
}

/// Semi-major axis of WGS 84, metres.
const SEMI_MAJOR: f64 = 6_378_137.0;
/// Third flattening of WGS 84.
const N: f64 = 0.001_679_220_386_383_705;

/// The region's plane: transverse Mercator on WGS 84, true to scale along the origin's meridian.
///
/// Krüger's series to the fourth order in the third flattening (Karney, *Transverse Mercator with an
/// accuracy of a few nanometers*, J. Geodesy 85, 2011): better than 0.1 mm within 1,000 km of the meridian.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LocalFrame {
    origin: GeoPoint,
    origin_xi: f64,
}

impl Default for LocalFrame {
    fn default() -> Self {
        Self::new(GeoPoint::default())
    }
}

/// Just short of the pole, where the tangent is still finite [rad].
const QUARTER_TURN: f64 = std::f64::consts::FRAC_PI_2 - 1e-9;

const ALPHA: [f64; 4] = [
    N / 2.0 - 2.0 / 3.0 * N * N + 5.0 / 16.0 * N * N * N + 41.0 / 180.0 * N * N * N * N,
    13.0 / 48.0 * N * N - 3.0 / 5.0 * N * N * N + 557.0 / 1440.0 * N * N * N * N,
    61.0 / 240.0 * N * N * N - 103.0 / 140.0 * N * N * N * N,
    49_561.0 / 161_280.0 * N * N * N * N,
];
const BETA: [f64; 4] = [
    N / 2.0 - 2.0 / 3.0 * N * N + 37.0 / 96.0 * N * N * N - 1.0 / 360.0 * N * N * N * N,
    1.0 / 48.0 * N * N + 1.0 / 15.0 * N * N * N - 437.0 / 1440.0 * N * N * N * N,
    17.0 / 480.0 * N * N * N - 37.0 / 840.0 * N * N * N * N,
    4_397.0 / 161_280.0 * N * N * N * N,
];
/// Radius of the sphere with the same meridian length, metres.
const RECTIFYING_RADIUS: f64 = SEMI_MAJOR / (1.0 + N) * (1.0 + N * N / 4.0 + N * N * N * N / 64.0);

fn eccentricity() -> f64 {
    2.0 * N.sqrt() / (1.0 + N)
}

/// Tangent of the conformal latitude.
fn conformal_tangent(latitude: f64) -> f64 {
    let e = eccentricity();
    let tau = latitude.tan();
    let sigma = (e * (e * tau / tau.hypot(1.0)).atanh()).sinh();
    tau * sigma.hypot(1.0) - sigma * tau.hypot(1.0)
}

impl LocalFrame {
    /// The plane about an origin.
    pub fn new(origin: GeoPoint) -> Self {
        let mut frame = Self { origin, origin_xi: 0.0 };
        frame.origin_xi = frame.series(origin).0;
        frame
    }

    /// The origin: zero metres east and north.
    pub fn origin(&self) -> GeoPoint {
        self.origin
    }

    /// ξ and η of a point about the origin's meridian, on the unit sphere.
    fn series(&self, point: GeoPoint) -> (f64, f64) {
        let (sin_lon, cos_lon) = (point.lon - self.origin.lon).to_radians().sin_cos();
        let tau = conformal_tangent(point.lat.to_radians().clamp(-QUARTER_TURN, QUARTER_TURN));
        let xi = tau.atan2(cos_lon);
        let eta = (sin_lon / tau.hypot(cos_lon)).asinh();
        let mut sum = (xi, eta);
        for (order, alpha) in ALPHA.iter().enumerate() {
            let k = 2.0 * (order + 1) as f64;
            sum.0 += alpha * (k * xi).sin() * (k * eta).cosh();
            sum.1 += alpha * (k * xi).cos() * (k * eta).sinh();
        }
        sum
    }

    /// Metres east and north of the origin.
    pub fn metres_from_geo(&self, point: GeoPoint) -> [f64; 2] {
        let (xi, eta) = self.series(point);
        [RECTIFYING_RADIUS * eta, RECTIFYING_RADIUS * (xi - self.origin_xi)]
    }

    /// The place of a geographic point.
    pub fn position_from_geo(&self, point: GeoPoint) -> Position {
        let [east, north] = self.metres_from_geo(point);
        Position::from_metres(east, north)
    }

    /// The geographic point at so many metres east and north.
    pub fn geo_from_metres(&self, [east, north]: [f64; 2]) -> GeoPoint {
        let (xi, eta) = (north / RECTIFYING_RADIUS + self.origin_xi, east / RECTIFYING_RADIUS);
        let mut sphere = (xi, eta);
        for (order, beta) in BETA.iter().enumerate() {
            let k = 2.0 * (order + 1) as f64;
            sphere.0 -= beta * (k * xi).sin() * (k * eta).cosh();
            sphere.1 -= beta * (k * xi).cos() * (k * eta).sinh();
        }
        let target = sphere.0.sin() / sphere.1.sinh().hypot(sphere.0.cos());
        let lon = self.origin.lon + sphere.1.sinh().atan2(sphere.0.cos()).to_degrees();
        GeoPoint::new(lon, latitude_of_conformal_tangent(target).to_degrees())
    }

    /// The geographic point of a place, to the 10⁻⁷ degrees in which sources give it.
    pub fn geo_from_position(&self, position: Position) -> GeoPoint {
        let point = self.geo_from_metres(position.metres());
        GeoPoint::new((point.lon * 1e7).round() / 1e7, (point.lat * 1e7).round() / 1e7)
    }

    /// The smallest geographic box around a plane box, from its corners and edges' middles.
    pub fn geo_box(&self, bounds: &Bounds) -> GeoBox {
        let [x, y] = [0, 1].map(|axis| [bounds.min[axis], (bounds.min[axis] + bounds.max[axis]) / 2.0, bounds.max[axis]]);
        let corners = x.iter().flat_map(|&east| y.iter().map(move |&north| [east, north]));
        corners.map(|corner| self.geo_from_metres(corner)).fold(
            GeoBox { west: 180.0, south: 90.0, east: -180.0, north: -90.0 },
            |sum, point| GeoBox {
                west: sum.west.min(point.lon),
                south: sum.south.min(point.lat),
                east: sum.east.max(point.lon),
                north: sum.north.max(point.lat),
            },
        )
    }

    /// Angle from true north to grid north, radians, clockwise positive: what azimuths of sun and antennas add.
    pub fn convergence(&self, point: GeoPoint) -> f64 {
        ((point.lon - self.origin.lon).to_radians().tan() * point.lat.to_radians().sin()).atan()
    }
}

/// Newton's iteration on the conformal latitude's tangent (Karney 2011, eq. 19–21); three steps reach the last bit.
fn latitude_of_conformal_tangent(target: f64) -> f64 {
    let e2 = eccentricity().powi(2);
    let mut tau = target;
    for _ in 0..4 {
        let current = conformal_tangent(tau.atan());
        let slope = (1.0 - e2) * tau.hypot(1.0) * current.hypot(1.0) / (1.0 + (1.0 - e2) * tau * tau);
        tau += (target - current) / slope;
    }
    tau.atan()
}

/// Geodesic distance in metres on WGS 84 (Karney 2013): what measuring on screen shows.
pub fn geodesic_distance(a: GeoPoint, b: GeoPoint) -> f64 {
    use geo::{Distance, Geodesic, Point};
    Geodesic.distance(Point::new(a.lon, a.lat), Point::new(b.lon, b.lat))
}

/// Geodesic area of a closed ring in square metres on WGS 84, whichever way it turns.
pub fn geodesic_area(ring: &[GeoPoint]) -> f64 {
    use geo::{GeodesicArea, LineString, Polygon};
    let line: LineString<f64> = ring.iter().map(|point| (point.lon, point.lat)).collect();
    Polygon::new(line, Vec::new()).geodesic_area_signed().abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KOSTANAY: GeoPoint = GeoPoint { lon: 63.6246, lat: 53.2144 };

    #[test]
    fn distances_along_the_meridian_are_geodesic() {
        let frame = LocalFrame::new(KOSTANAY);
        for lat in [48.2, 51.0, 54.6] {
            let [east, north] = frame.metres_from_geo(GeoPoint::new(KOSTANAY.lon, lat));
            let expected = geodesic_distance(KOSTANAY, GeoPoint::new(KOSTANAY.lon, lat));
            assert!(east.abs() < 1e-6 && (north.abs() - expected).abs() < 1e-3, "{lat}: {north} is not {expected}");
        }
    }

    #[test]
    fn scale_off_the_meridian_is_that_of_the_projection() {
        // Scale of transverse Mercator at x metres from the meridian: 1 + x² / 2R².
        let frame = LocalFrame::new(KOSTANAY);
        let (a, b) = (GeoPoint::new(68.0, 53.0), GeoPoint::new(68.0, 53.01));
        let [p, q] = [a, b].map(|point| frame.metres_from_geo(point));
        let scale = (p[0] - q[0]).hypot(p[1] - q[1]) / geodesic_distance(a, b);
        let expected = 1.0 + (p[0] / 6.381e6_f64).powi(2) / 2.0;
        assert!((scale - expected).abs() < 1e-5, "{scale} is not {expected}");
    }

    #[test]
    fn source_coordinates_come_back() {
        let frame = LocalFrame::new(KOSTANAY);
        for lon in [59.9, 62.123_456_7, 63.624_6, 68.1] {
            for lat in [48.2, 51.765_432_1, 54.7] {
                let point = GeoPoint::new(lon, lat);
                let back = frame.geo_from_position(frame.position_from_geo(point));
                assert!((back.lon - lon).abs() < 5e-8 && (back.lat - lat).abs() < 5e-8, "{point:?} came back as {back:?}");
            }
        }
    }

    #[test]
    fn convergence_points_the_plane_north() {
        let frame = LocalFrame::new(KOSTANAY);
        let (here, above) = (GeoPoint::new(67.0, 52.0), GeoPoint::new(67.0, 52.001));
        let [a, b] = [here, above].map(|point| frame.metres_from_geo(point));
        let true_north = (b[0] - a[0]).atan2(b[1] - a[1]);
        assert!((true_north + frame.convergence(here)).abs() < 1e-4);
    }
}
