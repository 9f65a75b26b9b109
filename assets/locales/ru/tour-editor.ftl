# Редактор показов и замечания читателей на карте.

panel-tours = Показы
button-tours = Показы
button-tour-new = Новый показ
button-tour-remove = Удалить показ
button-tour-put-back = Вернуть
button-tour-stop-add = Добавить этот вид шагом
button-tour-stop-update = Взять вид с экрана
tours-hint = Показ — это шаги, по которым ведут совещание. Настройте вид и добавьте его шагом: сохранятся камера, сценарий, сравнение, результат на карте, час и слои.
tour-numbered = Показ { $number }
tour-stop-numbered = Шаг { $number }
tour-removed = Удалено: { $name }
tour-moves-and-adds = На этом шаге камера летит в другое место и тут же появляется новое: уследить сразу за тем и другим нельзя. Разделите его на два шага.
tour-stop-go = Показать шаг
tour-seconds = с
tour-language-kk = Қазақша
tour-language-ru = Русский
tour-language-en = English
field-tour-name = Название
field-tour-summary = О чём показ
field-tour-stop-title = Заголовок
field-tour-stop-text = Что говорится слушателям
field-tour-stop-note = Заметка, которую видит только докладчик
field-tour-stop-flight = Перелёт длится
field-tour-stop-seconds = Следующий шаг сам через

command-tours = Показы: открыть или закрыть
command-tour-choose = Открыть показ
command-tour-new = Новый показ: вид на экране станет первым шагом
command-tour-name = Название показа
command-tour-summary = О чём показ
command-tour-remove = Удалить показ
command-tour-put-back = Вернуть удалённое
command-tour-stop-choose = Открыть шаг
command-tour-stop-add = Добавить вид на экране как шаг
command-tour-stop-update = Заменить вид шага тем, что на экране; тексты останутся
command-tour-stop-earlier = Поднять шаг выше
command-tour-stop-later = Опустить шаг ниже
command-tour-stop-text = Текст шага
command-tour-stop-flight = Длительность перелёта к шагу
command-tour-stop-seconds = Время на шаге
command-tour-stop-remove = Удалить шаг

error-tour-edit-none = Ни один показ не открыт. Выберите показ или создайте новый.
error-tour-edit-no-scene = Сцена не открыта. Сначала откройте её (Ctrl+O).
error-tour-edit-nothing-removed = Возвращать нечего.
error-tour-edit-last-stop = В показе должен остаться хотя бы один шаг. Если он не нужен, удалите весь показ.
error-tour-edit-odd = «{ $text }» здесь непонятно. Укажите шаг, затем значение.

panel-remarks = Замечания читателей
button-remarks-clear = Убрать все
readers-remarks-hint = Перетащите в окно файл с замечаниями: читатель сохраняет его с раздаточной страницы и присылает вам.
readers-remark-go = Перейти
readers-remark-nameless = Читатель без имени

command-remarks = Замечания читателей: показать или скрыть
command-remarks-open = Открыть файл с замечаниями
command-remark = Прочитать замечание
command-remark-go = Перейти к месту замечания
command-remarks-clear = Убрать все замечания

error-remarks-opened = { $count ->
        [one] На карту добавлено { $count } новое замечание.
        [few] На карту добавлено { $count } новых замечания.
       *[many] На карту добавлено { $count } новых замечаний.
    }
error-remarks-elsewhere = Замечания в файле { $file } относятся к сцене «{ $scene }». Сначала откройте эту сцену.
error-remarks-none = В файле { $file } нет замечаний. Попросите читателя сохранить его ещё раз.
error-remark-unknown = Замечания с номером «{ $text }» нет. Выберите его в списке.
