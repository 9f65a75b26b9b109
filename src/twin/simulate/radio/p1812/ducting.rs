//! Propagation by ducts and reflecting layers (§4.5).

use super::analysis::Analysis;

/// A path as ducts see it.
#[derive(Clone, Copy, Debug)]
pub struct Ducted<'a> {
    /// Frequency [GHz].
    pub frequency: f64,
    /// Share of time [%].
    pub time: f64,
    /// The path.
    pub analysis: &'a Analysis,
}

impl Ducted<'_> {
    /// Basic loss not exceeded for the share of time, L_ba [dB] (46).
    pub fn loss(&self) -> f64 {
        self.coupling() + self.specific() * self.angle() + self.by_time()
    }

    /// Loss between the antennas and the duct, A_f [dB] (47).
    fn coupling(&self) -> f64 {
        let frequency = self.frequency;
        let low = if frequency < 0.5 { 45.375 - 137.0 * frequency + 92.5 * frequency * frequency } else { 0.0 };
        let [to_sender, to_receiver] = self.analysis.horizons.distances;
        let ends: f64 = [0, 1].into_iter().map(|end| self.shielding(end) + self.over_sea(end)).sum();
        102.45 + 20.0 * frequency.log10() + 20.0 * (to_sender + to_receiver).log10() + low + ends
    }

    /// Loss by the horizon that shields a terminal [dB] (48).
    fn shielding(&self, end: usize) -> f64 {
        let far = self.analysis.horizons.distances[end];
        let above = self.analysis.horizons.elevations[end] - 0.1 * far;
        if above <= 0.0 {
            return 0.0;
        }
        20.0 * (1.0 + 0.361 * above * (self.frequency * far).sqrt()).log10() + 0.264 * above * self.frequency.cbrt()
    }

    /// What ducts over the sea give back near the coast [dB] (49).
    fn over_sea(&self, end: usize) -> f64 {
        let Analysis { sections, horizons, antennas, coast, .. } = self.analysis;
        if sections.over_sea < 0.75 || coast[end] > horizons.distances[end] || coast[end] > 5.0 {
            return 0.0;
        }
        -3.0 * (-0.25 * coast[end] * coast[end]).exp() * (1.0 + (0.07 * (50.0 - antennas[end])).tanh())
    }

    /// Loss by angle, γ_d [dB/mrad] (51).
    fn specific(&self) -> f64 {
        5e-5 * self.analysis.climate.median_radius * self.frequency.cbrt()
    }

    /// Angular distance within the duct, θ′ [mrad] (52).
    fn angle(&self) -> f64 {
        let horizons = &self.analysis.horizons;
        let [sender, receiver] = [0, 1].map(|end| horizons.elevations[end].min(0.1 * horizons.distances[end]));
        1000.0 * self.analysis.length / self.analysis.climate.median_radius + sender + receiver
    }

    /// Loss by time, A(p) [dB] (53).
    fn by_time(&self) -> f64 {
        let length = self.analysis.length;
        let share = self.analysis.climate.ducting * self.geometry() * self.roughness();
        let log = share.log10();
        let grown = (-(9.51 - 4.8 * log + 0.198 * log * log) * 1e-6 * length.powf(1.13)).exp();
        let exponent = 1.076 / (2.0058 - log).powf(1.012) * grown;
        let ratio = self.time / share;
        -12.0 + (1.2 + 3.7e-3 * length) * ratio.log10() + 12.0 * ratio.powf(exponent)
    }

    /// Correction for the geometry of the path, μ₂ (55).
    fn geometry(&self) -> f64 {
        let Analysis { length, climate, smooth, .. } = self.analysis;
        let exponent = (-0.6 - 3.5e-9 * length.powf(3.1) * climate.inland).max(-3.4);
        let heights = smooth.effective[0].sqrt() + smooth.effective[1].sqrt();
        (500.0 / climate.median_radius * length * length / (heights * heights)).powf(exponent).min(1.0)
    }

    /// Correction for rough ground, μ₃ (56).
    fn roughness(&self) -> f64 {
        let rough = self.analysis.smooth.roughness - 10.0;
        let [to_sender, to_receiver] = self.analysis.horizons.distances;
        let beyond = (self.analysis.length - to_sender - to_receiver).min(40.0);
        if rough > 0.0 { (-4.6e-5 * rough * (43.0 + 6.0 * beyond)).exp() } else { 1.0 }
    }
}
