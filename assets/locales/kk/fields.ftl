# Қабаттар, атрибуттар, өлшем бірліктері, мәндер.

layer-buildings = Ғимараттар
layer-highways = Көшелер мен жолдар
layer-railways = Теміржолдар
layer-water = Су нысандары
layer-landcover = Жер жамылғысы
layer-trees = Ағаштар
layer-places = Елді мекендер
layer-amenities = Мекемелер мен қызметтер
layer-boundaries = Аумақ шекаралары
layer-stops = Аялдамалар
layer-lines = Маршруттар
layer-masts = Байланыс мұнаралары
layer-cables = Кабельдер мен желілер
layer-levees = Бөгеттер
layer-terrain = Жер бедері

field-id = Нөмірі
field-name = Атауы
field-name_kk = Атауы (қазақша)
field-name_ru = Атауы (орысша)
field-name_en = Атауы (ағылшынша)
field-lon = Бойлық
field-lat = Ендік
field-origin = дереккөзі
field-usage = Қолданылуы
field-usage_origin = { field-usage }: { field-origin }
field-levels = Қабат саны
field-levels_origin = { field-levels }: { field-origin }
field-height = Биіктігі
field-height_origin = { field-height }: { field-origin }
field-min_height = Төменгі шегінің биіктігі
field-roof = Шатыры
field-roof_origin = { field-roof }: { field-origin }
field-roof_height = Шатыр биіктігі
field-roof_across = Шатыр қыры көлденең
field-part = Ғимарат құрамы
field-street = Көшесі
field-house_number = Үй нөмірі
field-year = Салынған жылы
field-reference = Нөмірі
field-class = Санаты
field-lanes = Жолақ саны
field-lanes_origin = { field-lanes }: { field-origin }
field-speed = Жылдамдық шегі
field-speed_origin = { field-speed }: { field-origin }
field-width = Ені
field-width_origin = { field-width }: { field-origin }
field-direction = Қозғалыс бағыты
field-surface = Төсемі
field-surface_origin = { field-surface }: { field-origin }
field-bridge = Көпір үстінде
field-tunnel = Тоннельде
field-roundabout = Айналма қозғалыс
field-private = Көпшілікке жабық
field-level = Қиылысу деңгейі
field-tracks = Жол саны
field-electrified = Электрлендірілген
field-siding = Қосалқы жол
field-depth = Тереңдігі
field-breach = Бұзылған жерінің ені
field-intermittent = Кеуіп қалады
field-covered = Құбырда
field-kind = Түрі
field-kind_origin = { field-kind }: { field-origin }
field-population = Халық саны
field-population_origin = { field-population }: { field-origin }
field-seat = Әкімшілік орталық
field-capacity = Сыйымдылығы
field-capacity_origin = { field-capacity }: { field-origin }
field-enrolled = Тіркелгендер саны
field-enrolled_origin = { field-enrolled }: { field-origin }
field-shifts = Ауысым саны
field-shifts_origin = { field-shifts }: { field-origin }
field-code = ӘАОЖ коды
field-mode = Көлік түрі
field-headway = Қозғалыс аралығы
field-headway_origin = { field-headway }: { field-origin }
field-stops = Аялдамалары
field-technology = Технологиясы
field-technology_origin = { field-technology }: { field-origin }
field-internet = Интернет
field-internet_origin = { field-internet }: { field-origin }

## Өлшем бірліктері: $count — алдындағы сан
unit-metres = м
unit-kilometres = км
unit-square-metres = м²
unit-hectares = га
unit-square-kilometres = км²
unit-kilometres-per-hour = км/сағ
unit-minutes = мин
unit-seconds = с
unit-people = { $count ->
       *[other] адам
    }
unit-places = { $count ->
       *[other] орын
    }
unit-bytes = Б
unit-kilobytes = КБ
unit-megabytes = МБ
unit-gigabytes = ГБ

value-unknown = белгісіз
value-yes = иә
value-no = жоқ
