# Слои, атрибуты, единицы, значения.

layer-buildings = Здания
layer-highways = Улицы и дороги
layer-railways = Железные дороги
layer-water = Водные объекты
layer-landcover = Земной покров
layer-trees = Деревья
layer-places = Населённые пункты
layer-amenities = Учреждения и услуги
layer-boundaries = Границы территорий
layer-stops = Остановки
layer-lines = Маршруты
layer-masts = Вышки связи
layer-cables = Кабели и линии
layer-levees = Дамбы
layer-terrain = Рельеф

field-id = Номер
field-name = Название
field-name_kk = Название (на казахском)
field-name_ru = Название (на русском)
field-name_en = Название (на английском)
field-lon = Долгота
field-lat = Широта
field-origin = источник
field-usage = Назначение
field-usage_origin = { field-usage }: { field-origin }
field-levels = Этажность
field-levels_origin = { field-levels }: { field-origin }
field-height = Высота
field-height_origin = { field-height }: { field-origin }
field-min_height = Высота нижней границы
field-roof = Крыша
field-roof_origin = { field-roof }: { field-origin }
field-roof_height = Высота крыши
field-roof_across = Конёк поперёк
field-part = Состав здания
field-street = Улица
field-house_number = Номер дома
field-year = Год постройки
field-reference = Номер
field-class = Класс
field-lanes = Число полос
field-lanes_origin = { field-lanes }: { field-origin }
field-speed = Разрешённая скорость
field-speed_origin = { field-speed }: { field-origin }
field-width = Ширина
field-width_origin = { field-width }: { field-origin }
field-direction = Направление движения
field-surface = Покрытие
field-surface_origin = { field-surface }: { field-origin }
field-bridge = На мосту
field-tunnel = В тоннеле
field-roundabout = Круговое движение
field-private = Закрыта для общего проезда
field-level = Уровень пересечения
field-tracks = Число путей
field-electrified = Электрифицирована
field-siding = Подъездной путь
field-depth = Глубина
field-breach = Ширина прорыва
field-intermittent = Пересыхает
field-covered = В трубе
field-kind = Вид
field-kind_origin = { field-kind }: { field-origin }
field-population = Население
field-population_origin = { field-population }: { field-origin }
field-seat = Административный центр
field-capacity = Вместимость
field-capacity_origin = { field-capacity }: { field-origin }
field-enrolled = Зачислено, прикреплено
field-enrolled_origin = { field-enrolled }: { field-origin }
field-shifts = Число смен
field-shifts_origin = { field-shifts }: { field-origin }
field-code = Код КАТО
field-mode = Вид транспорта
field-headway = Интервал движения
field-headway_origin = { field-headway }: { field-origin }
field-stops = Остановки
field-technology = Технология
field-technology_origin = { field-technology }: { field-origin }
field-internet = Интернет
field-internet_origin = { field-internet }: { field-origin }

## Единицы: $count — число перед ними
unit-metres = м
unit-kilometres = км
unit-square-metres = м²
unit-hectares = га
unit-square-kilometres = км²
unit-kilometres-per-hour = км/ч
unit-minutes = мин
unit-seconds = с
unit-people = { $count ->
        [one] человек
        [few] человека
        [many] человек
       *[other] человека
    }
unit-places = { $count ->
        [one] место
        [few] места
        [many] мест
       *[other] места
    }
unit-bytes = Б
unit-kilobytes = КБ
unit-megabytes = МБ
unit-gigabytes = ГБ

value-unknown = неизвестно
value-yes = да
value-no = нет
