# Кеңес: не жетіспейді, оны не түзейді және жаңа мекемелер қай жерде ең көп адамға қызмет етеді.

cli-command-advise = Не жетіспейтінін және жаңа мекемелер қай жерде ең көп адамға қызмет ететінін көрсетеді
cli-argument-for = Орын не үшін ізделеді: school, kindergarten, clinic, park, hub, ambulance немесе mast; берілмесе, не жетіспейтіні тізіледі
cli-argument-count = Жаңа мекеме саны (берілмесе, 1)
cli-argument-least_way = Қолжетімді жердегі ең көп адамның орнына барлық адамның ең қысқа жолын іздейді
cli-argument-save = Жауапты сценарий етіп сақтайды
cli-argument-most = Тізімге ең көбі неше жетіспеушілік шығарылады (берілмесе, 20)
cli-expected-count = 1-ден 100-ге дейінгі сан
cli-expected-most = 1-ден 100000-ға дейінгі сан

error-advice-kind-unknown = «{ $name }» бойынша кеңес жоқ. Мыналарды сұрауға болады: { $known }.
error-advice-no-ground = Тұрғын үйлердің маңынан бос жер табылмады. Шешімді қолмен орналастырыңыз.
error-advice-nothing-to-place = Өздігінен орналастыруға болатын ештеңе жоқ. Шешімді кітапханадан таңдаңыз.

assume-mast-reach = Мұнараның мобильді интернеті жететін қашықтық

advice-kind-school = Мектеп
advice-kind-kindergarten = Балабақша
advice-kind-clinic = Емхана
advice-kind-park = Саябақ
advice-kind-hub = IT-хаб
advice-kind-ambulance = Жедел жәрдем бекеті
advice-kind-mast = Байланыс мұнарасы

advice-school-reach = Жаяу баратын жердегі мектеп
advice-kindergarten-reach = Жаяу баратын жердегі балабақша
advice-clinic-reach = Жаяу баратын жердегі дәрігер
advice-park-reach = Жаяу баратын жердегі саябақ
advice-hub-reach = Маңайдағы IT-хаб
advice-ambulance-reach = Уақытында жететін жедел жәрдем

advice-title = Не жетіспейді
advice-nothing = Белгілі деректер бойынша бәрі жеткілікті.
advice-line = { $place }. { $what }: { $people } үшін жетіспейді ({ $gap })
advice-more = … тағы { $count }
advice-mend = Мұны түзейтін сценарийді көрсету
advice-most-people = Қолжетімді жерде ең көп адам
advice-least-way = Ең қысқа жол
advice-answer-most-people = { $kind }, жаңасы: { $count }. { $within } шегінде: { $value }, оның ішінде алғаш рет — { $newly }. Ең жақсы нұсқада { $bound } болар еді (айырма { $gap }).
advice-answer-least-way = { $kind }, жаңасы: { $count }. Орташа жол: { $value }; { $within } шегінде алғаш рет: { $newly }. Ең жақсы нұсқада { $bound } болар еді (айырма { $gap }).
advice-site = { $number }. { $lon }; { $lat }: алғаш рет қолжетімді болады — { $people }
advice-scenario = Кеңес бойынша: { $kind }, { $count }
advice-scenario-mend = { $place }: { $what }
advice-hint = Аймақ қазіргі күйінде, қанша адамға қатысты екеніне қарай. Әр сценарийді ашуға, өзгертуге және бас тартуға болады.
button-advice = Мұнда не жетпейді
command-advice = Не жетпейтінін және оны не түзететінін көрсетеді
command-advice-mend = Кеңес бойынша сценарий жасайды
error-advice-ready = Мұнда { $count } жетіспеушілік табылды. Ең маңыздысынан бастап көру үшін H басыңыз.
error-advice-place-odd = «{ $text }» — тізімдегі орын емес. 1-ден басталатын санды жазыңыз.
advice-begun = { $line } — { $remedy } салудан бастауға болады
