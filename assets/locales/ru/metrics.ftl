# Модели, показатели и сравнение.

cli-command-simulate = Запускает модели и выводит их результаты
cli-command-compare = Сравнивает показатели сценариев
cli-argument-model = Идентификаторы моделей; если не указаны, запускаются все
cli-argument-csv = Выводит строки для электронных таблиц
cli-argument-scenarios = Идентификаторы сценариев; если не указаны, берутся все
cli-argument-out = Папка для значений отдельных объектов
error-simulation-unknown = Модели «{ $name }» нет. Есть модели: { $known }.
simulation-population = Население
simulation-digital = Цифровые услуги
unit-years = 
    { $count ->
        [one] год
        [few] года
        [many] лет
       *[other] года
    }
better-neither = ни больше, ни меньше не лучше
better-up = чем больше, тем лучше
better-down = чем меньше, тем лучше
assume-floor-per-job = Площадь на одно рабочее место
assume-good-internet = Интернет подключённого населённого пункта
assume-video-call = Интернет для видеоконсультации
assume-horizon = За сколько лет складываются расходы
source-own-estimate = собственная оценка
source-fast-access = обычный порог быстрого доступа
source-chosen = выбрано для сравнения
metric-residents = Жители
metric-made-residents = Население населённых пунктов и будущие жильцы предложенных домов: 2,9 человека на жильё в 85 м² общей площади этажей.
metric-floor-per-resident = Площадь жилых домов на жителя
metric-made-floor-per-resident = Площадь застройки, умноженная на число этажей всех жилых домов, делится на число жителей в них.
metric-electricity-saved = Выработанная или сбережённая электроэнергия
metric-made-electricity-saved = Сумма того, что дают решения сценария по их шаблонам.
metric-water-saved = Сбережённая вода
metric-made-water-saved = Сумма того, что дают решения сценария по их шаблонам.
metric-work-places = Рабочие места
metric-made-work-places = Площадь этажей зданий, где работают люди, делится на площадь одного рабочего места.
metric-capital = Стоимость строительства
metric-made-capital = Сумма единовременных расходов на решения, приведённая к ценам одного года.
metric-yearly = Ежегодные расходы
metric-made-yearly = Сумма ежегодных расходов на решения за вычетом того, что они сберегают, приведённая к ценам одного года.
metric-horizon-cost = Расходы за рассматриваемые годы
metric-made-horizon-cost = Стоимость строительства и ежегодные расходы, умноженные на число лет; без дисконтирования.
metric-cost-per-resident = То же на одного жителя
metric-made-cost-per-resident = Расходы за рассматриваемые годы делятся на число всех жителей.
metric-green-per-resident = Общественная зелень на жителя
metric-made-green-per-resident = Площадь парков и садов делится на число всех жителей.
metric-villages-telemedicine = Сёла с работающей телемедициной
metric-made-villages-telemedicine = Сёла, где интернета в медицинском учреждении хватает для видеоконсультации.
metric-services-share = Жители, у которых госуслуги есть в своём населённом пункте
metric-made-services-share = Доля жителей, в чьём населённом пункте есть администрация или пункт обслуживания населения.
metric-internet-share = Жители с быстрым интернетом
metric-made-internet-share = Доля жителей, чей населённый пункт подключён к быстрому интернету.
simulation-traffic = Движение в утренний час пик
unit-grams-per-kilometre = г/км
unit-kilograms = кг
unit-hours = ч
assume-peak-trips = Поездок одного жителя в утренний час пик
assume-deterrence = Насколько минута в пути отталкивает от места назначения
assume-car-access = Жители, которым доступен автомобиль
assume-car-occupancy = Людей в одном автомобиле
assume-bus-access = Ожидание и пешая часть поездки на автобусе
assume-bus-speed = Скорость автобусов с остановками
assume-choice-scale = Вес одной минуты при выборе способа поездки
assume-car-carbon = Выброс углекислого газа автомобилем
source-travel-surveys = среднее по опубликованным обследованиям поездок
source-fleet = обычный парк автомобилей
metric-car-share = Доля поездок на автомобиле
metric-made-car-share = Логит-модель по минутам на автомобиле, автобусе и пешком для поездок утреннего часа пик; рассчитано, а не сосчитано.
metric-car-minutes = Минут на поездку автомобилем
metric-made-car-minutes = Равновесие утреннего часа пик: время всех автомобилей делится на число поездок.
metric-car-delay = Часы, потерянные в потоке за час пик
metric-made-car-delay = Время всех автомобилей в равновесии за вычетом времени по пустым улицам.
metric-car-speed = Скорость автомобилей в час пик
metric-made-car-speed = Пробег всех автомобилей делится на их время в равновесии.
metric-car-kilometres = Пробег всех автомобилей за час пик
metric-made-car-kilometres = Потоки в равновесии умножаются на длину улиц.
metric-car-carbon = Углекислый газ от автомобилей за час пик
metric-made-car-carbon = Пробег всех автомобилей умножается на выброс одного автомобиля на километр.
error-traffic-nobody-drives = Движение рассчитать нельзя: в регионе слишком мало жителей, рабочих мест или проезжих улиц. Добавьте население и улицы.
simulation-services = Что доступно пешком
simulation-schooling = Школы и их загрузка
source-norm-906507363 = docs.cntd.ru 906507363 (аналог)
source-norm-430664441 = docs.cntd.ru 430664441 (аналог)
source-norm-444707724 = docs.cntd.ru 444707724 (аналог)
source-no-third-shift = государственная цель: без третьей смены
source-arna-news = arna-news.kz (обзор в прессе)
error-schooling-nothing-known = Загрузку школ рассчитать нельзя: здесь неизвестны школы или жильё. Импортируйте школы и население.
assume-school-places-unknown = Мест в школе, о которой нет данных
assume-school-shifts = Сколько смен может работать школа
assume-school-bus-from = Путь до школы, с которого положен автобус
assume-school-farthest = Наибольший путь до школы
metric-school-load = Учеников на места одной смены
metric-made-school-load = Ученики (жители, умноженные на число учеников региона на 1000) делятся на места всех школ в одной смене.
metric-school-third-shift = Школы с третьей сменой, если все идут в ближайшую
metric-made-school-third-shift = Каждый идёт в ближайшую по улицам школу; смены — ученики, делённые на места, с округлением вверх.
metric-school-overloaded = Перегруженные школы
metric-made-school-overloaded = Распределение с наименьшим путём, не больше двух смен; школы, где на 100 мест смены больше 130 учеников.
metric-pupils-without-place = Ученики без места
metric-made-pupils-without-place = Кому не хватило места при распределении с наименьшим путём, не больше двух смен.
metric-school-way = Средний путь до школы
metric-made-school-way = Метры по улицам при распределении с наименьшим путём.
metric-pupils-by-bus = Ученики, которым нужен автобус
metric-made-pupils-by-bus = Ученики, чей путь при распределении длиннее того, с которого положен автобус.
assume-walk-school = Пешком до школы
metric-reach-school = Жители в пешей доступности школы
metric-made-reach-school = Доля жителей, чей дом не дальше нормы от школы, если идти по улицам.
assume-walk-kindergarten = Пешком до детского сада
metric-reach-kindergarten = Жители в пешей доступности детского сада
metric-made-reach-kindergarten = Доля жителей, чей дом не дальше нормы от детского сада, если идти по улицам.
assume-walk-clinic = Пешком до врача
metric-reach-clinic = Жители в пешей доступности врача
metric-made-reach-clinic = Доля жителей, чей дом не дальше нормы от врача, если идти по улицам.
assume-walk-pharmacy = Пешком до аптеки
metric-reach-pharmacy = Жители в пешей доступности аптеки
metric-made-reach-pharmacy = Доля жителей, чей дом не дальше нормы от аптеки, если идти по улицам.
assume-walk-shop = Пешком до магазина
metric-reach-shop = Жители в пешей доступности магазина
metric-made-reach-shop = Доля жителей, чей дом не дальше нормы от магазина, если идти по улицам.
assume-walk-stop = Пешком до остановки
metric-reach-stop = Жители в пешей доступности остановки
metric-made-reach-stop = Доля жителей, чей дом не дальше нормы от остановки, если идти по улицам.
assume-walk-park = Пешком до парка
metric-reach-park = Жители в пешей доступности парка
metric-made-reach-park = Доля жителей, чей дом не дальше нормы от парка, если идти по улицам.
assume-walk-hub = Пешком до IT-хаба
metric-reach-hub = Жители в пешей доступности IT-хаба
metric-made-reach-hub = Доля жителей, чей дом не дальше нормы от IT-хаба, если идти по улицам.
assume-resident-pull = Поездки, притягиваемые жителем, по сравнению с рабочим местом
sheet-compare = Сравнение сценариев
button-compare = Сравнить
command-compare = Сравнить сценарии
compare-working = Идёт расчёт: осталось { $count ->
        [one] { $count } сценарий
        [few] { $count } сценария
        [many] { $count } сценариев
       *[other] { $count } сценария
    }
compare-out-of-date = Данные устарели: пересчитывается { $count ->
        [one] { $count } сценарий
        [few] { $count } сценария
        [many] { $count } сценариев
       *[other] { $count } сценария
    }
compare-modelled = Все значения рассчитаны моделями, а не подсчитаны. Наведите указатель на название, чтобы узнать, как получено число.
simulation-money = Деньги и экономия
assumption-line = { $name }: { $value } ({ $origin }; { $source })
simulation-transit = Общественный транспорт
simulation-rescue = Скорая помощь и пожарные
assume-ambulance-minutes = За какое время должна прибыть скорая помощь
assume-fire-minutes = За какое время должны прибыть пожарные
metric-trips = Поездки в час пик
metric-made-trips = Все поездки утреннего часа пик любым способом: гравитационная модель между домами, рабочими местами, школами и магазинами.
metric-transit-share = Доля поездок на общественном транспорте
metric-made-transit-share = Логит-модель по минутам на автомобиле, на общественном транспорте (с ожиданием, ходьбой и пересадками) и пешком; рассчитано, а не сосчитано.
metric-transit-rides = Перевезено пассажиров за рабочий день
metric-made-transit-rides = Все посадки; поездка с пересадкой считается дважды. Оптимальные стратегии (Spiess, Florian 1989) с учётом наполняемости.
metric-transit-wait = Среднее ожидание пассажира
metric-made-transit-wait = За поездку в рабочий день: половина интервала, а где ходят несколько маршрутов — меньше.
metric-transit-wait-hours = Ожидание всех пассажиров за рабочий день
metric-made-transit-wait-hours = Среднее ожидание умножается на число пассажиров.
metric-transit-time = Время поездки от двери до двери
metric-made-transit-time = Ходьба, ожидание, езда и пересадки, в среднем на пассажира в рабочий день.
metric-transit-overload = Часы перегрузки маршрутов
metric-made-transit-overload = Часы работы маршрутов, по каждому направлению отдельно, когда пассажиров больше, чем мест.
metric-transit-kilometres = Пробег общественного транспорта за рабочий день
metric-made-transit-kilometres = Длина маршрутов умножается на число рейсов.
metric-transit-vehicles = Единиц транспорта на линии в час пик
metric-made-transit-vehicles = Время оборота со стоянкой на конечных делится на интервал и округляется вверх.
metric-transit-cost = Расходы на общественный транспорт в год
metric-made-transit-cost = Пробег умножается на стоимость километра и число дней работы.
metric-transit-subsidy = Субсидии общественному транспорту в год
metric-made-transit-subsidy = Расходы за вычетом платы за проезд; меньше нуля, если маршруты прибыльны.
metric-ambulance-share = Жители, к которым скорая успевает вовремя
metric-made-ambulance-share = Доля жителей, до дома которых от станции скорой помощи или больницы можно доехать за отведённое время по пустым дорогам.
metric-fire-share = Жители, к которым пожарные успевают вовремя
metric-made-fire-share = Доля жителей, до дома которых от пожарной части можно доехать за отведённое время по пустым дорогам.
cli-argument-assume = Допущения, заданные вручную
error-assumption-unreadable = «{ $text }» — не допущение. Напишите имя=значение, например fare=120.
error-assumption-unknown = Допущения «{ $name }» нет. Есть такие: { $known }.
error-assumption-out-of-bounds = { $name }: допустимо от { $least } до { $most }. Выберите значение в этих пределах.
simulation-care = Доступность врачей
assume-care-needed = Посещений в день на 1000 жителей
source-nine-visits = девять посещений в год за 250 рабочих дней
assume-care-visits-unknown = Посещений в день в учреждении без данных
error-care-nothing-known = Доступность врачей не рассчитать: здесь неизвестны ни поликлиники, ни жители. Импортируйте поликлиники и население.
metric-care-share = Жители, у которых хватает врачей в пределах поездки
metric-made-care-share = Метод плавающих зон E2SFCA (Luo, Qi 2009): приёмы всех поликлиник в 30 минутах езды делятся между всеми, кто может туда доехать, и сравниваются с потребностью.
metric-care-unmet = Пациенты в день без приёма
metric-made-care-unmet = Кто остаётся, если распределить пациентов по поликлиникам с наименьшей дорогой, не превышая их приёма.
metric-care-overloaded = Перегруженные поликлиники, если все едут в ближайшую
metric-made-care-overloaded = Каждый в ближайшую поликлинику на машине; больше 130 пациентов на 100 приёмов.
overlay-care = Приёмы врача на 1000 жителей
overlay-made-care = Приёмов в день на 1000 жителей у каждого дома: поликлиники в 30 минутах езды делятся между всеми, кто может туда доехать (E2SFCA, Luo, Qi 2009).
assume-price-year = Год, в ценах которого всё показано
assume-inflation = Рост цен за год
unit-calendar-year = год
