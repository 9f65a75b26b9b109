# Кеңес: не жетіспейді, оны не түзетеді және жаңа мекемелер қай жерде ең көп адамды қамтиды.

cli-command-advise = Не жетіспейтінін және жаңа мекемелер қай жерде ең көп адамды қамтитынын көрсетеді
cli-argument-for = Не үшін орын ізделеді: school, kindergarten, clinic, park, hub, ambulance немесе mast; берілмесе, не жетіспейтіні тізіледі
cli-argument-count = Жаңа мекемелер саны (берілмесе, 1)
cli-argument-least_way = Ең көп адамды қамтудың орнына орташа жолдың ең қысқасын іздейді
cli-argument-everybody = Барлығын қамтитын мекемелердің ең аз санын іздейді
cli-argument-district = Тұрғындары қарастырылатын аудан, атауы не коды бойынша (берілмесе, бүкіл аймақ)
cli-argument-save = Жауапты сценарий етіп сақтайды
cli-argument-most = Тізімнен ең көбі неше жол шығарылады (берілмесе, 20)
cli-expected-count = 1-ден 100-ге дейінгі сан
cli-expected-most = 1-ден 100000-ға дейінгі сан

error-advice-kind-unknown = «{ $name }» туралы кеңес жоқ. Мыналарды сұрауға болады: { $known }.
error-advice-no-ground = Тұрғын үйлердің маңынан бос жер табылмады. Шешімді қолмен орналастырыңыз.
error-advice-nothing-to-place = Мұнда автоматты түрде орналастыратын ештеңе жоқ. Шешімді кітапханадан таңдаңыз.

assume-mast-reach = Мұнарадан мобильді интернет жететін қашықтық

advice-kind-school = Мектеп
advice-kind-kindergarten = Балабақша
advice-kind-clinic = Емхана
advice-kind-park = Саябақ
advice-kind-hub = IT-хаб
advice-kind-ambulance = Жедел жәрдем бекеті
advice-kind-mast = Байланыс мұнарасы

advice-school-reach = Жаяу қолжетімді мектеп
advice-kindergarten-reach = Жаяу қолжетімді балабақша
advice-clinic-reach = Жаяу қолжетімді дәрігер
advice-park-reach = Жаяу қолжетімді саябақ
advice-hub-reach = Маңайдағы IT-хаб
advice-ambulance-reach = Уақытында жететін жедел жәрдем

advice-title = Не жетіспейді
advice-nothing = Белгілі деректер бойынша бәрі жеткілікті.
advice-line = { $place }. { $what }: { $people } қамтылмаған ({ $gap })
advice-more = … тағы { $count }
advice-mend = Сценарий жасау
advice-most-people = Ең көп тұрғынды қамту
advice-least-way = Орташа жолдың ең қысқасы
advice-answer-cost = Құрылыс құны: { $cost }. Ешбір таңдау { $least } сомасынан арзанға түспейді (айырма { $gap }).
advice-answer-most-people = { $kind }, жаңасы: { $count }. { $within } шегінде: { $value }, оның ішінде алғаш рет — { $newly }. Мүмкін болатын ең жақсы нәтиже: { $bound } (айырма { $gap }).
advice-answer-least-way = { $kind }, жаңасы: { $count }. Орташа жол: { $value }; { $within } шегінде алғаш рет: { $newly }. Мүмкін болатын ең жақсы нәтиже: { $bound } (айырма { $gap }).
advice-everybody = Барлығын қамту
advice-answer-everybody = { $kind }, жаңасы: { $count }. Қамтуға болатындардың бәрі { $within } шегінде болуына жететін ең аз саны: { $value }; алғаш рет: { $newly }. Кемінде { $bound } қажет (айырма { $gap }).
error-advice-nobody-without = Қамтуға болатындардың бәрі қазірдің өзінде қамтылған. Басқа түрін немесе ең көп тұрғынды қамтуды сұраңыз.
error-district-unknown = Аймақта «{ $name }» ауданы жоқ. Атауын тексеріңіз немесе бүкіл аймақ үшін оны көрсетпеңіз.
advice-site = { $number }. { $lon }; { $lat }: алғаш рет қамтылады — { $people }
advice-scenario = Кеңес бойынша: { $kind }, { $count }
advice-scenario-mend = { $place }: { $what }
advice-hint = Аймақтың қазіргі күйі; алдымен көбірек адамға қатысты мәселелер. Кез келген сценарийді ашуға, өзгертуге немесе одан бас тартуға болады.
button-advice = Не жетіспейді
command-advice = Не жетіспейді және оны қалай түзетуге болады
command-advice-mend = Кеңес бойынша сценарий жасау
error-advice-ready = Мұнда қамту жеткіліксіз { $count } жағдай анықталды. Ең маңыздысынан бастап көру үшін H пернесін басыңыз.
error-advice-place-odd = «{ $text }» — тізімдегі нөмір емес. 1-ден басталатын сан жазыңыз.
advice-begun = { $line } — алғашқы қадам: { $remedy }
advice-made = Есептелген: елді мекен тұрғындары нормалар талап ететіннің жетіспейтін үлесіне көбейтілген. Қажеттілік тұрғындар санынан (тұрғын үй ауданы бойынша бағаланған), қамтамасыз ету белгілі сыйымдылықтардан шығарылған; қолжетімділік көшелер бойымен өлшенген.
