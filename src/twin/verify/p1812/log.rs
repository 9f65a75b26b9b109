//! What the reference program logs of a prediction, equation by equation.

use crate::twin::simulate::radio::p1812::{Link, Prediction};
use std::collections::BTreeMap;

/// What a log holds, by name and equation; what is no equation, by its name and a blank.
pub(super) fn read(text: &str) -> BTreeMap<String, f64> {
    let value = |line: &str| {
        let columns: Vec<&str> = line.split(',').collect();
        Some((format!("{} {}", columns.first()?.trim(), columns.get(1)?.trim()), columns.get(3)?.trim().parse().ok()?))
    };
    text.lines().filter_map(value).collect()
}

/// The same of a prediction; of both radii of the Earth the logs hold Bullington and spherical losses over the greater.
pub(super) fn on_the_way(link: &Link, found: &Prediction) -> [(&'static str, f64); 46] {
    let (analysis, mechanisms, blend) = (&found.analysis, &found.mechanisms, &found.blend);
    let (sections, climate, horizons, smooth) = (&analysis.sections, &analysis.climate, &analysis.horizons, &analysis.smooth);
    let (sight, diffraction) = (&mechanisms.sight, &mechanisms.diffraction);
    [
        ("d (km) ", analysis.length),
        ("dlt (km) Eq (78)", horizons.distances[0]),
        ("dlr (km) Eq (81a)", horizons.distances[1]),
        ("th_t (mrad) Eqs (76-78)", horizons.elevations[0]),
        ("th_r (mrad) Eqs (79-81)", horizons.elevations[1]),
        ("th (mrad) Eq (82)", horizons.angle),
        ("hts (m) ", analysis.antennas[0]),
        ("hrs (m) ", analysis.antennas[1]),
        ("w Table 5", sections.over_sea),
        ("dtm (km) Sec 3.6", sections.longest_land),
        ("dlm (km) Sec 3.6", sections.longest_inland),
        ("phi (deg) Eq (4)", link.latitude),
        ("b0 (%) Eq (5)", climate.ducting),
        ("ae (km) Eq (7a)", climate.median_radius),
        ("hst (m) Eq (85)", smooth.fitted[0]),
        ("hsr (m) Eq (86)", smooth.fitted[1]),
        ("hst (m) Eq (90a)", smooth.ducting[0]),
        ("hsr (m) Eq (90b)", smooth.ducting[1]),
        ("hstd (m) Eq (89)", smooth.diffraction[0]),
        ("hsrd (m) Eq (89)", smooth.diffraction[1]),
        ("hte (m) Eq (92a)", smooth.effective[0]),
        ("hre (m) Eq (92b)", smooth.effective[1]),
        ("hm (m) Eq (93)", smooth.roughness),
        ("Fi Eq (40)", blend.by_time),
        ("Fj Eq (57)", blend.by_angle),
        ("Fk Eq (58)", blend.by_length),
        ("Lbfs Eq (8)", sight.free_space),
        ("Lb0p Eq (10)", sight.at_time),
        ("Lb0b Eq (11)", sight.at_ducting),
        ("Lbulla (dB) Eq (21)", diffraction.ducting.actual),
        ("Lbulls (dB) Eq (21)", diffraction.ducting.smooth),
        ("Ldsph (dB) Eq (27)", diffraction.ducting.spherical),
        ("Ld50 (dB) Eq (39)", diffraction.median.loss),
        ("Ldb (dB) Eq (39)", diffraction.ducting.loss),
        ("Ldp (dB) Eq (41)", diffraction.at_time),
        ("Lbd50 (dB) Eq (42)", blend.median_diffraction),
        ("Lbd (dB) Eq (43)", blend.diffraction),
        ("Lminb0p (dB) Eq (59)", blend.least_in_sight),
        ("Lba (dB) Eq (46)", mechanisms.ducting),
        ("Lminbap (dB) Eq (60)", blend.least_ducted),
        ("Lbda (dB) Eq (61)", blend.ducted),
        ("Lbam (dB) Eq (62)", blend.modified),
        ("Lbs (dB) Eq (44)", mechanisms.troposcatter),
        ("Lbc (dB) Eq (63)", found.median_loss),
        ("Lb (dB) Eq (69)", found.loss),
        ("Ep (dBuV/m) Eq (70)", found.field_strength),
    ]
}
