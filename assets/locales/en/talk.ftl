# Talks: presenter mode, rehearsal, the presenter's window.
command-present = Present
command-rehearse = Rehearse
command-stop = To a stop
command-stop-cut = To a stop at once
command-stop-set-up = A stop without moving
command-stop-next = Next stop
command-stop-back = Stop before
command-stop-first = First stop
command-stop-last = Last stop
command-stop-return = Back to the stop
command-talk-leave = Leave
command-talk-overview = All stops
command-talk-enter = Go to the number typed
command-talk-digit = Scenario by its number, 0 as it is
command-talk-black = Black screen
command-talk-white = White screen
command-talk-words = Words
command-talk-film = A film of the talk
command-talk-figures = Figures
command-talk-swipe = Swipe: with and without
command-talk-pointer = Light at the pointer
command-talk-bare = The model alone
command-talk-notes = Notes in a window of their own
command-talk-larger = Larger letters
command-talk-smaller = Smaller letters
talk-away = Backspace leads back to the stop
talk-overview-hint = Type a number and press Enter, or click
talk-rehearsing = Rehearsal under way…
talk-rehearsed = { $problems ->
    [0] Rehearsed in { $seconds } s: nothing is missing
    [one] Rehearsed in { $seconds } s: one thing to look at
   *[other] Rehearsed in { $seconds } s: { $problems } things to look at
}
talk-next = Next
talk-last-stop = This is the last stop
talk-no-note = No note for this stop
talk-elapsed = since the start
tour-none = This scene has no tour. Write one into its folder “tours” (`aimaq new tour`), or add stops in the window.
tour-unknown = There is no tour “{ $name }”. There are: { $known }.
tour-stop-unknown = The tour has no stop “{ $name }”. There are: { $known }.
tour-not-shown = No tour is shown. F5 begins one.
tour-no-scenario = The tour has no scenario number { $number }.
tour-figures-failed = The figures of the scenario “{ $name }” could not be computed.
tour-outcome-empty = The outcome that this stop shows has no values here.
tour-rehearsed = “{ $tour }” is rehearsed: { $stops } stops, everything is there.
tour-rehearsed-problems = “{ $tour }” is rehearsed: { $problems ->
    [one] one thing to look at
   *[other] { $problems } things to look at
}; they stand beside the stops.
