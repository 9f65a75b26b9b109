# Ұзақ жұмыстың кезеңдері: phase-<атауы>.

phase-begin = Ашылуда…
phase-read-files = Файлдар оқылуда
phase-scene-read = Көрініс оқылуда
phase-package-read = Пакет оқылуда
phase-package-write = Пакет жазылуда
phase-osm-read = Карта оқылуда
phase-osm-build = Карта нысандары құрылуда
phase-elevation = Жер бедері дайындалуда
phase-import-tables = Аудандар мен кестелер қосылуда
phase-import-infer = Жетіспейтін мәндер толықтырылуда
phase-sketch-facts = Нобай деректері оқылуда
phase-sketch-land = Су нысандары мен ауылдар орналастырылуда
phase-sketch-settlements = Елді мекендер құрылуда
phase-sketch-roads = Жолдар салынуда
phase-sketch-network = Көше желісі біріктірілуде
phase-years = Көрсеткіштер жылдар бойынша есептелуде
