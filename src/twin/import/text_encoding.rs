//! Text of unknown encoding: UTF-8, UTF-16 with a mark, else the Cyrillic code page of Kazakhstan.

use std::borrow::Cow;

/// The text of a file, without a byte order mark.
///
/// Bytes that are not UTF-8 are read as KZ-1048 (STRK1048-2002): Windows-1251 with the Kazakh letters in the places of
/// the Serbian, Macedonian and Ukrainian ones, so that Russian text in Windows-1251 reads the same.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Cow::Owned(from_utf16(rest, u16::from_le_bytes));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Cow::Owned(from_utf16(rest, u16::from_be_bytes));
    }
    let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(rest) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(rest.iter().map(|&byte| from_kz1048(byte)).collect()),
    }
}

fn from_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|&pair| unit(pair));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Bytes 0x80 to 0xBF; below stands ASCII, above the Russian alphabet from А to я.
const UPPER: [char; 64] = [
    'Ђ', 'Ѓ', '‚', 'ѓ', '„', '…', '†', '‡', '€', '‰', 'Љ', '‹', 'Њ', 'Қ', 'Һ', 'Џ', 'ђ', '‘', '’', '“', '”', '•', '–', '—', '\u{FFFD}',
    '™', 'љ', '›', 'њ', 'қ', 'һ', 'џ', '\u{A0}', 'Ұ', 'ұ', 'Ә', '¤', 'Ө', '¦', '§', 'Ё', '©', 'Ғ', '«', '¬', '\u{AD}', '®', 'Ү', '°', '±',
    'І', 'і', 'ө', 'µ', '¶', '·', 'ё', '№', 'ғ', '»', 'ә', 'Ң', 'ң', 'ү',
];

fn from_kz1048(byte: u8) -> char {
    match byte {
        0..0x80 => char::from(byte),
        0x80..0xC0 => UPPER[usize::from(byte - 0x80)],
        0xC0.. => char::from_u32(0x0410 + u32::from(byte - 0xC0)).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "Школа № 5; Қостанай қаласы — Әулиекөл, ё";
        let kz1048: Vec<u8> = text
            .chars()
            .map(|letter| (0..=255).find(|&byte| from_kz1048(byte) == letter).unwrap_or_else(|| panic!("{letter} is not in the page")))
            .collect();
        let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let marked: Vec<u8> = [0xEF, 0xBB, 0xBF].into_iter().chain(text.bytes()).collect();
        for bytes in [text.as_bytes(), &kz1048, &utf16, &marked] {
            assert_eq!(decode(bytes), text);
        }
        assert_eq!(decode(b"\xD8\xEA\xEE\xEB\xE0 \xB9 5 \x8D\xEE\xF1\xF2\xE0\xED\xE0\xE9"), "Школа № 5 Қостанай");
    }
}
