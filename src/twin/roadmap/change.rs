//! What may be changed in a roadmap's table: deadline, owner, level, and whether a project is a flagship.

use super::{Level, Project, Roadmap};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::choice::Choice;
use crate::twin::model::names::Language;
use crate::twin::scenario::month::Month;
use crate::twin::text::readable::unknown_name;

/// Carries out `PROJECT FIELD VALUE`. An owner is set in a language, and where others had the same words, there too.
///
/// # Errors
/// `project-unknown`, with the one that may be meant; `not-a-month`; `project-setting-odd`.
pub fn change(roadmap: &mut Roadmap, setting: &str, language: Language) -> Result<(), Diagnostic> {
    let odd = || Diagnostic::error("project-setting-odd").with("text", setting);
    let (id, rest) = setting.trim().split_once(' ').ok_or_else(odd)?;
    let (field, value) = rest.trim().split_once(' ').ok_or_else(odd)?;
    let known: Vec<String> = roadmap.projects.iter().map(|project| project.id.value.clone()).collect();
    let project = roadmap.projects.iter_mut().find(|project| project.id.as_str() == id).ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(String::as_str).collect();
        unknown_name(Diagnostic::error("project-unknown"), id, &names)
    })?;
    let value = value.trim();
    match field {
        "deadline" => {
            let month = Month::parse(value).ok_or_else(|| Diagnostic::error("not-a-month").with("text", value))?;
            project.deadline.value = month;
        }
        "owner" if !value.is_empty() => rename_owner(project, value, language),
        "level" => project.level = Level::from_name(value).ok_or_else(odd)?,
        "flagship" => project.flagship = value.parse().map_err(|_| odd())?,
        _ => return Err(odd()),
    }
    Ok(())
}

fn rename_owner(project: &mut Project, name: &str, language: Language) {
    let owner = &mut project.owner;
    let old = owner.read(language).to_owned();
    for text in [&mut owner.kk, &mut owner.ru, &mut owner.en] {
        if *text == old {
            name.clone_into(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::text::read_file;

    const TEXT: &str = "(version: 1, projects: [(
        id: \"a\", name: (kk: \"A\", ru: \"A\", en: \"A\"), sphere: social, deadline: \"2027-12\",
        owner: (kk: \"Ә\", ru: \"А\", en: \"А\"), level: strategic,
    )])";

    fn roadmap() -> Roadmap {
        read_file(TEXT).0.expect("a roadmap")
    }

    #[test]
    fn fields_are_set() {
        let mut roadmap = roadmap();
        for setting in ["a deadline 2028-06", "a owner City council", "a level operational", "a flagship true"] {
            change(&mut roadmap, setting, Language::English).expect(setting);
        }
        let project = &roadmap.projects[0];
        assert_eq!((project.deadline.to_string().as_str(), project.level, project.flagship), ("2028-06", Level::Operational, true));
        assert_eq!([&project.owner.kk, &project.owner.ru, &project.owner.en], ["Ә", "City council", "City council"]);
    }

    #[test]
    fn what_cannot_be_set_is_told_and_changes_nothing() {
        for (setting, code) in [
            ("", "project-setting-odd"),
            ("a deadline", "project-setting-odd"),
            ("a deadline soon", "not-a-month"),
            ("b level strategic", "project-unknown"),
            ("a level lofty", "project-setting-odd"),
            ("a flagship perhaps", "project-setting-odd"),
            ("a sphere safety", "project-setting-odd"),
        ] {
            let mut changed = roadmap();
            assert_eq!(change(&mut changed, setting, Language::English).map_err(|fault| fault.code), Err(code), "{setting}");
            assert_eq!(changed, roadmap());
        }
    }
}
