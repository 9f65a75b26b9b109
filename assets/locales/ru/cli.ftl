# Командная строка.

cli-command-aimaq = Цифровой двойник региона: сначала опробуйте изменение на модели. Без команды открывает основную сцену в окне.
cli-command-view = Открывает сцену в окне
cli-command-import = Собирает пакет региона из исходных файлов
cli-command-info = Показывает, что есть в сцене или пакете
cli-command-shot = Делает снимок, не требуя экрана
cli-command-doctor = Показывает, что есть на этом компьютере и чего не хватает

cli-heading-usage = Использование
cli-heading-commands = Команды
cli-heading-options = Параметры
cli-heading-arguments = Аргументы
cli-options = ПАРАМЕТРЫ
cli-command = КОМАНДА

cli-argument-lang = Язык программы: kk, ru или en
cli-argument-timings = Показывает время каждого этапа и наибольший объём занятой памяти
cli-argument-help = Показывает справку
cli-argument-version = Показывает версию
cli-argument-scene = Идентификатор сцены либо путь к сцене или пакету
cli-argument-script = Сценарий команд для выполнения
cli-argument-frames = Сколько кадров измерить на постоянном маршруте
cli-argument-json = Выводит результат одним объектом JSON
cli-argument-quality = Качество картинки: lite — для слабых компьютеров, full — полное
cli-argument-size = Ширина и высота в пикселях, например 1280x720
cli-argument-osm = Выгрузки OpenStreetMap: PBF или XML
cli-argument-dem = Рельеф: HGT, GeoTIFF или ESRI ASCII
cli-argument-districts = Районы: GeoJSON
cli-argument-table = Свои таблицы: CSV или GeoJSON; для каждой нужен --mapping
cli-argument-mapping = Соответствие столбцов, в порядке таблиц
cli-argument-population = Число жителей по населённым пунктам: CSV
cli-argument-clip = Оставляет только то, что внутри границ: GeoJSON
cli-argument-package = Записываемый пакет
cli-argument-id = Короткое имя региона
cli-argument-timezone = Часовой пояс (имя IANA)
cli-argument-camera = Закладка сцены
cli-argument-at = Местное время в часовом поясе сцены
cli-argument-picture = Записываемый снимок

cli-usage-unknown-argument = Аргумента { $argument } нет.
cli-usage-unknown-command = Команды { $argument } нет.
cli-usage-missing-argument = Не хватает обязательного аргумента: { $argument }.
cli-usage-repeated-argument = Аргумент { $argument } можно указать только один раз.
cli-usage-missing-value = У аргумента { $argument } нет значения.
cli-usage-bad-value = Значение «{ $value }» не подходит для { $argument }; ожидается: { $expected }.
cli-usage-mappings = Таблиц — { $tables }, файлов соответствия — { $mappings }. На каждый --table нужен один --mapping.
cli-usage-wrong = Аргументы неверны.
cli-usage-suggestion = Возможно, имелось в виду «{ $suggestion }»?
cli-usage-see-help = Справка: aimaq --help

cli-expected-nothing = подходящее значение
cli-expected-lang = kk, ru, en
cli-expected-quality = lite, full
cli-expected-size = ШИРИНАxВЫСОТА в пикселях, например 1280x720 (от 16 до 16384)
cli-expected-at = дата и время, например 2026-06-21T12:00
cli-expected-frames = число от 1 до 1000000

cli-no-window = В этой сборке нет окна: она собрана без компонента viewer.
cli-no-display = Экран не найден, поэтому окно не открыть. Ниже — содержание основной сцены; подробнее: aimaq doctor.
cli-population = Население
cli-extent = Охват
cli-counts = Объекты
cli-departures = Рейсы рабочего дня по расписанию
cli-quality = Качество данных
cli-layer-quality = сохранено { $kept } из { $found }, значений из источников — { $observed } %
cli-sources = Источники
cli-written = Записано: { $file }
cli-total = Всего
cli-peak-memory = Наибольший объём памяти

doctor-processors = Процессор
doctor-processors-found = { $count ->
        [one] { $count } поток
        [few] { $count } потока
       *[other] { $count } потоков
    }
doctor-memory = Память
doctor-display = Экран
doctor-graphics = Графический адаптер
doctor-fonts = Шрифты
doctor-data = Сцены
doctor-remedy-display = экрана нет. Запустите в графическом сеансе или так: { $command }
doctor-remedy-display-unreachable = указанный экран не отвечает. Запустите в графическом сеансе или так: { $command }
doctor-remedy-graphics = адаптер не найден. Установите драйвер: { $command }
doctor-remedy-build = нет в этой сборке. Соберите полную: { $command }

cli-command-check = Находит ошибки в файлах дизайнера
cli-command-explain = Объясняет поле RON или решение; без имени перечисляет всё
cli-argument-paths = Файлы и папки
cli-argument-field = Поле, например template.adapt, запись, например template, или решение, например school
cli-checked = Проверено файлов: { $files }. Ошибок: { $errors }.
