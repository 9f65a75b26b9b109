//! Damaged files that designers write: templates, norms, scenes, scenarios, tours. Read, checked, and written back.

use aimaq::store::library::read_template;
use aimaq::store::scenarios::{parse, to_text};
use aimaq::store::{embedded, scene_file, tours};
use aimaq::twin::catalog::norm::Norms;
use aimaq::twin::text;
use aimaq_fuzz::run;

const SCENARIO: &str = include_str!("../../../assets/starts/scenario.ron");
const TOUR: &str = include_str!("../../../assets/starts/tour.ron");
const SCENE: &str = include_str!("../../../scenes/kostanay/scene.ron");

fn main() -> std::process::ExitCode {
    let carried = embedded::template_texts().map(|(_, text)| text).chain(embedded::norm_texts());
    let seeds = carried.chain([SCENARIO, TOUR, SCENE]).map(|text| text.as_bytes().to_vec()).collect();
    run("design", "design.ron", seeds, |file| {
        let damaged = String::from_utf8_lossy(&file.bytes);
        drop(read_template(&damaged, "school", &[]));
        drop(text::read::<Norms>(&damaged));
        drop(scene_file::parse(&damaged, "scene.ron"));
        if let Ok(scenario) = parse("scenario", &damaged, &["school"]) {
            assert_eq!(to_text(&scenario, &to_text(&scenario, "")), to_text(&scenario, ""), "written twice, it is the same");
        }
        if let Ok(tour) = tours::parse("tour", &damaged) {
            drop(tours::missing(&tour, &damaged, tours::Around::default()));
            assert_eq!(tours::parse("tour", &tours::to_text(&tour, &damaged)).ok().as_ref(), Some(&tour), "what was saved is read again");
        }
        // What is written over a damaged text is whole.
        let whole = parse("scenario", SCENARIO, &["school"]).unwrap_or_default();
        assert_eq!(
            parse("scenario", &to_text(&whole, &damaged), &["school"]).ok().as_ref(),
            Some(&whole),
            "a damaged text spoils what is saved"
        );
    })
}
