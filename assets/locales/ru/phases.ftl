# Этапы долгой работы: phase-<имя>.

phase-begin = Открывается…
phase-read-files = Чтение файлов
phase-scene-read = Чтение сцены
phase-package-read = Чтение пакета
phase-package-write = Запись пакета
phase-osm-read = Чтение карты
phase-osm-build = Построение объектов карты
phase-elevation = Подготовка рельефа
phase-import-tables = Добавление районов и таблиц
phase-import-infer = Дополнение недостающих значений
phase-sketch-facts = Чтение данных эскиза
phase-sketch-land = Размещение водоёмов и сёл
phase-sketch-settlements = Построение населённых пунктов
phase-sketch-roads = Прокладка дорог
phase-sketch-network = Соединение уличной сети
phase-years = Расчёт показателей по годам
