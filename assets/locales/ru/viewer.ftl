# Слова окна.

app-name = aimaq
app-title = aimaq — цифровой двойник региона

close = Закрыть
sketch-mark = Эскиз: не для принятия решений

## Панель кнопок: по одному слову
button-open-dialog = Открыть
button-import-dialog = Импорт
button-measure = Измерить
button-report = Отчёт
button-settings = Настройки
button-help = Справка

## Команды: command-<id>
command-home = Начальный вид
command-north = Повернуть на север
command-look-down = Вид сверху или под углом
command-zoom-in = Ближе
command-zoom-out = Дальше
command-go-to = Перейти к координатам
command-look = Установить камеру
command-bookmark-add = Добавить закладку
command-bookmark-go = Перейти к закладке
command-bookmark-remove = Удалить закладку
command-search = Поиск по названию
command-find = Перейти к объекту по номеру
command-select = Выбрать объект по номеру
command-correct = Исправить значение
command-clear = Закрыть, снять выделение
command-measure = Измерить длину и площадь
command-open = Открыть сцену или файл
command-open-dialog = Открыть: сцены, файлы, закладки
command-import-dialog = Импорт данных
command-import = Импортировать файлы в пакет
command-browse = Открыть папку или выбрать файл
command-import-add = Добавить файл к импорту
command-import-remove = Убрать файл из импорта
command-import-package = Выбрать записываемый пакет
command-import-layer = Выбрать, что описывает таблица
command-import-column = Выбрать, в какое поле идёт столбец
command-import-start = Начать импорт
command-cancel = Остановить
command-picture = Сохранить снимок
command-layers = Слои: показать или скрыть список
command-layer = Показать или скрыть слой
command-layer-opacity = Непрозрачность слоя
command-time = Задать время суток
command-date = Задать дату
command-hour-later = На час позже
command-hour-earlier = На час раньше
command-language = Выбрать язык
command-next-language = Следующий язык
command-theme = Светлая или тёмная тема
command-quality = Быстрая или полная графика
command-text-larger = Увеличить текст
command-text-smaller = Уменьшить текст
command-minimap = Мини-карта: показать или скрыть
command-report = Отчёт о качестве данных
command-settings = Настройки
command-panels = Скрыть или показать все панели
command-dismiss = Закрыть сообщение
command-help = Справка
command-quit = Выход

## Справка: что делают мышь и удерживаемые клавиши
help-moving = Перемещение
help-commands = Клавиши
help-pan-keys = Тянуть левой кнопкой
help-pan = Двигать карту
help-wheel-keys = Колесо
help-wheel = Приблизить, отдалить
help-turn-keys = Тянуть правой, Ctrl+левой
help-turn = Поворот и наклон
help-double-click-keys = Двойной щелчок
help-double-click = Перейти туда
help-click-keys = Щелчок
help-click = Узнать, что это
help-arrows-keys = Стрелки, WASD
help-arrows = Движение
help-qe-keys = Q, E
help-qe = Поворот
help-page-keys = PageUp, PageDown
help-page = Наклон
help-zx-keys = Z, X
help-zx = Ближе, дальше
help-shift-keys = Shift
help-shift = Быстрее

## Заголовки
sheet-open = Открыть
sheet-import = Импорт
sheet-report = Качество данных
sheet-settings = Настройки
sheet-help = Справка
panel-layers = Слои

## Настройки
setting-language = Язык
setting-theme = Тема
theme-system = Как в системе
theme-light = Светлая
theme-dark = Тёмная
setting-quality = Графика
quality-lite = Быстрая
quality-full = Полная
setting-text = Размер текста

## Поиск
search-in = Поиск: { $place }
search-hint = название
search-nothing = Ничего не найдено

## Слои
layer-switch = { $layer }: показать или скрыть
layer-more = Подробнее
layer-count = { $count ->
        [one] { $count } объект
        [few] { $count } объекта
       *[other] { $count } объектов
    }
layer-opacity = Непрозрачность

## Объект
fact-area = Площадь
fact-length = Длина
fact-sources = Источники: { $sources }
correct = Исправить
correct-value = Верное значение
correct-source = Источник или кто сообщил
correct-save = Сохранить
correct-cancel = Отмена

measure-hint = Щёлкайте по карте, чтобы поставить точки

## Открытие
open-embedded = Встроенные сцены
open-recent = Недавние
open-file = Файл
open-drop = Или перетащите файл в окно
open-views = Закладки
own-view = Моя закладка { $name }

## Импорт
browse-up = Вверх
browse-home = Домашняя папка
browse-path = Путь к папке или файлу
browse-go = Перейти
browse-empty = Здесь нет ничего, что программа может прочитать
taken-map = карта
taken-elevation = рельеф
taken-timetables = расписания (GTFS)
taken-districts = районы
taken-table = таблица
taken-unread = читается…
table-rows = Что описывают строки
table-left-out = не брать
import-none = Файлы ещё не выбраны. Выберите их в списке ниже или перетащите в окно.
import-remove = Убрать из импорта
import-files = Исходные файлы
import-kinds = OpenStreetMap (PBF, XML), рельеф (HGT, GeoTIFF, ESRI ASCII), расписания (GTFS), районы (GeoJSON), таблицы (CSV). Вид файла определяется по содержанию.
import-package = Записываемый пакет
import-kept = Ручные поправки из прежнего пакета с таким именем сохранятся.
import-start = Импортировать

## Отчёт
report-sketch = Это эскиз: часть объектов создана программой. Не для принятия решений.
report-layer = Слой
report-kept = Сохранено объектов
report-kept-of = { $kept } из { $found }
report-observed = Значений из источников
report-findings = Что найдено в данных
report-sources = Источники

## День и час
day-earlier = На неделю раньше
day-later = На неделю позже
sun-height = солнце { $degrees }°
button-layers = Слои
