# Модельдегі жабық жиындардың мәндері: <жиын>-<мән>.

## Мәннің дереккөзі
origin-observed = Дереккөзден алынған
origin-inferred = Ереже бойынша анықталған
origin-modelled = Модельмен есептелген
origin-assumed = Шартты түрде қабылданған

## Ғимараттың қолданылуы
use-unknown = Белгісіз
use-house = Жеке тұрғын үй
use-apartments = Көппәтерлі үй
use-retail = Сауда
use-office = Кеңсе
use-industrial = Өнеркәсіп
use-storage = Қойма
use-education = Білім беру
use-health = Денсаулық сақтау
use-public = Қоғамдық ғимарат
use-religious = Діни ғимарат
use-transport = Көлік
use-farm = Ауыл шаруашылығы
use-garage = Гараж
use-outbuilding = Қосалқы құрылыс
use-greenhouse = Жылыжай
use-roof = Бастырма
use-lodging = Қонақүй
use-sport = Спорт

## Шатыр пішіні
roof-flat = Жазық
roof-gabled = Екі еңісті
roof-hipped = Төрт еңісті
roof-pyramidal = Пирамида тәрізді
roof-skillion = Бір еңісті
roof-dome = Күмбез

## Ғимараттың бөліктері
part-whole = Жеке ғимарат
part-outline = Бөліктерден құралған ғимараттың сұлбасы
part-part = Ғимараттың бөлігі

## Көшенің санаты
street-other = Басқа
street-motorway = Автомагистраль
street-motorway-link = Автомагистральдің түйіспе жолы
street-trunk = Жүрдек жол
street-trunk-link = Жүрдек жолдың түйіспе жолы
street-primary = Басты жол
street-primary-link = Басты жолдың түйіспе жолы
street-secondary = Аудандық маңызы бар жол
street-secondary-link = Аудандық жолдың түйіспе жолы
street-tertiary = Жергілікті жол
street-tertiary-link = Жергілікті жолдың түйіспе жолы
street-unclassified = Қосалқы жол
street-residential = Тұрғын аудан көшесі
street-living-street = Аула ішіндегі көше
street-service = Кіреберіс жол
street-pedestrian = Жаяу жүргінші көшесі
street-track = Дала немесе орман жолы
street-busway = Автобус жолы
street-footway = Жаяу жол
street-cycleway = Велосипед жолы
street-path = Соқпақ
street-bridleway = Салт аттылар жолы
street-steps = Баспалдақ
street-proposed = Жоспарланған
street-construction = Салынып жатыр

## Қозғалыс бағыты
direction-both = Екі бағытта
direction-forward = Тек тура бағытта
direction-backward = Тек кері бағытта

## Жол төсемі
surface-unknown = Белгісіз
surface-asphalt = Асфальт
surface-concrete = Бетон
surface-paved = Төсем тас
surface-cobbles = Жұмыр тас
surface-gravel = Қиыршық тас
surface-earth = Топырақ

## Теміржол
railway-rail = Теміржол
railway-tram = Трамвай жолы
railway-light-rail = Жеңіл рельсті жол
railway-subway = Метро
railway-narrow-gauge = Тар табанды теміржол
railway-disused = Пайдаланылмайды
railway-other = Басқа рельсті жол

## Су нысаны
water-lake = Көл
water-pond = Тоған
water-reservoir = Су қоймасы
water-river = Өзен
water-stream = Жылға
water-canal = Канал
water-ditch = Арық
water-basin = Су жинағыш тоған
water-pool = Бассейн, субұрқақ
water-sea = Теңіз

## Жер жамылғысы
cover-grass = Көгал
cover-meadow = Шалғын, жайылым
cover-steppe = Дала
cover-farmland = Егістік
cover-farmyard = Шаруашылық ауласы
cover-orchard = Жеміс бағы
cover-forest = Орман
cover-scrub = Бұта
cover-park = Саябақ
cover-garden = Бақ
cover-allotments = Саяжайлар
cover-cemetery = Зират
cover-sport = Спорт алаңы
cover-residential = Тұрғын аумақ
cover-retail = Сауда аумағы
cover-commercial = Іскерлік аумақ
cover-industrial = Өнеркәсіп аумағы
cover-institution = Мекеме аумағы
cover-railway = Теміржол аумағы
cover-airport = Әуежай
cover-runway = Ұшу-қону жолағы
cover-parking = Автотұрақ
cover-square = Алаң
cover-military = Әскери аумақ
cover-construction = Құрылыс алаңы
cover-quarry = Карьер, үйінді
cover-sand = Құм
cover-rock = Жартас, жалаңаш жер
cover-ice = Мұздық
cover-wetland = Батпақ, қамыс

## Ағаш
tree-broadleaved = Жапырақты
tree-needleleaved = Қылқан жапырақты

## Елді мекен
place-locality = Жер атауы
place-city = Қала
place-town = Шағын қала
place-village = Ауыл
place-hamlet = Шағын ауыл
place-suburb = Қала бөлігі
place-quarter = Шағын аудан
place-farm = Қыстау
place-island = Арал

## Мекемелер мен қызметтер
amenity-other = Басқа
amenity-school = Мектеп
amenity-kindergarten = Балабақша
amenity-arts-school = Өнер, музыка немесе спорт мектебі
amenity-college = Колледж
amenity-university = Университет
amenity-hospital = Аурухана
amenity-polyclinic = Емхана
amenity-clinic = Дәрігерлік амбулатория
amenity-medical-point = Медициналық пункт
amenity-ambulance-station = Жедел жәрдем станциясы
amenity-pharmacy = Дәріхана
amenity-dentist = Стоматология
amenity-shop = Дүкен
amenity-supermarket = Супермаркет
amenity-mall = Сауда орталығы
amenity-market = Базар
amenity-food = Кафе, мейрамхана
amenity-bank = Банк, банкомат
amenity-post = Пошта
amenity-administration = Әкімдік, халыққа қызмет көрсету
amenity-library = Кітапхана
amenity-culture = Театр, кинотеатр, мәдениет үйі
amenity-museum = Мұражай, ескерткіш
amenity-worship = Ғибадат орны
amenity-sport = Спорт нысаны
amenity-playground = Балалар алаңы
amenity-park = Саябақ
amenity-police = Полиция
amenity-fire-station = Өрт сөндіру бөлімі
amenity-fuel = Жанармай құю бекеті
amenity-parking = Автотұрақ
amenity-bus-station = Автовокзал
amenity-railway-station = Теміржол вокзалы
amenity-airport = Әуежай
amenity-lodging = Қонақүй
amenity-it-hub = IT-хаб
amenity-street-furniture = Абаттандыру элементі

## Аумақ
boundary-other = Басқа аумақ
boundary-country = Мемлекет
boundary-region = Облыс
boundary-district = Аудан
boundary-municipality = Ауылдық округ
boundary-city-part = Қала ауданы

## Қоғамдық көлік
transit-bus = Автобус
transit-trolleybus = Троллейбус
transit-tram = Трамвай
transit-train = Пойыз
transit-subway = Метро
transit-ferry = Паром

## Байланыс
radio-unknown = Белгісіз
radio-2g = 2G
radio-3g = 3G
radio-4g = 4G
radio-5g = 5G
radio-broadcast = Радио және теледидар
cable-fibre = Талшықты-оптикалық кабель
cable-power-line = Электр желісі
cable-pipeline = Құбыр желісі

## Деректерден табылғандар
finding-missing-nodes = { $count } сызықтың кейбір нүктелері файлда жоқ (көбіне үзіндінің шетінде); қалғаны сақталды
finding-missing-members = { $count } қатынастың кейбір мүшелері файлда жоқ; қалғаны сақталды
finding-too-few-points = { $count } нысанның нүктелері тым аз; алынып тасталды
finding-coordinates-out-of-range = { $count } координата жер шарынан тыс; алынып тасталды
finding-far-outliers = { $count } нысан қалғандарынан өте алыс жатыр; сақталды, бірақ көрініс шегіне кірмейді
finding-open-rings = { $count } аумақтың шекарасы тұйықталмаған еді; тұйықталды
finding-self-crossing = { $count } аумақтың шекарасы өзін-өзі қиып өткен еді; түзетілді
finding-broken-multipolygons = { $count } мультиполигонның сызықтары сақина құрамайды; құруға болатын сақиналар сақталды
finding-duplicate-ids = { $count } нөмір қайталанады; соңғысы алынды
finding-odd-values = { $count } атрибут мәні оқылмады; ескерілмеді
finding-heights-inferred = { $count } ғимараттың биіктігі көрсетілмеген; ереже бойынша анықталды
finding-levels-inferred = { $count } ғимараттың қабат саны көрсетілмеген; ереже бойынша анықталды
finding-uses-inferred = { $count } ғимараттың қолданылуы көрсетілмеген; ереже бойынша анықталды
finding-roofs-inferred = { $count } ғимараттың шатыр пішіні көрсетілмеген; ереже бойынша анықталды
finding-lanes-inferred = { $count } көшенің жолақ саны көрсетілмеген; санаты бойынша анықталды
finding-speeds-inferred = { $count } көшенің жылдамдық шегі көрсетілмеген; санаты бойынша анықталды
finding-disconnected-network = Көше желісінің { $count } бөлігі негізгі желімен байланыспаған
finding-elevation-voids = { $count } нүктенің биіктігі белгісіз болды; көрші нүктелер бойынша толтырылды
finding-no-elevation = { $count } орында жер бедері белгісіз; жазық деп алынды
finding-elevation-saturated = { $count } нүктенің биіктігі пішімнің ең үлкен мәніне жеткен; шын биіктігі одан жоғары болуы мүмкін
finding-elevation-without-crs = { $count } жер бедері файлында координаталар жүйесі көрсетілмеген; қамтуы бойынша анықталды
finding-bad-rows = Кестенің { $count } жолы оқылмады; ескерілмеді
finding-unmatched-rows = Кестенің { $count } жолына сәйкес нысан табылмады; жаңа нысан ретінде қосылды
finding-population-unknown = { $count } елді мекеннің халық саны белгісіз
finding-generated = { $count } нысан нобай бойынша жасалған; нақты дерек емес
finding-capacities-estimated = { $count } мекеменің сыйымдылығы шамамен бағаланды
finding-corrections-kept = Қолмен жасалған { $count } түзету қайта қолданылды
finding-corrections-orphaned = Қолмен жасалған { $count } түзетудің нысаны енді жоқ; сақталды, бірақ әсер етпейді
finding-broken-blocks = { $count } дерек блогы оқылмады; өткізіп жіберілді

## Не істелді
treatment-noted = Белгіленді
treatment-repaired = Түзетілді
treatment-dropped = Алынып тасталды
treatment-guessed = Шамамен толтырылды

## Деректер сапасының бағасы
grade-ungraded = Бағаланбаған
grade-a = A — дереккөздерден алынған толыққа жуық деректер
grade-b = B — жақсы
grade-c = C — абайлап қолдануға болады
grade-d = D — көп бөлігі шамамен алынған
grade-e = E — тек көрнекілік үшін

## Аймақ деректерінің мәртебесі
standing-mapped = Карта деректері бойынша
standing-sketch = Нобай
