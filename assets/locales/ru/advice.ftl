# Советы: чего не хватает, что это исправит и где новые учреждения послужат большинству жителей.

cli-command-advise = Показывает, чего не хватает и где новые учреждения послужат большинству жителей
cli-argument-for = Для чего искать места: school, kindergarten, clinic, park, hub, ambulance или mast; без него выводится список нехваток
cli-argument-count = Сколько новых (1, если не указано)
cli-argument-least_way = Ищет наименьший путь для всех жителей вместо наибольшего числа жителей в пределах досягаемости
cli-argument-save = Сохраняет ответ как сценарий
cli-argument-most = Сколько нехваток вывести, не больше (20, если не указано)
cli-expected-count = число от 1 до 100
cli-expected-most = число от 1 до 100000

error-advice-kind-unknown = Для «{ $name }» советов нет. Можно спросить о таких: { $known }.
error-advice-no-ground = Рядом с жильём не нашлось свободного участка. Поставьте решение вручную.
error-advice-nothing-to-place = Нет ничего, что можно поставить автоматически. Выберите решение в библиотеке.

assume-mast-reach = На какое расстояние вышка даёт мобильный интернет

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
advice-line = { $place }. { $what }: без этого — { $people } ({ $gap })
advice-more = … и ещё { $count }
advice-mend = Показать сценарий, который это исправит
advice-most-people = Больше всего жителей в пределах досягаемости
advice-least-way = Наименьший путь
advice-answer-most-people = { $kind }, новых: { $count }. В пределах { $within }: { $value }, впервые — { $newly }. В лучшем случае было бы { $bound } (разрыв { $gap }).
advice-answer-least-way = { $kind }, новых: { $count }. Средний путь: { $value }; впервые в пределах { $within }: { $newly }. В лучшем случае было бы { $bound } (разрыв { $gap }).
advice-site = { $number }. { $lon }; { $lat }: впервые рядом — { $people }
advice-scenario = По совету: { $kind }, { $count }
advice-scenario-mend = { $place }: { $what }
advice-hint = Область как она есть, по числу людей, которых это касается. Каждый сценарий можно открыть, изменить и отклонить.
button-advice = Чего здесь не хватает
command-advice = Показывает, чего не хватает и что это исправит
command-advice-mend = Создаёт сценарий по совету
error-advice-ready = { $count ->
        [one] Найдена { $count } нехватка
        [few] Найдены { $count } нехватки
       *[many] Найдено { $count } нехваток
    }. Нажмите H, чтобы увидеть их, начиная с самых важных.
error-advice-place-odd = «{ $text }» — не место в списке. Пишите число от 1.
advice-begun = { $line } — начать можно с: { $remedy }
