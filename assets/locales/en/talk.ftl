# Talks: presenter mode, rehearsal, the presenter's window.
command-present = Present
command-rehearse = Rehearse
command-publish = Hand out
command-pack = Pack into one file
publish-under-way = Files are being written…
error-publish-begun = Writing to { $folder } has begun.
error-publish-nothing = No scene is open, so there is nothing to write. Open one first (Ctrl+O).
error-publish-failed = { $folder } was not written: { $reason }
error-published = { $files ->
    [one] Ready: one file in { $folder }.
   *[other] Ready: { $files } files in { $folder }.
}
command-stop = Go to a stop
command-stop-cut = Go to a stop at once
command-stop-set-up = A stop without moving the camera
command-stop-next = Next stop
command-stop-back = Previous stop
command-stop-first = First stop
command-stop-last = Last stop
command-stop-return = Back to the stop
command-talk-leave = Leave
command-talk-overview = All stops
command-talk-enter = Go to the number typed
command-talk-digit = Scenario by its number, 0 for as it is
command-talk-black = Black screen
command-talk-white = White screen
command-talk-words = Text of the stop
command-talk-film = Film of the talk
command-talk-figures = Figures
command-talk-swipe = Divider: with and without the scenario
command-talk-pointer = Light at the pointer
command-talk-bare = The model alone
command-talk-notes = Notes in a separate window
command-talk-larger = Larger text
command-talk-smaller = Smaller text
talk-away = Backspace leads back to the stop
talk-overview-hint = Type a number and press Enter, or click
talk-rehearsing = Rehearsal under way…
talk-rehearsed = { $problems ->
    [0] Rehearsed in { $seconds } s: everything is there
    [one] Rehearsed in { $seconds } s: one thing to look at
   *[other] Rehearsed in { $seconds } s: { $problems } things to look at
}
talk-next = Next
talk-last-stop = This is the last stop
talk-no-note = No note for this stop
talk-elapsed = since the start
error-tour-none = This scene has no tour. Write one into its folder “tours” (“aimaq new tour”), or add stops in the window.
error-tour-unknown = There is no tour “{ $name }”. Known ones: { $known }.
error-tour-stop-unknown = The tour has no stop “{ $name }”. Known ones: { $known }.
error-tour-not-shown = No tour is being shown. Press F5 to begin one.
error-tour-no-scenario = The tour has no scenario number { $number }.
error-tour-figures-failed = The figures of the scenario “{ $name }” could not be computed.
error-tour-outcome-empty = The outcome that this stop shows has no values here.
error-tour-flood-hour-late = This stop shows hour { $hours } of the flood, but its water is known until hour { $last } only: that one is shown. Correct flood_hour.
error-tour-rehearsed = “{ $tour }” is rehearsed: { $stops ->
    [one] one stop
   *[other] { $stops } stops
}, everything is there.
error-tour-rehearsed-problems = “{ $tour }” is rehearsed: { $problems ->
    [one] one thing to look at; it stands beside its stop.
   *[other] { $problems } things to look at; they stand beside their stops.
}
error-talk-solution-gone = The solution “{ $name }” is no longer there: what was built from it is not shown.
error-talk-norm-gone = The norm “{ $name }” is no longer there: “{ $solution }” is not held against it.
error-device-lost = The graphics card stopped answering and was restarted; the picture comes back at once.
error-device-lost-for-good = The graphics card stops answering again and again. Restart the program, or update the driver.
error-device-out-of-memory = The graphics card has no memory left: graphics are fast instead of full.
