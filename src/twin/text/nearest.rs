//! The known name that a misspelt one is nearest to.

/// The nearest of some names, if any is near enough to be meant (Damerau 1964: letters added, left out, changed, swapped).
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    let most = (name.chars().count() / 3).max(1);
    let distances = known.into_iter().map(|other| (strsim::damerau_levenshtein(&name, &other.to_lowercase()), other));
    distances.filter(|(distance, _)| *distance <= most).min_by_key(|(distance, _)| *distance).map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_is_found_and_nothing_else() {
        let known = ["capital", "yearly", "year", "source"];
        assert_eq!(nearest("captial", known), Some("capital"));
        assert_eq!(nearest("Year", known), Some("year"));
        assert_eq!(nearest("months", known), None);
    }
}
