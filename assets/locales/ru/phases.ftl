# Этапы долгой работы: phase-<имя>.

phase-read-files = Чтение файлов
