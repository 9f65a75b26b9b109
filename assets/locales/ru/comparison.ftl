# Лист сравнения сценариев: порядок, графики, допущения.

series-riders = Пассажиры по часам
series-overloaded-lines = Переполненные маршруты по часам
compare-sort = Нажмите, чтобы упорядочить по изменению; ещё раз — по сферам
compare-assumptions = Допущения
compare-assumptions-hint = После изменения всё считается заново.
compare-assumption-back = Как в модели
