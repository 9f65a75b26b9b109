# Көрсетілім: баяндаушы режимі, дайындық, баяндаушының терезесі.
command-present = Көрсету
command-rehearse = Дайындық
command-stop = Қадамға өту
command-stop-cut = Қадамға бірден
command-stop-set-up = Камераны қозғамай көрсету
command-stop-next = Келесі қадам
command-stop-back = Алдыңғы қадам
command-stop-first = Бірінші қадам
command-stop-last = Соңғы қадам
command-stop-return = Қадамға оралу
command-talk-leave = Шығу
command-talk-overview = Барлық қадам
command-talk-enter = Терілген нөмірге өту
command-talk-digit = Нөмірі бойынша сценарий, 0 — қазіргі күйі
command-talk-black = Қара экран
command-talk-white = Ақ экран
command-talk-words = Қадам сөзі
command-talk-film = Көрсетілім фильмі
command-talk-figures = Көрсеткіштер
command-talk-swipe = Бөлу сызығы: жобамен және жобасыз
command-talk-pointer = Нұсқағыш
command-talk-bare = Тек модель
command-talk-notes = Жазбалар бөлек терезеде
command-talk-larger = Ірірек
command-talk-smaller = Ұсағырақ
talk-away = Backspace — қадамға оралу
talk-overview-hint = Нөмірін теріп, Enter басыңыз немесе шертіңіз
talk-rehearsing = Дайындық жүріп жатыр…
talk-rehearsed = { $problems ->
    [0] Дайындық { $seconds } с ішінде өтті: бәрі орнында
   *[other] Дайындық { $seconds } с ішінде өтті: { $problems } ескерту бар
}
talk-next = Келесі
talk-last-stop = Бұл — соңғы қадам
talk-no-note = Бұл қадамға жазба жоқ
talk-elapsed = басталғаннан бері
tour-none = Бұл сахнада көрсетілім жоқ. Оны «tours» қалтасына жазыңыз (`aimaq new tour`) немесе терезеде қадамдар қосыңыз.
tour-unknown = «{ $name }» деген көрсетілім жоқ. Барлары: { $known }.
tour-stop-unknown = Көрсетілімде «{ $name }» деген қадам жоқ. Барлары: { $known }.
tour-not-shown = Көрсетілім жүріп жатқан жоқ. F5 — бастау.
tour-no-scenario = Көрсетілімде { $number } нөмірлі сценарий жоқ.
tour-figures-failed = «{ $name }» сценарийінің көрсеткіштерін есептеу мүмкін болмады.
tour-outcome-empty = Бұл қадам көрсететін нәтиженің мұнда мәні жоқ.
tour-rehearsed = «{ $tour }» көрсетілімінің дайындығы өтті: { $stops } қадам, бәрі орнында.
tour-rehearsed-problems = «{ $tour }» көрсетілімінің дайындығы өтті: { $problems } ескерту бар, олар қадамдардың жанында тұр.
