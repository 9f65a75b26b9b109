# Қателер мен ескертулер: error-<код>. Не болды, қай жерде, не істеу керек.

error-browse-without-sheet = Қалталар «Ашу» және «Импорт» терезелерінде қаралады. Соның бірін ашыңыз.
error-cancelled = Жұмыс тоқтатылды; ештеңе жазылған жоқ.
error-correction-feature-unknown = { $layer } қабатында { $feature } нысаны жоқ, сондықтан ештеңе түзетілмеді. Нысанды қайта таңдаңыз.
error-correction-field-unknown = { $layer } қабатында { $field } атрибуты жоқ, сондықтан ештеңе түзетілмеді. Басқа атрибутты таңдаңыз.
error-correction-layer-unknown = { $layer } деген қабат жоқ, сондықтан ештеңе түзетілмеді. Қабат атауын тексеріңіз.
error-correction-value-odd = «{ $value }» мәні { $field } атрибутына жарамайды. Сан немесе тізіміндегі мәнді енгізіңіз, мысалы apartments.
error-cost-below-zero = «{ $name }» құны нөлден төмен. Формуланы түзетіңіз.
error-dem-archive-broken = { $file } мұрағаты бүлінген. Оны қайта жүктеп алыңыз.
error-dem-archive-empty = { $file } мұрағатында жер бедері файлы жоқ. HGT, GeoTIFF немесе ESRI ASCII керек; басқа мұрағат таңдаңыз.
error-dem-archive-too-large = { $file } мұрағатындағы деректер { $megabytes } МБ-тан асады. Оны ашып, файлдарды бөлек-бөлек көрсетіңіз.
error-dem-asc-header = { $file } жер бедері файлының басында { $field } мәні жоқ немесе қате. Осы жерді түзетіңіз.
error-dem-crs-missing = { $file } жер бедері файлында координаталар жүйесі көрсетілмеген, оны қамтуы бойынша да анықтау мүмкін емес. Файлды координаталар жүйесі бар GeoTIFF ретінде сақтаңыз.
error-dem-crs-unknown = { $file } файлындағы { $epsg } координаталар жүйесі белгісіз. Файлды WGS 84 (EPSG:4326) жүйесіне түрлендіріңіз.
error-dem-cut-short = { $file } файлы толық емес: { $columns } × { $rows } нүкте болуы керек, бірақ файл ерте үзіледі. Оны қайта жүктеп алыңыз.
error-dem-hgt-name = { $file } деген HGT файлының атауынан қай жерге тиесілі екені белгісіз. Атауын N53E063.hgt үлгісімен өзгертіңіз.
error-dem-hgt-size = { $file } деген HGT файлының көлемі — { $bytes } байт, бұл пішімде ондай көлем болмайды. Оны қайта жүктеп алыңыз.
error-dem-no-samples = { $file } файлында бірде-бір биіктік жоқ. Басқа файл таңдаңыз.
error-dem-outside = { $file } жер бедері файлы жер шарынан тыс жатыр. Координаталар жүйесін тексеріңіз.
error-dem-tiff-broken = { $file } деген TIFF файлы оқылмады ({ $reason }). Оны қайта жүктеп алыңыз.
error-dem-tiff-no-place = { $file } деген TIFF файлында оның қай жерге тиесілі екені көрсетілмеген. Координаталары бар GeoTIFF таңдаңыз.
error-dem-tiff-picture = { $file } деген TIFF файлы — түрлі түсті сурет, жер бедері емес. Биіктіктері бар GeoTIFF таңдаңыз.
error-dem-tiff-unsupported = TIFF файлының мұндай түрі оқылмайды: { $file } ({ $reason }). Оны кәдімгі GeoTIFF ретінде сақтаңыз, мысалы gdal_translate арқылы.
error-dem-too-large = { $file } файлы тым үлкен: { $columns } × { $rows } нүкте, ал барлығы { $most } нүктеден аспауы керек. Қажетті аумақты қиып алыңыз.
error-dem-unknown-format = { $file } файлының пішімі танылмады. Жер бедері HGT, GeoTIFF немесе ESRI ASCII пішімінде болуы керек.
error-explain-unknown = «{ $name }» деген өріс те, жазба да жоқ. Бар жазбалар: { $known }.
error-file-empty = { $file } файлы бос. Оны қайта жүктеп алыңыз.
error-file-missing = { $file } файлы табылмады. Файлдың жолын тексеріңіз.
error-file-unknown = { $file } қандай файл екені белгісіз. Көріністі (scene.ron), пакетті (.gpkg), жиналған көріністі (.zip) немесе OpenStreetMap картасын (PBF, XML) таңдаңыз.
error-file-unreadable = { $file } файлын оқу мүмкін болмады ({ $reason }). Қол жеткізу құқығын тексеріңіз.
error-file-unwritable = { $file } файлын жазу мүмкін болмады ({ $reason }). Қол жеткізу құқығын және дискідегі бос орынды тексеріңіз.
error-folder-gone = { $folder } қалтасы жоқ. Басқасын таңдаңыз.
error-folder-missing = { $file } файлын жазу мүмкін емес: мұндай қалта жоқ. Оны жасаңыз немесе басқасын таңдаңыз.
error-folder-unreadable = { $folder } қалтасын ашу мүмкін болмады ({ $reason }). Қол жеткізу құқығын тексеріңіз немесе басқасын таңдаңыз.
error-formula-arguments = «{ $name }» функциясына { $wanted } аргумент керек, ал { $found } жазылған. Түзетіңіз.
error-formula-circle = «{ $name }» өзіне тәуелді. Ережелер мен мәндерді тізбек тұйықталмайтындай етіп өзгертіңіз.
error-formula-deep = Формуладағы жақшалар { $most } деңгейден терең. Оны қысқартыңыз.
error-formula-division = «{ $formula }» формуласында нөлге бөлу бар. Бөлгіш нөл болмайтындай етіңіз, мысалы max(1, …).
error-formula-ends = «{ $formula }» формуласы аяқталмаған. Оны толықтырыңыз.
error-formula-function-unknown = «{ $name }» функциясы жоқ. Бар функциялар: { $known }.
error-formula-name-unknown = «{ $name }» — параметр да, аумақ дерегі де емес. Бар атаулар: { $known }.
error-formula-overflow = «{ $formula }» формуласының мәні жоқ: тым үлкен немесе сан емес. Оны түзетіңіз.
error-formula-stray = Формулада «{ $sign }» таңбасы мұнда артық. Формуланы түзетіңіз.
error-formula-too-long = Формула { $most } таңбадан ұзын. Оны қысқартыңыз.
error-geojson-broken = { $file } файлының { NUMBER($line, useGrouping: "false") }-жолында, { NUMBER($column, useGrouping: "false") }-бағанында JSON қатесі бар. Осы жерді түзетіңіз немесе файлды қайта жүктеп алыңыз.
error-geojson-crs = { $file } файлындағы { $crs } координаталар жүйесі GeoJSON пішімінде қолданылмайды. Файлды WGS 84 (бойлық, ендік) жүйесіне түрлендіріңіз.
error-geojson-no-areas = { $file } файлында аумақтар жоқ. Полигондары бар GeoJSON таңдаңыз.
error-geojson-not = { $file } файлы — JSON, бірақ GeoJSON емес. Басқа файл таңдаңыз.
error-id-odd = «{ $id }» атауы жарамсыз. Латынның кіші әріптерін, цифрларды, «-» немесе «_» қолданыңыз.
error-id-repeated = «{ $id }» атауы бұрын қолданылған. Басқасын таңдаңыз.
error-import-choice-odd = «{ $text }» осы импорттағы файлды, бағанды не өрісті білдірмейді. Оларды «Импорт» терезесінде таңдаңыз.
error-import-empty = Импорттайтын ештеңе жоқ. Карта, жер бедері немесе аумақ шекарасын көрсетіңіз.
error-import-file-unknown = { $file } қандай файл екені белгісіз. Картаны (PBF, XML), жер бедерін (HGT, GeoTIFF, ESRI ASCII), қозғалыс кестелерін (GTFS), аудандарды (GeoJSON) немесе кестені (CSV) таңдаңыз.
error-import-without-files = Импортталатын файлдар көрсетілмеген. Кемінде біреуін көрсетіңіз.
error-import-without-target = Жазылатын пакет көрсетілмеген. Файл атауын көрсетіңіз, мысалы region.gpkg.
error-machine-no-adapter = Графикалық адаптер табылмады. Vulkan драйверін орнатыңыз (sudo apt install mesa-vulkan-drivers); толығырақ: aimaq doctor.
error-machine-no-display = Экран табылмады, сондықтан терезе ашылмайды. Графикалық сеанста іске қосыңыз немесе суретті aimaq shot командасымен жасаңыз; толығырақ: aimaq doctor.
error-norm-unknown = «{ $name }» нормасы жоқ. Бар нормалар: { $known }.
error-not-a-correction = «{ $text }» — түзету емес. Былай жазыңыз: АТРИБУТ|МӘН|ДЕРЕККӨЗ.
error-not-a-date = «{ $text }» — күн емес. Былай жазыңыз: 2026-06-21.
error-not-a-package = { $file } файлы — GeoPackage емес. .gpkg файлын таңдаңыз немесе бастапқы деректерді қайта импорттаңыз.
error-not-a-place = «{ $text }» — координаталар емес. Бойлық пен ендікті градуспен жазыңыз, мысалы 63.62 53.21.
error-not-a-share = «{ $text }» — айқындық мәні емес. 0.1-ден 1-ге дейінгі сан жазыңыз.
error-not-a-time = «{ $text }» — уақыт емес. Былай жазыңыз: 14:30.
error-not-a-view = Камера орнатылмады: жазбасы оқылмады ({ ron-fault }). Оны scene.ron файлындағы view үлгісімен жазыңыз.
error-nothing-found = «{ $text }» бойынша ештеңе табылмады. Басқаша жазып көріңіз.
error-nothing-selected = Ештеңе таңдалмаған. Алдымен нысанды шертіңіз.
error-osm-compressed = { $file } файлы сығылған ({ $kind }). Алдымен оны ашып алыңыз.
error-osm-damaged = { $file } карта файлы { $position }-байтта бүлінген. Оны қайта жүктеп алыңыз.
error-osm-empty = { $file } карта файлы бос. Оны қайта жүктеп алыңыз.
error-osm-format = { $file } файлы — OpenStreetMap картасы емес. PBF немесе XML үзіндісін таңдаңыз.
error-osm-nothing = { $file } карта файлында бірде-бір нысан жоқ. Басқа үзінді таңдаңыз.
error-osm-truncated = { $file } карта файлы толық емес: соңы жоқ. Оны қайта жүктеп алыңыз.
error-package-foreign = { $file } файлы — GeoPackage, бірақ aimaq жасаған пакет емес. Пакетті aimaq import командасымен жасаңыз.
error-package-newer = { $file } пакеті aimaq бағдарламасының жаңарақ нұсқасында жасалған (пішім нұсқасы — { NUMBER($version, useGrouping: "false") }, бұл бағдарлама оқитын соңғы нұсқа — { NUMBER($known, useGrouping: "false") }). Бағдарламаны жаңартыңыз.
error-package-truncated = { $file } пакеті толық емес: соңы жоқ. Оны қайта көшіріңіз немесе бастапқы деректерді қайта импорттаңыз.
error-package-unreadable = { $file } пакеті оқылмады ({ $reason }). Бастапқы деректерді қайта импорттаңыз.
error-package-unwritable = { $file } пакетін жазу мүмкін болмады ({ $reason }). Қол жеткізу құқығын және дискідегі бос орынды тексеріңіз.
error-parameter-default-off-step = «{ $id }» параметрінің әдепкі мәні { $value } қадамға түспейді. Ең жақын мәнді алыңыз.
error-parameter-default-out-of-bounds = «{ $id }» параметрінің әдепкі мәні { $value }, ал ол ең азы { $least }, ең көбі { $most } болуы керек. Түзетіңіз.
error-parameter-option-odd = «{ $id }» параметрінің { $value } нұсқасын қоюға болмайды не ол екі рет жазылған. Нұсқалар { $least }…{ $most } аралығындағы қадамдарда жатады.
error-parameter-option-missing = «{ $id }» параметрінің нұсқалары бар, бірақ әдепкі { $value } мәні олардың ішінде жоқ. Қосыңыз.
error-parameter-step = «{ $id }» параметрінің қадамы нөлден үлкен болуы керек. Түзетіңіз.
error-parameter-unknown = «{ $name }» параметрі жоқ. Бар параметрлер: { $known }.
error-picture-saved = Сурет сақталды: { $file }
error-population-columns = { $file } кестесінің бағандары танылмады. Бірінші жолда population және name немесе lon мен lat бағандары болуы керек; басқа атауларды --table мен --mapping арқылы көрсетіңіз.
error-ron-syntax = { $file } файлы { NUMBER($line, useGrouping: "false") }-жолда, { NUMBER($column, useGrouping: "false") }-бағанда оқылмады: { ron-fault }. Осы жерді түзетіңіз.
error-scene-file-missing = { $scene } көрінісіне керек { $file } файлы табылмады. Оны көріністің жанына қойыңыз немесе көріністегі атауын түзетіңіз.
error-scene-unknown = «{ $scene }» деген көрініс жоқ. Бар көріністер: { $known }. Файлды ашу үшін оның жолын көрсетіңіз.
error-scene-without-id = Көріністе id жоқ. Оған қысқа id беріңіз.
error-settings-broken = { $file } баптаулары { NUMBER($line, useGrouping: "false") }-жолда, { NUMBER($column, useGrouping: "false") }-бағанда оқылмады ({ ron-fault }); әдепкі баптаулар қолданылды. Өз баптауларыңызды қайтару үшін бұрынғы файлды түзетіңіз: { $moved }
error-settings-newer = { $file } баптауларын aimaq бағдарламасының жаңарақ нұсқасы жазған (нұсқасы — { NUMBER($version, useGrouping: "false") }); бұл нұсқа танымайтын баптаулар сақтаған кезде жоғалады. Бағдарламаны жаңартыңыз. Көшірмесі: { $copy }
error-settings-no-folder = Баптауларға арналған қалта жоқ. Оны { $variable } орта айнымалысында көрсетіңіз.
error-shape-without-area = Пішіндердің бірі сызылған аумақты жабады, бірақ аумақ сызылмайды. Оған ұзындық пен ен беріңіз немесе аумақ сызыңыз.
error-sketch-column-missing = { $file } кестесінде { $column } бағаны жоқ. Оны қосыңыз.
error-sketch-not-text = { $file } нобайы — UTF-8 мәтіні емес. Оны UTF-8 кодтауында сақтаңыз.
error-sketch-place-off-globe = { $file } нобайындағы { $value } нүктесі (бойлығы, ендігі) жер шарынан тыс жатыр. Оны түзетіңіз.
error-sketch-row-unreadable = { $file } кестесінің { NUMBER($row, useGrouping: "false") }-жолы оқылмады. Мәндерін түзетіңіз.
error-sketch-table-unreadable = { $file } кестесі оқылмады. Оны UTF-8 кодтауындағы CSV ретінде сақтаңыз.
error-sketch-unknown-settlement = { $file } нобайында аталған { $id } елді мекені кестеде жоқ. Нөмірін түзетіңіз немесе елді мекенді қосыңыз.
error-sketch-value-out-of-range = { $file } нобайындағы { $field } мәні — { $value }; ең азы { $least }, ең көбі { $most } болуы керек. Мәнді түзетіңіз.
error-sketch-version-unknown = { $file } нобайының нұсқасын ({ NUMBER($version, useGrouping: "false") }) бұл бағдарлама оқымайды. Бағдарламаны жаңартыңыз немесе 1-нұсқаны көрсетіңіз.
error-solution-unknown = «{ $name }» шешімі жоқ. Бар шешімдер: { $known }.
error-table-column-missing = { $file } кестесінде { $column } бағаны жоқ. Сәйкестік файлын немесе кестені түзетіңіз.
error-table-constant-odd = { $file } кестесінің сәйкестігіндегі «{ $value }» мәні { $layer } қабатының { $field } атрибутына жарамайды. Мәнін түзетіңіз.
error-table-empty = { $file } кестесі бос. Бірінші жолында баған атаулары болуы керек.
error-table-field-unknown = { $file } кестесінің сәйкестігінде көрсетілген { $field } атрибуты { $layer } қабатында жоқ. Сәйкестік файлын түзетіңіз.
error-table-layer-unknown = { $file } кестесінің сәйкестігінде көрсетілген { $layer } қабаты жоқ. Сәйкестік файлын түзетіңіз.
error-template-drawn-otherwise = Мұндай шешімді «{ $name }» ретінде сызуға болмайды. Болатыны: { $known }.
error-template-id-differs = Файл «{ $stem }» деп аталады, ал id — «{ $id }». Екеуін бірдей етіңіз.
error-text-deep = Жақшалар { $most } деңгейден терең кірістірілген. Жазбаны қысқартыңыз.
error-text-empty = Мәтін бос. Жазбаны аша жақшадан бастаңыз.
error-text-escape = «{ $text }» тізбегі белгісіз. \n, \t, \" немесе \\ жазыңыз.
error-text-field-missing = «{ $name }» өрісі жетіспейді. Оны қосыңыз.
error-text-field-repeated = «{ $name }» өрісі екі рет жазылған. Біреуін қалдырыңыз.
error-text-field-unknown = «{ $name }» өрісі жоқ. Бар өрістер: { $known }.
error-text-name-unknown = «{ $name }» атауы жоқ. Бар атаулар: { $known }.
error-text-name-wanted = Мұнда мына атаулардың бірі жазылуы керек: { $known }.
error-text-not-utf8 = { $file } файлы — UTF-8 мәтіні емес. Оны UTF-8 кодтауында сақтаңыз.
error-text-number = «{ $text }» — сан емес. Санды 12.5 түрінде жазыңыз.
error-text-place-outside = Жер шарында мұндай орын жоқ. Алдымен бойлықты (-180 мен 180 аралығы), содан кейін ендікті (-90 мен 90 аралығы) жазыңыз.
error-text-sign-missing = Мұнда «{ $sign }» таңбасы жетіспейді. Оны қосыңыз.
error-text-stray = «{ $sign }» таңбасы мұнда артық. Оны алып тастаңыз.
error-text-too-long = { $file } файлы тым үлкен. Ол { $most } байттан аспауы керек.
error-text-trailing = Жазба аяқталғаннан кейін тағы бірдеңе жазылған. Оны алып тастаңыз.
error-text-translation-empty = «{ $language }» тіліндегі мәтін бос. Аударманы жазыңыз.
error-text-unclosed = Осы жерде ашылғаны жабылмаған: «{ $sign }» жетіспейді. Оны қосыңыз.
error-text-value-missing = Мұнда мән жетіспейді. Оны жазыңыз немесе өрісті алып тастаңыз.
error-text-value-wanted = Мұнда { form-in-sentence } жазылуы керек.
error-text-version-unknown = Файл нұсқасы { NUMBER($version, useGrouping: "false") }; бұл бағдарлама { NUMBER($known, useGrouping: "false") } нұсқасына дейін оқиды. Бағдарламаны жаңартыңыз немесе нұсқаны түзетіңіз.
error-unknown-camera = Көріністе { $camera } деген бетбелгі жоқ. Мыналардың бірін алыңыз: { $known }.
error-unknown-command = { $command } деген команда жоқ. Атауын тексеріңіз.
error-unknown-feature = { $feature } деген нысан жоқ. Қабаты мен нөмірін тексеріңіз.
error-unknown-key = { $key } деген перне жоқ. Былай жазыңыз: KeyL, F1 немесе Control+KeyF.
error-unknown-language = { $text } деген тіл жоқ. kk, ru немесе en деп жазыңыз.
error-unknown-layer = { $layer } деген қабат жоқ. Атауын деректердегідей жазыңыз, мысалы buildings.
error-unknown-widget = Терезеде «{ $label }» деген элемент жоқ. Жазуын тексеріңіз: ол таңдалған тілде.
error-work-lost = { $target } ашылмады: жұмыс кенеттен үзілді. Қайталап көріңіз және жадтың жететінін тексеріңіз.

# RON мәтінінің осы жеріндегі қате: басқа хабарламалардың бөлігі.
ron-fault = { $fault ->
    [unknown-field] «{ $name }» өрісі жоқ. Бар өрістер: { $known }
    [unknown-name] «{ $name }» атауы жоқ. Бар атаулар: { $known }
    [missing-field] «{ $name }» өрісі жетіспейді
    [repeated-field] «{ $name }» өрісі екі рет жазылған
    [wanted-name] мұнда { $name } болуы керек
    [number] мұнда сан болуы керек
    [whole-number] мұнда рұқсат етілген аралықтағы бүтін сан болуы керек
    [boolean] мұнда true немесе false болуы керек
    [text] мұнда тырнақшаға алынған мәтін болуы керек
    [list] мұнда тік жақшадағы тізім болуы керек
    [value] мән бұл өріске сәйкес келмейді
    [length] мәндердің саны дұрыс емес
    [sign] мұнда «{ $name }» таңбасы болуы керек
    [end] мәтін аяқталмай қалған
    [stray] «{ $name }» мұнда артық
    [trailing] жазба аяқталғаннан кейін тағы бірдеңе жазылған
    [deep] жақшалар тым терең кірістірілген
   *[other] жазба қате
}
