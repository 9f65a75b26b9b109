//! What the window system tells: the window's size, which is remembered, and whether the system is light or dark.

use super::settings::UserSettings;
use bevy::prelude::*;
use bevy::window::{PrimaryWindow, WindowMode, WindowResized, WindowTheme, WindowThemeChanged};

/// The theme of the system; light where the window system does not tell.
#[derive(Resource, Default, Clone, Copy, Debug, PartialEq, Eq)]
pub struct SystemTheme {
    /// Whether it is light on dark.
    pub dark: bool,
}

/// Adds the following of both.
pub fn plugin(app: &mut App) {
    app.init_resource::<SystemTheme>().add_systems(Update, (remember_size, follow_theme));
}

/// The first size is what was asked for at the start; only what people make of it is remembered.
fn remember_size(
    mut resized: MessageReader<WindowResized>,
    windows: Query<(Entity, &Window), With<PrimaryWindow>>,
    mut settings: ResMut<UserSettings>,
    mut before: Local<Option<(u32, u32)>>,
) {
    // The whole screen of a talk is nobody's choice for the editor.
    let Some((main, _)) = windows.iter().find(|(_, window)| window.mode == WindowMode::Windowed) else { return };
    let of_main = resized.read().filter(|event| event.window == main);
    let Some(size) = of_main.last().map(|event| (event.width.round() as u32, event.height.round() as u32)) else { return };
    let changed = before.replace(size).is_some_and(|before| before != size);
    // A window that is put away has no size.
    if changed && size.0 > 0 && size.1 > 0 {
        settings.change().window = Some(size);
    }
}

fn follow_theme(
    added: Query<&Window, Added<PrimaryWindow>>,
    mut changes: MessageReader<WindowThemeChanged>,
    mut theme: ResMut<SystemTheme>,
) {
    let at_start = added.iter().filter_map(|window| window.window_theme);
    for told in at_start.chain(changes.read().map(|change| change.theme)) {
        theme.set_if_neq(SystemTheme { dark: told == WindowTheme::Dark });
    }
}
