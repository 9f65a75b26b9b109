# Ошибки и предупреждения: error-<код>. Что не так, где и что делать.

error-browse-without-sheet = Папки просматриваются в окнах «Открыть» и «Импорт». Откройте одно из них.
error-cancelled = Работа остановлена; ничего не записано.
error-correction-feature-unknown = В слое { $layer } нет объекта { $feature }, поэтому ничего не исправлено. Выберите объект заново.
error-correction-field-unknown = В слое { $layer } нет атрибута { $field }, поэтому ничего не исправлено. Выберите другой атрибут.
error-correction-layer-unknown = Слоя { $layer } нет, поэтому ничего не исправлено. Проверьте название слоя.
error-correction-value-odd = Значение «{ $value }» не подходит для атрибута { $field }. Введите число или значение из его списка, например apartments.
error-cost-below-zero = Стоимость «{ $name }» ниже нуля. Исправьте формулу.
error-dem-archive-broken = Архив { $file } повреждён. Скачайте его заново.
error-dem-archive-empty = В архиве { $file } нет файлов рельефа. Нужны HGT, GeoTIFF или ESRI ASCII; выберите другой архив.
error-dem-archive-too-large = В архиве { $file } больше { $megabytes } МБ данных. Распакуйте его и укажите файлы по отдельности.
error-dem-asc-header = В заголовке файла рельефа { $file } нет верного значения { $field }. Исправьте заголовок.
error-dem-crs-missing = В файле рельефа { $file } не указана система координат, и по охвату её не определить. Сохраните его как GeoTIFF с системой координат.
error-dem-crs-unknown = Система координат { $epsg } файла { $file } неизвестна. Переведите файл в WGS 84 (EPSG:4326).
error-dem-cut-short = Файл { $file } неполный: в нём должно быть { $columns } × { $rows } точек, но он обрывается раньше. Скачайте его заново.
error-dem-hgt-name = По имени файла HGT { $file } не понять, где он лежит. Переименуйте его по образцу N53E063.hgt.
error-dem-hgt-size = Размер файла HGT { $file } — { $bytes } байт, такого в этом формате не бывает. Скачайте его заново.
error-dem-no-samples = В файле { $file } нет ни одной высоты. Выберите другой файл.
error-dem-outside = Файл рельефа { $file } лежит вне земного шара. Проверьте его систему координат.
error-dem-tiff-broken = Файл TIFF { $file } не читается ({ $reason }). Скачайте его заново.
error-dem-tiff-no-place = В файле TIFF { $file } не указано, где он лежит. Выберите GeoTIFF с координатами.
error-dem-tiff-picture = Файл TIFF { $file } — цветное изображение, а не рельеф. Выберите GeoTIFF с высотами.
error-dem-tiff-unsupported = Такой вид TIFF не читается: { $file } ({ $reason }). Сохраните его как обычный GeoTIFF, например с помощью gdal_translate.
error-dem-too-large = Файл { $file } слишком велик: { $columns } × { $rows } точек, а всего можно не больше { $most }. Вырежьте нужный участок.
error-dem-unknown-format = Формат файла { $file } не распознан. Нужен рельеф в HGT, GeoTIFF или ESRI ASCII.
error-explain-unknown = Нет ни поля, ни записи «{ $name }». Есть записи: { $known }.
error-file-empty = Файл { $file } пуст. Скачайте его заново.
error-file-missing = Файл { $file } не найден. Проверьте путь.
error-file-unknown = Непонятно, что это за файл: { $file }. Выберите сцену (scene.ron), пакет (.gpkg), упакованную сцену (.zip) или карту OpenStreetMap (PBF, XML).
error-file-unreadable = Не удалось прочитать файл { $file } ({ $reason }). Проверьте права доступа.
error-file-unwritable = Не удалось записать файл { $file } ({ $reason }). Проверьте права доступа и свободное место на диске.
error-folder-gone = Папки { $folder } нет. Выберите другую.
error-folder-missing = Файл { $file } не записать: такой папки нет. Создайте её или выберите другую.
error-folder-unreadable = Не удалось открыть папку { $folder } ({ $reason }). Проверьте права доступа или выберите другую.
error-formula-arguments = Функции «{ $name }» нужно аргументов: { $wanted }, а указано: { $found }. Исправьте.
error-formula-circle = «{ $name }» зависит сам от себя. Измените правила и значения так, чтобы круга не было.
error-formula-deep = Скобки в формуле вложены глубже { $most } уровней. Упростите её.
error-formula-division = В формуле «{ $formula }» деление на ноль. Сделайте делитель ненулевым, например max(1, …).
error-formula-ends = Формула «{ $formula }» не закончена. Допишите её.
error-formula-function-unknown = Функции «{ $name }» нет. Есть такие: { $known }.
error-formula-name-unknown = «{ $name }» — не параметр и не сведение о территории. Есть такие: { $known }.
error-formula-overflow = У формулы «{ $formula }» нет значения: оно слишком велико или не число. Исправьте её.
error-formula-stray = В формуле знак «{ $sign }» здесь лишний. Исправьте формулу.
error-formula-too-long = Формула длиннее { $most } знаков. Сократите её.
error-geojson-broken = В файле { $file } ошибка JSON в строке { NUMBER($line, useGrouping: "false") }, столбце { NUMBER($column, useGrouping: "false") }. Исправьте это место или скачайте файл заново.
error-geojson-crs = Система координат { $crs } файла { $file } в GeoJSON не используется. Переведите файл в WGS 84 (долгота, широта).
error-geojson-no-areas = В файле { $file } нет площадных объектов. Выберите GeoJSON с полигонами.
error-geojson-not = Файл { $file } — это JSON, но не GeoJSON. Выберите другой файл.
error-id-odd = Имя «{ $id }» не подходит. Пишите строчными латинскими буквами, цифрами, «-» или «_».
error-id-repeated = Имя «{ $id }» уже занято. Выберите другое.
error-import-choice-odd = «{ $text }» не называет файла, столбца или поля этого импорта. Выберите их в окне «Импорт».
error-import-empty = Импортировать нечего. Укажите карту, рельеф или границу территории.
error-import-file-unknown = Непонятно, что это за файл: { $file }. Выберите карту (PBF, XML), рельеф (HGT, GeoTIFF, ESRI ASCII), расписания (GTFS), районы (GeoJSON) или таблицу (CSV).
error-import-without-files = Не указаны файлы для импорта. Укажите хотя бы один.
error-import-without-target = Не указан записываемый пакет. Укажите имя файла, например region.gpkg.
error-machine-no-adapter = Не найден графический адаптер. Установите драйвер Vulkan (sudo apt install mesa-vulkan-drivers); подробнее: aimaq doctor.
error-machine-no-display = Экран не найден, поэтому окно не открыть. Запустите в графическом сеансе или делайте снимки командой aimaq shot; подробнее: aimaq doctor.
error-norm-unknown = Нормы «{ $name }» нет. Есть такие: { $known }.
error-not-a-correction = «{ $text }» — не поправка. Напишите так: АТРИБУТ|ЗНАЧЕНИЕ|ИСТОЧНИК.
error-not-a-date = «{ $text }» — не дата. Напишите так: 2026-06-21.
error-not-a-package = Файл { $file } — не GeoPackage. Выберите файл .gpkg или импортируйте исходные данные заново.
error-not-a-place = «{ $text }» — не координаты. Напишите долготу и широту в градусах, например 63.62 53.21.
error-not-a-share = «{ $text }» — не непрозрачность. Напишите число от 0.1 до 1.
error-not-a-time = «{ $text }» — не время. Напишите так: 14:30.
error-not-a-view = Камера не установлена: вид не читается ({ ron-fault }). Запишите его как view в scene.ron.
error-nothing-found = По запросу «{ $text }» ничего не найдено. Попробуйте написать иначе.
error-nothing-selected = Ничего не выбрано. Сначала щёлкните по объекту.
error-osm-compressed = Файл { $file } сжат ({ $kind }). Сначала распакуйте его.
error-osm-damaged = Файл карты { $file } повреждён на байте { $position }. Скачайте его заново.
error-osm-empty = Файл карты { $file } пуст. Скачайте его заново.
error-osm-format = Файл { $file } — не карта OpenStreetMap. Выберите выгрузку PBF или XML.
error-osm-nothing = В файле карты { $file } нет объектов. Выберите другую выгрузку.
error-osm-truncated = Файл карты { $file } неполный: нет конца. Скачайте его заново.
error-package-foreign = Файл { $file } — это GeoPackage, но создан не в aimaq. Соберите пакет командой aimaq import.
error-package-newer = Пакет { $file } создан в более новой версии aimaq (формат версии { NUMBER($version, useGrouping: "false") }, эта программа читает до { NUMBER($known, useGrouping: "false") }). Обновите программу.
error-package-truncated = Пакет { $file } неполный: нет конца. Скопируйте его ещё раз или импортируйте исходные данные заново.
error-package-unreadable = Пакет { $file } не читается ({ $reason }). Импортируйте исходные данные заново.
error-package-unwritable = Не удалось записать пакет { $file } ({ $reason }). Проверьте права доступа и свободное место на диске.
error-parameter-default-off-step = Значение параметра «{ $id }» по умолчанию, { $value }, не попадает на шаг. Возьмите ближайшее.
error-parameter-default-out-of-bounds = Значение параметра «{ $id }» по умолчанию — { $value }, а должно быть от { $least } до { $most }. Исправьте.
error-parameter-option-odd = Вариант { $value } параметра «{ $id }» нельзя задать, или он стоит дважды. Варианты лежат на шагах от { $least } до { $most }.
error-parameter-option-missing = У параметра «{ $id }» есть варианты, но значения по умолчанию { $value } среди них нет. Добавьте его.
error-parameter-step = Шаг параметра «{ $id }» должен быть больше нуля. Исправьте.
error-parameter-unknown = Параметра «{ $name }» нет. Есть такие: { $known }.
error-picture-saved = Снимок сохранён: { $file }
error-population-columns = Столбцы таблицы { $file } не распознаны. В первой строке нужны столбцы population и name либо lon и lat; другие названия укажите через --table и --mapping.
error-ron-syntax = Файл { $file } не читается в строке { NUMBER($line, useGrouping: "false") }, столбце { NUMBER($column, useGrouping: "false") }: { ron-fault }. Исправьте это место.
error-scene-file-missing = Сцене { $scene } нужен файл { $file }, но он не найден. Положите его рядом со сценой или исправьте имя в сцене.
error-scene-unknown = Сцены «{ $scene }» нет. Есть сцены: { $known }. Чтобы открыть файл, укажите путь к нему.
error-scene-without-id = У сцены нет id. Дайте ей короткий id.
error-settings-broken = Настройки { $file } не читаются в строке { NUMBER($line, useGrouping: "false") }, столбце { NUMBER($column, useGrouping: "false") } ({ ron-fault }); взяты настройки по умолчанию. Чтобы вернуть свои, исправьте прежний файл: { $moved }
error-settings-newer = Настройки { $file } записаны более новой версией aimaq (версия { NUMBER($version, useGrouping: "false") }); чего эта версия не знает, при сохранении пропадёт. Обновите программу. Копия: { $copy }
error-settings-no-folder = Нет папки для настроек. Укажите её в переменной среды { $variable }.
error-shape-without-area = Одна из фигур покрывает нарисованный участок, но участка нет. Задайте ей длину и ширину или рисуйте участок.
error-sketch-column-missing = В таблице { $file } нет столбца { $column }. Добавьте его.
error-sketch-not-text = Эскиз { $file } — не текст UTF-8. Сохраните его в UTF-8.
error-sketch-place-off-globe = Точка { $value } (долгота, широта) в эскизе { $file } лежит вне земного шара. Исправьте её.
error-sketch-row-unreadable = Строка { NUMBER($row, useGrouping: "false") } таблицы { $file } не читается. Исправьте её значения.
error-sketch-table-unreadable = Таблица { $file } не читается. Сохраните её как CSV в UTF-8.
error-sketch-unknown-settlement = В эскизе { $file } назван населённый пункт { $id }, которого нет в таблице. Исправьте номер или добавьте населённый пункт.
error-sketch-value-out-of-range = В эскизе { $file } значение { $field } равно { $value }, а должно быть от { $least } до { $most }. Исправьте его.
error-sketch-version-unknown = Эскиз { $file } имеет версию { NUMBER($version, useGrouping: "false") }, которую эта программа не читает. Обновите программу или укажите версию 1.
error-solution-unknown = Решения «{ $name }» нет. Есть такие: { $known }.
error-table-column-missing = В таблице { $file } нет столбца { $column }. Исправьте файл соответствия или таблицу.
error-table-constant-odd = В соответствии для таблицы { $file } значение «{ $value }» не подходит для атрибута { $field } слоя { $layer }. Исправьте значение.
error-table-empty = Таблица { $file } пуста. В её первой строке нужны названия столбцов.
error-table-field-unknown = В соответствии для таблицы { $file } указан атрибут { $field }, которого нет в слое { $layer }. Исправьте файл соответствия.
error-table-layer-unknown = В соответствии для таблицы { $file } указан слой { $layer }, которого нет. Исправьте файл соответствия.
error-template-drawn-otherwise = Решение этого вида нельзя нарисовать как «{ $name }». Можно: { $known }.
error-template-id-differs = Файл называется «{ $stem }», а id — «{ $id }». Сделайте их одинаковыми.
error-text-deep = Скобки вложены глубже { $most } уровней. Упростите запись.
error-text-empty = Текст пуст. Начните запись с открывающей скобки.
error-text-escape = Неизвестная последовательность «{ $text }». Напишите \n, \t, \" или \\.
error-text-field-missing = Не хватает поля «{ $name }». Добавьте его.
error-text-field-repeated = Поле «{ $name }» указано дважды. Оставьте одно.
error-text-field-unknown = Поля «{ $name }» нет. Есть такие: { $known }.
error-text-name-unknown = Имени «{ $name }» нет. Есть такие: { $known }.
error-text-name-wanted = Здесь должно стоять одно из имён: { $known }.
error-text-not-utf8 = Файл { $file } — не текст UTF-8. Сохраните его в UTF-8.
error-text-number = «{ $text }» — не число. Запишите его так: 12.5.
error-text-place-outside = Такого места на земном шаре нет. Сначала пишется долгота, от -180 до 180, затем широта, от -90 до 90.
error-text-sign-missing = Здесь не хватает знака «{ $sign }». Добавьте его.
error-text-stray = Знак «{ $sign }» здесь лишний. Уберите его.
error-text-too-long = Файл { $file } слишком велик. Он не должен превышать { $most } байт.
error-text-trailing = После конца записи что-то ещё написано. Уберите это.
error-text-translation-empty = Текст на языке «{ $language }» пуст. Впишите перевод.
error-text-unclosed = То, что открыто здесь, не закрыто: не хватает «{ $sign }». Добавьте его.
error-text-value-missing = Здесь не хватает значения. Впишите его или уберите поле.
error-text-value-wanted = Здесь должно стоять: { form-in-sentence }.
error-text-version-unknown = Версия файла { NUMBER($version, useGrouping: "false") }, а программа читает до { NUMBER($known, useGrouping: "false") }. Обновите программу или исправьте версию.
error-unknown-camera = Закладки { $camera } в сцене нет. Возьмите одну из этих: { $known }.
error-unknown-command = Команды { $command } нет. Проверьте её имя.
error-unknown-feature = Объекта { $feature } нет. Проверьте слой и номер.
error-unknown-key = Клавиши { $key } нет. Напишите так: KeyL, F1 или Control+KeyF.
error-unknown-language = Языка { $text } нет. Напишите kk, ru или en.
error-unknown-layer = Слоя { $layer } нет. Напишите его имя, как в данных, например buildings.
error-unknown-widget = В окне нет элемента «{ $label }». Проверьте надпись: она на выбранном языке.
error-work-lost = { $target }: открыть не удалось, работа неожиданно прервалась. Попробуйте ещё раз и проверьте, хватает ли памяти.

# Что не так с текстом RON в этом месте: часть других сообщений.
ron-fault = { $fault ->
    [unknown-field] поля «{ $name }» нет. Есть такие: { $known }
    [unknown-name] имени «{ $name }» нет. Есть такие: { $known }
    [missing-field] не хватает поля «{ $name }»
    [repeated-field] поле «{ $name }» указано дважды
    [wanted-name] здесь ожидается { $name }
    [number] здесь ожидается число
    [whole-number] здесь ожидается целое число в допустимых пределах
    [boolean] здесь ожидается true или false
    [text] здесь ожидается текст в кавычках
    [list] здесь ожидается список в квадратных скобках
    [value] значение не подходит этому полю
    [length] неверное количество значений
    [sign] здесь ожидается знак «{ $name }»
    [end] текст обрывается
    [stray] «{ $name }» здесь лишнее
    [trailing] после конца записи что-то ещё написано
    [deep] слишком глубокая вложенность скобок
   *[other] неверная запись
}
