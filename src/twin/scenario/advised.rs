//! From what is advised to a scenario that can be opened, changed and refused: solutions of the library at sites that somebody found.

use super::placed::Placed;
use super::{Entry, Heading, Scenario, family};
use crate::twin::catalog::site::Site;
use crate::twin::model::region::Region;
use crate::twin::text::Spot;
use std::collections::BTreeMap;

/// A scenario with solutions at some sites, each the id of its template and where it stands. It follows `parent`, where there is
/// one, and is called by `id` or, where there is a scenario of that id in `all` already, by the next that is free.
pub fn scenario(
    id: &str,
    heading: Heading,
    parent: Option<&Scenario>,
    all: &[Scenario],
    sites: &[(String, Site)],
    region: &Region,
) -> Scenario {
    let mut scenario = Scenario { id: free_id(id, all), heading, parent: parent.map(|parent| parent.id.clone()), own: BTreeMap::new() };
    let keys = family::new_keys(&scenario, all, sites.len() as u32);
    let stands = |(key, (template, site)): (u32, &(String, Site))| {
        let points = site.points.iter().map(|&point| region.frame.geo_from_position(point)).collect();
        let template = Spot::new(template.clone());
        (
            key,
            Entry::Stands(Placed {
                key,
                template,
                points,
                bearing: site.bearing,
                set: BTreeMap::new(),
                on: None,
                from: None,
                builds_from: None,
            }),
        )
    };
    scenario.own = keys.zip(sites).map(stands).collect();
    scenario
}

/// The id, or with the first number after it that no scenario has.
fn free_id(id: &str, all: &[Scenario]) -> String {
    let is_free = |id: &String| all.iter().all(|known| known.id != *id);
    let numbered = (2..).map(|number: u32| format!("{id}-{number}"));
    std::iter::once(id.to_owned()).chain(numbered).find(is_free).unwrap_or_else(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::space::Position;

    #[test]
    fn it_follows_its_parent_under_a_free_id_and_keys_of_its_own() {
        let region = Region::default();
        let site = Site { points: vec![Position::from_metres(10.0, 20.0)], bearing: 90.0 };
        let sites = [("school".to_owned(), site.clone()), ("school".to_owned(), site)];
        let base = scenario("advice-school-2", Heading::default(), None, &[], &sites, &region);
        assert_eq!((base.id.as_str(), base.own.keys().copied().collect::<Vec<_>>()), ("advice-school-2", vec![1, 2]));
        let all = [base.clone()];
        let next = scenario("advice-school-2", Heading::default(), Some(&base), &all, &sites, &region);
        assert_eq!((next.id.as_str(), next.parent.as_deref()), ("advice-school-2-2", Some("advice-school-2")));
        assert!(next.own.keys().all(|key| !base.own.contains_key(key)));
        assert_eq!(family::standing(&next, &all).len(), 4);
    }
}
