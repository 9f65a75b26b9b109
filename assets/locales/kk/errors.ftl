# Қателер мен ескертулер: error-<код>. Не болды, қай жерде, не істеу керек.

error-cancelled = Жұмыс тоқтатылды; ештеңе жазылған жоқ.
error-file-empty = { $file } файлы бос. Оны қайта жүктеп алыңыз.
error-file-missing = { $file } файлы табылмады. Жолын тексеріңіз.
error-file-unreadable = { $file } файлын оқу мүмкін болмады ({ $reason }). Рұқсаттарды тексеріңіз.
error-file-unwritable = { $file } файлын жазу мүмкін болмады ({ $reason }). Рұқсаттар мен дискідегі бос орынды тексеріңіз.
error-population-columns = { $file } кестесінің бағандары танылмады. Бірінші жолда population және name немесе lon мен lat бағандары болуы керек; басқа атауларды --table мен --mapping арқылы көрсетіңіз.
error-ron-syntax = { $file } файлы { $line }-жолда, { $column }-бағанда оқылмады: { $message }. Осы жерді түзетіңіз.
