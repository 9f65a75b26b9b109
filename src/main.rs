//! temp
fn main() {
    let n = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(20000);
    let r = aimaq::twin::import::synthetic::region(n);
    let s: aimaq::twin::scene::Scene = ron::from_str(r#"(version:1,id:"a",name:(kk:"",ru:"",en:""),timezone:"UTC",sources:[],data:Sketch(""))"#).unwrap();
    aimaq::viewer::run(r, s);
}
