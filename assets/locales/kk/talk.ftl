# Көрсетілім: баяндаушы режимі, дайындық, баяндаушының терезесі.
command-present = Көрсету
command-rehearse = Дайындық
command-stop = Аялдамаға өту
command-stop-next = Келесі аялдама
command-stop-back = Алдыңғы аялдама
command-stop-first = Бірінші аялдама
command-stop-last = Соңғы аялдама
command-stop-return = Аялдамаға оралу
command-talk-leave = Шығу
command-talk-overview = Барлық аялдама
command-talk-enter = Терілген нөмірге өту
command-talk-digit = Нөмірі бойынша сценарий, 0 — қазіргі күйі
command-talk-black = Қара экран
command-talk-white = Ақ экран
command-talk-figures = Көрсеткіштер
command-talk-swipe = Бөлу сызығы: жобамен және жобасыз
command-talk-pointer = Нұсқағыш
command-talk-bare = Тек модель
command-talk-notes = Жазбалар бөлек терезеде
command-talk-larger = Ірірек
command-talk-smaller = Ұсағырақ
talk-away = Backspace — аялдамаға оралу
talk-overview-hint = Нөмірін теріп, Enter басыңыз немесе шертіңіз
talk-rehearsing = Дайындық жүріп жатыр…
talk-rehearsed = { $problems ->
    [0] Дайындық { $seconds } с ішінде өтті: бәрі орнында
   *[other] Дайындық { $seconds } с ішінде өтті: { $problems } ескерту бар
}
talk-next = Келесі
talk-last-stop = Бұл — соңғы аялдама
talk-no-note = Бұл аялдамаға жазба жоқ
talk-elapsed = басталғаннан бері
tour-none = Бұл сахнада көрсетілім жоқ. Оны «tours» қалтасына жазыңыз (`aimaq new tour`) немесе терезеде аялдамалар қосыңыз.
tour-unknown = «{ $name }» деген көрсетілім жоқ. Барлары: { $known }.
tour-stop-unknown = Көрсетілімде «{ $name }» деген аялдама жоқ. Барлары: { $known }.
tour-not-shown = Көрсетілім жүріп жатқан жоқ. F5 — бастау.
tour-no-scenario = Көрсетілімде { $number } нөмірлі сценарий жоқ.
tour-figures-failed = «{ $name }» сценарийінің көрсеткіштерін есептеу мүмкін болмады.
tour-outcome-empty = Бұл аялдама көрсететін нәтиженің мұнда мәні жоқ.
tour-rehearsed = «{ $tour }» көрсетілімінің дайындығы өтті: { $stops } аялдама, бәрі орнында.
tour-rehearsed-problems = «{ $tour }» көрсетілімінің дайындығы өтті: { $problems } ескерту бар, олар аялдамалардың жанында тұр.
