//! Stable references to features: they survive a re-import, so that scenarios and corrections do too.

use std::fmt;
use std::str::FromStr;

/// What kind of thing a [`FeatureId`] numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IdKind {
    /// OpenStreetMap node.
    Node,
    /// OpenStreetMap way.
    Way,
    /// OpenStreetMap relation.
    Relation,
    /// Made by the sketch generator; the number is the hash of its key.
    Sketch,
    /// A row of a table; the number is the hash of its key.
    Table,
    /// Part of a proposal; the number is its scenario's key and the part's.
    Proposal,
}

const KINDS: [(IdKind, char); 6] = [
    (IdKind::Node, 'n'),
    (IdKind::Way, 'w'),
    (IdKind::Relation, 'r'),
    (IdKind::Sketch, 's'),
    (IdKind::Table, 't'),
    (IdKind::Proposal, 'p'),
];

/// A stable reference to a feature, eight bytes: kind in the low three bits, number above.
///
/// Written as a letter and a number: `w12345` is OpenStreetMap way 12345.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FeatureId(i64);

impl FeatureId {
    /// The reference to thing `number` of that kind. Numbers beyond 60 bits are folded into them.
    pub fn new(kind: IdKind, number: i64) -> Self {
        Self((number << 3) | kind as i64)
    }

    /// The reference to something that has a textual key instead of a number.
    pub fn keyed(kind: IdKind, key: &str) -> Self {
        Self::new(kind, (hash_text(key) >> 5) as i64)
    }

    /// What kind of thing it is.
    pub fn kind(self) -> IdKind {
        KINDS[((self.0 & 7) as usize).min(KINDS.len() - 1)].0
    }

    /// Its number within the kind.
    pub fn number(self) -> i64 {
        self.0 >> 3
    }

    /// A number that looks random but is always the same for this id: the seed of everything inferred about it.
    pub fn seed(self) -> u64 {
        mix(self.0 as u64)
    }
}

impl fmt::Display for FeatureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = KINDS[((self.0 & 7) as usize).min(KINDS.len() - 1)].1;
        write!(f, "{letter}{}", self.number())
    }
}

impl fmt::Debug for FeatureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for FeatureId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut rest = text.chars();
        let letter = rest.next().ok_or(())?;
        let kind = KINDS.iter().find(|(_, known)| *known == letter).ok_or(())?.0;
        Ok(Self::new(kind, rest.as_str().parse().map_err(|_| ())?))
    }
}

/// Finalizer of SplitMix64 (Steele, Lea, Flood 2014): spreads every input bit over all output bits.
pub fn mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// FNV-1a over the text's bytes, then [`mix`]: the same on every machine and in every version.
pub fn hash_text(text: &str) -> u64 {
    mix(text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3)))
}

/// A fraction in [0, 1) from a seed.
pub fn unit_fraction(seed: u64) -> f64 {
    (mix(seed) >> 11) as f64 / (1u64 << 53) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_its_text() {
        for (kind, _) in KINDS {
            for number in [0, 1, -7, 152_087, 12_345_678_901] {
                let id = FeatureId::new(kind, number);
                assert_eq!((id.kind(), id.number()), (kind, number));
                assert_eq!(id.to_string().parse(), Ok(id));
            }
        }
        assert_eq!("x12".parse::<FeatureId>(), Err(()));
    }
}
