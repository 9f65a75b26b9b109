# Показ: режим докладчика, репетиция, окно докладчика.
command-present = Показать
command-rehearse = Репетиция
command-stop = К остановке
command-stop-next = Следующая остановка
command-stop-back = Предыдущая остановка
command-stop-first = Первая остановка
command-stop-last = Последняя остановка
command-stop-return = Вернуться к остановке
command-talk-leave = Выйти
command-talk-overview = Все остановки
command-talk-enter = К набранному номеру
command-talk-digit = Сценарий по номеру, 0 — как есть
command-talk-black = Чёрный экран
command-talk-white = Белый экран
command-talk-figures = Показатели
command-talk-swipe = Шторка: с проектом и без
command-talk-pointer = Указка
command-talk-bare = Только модель
command-talk-notes = Заметки в отдельном окне
command-talk-larger = Крупнее
command-talk-smaller = Мельче
talk-away = Backspace — назад к остановке
talk-overview-hint = Наберите номер и нажмите Enter или щёлкните
talk-rehearsing = Идёт репетиция…
talk-rehearsed = { $problems ->
    [0] Репетиция за { $seconds } с: всё на месте
    [one] Репетиция за { $seconds } с: { $problems } замечание
    [few] Репетиция за { $seconds } с: { $problems } замечания
   *[other] Репетиция за { $seconds } с: { $problems } замечаний
}
talk-next = Далее
talk-last-stop = Это последняя остановка
talk-no-note = К этой остановке заметки нет
talk-elapsed = с начала показа
tour-none = У этой сцены нет показов. Напишите показ в её папке «tours» (`aimaq new tour`) или добавьте остановки в окне.
tour-unknown = Показа «{ $name }» нет. Есть: { $known }.
tour-stop-unknown = В показе нет остановки «{ $name }». Есть: { $known }.
tour-not-shown = Показ не идёт. F5 — начать.
tour-no-scenario = В показе нет сценария под номером { $number }.
tour-figures-failed = Показатели сценария «{ $name }» вычислить не удалось.
tour-outcome-empty = У результата, который показывает эта остановка, здесь нет значений.
tour-rehearsed = Репетиция показа «{ $tour }»: остановок — { $stops }, всё на месте.
tour-rehearsed-problems = Репетиция показа «{ $tour }»: { $problems ->
    [one] { $problems } замечание
    [few] { $problems } замечания
   *[other] { $problems } замечаний
}, они стоят у остановок.
