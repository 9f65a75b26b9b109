//! Commands about files: open, import, pictures, the end.

use crate::twin::diagnostic::Diagnostic;
use crate::viewer::app::capture::TakePicture;
use crate::viewer::app::interface::{Interface, Sheet};
use crate::viewer::app::open::{ImportRequest, Opening};
use bevy::app::AppExit;
use bevy::prelude::*;
use std::path::PathBuf;

type Done = Result<(), Diagnostic>;

/// Opens a scene, a package or a map file, by id or path. What was open stays until it is there.
pub fn open(world: &mut World, argument: &str) -> Done {
    world.resource_mut::<Opening>().open(argument);
    Ok(())
}

/// Recent scenes, those that come with the program, and files.
pub fn open_dialog(world: &mut World, _: &str) -> Done {
    world.resource_mut::<Interface>().toggle(Sheet::Open);
    Ok(())
}

/// Map files to a region package.
pub fn import_dialog(world: &mut World, _: &str) -> Done {
    world.resource_mut::<Interface>().toggle(Sheet::Import);
    Ok(())
}

/// `OUT|FILE|FILE…`: imports files into a package and opens it.
pub fn import(world: &mut World, argument: &str) -> Done {
    let mut parts = argument.split('|').map(str::trim).filter(|part| !part.is_empty()).map(PathBuf::from);
    let out = parts.next().ok_or_else(|| Diagnostic::error("import-without-target"))?;
    let request = ImportRequest { out, files: parts.collect() };
    if request.files.is_empty() {
        return Err(Diagnostic::error("import-without-files"));
    }
    world.resource_mut::<Opening>().import(request);
    Ok(())
}

/// Stops what is being opened or imported.
pub fn cancel(world: &mut World, _: &str) -> Done {
    world.resource::<Opening>().cancel();
    Ok(())
}

/// Saves the picture: to a path, or under the date in the current folder.
pub fn picture(world: &mut World, argument: &str) -> Done {
    let path = if argument.is_empty() {
        PathBuf::from(format!("aimaq-{}.png", jiff::Zoned::now().strftime("%Y-%m-%d-%H%M%S")))
    } else {
        PathBuf::from(argument)
    };
    world.write_message(TakePicture { path });
    Ok(())
}

/// Ends the program.
pub fn quit(world: &mut World, _: &str) -> Done {
    world.write_message(AppExit::Success);
    Ok(())
}
