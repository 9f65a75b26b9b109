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
metric-made-capital = Сумма единовременных расходов на решения, каждая в ценах своего года.
metric-yearly = Ежегодные расходы
metric-made-yearly = Сумма ежегодных расходов на решения за вычетом того, что они сберегают.
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
