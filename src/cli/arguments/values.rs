//! Values of arguments, read from their texts. The reasons are not read: the words of a bad value name what is expected.

/// Sides of a picture or a window [pixels].
const SIDES: std::ops::RangeInclusive<u32> = 16..=16_384;

/// Width and height of a picture or a window [pixels], such as `1280x720`.
pub(super) fn size(text: &str) -> Result<(u32, u32), &'static str> {
    let (width, height) = text.split_once(['x', 'X', '×', 'х']).ok_or("no x")?;
    let side = |text: &str| text.parse().ok().filter(|side| SIDES.contains(side)).ok_or("not a side");
    Ok((side(width)?, side(height)?))
}

/// Civil time, such as `2026-06-21T12:00`.
pub(super) fn civil_time(text: &str) -> Result<jiff::civil::DateTime, &'static str> {
    text.parse().map_err(|_| "not a time")
}

/// What a unit is worth: finite, not below zero.
pub(super) fn factor(text: &str) -> Result<f64, &'static str> {
    text.parse().ok().filter(|factor: &f64| factor.is_finite() && *factor >= 0.0).ok_or("not a factor")
}

/// A relative gap: zero or more, below one.
pub(super) fn gap(text: &str) -> Result<f64, &'static str> {
    text.parse().ok().filter(|gap| (0.0..1.0).contains(gap)).ok_or("not a gap")
}

/// A link by its nodes, such as `3-4`. Nodes are counted from 1 wherever people write them.
pub(super) fn link(text: &str) -> Result<(u32, u32), &'static str> {
    let (from, to) = text.split_once('-').ok_or("no hyphen")?;
    let node = |text: &str| text.parse::<u32>().ok().and_then(|node| node.checked_sub(1)).ok_or("not a node");
    Ok((node(from)?, node(to)?))
}
