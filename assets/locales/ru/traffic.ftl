# Распределение транспортных потоков.

cli-command-assign = Распределяет поездки по дорогам в научных сетях (TNTP)
cli-argument-network = Сеть: TNTP
cli-argument-trips = Матрица корреспонденций: TNTP
cli-argument-toll_factor = Сколько единиц времени стоит единица платы за проезд (по умолчанию 0)
cli-argument-distance_factor = Сколько единиц времени стоит единица длины (по умолчанию 0)
cli-argument-optimum = Системный оптимум (наименьшие затраты всех вместе) вместо равновесия пользователей
cli-argument-close = Какие дуги закрыть, по номерам узлов, например 3-4
cli-argument-gap = Относительный разрыв, при котором расчёт заканчивается (по умолчанию 1e-6)
cli-argument-threads = Число потоков процессора; по умолчанию все
cli-argument-flows = Файл для интенсивностей: from,to,volume,cost

cli-expected-toll-factor = неотрицательное число, например 0.02
cli-expected-distance-factor = неотрицательное число, например 0.04
cli-expected-close = ОТКУДА-КУДА, например 3-4; узлы считаются с 1
cli-expected-gap = число от 0 до 1, например 1e-6
cli-expected-threads = число от 1 до 1024

phase-traffic-assign = Распределение поездок по дорогам

traffic-principle = Принцип распределения
principle-user-equilibrium = равновесие пользователей
principle-system-optimum = системный оптимум
traffic-relative-gap = Относительный разрыв
traffic-objective = Целевая функция
traffic-total-time = Суммарные затраты на проезд
traffic-iterations = Итераций
traffic-solving = Время расчёта
traffic-threads = Потоков процессора

error-threads-unavailable = Не удалось запустить потоки процессора ({ $reason }). Укажите меньшее число в --threads.
error-tntp-header-missing = В заголовке файла { $file } нет верного значения <{ $field }>, оно взято по дугам. Добавьте эту строку.
error-tntp-link-count = В заголовке файла { $file } указано дуг: { $said }, а в файле их { $found }. Проверьте, полон ли файл.
error-tntp-links-node-unknown = { $file }: дуг, пропущенных из-за узла не от 1 до { $most }: { $count }, первая — в строке { NUMBER($line, useGrouping: "false") }. Исправьте номер узла или <NUMBER OF NODES>.
error-tntp-links-odd = { $file }: дуг, пропущенных из-за отрицательного или бесконечного значения либо не числа: { $count }, первая — в строке { NUMBER($line, useGrouping: "false") }. Исправьте значение.
error-tntp-links-unreadable = { $file }: строк, которые не описывают дугу и пропущены: { $count }, первая — { NUMBER($line, useGrouping: "false") }. Напишите так: начало, конец, пропускная способность, длина, время, b, степень, скорость, плата, тип.
error-tntp-trips-odd = { $file }: пропущено отрицательных или бесконечных чисел поездок: { $count }, первое — в строке { NUMBER($line, useGrouping: "false") }. Исправьте его.
error-tntp-trips-total = В заголовке файла { $file } указано поездок: { $said }, а в матрице их { $found }. Проверьте, полон ли файл.
error-tntp-trips-unreadable = { $file }: пропущено нечитаемых записей: { $count }, первая — в строке { NUMBER($line, useGrouping: "false") }. Пишите «Origin 1», а ниже — «2 : 100;».
error-tntp-trips-zone-unknown = { $file }: пропущено районов с номером не от 1 до { $most }: { $count }, первый — в строке { NUMBER($line, useGrouping: "false") }. Исправьте номер или выберите матрицу этой сети.
error-tntp-without-links = В файле { $file } нет ни одной дуги. Выберите сеть в формате TNTP.
error-tntp-without-origins = В файле { $file } нет ни одной строки «Origin». Выберите матрицу корреспонденций в формате TNTP.
error-tntp-zones-differ = В заголовке файла { $file } указано районов: { $said }, а в сети их { $found }. Проверьте, от одной ли сети эти файлы.
error-traffic-gap-not-reached = Относительный разрыв снизился только до { $gap }, а не до { $aim }. Интенсивности менее точны; допустите больший разрыв в --gap.
error-traffic-link-missing = В сети { $file } нет дуги из { $from } в { $to }, поэтому её не закрыть. Проверьте номера узлов.
error-traffic-links-astray = Дуг, которые кончаются там же, где начинаются, или выходят за сеть: { $count }. По ним никто не едет; исправьте их узлы.
error-traffic-links-without-capacity = Дуг без пропускной способности: { $count }, первая — из { $from } в { $to }. Они считаются закрытыми; если дорога открыта, укажите её пропускную способность.
error-traffic-trips-outside = Поездок, которые начинаются или кончаются вне районов сети: { $trips }. Они пропущены; исправьте их районы.
error-traffic-trips-unreachable = Поездок, до цели которых нет дороги: { $trips } (пар районов — { $count }). Они пропущены; откройте дорогу между районами.
