# Общественный транспорт: расписания, пассажиры, маршруты.

cli-argument-gtfs = Расписания: GTFS в архиве zip

error-gtfs-archive-broken = { $file } — не архив zip, или он повреждён. Расписание GTFS — это zip с таблицами, например stops.txt; скачайте его заново.
error-gtfs-archive-too-large = { $file } в распакованном виде больше { $megabytes } МБ. Оставьте в нём только таблицы расписания.
error-gtfs-column-missing = { $file }, { $table }: { $count ->
        [one] нет { $count } столбца, первый — { $example }
       *[other] нет { $count } столбцов, первый — { $example }
    }. Эти значения считаются пустыми; запросите полную таблицу у издателя.
error-gtfs-id-repeated = { $file }, { $table }: { $count ->
        [one] повторяется { $count } номер, первый — { $example }
        [few] повторяются { $count } номера, первый — { $example }
       *[other] повторяются { $count } номеров, первый — { $example }
    }. Взята первая строка; удалите остальные.
error-gtfs-interval-odd = { $file }, { $table }: { $count ->
        [one] { $count } интервал не подходит, первый — у рейса { $example }
        [few] { $count } интервала не подходят, первый — у рейса { $example }
       *[other] { $count } интервалов не подходят, первый — у рейса { $example }
    }. Такой рейс идёт один раз, в своё время; интервал должен быть не меньше 30 секунд и кончаться позже начала.
error-gtfs-reference-unknown = { $file }, { $table }: { $count ->
        [one] { $count } строка ссылается на то, чего в расписании нет, первая — { $example }
        [few] { $count } строки ссылаются на то, чего в расписании нет, первая — { $example }
       *[other] { $count } строк ссылаются на то, чего в расписании нет, первая — { $example }
    }. Они пропущены; добавьте недостающее или исправьте строки.
error-gtfs-row-broken = { $file }, { $table }: { $count ->
        [one] { $count } строку не удалось прочитать, первая — { $example }
        [few] { $count } строки не удалось прочитать, первая — { $example }
       *[other] { $count } строк не удалось прочитать, первая — { $example }
    }. Они пропущены; исправьте их.
error-gtfs-service-never = { $file }: { $count ->
        [one] у { $count } календаря нет ни одного дня работы, первый — { $example }
       *[other] у { $count } календарей нет ни одного дня работы, первый — { $example }
    }. Рейсы сохранены, но не ходят; проверьте дни недели и даты.
error-gtfs-stop-without-place = { $file }: { $count ->
        [one] у { $count } остановки нет пригодных координат, первая — { $example }
       *[other] у { $count } остановок нет пригодных координат, первая — { $example }
    }. Рейсы там останавливаются, но пешком туда не дойти; впишите долготу и широту.
error-gtfs-table-missing = В { $file } нет таблицы { $table }. Остальное прочитано; запросите полное расписание у издателя.
error-gtfs-times-missing = { $file }: { $count ->
        [one] у { $count } рейса на части остановок нет времени, первый — { $example }
       *[other] у { $count } рейсов на части остановок нет времени, первый — { $example }
    }. Оно рассчитано по расстоянию между известными.
error-gtfs-trip-backwards = { $file }: { $count ->
        [one] время { $count } рейса идёт назад, первый — { $example }
       *[other] время { $count } рейсов идёт назад, первый — { $example }
    }. Они пропущены; исправьте время.
error-gtfs-trip-short = { $file }: { $count ->
        [one] у { $count } рейса меньше двух остановок со временем, первый — { $example }
       *[other] у { $count } рейсов меньше двух остановок со временем, первый — { $example }
    }. Они пропущены; дополните stop_times.txt.
error-gtfs-value-odd = { $file }, { $table }: { $count ->
        [one] { $count } значение неизвестно, первое — { $example }
        [few] { $count } значения неизвестны, первое — { $example }
       *[other] { $count } значений неизвестны, первое — { $example }
    }. Взято обычное, или строка пропущена; проверьте их.

error-transit-day-without-trips = { $date } не ходит ни один рейс. Выберите день, на который действует расписание.
error-transit-demand-odd = { $count ->
        [one] { $count } поток пассажиров не подходит
        [few] { $count } потока пассажиров не подходят
       *[other] { $count } потоков пассажиров не подходят
    }: число отрицательное или не число, либо такой остановки нет. Они пропущены; исправьте их.
error-transit-interval-assumed = { $count ->
        [one] У { $count } маршрута интервал неизвестен
       *[other] У { $count } маршрутов интервал неизвестен
    }; принято { $minutes } минут. Укажите интервалы или загрузите расписание.
error-transit-line-interval-odd = У маршрута № { $line } нет пригодного интервала, он пропущен. Укажите интервал больше нуля.
error-transit-line-odd = Маршрут № { $line } пропущен: слишком мало остановок, неизвестные остановки или время — не число. Исправьте его.
error-transit-line-stop-missing = { $count ->
        [one] { $count } остановки, названной в маршрутах, нет в регионе
       *[other] { $count } остановок, названных в маршрутах, нет в регионе
    }; маршруты проходят без остановки. Загрузите остановки или исправьте маршруты.
error-transit-line-without-stops = У маршрута { $line } ({ $id }) меньше двух остановок в регионе, он пропущен. Добавьте ему остановки.
error-transit-not-balanced = Пассажиры и заполнение не пришли в равновесие за { $rounds } шагов; можно сберечь ещё { NUMBER($gap, maximumFractionDigits: 5) } их времени. Разрешите больше шагов или считайте итог приблизительным.
error-transit-riders-stranded = Для { NUMBER($riders, maximumFractionDigits: 1) } пассажиров в час нет пути до цели. Добавьте маршрут или пеший переход между остановками.
error-transit-walk-odd = { $count ->
        [one] { $count } пеший переход между остановками не подходит
        [few] { $count } пеших перехода между остановками не подходят
       *[other] { $count } пеших переходов между остановками не подходят
    }: время не указано, или такой остановки нет. Они пропущены; исправьте их.

finding-timetable-incomplete = { $count ->
        [one] В расписании нет { $count } таблицы или столбца; остальное прочитано
       *[other] В расписании нет { $count } таблиц или столбцов; остальное прочитано
    }
finding-odd-trips = { $count ->
        [one] { $count } рейс или календарь расписания записан с ошибкой; пропущен
        [few] { $count } рейса или календаря расписания записаны с ошибкой; пропущены
       *[other] { $count } рейсов или календарей расписания записаны с ошибкой; пропущены
    }
finding-times-interpolated = { $count ->
        [one] У { $count } рейса на части остановок нет времени; рассчитано по расстоянию
       *[other] У { $count } рейсов на части остановок нет времени; рассчитано по расстоянию
    }

assumption-street-speed = Скорость автобусов и трамваев с остановками
assumption-street-speed-source = Принято: обычно для городского автобуса в общем потоке. Замените данными перевозчика.
assumption-rail-speed = Скорость поездов с остановками
assumption-rail-speed-source = Принято: обычно для пригородных поездов. Замените скоростью по расписанию.
assumption-default-headway = Интервал маршрутов, у которых он неизвестен
assumption-default-headway-source = Принято: два рейса в час.
assumption-off-peak-headway = Во сколько раз интервал больше вне часов пик
assumption-off-peak-headway-source = Принято: вне часов пик рейсов на треть меньше.
assumption-morning-peak = Начало утреннего часа пик
assumption-morning-peak-source = Принято: работа и учёба начинаются с 8 до 9.
assumption-evening-peak = Начало вечернего часа пик
assumption-evening-peak-source = Принято: работа кончается с 17 до 18.
assumption-peak-length = Длительность каждого часа пик, часов
assumption-peak-length-source = Принято: два часа.
assumption-peak-share = Доля пассажиров дня в каждом часе пик
assumption-peak-share-source = Принято: около десятой части, как показывают подсчёты во многих городах. Замените своими подсчётами.
assumption-layover = Отстой на конечных сверх времени в пути
assumption-layover-source = Принято: перерывы и запас на опоздания.
assumption-first-hour = Час первых рейсов
assumption-first-hour-source = Принято: с 6 утра.
assumption-last-hour = Час последних рейсов
assumption-last-hour-source = Принято: до конца двадцать третьего часа.
assumption-bus-capacity = Мест в автобусе, сидячих и стоячих
assumption-bus-capacity-source = Принято: автобус длиной 12 метров. Замените данными парка.
assumption-tram-capacity = Мест в трамвае, сидячих и стоячих
assumption-tram-capacity-source = Принято: трамвай длиной около 26 метров.
assumption-train-capacity = Мест в поезде, сидячих и стоячих
assumption-train-capacity-source = Принято: пригородный поезд из четырёх вагонов.
assumption-kilometre-cost = Стоимость километра пробега
assumption-kilometre-cost-source = Принято: топливо, водители и ремонт в ценах 2025 года. Замените данными перевозчика.
assumption-fare = Доход с поездки с учётом льгот
assumption-fare-source = Принято: ниже полной цены, потому что школьники и пенсионеры платят меньше.
assumption-days-of-service = Дней работы в году
assumption-days-of-service-source = Принято: выходные учтены по числу рейсов в эти дни.
assumption-walk-reach = Самый длинный переход между остановками
assumption-walk-reach-source = Принято: около семи минут пешком.
assumption-walk-speed = Скорость пешком с учётом обходов
assumption-walk-speed-source = Принято: 4,5 км/ч по пути в 1,3 раза длиннее прямой.
assumption-crowding = Насколько дольше кажется поездка в полном салоне
assumption-crowding-source = Принято: коэффициент Бюро дорог общего пользования США (1964).
assumption-crowding-exponent = Насколько резко ощущается теснота
assumption-crowding-exponent-source = Принято: показатель степени Бюро дорог общего пользования США (1964).
