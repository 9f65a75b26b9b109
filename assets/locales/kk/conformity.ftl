# Бар нәрсе мен ұсынылған нәрсенің үйлесімі: теңгерім, норма, қажеттілік, кедергі.

balance-met = { $what }: { $needed } керек, { $provided } бар
balance-ample = { $what }: { $needed } керек, толық жетеді
balance-short = { $what }: { $needed } керек, { $provided } бар, { $short } жетпейді
balance-remedied = { $balance } — { $remedy } қамтамасыз етеді
balance-unknown = { $what }: { $needed } керек; қанша бары белгісіз
balance-remedy = «{ $name }»
balance-remedies = { $count } × «{ $name }»
shortfall-place = { $place }. { $balance }

party-residents = Тұрғындар
party-proposal = { $key }-ұсыныс
feature-mast = Мұнара
supplier-unknown = қанша екені белгісіз
supplier-ample = керегінше
supplier-line = { $name } ({ $facts })
demand-line = { $name }: { $amount } ({ $assumption }; { $origin })

# $rate: мың тұрғынға шаққанда.
assumption-pupils = аймақ мектептеріндегі оқушы санына сай: 1000 тұрғынға { $rate }
assumption-kindergarten-places = 1000 тұрғынға { $rate } орын, норманың ортасы
assumption-visits = 250 жұмыс күнінде жылына тоғыз рет қаралу: 1000 тұрғынға күніне { $rate }
assumption-internet = қарбалас сағатта бір тұрғынжайға 2 Мбит/с: 1000 тұрғынға { $rate } Мбит/с
assumption-coverage = барлығы: 1000 тұрғынға { $rate }
assumption-jobs = тұрғындардың жартысы жұмыс істейді: 1000 тұрғынға { $rate }
assumption-green = көгалдандыру нормасы: 1000 тұрғынға { $rate } м²
assumption-household = 2,9 адам тұратын тұрғынжайдың желіден алатыны: 1000 тұрғынға { $rate }
assumption-template = шешімнің үлгісі бойынша: { $rate }

verdict = { $name }: { $measured }, норма { $side } { $value } — { $judgement } ({ $document })
verdict-unmeasured = { $name }: { $side } { $value } — { $judgement } ({ $document })
judgement-met = орындалды
judgement-far = { $by } алысырақ
judgement-near = { $by } жақынырақ
judgement-over = { $by } артық
judgement-under = { $by } кем
judgement-unknown = мұнда өлшеуге болмайды
judgement-unverified = { $judgement }, норма тексерілмеген

need-met = { $what }: { $amount }, көзі: { $from }
need-short = { $what }: { $amount } керек, { $short } жетпейді
need-short-from = { $what }: { $amount } керек, { $short } жетпейді; ең жақын көзі: { $from }
need-unknown = { $what }: { $amount } керек; { $rule }
need-road-met = { $what }: { $from }
need-road-short = { $what }: табылмады: { $rule }
need-road-short-from = { $what }: табылмады: { $rule }; ең жақыны: { $from }
need-rule-operator = модельде мұндай желі жоқ, оператордан сұрау керек
need-rule-unmodelled = модельде ол туралы дерек жоқ
need-rule-road = 100 м ішіндегі көлік жүретін көше
need-rule-internet = елді мекендегі немесе 2 км ішіндегі оптикалық талшық, не 5 км ішіндегі мұнара
need-rule-institutions = елді мекен мекемелерінің бос орны белгісіз

conflict-buildings = { $count } ғимараттың үстінде тұр
conflict-water = Су ішінде тұр
conflict-streets = { $count } көшенің үстінде тұр
conflict-outside = Аймақтан тыс жатыр
conflict-slope = Жер тым еңіс: { $count } %
