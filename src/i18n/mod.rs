//! Words: every text on screen, in errors and in exports, in Kazakh, Russian and English.
