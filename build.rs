//! Builds anew when a file comes into a folder that the program carries inside: the compiler sees only those that were there before.

fn main() {
    for folder in ["scenes", "assets/templates", "assets/norms", "assets/pictures/solutions"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
