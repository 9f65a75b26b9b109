//! The bi-conjugate Frank–Wolfe method (Mitradjieva and Lindberg, 2013): slow to the end, but another way to the same volumes.

use super::all_or_nothing::{CheapestLoading, load_cheapest};
use super::demand::TripTable;
use super::graph::Graph;
use super::load::{Load, Solved};

/// A step longer than this has gone all the way to its target, which then tells nothing of the directions before.
const WHOLE_STEP: f64 = 0.99;

/// Halvings of the interval in which the best step lies.
const HALVINGS: usize = 60;

/// The last two targets and the step that led towards the last.
struct Past {
    target: Vec<f64>,
    before: Option<Vec<f64>>,
    step: f64,
}

/// Drives the relative gap down to `aim`, in at most so many iterations.
pub fn solve(graph: &Graph, demand: &TripTable, aim: f64, most_iterations: usize) -> Solved {
    let empty = Load::new(graph, vec![0.0; graph.arcs()]);
    let mut load = Load::new(graph, load_cheapest(graph, &empty.cost, demand).volume);
    let mut past: Option<Past> = None;
    let mut rounds = 0;
    loop {
        let CheapestLoading { volume, cheapest } = load_cheapest(graph, &load.cost, demand);
        if rounds == most_iterations || load.total_cost() - cheapest.cost <= aim * cheapest.cost {
            return Solved { load, cheapest, rounds };
        }
        rounds += 1;
        let target = target(&load, &volume, past.as_ref());
        let step = best_step(graph, &load.volume, &target);
        load = Load::new(graph, between(&load.volume, &target, step));
        past = (step < WHOLE_STEP).then(|| Past { target, before: past.map(|past| past.target), step });
    }
}

/// Volumes to go towards: the cheapest loading mixed with the last targets, so that the direction is conjugate to the last two.
fn target(load: &Load, cheapest: &[f64], past: Option<&Past>) -> Vec<f64> {
    let Some(Past { target, before, step }) = past else { return cheapest.to_vec() };
    let none = vec![0.0; cheapest.len()];
    let newest = difference(cheapest, &load.volume);
    let last = difference(target, &load.volume);
    let (second, drift) = match before {
        Some(before) => (difference(&between(before, target, *step), &load.volume), difference(before, target)),
        None => (none.clone(), none.clone()),
    };
    let curved = |a: &[f64], b: &[f64]| a.iter().zip(b).zip(&load.slope).map(|((a, b), slope)| a * b * slope).sum::<f64>();
    let ratio = |above: f64, below: f64| if below == 0.0 { 0.0 } else { (-above / below).max(0.0) };
    let mu = ratio(curved(&second, &newest), curved(&second, &drift));
    let nu = ratio(curved(&last, &newest), curved(&last, &last)) + mu * step / (1.0 - step);
    let whole = 1.0 + mu + nu;
    let before = before.as_ref().unwrap_or(&none);
    let mixed = cheapest.iter().zip(target).zip(before).map(|((cheapest, target), before)| (cheapest + nu * target + mu * before) / whole);
    mixed.collect()
}

/// The share of the way to a target at which the objective is the least.
fn best_step(graph: &Graph, volume: &[f64], target: &[f64]) -> f64 {
    let falls_at = |step: f64| {
        let there = graph.cost.iter().zip(volume).zip(target).filter(|((_, volume), target)| volume != target);
        there.map(|((cost, volume), target)| (target - volume) * cost.at(volume + step * (target - volume))).sum::<f64>() < 0.0
    };
    if falls_at(1.0) {
        return 1.0;
    }
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        (low, high) = if falls_at(middle) { (middle, high) } else { (low, middle) };
    }
    0.5 * (low + high)
}

fn between(from: &[f64], to: &[f64], share: f64) -> Vec<f64> {
    from.iter().zip(to).map(|(from, to)| from + share * (to - from)).collect()
}

fn difference(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}
