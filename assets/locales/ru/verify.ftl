# Насколько верны модели: опубликованные примеры, что ожидается и что получено.

cli-command-verify = Проверяет модели на опубликованных примерах: что ожидается и что получено

cli-argument-cases = Папка с другими опубликованными примерами: radio, flood, traffic

phase-verify-shipped = Расчёт опубликованных примеров
phase-verify-folder = Расчёт примеров из папки
verify-case = Пример
verify-measured = Что сравнивается
verify-expected = Ожидается
verify-found = Получено
verify-difference = Разность
verify-tolerance = Допуск
verify-source = Источник
verify-held = Проверок выполнено: { $held } из { $count }

verify-model-free-space = Радиосвязь: свободное пространство
verify-model-hata = Радиосвязь: Окумура – Хата
verify-model-itm = Радиосвязь: Лонгли – Райс (ITM)
verify-model-p1812 = Радиосвязь: Рекомендация МСЭ-R P.1812
verify-model-flood = Паводки и дамбы
verify-model-traffic = Движение по дорогам
verify-model-transit = Общественный транспорт
verify-model-access = Доступность

verify-case-link = МГц / км: { $name }
verify-case-town = Город, МГц / км: { $name }
verify-case-suburb = Пригород, МГц / км: { $name }
verify-case-open = Открытая местность, МГц / км: { $name }
verify-case-city = Крупный город, МГц / км: { $name }
verify-case-path = Трасса по профилю: { $name }
verify-case-area = Местность с известной неровностью: { $name }
verify-case-dam-break = Прорыв плотины: { $name }
verify-case-lake = Озеро в покое: { $name }
verify-case-channel = Длинный канал: { $name }
verify-case-bump = Поток над порогом: { $name }
verify-case-plain = Затопление равнины, м от притока: { $name }
verify-case-plain-water = Затопление равнины
verify-case-levees = Перелив через стенки
verify-case-middle = Перелив через стенки, середина, створ { $name }
verify-case-right = Перелив через стенки, справа, створ { $name }
verify-case-left = Перелив через стенки, слева, створ { $name }
verify-case-weir = Водослив: { $name }
verify-case-network = Дорожная сеть: { $name }
verify-case-closed = Дорожная сеть без дуги 3–4: { $name }
verify-case-optimum = Дорожная сеть, лучшее для всех: { $name }
verify-case-lines = Маршруты, поездка { $name }
verify-case-line = Маршрут { $name }
verify-case-two-step = Зоны доступности в два шага: { $name }
verify-case-three-step = Зоны доступности в три шага: { $name }

verify-measured-loss = Основные потери передачи
verify-measured-on-the-way = Наибольшее расхождение промежуточных потерь
verify-measured-flow = Наибольший расход, м²/с
verify-measured-depth-off = Среднее расхождение глубины
verify-measured-depth-share = Среднее расхождение глубины, доля средней
verify-measured-depth = Глубина воды
verify-measured-level = Уровень воды
verify-measured-discharge = Расход через гребень, м²/с
verify-measured-volume = Приток воды
verify-measured-balance = Невязка баланса воды, доля от всей
verify-measured-objective = Целевая функция
verify-measured-total-time = Суммарное время в пути
verify-measured-gap = Относительный разрыв
verify-measured-expected-time = Ожидаемое время в пути
verify-measured-share = Доля пассажиров
verify-measured-access = Врачей на одного жителя
verify-measured-supply = Всего распределено врачей

error-verify-row-odd = { $file }, строка { $line }: значения нет или это не число. Исправьте строку; её пример пропущен.
error-verify-empty = В файле { $file } нет ни одного примера. Проверьте, полон ли файл.
error-verify-profiles-differ = В файле { $file } примеров { $cases }, а профилей { $profiles }. Дайте каждому примеру профиль; лишние пропущены.
error-verify-field-missing = В файле { $file } нет «{ $field }». Добавьте строку; пример пропущен.
error-verify-flows-differ = В файле { $file } интенсивностей { $flows }, а дуг в сети { $links }. Возьмите интенсивности той же сети.
error-verify-without-answer = Для { $file } нет опубликованного ответа, поэтому расчёт не выполнялся. Положите рядом { $answer }.
error-verify-solution-unknown = Решение SWASHES в файле { $file } (тип { $kind }, вариант { $choice }) здесь не рассчитывается. Оно пропущено, делать ничего не нужно.
error-verify-folder-missing = Папки { $folder } нет. Проверьте путь после --cases.
error-verify-nothing = В папке { $folder } не удалось рассчитать ни одного примера. Выберите папку, в которой есть radio, flood или traffic.
error-verify-unknown = { $file } не проверяется: для этого нет проверки. Делать ничего не нужно.
error-verify-log-alone = { $file } не относится ни к одному измерению профиля. Положите его профиль к остальным.
