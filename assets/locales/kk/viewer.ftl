# Терезе сөздері.

app-name = aimaq
app-title = aimaq – аймақтың цифрлық егізі
