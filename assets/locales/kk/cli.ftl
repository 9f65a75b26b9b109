# Команда жолы.

cli-command-aimaq = Аймақтың цифрлық егізі: өзгерісті алдымен модельде сынап көріңіз. Командасыз іске қосылса, негізгі көріністі терезеде ашады.
cli-command-view = Көріністі терезеде ашады
cli-command-import = Бастапқы файлдардан аймақ пакетін жасайды
cli-command-info = Көріністе немесе пакетте не бар екенін көрсетеді
cli-command-shot = Экранды қажет етпей сурет жасайды
cli-command-doctor = Бұл компьютерде не бар, не жетіспейтінін көрсетеді

cli-heading-usage = Қолданылуы
cli-heading-commands = Командалар
cli-heading-options = Параметрлер
cli-heading-arguments = Аргументтер
cli-options = ПАРАМЕТРЛЕР
cli-command = КОМАНДА

cli-argument-lang = Бағдарлама тілі: kk, ru немесе en
cli-argument-timings = Әр кезеңнің уақытын және ең көп алынған жадты көрсетеді
cli-argument-help = Анықтаманы көрсетеді
cli-argument-version = Нұсқасын көрсетеді
cli-argument-scene = Көріністің идентификаторы, не көрініс немесе пакет файлының жолы
cli-argument-script = Орындалатын командалар сценарийі
cli-argument-frames = Тұрақты жолмен өлшенетін кадр саны
cli-argument-json = Нәтижені бір JSON нысаны түрінде шығарады
cli-argument-quality = Кескін сапасы: lite — әлсіз компьютерге, full — толық
cli-argument-size = Ені мен биіктігі пиксельмен, мысалы 1280x720
cli-argument-osm = OpenStreetMap үзінділері: PBF немесе XML
cli-argument-dem = Жер бедері: HGT, GeoTIFF немесе ESRI ASCII
cli-argument-districts = Аудандар: GeoJSON
cli-argument-table = Өз кестелеріңіз: CSV немесе GeoJSON; әрқайсысына --mapping керек
cli-argument-mapping = Кесте бағандарының сәйкестігі, кестелердің ретімен
cli-argument-population = Елді мекендердің халық саны: CSV
cli-argument-clip = Тек осы аумақтың ішіндегісін қалдырады: GeoJSON
cli-argument-package = Жазылатын пакет
cli-argument-id = Аймақтың қысқа атауы
cli-argument-timezone = Уақыт белдеуі (IANA атауы)
cli-argument-camera = Көріністегі бетбелгі
cli-argument-at = Көріністің уақыт белдеуіндегі жергілікті уақыт
cli-argument-picture = Жазылатын сурет

cli-usage-unknown-argument = { $argument } деген аргумент жоқ.
cli-usage-unknown-command = { $argument } деген команда жоқ.
cli-usage-missing-argument = Міндетті аргумент жетіспейді: { $argument }.
cli-usage-repeated-argument = { $argument } аргументін бір рет қана беруге болады.
cli-usage-missing-value = { $argument } аргументінің мәні жоқ.
cli-usage-bad-value = «{ $value }» мәні { $argument } аргументіне жарамайды; күтілетіні: { $expected }.
cli-usage-mappings = Кесте саны — { $tables }, сәйкестік файлы — { $mappings }. Әр --table үшін бір --mapping беріңіз.
cli-usage-wrong = Аргументтер дұрыс емес.
cli-usage-suggestion = Мүмкін, «{ $suggestion }» шығар?
cli-usage-see-help = Анықтама: aimaq --help

cli-expected-nothing = жарамды мән
cli-expected-lang = kk, ru, en
cli-expected-quality = lite, full
cli-expected-size = пиксельмен ЕНІxБИІКТІГІ, мысалы 1280x720 (16-дан 16384-ке дейін)
cli-expected-at = күн мен уақыт, мысалы 2026-06-21T12:00
cli-expected-frames = 1-ден 1000000-ға дейінгі сан

cli-no-window = Бұл жинақта терезе жоқ: ол viewer мүмкіндігінсіз құрастырылған.
cli-no-display = Экран табылмады, сондықтан терезе ашылмайды. Негізгі көріністің мазмұны төменде; толығырақ: aimaq doctor.
cli-population = Халық саны
cli-extent = Қамтуы
cli-counts = Нысандар
cli-departures = Жұмыс күнінің кесте бойынша рейстері
cli-quality = Деректер сапасы
cli-layer-quality = { $found } нысаннан { $kept } сақталды, мәндердің { $observed } %-ы дереккөзден
cli-sources = Дереккөздер
cli-written = Жазылды: { $file }
cli-total = Барлығы
cli-peak-memory = Ең көп алынған жад

doctor-processors = Процессор
doctor-processors-found = { $count } ағын
doctor-memory = Жад
doctor-display = Экран
doctor-graphics = Графикалық адаптер
doctor-fonts = Қаріптер
doctor-data = Көріністер
doctor-remedy-display = экран жоқ. Графикалық сеанста іске қосыңыз немесе: { $command }
doctor-remedy-display-unreachable = көрсетілген экран жауап бермейді. Графикалық сеанста іске қосыңыз немесе: { $command }
doctor-remedy-graphics = адаптер табылмады. Драйверді орнатыңыз: { $command }
doctor-remedy-build = бұл жинақта жоқ. Толық жинақты құрастырыңыз: { $command }

cli-command-check = Дизайнер жазған файлдардағы қателерді табады
cli-command-explain = RON өрісін немесе шешімді түсіндіреді; атаусыз бәрін тізіп береді
cli-argument-paths = Файлдар мен қалталар
cli-argument-field = Өріс, мысалы template.adapt, жазба, мысалы template, немесе шешім, мысалы school
cli-checked = Тексерілген файл: { $files }. Қате: { $errors }.
