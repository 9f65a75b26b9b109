//! Propagation by scatter in the troposphere (§4.4).

/// Basic loss not exceeded for a share of time [%], L_bs [dB] (44), at a frequency [GHz] over a path of a length [km] and an angle [mrad]
/// through air of a refractivity at sea level [N-units].
pub fn troposcatter(frequency: f64, length: f64, angle: f64, refractivity: f64, time: f64) -> f64 {
    let by_frequency = 25.0 * frequency.log10() - 2.5 * (frequency / 2.0).log10().powi(2);
    // Beyond half of the time there would be a root of something below zero.
    let by_time = 10.125 * (50.0 / time).log10().max(0.0).powf(0.7);
    190.1 + by_frequency + 20.0 * length.log10() + 0.573 * angle - 0.15 * refractivity - by_time
}
