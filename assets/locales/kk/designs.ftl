# Үлгілер мен нормалардың сөздері: тізімдер, пішіндер және өрістердің түсіндірмелері.

kind-facility = Нысан
kind-quarter = Орам
kind-street = Көше
kind-line = Маршрут
kind-service = Қызмет тәртібі
kind-mast = Мұнара
kind-cable = Кабель
kind-levee = Бөгет
kind-basin = Су жинағыш тоған
kind-planting = Көгалдандыру
kind-field = Алаң
kind-upgrade = Жаңғырту

strategy-public-services = Цифрлық мемлекеттік қызметтер
strategy-health = Денсаулық сақтау
strategy-education = Білім беру және еңбек нарығы
strategy-economy = Цифрлық экономика
strategy-data = Деректер
strategy-cybersecurity = Киберқауіпсіздік
strategy-robotics = Робототехника
strategy-infrastructure = Цифрлық инфрақұрылым
strategy-regulation = Реттеу
strategy-startups = Стартап-экожүйе

sphere-management = Қаланы басқару
sphere-safety = Қауіпсіздік
sphere-transport = Көлік және логистика
sphere-social = Әлеуметтік сала
sphere-ecology = Экология
sphere-utilities = Тұрғын үй-коммуналдық шаруашылық
sphere-business = Экономика және бизнес
sphere-infrastructure = Инфрақұрылым

stage-design = Жобалау
stage-approval = Келісу
stage-construction = Құрылыс
stage-equipment = Жабдықтау
stage-launch = Іске қосу

resource-power = Электр қуаты
resource-heat = Жылу
resource-water = Ауыз су
resource-sewage = Кәріз
resource-internet = Интернет
resource-road = Көлік жолы
resource-staff = Қызметкерлер
resource-school-places = Мектептегі орын
resource-kindergarten-places = Балабақшадағы орын
resource-visits = Дәрігер қабылдауы
resource-calls = Жедел жәрдем шақыртулары
resource-services = Мемлекеттік қызметтер
resource-learners = Оқып шыққандар
resource-homes = Тұрғынжайлар
resource-jobs = Жұмыс орындары
resource-startups = Стартаптар
resource-parcels = Сәлемдемелер
resource-storage = Деректер қоймасы
resource-watched = Бақыланатын орындар
resource-protected = Қорғалған адамдар
resource-coverage = Мобильді интернетпен қамтылғандар
resource-passengers = Жолаушылар
resource-vehicles = Көлік өткізу қабілеті
resource-green = Жасыл аумақ
resource-retention = Тоқтатылған су
resource-energy = Энергия

unit-count = дана
unit-cubic-metres = м³
unit-cubic-metres-per-day = м³/тәулік
unit-kilowatts = кВт
unit-kilowatt-hours-per-year = кВт·сағ/жыл
unit-megabits = Мбит/с
unit-terabytes = ТБ
unit-per-day = күніне
unit-per-year = жылына
unit-per-hour = сағатына
unit-months = ай
unit-storeys = қабат
unit-percent = %
unit-homes-per-hectare = үй/га
unit-decibels = дБА
unit-microwatts-per-square-centimetre = мкВт/см²

territory-population = Елді мекен тұрғындары
territory-population-near = 1,5 км айналадағы тұрғындар
territory-density = Тұрғындар тығыздығы
territory-is-city = Қала ма
territory-is-village = Ауыл ма
territory-pupils-per-1000 = 1000 адамға оқушы
territory-children-per-1000 = 1000 адамға балабақша жасындағы бала
territory-distance-to-centre = Аудан орталығына дейін, км
territory-distance-to-hospital = Ауруханаға дейін, км
territory-distance-to-fibre = Оптикалық желіге дейін, км
territory-internet = Елді мекендегі интернет
territory-january = Қаңтардың орташа температурасы, °C
territory-slope = Жердің еңістігі
territory-length = Сызылған ұзындық
territory-area = Сызылған аудан

norm-status-memory = есте қалғаны бойынша, тексерілмеген
norm-status-analogue = ұқсас құжат, тексерілмеген
norm-status-secondary = баспасөз бойынша, тексерілмеген
norm-status-verified = тексерілген

measure-service-distance = тұрғын үй мен мекеменің түзу сызықтағы арақашықтығы
measure-stop-distance = аялдамаға дейінгі түзу сызықтағы қашықтық
measure-drive-time = 60 км/сағ жылдамдықпен жүру, жол түзу сызықтан үштен бірге ұзын
measure-residents-served = ең жақыны осы болатын тұрғындар
measure-learners-served = ең жақыны осы болатын оқушылар
measure-places-per-thousand = елді мекендегі 1000 тұрғынға шаққандағы орын
measure-green-per-resident = елді мекендегі бір тұрғынға шаққандағы жасыл аумақ
measure-load = тұрғындар қажеттілігінің бар мүмкіндікке пайызы
measure-site-per-place = бір орынға шаққандағы учаске
measure-green-share = учаскенің көгалданған пайызы
measure-parking-per-home = бір пәтерге шаққандағы тұрақ орны
measure-home-distance = ең жақын тұрғын үйге дейінгі қашықтық
measure-power-line-distance = ең жақын әуе желісіне дейінгі қашықтық
measure-pipe-distance = ең жақын құбырға дейінгі қашықтық
measure-power-cable-distance = ең жақын күш кабеліне дейінгі қашықтық
measure-sun-hours = 22 наурызда оның ең қараңғы пәтеріндегі немесе аумағындағы ең ұзақ үздіксіз инсоляция
measure-sun-left = 22 наурызда онсыз күн сәулесі жететін, бірақ көлеңкесі түсетін пәтерлер мен алаңдардың ең қараңғысындағы ең ұзақ үздіксіз инсоляция
measure-noise = шу
measure-radio-field = барлық антеннаның өрісі

norm-side-at-most = ең көбі
norm-side-at-least = кемінде

drawn-point = Нүкте
drawn-line = Сызық
drawn-area = Аумақ
drawn-existing = Орнында тұрған нысан

form-nothing = тек атауы
form-number = сан
form-whole = нөлден кіші емес бүтін сан
form-truth = true немесе false
form-text = тырнақшаға алынған мәтін
form-words = үш тілдегі мәтін: (kk: "…", ru: "…", en: "…")
form-formula = формула немесе сан
form-choice = атаулардың бірі
form-list = тік жақшадағы тізім
form-map = ирек жақшадағы мәндер, әрқайсысының алдында тырнақшадағы атауы: "places": 300
form-pair = жақшадағы екі мән
form-place = бойлық пен ендік, градуспен: (63.62, 53.21)
form-record = жақшадағы өрістер
form-variants = атаулардың бірі және жақшадағы мәні

# Сөйлем ішіндегі пішін.
form-in-sentence = { $form ->
    [nothing] тек атауы, жақшасыз
    [number] сан
    [whole] нөлден кіші емес бүтін сан
    [truth] true немесе false
    [text] тырнақшаға алынған мәтін
    [words] үш тілдегі мәтін: (kk: "…", ru: "…", en: "…")
    [formula] формула немесе сан
    [choice] атаулардың бірі
    [list] тік жақшадағы тізім
    [map] ирек жақшадағы мәндер, әрқайсысының алдында тырнақшадағы атауы: "places": 300
    [pair] жақшадағы екі мән
    [place] бойлық пен ендік, градуспен: (63.62, 53.21)
    [variants] атаулардың бірі және жақшадағы мәні
   *[record] жақшадағы өрістер
}

explain-template-version = Файл пішінінің нұсқасы: 1.
explain-template-id = Қысқа атауы; файл да солай аталады.
explain-template-kind = Қандай шешім: картада қалай сызылады және нені өзгертеді.
explain-template-name = Адамдар қалай атайды.
explain-template-summary = Не үшін керек, бір сөйлеммен.
explain-template-direction = Стратегияның он бағытының бірі; тек физикалық шешімде болмайды.
explain-template-sphere = Ақылды қалалар стандартының сегіз саласының бірі.
explain-template-parameters = Нені өзгертуге болады.
explain-template-adapt = Параметрлер аумаққа қалай бейімделеді. Шарты орындалған бірінші ереже параметрді орнатады.
explain-template-needs = Айналасынан не алады.
explain-template-provides = Айналасына не береді.
explain-template-cost = Қанша тұрады.
explain-template-phases = Әр кезең қанша уақыт алады.
explain-template-shapes = Орнында не тұрады.
explain-template-norms = Орындалуы тиіс нормалардың атаулары.
explain-parameter-id = Формулалардағы қысқа атауы.
explain-parameter-name = Адамдар қалай атайды.
explain-parameter-note = Оны қоярда тағы нені білу керек.
explain-parameter-unit = Немен өлшенеді.
explain-parameter-default = Ереже басқасын қоймағандағы мәні.
explain-parameter-least = Қоюға болатын ең кіші мән.
explain-parameter-most = Қоюға болатын ең үлкен мән.
explain-parameter-step = Ең аз өзгеріс.
explain-rule-set = Қай параметр орнатылады.
explain-rule-to = Параметрдің мәні.
explain-rule-when = Ереже қайда орындалады: нәтиже нөл болмаса.
explain-rule-why = Неге солай, сөзбен; жақшадағы атаудың орнына мәні қойылады.
explain-flow-what = Нені.
explain-flow-amount = Қанша, ресурстың өлшем бірлігімен.
explain-cost-capital = Бір рет қанша тұрады.
explain-cost-yearly = Жыл сайын қанша тұрады; нөлден төмені — үнем.
explain-cost-year = Баға қай жылдікі.
explain-phase-stage = Қай кезең.
explain-phase-months = Қанша ай.
explain-block-usage = Ғимарат не үшін қолданылады.
explain-block-length = Көше бойындағы ұзындығы, м.
explain-block-width = Көшеден әрі қарай ені, м.
explain-block-storeys = Қабат саны.
explain-block-right = Шешім ортасынан оңға, м.
explain-block-behind = Шешім ортасынан артқа, м.
explain-block-roof = Шатыр түрі.
explain-mast-shape-height = Биіктігі, м.
explain-ground-cover = Жерді не жауып жатыр.
explain-ground-length = Көше бойындағы ұзындығы, м.
explain-ground-width = Көшеден әрі қарай ені, м.
explain-ribbon-width = Ені, м.
explain-ribbon-height = Жерден биіктігі, м.
explain-rows-spacing = Қатарлар арасы, м.
explain-rows-height = Қатарлардың биіктігі, м.
explain-trees-spacing = Ағаштар арасы, м.
explain-trees-height = Ағаштардың биіктігі, м.
explain-template-values = Формулаларда қайталамау үшін атау берілген мәндер.
explain-value-id = Формулалардағы қысқа атауы.
explain-value-is = Мәннің өзі.
explain-parameter-options = Мәндердің әрқайсысы бір нәрсені білдірсе, олар қалай аталады.
explain-option-value = Параметрдің мәні.
explain-option-name = Адамдар қалай атайды.
explain-flow-basis = Сан қайдан алынған; жазылмаса — жоспарлау коэффициенті.
explain-sum-amount = Қанша, теңге.
explain-sum-basis = Сан қайдан алынған.
explain-norms-version = Файл пішінінің нұсқасы: 1.
explain-norms-norms = Нормалар тізімі.
explain-norm-id = Қысқа атауы; үлгілер норманы сол арқылы атайды.
explain-norm-name = Нені талап етеді.
explain-norm-measure = Нормамен салыстыру үшін шешімнің несі өлшенеді.
explain-norm-of = Өлшем мекемеге қатысты болса, қандай мекемелер.
explain-norm-when = Норма қай жерде қолданылады: нәтиже нөлге тең емес. Аумақты және шешімнің параметрлерін атауға болады.
explain-norm-side = Мәннің қай жағында орындалады.
explain-norm-value = Мәні.
explain-norm-unit = Немен өлшенеді.
explain-norm-document = Құжат және оның тармағы.
explain-norm-status = Нормаға қаншалықты сенуге болады.
explain-scene-version = Файл пішінінің нұсқасы: 1.
explain-scene-id = Көріністің қысқа атауы; бағдарламаның өз көріністері сол арқылы ашылады.
explain-scene-name = Адамдар бұл жерді қалай атайды.
explain-scene-timezone = Азаматтық уақыт: IANA тізіміндегі атауы, мысалы Asia/Qostanay.
explain-scene-origin = Аймақ жазықтығының жер шарына тиетін жері, ортасы болғаны дұрыс; көрсетілмесе, деректердің ортасы алынады.
explain-scene-sources = Деректер қайдан, қандай лицензиямен және қандай авторлық жазбамен алынған.
explain-scene-data = Аймақ неден құралады: нобай, пакет немесе импортталатын дереккөздер. Жолдар көрініс файлынан есептеледі.
explain-scene-view = Камераның бастапқы қалпы; көрсетілмесе, бүкіл аумақ көрінеді.
explain-scene-bookmarks = Бетбелгілер: камераның қайта оралуға тұрарлық қалыптары.
explain-source-name = Деректер жиынының немесе файлдың атауы.
explain-source-licence = Деректердің лицензиясы: SPDX белгісі немесе қысқа атауы.
explain-source-credit = Деректер көрсетілген жердің бәрінде тұруы тиіс жол; талап етілмесе, бос.
explain-source-date = Қай мерзімге: ISO күні немесе жыл.
explain-import-osm = OpenStreetMap үзінділері, PBF немесе XML.
explain-import-dem = Жер бедерінің файлдары.
explain-import-gtfs = Қозғалыс кестелері: zip мұрағатындағы GTFS.
explain-import-districts = Аудандар, GeoJSON пішімінде.
explain-import-tables = Өз кестелеріңіз, CSV немесе GeoJSON, әрқайсысы өз сәйкестігімен.
explain-table-file = Кестенің файлы.
explain-table-mapping = Қай баған нені білдіреді.
explain-mapping-layer = Кесте сипаттайтын қабат, мысалы amenities, places немесе buildings.
explain-mapping-constants = Барлық жолға ортақ нәрсе: өріс пен мәннің жұптары, мысалы ("kind", "school").
explain-mapping-columns = Баған мен өрістің жұптары. Өріс — қабаттың атрибуты немесе id, name, name_kk, name_ru, name_en, lon, lat.
explain-mapping-reach = Бар нысан сол нысан болып саналуы үшін жолдың координаттарынан қанша алыс болуы мүмкін, метрмен.
explain-mapping-source = Кестенің не екені, дереккөздер тізімі үшін.
explain-mapping-date = Кесте қай мерзімге жасалған: ISO күні немесе жыл.
explain-view-look_at = Камера қарап тұрған жер.
explain-view-distance = Камерадан сол жерге дейінгі қашықтық, метрмен.
explain-view-heading = Қараудың компас бойынша бағыты, солтүстіктен сағат тілімен, градуспен.
explain-view-tilt = Көкжиектен төмен бұрыш, градуспен: 90 тік төмен қарайды.
explain-bookmark-id = Қысқа атауы, --camera және сценарийлер үшін.
explain-bookmark-name = Адамдар бұл бетбелгіні қалай атайды.
explain-bookmark-view = Камераның қалпы.
explain-template-drawn = Картада не сызылады, егер түріне тән нәрсе болмаса.
explain-template-effects = Не ашылады және орнында тұрған нәрседе не өзгереді.
explain-mast-shape-count = Нешеу; сызылған аумаққа біркелкі орналасады.
explain-mast-shape-right = Шешім ортасынан оңға, м.
explain-mast-shape-behind = Шешім ортасынан артқа, м.
explain-ground-right = Шешім ортасынан оңға, м.
explain-ground-behind = Шешім ортасынан артқа, м.
explain-water-shape-kind = Қандай су.
explain-water-shape-bank = Аумақ шетінен суға дейін, м.
explain-water-shape-depth = Жерден түбіне дейінгі тереңдігі, м; белгісіз болса нөл.
explain-ribbon-breach = Тасқын шыңында бөгеттің неше метрі бұзылады, тасқын моделінде кемінде бір ұяшық; нөл болса, бөгет шыдайды.
explain-ribbon-right = Жүргізілген сызықтан оңға, м.
explain-ribbon-way = Қандай көше; көше болмаса жазылмайды.
explain-ribbon-carries = Кабель не құбыр ретінде нені жеткізеді.
explain-way-class = Көшенің маңызы.
explain-way-lanes = Көлікке арналған жолақ саны.
explain-way-speed = Жылдамдық шегі, км/сағ.
explain-stops-spacing = Аялдамалар арасы, ең көбі, м.
explain-stops-mode = Мұнда не тоқтайды.
explain-rows-width = Қатардың тереңдігі, м.
explain-trees-rows = Сызық бойындағы қатар саны.
explain-trees-apart = Сызық бойындағы қатарлар арасы, м.
explain-institution-kind = Қандай мекеме ашылады.
explain-institution-capacity = Бір ауысымдағы орын саны.
explain-institution-enrolled = Оқушылар, балалар немесе тіркелген науқастар.

text-suggestion = «{ $name }» деп жазғыңыз келді ме?
cli-explain-solutions = Шешімдер:
cli-explain-records = Жазбалар мен олардың өрістері:
cli-explain-required = міндетті
cli-explain-optional = міндетті емес
cli-explain-example = Мысалы:
cli-explain-values = Мәндері:

# Кітапхана.
fit-default = { $value }: әдеттегі мән
fit-by-hand = { $value }: қолмен қойылған
fit-kept = { $value }: { $why }
fit-changed = { $before } → { $value }: { $why }
basis-source = Дереккөз: { $source }
basis-estimate = Бағалау: { $reason }
basis-planning = Бағалау: жоспарлау коэффициенті
basis-of = { $names } — { $basis }
library-once = Біржолғы
library-saved = Жыл сайынғы үнем
page-values = Атауы бар мәндер
norm-in-words = { $name }: { $side } { $value } ({ $document }; { $status })
unit-tenge = ₸
unit-million-tenge = млн ₸
button-library = Кітапхана
command-library = Шешімдер кітапханасы
command-solution = Шешімді таңдау
sheet-library = Шешімдер кітапханасы
library-search = Шешімді іздеу
library-all = Барлық салалар
library-nothing = Ештеңе табылмады. Саланы немесе сөзді өзгертіңіз.
library-here = Осы жерде: { $place }
library-surveying = Аумақ зерттелуде…
library-parameters = Параметрлер
library-needs = Қажет
library-provides = Береді
library-cost = Құны
library-capital = Біржолғы, { $year } жылғы баға
library-yearly = Жыл сайын
library-duration = Мерзімі
library-norms = Нормалар
library-choose = Шешімді таңдаңыз: ол экранның ортасындағы жерге бейімделеді.
library-undefined = Бұл жер үшін есептеуге болмайды: ережесінде мән жоқ. Үлгіні тексеріңіз.
library-back = Барлық шешімдер
