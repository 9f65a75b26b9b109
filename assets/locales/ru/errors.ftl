# Ошибки и предупреждения: error-<код>. Что не так, где и что делать.

error-cancelled = Работа остановлена; ничего не записано.
error-file-empty = Файл { $file } пуст. Скачайте его заново.
error-file-missing = Файл { $file } не найден. Проверьте путь.
error-file-unreadable = Не удалось прочитать файл { $file } ({ $reason }). Проверьте права доступа.
error-file-unwritable = Не удалось записать файл { $file } ({ $reason }). Проверьте права доступа и свободное место на диске.
error-population-columns = Столбцы таблицы { $file } не распознаны. В первой строке нужны столбцы population и name либо lon и lat; другие названия укажите через --table и --mapping.
error-ron-syntax = Файл { $file } не читается в строке { $line }, столбце { $column }: { $message }. Исправьте это место.
