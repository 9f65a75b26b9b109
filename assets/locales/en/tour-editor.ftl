# The tour editor, and readers’ remarks on the map.

panel-tours = Tours
button-tours = Tours
button-tour-new = New tour
button-tour-remove = Remove the tour
button-tour-put-back = Put back
button-tour-stop-add = Add this view as a stop
button-tour-stop-update = Use this view
tours-hint = A tour is a row of stops for a meeting. Set up the view and add it as a stop: camera, scenario, comparison, outcome, hour and layers are kept.
tour-numbered = Tour { $number }
tour-stop-numbered = Stop { $number }
tour-removed = Removed: { $name }
tour-moves-and-adds = At this stop the camera flies elsewhere and something new appears at once: nobody can follow both. Make two stops of it.
tour-stop-go = Show the stop
tour-seconds = s
tour-language-kk = Қазақша
tour-language-ru = Русский
tour-language-en = English
field-tour-name = Name
field-tour-summary = What it shows
field-tour-stop-title = Title
field-tour-stop-text = What is said to the audience
field-tour-stop-note = Note that only the presenter sees
field-tour-stop-flight = Flight takes
field-tour-stop-seconds = Goes on by itself after

command-tours = Tours: show or hide
command-tour-choose = Open a tour
command-tour-new = New tour; what is on the screen becomes its first stop
command-tour-name = Name of the tour
command-tour-summary = What the tour shows
command-tour-remove = Remove the tour
command-tour-put-back = Put back what was removed
command-tour-stop-choose = Open a stop
command-tour-stop-add = Add what is on the screen as a stop
command-tour-stop-update = Give the stop what is on the screen; its texts stay
command-tour-stop-earlier = Move the stop up
command-tour-stop-later = Move the stop down
command-tour-stop-text = Text of the stop
command-tour-stop-flight = Duration of the flight to the stop
command-tour-stop-seconds = Time at the stop
command-tour-stop-remove = Remove the stop

error-tour-edit-none = No tour is open. Choose one, or make a new one.
error-tour-edit-no-scene = No scene is open. Open one first (Ctrl+O).
error-tour-edit-nothing-removed = There is nothing to put back.
error-tour-edit-last-stop = A tour must have at least one stop. To do without it, remove the tour.
error-tour-edit-odd = “{ $text }” cannot be understood here. Name the stop, then the value.

panel-remarks = Readers’ remarks
button-remarks-clear = Clear all
readers-remarks-hint = Drop a remarks file onto the window: a reader saves it on the handed-out page and sends it to you.
readers-remark-go = Go there
readers-remark-nameless = Unnamed reader

command-remarks = Readers’ remarks: show or hide
command-remarks-open = Open a file of remarks
command-remark = Read a remark
command-remark-go = Go to where a remark was made
command-remarks-clear = Clear all remarks

error-remarks-opened = { $count ->
        [one] One new remark was added
       *[other] { $count } new remarks were added
    } to the map.
error-remarks-elsewhere = The remarks in { $file } are about the scene “{ $scene }”. Open that scene first.
error-remarks-none = There is no remark in { $file }. Ask the reader to save the file again.
error-remark-unknown = There is no remark with the number “{ $text }”. Choose one from the list.
