# Показ: режим докладчика, репетиция, окно докладчика.
command-present = Показать
command-rehearse = Репетиция
command-publish = Раздаточные материалы
command-pack = Упаковать в один файл
publish-under-way = Раздаточные материалы готовятся…
error-publish-begun = Раздаточные материалы готовятся в { $folder }.
error-publish-nothing = Нет открытой сцены, которую можно выдать.
error-publish-failed = Материалы в { $folder } не готовы: { $reason }
error-published = { $files ->
    [one] Готово: { $files } файл в { $folder }.
    [few] Готово: { $files } файла в { $folder }.
   *[other] Готово: { $files } файлов в { $folder }.
}
command-stop = К шагу
command-stop-cut = К шагу сразу
command-stop-set-up = Шаг без движения камеры
command-stop-next = Следующий шаг
command-stop-back = Предыдущий шаг
command-stop-first = Первый шаг
command-stop-last = Последний шаг
command-stop-return = Вернуться к шагу
command-talk-leave = Выйти
command-talk-overview = Все шаги
command-talk-enter = К набранному номеру
command-talk-digit = Сценарий по номеру, 0 — как есть
command-talk-black = Чёрный экран
command-talk-white = Белый экран
command-talk-words = Слова шага
command-talk-film = Фильм показа
command-talk-figures = Показатели
command-talk-swipe = Шторка: с проектом и без
command-talk-pointer = Указка
command-talk-bare = Только модель
command-talk-notes = Заметки в отдельном окне
command-talk-larger = Крупнее
command-talk-smaller = Мельче
talk-away = Backspace — назад к шагу
talk-overview-hint = Наберите номер и нажмите Enter или щёлкните
talk-rehearsing = Идёт репетиция…
talk-rehearsed = { $problems ->
    [0] Репетиция за { $seconds } с: всё на месте
    [one] Репетиция за { $seconds } с: { $problems } замечание
    [few] Репетиция за { $seconds } с: { $problems } замечания
   *[other] Репетиция за { $seconds } с: { $problems } замечаний
}
talk-next = Далее
talk-last-stop = Это последний шаг
talk-no-note = К этому шагу заметки нет
talk-elapsed = с начала показа
error-tour-none = У этой сцены нет показов. Напишите показ в её папке «tours» (`aimaq new tour`) или добавьте шаги в окне.
error-tour-unknown = Показа «{ $name }» нет. Есть: { $known }.
error-tour-stop-unknown = В показе нет шага «{ $name }». Есть: { $known }.
error-tour-not-shown = Показ не идёт. F5 — начать.
error-tour-no-scenario = В показе нет сценария под номером { $number }.
error-tour-figures-failed = Показатели сценария «{ $name }» вычислить не удалось.
error-tour-outcome-empty = У результата, который показывает этот шаг, здесь нет значений.
error-tour-rehearsed = Репетиция показа «{ $tour }»: шагов — { $stops }, всё на месте.
error-tour-rehearsed-problems = Репетиция показа «{ $tour }»: { $problems ->
    [one] { $problems } замечание
    [few] { $problems } замечания
   *[other] { $problems } замечаний
}, они стоят у шагов.
error-talk-solution-gone = Решения «{ $name }» больше нет: то, что из него построено, не показано.
error-talk-norm-gone = Норматива «{ $name }» больше нет: «{ $solution }» с ним не сверяется.
error-device-lost = Видеокарта пропала и подключена снова; изображение сейчас вернётся.
error-device-lost-for-good = Видеокарта пропадает снова и снова. Перезапустите программу или обновите драйвер.
error-device-out-of-memory = На видеокарте не осталось памяти: изображение показано в облегчённом качестве.
