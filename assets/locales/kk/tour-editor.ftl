# Көрсетілім редакторы және картадағы оқырман пікірлері.

panel-tours = Көрсетілімдер
button-tours = Көрсетілім
button-tour-new = Жаңа көрсетілім
button-tour-remove = Көрсетілімді жою
button-tour-put-back = Қайтару
button-tour-stop-add = Экрандағыны қадам етіп қосу
button-tour-stop-update = Экрандағыны алу
tours-hint = Көрсетілім — жиналыста бірінен соң бірі көрсетілетін қадамдар. Экранда керегін көрсетіп, оны қадам етіп қосыңыз: камера, сценарий, салыстыру, картадағы нәтиже, сағат пен қабаттар сақталады.
tour-numbered = { $number }-көрсетілім
tour-stop-numbered = { $number }-қадам
tour-removed = Жойылды: { $name }
tour-moves-and-adds = Бұл қадамда камера басқа жерге ұшады әрі жаңа нәрсе қоса шығады: көрермен екеуіне бірдей ілесе алмайды. Оны екі қадамға бөліңіз.
tour-stop-go = Қадамды көрсету
tour-seconds = с
tour-language-kk = Қазақша
tour-language-ru = Русский
tour-language-en = English
field-tour-name = Атауы
field-tour-summary = Не туралы
field-tour-stop-title = Тақырыбы
field-tour-stop-text = Тыңдаушыларға айтылатын сөз
field-tour-stop-note = Баяндамашы ғана көретін жазба
field-tour-stop-flight = Ұшып жету уақыты
field-tour-stop-seconds = Келесі қадамға өзі өту уақыты

command-tours = Көрсетілімдер: ашу не жабу
command-tour-choose = Көрсетілімді ашу
command-tour-new = Жаңа көрсетілім: экрандағысы бірінші қадам болады
command-tour-name = Көрсетілімнің атауы
command-tour-summary = Көрсетілім не туралы
command-tour-remove = Көрсетілімді жою
command-tour-put-back = Жойылғанды қайтару
command-tour-stop-choose = Қадамды ашу
command-tour-stop-add = Экрандағыны қадам етіп қосу
command-tour-stop-update = Қадамды экрандағыға ауыстыру; мәтіндері қалады
command-tour-stop-earlier = Қадамды жоғары жылжыту
command-tour-stop-later = Қадамды төмен жылжыту
command-tour-stop-text = Қадамның мәтіні
command-tour-stop-flight = Қадамға ұшып жету уақыты
command-tour-stop-seconds = Қадамда тұру уақыты
command-tour-stop-remove = Қадамды жою

error-tour-edit-none = Ешбір көрсетілім ашылмаған. Біреуін таңдаңыз немесе жаңасын жасаңыз.
error-tour-edit-no-scene = Көрініс ашылмаған. Алдымен оны ашыңыз (Ctrl+O).
error-tour-edit-nothing-removed = Қайтаратын ештеңе жоқ.
error-tour-edit-last-stop = Көрсетілімде кемінде бір қадам қалуы керек. Ол керек болмаса, көрсетілімді түгел жойыңыз.
error-tour-edit-odd = «{ $text }» мұнда түсініксіз. Қадамды, содан кейін мәнін жазыңыз.

panel-remarks = Оқырман пікірлері
button-remarks-clear = Бәрін алып тастау
readers-remarks-hint = Пікірлер файлын терезеге сүйреп апарыңыз: оқырман оны таратылған беттен сақтап, сізге жібереді.
readers-remark-go = Сол жерге өту
readers-remark-nameless = Аты көрсетілмеген оқырман

command-remarks = Оқырман пікірлері: көрсету не жасыру
command-remarks-open = Пікірлер файлын ашу
command-remark = Пікірді оқу
command-remark-go = Пікір қалдырылған жерге өту
command-remarks-clear = Барлық пікірді алып тастау

error-remarks-opened = Картаға { $count } жаңа пікір қосылды.
error-remarks-elsewhere = { $file } файлындағы пікірлер «{ $scene }» көрінісіне қатысты. Алдымен сол көріністі ашыңыз.
error-remarks-none = { $file } файлында пікір жоқ. Оқырманнан оны қайта сақтауын сұраңыз.
error-remark-unknown = «{ $text }» нөмірлі пікір жоқ. Тізімнен таңдаңыз.
