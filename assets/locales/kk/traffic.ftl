# Көлік ағындарын жолдарға бөлу.

cli-command-assign = Ғылыми желілерде (TNTP) сапарларды жолдарға бөледі
cli-argument-network = Желі: TNTP
cli-argument-trips = Сапарлар кестесі: TNTP
cli-argument-toll_factor = Жол ақысының бір бірлігі уақыттың неше бірлігіне тең (берілмесе, 0)
cli-argument-distance_factor = Ұзындықтың бір бірлігі уақыттың неше бірлігіне тең (берілмесе, 0)
cli-argument-optimum = Пайдаланушылар тепе-теңдігінің орнына жүйелік оптимум (барлығының жалпы шығыны ең аз)
cli-argument-close = Жабылатын учаскелер, түйін нөмірлерімен, мысалы 3-4
cli-argument-gap = Есеп аяқталатын салыстырмалы айырма (берілмесе, 1e-6)
cli-argument-threads = Процессор ағындарының саны; берілмесе, барлығы
cli-argument-flows = Қозғалыс қарқыны жазылатын файл: from,to,volume,cost

cli-expected-toll-factor = теріс емес сан, мысалы 0.02
cli-expected-distance-factor = теріс емес сан, мысалы 0.04
cli-expected-close = ҚАЙДАН-ҚАЙДА, мысалы 3-4; түйіндер 1-ден саналады
cli-expected-gap = 0 мен 1 арасындағы сан, мысалы 1e-6
cli-expected-threads = 1-ден 1024-ке дейінгі сан

phase-traffic-assign = Сапарлар жолдарға бөлінуде

traffic-principle = Бөлу қағидаты
principle-user-equilibrium = пайдаланушылар тепе-теңдігі
principle-system-optimum = жүйелік оптимум
traffic-relative-gap = Салыстырмалы айырма
traffic-objective = Мақсат функциясы
traffic-total-time = Жол жүруге кететін жалпы шығын
traffic-iterations = Қайталау саны
traffic-solving = Есептеу уақыты
traffic-threads = Процессор ағындары

error-threads-unavailable = Процессор ағындарын іске қосу мүмкін болмады ({ $reason }). --threads арқылы азырақ сан беріңіз.
error-tntp-header-missing = { $file } файлының басында жарамды <{ $field }> мәні жоқ, ол учаскелер бойынша алынды. Осы жолды қосыңыз.
error-tntp-link-count = { $file } файлының басында { $said } учаске деп жазылған, ал файлда { $found } учаске бар. Файлдың толықтығын тексеріңіз.
error-tntp-links-node-unknown = { $file }: түйіні 1 мен { $most } аралығында емес { $count } учаске есепке алынбады, біріншісі — { NUMBER($line, useGrouping: "false") }-жолда. Түйін нөмірін немесе <NUMBER OF NODES> мәнін түзетіңіз.
error-tntp-links-odd = { $file }: мәні теріс, шексіз не сан емес { $count } учаске есепке алынбады, біріншісі — { NUMBER($line, useGrouping: "false") }-жолда. Мәнді түзетіңіз.
error-tntp-links-unreadable = { $file }: учаскені сипаттамайтын { $count } жол есепке алынбады, біріншісі — { NUMBER($line, useGrouping: "false") }-жол. Былай жазыңыз: басы, соңы, өткізу қабілеті, ұзындығы, уақыты, b, дәрежесі, жылдамдығы, ақысы, түрі.
error-tntp-trips-odd = { $file }: теріс не шексіз { $count } сапар саны есепке алынбады, біріншісі — { NUMBER($line, useGrouping: "false") }-жолда. Оны түзетіңіз.
error-tntp-trips-total = { $file } файлының басында { $said } сапар деп жазылған, ал кестеде { $found } сапар бар. Файлдың толықтығын тексеріңіз.
error-tntp-trips-unreadable = { $file }: оқылмайтын { $count } жазба есепке алынбады, біріншісі — { NUMBER($line, useGrouping: "false") }-жолда. «Origin 1» деп, астына «2 : 100;» деп жазыңыз.
error-tntp-trips-zone-unknown = { $file }: нөмірі 1 мен { $most } аралығында емес { $count } аудан есепке алынбады, біріншісі — { NUMBER($line, useGrouping: "false") }-жолда. Нөмірді түзетіңіз немесе осы желінің кестесін таңдаңыз.
error-tntp-without-links = { $file } файлында бірде-бір учаске жоқ. TNTP пішіміндегі желіні таңдаңыз.
error-tntp-without-origins = { $file } файлында бірде-бір «Origin» жолы жоқ. TNTP пішіміндегі сапарлар кестесін таңдаңыз.
error-tntp-zones-differ = { $file } файлының басында { $said } аудан деп жазылған, ал желіде { $found } аудан бар. Екі файл бір желіден бе, тексеріңіз.
error-traffic-gap-not-reached = Салыстырмалы айырма { $aim } емес, { $gap } мәніне дейін ғана төмендеді. Қозғалыс қарқынының дәлдігі төмендеу; --gap арқылы үлкенірек айырмаға рұқсат беріңіз.
error-traffic-link-missing = { $file } желісінде { $from } түйінінен { $to } түйініне учаске жоқ, сондықтан оны жабу мүмкін емес. Түйін нөмірлерін тексеріңіз.
error-traffic-links-astray = { $count } учаске басталған жерінде аяқталады немесе желіден тыс шығады. Олармен ешкім жүрмейді; түйіндерін түзетіңіз.
error-traffic-links-without-capacity = { $count } учаскенің өткізу қабілеті жоқ, біріншісі — { $from } түйінінен { $to } түйініне. Олар жабық деп саналады; жол ашық болса, өткізу қабілетін көрсетіңіз.
error-traffic-trips-outside = { $trips } сапар желі аудандарынан тыс басталады немесе аяқталады, сондықтан есепке алынбады. Аудандарын түзетіңіз.
error-traffic-trips-unreachable = { $trips } сапардың соңына жол жоқ (аудан жұбы — { $count }), сондықтан олар есепке алынбады. Аудандардың арасында жол ашыңыз.
