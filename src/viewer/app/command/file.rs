//! Commands about files: open, import, pictures, the end.

use super::{Invoke, path_or_dated};
use crate::store::folder::OPENED;
use crate::twin::diagnostic::Diagnostic;
use crate::viewer::app::browse::{Browser, endings};
use crate::viewer::app::capture::TakePicture;
use crate::viewer::app::film::Film;
use crate::viewer::app::import_draft::ImportDraft;
use crate::viewer::app::interface::{Interface, Sheet};
use crate::viewer::app::open::{ImportFile, ImportRequest, Library, Opening};
use crate::viewer::app::session::Session;
use crate::viewer::app::settings::Wording;
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
    dialog(world, Sheet::Open)
}

/// Map files to a region package.
pub fn import_dialog(world: &mut World, _: &str) -> Done {
    dialog(world, Sheet::Import)
}

/// A sheet with a browser of files, whose folder is read anew.
fn dialog(world: &mut World, sheet: Sheet) -> Done {
    world.resource_mut::<Interface>().toggle(sheet);
    let Some(endings) = endings(world.resource::<Interface>().sheet) else { return Ok(()) };
    let words = world.resource::<Wording>().clone();
    world.resource_scope(|world, mut browser: Mut<Browser>| browser.begin(world.resource::<Session>(), endings, &words));
    Ok(())
}

/// A folder to look into, `..`, `~`, or a file to choose, as the open sheet needs it.
pub fn browse(world: &mut World, argument: &str) -> Done {
    let Some(endings) = endings(world.resource::<Interface>().sheet) else {
        return Err(Diagnostic::error("browse-without-sheet"));
    };
    // What the program carries is called by its id.
    if world.resource::<Library>().scenes.iter().any(|scene| scene.id == argument) && endings == OPENED {
        world.write_message(Invoke::with("open", argument));
        world.write_message(Invoke::new("clear"));
        return Ok(());
    }
    let words = world.resource::<Wording>().clone();
    world.resource_mut::<Browser>().go(argument, endings, &words);
    Ok(())
}

/// Takes a file into the import.
pub fn import_add(world: &mut World, argument: &str) -> Done {
    world.resource_mut::<ImportDraft>().add(PathBuf::from(argument));
    Ok(())
}

/// Takes the file of that number out of the import.
pub fn import_remove(world: &mut World, argument: &str) -> Done {
    let mut draft = world.resource_mut::<ImportDraft>();
    let index = argument.parse().ok().filter(|index| *index < draft.files.len());
    let index: usize = index.ok_or_else(|| odd(argument))?;
    draft.files.remove(index);
    Ok(())
}

/// The package to write; nothing for the one that is proposed.
pub fn import_package(world: &mut World, argument: &str) -> Done {
    world.resource_mut::<ImportDraft>().typed_package = argument.to_owned();
    Ok(())
}

/// `FILE LAYER`: what the rows of a table are.
pub fn import_layer(world: &mut World, argument: &str) -> Done {
    let (file, layer) = argument.split_once(' ').ok_or_else(|| odd(argument))?;
    let done = file.parse().is_ok_and(|file| world.resource_mut::<ImportDraft>().set_layer(file, layer));
    if done { Ok(()) } else { Err(odd(argument)) }
}

/// `FILE COLUMN FIELD`: what a column of a table says; nothing where it is left out.
pub fn import_column(world: &mut World, argument: &str) -> Done {
    let mut parts = argument.splitn(3, ' ');
    let mut number = || parts.next().and_then(|part| part.parse().ok());
    let (file, column) = number().zip(number()).ok_or_else(|| odd(argument))?;
    let done = world.resource_mut::<ImportDraft>().set_field(file, column, parts.next().unwrap_or_default());
    if done { Ok(()) } else { Err(odd(argument)) }
}

/// Imports what was put together.
pub fn import_start(world: &mut World, _: &str) -> Done {
    let draft = world.resource::<ImportDraft>();
    if !draft.is_ready() {
        return Err(Diagnostic::error("import-without-files"));
    }
    let request = draft.request();
    world.resource_mut::<Opening>().import(request);
    Ok(())
}

fn odd(argument: &str) -> Diagnostic {
    Diagnostic::error("import-choice-odd").with("text", argument)
}

/// `OUT|FILE|FILE…`: imports files into a package and opens it.
pub fn import(world: &mut World, argument: &str) -> Done {
    let mut parts = argument.split('|').map(str::trim).filter(|part| !part.is_empty()).map(PathBuf::from);
    let out = parts.next().ok_or_else(|| Diagnostic::error("import-without-target"))?;
    let files = parts.map(|path| ImportFile { path, mapping: None }).collect();
    let request = ImportRequest { out, files };
    if request.files.is_empty() {
        return Err(Diagnostic::error("import-without-files"));
    }
    world.resource_mut::<Opening>().import(request);
    Ok(())
}

/// Stops what is being opened, imported or filmed.
pub fn cancel(world: &mut World, _: &str) -> Done {
    world.resource::<Opening>().cancel();
    world.resource_mut::<Film>().cancel();
    Ok(())
}

/// Saves the picture: to a path, or under the date in the current folder.
pub fn picture(world: &mut World, argument: &str) -> Done {
    world.write_message(TakePicture { path: path_or_dated(argument, "png") });
    Ok(())
}

/// Ends the program.
pub fn quit(world: &mut World, _: &str) -> Done {
    world.write_message(AppExit::Success);
    Ok(())
}
