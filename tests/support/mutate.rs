//! Damages well-formed input the way files get damaged: bits, bytes, lengths, cuts, repeats, numbers in text.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

/// Numbers at which parsers tend to stumble.
const NUMBERS: [u64; 14] =
    [0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, i64::MAX as u64, u64::MAX];

/// The same in text, and what else people put in place of a number.
const TEXTS: [&str; 14] =
    ["0", "-1", "99999999999999999999", "1e308", "-1e308", "1e-320", "nan", "inf", ",", ";", "\"", "{", "[", "\u{0456}"];

/// A source of damage that is the same for the same seed.
pub struct Mutator {
    random: Pcg32,
}

impl Mutator {
    /// The damage of that number.
    pub fn new(seed: u64) -> Self {
        Self { random: Pcg32::new(seed ^ 0xCAFE_F00D_D15E_A5E5, 0x0A02_BDBF_7BB3_C0A7) }
    }

    /// One of the seeds, damaged in one to six places; another seed may lend a piece.
    pub fn mutate(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = seeds[self.below(seeds.len())].clone();
        for _ in 0..=self.below(6) {
            let donor = &seeds[self.below(seeds.len())];
            self.damage(&mut bytes, donor);
        }
        bytes
    }

    /// A number less than the bound (0 for a bound of 0).
    pub fn below(&mut self, bound: usize) -> usize {
        ((u64::from(self.random.next_u32()) * bound as u64) >> 32) as usize
    }

    fn damage(&mut self, bytes: &mut Vec<u8>, donor: &[u8]) {
        // Half of the time near the front, where headers stand.
        let reach = if self.below(2) == 0 { bytes.len().min(256) } else { bytes.len() };
        let at = self.below(reach + 1).min(bytes.len());
        let longest = if self.below(4) == 0 { bytes.len().max(1) } else { 16 };
        let length = 1 + self.below(longest);
        let end = (at + length).min(bytes.len());
        match self.below(10) {
            0 if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
            1 if at < bytes.len() => bytes[at] = self.below(256) as u8,
            2 | 3 => self.overwrite_number(bytes, at),
            4 => bytes.truncate(at),
            5 => drop(bytes.drain(at..end)),
            6 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            7 if !donor.is_empty() => {
                let from = self.below(donor.len());
                let piece = &donor[from..(from + length).min(donor.len())];
                let end = (at + piece.len()).min(bytes.len());
                bytes.splice(at..end, piece.iter().copied());
            }
            8 => drop(bytes.splice(at..end, TEXTS[self.below(TEXTS.len())].bytes())),
            _ => {
                let piece: Vec<u8> = (0..length.min(8)).map(|_| self.below(256) as u8).collect();
                bytes.splice(at..at, piece);
            }
        }
    }

    /// Puts a number of 1 to 8 bytes in either order, as a length or an offset would stand there.
    fn overwrite_number(&mut self, bytes: &mut [u8], at: usize) {
        let width = 1 << self.below(4);
        let number = NUMBERS[self.below(NUMBERS.len())].wrapping_add(self.below(3) as u64).wrapping_sub(1);
        let mut digits = number.to_le_bytes()[..width].to_vec();
        if self.below(2) == 0 {
            digits.reverse();
        }
        for (target, digit) in bytes.iter_mut().skip(at).zip(digits) {
            *target = digit;
        }
    }
}
