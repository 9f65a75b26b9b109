//! Commands that change how things look: hour, language, theme, quality, panels.

use crate::store::settings::{DrawingQuality, Theme};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::names::Language;
use crate::viewer::app::clock::Clock;
use crate::viewer::app::desktop::SystemTheme;
use crate::viewer::app::interface::{Interface, Sheet};
use crate::viewer::app::notice::Notices;
use crate::viewer::app::quality::Quality;
use crate::viewer::app::settings::{UserSettings, Wording};
use bevy::prelude::*;

type Done = Result<(), Diagnostic>;

/// `HH:MM` in the scene's civil time.
pub fn time(world: &mut World, argument: &str) -> Done {
    let time = argument.parse().map_err(|_| Diagnostic::error("not-a-time").with("text", argument))?;
    world.resource_mut::<Clock>().set_time(time);
    Ok(())
}

/// `YYYY-MM-DD`.
pub fn date(world: &mut World, argument: &str) -> Done {
    let date = argument.parse().map_err(|_| Diagnostic::error("not-a-date").with("text", argument))?;
    world.resource_mut::<Clock>().set_date(date);
    Ok(())
}

/// One hour on.
pub fn hour_later(world: &mut World, _: &str) -> Done {
    world.resource_mut::<Clock>().shift_minutes(60);
    Ok(())
}

/// One hour back.
pub fn hour_earlier(world: &mut World, _: &str) -> Done {
    world.resource_mut::<Clock>().shift_minutes(-60);
    Ok(())
}

/// `kk`, `ru` or `en`.
pub fn language(world: &mut World, argument: &str) -> Done {
    let language = Language::from_code(argument).ok_or_else(|| Diagnostic::error("unknown-language").with("text", argument))?;
    world.resource_mut::<Wording>().switch(language);
    world.resource_mut::<UserSettings>().into_inner().change().language = Some(language);
    Ok(())
}

/// The next of the three.
pub fn next_language(world: &mut World, _: &str) -> Done {
    let current = world.resource::<Wording>().language() as usize;
    language(world, Language::ALL[(current + 1) % Language::ALL.len()].code())
}

/// `system`, `light`, `dark`, or the one that is not seen now.
pub fn theme(world: &mut World, argument: &str) -> Done {
    let system_is_dark = world.resource::<SystemTheme>().dark;
    let settings = world.resource_mut::<UserSettings>().into_inner().change();
    settings.theme = match argument {
        "system" => Theme::System,
        "light" => Theme::Light,
        "dark" => Theme::Dark,
        _ if settings.theme == Theme::Dark || settings.theme == Theme::System && system_is_dark => Theme::Light,
        _ => Theme::Dark,
    };
    Ok(())
}

/// `lite`, `full`, or the other one.
pub fn quality(world: &mut World, argument: &str) -> Done {
    let mut quality = world.resource_mut::<Quality>();
    *quality = match argument {
        "lite" => Quality::Lite,
        "full" => Quality::Full,
        _ if *quality == Quality::Full => Quality::Lite,
        _ => Quality::Full,
    };
    let kept = if *quality == Quality::Full { DrawingQuality::Full } else { DrawingQuality::Lite };
    world.resource_mut::<UserSettings>().into_inner().change().quality = kept;
    Ok(())
}

/// Texts by a tenth larger.
pub fn text_larger(world: &mut World, _: &str) -> Done {
    scale_text(world, 0.1)
}

/// Texts by a tenth smaller.
pub fn text_smaller(world: &mut World, _: &str) -> Done {
    scale_text(world, -0.1)
}

fn scale_text(world: &mut World, by: f32) -> Done {
    let settings = world.resource_mut::<UserSettings>().into_inner().change();
    settings.text_scale = (settings.text_scale + by).clamp(0.7, 2.0);
    Ok(())
}

fn toggle(world: &mut World, sheet: Sheet) -> Done {
    world.resource_mut::<Interface>().toggle(sheet);
    Ok(())
}

/// Shows or hides the small map.
pub fn minimap(world: &mut World, _: &str) -> Done {
    let mut interface = world.resource_mut::<Interface>();
    interface.minimap = !interface.minimap;
    Ok(())
}

/// The data's quality report.
pub fn report(world: &mut World, _: &str) -> Done {
    toggle(world, Sheet::Report)
}

/// Scenarios side by side.
pub fn compare(world: &mut World, _: &str) -> Done {
    toggle(world, Sheet::Compare)
}

/// Language, theme, quality, size of texts.
pub fn settings(world: &mut World, _: &str) -> Done {
    toggle(world, Sheet::Settings)
}

/// The keys.
pub fn help(world: &mut World, _: &str) -> Done {
    toggle(world, Sheet::Help)
}

/// The picture alone, or with its panels.
pub fn panels(world: &mut World, _: &str) -> Done {
    let mut interface = world.resource_mut::<Interface>();
    interface.hidden = !interface.hidden;
    Ok(())
}

/// Takes the notice of that number away.
pub fn dismiss(world: &mut World, argument: &str) -> Done {
    if let Ok(index) = argument.parse() {
        world.resource_mut::<Notices>().close(index);
    }
    Ok(())
}
