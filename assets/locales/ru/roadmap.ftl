# Слова о сроках, дорожных картах и шкале времени.

## Месяцы сами по себе
month-name-1 = январь
month-name-2 = февраль
month-name-3 = март
month-name-4 = апрель
month-name-5 = май
month-name-6 = июнь
month-name-7 = июль
month-name-8 = август
month-name-9 = сентябрь
month-name-10 = октябрь
month-name-11 = ноябрь
month-name-12 = декабрь
month-of-year = { $month } { $year } г.

## На какой стадии решение
status-built = Работает
status-construction = Ведутся работы
status-consented = Согласовано, работы не начаты
status-preparation = Проектирование и согласование
status-planned = Не начато

## Дорожные карты
level-strategic = Стратегический уровень
level-operational = Операционный уровень
payer-budget = Бюджет
payer-partnership = Государственно-частное партнёрство
payer-private = Частные средства
kpi-line = { $name }: { $baseline } → { $target } к концу { $year } г.
kpi-line-modelled = { $name }: { $baseline } → { $target } к концу { $year } г.; по модели — { $modelled }
roadmap-years = Расходы по годам
roadmap-year = { $year }: { $total }, из бюджета { $own } при лимите { $budget }
roadmap-year-over = { $year }: { $total }, из бюджета { $own } при лимите { $budget } — бюджет превышен
roadmap-flagship = Флагманский проект
roadmap-owner = Ответственный
roadmap-deadline = Срок
roadmap-at-work = Ввод в действие: { $month }
roadmap-at-work-late = Ввод в действие: { $month } — позже срока
roadmap-funding = Финансирование
roadmap-costs = Расходы, указанные в файле
roadmap-costs-computed = Расходы на решения проекта
roadmap-project = Проект
roadmap-kpi = Показатели: было → цель
roadmap-level = Уровень
roadmap-total = Все проекты
roadmap-from-budget = Из бюджета
roadmap-limit = Лимит бюджета
roadmap-over = Доля бюджета больше лимита на этот год
roadmap-none = У этой сцены нет дорожной карты. Положите roadmap.ron рядом со scene.ron; что в нём писать, объясняет «aimaq explain roadmap».
roadmap-working = Модели считают, показатели появятся позже.
roadmap-budget-basis = Бюджет — { $basis }
roadmap-indicator = Показатель
roadmap-baseline = Было
roadmap-target = Цель, к концу года
roadmap-modelled = По модели
roadmap-reached = достигается
roadmap-missed = не достигается
roadmap-costs-millions = расходы в млн тенге
roadmap-all-years = За все годы
roadmap-over-limit = сверх лимита
roadmap-no-direction = Вне направлений стратегии
roadmap-sources = Откуда взяты цифры

## Шкала времени
timeline-title = Шкала времени
timeline-play = Показать по времени
timeline-pause = Остановить
timeline-all = Всё построено
timeline-nothing = В этом сценарии пока ничего не запланировано: выберите сценарий с решениями.
timeline-budget = Бюджет дорожной карты
timeline-capital = Строительство
timeline-running = Содержание
timeline-year = { $year }: строительство { $capital }, содержание { $running }
timeline-over = Больше бюджета дорожной карты: { $years }
timeline-year-over = { $year }: строительство { $capital }, содержание { $running } — больше бюджета дорожной карты ({ $budget })
timeline-count = { $status }: { $count }

## Показатели по годам
years-note = На конец каждого года: учитывается только то, что работает в декабре.
timeline-metric = Выберите показатель, чтобы увидеть его по годам
timeline-metric-off = Без показателя
timeline-metric-working = Показатель по годам рассчитывается: готово { $percent } %
timeline-metric-out-of-date = Данные устарели: с тех пор изменены сценарий или допущения.
timeline-metric-failed = Рассчитать не удалось. Измените сценарий или откройте сцену ещё раз.
timeline-metric-year = К концу { $year } г.: { $value } ({ $change }; сейчас { $base })
timeline-metric-year-same = К концу { $year } г.: { $value }, как сейчас

## Когда строится решение
schedule-title = Сроки
schedule-from = Начало проектирования
schedule-builds = Начало работ
schedule-stage = { $stage }: { $begin } – { $end }
schedule-at-work = Ввод в действие: { $month }
schedule-back = Вернуть обычный месяц

## Команды
button-roadmap = Дорожная карта
button-timeline = По годам
sheet-roadmap = Дорожная карта
command-roadmap = Дорожная карта проектов
command-roadmap-set = Изменить проект дорожной карты
command-export-roadmap = Сохранить дорожную карту в файл
command-timeline = Шкала времени
command-year = Показать год или месяц
command-year-metric = Показать показатель по годам под шкалой времени
command-play = Запустить или остановить шкалу времени
command-schedule-from = Задать начало проектирования
command-schedule-builds = Задать начало работ
edit-schedule = изменение сроков
cli-command-roadmap = Показывает проекты с показателями, сроками и расходами по годам
cli-argument-roadmap-pdf = Записывает её таблицей для печати (PDF)
cli-argument-roadmap-html = Записывает её страницей (HTML)
assume-preparation-share = Доля капитальных затрат на проектирование и согласование

## Сообщения об ошибках
error-not-a-month = «{ $text }» — не месяц. Напишите год и месяц, например 2027-03.
error-project-repeated = Проект «{ $id }» уже есть. Дайте этому другое короткое имя.
error-project-unknown = Проекта «{ $name }» в дорожной карте нет. Есть такие: { $known }.
error-project-setting-odd = «{ $text }» ничего не меняет в проекте. Напишите его короткое имя, затем deadline, owner, level или flagship, затем значение.
error-roadmap-copied = Ваша дорожная карта сохранена в { $file }; поставленная с программой не изменена.
error-roadmap-computing = Модели ещё считают показатели дорожной карты. Сохраните её, когда они появятся.
error-roadmap-form-unknown = Дорожную карту нельзя сохранить как «{ $text }». Выберите csv, pdf или html.
error-roadmap-written = Дорожная карта сохранена в файл { $file }.
error-roadmap-missing = У сцены { $scene } нет дорожной карты. Положите roadmap.ron рядом с её scene.ron.
error-roadmap-solution-repeated = Решение { $key } уже входит в проект и было бы оплачено дважды. Оставьте его в одном из них.
error-roadmap-solutions-without-scenario = Решения названы без сценария, в котором они стоят. Назовите сценарий или уберите список.
error-funding-not-whole = Доли финансирования дают { $sum } %. В сумме должно быть 100, каждая — от 0 до 100.
error-kpi-without-name = У показателя проекта «{ $id }» нет названия. Укажите metric или name на трёх языках.
error-year-repeated = Сумма за { NUMBER($year, useGrouping: "false") } год указана дважды. Оставьте одну.

## Поля
explain-placed-from = Месяц начала проектирования, например "2027-03"; если не задан — январь года сценария.
explain-placed-builds_from = Месяц, раньше которого работы не начинаются, хотя всё согласовано; если не задан — сразу после согласований.
explain-roadmap-version = Версия формы файла: 1.
explain-roadmap-budget = Сколько бюджет может дать на все проекты вместе, по годам.
explain-roadmap-budget_basis = Откуда взяты цифры бюджета.
explain-roadmap-projects = Проекты в том порядке, в каком их показывают.
explain-outlay-year = Год.
explain-outlay-sum = Сколько, в тенге.
explain-project-id = Короткое имя внутри дорожной карты.
explain-project-name = Как его называют люди.
explain-project-scenario = Сценарий, который его моделирует: оттуда берутся расходы и показатели.
explain-project-solutions = Ключи решений сценария, которые входят в проект; если не названы — все.
explain-project-direction = Направление цифровой стратегии.
explain-project-sphere = Сфера стандарта умного города.
explain-project-kpis = Показатели, по которым судят об успехе.
explain-project-deadline = Месяц, к концу которого он должен быть выполнен, например "2027-12".
explain-project-owner = Кто за него отвечает.
explain-project-level = Меняет ли он сам порядок работы или улучшает нынешнюю.
explain-project-flagship = Флагманский ли это проект.
explain-project-funding = Кто какую часть платит; если не указано, всё платит бюджет.
explain-project-costs = Сколько он стоит по годам, если это не следует из его решений.
explain-project-basis = Откуда взяты срок и расходы.
explain-kpi-metric = Показатель, который его моделирует, по его имени.
explain-kpi-name = Как его называют люди, если модели его не считают.
explain-kpi-unit = В чём измеряется, если модели его не считают.
explain-kpi-baseline = Исходное значение; если не задано — по модели региона как есть.
explain-kpi-since = Год исходного значения.
explain-kpi-target = Значение, которого нужно достичь.
explain-kpi-year = Год, к концу которого его нужно достичь.
explain-kpi-basis = Откуда взяты исходное и целевое значения.
explain-funding-payer = Кто платит.
explain-funding-share = Какую часть, в процентах; все части вместе дают 100.
