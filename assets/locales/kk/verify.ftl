# Модельдер қаншалықты дұрыс: жарияланған мысалдар, не күтіледі және не шығады.

cli-command-verify = Модельдерді жарияланған мысалдармен тексереді: не күтіледі және не шығады

cli-argument-cases = Басқа жарияланған мысалдар қалтасы: radio, flood, traffic

phase-verify-shipped = Жарияланған мысалдар есептелуде
phase-verify-folder = Қалтадағы мысалдар есептелуде
verify-case = Мысал
verify-measured = Не салыстырылады
verify-expected = Күтіледі
verify-found = Шықты
verify-difference = Айырма
verify-tolerance = Рұқсат
verify-source = Дереккөз
verify-held = Орындалған тексеру: { $count } ішінен { $held }

verify-model-free-space = Радиобайланыс: еркін кеңістік
verify-model-hata = Радиобайланыс: Окумура – Хата
verify-model-itm = Радиобайланыс: Лонгли – Райс (ITM)
verify-model-p1812 = Радиобайланыс: МСЭ-R P.1812 ұсынымы
verify-model-flood = Су тасқыны және бөгеттер
verify-model-traffic = Жолдағы қозғалыс
verify-model-transit = Қоғамдық көлік
verify-model-access = Қолжетімділік

verify-case-link = МГц / км: { $name }
verify-case-town = Қала, МГц / км: { $name }
verify-case-suburb = Қала маңы, МГц / км: { $name }
verify-case-open = Ашық жер, МГц / км: { $name }
verify-case-city = Ірі қала, МГц / км: { $name }
verify-case-path = Профиль бойынша трасса: { $name }
verify-case-area = Кедір-бұдыры белгілі жер: { $name }
verify-case-dam-break = Бөгеттің бұзылуы: { $name }
verify-case-lake = Тынық көл: { $name }
verify-case-channel = Ұзын арна: { $name }
verify-case-bump = Табалдырық үстіндегі ағын: { $name }
verify-case-plain = Жазықты су басу, ағын басынан м: { $name }
verify-case-plain-water = Жазықты су басу
verify-case-levees = Қабырғадан асқан су
verify-case-middle = Қабырғадан асқан су, ортасы, { $name } тұстамасы
verify-case-right = Қабырғадан асқан су, оң жағы, { $name } тұстамасы
verify-case-left = Қабырғадан асқан су, сол жағы, { $name } тұстамасы
verify-case-weir = Суағар: { $name }
verify-case-network = Жол желісі: { $name }
verify-case-closed = 3–4 учаскесі жабық жол желісі: { $name }
verify-case-optimum = Жол желісі, бәріне тиімдісі: { $name }
verify-case-lines = Бағыттар, { $name } сапары
verify-case-line = { $name }-бағыт
verify-case-two-step = Екі қадамды қамту аймағы: { $name }
verify-case-three-step = Үш қадамды қамту аймағы: { $name }

verify-measured-loss = Таратудың негізгі шығыны
verify-measured-on-the-way = Аралық шығындардың ең үлкен айырмасы
verify-measured-flow = Ең үлкен ағын, м²/с
verify-measured-depth-off = Тереңдіктің орташа айырмасы
verify-measured-depth-share = Тереңдіктің орташа айырмасы, орташа тереңдіктен үлесі
verify-measured-depth = Су тереңдігі
verify-measured-level = Су деңгейі
verify-measured-discharge = Қырдан асатын су шығыны, м²/с
verify-measured-volume = Келген су көлемі
verify-measured-balance = Су теңгерімінің қатесі, жалпы судан үлесі
verify-measured-objective = Мақсат функциясы
verify-measured-total-time = Жалпы жол жүру уақыты
verify-measured-gap = Салыстырмалы айырма
verify-measured-expected-time = Күтілетін жол жүру уақыты
verify-measured-share = Жолаушылар үлесі
verify-measured-access = Бір тұрғынға шаққандағы дәрігер
verify-measured-supply = Барлық бөлінген дәрігер

error-verify-row-odd = { $file }, { $line }-жол: мән жоқ немесе сан емес. Жолды түзетіңіз; оның мысалы қалдырылды.
error-verify-empty = { $file } файлында мысал жоқ. Файлдың толықтығын тексеріңіз.
error-verify-profiles-differ = { $file } файлында { $cases } мысал бар, ал профиль – { $profiles }. Әр мысалға профиль беріңіз; артықтары қалдырылды.
error-verify-field-missing = { $file } файлында «{ $field }» жоқ. Жолды қосыңыз; мысал қалдырылды.
error-verify-flows-differ = { $file } файлында { $flows } қозғалыс қарқыны бар, ал желіде { $links } учаске. Сол желінің мәндерін алыңыз.
error-verify-without-answer = { $file } үшін жарияланған жауап жоқ, сондықтан есептелмеді. Жанына { $answer } файлын қойыңыз.
error-verify-solution-unknown = { $file } файлындағы SWASHES шешімі ({ $kind } түрі, { $choice } нұсқасы) мұнда есептелмейді. Ол қалдырылды, ештеңе істеудің қажеті жоқ.
error-verify-folder-missing = { $folder } қалтасы жоқ. --cases кейінгі жолды тексеріңіз.
error-verify-nothing = { $folder } қалтасында бірде-бір мысал есептелмеді. Ішінде radio, flood немесе traffic бар қалтаны таңдаңыз.
error-verify-unknown = { $file } тексерілмеді: ол үшін тексеру жоқ. Ештеңе істеудің қажеті жоқ.
error-verify-log-alone = { $file } ешбір профиль өлшеміне жатпайды. Профилін басқалардың жанына қойыңыз.
