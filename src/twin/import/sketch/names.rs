//! Names of generated things: villages of the steppe and streets, each in three languages.

use super::chance::Chance;
use super::facts::{VillageFacts, Words};
use std::collections::BTreeSet;

/// Names for villages in a seeded order, none twice, none of those that are taken.
pub fn village_names(facts: &VillageFacts, taken: &[&Words], seed: u64) -> Vec<Words> {
    let mut used: BTreeSet<String> = taken.iter().flat_map(|words| [words.0.to_lowercase(), words.1.to_lowercase()]).collect();
    let mut names: Vec<Words> = facts.whole_names.to_vec();
    names.extend(facts.russian_names.iter().map(|name| Words(name.clone(), name.clone(), latin(name))));
    for first in &facts.first_names {
        names.extend(facts.second_names.iter().map(|second| {
            Words(format!("{}{}", first.0, second.0), format!("{}{}", first.1, second.1), format!("{}{}", first.2, second.2))
        }));
    }
    let mut chance = Chance::of(seed, &[11]);
    for last in (1..names.len()).rev() {
        names.swap(last, chance.index(last + 1));
    }
    names.retain(|name| !used.contains(&name.1.to_lowercase()) && used.insert(name.0.to_lowercase()));
    names
}

/// A Kazakh or Russian text in Latin letters, as English maps write it.
pub fn latin(text: &str) -> String {
    let mut latin = String::with_capacity(text.len());
    let mut previous = ' ';
    for letter in text.chars() {
        let lower = letter.to_lowercase().next().unwrap_or(letter);
        let piece = latin_letter(lower, previous);
        match (letter.is_uppercase(), piece.chars().next()) {
            (true, Some(first)) => {
                latin.extend(first.to_uppercase());
                latin.push_str(&piece[first.len_utf8()..]);
            }
            _ => latin.push_str(piece),
        }
        if piece.is_empty() && !matches!(lower, 'ъ' | 'ь') {
            latin.push(letter);
        }
        previous = lower;
    }
    latin
}

fn latin_letter(letter: char, previous: char) -> &'static str {
    let after_vowel = matches!(previous, ' ' | '-' | 'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я' | 'ь' | 'ъ');
    match letter {
        'а' => "a",
        'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'ғ' => "gh",
        'д' => "d",
        'е' if after_vowel => "ye",
        'е' => "e",
        'ё' => "yo",
        'ж' => "zh",
        'з' => "z",
        'и' => "i",
        'й' => "y",
        'к' => "k",
        'қ' => "q",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'ң' => "ng",
        'о' => "o",
        'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ұ' | 'ү' => "u",
        'ф' => "f",
        'х' | 'һ' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ы' => "y",
        'і' => "i",
        'э' => "e",
        'ю' => "yu",
        'я' => "ya",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::latin;

    #[test]
    fn names_in_latin_letters() {
        assert_eq!(latin("Щербиновка"), "Shcherbinovka");
        assert_eq!(latin("Елизаветинка-2"), "Yelizavetinka-2");
        assert_eq!(latin("Новоильинка"), "Novoilinka");
        assert_eq!(latin("Қарақұдық"), "Qaraqudyq");
    }
}
