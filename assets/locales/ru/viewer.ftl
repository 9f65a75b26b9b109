# Слова окна.

app-name = aimaq
app-title = aimaq – цифровой двойник региона
