# Talks: presenter mode, rehearsal, the presenter's window.
command-present = Present
command-rehearse = Rehearse
command-publish = Hand out
command-pack = Pack into one file
publish-under-way = A handout is being written…
error-publish-begun = The handout is being written to { $folder }.
error-publish-nothing = There is nothing open that could be handed out.
error-publish-failed = Nothing was handed out to { $folder }: { $reason }
error-published = { $files ->
    [one] One file is in { $folder }.
   *[other] { $files } files are in { $folder }.
}
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
error-tour-none = This scene has no tour. Write one into its folder “tours” (`aimaq new tour`), or add stops in the window.
error-tour-unknown = There is no tour “{ $name }”. There are: { $known }.
error-tour-stop-unknown = The tour has no stop “{ $name }”. There are: { $known }.
error-tour-not-shown = No tour is shown. F5 begins one.
error-tour-no-scenario = The tour has no scenario number { $number }.
error-tour-figures-failed = The figures of the scenario “{ $name }” could not be computed.
error-tour-outcome-empty = The outcome that this stop shows has no values here.
error-tour-rehearsed = “{ $tour }” is rehearsed: { $stops } stops, everything is there.
error-tour-rehearsed-problems = “{ $tour }” is rehearsed: { $problems ->
    [one] one thing to look at
   *[other] { $problems } things to look at
}; they stand beside the stops.
error-talk-solution-gone = The solution “{ $name }” is gone: what stands of it is not shown.
error-talk-norm-gone = The norm “{ $name }” is gone: “{ $solution }” is not held against it.
error-device-lost = The graphics card was lost and is used anew; the picture comes back at once.
error-device-lost-for-good = The graphics card is lost again and again. Start the program anew, or look for a newer driver.
error-device-out-of-memory = The graphics card has no room left: the picture is drawn in lite quality.
