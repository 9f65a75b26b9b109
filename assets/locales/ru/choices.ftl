# Значения закрытых наборов модели: <набор>-<значение>.

## Откуда значение
origin-observed = Из источника
origin-inferred = Выведено по правилу
origin-modelled = Рассчитано моделью
origin-assumed = Принято условно

## Назначение здания
use-unknown = Неизвестно
use-house = Частный жилой дом
use-apartments = Многоквартирный дом
use-retail = Торговля
use-office = Офис
use-industrial = Промышленность
use-storage = Склад
use-education = Образование
use-health = Здравоохранение
use-public = Общественное здание
use-religious = Культовое здание
use-transport = Транспорт
use-farm = Сельское хозяйство
use-garage = Гараж
use-outbuilding = Хозяйственная постройка
use-greenhouse = Теплица
use-roof = Навес
use-lodging = Гостиница
use-sport = Спорт

## Форма крыши
roof-flat = Плоская
roof-gabled = Двускатная
roof-hipped = Четырёхскатная (вальмовая)
roof-pyramidal = Пирамидальная (шатровая)
roof-skillion = Односкатная
roof-dome = Купол

## Части здания
part-whole = Отдельное здание
part-outline = Контур здания из частей
part-part = Часть здания

## Класс улицы
street-other = Прочее
street-motorway = Автомагистраль
street-motorway-link = Съезд с автомагистрали
street-trunk = Скоростная дорога
street-trunk-link = Съезд со скоростной дороги
street-primary = Главная дорога
street-primary-link = Съезд с главной дороги
street-secondary = Дорога районного значения
street-secondary-link = Съезд с дороги районного значения
street-tertiary = Дорога местного значения
street-tertiary-link = Съезд с дороги местного значения
street-unclassified = Второстепенная дорога
street-residential = Жилая улица
street-living-street = Жилая зона
street-service = Проезд
street-pedestrian = Пешеходная улица
street-track = Полевая или лесная дорога
street-busway = Дорога для автобусов
street-footway = Тротуар, пешеходная дорожка
street-cycleway = Велодорожка
street-path = Тропа
street-bridleway = Конная тропа
street-steps = Лестница
street-proposed = Планируется
street-construction = Строится

## Направление движения
direction-both = В обе стороны
direction-forward = Только вперёд
direction-backward = Только назад

## Покрытие дороги
surface-unknown = Неизвестно
surface-asphalt = Асфальт
surface-concrete = Бетон
surface-paved = Плитка, брусчатка
surface-cobbles = Булыжник
surface-gravel = Щебень, гравий
surface-earth = Грунт

## Железная дорога
railway-rail = Железная дорога
railway-tram = Трамвайный путь
railway-light-rail = Лёгкий рельсовый транспорт
railway-subway = Метро
railway-narrow-gauge = Узкоколейная дорога
railway-disused = Не используется
railway-other = Прочий рельсовый путь

## Водный объект
water-lake = Озеро
water-pond = Пруд
water-reservoir = Водохранилище
water-river = Река
water-stream = Ручей
water-canal = Канал
water-ditch = Канава, арык
water-basin = Пруд-накопитель
water-pool = Бассейн, фонтан
water-sea = Море

## Земной покров
cover-grass = Газон, трава
cover-meadow = Луг, пастбище
cover-steppe = Степь
cover-farmland = Пашня
cover-farmyard = Хозяйственный двор
cover-orchard = Плодовый сад
cover-forest = Лес
cover-scrub = Кустарник
cover-park = Парк
cover-garden = Сад
cover-allotments = Дачи
cover-cemetery = Кладбище
cover-sport = Спортивная площадка
cover-residential = Жилая территория
cover-retail = Торговая территория
cover-commercial = Деловая территория
cover-industrial = Промышленная территория
cover-institution = Территория учреждения
cover-railway = Полоса отвода железной дороги
cover-airport = Аэропорт
cover-runway = Взлётно-посадочная полоса
cover-parking = Парковка
cover-square = Площадь
cover-military = Военная территория
cover-construction = Строительная площадка
cover-quarry = Карьер, отвал
cover-sand = Песок
cover-rock = Скалы, голый грунт
cover-ice = Ледник
cover-wetland = Болото, камыши

## Дерево
tree-broadleaved = Лиственное
tree-needleleaved = Хвойное

## Населённый пункт
place-locality = Местность
place-city = Город
place-town = Малый город
place-village = Село
place-hamlet = Малое село
place-suburb = Часть города
place-quarter = Микрорайон
place-farm = Зимовка, хутор
place-island = Остров

## Учреждения и услуги
amenity-other = Прочее
amenity-school = Школа
amenity-kindergarten = Детский сад
amenity-arts-school = Школа искусств, музыкальная или спортивная школа
amenity-college = Колледж
amenity-university = Университет
amenity-hospital = Больница
amenity-polyclinic = Поликлиника
amenity-clinic = Врачебная амбулатория
amenity-medical-point = Медицинский пункт
amenity-ambulance-station = Станция скорой помощи
amenity-pharmacy = Аптека
amenity-dentist = Стоматология
amenity-shop = Магазин
amenity-supermarket = Супермаркет
amenity-mall = Торговый центр
amenity-market = Рынок
amenity-food = Кафе, ресторан
amenity-bank = Банк, банкомат
amenity-post = Почта
amenity-administration = Акимат, обслуживание населения
amenity-library = Библиотека
amenity-culture = Театр, кинотеатр, дом культуры
amenity-museum = Музей, памятник
amenity-worship = Культовое сооружение
amenity-sport = Спортивный объект
amenity-playground = Детская площадка
amenity-park = Парк
amenity-police = Полиция
amenity-fire-station = Пожарная часть
amenity-fuel = Автозаправка
amenity-parking = Парковка
amenity-bus-station = Автовокзал
amenity-railway-station = Железнодорожный вокзал
amenity-airport = Аэропорт
amenity-lodging = Гостиница
amenity-it-hub = IT-хаб
amenity-street-furniture = Элемент благоустройства

## Территория
boundary-other = Прочая территория
boundary-country = Государство
boundary-region = Область
boundary-district = Район
boundary-municipality = Сельский округ
boundary-city-part = Район города

## Общественный транспорт
transit-bus = Автобус
transit-trolleybus = Троллейбус
transit-tram = Трамвай
transit-train = Поезд
transit-subway = Метро
transit-ferry = Паром

## Связь
radio-unknown = Неизвестно
radio-2g = 2G
radio-3g = 3G
radio-4g = 4G
radio-5g = 5G
radio-broadcast = Радио и телевидение
cable-fibre = Волоконно-оптический кабель
cable-power-line = Линия электропередачи
cable-pipeline = Трубопровод

## Что найдено в данных
finding-missing-nodes = { $count ->
        [one] У { $count } линии нет части точек в файле (обычно на краю выгрузки); остальное сохранено
       *[other] У { $count } линий нет части точек в файле (обычно на краю выгрузки); остальное сохранено
    }
finding-missing-members = { $count ->
        [one] У { $count } отношения нет части участников в файле; остальное сохранено
       *[other] У { $count } отношений нет части участников в файле; остальное сохранено
    }
finding-too-few-points = { $count ->
        [one] { $count } объект отброшен: слишком мало точек
        [few] { $count } объекта отброшены: слишком мало точек
       *[other] { $count } объектов отброшено: слишком мало точек
    }
finding-coordinates-out-of-range = { $count ->
        [one] { $count } координата вне земного шара отброшена
        [few] { $count } координаты вне земного шара отброшены
       *[other] { $count } координат вне земного шара отброшено
    }
finding-far-outliers = { $count ->
        [one] { $count } объект лежит далеко от остальных: сохранён, но не входит в границы вида
        [few] { $count } объекта лежат далеко от остальных: сохранены, но не входят в границы вида
       *[other] { $count } объектов лежат далеко от остальных: сохранены, но не входят в границы вида
    }
finding-open-rings = { $count ->
        [one] Контур { $count } площадного объекта был не замкнут; исправлен
       *[other] Контуры { $count } площадных объектов были не замкнуты; исправлены
    }
finding-self-crossing = { $count ->
        [one] Контур { $count } площадного объекта пересекал сам себя; исправлен
       *[other] Контуры { $count } площадных объектов пересекали сами себя; исправлены
    }
finding-broken-multipolygons = { $count ->
        [one] Линии { $count } мультиполигона не складываются в кольца; сохранены кольца, которые удалось собрать
       *[other] Линии { $count } мультиполигонов не складываются в кольца; сохранены кольца, которые удалось собрать
    }
finding-duplicate-ids = { $count ->
        [one] { $count } номер повторяется; взят последний
        [few] { $count } номера повторяются; взяты последние
       *[other] { $count } номеров повторяются; взяты последние
    }
finding-odd-values = { $count ->
        [one] { $count } значение атрибута не удалось прочитать; пропущено
        [few] { $count } значения атрибутов не удалось прочитать; пропущены
       *[other] { $count } значений атрибутов не удалось прочитать; пропущены
    }
finding-heights-inferred = { $count ->
        [one] У { $count } здания не указана высота; выведена по правилу
       *[other] У { $count } зданий не указана высота; выведена по правилу
    }
finding-levels-inferred = { $count ->
        [one] У { $count } здания не указана этажность; выведена по правилу
       *[other] У { $count } зданий не указана этажность; выведена по правилу
    }
finding-uses-inferred = { $count ->
        [one] У { $count } здания не указано назначение; выведено по правилу
       *[other] У { $count } зданий не указано назначение; выведено по правилу
    }
finding-roofs-inferred = { $count ->
        [one] У { $count } здания не указана форма крыши; выведена по правилу
       *[other] У { $count } зданий не указана форма крыши; выведена по правилу
    }
finding-lanes-inferred = { $count ->
        [one] У { $count } улицы не указано число полос; взято по классу улицы
       *[other] У { $count } улиц не указано число полос; взято по классу улицы
    }
finding-speeds-inferred = { $count ->
        [one] У { $count } улицы не указана разрешённая скорость; взята по классу улицы
       *[other] У { $count } улиц не указана разрешённая скорость; взята по классу улицы
    }
finding-disconnected-network = { $count ->
        [one] { $count } часть уличной сети не связана с основной
        [few] { $count } части уличной сети не связаны с основной
       *[other] { $count } частей уличной сети не связано с основной
    }
finding-elevation-voids = { $count ->
        [one] Высота в { $count } точке была неизвестна; заполнена по соседним
       *[other] Высота в { $count } точках была неизвестна; заполнена по соседним
    }
finding-no-elevation = { $count ->
        [one] В { $count } месте рельеф неизвестен; принят плоским
       *[other] В { $count } местах рельеф неизвестен; принят плоским
    }
finding-elevation-saturated = { $count ->
        [one] Высота в { $count } точке достигла предела формата; настоящая может быть больше
       *[other] Высота в { $count } точках достигла предела формата; настоящая может быть больше
    }
finding-elevation-without-crs = { $count ->
        [one] В { $count } файле рельефа не указана система координат; определена по охвату
       *[other] В { $count } файлах рельефа не указана система координат; определена по охвату
    }
finding-bad-rows = { $count ->
        [one] { $count } строку таблицы не удалось прочитать; пропущена
        [few] { $count } строки таблиц не удалось прочитать; пропущены
       *[other] { $count } строк таблиц не удалось прочитать; пропущены
    }
finding-unmatched-rows = { $count ->
        [one] Для { $count } строки таблицы не нашлось объекта; добавлен новый
       *[other] Для { $count } строк таблиц не нашлось объекта; добавлены новые
    }
finding-population-unknown = { $count ->
        [one] В { $count } населённом пункте неизвестно число жителей
       *[other] В { $count } населённых пунктах неизвестно число жителей
    }
finding-generated = { $count ->
        [one] { $count } объект создан по эскизу: это не реальные данные
        [few] { $count } объекта созданы по эскизу: это не реальные данные
       *[other] { $count } объектов создано по эскизу: это не реальные данные
    }
finding-capacities-estimated = { $count ->
        [one] Вместимость { $count } учреждения оценена приблизительно
       *[other] Вместимость { $count } учреждений оценена приблизительно
    }
finding-corrections-kept = { $count ->
        [one] { $count } ручная поправка применена заново
        [few] { $count } ручные поправки применены заново
       *[other] { $count } ручных поправок применено заново
    }
finding-corrections-orphaned = { $count ->
        [one] У { $count } ручной поправки больше нет объекта: сохранена, но не действует
       *[other] У { $count } ручных поправок больше нет объектов: сохранены, но не действуют
    }
finding-broken-blocks = { $count ->
        [one] { $count } блок данных не удалось прочитать; пропущен
        [few] { $count } блока данных не удалось прочитать; пропущены
       *[other] { $count } блоков данных не удалось прочитать; пропущены
    }

## Что сделано
treatment-noted = Отмечено
treatment-repaired = Исправлено
treatment-dropped = Отброшено
treatment-guessed = Дополнено приблизительно

## Оценка качества данных
grade-ungraded = Не оценено
grade-a = A — почти полные данные из источников
grade-b = B — хорошо
grade-c = C — пригодно с осторожностью
grade-d = D — многое приблизительно
grade-e = E — только для наглядности

## Статус данных региона
standing-mapped = По картографическим данным
standing-sketch = Эскиз
