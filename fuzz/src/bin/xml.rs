//! Damaged OpenStreetMap XML.

use aimaq::twin::import::Unwatched;
use aimaq::twin::import::osm::parse;
use aimaq_fuzz::run;

fn main() -> std::process::ExitCode {
    let seed = r#"<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6" generator="hand">
 <bounds minlat="53.2" minlon="63.6" maxlat="53.3" maxlon="63.7"/>
 <node id="1" lat="53.21" lon="63.61" version="1"><tag k="place" v="town"/><tag k="name" v="Қостанай &amp; Co"/></node>
 <node id="2" lat="53.22" lon="63.62"/>
 <node id="3" lat="53.22" lon="63.63"/>
 <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/><tag k="building" v="yes"/></way>
 <relation id="20"><member type="way" ref="10" role="outer"/><tag k="type" v="multipolygon"/></relation>
</osm>
"#;
    run("xml", "map.osm", vec![seed.as_bytes().to_vec()], |file| drop(parse(file, &Unwatched)))
}
