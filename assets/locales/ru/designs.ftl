# Слова шаблонов и норм: списки, формы и пояснения полей.

kind-facility = Объект
kind-quarter = Квартал
kind-street = Улица
kind-line = Маршрут
kind-service = Режим работы
kind-mast = Вышка
kind-cable = Кабель
kind-levee = Дамба
kind-basin = Пруд-накопитель
kind-planting = Озеленение
kind-field = Площадка
kind-upgrade = Модернизация

strategy-public-services = Цифровые госуслуги
strategy-health = Здравоохранение
strategy-education = Образование и рынок труда
strategy-economy = Цифровая экономика
strategy-data = Данные
strategy-cybersecurity = Кибербезопасность
strategy-robotics = Робототехника
strategy-infrastructure = Цифровая инфраструктура
strategy-regulation = Регулирование
strategy-startups = Стартап-экосистема

sphere-management = Управление городом
sphere-safety = Безопасность
sphere-transport = Транспорт и логистика
sphere-social = Социальная сфера
sphere-ecology = Экология
sphere-utilities = ЖКХ
sphere-business = Экономика и бизнес
sphere-infrastructure = Инфраструктура

stage-design = Проектирование
stage-approval = Согласование
stage-construction = Строительство
stage-equipment = Оснащение
stage-launch = Запуск

resource-power = Электрическая мощность
resource-heat = Тепло
resource-water = Питьевая вода
resource-sewage = Водоотведение
resource-internet = Интернет
resource-road = Подъезд
resource-staff = Персонал
resource-school-places = Места в школах
resource-kindergarten-places = Места в детских садах
resource-visits = Посещения врача
resource-calls = Вызовы скорой помощи
resource-services = Оказанные госуслуги
resource-learners = Обученные
resource-homes = Жильё, единиц
resource-jobs = Рабочие места
resource-startups = Стартапы
resource-parcels = Посылки
resource-storage = Хранилище данных
resource-watched = Точки наблюдения
resource-protected = Защищённые жители
resource-coverage = Охват мобильным интернетом
resource-passengers = Пассажиры
resource-vehicles = Пропускная способность
resource-green = Зелёные насаждения
resource-retention = Задержанная вода
resource-energy = Энергия

unit-count = шт.
unit-cubic-metres = м³
unit-cubic-metres-per-day = м³/сут
unit-kilowatts = кВт
unit-kilowatt-hours-per-year = кВт·ч/год
unit-megabits = Мбит/с
unit-terabytes = ТБ
unit-per-day = в день
unit-per-year = в год
unit-per-hour = в час
unit-months = мес.
unit-storeys = эт.
unit-percent = %
unit-homes-per-hectare = жилищ/га
unit-decibels = дБА
unit-microwatts-per-square-centimetre = мкВт/см²

territory-population = Жителей в населённом пункте
territory-population-near = Жителей в радиусе 1,5 км
territory-density = Плотность населения
territory-is-city = Город ли это
territory-is-village = Село ли это
territory-pupils-per-1000 = Учеников на 1000 жителей
territory-children-per-1000 = Детей дошкольного возраста на 1000 жителей
territory-distance-to-centre = До центра района, км
territory-distance-to-hospital = До больницы, км
territory-distance-to-fibre = До оптоволокна, км
territory-internet = Интернет в населённом пункте
territory-january = Средняя температура января, °C
territory-slope = Уклон местности
territory-length = Длина нарисованного
territory-area = Площадь нарисованного

norm-status-memory = по памяти, не проверено
norm-status-analogue = аналог, не проверено
norm-status-secondary = по публикации, не проверено
norm-status-verified = проверено

measure-service-distance = расстояние по прямой между жильём и учреждением
measure-stop-distance = расстояние по прямой до остановки
measure-drive-time = поездка со скоростью 60 км/ч, дорога на треть длиннее прямой
measure-residents-served = жители, для которых оно станет ближайшим
measure-learners-served = ученики, для которых оно станет ближайшим
measure-places-per-thousand = мест в населённом пункте на 1000 жителей
measure-green-per-resident = площадь зелёных насаждений в населённом пункте на одного жителя
measure-load = потребность жителей в процентах от имеющегося
measure-site-per-place = площадь участка на одно место
measure-green-share = озеленённая часть участка в процентах
measure-parking-per-home = машино-мест на одну квартиру
measure-home-distance = расстояние до ближайшего жилья
measure-power-line-distance = расстояние до ближайшей воздушной линии
measure-pipe-distance = расстояние до ближайшей трубы
measure-power-cable-distance = расстояние до ближайшего силового кабеля
measure-sun-hours = самая долгая непрерывная инсоляция 22 марта в самой тёмной из его квартир или на его участке
measure-sun-left = самая долгая непрерывная инсоляция 22 марта в самой тёмной из квартир или площадок, где её хватает без него и куда падает его тень
measure-noise = шум
measure-radio-field = поле всех антенн

norm-side-at-most = не более
norm-side-at-least = не менее

drawn-point = Точка
drawn-line = Линия
drawn-area = Участок
drawn-existing = То, что уже стоит

form-nothing = только имя
form-number = число
form-whole = целое число не меньше нуля
form-truth = true или false
form-text = текст в кавычках
form-words = текст на трёх языках: (kk: "…", ru: "…", en: "…")
form-formula = формула или число
form-choice = одно из имён
form-list = список в квадратных скобках
form-map = значения в фигурных скобках, перед каждым имя в кавычках: "places": 300
form-pair = два значения в круглых скобках
form-place = долгота и широта в градусах: (63.62, 53.21)
form-record = поля в круглых скобках
form-variants = одно из имён со значением в скобках

# Форма внутри фразы.
form-in-sentence = { $form ->
    [nothing] только имя, без скобок
    [number] число
    [whole] целое число не меньше нуля
    [truth] true или false
    [text] текст в кавычках
    [words] текст на трёх языках: (kk: "…", ru: "…", en: "…")
    [formula] формула или число
    [choice] одно из имён
    [list] список в квадратных скобках
    [map] значения в фигурных скобках, перед каждым имя в кавычках: "places": 300
    [pair] два значения в круглых скобках
    [place] долгота и широта в градусах: (63.62, 53.21)
    [variants] одно из имён со значением в скобках
   *[record] поля в круглых скобках
}

explain-template-version = Версия формы файла: 1.
explain-template-id = Короткое имя; так же называется файл.
explain-template-kind = Что это за решение: как рисуется на карте и что меняет.
explain-template-name = Как это называют люди.
explain-template-summary = Для чего это, одной фразой.
explain-template-direction = Одно из десяти направлений стратегии; у чисто физического решения его нет.
explain-template-sphere = Одна из восьми сфер стандарта умных городов.
explain-template-parameters = Что можно настроить.
explain-template-adapt = Как параметры следуют из территории. Параметр задаёт первое правило, чьё условие выполнено.
explain-template-needs = Что берёт из окружения.
explain-template-provides = Что даёт окружению.
explain-template-cost = Сколько стоит.
explain-template-phases = Сколько длится каждый этап.
explain-template-shapes = Что стоит на этом месте.
explain-template-norms = Имена норм, которые должны быть соблюдены.
explain-parameter-id = Короткое имя для формул.
explain-parameter-name = Как это называют люди.
explain-parameter-note = Что ещё нужно знать, когда его задают.
explain-parameter-unit = В чём измеряется.
explain-parameter-default = Значение, если правила не задали другого.
explain-parameter-least = Наименьшее допустимое значение.
explain-parameter-most = Наибольшее допустимое значение.
explain-parameter-step = Наименьшее изменение.
explain-rule-set = Какой параметр задаётся.
explain-rule-to = Значение параметра.
explain-rule-when = Где действует правило: если результат не ноль.
explain-rule-why = Почему так, словами; вместо имени в фигурных скобках ставится значение.
explain-flow-what = Чего именно.
explain-flow-amount = Сколько, в единицах ресурса.
explain-cost-capital = Сколько стоит один раз.
explain-cost-yearly = Сколько стоит каждый год; ниже нуля — экономия.
explain-cost-year = Год, в ценах которого даны суммы.
explain-phase-stage = Какой этап.
explain-phase-months = Сколько месяцев.
explain-block-usage = Назначение здания.
explain-block-length = Длина вдоль улицы, м.
explain-block-width = Ширина вглубь участка, м.
explain-block-storeys = Число этажей.
explain-block-right = Метров вправо от середины решения.
explain-block-behind = Метров вглубь от середины решения.
explain-block-roof = Форма крыши.
explain-mast-shape-height = Высота, м.
explain-ground-cover = Чем покрыта земля.
explain-ground-length = Длина вдоль улицы, м.
explain-ground-width = Ширина вглубь участка, м.
explain-ribbon-width = Ширина, м.
explain-ribbon-height = Высота над землёй, м.
explain-rows-spacing = Расстояние между рядами, м.
explain-rows-height = Высота рядов, м.
explain-trees-spacing = Расстояние между деревьями, м.
explain-trees-height = Высота деревьев, м.
explain-template-values = Значения с именем, чтобы не повторять их в формулах.
explain-value-id = Короткое имя для формул.
explain-value-is = Само значение.
explain-parameter-options = Как называются значения, если каждое что-то означает.
explain-option-value = Значение параметра.
explain-option-name = Как это называют люди.
explain-flow-basis = Откуда взята цифра; если не сказано — проектный коэффициент.
explain-sum-amount = Сколько, в тенге.
explain-sum-basis = Откуда взята цифра.
explain-norms-version = Версия формы файла: 1.
explain-norms-norms = Список норм.
explain-norm-id = Короткое имя, по которому норму называют шаблоны.
explain-norm-name = Чего требует.
explain-norm-measure = Что измеряется у решения, чтобы сравнить с нормой.
explain-norm-of = Каких учреждений, если измерение к ним относится.
explain-norm-when = Где норма действует: результат не равен нулю. Можно называть территорию и параметры решения.
explain-norm-side = С какой стороны от значения норма выполнена.
explain-norm-value = Значение.
explain-norm-unit = В чём измеряется.
explain-norm-document = Документ и его пункт.
explain-norm-status = Насколько норме можно верить.
explain-scene-version = Версия формы файла: 1.
explain-scene-id = Короткое имя сцены; встроенные сцены открываются по нему.
explain-scene-name = Как люди называют это место.
explain-scene-timezone = Гражданское время: имя из списка IANA, например Asia/Qostanay.
explain-scene-origin = Где плоскость региона касается земного шара, лучше в его середине; если не указано — середина данных.
explain-scene-sources = Откуда данные, по какой лицензии и с каким указанием авторства.
explain-scene-data = Из чего составлен регион: эскиз, пакет или источники для импорта. Пути отсчитываются от файла сцены.
explain-scene-view = Где камера стоит вначале; если не указано — виден весь регион.
explain-scene-bookmarks = Виды, к которым стоит возвращаться.
explain-source-name = Название набора данных или файла.
explain-source-licence = Лицензия данных: идентификатор SPDX или короткое название.
explain-source-credit = Строка, которая должна стоять везде, где показаны данные; пусто, если её не требуют.
explain-source-date = На какую дату: дата ISO или год.
explain-import-osm = Выгрузки OpenStreetMap, PBF или XML.
explain-import-dem = Файлы рельефа.
explain-import-gtfs = Расписания: GTFS в архивах zip.
explain-import-districts = Районы в GeoJSON.
explain-import-tables = Собственные таблицы, CSV или GeoJSON, у каждой своё сопоставление.
explain-table-file = Файл таблицы.
explain-table-mapping = Какой столбец что означает.
explain-mapping-layer = Слой, который описывает таблица, например amenities, places или buildings.
explain-mapping-constants = Что общего у всех строк: пары из поля и значения, например ("kind", "school").
explain-mapping-columns = Пары из столбца и поля. Поля — это атрибуты слоя или id, name, name_kk, name_ru, name_en, lon, lat.
explain-mapping-reach = На каком расстоянии от координат строки имеющийся объект ещё считается тем же, в метрах.
explain-mapping-source = Что это за таблица, для списка источников.
explain-mapping-date = На какую дату составлена таблица: дата ISO или год.
explain-view-look_at = Место, на которое направлен взгляд.
explain-view-distance = Расстояние от камеры до этого места в метрах.
explain-view-heading = Направление взгляда по компасу, в градусах от севера по часовой стрелке.
explain-view-tilt = Угол ниже горизонта в градусах: 90 — взгляд прямо вниз.
explain-bookmark-id = Короткое имя, для --camera и сценариев.
explain-bookmark-name = Как люди называют этот вид.
explain-bookmark-view = Сам вид.
explain-template-drawn = Что рисуется на карте, если не то, что принято для этого вида.
explain-template-effects = Что открывается и что меняется в том, что уже стоит.
explain-mast-shape-count = Сколько их, равномерно по нарисованному участку.
explain-mast-shape-right = Метров вправо от середины решения.
explain-mast-shape-behind = Метров вглубь от середины решения.
explain-ground-right = Метров вправо от середины решения.
explain-ground-behind = Метров вглубь от середины решения.
explain-water-shape-kind = Какая это вода.
explain-water-shape-bank = Метров от края участка до воды.
explain-water-shape-depth = Глубина от земли до дна, м; ноль, если неизвестна.
explain-ribbon-breach = Сколько метров дамбы прорывает на пике паводка, в модели паводка не меньше одной ячейки; ноль — дамба держится.
explain-ribbon-right = Метров вправо от нарисованной линии.
explain-ribbon-way = Какая это улица; пусто, если не улица.
explain-ribbon-carries = Что полоса несёт как кабель или труба.
explain-way-class = Значение улицы.
explain-way-lanes = Полос для машин.
explain-way-speed = Ограничение скорости, км/ч.
explain-stops-spacing = Метров от остановки до остановки, не больше.
explain-stops-mode = Что здесь останавливается.
explain-rows-width = Глубина ряда, м.
explain-trees-rows = Сколько рядов вдоль линии.
explain-trees-apart = Метров от ряда до ряда вдоль линии.
explain-institution-kind = Какое учреждение открывается.
explain-institution-capacity = Мест в одну смену.
explain-institution-enrolled = Учеников, детей или прикреплённых пациентов.

text-suggestion = Может быть, «{ $name }»?
cli-explain-solutions = Решения:
cli-explain-records = Записи и их поля:
cli-explain-required = обязательно
cli-explain-optional = необязательно
cli-explain-example = Например:
cli-explain-values = Значения:

# Библиотека.
fit-default = { $value }: обычное значение
fit-by-hand = { $value }: задано вручную
fit-kept = { $value }: { $why }
fit-changed = { $before } → { $value }: { $why }
basis-source = Источник: { $source }
basis-estimate = Оценка: { $reason }
basis-planning = Оценка: проектный коэффициент
basis-of = { $names } — { $basis }
library-once = Единовременно
library-saved = Экономия в год
page-values = Значения с именем
norm-in-words = { $name }: { $side } { $value } ({ $document }; { $status })
unit-tenge = ₸
unit-million-tenge = млн ₸
button-library = Библиотека
command-library = Библиотека решений
command-solution = Выбрать решение
sheet-library = Библиотека решений
library-search = Найти решение
library-all = Все сферы
library-nothing = Ничего не нашлось. Измените сферу или слово.
library-here = В этом месте: { $place }
library-surveying = Территория изучается…
library-parameters = Параметры
library-needs = Нужно
library-provides = Даёт
library-cost = Стоимость
library-capital = Единовременно, в ценах { $year } года
library-yearly = Ежегодно
library-duration = Срок
library-norms = Нормы
library-choose = Выберите решение: оно подстроится под место в середине экрана.
library-undefined = Для этого места не рассчитать: у правила нет значения. Проверьте шаблон.
library-back = Все решения
