//! Where a look meets the ground: what grabbing, clicking and measuring stand on.

use crate::twin::model::region::Region;
use bevy::math::{DVec2, DVec3};

/// Height of the ground at a place [m above sea level].
pub fn height(region: &Region, place: DVec2) -> f64 {
    if region.terrain.is_known() { region.terrain.height(region.frame.geo_from_metres(place.to_array())) } else { 0.0 }
}

/// Where a ray from the eye meets the ground; none above the horizon or beyond `reach` metres.
///
/// Steps grow with the distance; the last one is halved until it is exact to a centimetre.
pub fn meet(region: &Region, eye: DVec3, ray: DVec3, reach: f64) -> Option<DVec3> {
    let above = |way: f64| {
        let point = eye + ray * way;
        point.z - height(region, point.truncate())
    };
    let flat = |way: f64| (eye + ray * way).truncate().extend(height(region, (eye + ray * way).truncate()));
    if !region.terrain.is_known() {
        let way = -eye.z / ray.z;
        return (ray.z < -1e-4 && way > 0.0 && way < reach).then(|| flat(way));
    }
    let mut near = 0.0;
    while near < reach {
        let clearance = above(near);
        let far = near + (clearance.abs() * 0.6).max(near * 0.004).max(1.0);
        if above(far) <= 0.0 {
            return Some(flat(halve(near, far, above)));
        }
        near = far;
    }
    None
}

fn halve(mut near: f64, mut far: f64, above: impl Fn(f64) -> f64) -> f64 {
    while far - near > 0.01 {
        let middle = (near + far) / 2.0;
        if above(middle) > 0.0 { near = middle } else { far = middle }
    }
    far
}
