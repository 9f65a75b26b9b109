//! Trips of a line in few bytes: whole numbers of seven bits a byte, the low ones first (LEB128), one behind the other to the end.
//!
//! A pattern is the number of its calls and each of them, as four times its place among the line's stops, 2 more where one may get on and 1
//! more where one may get off; then the number of its timings. A timing is, for each call but the first, the seconds under way and those
//! spent there; then the number of its departures, and each as the seconds since the one before.

use crate::twin::model::departures::{JourneyPattern, LineDepartures, Moment, PatternCall, TimingPattern};
use crate::twin::model::id::FeatureId;

/// The stops of a line, each once, and its trips.
pub fn encode(line: &LineDepartures) -> (Vec<FeatureId>, Vec<u8>) {
    let mut stops: Vec<FeatureId> = line.patterns.iter().flat_map(|pattern| &pattern.calls).map(|call| call.stop).collect();
    stops.sort_unstable();
    stops.dedup();
    let mut bytes = Vec::new();
    for pattern in &line.patterns {
        put(&mut bytes, pattern.calls.len() as u32);
        for call in &pattern.calls {
            let place = stops.binary_search(&call.stop).unwrap_or_default() as u32;
            put(&mut bytes, (place << 2) | (u32::from(call.boarding) << 1) | u32::from(call.alighting));
        }
        put(&mut bytes, pattern.timings.len() as u32);
        pattern.timings.iter().for_each(|timing| put_timing(&mut bytes, timing));
    }
    (stops, bytes)
}

/// What [`encode`] made, with the interval of the line; none where it is damaged.
pub fn decode(headway: u16, stops: &[FeatureId], bytes: &[u8]) -> Option<LineDepartures> {
    let mut numbers = Numbers(bytes);
    let mut patterns = Vec::new();
    while !numbers.0.is_empty() {
        let call = |number: u32| {
            let stop = *stops.get((number >> 2) as usize)?;
            Some(PatternCall { stop, boarding: number & 2 > 0, alighting: number & 1 > 0 })
        };
        let count = numbers.count()?;
        let calls = (0..count).map(|_| call(numbers.next()?)).collect::<Option<Vec<PatternCall>>>()?;
        let timings = (0..numbers.count()?).map(|_| timing(&mut numbers, count)).collect::<Option<Vec<TimingPattern>>>()?;
        patterns.push(JourneyPattern { calls, timings });
    }
    Some(LineDepartures { headway, patterns }).filter(LineDepartures::is_sound)
}

fn put_timing(bytes: &mut Vec<u8>, timing: &TimingPattern) {
    for pair in timing.moments.windows(2) {
        put(bytes, pair[1].arrival.saturating_sub(pair[0].departure));
        put(bytes, pair[1].departure.saturating_sub(pair[1].arrival));
    }
    put(bytes, timing.departures.len() as u32);
    let mut last = 0;
    for departure in &timing.departures {
        put(bytes, departure.saturating_sub(last));
        last = *departure;
    }
}

fn timing(numbers: &mut Numbers, calls: usize) -> Option<TimingPattern> {
    let mut now = 0u32;
    let mut moments = vec![Moment::default()];
    for _ in 1..calls {
        let arrival = now.checked_add(numbers.next()?)?;
        now = arrival.checked_add(numbers.next()?)?;
        moments.push(Moment { arrival, departure: now });
    }
    let (count, mut last) = (numbers.count()?, 0u32);
    let departure = |_| {
        last = last.checked_add(numbers.next()?)?;
        Some(last)
    };
    let departures = (0..count).map(departure).collect::<Option<Vec<u32>>>()?;
    Some(TimingPattern { moments, departures })
}

fn put(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Numbers that are still to be read.
struct Numbers<'a>(&'a [u8]);

impl Numbers<'_> {
    /// The next one; none where the bytes end before it does, and where it is greater than any of ours.
    fn next(&mut self) -> Option<u32> {
        let mut number = 0u64;
        for shift in [0, 7, 14, 21, 28] {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return u32::try_from(number).ok();
            }
        }
        None
    }

    /// How many things follow. Each takes a byte at least: no more can follow than there are bytes.
    fn count(&mut self) -> Option<usize> {
        self.next().map(|count| count as usize).filter(|count| *count <= self.0.len())
    }
}
