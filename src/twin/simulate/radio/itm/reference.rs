//! The reference attenuation: the method of Longley and Rice, from sight over diffraction to scatter.

use super::diffraction::Diffraction;
use super::medium::{Air, Ground};
use super::path::Path;
use super::scatter::scatter;
use super::sight::{Slope, in_sight};
use super::warning::Warnings;

/// How the wave comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// In sight.
    LineOfSight,
    /// Around the horizon.
    Diffraction,
    /// Scattered by the air.
    Troposcatter,
}

/// Attenuation beside that of free space [dB], how the wave comes, and warnings.
pub(super) fn reference(ground: &Ground, air: &Air, path: &Path) -> (f64, Mode, Warnings) {
    let horizons = path.effective.map(|height| (2.0 * height * air.radius).sqrt());
    let smooth = horizons[0] + horizons[1];
    let diffraction = Diffraction::new(ground, air, path, smooth);
    // Two distances far behind the horizon; the loss between and before them is a straight line.
    let reach = (air.radius * air.radius).cbrt() / ground.cube_root;
    let near = smooth.max(diffraction.horizons + 5.0 * reach);
    let far = near + 10.0 * reach;
    let [near_loss, far_loss] = [near, far].map(|distance| diffraction.at(distance));
    let slope = (far_loss - near_loss) / (far - near);
    let behind = Slope { at_start: near_loss - slope * near, slope };
    let (loss, mode) = if path.distance < smooth {
        (before_horizon(ground, path, &diffraction, behind), Mode::LineOfSight)
    } else {
        behind_horizon(ground, air, path, &diffraction, behind)
    };
    (loss.max(0.0), mode, warnings(air, path, horizons))
}

/// Between two or three distances in sight a curve d and ln d (ERL 79-ITS 67, eq. 3.16 to 3.21).
fn before_horizon(ground: &Ground, path: &Path, diffraction: &Diffraction, behind: Slope) -> f64 {
    let (smooth, horizons) = (diffraction.smooth, diffraction.horizons);
    let loss = |distance: f64| in_sight(ground, path, behind, smooth, distance);
    let at_horizon = behind.at(smooth);
    let two_rays = 0.04 * ground.frequency * path.effective[0] * path.effective[1];
    let (first, second) = if behind.at_start >= 0.0 {
        let first = two_rays.min(0.5 * horizons);
        (first, first + 0.25 * (horizons - first))
    } else {
        (two_rays, (-behind.at_start / behind.slope).max(0.25 * horizons))
    };
    let at_second = loss(second);
    let mut curve = None;
    if first < second {
        let at_first = loss(first);
        let wide = (smooth / first).ln();
        let (whole, part) = (smooth - first, second - first);
        let bend = (whole * (at_second - at_first) - part * (at_horizon - at_first)) / (whole * (second / first).ln() - part * wide);
        let bend = bend.max(0.0);
        if behind.at_start > 0.0 || bend > 0.0 {
            let rise = (at_horizon - at_first - bend * wide) / whole;
            curve = Some(if rise >= 0.0 {
                (rise, bend)
            } else {
                let bend = (at_horizon - at_first).max(0.0) / wide;
                (if bend == 0.0 { behind.slope } else { 0.0 }, bend)
            });
        }
    }
    let (rise, bend) = curve.unwrap_or_else(|| {
        let rise = (at_horizon - at_second).max(0.0) / (smooth - second);
        (if rise == 0.0 { behind.slope } else { rise }, 0.0)
    });
    at_horizon + rise * (path.distance - smooth) + bend * (path.distance / smooth).ln()
}

fn behind_horizon(ground: &Ground, air: &Air, path: &Path, diffraction: &Diffraction, behind: Slope) -> (f64, Mode) {
    let horizons = diffraction.horizons;
    let distances = [horizons + 200e3, horizons + 400e3];
    let at = |distance, farther| scatter(ground, air, path, diffraction.in_sight, distance, farther);
    // What is scattered matters only beyond the horizon's own reach.
    let reach = (air.radius * air.radius).cbrt() / ground.cube_root;
    let least = diffraction.smooth.max(horizons + 1.088 * reach * ground.frequency.ln());
    if path.distance > least
        && let Some((far, gain)) = at(distances[1], None)
        && let Some((near, _)) = at(distances[0], Some(gain)).filter(|(near, _)| *near < 1_000.0)
    {
        let slope = (far - near) / 200e3;
        let from = least.max((near - behind.at_start - slope * distances[0]) / (behind.slope - slope));
        if path.distance > from {
            let at_start = (behind.slope - slope) * from + behind.at_start;
            return (slope * path.distance + at_start, Mode::Troposcatter);
        }
    }
    (behind.at(path.distance), Mode::Diffraction)
}

fn warnings(air: &Air, path: &Path, smooth: [f64; 2]) -> Warnings {
    let mut warnings = Warnings::default();
    for end in [0, 1] {
        warnings.add(Warnings::HORIZON_ANGLE[end], path.angles[end].abs() > 0.2);
        warnings.add(Warnings::HORIZON_NEAR[end], path.horizons[end] < 0.1 * smooth[end]);
        warnings.add(Warnings::HORIZON_FAR[end], path.horizons[end] > 3.0 * smooth[end]);
    }
    warnings.add(Warnings::THIN_AIR, air.refractivity < 250.0);
    warnings.add(Warnings::STEEP, path.distance < (path.effective[0] - path.effective[1]).abs() / 0.2);
    warnings.add(Warnings::SHORT, path.distance < 1e3);
    warnings.add(Warnings::LONG, path.distance > 1_000e3);
    warnings.add(Warnings::VERY_LONG, path.distance > 2_000e3);
    warnings
}
