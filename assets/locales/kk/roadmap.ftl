# Мерзімдер, жол карталары және уақыт шкаласы туралы сөздер.

## Айлардың атаулары
month-name-1 = қаңтар
month-name-2 = ақпан
month-name-3 = наурыз
month-name-4 = сәуір
month-name-5 = мамыр
month-name-6 = маусым
month-name-7 = шілде
month-name-8 = тамыз
month-name-9 = қыркүйек
month-name-10 = қазан
month-name-11 = қараша
month-name-12 = желтоқсан
month-of-year = { $year } ж. { $month }

## Шешім қай кезеңде
status-built = Жұмыс істеп тұр
status-construction = Жұмыс жүріп жатыр
status-consented = Келісілді, жұмыс басталған жоқ
status-preparation = Жобалау және келісу
status-planned = Басталған жоқ

## Жол карталары
level-strategic = Стратегиялық деңгей
level-operational = Операциялық деңгей
payer-budget = Бюджет
payer-partnership = Мемлекеттік-жекешелік әріптестік
payer-private = Жеке қаражат
kpi-line = { $name }: { $baseline } → { $target }, { $year } жылдың соңына дейін
kpi-line-modelled = { $name }: { $baseline } → { $target }, { $year } жылдың соңына дейін; модель бойынша — { $modelled }
roadmap-years = Жылдар бойынша шығын
roadmap-year = { $year }: { $total }, бюджеттен { $own }, лимиті { $budget }
roadmap-year-over = { $year }: { $total }, бюджеттен { $own }, лимиті { $budget } — бюджеттен асып кетті
roadmap-flagship = Флагмандық жоба
roadmap-owner = Жауапты
roadmap-deadline = Мерзімі
roadmap-at-work = Іске қосылуы: { $month }
roadmap-at-work-late = Іске қосылуы: { $month } — мерзімінен кеш
roadmap-funding = Қаржыландыру
roadmap-costs = Файлда көрсетілген шығын
roadmap-costs-computed = Жоба шешімдерінің шығыны
roadmap-project = Жоба
roadmap-kpi = Көрсеткіштер: бұрын → мақсат
roadmap-level = Деңгей
roadmap-total = Барлық жоба
roadmap-from-budget = Бюджеттен
roadmap-limit = Бюджет лимиті
roadmap-over = Бюджет үлесі осы жылғы лимиттен көп
roadmap-none = Бұл көріністе жол картасы жоқ. scene.ron жанына roadmap.ron файлын қойыңыз; оған не жазылатынын «aimaq explain roadmap» түсіндіреді.
roadmap-working = Модельдер есептеп жатыр, көрсеткіштер кейін шығады.
roadmap-budget-basis = Бюджет — { $basis }
roadmap-indicator = Көрсеткіш
roadmap-baseline = Бұрын
roadmap-target = Мақсат, жыл соңына дейін
roadmap-modelled = Модель бойынша
roadmap-reached = орындалады
roadmap-missed = орындалмайды
roadmap-costs-millions = шығын млн теңгемен
roadmap-all-years = Барлық жыл
roadmap-over-limit = лимиттен көп
roadmap-no-direction = Стратегия бағыттарынан тыс
roadmap-sources = Сандар қайдан алынды

## Уақыт шкаласы
timeline-title = Уақыт шкаласы
timeline-play = Уақыт бойынша көрсету
timeline-pause = Тоқтату
timeline-all = Бәрі салынған
timeline-nothing = Бұл сценарийде әзірге ештеңе жоспарланбаған: шешімдері бар сценарийді таңдаңыз.
timeline-budget = Жол картасының бюджеті
timeline-capital = Құрылыс
timeline-running = Ұстау шығыны
timeline-year = { $year }: құрылыс { $capital }, ұстау { $running }
timeline-over = Жол картасының бюджетінен асады: { $years }
timeline-year-over = { $year }: құрылыс { $capital }, ұстау { $running } — жол картасының бюджетінен ({ $budget }) көп
timeline-count = { $status }: { $count }

## Жылдар бойынша көрсеткіштер
years-note = Әр жылдың соңына: желтоқсанда жұмыс істеп тұрғаны ғана есепке алынады.
timeline-metric = Жылдар бойынша көру үшін көрсеткішті таңдаңыз
timeline-metric-off = Көрсеткішсіз
timeline-metric-working = Көрсеткіш жылдар бойынша есептелуде: { $percent } % дайын
timeline-metric-out-of-date = Деректер ескірген: содан бері сценарий не жорамалдар өзгертілді.
timeline-metric-failed = Есептеу мүмкін болмады. Сценарийді өзгертіңіз немесе көріністі қайта ашыңыз.
timeline-metric-year = { $year } жылдың соңына қарай: { $value } ({ $change }; қазір { $base })
timeline-metric-year-same = { $year } жылдың соңына қарай: { $value }, қазіргідей

## Шешім қашан салынады
schedule-title = Мерзімдер
schedule-from = Жобалаудың басталуы
schedule-builds = Жұмыстың басталуы
schedule-stage = { $stage }: { $begin } – { $end }
schedule-at-work = Іске қосылуы: { $month }
schedule-back = Әдеттегі айға қайтару

## Командалар
button-roadmap = Жол картасы
button-timeline = Жылдар
sheet-roadmap = Жол картасы
command-roadmap = Жобалардың жол картасы
command-roadmap-set = Жол картасындағы жобаны өзгерту
command-export-roadmap = Жол картасын файлға сақтау
command-timeline = Уақыт шкаласы
command-year = Жылды не айды көрсету
command-year-metric = Көрсеткішті уақыт шкаласының астында жылдар бойынша көрсету
command-play = Уақыт шкаласын іске қосу не тоқтату
command-schedule-from = Жобалаудың басталуын белгілеу
command-schedule-builds = Жұмыстың басталуын белгілеу
edit-schedule = мерзімді өзгерту
cli-command-roadmap = Жобаларды көрсеткіштерімен, мерзімдерімен және жылдық шығындарымен көрсетеді
cli-argument-roadmap-pdf = Баспаға арналған кесте етіп жазады (PDF)
cli-argument-roadmap-html = Бет етіп жазады (HTML)
assume-preparation-share = Күрделі шығынның жобалау мен келісуге кететін үлесі

## Қателер
error-not-a-month = «{ $text }» — ай емес. Жыл мен айды жазыңыз, мысалы 2027-03.
error-project-repeated = «{ $id }» жобасы бұрыннан бар. Мұнысына басқа қысқа атау беріңіз.
error-project-unknown = Жол картасында «{ $name }» жобасы жоқ. Бар жобалар: { $known }.
error-project-setting-odd = «{ $text }» жобада ештеңені өзгертпейді. Оның қысқа атауын, содан кейін deadline, owner, level не flagship, сосын мәнін жазыңыз.
error-roadmap-copied = Жол картаңыз { $file } файлына сақталды; бағдарламамен келгені өзгерген жоқ.
error-roadmap-computing = Модельдер жол картасының көрсеткіштерін әлі есептеп жатыр. Олар шыққан соң сақтаңыз.
error-roadmap-form-unknown = Жол картасын «{ $text }» түрінде сақтау мүмкін емес. csv, pdf не html таңдаңыз.
error-roadmap-written = Жол картасы { $file } файлына сақталды.
error-roadmap-missing = { $scene } көрінісінде жол картасы жоқ. Оның scene.ron файлының жанына roadmap.ron қойыңыз.
error-roadmap-solution-repeated = { $key }-шешім бір жобаға кіріп тұр, екіншісіне қосылса, екі рет төленер еді. Біреуінде ғана қалдырыңыз.
error-roadmap-solutions-without-scenario = Шешімдер көрсетілген, ал олар тұрған сценарий көрсетілмеген. Сценарийді жазыңыз не тізімді алып тастаңыз.
error-funding-not-whole = Қаржыландыру үлестерінің қосындысы — { $sum } %. Қосындысы 100, әрқайсысы 0 мен 100 аралығында болуы керек.
error-kpi-without-name = «{ $id }» жобасының бір көрсеткішінің атауы жоқ. metric не үш тілдегі name жазыңыз.
error-year-repeated = { NUMBER($year, useGrouping: "false") } жылғы сома екі рет жазылған. Біреуін қалдырыңыз.

## Өрістер
explain-placed-from = Жобалау басталатын ай, мысалы "2027-03"; көрсетілмесе — сценарий жылының қаңтары.
explain-placed-builds_from = Бәрі келісілсе де, жұмыс одан ерте басталмайтын ай; көрсетілмесе — келісуден кейін бірден.
explain-roadmap-version = Файл пішінінің нұсқасы: 1.
explain-roadmap-budget = Бюджет барлық жобаға бірге қанша бере алады, жылдар бойынша.
explain-roadmap-budget_basis = Бюджет сандары қайдан алынды.
explain-roadmap-projects = Жобалар, көрсетілетін ретімен.
explain-outlay-year = Жыл.
explain-outlay-sum = Қанша, теңгемен.
explain-project-id = Жол картасындағы қысқа атауы.
explain-project-name = Адамдар оны қалай атайды.
explain-project-scenario = Оны модельдейтін сценарий: шығыны мен көрсеткіштері содан алынады.
explain-project-solutions = Жобаға кіретін сценарий шешімдерінің кілттері; көрсетілмесе — бәрі.
explain-project-direction = Цифрлық стратегияның бағыты.
explain-project-sphere = Ақылды қала стандартының саласы.
explain-project-kpis = Нәтижесі бағаланатын көрсеткіштер.
explain-project-deadline = Соңына дейін аяқталуы тиіс ай, мысалы "2027-12".
explain-project-owner = Оған кім жауапты.
explain-project-level = Жұмыс тәртібінің өзін өзгерте ме, әлде қазіргі жұмысты жақсарта ма.
explain-project-flagship = Флагмандық жоба ма.
explain-project-funding = Кім қай бөлігін төлейді; көрсетілмесе, бәрін бюджет төлейді.
explain-project-costs = Құны шешімдерінен шықпаса, жылдар бойынша қанша тұрады.
explain-project-basis = Мерзімі мен шығыны қайдан алынды.
explain-kpi-metric = Оны модельдейтін көрсеткіш, атауы бойынша.
explain-kpi-name = Модельдер есептемесе, адамдар оны қалай атайды.
explain-kpi-unit = Модельдер есептемесе, өлшем бірлігі.
explain-kpi-baseline = Бастапқы мәні; көрсетілмесе — аймақтың қазіргі күйінің моделі бойынша.
explain-kpi-since = Бастапқы мәннің жылы.
explain-kpi-target = Жетуге тиіс мән.
explain-kpi-year = Соңына дейін жетуге тиіс жыл.
explain-kpi-basis = Бастапқы және мақсатты мәндер қайдан алынды.
explain-funding-payer = Кім төлейді.
explain-funding-share = Қай бөлігін, пайызбен; барлығы қосылып 100 болады.
