# Tours: stops that a presenter goes through.

sharing-swipe = one picture with a divider
sharing-beside = pictures side by side

## What goes wrong
error-tour-without-stops = The tour has no stops. Add at least one.
error-tour-id-unfit = “{ $id }” cannot be the name of a file. Take letters, digits, - and _, at most { $most } of them.
error-stop-id-repeated = The stop “{ $id }” stands twice. Give each stop a name of its own.
error-tour-number-outside = { $name } must lie between { $least } and { $most }.
error-tour-against-many = A scenario is held against { $most } others at most. Take some out.
error-tour-swipe-many = A divider parts two scenarios. Name one in against, or set sharing to beside.
error-tour-time-odd = “{ $text }” is not a day with an hour. Write it like 2026-06-21 09:00.
error-tour-flood-hour-alone = This stop names an hour of the flood, but shows no flood. Set overlay to one of { $known }, or take flood_hour out.
error-tour-layer-unknown = There is no layer “{ $name }”. Known ones: { $known }.
error-tour-bookmark-unknown = The scene has no bookmark “{ $name }”; the camera stays where it was. Known ones: { $known }.
error-metric-unknown = There is no metric “{ $name }”. Correct its name.
error-tour-figure-open = A brace in this text is not closed, so no figure is put in. Close it, or take it out.
error-tour-camera-distance = The camera must be { $least }–{ $most } metres away from the place that it looks at. Correct distance.
error-tour-camera-tilt = The camera must look between { $least } and { $most } degrees below the horizon. Correct tilt.
error-tour-camera-under-ground = The camera would be under the ground. Raise tilt.
error-tour-camera-outside = The camera looks at a place outside the region. Correct its longitude and latitude.
error-tour-copied = Your tour is saved in { $file }; what came with the program stays as it was.
error-tour-gave-way = { $file } was changed by another program while you edited. That version counts now; yours is kept in { $folder }.

## What the fields of a tour mean
explain-tour-version = Version of the file’s form: 1.
explain-tour-id = Short name of the tour; the file is called by it.
explain-tour-name = What people call it.
explain-tour-summary = What it shows, in a sentence or two: the words of the cover.
explain-tour-stops = The stops, in their order.
explain-stop-id = Short name within the tour; pictures and remarks are called by it.
explain-stop-title = Its heading.
explain-stop-text = What is said to the audience, in a few sentences. The id of a metric in braces stands for its value in the scenario that is shown. Before the id, with a dot, may stand base for the region as it is, change for the difference, or the id of another scenario.
explain-stop-note = What only the presenter reads.
explain-stop-camera = Where it is looked at from: a bookmark of the scene or a view of its own. The camera stays where it was if none is named.
explain-stop-flight = How long the flight there takes, in seconds: 0 to 30.
explain-stop-scenario = The scenario that is shown; the region as it is where none is named.
explain-stop-against = What it is held against: ids of scenarios, or an empty text for the region as it is.
explain-stop-sharing = How they share the picture. A divider parts two, side by side there is room for four.
explain-stop-divider = Where the divider is: 0 at the left edge, 1 at the right.
explain-stop-overlay = The outcome on the map.
explain-stop-difference = Whether the map shows what is better and worse than in the region as it is, instead of values.
explain-stop-flood_hour = The hour of the flood whose water is seen, counted from when the river began to rise; the highest water where none is named.
explain-stop-at = Day and hour in the scene’s civil time, such as 2026-06-21 09:00; as before where none are named.
explain-stop-hidden = Layers that are hidden.
explain-stop-shown = Layers that are shown, though they are hidden at first.
explain-stop-year = The year that the proposals are seen in; all of them are built where none is named.
explain-stop-metrics = Figures beside the picture, by the ids of metrics.
explain-stop-seconds = Seconds until the next stop; where none are named, the presenter goes on by hand.
