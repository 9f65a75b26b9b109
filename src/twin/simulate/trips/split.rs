//! What trips are made with: the multinomial logit (McFadden, 1974).

/// The share of each way of travelling, by the minutes that each is felt to take; infinite where it cannot be used. `scale` is how
/// much a minute counts [1/min]. All zero where nothing can be used.
pub fn shares<const N: usize>(minutes: [f64; N], scale: f64) -> [f64; N] {
    let least = minutes.into_iter().fold(f64::INFINITY, f64::min);
    if !least.is_finite() {
        return [0.0; N];
    }
    let weights = minutes.map(|minutes| if minutes.is_finite() { (scale * (least - minutes)).exp() } else { 0.0 });
    let sum: f64 = weights.iter().sum();
    weights.map(|weight| weight / sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_as_long_is_taken_as_often() {
        assert_eq!(shares([10.0, 10.0], 0.1), [0.5, 0.5]);
        let [car, walk, bus] = shares([10.0, 30.0, f64::INFINITY], 0.1);
        assert!((car / walk - 2f64.exp()).abs() < 1e-9 && bus == 0.0 && (car + walk - 1.0).abs() < 1e-12);
        assert_eq!(shares([f64::INFINITY; 2], 0.1), [0.0, 0.0]);
        assert_eq!(shares([0.0, 1e9], 0.1), [1.0, 0.0]);
    }
}
