# Советы: чего не хватает, что это исправит и где новые учреждения охватят больше всего жителей.

cli-command-advise = Показывает, чего не хватает и где новые учреждения охватят больше всего жителей
cli-argument-for = Для чего искать места: school, kindergarten, clinic, park, hub, ambulance или mast; если не указано, выводится список того, чего не хватает
cli-argument-count = Сколько новых учреждений (1, если не указано)
cli-argument-least_way = Ищет кратчайший путь в среднем, а не наибольшее число жителей в пределах доступности
cli-argument-everybody = Ищет наименьшее число учреждений, при котором доступность есть у всех
cli-argument-district = Район, о жителях которого идёт речь, по названию или коду (если не указано, весь регион)
cli-argument-save = Сохраняет ответ как сценарий
cli-argument-most = Наибольшее число строк списка (20, если не указано)
cli-expected-count = число от 1 до 100
cli-expected-most = число от 1 до 100000

error-advice-kind-unknown = Совета о «{ $name }» нет. Можно спросить: { $known }.
error-advice-no-ground = Рядом с жильём не нашлось свободного участка. Разместите решение вручную.
error-advice-nothing-to-place = Автоматически разместить здесь нечего. Выберите решение в библиотеке.

assume-mast-reach = На каком расстоянии от вышки есть мобильный интернет

advice-kind-school = Школа
advice-kind-kindergarten = Детский сад
advice-kind-clinic = Поликлиника
advice-kind-park = Парк
advice-kind-hub = IT-хаб
advice-kind-ambulance = Пост скорой помощи
advice-kind-mast = Вышка связи

advice-school-reach = Школа в пешей доступности
advice-kindergarten-reach = Детский сад в пешей доступности
advice-clinic-reach = Врач в пешей доступности
advice-park-reach = Парк в пешей доступности
advice-hub-reach = IT-хаб поблизости
advice-ambulance-reach = Скорая помощь вовремя

advice-title = Чего не хватает
advice-nothing = Насколько известно, всего хватает.
advice-line = { $place }. { $what }: не обеспечены { $people } ({ $gap })
advice-more = … и ещё { $count }
advice-mend = Создать сценарий
advice-most-people = Наибольший охват жителей
advice-least-way = Кратчайший путь в среднем
advice-answer-cost = Стоимость строительства: { $cost }. Дешевле { $least } не обойдётся ни один выбор (разница { $gap }).
advice-answer-most-people = { $kind }, новых: { $count }. В пределах { $within }: { $value }, из них впервые — { $newly }. Наилучшее возможное: { $bound } (разница { $gap }).
advice-answer-least-way = { $kind }, новых: { $count }. Средний путь: { $value }; впервые в пределах { $within }: { $newly }. Наилучшее возможное: { $bound } (разница { $gap }).
advice-everybody = Доступность для всех
advice-answer-everybody = { $kind }, новых: { $count }. Наименьшее число, при котором все, кого можно охватить, — в пределах { $within }: { $value }; впервые: { $newly }. Нужно не меньше { $bound } (разница { $gap }).
error-advice-nobody-without = Все, кого можно охватить, уже в пределах доступности. Спросите о другом виде или о наибольшем охвате.
error-district-unknown = Района «{ $name }» в регионе нет. Проверьте название или не указывайте его, чтобы спросить обо всём регионе.
advice-site = { $number }. { $lon }; { $lat }: впервые в пределах доступности — { $people }
advice-scenario = По совету: { $kind }, { $count }
advice-scenario-mend = { $place }: { $what }
advice-hint = Регион как есть; сначала то, что касается больше людей. Любой сценарий можно открыть, изменить или отклонить.
button-advice = Чего не хватает
command-advice = Чего не хватает и что это исправит
command-advice-mend = Создать сценарий по совету
error-advice-ready = { $count ->
        [one] Найден { $count } случай нехватки
        [few] Найдены { $count } случая нехватки
       *[many] Найдено { $count } случаев нехватки
    }. Нажмите H, чтобы увидеть список, начиная с самого важного.
error-advice-place-odd = «{ $text }» — не номер из списка. Напишите число от 1.
advice-begun = { $line } — для начала: { $remedy }
advice-made = Рассчитано: жители населённого пункта, умноженные на недостающую долю того, что требуют нормы. Потребность выведена из числа жителей (оценено по площади жилья), обеспеченность — из известных вместимостей; доступность измерена по улицам.
