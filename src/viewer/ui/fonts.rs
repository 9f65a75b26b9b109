//! The letters of the interface: Golos Text, which has all Kazakh letters and ₸, and icons.

use bevy_egui::egui::{Context, FontData, FontDefinitions, FontFamily, FontId};
use std::sync::Arc;

/// Names of the fonts that the program carries.
pub const NAMES: &[&str] = &["Golos Text Regular", "Golos Text Medium", "Golos Text Bold", "Phosphor"];

/// The family of headings and of what stands out.
pub const STRONG: &str = "strong";

/// Installs the fonts; they are there from the next frame on.
pub fn install(context: &Context) {
    let mut fonts = FontDefinitions::default();
    let files: [(&str, &'static [u8]); 3] = [
        ("golos", include_bytes!("../../../assets/fonts/GolosText_400Regular.ttf")),
        ("golos-medium", include_bytes!("../../../assets/fonts/GolosText_500Medium.ttf")),
        ("golos-bold", include_bytes!("../../../assets/fonts/GolosText_700Bold.ttf")),
    ];
    for (name, bytes) in files {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    egui_phosphor::add_to_fonts(&mut fonts, egui_phosphor::Variant::Regular);
    let rest = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let led_by = |first: &str| std::iter::once(first.to_owned()).chain(rest.iter().cloned()).collect::<Vec<_>>();
    fonts.families.insert(FontFamily::Proportional, led_by("golos"));
    fonts.families.insert(FontFamily::Name(STRONG.into()), led_by("golos-medium"));
    context.set_fonts(fonts);
}

/// Whether the installed fonts can be used.
pub fn are_ready(context: &Context) -> bool {
    context.fonts(|fonts| fonts.definitions().families.contains_key(&FontFamily::Name(STRONG.into())))
}

/// The strong font in a size.
pub fn strong(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(STRONG.into()))
}
