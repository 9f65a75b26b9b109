# Показ: режим докладчика, репетиция, окно докладчика.
command-present = Показать
command-rehearse = Репетиция
command-publish = Раздаточные материалы
command-pack = Упаковать в один файл
publish-under-way = Идёт запись файлов…
error-publish-begun = Началась запись: { $folder }.
error-publish-nothing = Сцена не открыта, записывать нечего. Сначала откройте её (Ctrl+O).
error-publish-failed = Не удалось записать { $folder }: { $reason }
error-published = { $files ->
    [one] Готово: { $files } файл в { $folder }.
    [few] Готово: { $files } файла в { $folder }.
   *[other] Готово: { $files } файлов в { $folder }.
}
command-stop = Перейти к шагу
command-stop-cut = Перейти к шагу сразу
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
command-talk-words = Текст шага
command-talk-film = Фильм показа
command-talk-figures = Показатели
command-talk-swipe = Ползунок: со сценарием и без него
command-talk-pointer = Световая указка
command-talk-bare = Только модель
command-talk-notes = Заметки в отдельном окне
command-talk-larger = Увеличить текст
command-talk-smaller = Уменьшить текст
talk-away = Backspace — назад к шагу
talk-overview-hint = Наберите номер и нажмите Enter или щёлкните по шагу
talk-rehearsing = Идёт репетиция…
talk-rehearsed = { $problems ->
    [0] Репетиция за { $seconds } с: всё на месте
    [one] Репетиция за { $seconds } с: { $problems } замечание
    [few] Репетиция за { $seconds } с: { $problems } замечания
   *[other] Репетиция за { $seconds } с: { $problems } замечаний
}
talk-next = Далее
talk-last-stop = Это последний шаг
talk-no-note = К этому шагу заметки нет
talk-elapsed = с начала показа
error-tour-none = У этой сцены нет показов. Напишите показ в её папке «tours» («aimaq new tour») или добавьте шаги в окне.
error-tour-unknown = Показа «{ $name }» нет. Есть такие: { $known }.
error-tour-stop-unknown = В показе нет шага «{ $name }». Есть такие: { $known }.
error-tour-not-shown = Показ не идёт. Чтобы начать, нажмите F5.
error-tour-no-scenario = В показе нет сценария под номером { $number }.
error-tour-figures-failed = Показатели сценария «{ $name }» вычислить не удалось.
error-tour-outcome-empty = У результата, который показывает этот шаг, здесь нет значений.
error-tour-flood-hour-late = Для шага задан час паводка { $hours }, а вода рассчитана только до часа { $last }: показан последний. Исправьте flood_hour.
error-tour-rehearsed = Репетиция показа «{ $tour }»: шагов — { $stops }, всё на месте.
error-tour-rehearsed-problems = Репетиция показа «{ $tour }»: { $problems ->
    [one] { $problems } замечание; оно показано у своего шага.
    [few] { $problems } замечания; они показаны у своих шагов.
   *[other] { $problems } замечаний; они показаны у своих шагов.
}
error-talk-solution-gone = Решения «{ $name }» больше нет: построенное по нему не показано.
error-talk-norm-gone = Нормы «{ $name }» больше нет: «{ $solution }» с ней не сверяется.
error-device-lost = Видеокарта перестала отвечать и запущена снова; изображение сейчас вернётся.
error-device-lost-for-good = Видеокарта снова и снова перестаёт отвечать. Перезапустите программу или обновите драйвер.
error-device-out-of-memory = На видеокарте не осталось памяти: включена быстрая графика вместо полной.
