//! Colours, sizes and spacing of the interface: the only place for them. Quiet, with one accent.

use super::look::Look;
use crate::twin::scenario::Scenario;
use crate::viewer::app::quality::Quality;
use crate::viewer::app::settings::Theme;
use bevy_egui::egui::{
    self, Color32, Context, CornerRadius, FontFamily, FontId, Id, Margin, Shadow, Stroke, TextStyle, Visuals, style::WidgetVisuals,
};

/// Everything that the dress of the interface depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dress {
    dark: bool,
    /// For a talk: read from the last row, whatever the projector makes of colours.
    contrast: bool,
    scale: f32,
    /// Whether cards and marks fade in: a picture that is drawn without a graphics card has better things to do.
    fades: bool,
}

/// Colours by theme.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// Of cards.
    pub card: Color32,
    /// Of texts.
    pub text: Color32,
    /// Of texts that matter less.
    pub weak: Color32,
    /// Of lines between things.
    pub line: Color32,
    /// Of fields and buttons.
    pub field: Color32,
    /// The same, pointed at.
    pub hover: Color32,
    /// What stands out.
    pub accent: Color32,
    /// On the accent.
    pub on_accent: Color32,
    /// Warnings.
    pub warning: Color32,
    /// Errors.
    pub error: Color32,
}

/// Colours of the letters in the picture. They follow the light of the day, whatever the theme of the panels.
#[derive(Clone, Copy, Debug)]
pub struct Lettering {
    /// Names.
    pub name: Color32,
    /// Names of waters.
    pub water: Color32,
    /// About the letters.
    pub halo: Color32,
}

const BY_DAY: Lettering = Lettering {
    name: Color32::from_rgb(38, 44, 50),
    water: Color32::from_rgb(44, 98, 128),
    halo: Color32::from_rgba_premultiplied(240, 239, 235, 242),
};

const BY_NIGHT: Lettering = Lettering {
    name: Color32::from_rgb(245, 246, 247),
    water: Color32::from_rgb(150, 205, 230),
    halo: Color32::from_rgba_premultiplied(18, 22, 26, 225),
};

/// Below this height of the sun the ground is too dark for dark letters [rad].
const LOW_SUN: f32 = 0.14;

/// The letters for that height of the sun [rad].
pub fn lettering(sun: f32) -> Lettering {
    if sun > LOW_SUN { BY_DAY } else { BY_NIGHT }
}

const LIGHT: Palette = Palette {
    card: Color32::from_rgb(252, 251, 249),
    text: Color32::from_rgb(32, 38, 44),
    weak: Color32::from_rgb(99, 108, 117),
    line: Color32::from_rgb(224, 222, 216),
    field: Color32::from_rgb(240, 238, 233),
    hover: Color32::from_rgb(230, 234, 234),
    accent: Color32::from_rgb(0, 117, 128),
    on_accent: Color32::WHITE,
    warning: Color32::from_rgb(168, 102, 0),
    error: Color32::from_rgb(180, 40, 40),
};

const DARK: Palette = Palette {
    card: Color32::from_rgb(30, 35, 40),
    text: Color32::from_rgb(232, 234, 236),
    weak: Color32::from_rgb(158, 167, 175),
    line: Color32::from_rgb(58, 65, 72),
    field: Color32::from_rgb(43, 49, 56),
    hover: Color32::from_rgb(54, 62, 70),
    accent: Color32::from_rgb(66, 190, 200),
    on_accent: Color32::from_rgb(10, 30, 33),
    warning: Color32::from_rgb(240, 178, 90),
    error: Color32::from_rgb(240, 120, 110),
};

/// What differs in a talk.
const LIGHT_CONTRAST: Palette = Palette {
    card: Color32::WHITE,
    text: Color32::BLACK,
    weak: Color32::from_rgb(58, 64, 70),
    line: Color32::from_rgb(120, 124, 128),
    accent: Color32::from_rgb(0, 92, 102),
    warning: Color32::from_rgb(140, 78, 0),
    ..LIGHT
};

const DARK_CONTRAST: Palette = Palette {
    card: Color32::from_rgb(8, 10, 12),
    text: Color32::WHITE,
    weak: Color32::from_rgb(202, 208, 214),
    line: Color32::from_rgb(128, 136, 144),
    accent: Color32::from_rgb(98, 216, 226),
    warning: Color32::from_rgb(255, 196, 110),
    ..DARK
};

/// Running text in its usual size [points].
const BODY: f32 = 14.0;
/// Running text in a talk, on a screen 1080 points high: read from the last row.
const TALK_BODY: f32 = 22.0;
/// Waters on the small map.
pub const MAP_WATER: Color32 = Color32::from_rgb(98, 156, 186);
/// Rounding of cards.
pub const RADIUS: CornerRadius = CornerRadius::same(10);
/// Distance of cards from the edge of the window and from one another.
pub const GAP: f32 = 12.0;
/// Height of the credit line along the lower edge.
pub const CREDIT: f32 = 22.0;
/// Width of the cards on the left.
pub const CARD_WIDTH: f32 = 300.0;
/// Where cards under the search field begin [points].
pub const TOP: f32 = 66.0;

impl Dress {
    /// The dress that the settings ask for.
    pub fn of(look: &Look) -> Self {
        let settings = look.settings.get();
        let dark = match settings.theme {
            Theme::System => look.system.dark,
            Theme::Light => false,
            Theme::Dark => true,
        };
        let talk = look.presenting.talk();
        let scale = talk.map_or(settings.text_scale, |talk| talk_scale(look.size.points.y) * talk.scale);
        Self { dark, contrast: talk.is_some(), scale, fades: *look.quality == Quality::Full }
    }

    /// The same for a window where letters are so much larger than in the editor.
    pub fn scaled(self, scale: f32) -> Self {
        Self { scale, ..self }
    }

    /// Dresses the interface.
    pub fn put_on(self, context: &Context) {
        context.data_mut(|data| data.insert_temp(Id::new(CONTRAST), self.contrast));
        let palette = of(self.dark, self.contrast);
        context.set_theme(if self.dark { egui::Theme::Dark } else { egui::Theme::Light });
        context.all_styles_mut(|style| {
            let size = |points: f32| FontId::new(points * self.scale, FontFamily::Proportional);
            style.text_styles = [
                (TextStyle::Small, size(11.5)),
                (TextStyle::Body, size(BODY)),
                (TextStyle::Button, size(14.0)),
                (TextStyle::Heading, super::fonts::strong(17.0 * self.scale)),
                (TextStyle::Monospace, size(13.0)),
            ]
            .into();
            style.spacing.item_spacing = egui::vec2(8.0, 7.0);
            style.spacing.button_padding = egui::vec2(9.0, 5.0);
            style.spacing.interact_size.y = 26.0 * self.scale;
            style.spacing.slider_width = 130.0;
            style.spacing.scroll = egui::style::ScrollStyle::thin();
            style.visuals = visuals(&palette, self.dark);
            style.interaction.selectable_labels = false;
            style.animation_time = if self.fades { 0.1 } else { 0.0 };
        });
    }
}

fn visuals(palette: &Palette, dark: bool) -> Visuals {
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };
    let widget = |fill: Color32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::NONE,
        corner_radius: CornerRadius::same(6),
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = WidgetVisuals { bg_stroke: Stroke::new(1.0, palette.line), ..widget(palette.card, palette.text) };
    visuals.widgets.inactive = widget(palette.field, palette.text);
    visuals.widgets.hovered = widget(palette.hover, palette.text);
    visuals.widgets.active = widget(palette.accent, palette.on_accent);
    visuals.widgets.open = widget(palette.hover, palette.text);
    visuals.selection.bg_fill = palette.accent;
    visuals.selection.stroke = Stroke::new(1.0, palette.on_accent);
    visuals.hyperlink_color = palette.accent;
    visuals.weak_text_color = Some(palette.weak);
    visuals.panel_fill = palette.card;
    visuals.window_fill = palette.card;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.window_corner_radius = RADIUS;
    visuals.window_shadow = shadow(dark);
    visuals.popup_shadow = shadow(dark);
    visuals.extreme_bg_color = palette.field;
    visuals.warn_fg_color = palette.warning;
    visuals.error_fg_color = palette.error;
    visuals.slider_trailing_fill = true;
    visuals.button_frame = true;
    visuals
}

fn shadow(dark: bool) -> Shadow {
    Shadow { offset: [0, 3], blur: 10, spread: 0, color: Color32::from_black_alpha(if dark { 90 } else { 38 }) }
}

/// Points of letters that are so many points high in the usual size of texts.
pub fn size(ui: &egui::Ui, points: f32) -> f32 {
    points * TextStyle::Body.resolve(ui.style()).size / BODY
}

/// Under this name the context knows whether a talk is dressed.
const CONTRAST: &str = "contrast";

fn of(dark: bool, contrast: bool) -> Palette {
    match (dark, contrast) {
        (false, false) => LIGHT,
        (true, false) => DARK,
        (false, true) => LIGHT_CONTRAST,
        (true, true) => DARK_CONTRAST,
    }
}

/// Letters in a talk, as a multiple of those in the editor, on a screen so many points high.
fn talk_scale(height: f32) -> f32 {
    TALK_BODY / BODY * (height / 1_080.0).max(0.5)
}

/// The colours in use.
pub fn palette(context: &Context) -> Palette {
    let contrast = context.data(|data| data.get_temp(Id::new(CONTRAST))).unwrap_or(false);
    of(context.theme() == egui::Theme::Dark, contrast)
}

/// The colour that a scenario is told apart by.
pub fn scenario_colour(scenario: &Scenario) -> Color32 {
    let [red, green, blue] = scenario.rgb();
    Color32::from_rgb(red, green, blue)
}

/// The frame of a card over the picture.
pub fn card(context: &Context) -> egui::Frame {
    let palette = palette(context);
    egui::Frame::new()
        .fill(palette.card)
        .corner_radius(RADIUS)
        .inner_margin(Margin::same(12))
        .stroke(Stroke::new(1.0, palette.line))
        .shadow(shadow(context.theme() == egui::Theme::Dark))
}
