# Соответствуют ли друг другу существующее и предлагаемое: балансы, нормы, потребности, препятствия.

balance-met = { $what }: нужно { $needed }, есть { $provided }
balance-ample = { $what }: нужно { $needed }, хватает полностью
balance-short = { $what }: нужно { $needed }, есть { $provided }, не хватает { $short }
balance-remedied = { $balance } — обеспечит { $remedy }
balance-unknown = { $what }: нужно { $needed }; сколько есть, неизвестно
balance-remedy = «{ $name }»
balance-remedies = { $count } × «{ $name }»
shortfall-place = { $place }. { $balance }

party-residents = Жители
party-proposal = Предложение { $key }
feature-mast = Вышка
supplier-unknown = количество неизвестно
supplier-ample = сколько потребуется
supplier-line = { $name } ({ $facts })
demand-line = { $name }: { $amount } ({ $assumption }; { $origin })

# $rate: на тысячу жителей.
assumption-pupils = столько учеников, сколько в школах региона: { $rate } на 1000 жителей
assumption-kindergarten-places = мест на 1000 жителей: { $rate }, середина нормы
assumption-visits = девять посещений в год при 250 рабочих днях: { $rate } в день на 1000 жителей
assumption-internet = 2 Мбит/с на квартиру в час пик: { $rate } Мбит/с на 1000 жителей
assumption-coverage = каждый: { $rate } из 1000 жителей
assumption-jobs = работает половина жителей: { $rate } из 1000
assumption-green = норма озеленения: { $rate } м² на 1000 жителей
assumption-household = сколько берёт из сети жильё на 2,9 человека: { $rate } на 1000 жителей
assumption-template = по шаблону решения: { $rate }

verdict = { $name }: { $measured } при норме { $side } { $value } — { $judgement } ({ $document })
verdict-unmeasured = { $name }: { $side } { $value } — { $judgement } ({ $document })
judgement-met = соблюдено
judgement-far = на { $by } дальше
judgement-near = на { $by } ближе
judgement-over = на { $by } больше
judgement-under = на { $by } меньше
judgement-unknown = здесь измерить нельзя
judgement-unverified = { $judgement }, норма не проверена

need-met = { $what }: { $amount }, источник: { $from }
need-short = { $what }: нужно { $amount }, не хватает { $short }
need-short-from = { $what }: нужно { $amount }, не хватает { $short }; ближайший источник: { $from }
need-unknown = { $what }: нужно { $amount }; { $rule }
need-road-met = { $what }: { $from }
need-road-short = { $what }: не найдено: { $rule }
need-road-short-from = { $what }: не найдено: { $rule }; ближе всего: { $from }
need-rule-operator = этой сети в модели нет, нужно спросить у оператора
need-rule-unmodelled = в модели нет данных об этом
need-rule-road = проезжая улица в пределах 100 м
need-rule-internet = оптоволокно в населённом пункте или в пределах 2 км либо вышка в пределах 5 км
need-rule-institutions = запас у учреждений населённого пункта неизвестен

conflict-buildings = { $count ->
    [one] Стоит на { $count } здании
   *[other] Стоит на { $count } зданиях
    }
conflict-water = Стоит в воде
conflict-streets = { $count ->
    [one] Стоит на { $count } улице
   *[other] Стоит на { $count } улицах
    }
conflict-outside = Лежит за пределами региона
conflict-slope = Слишком крутой склон: { $count } %
