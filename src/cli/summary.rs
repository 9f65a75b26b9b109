//! What a region holds and how good its data are: as a table in words, or as the JSON object that scripts read.

use crate::i18n::Words;
use crate::twin::model::choice::Choice;
use crate::twin::model::quality::Quality;
use crate::twin::model::region::Region;
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// The JSON object of `info` and `import`.
pub fn to_json(region: &Region, words: &Words) -> Map<String, Value> {
    let counts: Map<String, Value> = region.counts().into_iter().map(|(layer, count)| (layer.to_owned(), json!(count))).collect();
    let sources: Vec<Value> = region
        .sources
        .iter()
        .map(|source| json!({ "name": source.name, "licence": source.licence, "credit": source.credit, "date": source.date }))
        .collect();
    let mut object = Map::new();
    object.insert("id".to_owned(), json!(region.id));
    object.insert("name".to_owned(), json!(name(region, words)));
    object.insert("standing".to_owned(), json!(region.standing.name()));
    object.insert("timezone".to_owned(), json!(region.timezone));
    object.insert("counts".to_owned(), Value::Object(counts));
    let departures = json!({ "lines": region.departures.len(), "trips": region.departures.trips() });
    object.insert("departures".to_owned(), departures);
    object.insert("extent".to_owned(), json!(extent(region)));
    object.insert("population".to_owned(), json!(region.population()));
    object.insert("quality".to_owned(), quality(&region.quality, words));
    object.insert("sources".to_owned(), Value::Array(sources));
    object.insert("corrections".to_owned(), json!(region.corrections.len()));
    object
}

/// The same for people.
pub fn to_text(region: &Region, words: &Words) -> String {
    let mut text = String::new();
    let standing = words.choice(region.standing);
    let _ = writeln!(text, "{} ({standing})", name(region, words));
    let population = words.number(region.population() as f64, 0);
    rows(
        &mut text,
        &[(words.get("cli-population").into_owned(), population), (words.get("cli-extent").into_owned(), extent_text(region, words))],
    );
    section(&mut text, &words.get("cli-counts"));
    let counts = region.counts().into_iter().map(|(layer, count)| (words.layer(layer).into_owned(), count));
    let departures = (words.get("cli-departures").into_owned(), region.departures.trips());
    let known = counts.chain([departures]).filter(|(_, count)| *count > 0);
    let counts: Vec<_> = known.map(|(name, count)| (name, words.number(count as f64, 0))).collect();
    rows(&mut text, &counts);
    quality_text(&mut text, &region.quality, words);
    section(&mut text, &words.get("cli-sources"));
    for source in &region.sources {
        let parts = [&source.name, &source.licence, &source.date, &source.credit].map(String::as_str);
        let known: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let _ = writeln!(text, "  {}", known.join(" · "));
    }
    text
}

fn name<'a>(region: &'a Region, words: &Words) -> &'a str {
    let name = region.name.read(words.language(), &region.strings);
    if name.is_empty() { &region.id } else { name }
}

/// West, south, east, north [degrees]; none of a region without anything in it.
fn extent(region: &Region) -> Option<[f64; 4]> {
    (!region.extent.is_empty()).then(|| region.frame.geo_box(&region.extent).to_array())
}

fn extent_text(region: &Region, words: &Words) -> String {
    let Some([west, south, east, north]) = extent(region) else { return words.get("value-unknown").into_owned() };
    let [width, height] = region.extent.size();
    let degrees = |value| words.number(value, 4);
    let corners = format!("{} {} – {} {}", degrees(west), degrees(south), degrees(east), degrees(north));
    format!("{} × {} ({corners})", words.length(width), words.length(height))
}

fn quality(quality: &Quality, words: &Words) -> Value {
    let entries: Vec<Value> = quality
        .entries
        .iter()
        .map(|entry| {
            json!({
                "code": entry.finding.name(),
                "treatment": entry.finding.treatment().name(),
                "count": entry.count,
                "message": words.finding(entry.finding, entry.count),
                "examples": entry.examples,
            })
        })
        .collect();
    let layers: Vec<Value> = quality
        .layers
        .iter()
        .map(|layer| json!({ "layer": layer.layer, "found": layer.found, "kept": layer.kept, "observed_share": layer.observed_share }))
        .collect();
    json!({ "grade": quality.grade.name(), "entries": entries, "layers": layers })
}

fn quality_text(text: &mut String, quality: &Quality, words: &Words) {
    section(text, &words.get("cli-quality"));
    let _ = writeln!(text, "  {}", words.choice(quality.grade));
    let layers: Vec<_> = quality
        .layers
        .iter()
        .map(|layer| {
            let kept = words.format(
                "cli-layer-quality",
                &[("found", layer.found.into()), ("kept", layer.kept.into()), ("observed", (layer.observed_share * 100.0).round().into())],
            );
            (words.layer(&layer.layer).into_owned(), kept)
        })
        .collect();
    rows(text, &layers);
    for entry in &quality.entries {
        let more = if entry.count > entry.examples.len() as u64 { ", …" } else { "" };
        let examples = if entry.examples.is_empty() { String::new() } else { format!(" ({}{more})", entry.examples.join(", ")) };
        let _ = writeln!(text, "  {}{examples}", words.finding(entry.finding, entry.count));
    }
}

fn section(text: &mut String, title: &str) {
    let _ = writeln!(text, "\n{title}");
}

/// Lines of two columns, the second one aligned.
pub fn rows(text: &mut String, rows: &[(String, String)]) {
    let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    for (name, value) in rows {
        let _ = writeln!(text, "  {name:width$}  {value}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::building::Building;
    use crate::twin::model::names::Language;
    use crate::twin::model::quality::Finding;
    use crate::twin::model::source::Source;
    use crate::twin::model::space::Position;

    fn region() -> Region {
        let mut region = Region { id: "town".into(), ..Region::default() };
        region.buildings.push_point(Building::default(), Position::from_metres(10.0, 20.0));
        region.extent.include([0.0, 0.0]);
        region.extent.include([1500.0, 1200.0]);
        region.quality.count(Finding::HeightsInferred, 1);
        region.sources.push(Source {
            name: "map".into(),
            licence: "ODbL-1.0".into(),
            credit: "© OpenStreetMap contributors".into(),
            date: String::new(),
        });
        region
    }

    #[test]
    fn the_object_has_the_keys_that_scripts_read() {
        let object = to_json(&region(), &Words::new(Language::English));
        for layer in ["buildings", "highways", "railways", "water", "landcover", "trees", "places", "amenities", "boundaries"] {
            assert!(object["counts"][layer].is_number(), "{layer}");
        }
        assert_eq!(object["counts"]["buildings"], 1);
        assert_eq!(object["extent"].as_array().map(Vec::len), Some(4));
        assert_eq!(object["population"], 0);
        assert_eq!(object["standing"], "mapped");
        assert_eq!(object["quality"]["grade"], "ungraded");
        assert_eq!(object["quality"]["entries"][0]["code"], "heights-inferred");
        assert_eq!(object["quality"]["entries"][0]["message"], "1 building has no height; it was inferred");
        assert_eq!(object["sources"][0]["credit"], "© OpenStreetMap contributors");
    }

    #[test]
    fn an_empty_region_has_no_extent() {
        assert!(to_json(&Region::default(), &Words::new(Language::English))["extent"].is_null());
    }

    #[test]
    fn the_table_is_in_words_only() {
        for language in Language::ALL {
            let text = to_text(&region(), &Words::new(language));
            assert!(text.contains("town") && text.contains("ODbL-1.0") && !text.contains('['), "{text}");
        }
    }
}
