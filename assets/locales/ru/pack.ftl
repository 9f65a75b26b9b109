# Сборка: сцена со всем, что к ней относится, в одном файле.

cli-command-pack = Собирает сцену с данными, сценариями и показами в один файл
cli-argument-pack = Записываемый файл
cli-packed = Готово: { $file } ({ $files ->
        [one] { $files } файл
        [few] { $files } файла
       *[many] { $files } файлов
    }, { $size }). На другом компьютере перетащите его в окно программы или выполните: aimaq view { $file }
phase-pack-write = Сборка файла
phase-pack-read = Распаковка

error-pack-broken = Архив { $file } повреждён или скопирован не полностью. Скопируйте его ещё раз.
error-pack-without-manifest = Архив { $file } — не собранная сцена: в нём нет файла pack.json. Рельеф и расписания открываются через «Импорт»; сцену собирает команда «aimaq pack».
error-pack-manifest-odd = Список pack.json в файле { $file } не читается (строка { $line }, столбец { $column }). Соберите сцену ещё раз.
error-pack-newer = Файл { $file } собран более новой версией программы ({ $program }). Обновите программу на этом компьютере.
error-pack-name-odd = В файле { $file } имя «{ $name }» ведёт за пределы папки или допустимо не во всех системах. Переименуйте файл, без «..», «:» и «\», и соберите сцену ещё раз.
error-pack-without-scene = В файле { $file } нет scene.ron. Соберите сцену ещё раз.
error-pack-too-large = В файле { $file } было бы больше { $megabytes } МБ. Уменьшите регион командой «aimaq import --clip».
error-pack-file-missing = В файле { $file } не хватает файла { $name }. Скопируйте или соберите его заново.
error-pack-file-damaged = Файл { $name } внутри { $file } повреждён. Скопируйте или соберите его заново.
