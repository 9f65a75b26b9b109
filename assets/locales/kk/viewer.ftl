# Терезе сөздері.

app-name = aimaq
app-title = aimaq — аймақтың цифрлық егізі

close = Жабу
sketch-mark = Нобай: шешім қабылдауға арналмаған

## Түймелер жолағы: бір сөзден
button-open-dialog = Ашу
button-import-dialog = Импорт
button-measure = Өлшеу
button-report = Есеп
button-settings = Баптаулар
button-help = Анықтама

## Командалар: command-<id>
command-home = Бастапқы қалып
command-north = Солтүстікке бұру
command-look-down = Тік жоғарыдан немесе қиғаш қарау
command-zoom-in = Жақындату
command-zoom-out = Алыстату
command-go-to = Координаталарға өту
command-look = Камераны орнату
command-bookmark-add = Бетбелгі қосу
command-bookmark-go = Бетбелгіге өту
command-bookmark-remove = Бетбелгіні жою
command-search = Атауы бойынша іздеу
command-find = Нөмірі бойынша нысанға өту
command-select = Нөмірі бойынша нысанды таңдау
command-correct = Мәнді түзету
command-clear = Жабу, таңдауды алып тастау
command-measure = Ұзындық пен ауданды өлшеу
command-open = Көріністі немесе файлды ашу
command-open-dialog = Ашу: көрініс, файл, бетбелгі
command-import-dialog = Деректерді импорттау
command-import = Файлдарды пакетке импорттау
command-browse = Қалтаны ашу немесе файлды таңдау
command-import-add = Импортқа файл қосу
command-import-remove = Импорттан файлды алып тастау
command-import-package = Жазылатын пакетті таңдау
command-import-layer = Кесте нені сипаттайтынын таңдау
command-import-column = Баған қай өріске жазылатынын таңдау
command-import-start = Импортты бастау
command-cancel = Тоқтату
command-picture = Суретті сақтау
command-layers = Қабаттар тізімін көрсету не жасыру
command-layer = Қабатты көрсету не жасыру
command-layer-opacity = Қабаттың айқындығы
command-time = Тәулік уақытын қою
command-date = Күнді қою
command-hour-later = Бір сағат кейін
command-hour-earlier = Бір сағат ерте
command-language = Тілді таңдау
command-next-language = Келесі тіл
command-theme = Ашық немесе күңгірт тақырып
command-quality = Жылдам немесе толық графика
command-text-larger = Мәтінді үлкейту
command-text-smaller = Мәтінді кішірейту
command-minimap = Шағын картаны көрсету не жасыру
command-report = Деректер сапасы туралы есеп
command-settings = Баптаулар
command-panels = Барлық панельді жасыру не көрсету
command-dismiss = Хабарды жабу
command-help = Анықтама
command-quit = Шығу

## Анықтама: тінтуір мен басып тұрған пернелер не істейді
help-moving = Қозғалу
help-commands = Пернелер
help-pan-keys = Сол түймемен сүйреу
help-pan = Картаны жылжыту
help-wheel-keys = Дөңгелек
help-wheel = Жақындату, алыстату
help-turn-keys = Оң не Ctrl+сол түйме
help-turn = Бұру, еңкейту
help-double-click-keys = Қос шерту
help-double-click = Сол жерге бару
help-click-keys = Шерту
help-click = Не екенін білу
help-arrows-keys = Көрсеткілер, WASD
help-arrows = Жылжу
help-qe-keys = Q, E
help-qe = Бұру
help-page-keys = PageUp, PageDown
help-page = Еңкейту
help-zx-keys = Z, X
help-zx = Жақындату, алыстату
help-shift-keys = Shift
help-shift = Жылдамырақ

## Тақырыптар
sheet-open = Ашу
sheet-import = Импорт
sheet-report = Деректер сапасы
sheet-settings = Баптаулар
sheet-help = Анықтама
panel-layers = Қабаттар

## Баптаулар
setting-language = Тіл
setting-theme = Тақырып
theme-system = Жүйедегідей
theme-light = Ашық
theme-dark = Күңгірт
setting-quality = Графика
quality-lite = Жылдам
quality-full = Толық
setting-text = Мәтін өлшемі

## Іздеу
search-in = Іздеу: { $place }
search-hint = атауы
search-nothing = Ештеңе табылмады

## Қабаттар
layer-switch = { $layer }: көрсету не жасыру
layer-more = Толығырақ
layer-count = { $count } нысан
layer-opacity = Айқындығы

## Нысан
fact-area = Ауданы
fact-length = Ұзындығы
fact-sources = Дереккөздер: { $sources }
correct = Түзету
correct-value = Дұрыс мәні
correct-source = Дереккөзі немесе кім хабарлады
correct-save = Сақтау
correct-cancel = Бас тарту

measure-hint = Нүкте қою үшін картаны шертіңіз

## Ашу
open-embedded = Кіріктірілген көріністер
open-recent = Соңғы ашылғандар
open-file = Файл
open-drop = Немесе файлды терезеге сүйреп апарыңыз
open-views = Бетбелгілер
own-view = Менің бетбелгім { $name }

## Импорт
browse-up = Жоғары
browse-home = Жеке қалта
browse-path = Қалтаның немесе файлдың жолы
browse-go = Өту
browse-empty = Мұнда бағдарлама оқи алатын ештеңе жоқ
taken-map = карта
taken-elevation = жер бедері
taken-timetables = қозғалыс кестелері (GTFS)
taken-districts = аудандар
taken-table = кесте
taken-unread = оқылып жатыр…
table-rows = Жолдар нені сипаттайды
table-left-out = алынбайды
import-none = Файлдар әлі таңдалмаған. Оларды төмендегі тізімнен таңдаңыз немесе терезеге сүйреп апарыңыз.
import-remove = Импорттан алып тастау
import-files = Бастапқы файлдар
import-kinds = OpenStreetMap (PBF, XML), жер бедері (HGT, GeoTIFF, ESRI ASCII), қозғалыс кестелері (GTFS), аудандар (GeoJSON), кестелер (CSV). Файл түрі мазмұны бойынша анықталады.
import-package = Жазылатын пакет
import-kept = Осы аттас бұрынғы пакеттегі қолмен жасалған түзетулер сақталады.
import-start = Импорттау

## Есеп
report-sketch = Бұл — нобай: нысандардың бір бөлігін бағдарлама жасаған. Шешім қабылдауға арналмаған.
report-layer = Қабат
report-kept = Сақталған нысандар
report-kept-of = { $found } ішінен { $kept }
report-observed = Дереккөзден алынған мәндер
report-findings = Деректерден не табылды
report-sources = Дереккөздер

## Күн мен сағат
day-earlier = Бір апта ерте
day-later = Бір апта кейін
sun-height = күн биіктігі { $degrees }°
button-layers = Қабаттар
