//! What comes into the channels of the case with overtopped walls, as published or as a flow file of HEC-RAS has it.

use super::super::cells::odd;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::simulate::flood::source::Hydrograph;

/// What comes into the middle channel: hour and discharge [m³/s]; a little runs in those beside it.
const INFLOW: [(f64, f64); 7] = [(0.0, 1.0), (1.0, 1.0), (2.0, 5.0), (3.0, 9.0), (4.0, 13.0), (5.0, 17.0), (6.0, 21.0)];
const BESIDE: f64 = 0.1;

/// What comes into the channels, in the middle, on the right, on the left: hour and discharge [m³/s].
#[derive(Clone, Debug, PartialEq)]
pub struct Inflow(pub [Vec<(f64, f64)>; 3]);

impl Default for Inflow {
    fn default() -> Self {
        Self([INFLOW.to_vec(), vec![(0.0, BESIDE)], vec![(0.0, BESIDE)]])
    }
}

impl Inflow {
    /// The hourly hydrographs of a HEC-RAS flow file for the upper ends of the channels; those that it does not name are the published ones.
    ///
    /// # Errors
    /// `verify-row-odd` for a value that is no number, `verify-field-missing` where the interval is no hour.
    pub fn read(text: &str) -> Result<Self, Diagnostic> {
        let mut inflow = Self::default();
        let (mut channel, mut left) = (None, 0_usize);
        for (line, row) in (1..).zip(text.lines()) {
            let known = channel.and_then(|channel: usize| inflow.0.get_mut(channel));
            if let Some(location) = row.strip_prefix("Boundary Location=") {
                let name = location.split(',').nth(1).unwrap_or_default().trim();
                channel = ["middle", "right", "left"].iter().position(|known| known.eq_ignore_ascii_case(name));
                left = 0;
            } else if let Some(interval) = row.strip_prefix("Interval=") {
                if interval.trim() != "1HOUR" {
                    return Err(Diagnostic::error("verify-field-missing").with("field", "Interval=1HOUR"));
                }
            } else if let Some(count) = row.strip_prefix("Flow Hydrograph=") {
                left = count.trim().parse().map_err(|_| odd(line))?;
                known.into_iter().for_each(Vec::clear);
            } else if let (Some(factor), Some(points)) = (row.strip_prefix("Flow Hydrograph QMult="), known) {
                let factor: f64 = factor.trim().parse().map_err(|_| odd(line))?;
                points.iter_mut().for_each(|point| point.1 *= factor);
            } else if left > 0 {
                let values: Vec<f64> = row.split_whitespace().map(str::parse).collect::<Result<_, _>>().map_err(|_| odd(line))?;
                left = left.saturating_sub(values.len());
                let Some(points) = channel.and_then(|channel| inflow.0.get_mut(channel)) else { continue };
                values.into_iter().for_each(|value| points.push((points.len() as f64, value)));
            }
        }
        Ok(inflow)
    }

    /// The hour of the last point.
    pub fn hours(&self) -> f64 {
        self.0.iter().flatten().map(|point| point.0).fold(0.0, f64::max)
    }

    /// What comes into a channel, by its place among the three.
    pub fn of(&self, channel: usize) -> Hydrograph {
        let points = self.0.get(channel).map(Vec::as_slice).unwrap_or_default();
        Hydrograph::new(points.iter().map(|(hour, flow)| (hour * 3_600.0, *flow)))
    }
}
