# Command line.

cli-command-aimaq = A digital twin of a region: try a change in the model first. Without a command, opens the default scene in a window.
cli-command-view = Opens a scene in a window
cli-command-import = Builds a region package from source files
cli-command-info = Says what a scene or a package holds
cli-command-shot = Draws a picture without a display
cli-command-doctor = Says what this machine has and what it lacks

cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-options = Options
cli-heading-arguments = Arguments
cli-options = OPTIONS
cli-command = COMMAND

cli-argument-lang = Language of all words: kk, ru or en
cli-argument-timings = Shows seconds per phase and peak memory
cli-argument-help = Shows this help
cli-argument-version = Shows the version
cli-argument-scene = Id of a scene, or path of a scene or package
cli-argument-script = Script of commands to play
cli-argument-frames = Number of frames to measure on a fixed path
cli-argument-json = Prints the result as one JSON object
cli-argument-quality = Quality of the picture: lite for weak machines, full for everything
cli-argument-size = Width and height in pixels, such as 1280x720
cli-argument-osm = OpenStreetMap extracts: PBF or XML
cli-argument-dem = Elevation: HGT, GeoTIFF or ESRI ASCII
cli-argument-districts = Districts: GeoJSON
cli-argument-table = Tables of your own: CSV or GeoJSON; each needs a --mapping
cli-argument-mapping = What the columns of the tables are, in the order of the tables
cli-argument-population = Residents by settlement: CSV
cli-argument-clip = Keeps only what lies inside: GeoJSON
cli-argument-package = Package to write
cli-argument-id = Short name of the region
cli-argument-timezone = Time zone (IANA name)
cli-argument-camera = Bookmark of the scene
cli-argument-at = Civil time in the scene’s time zone
cli-argument-picture = Picture to write

cli-usage-unknown-argument = There is no argument { $argument }.
cli-usage-unknown-command = There is no command { $argument }.
cli-usage-missing-argument = A required argument is missing: { $argument }.
cli-usage-repeated-argument = The argument { $argument } can be given only once.
cli-usage-missing-value = The argument { $argument } has no value.
cli-usage-bad-value = “{ $value }” does not suit { $argument }; expected: { $expected }.
cli-usage-mappings = There are { $tables } tables but { $mappings } mappings. Give one --mapping for each --table.
cli-usage-wrong = The arguments are wrong.
cli-usage-suggestion = Did you mean “{ $suggestion }”?
cli-usage-see-help = Help: aimaq --help

cli-expected-nothing = a fitting value
cli-expected-lang = kk, ru, en
cli-expected-quality = lite, full
cli-expected-size = WIDTHxHEIGHT in pixels, such as 1280x720 (from 16 to 16384)
cli-expected-at = a date and time, such as 2026-06-21T12:00
cli-expected-frames = a number from 1 to 1000000

cli-no-window = This build has no window: it was made without the viewer feature.
cli-no-display = No display was found, so no window can open. Below is what the default scene holds; more: aimaq doctor.
cli-population = Population
cli-extent = Extent
cli-counts = Objects
cli-departures = Trips of a working day by timetable
cli-quality = Quality of the data
cli-layer-quality = { $kept } of { $found } kept, { $observed } % of the values from sources
cli-sources = Sources
cli-written = Written: { $file }
cli-total = Total
cli-peak-memory = Peak memory

doctor-processors = Processor
doctor-processors-found = { $count ->
        [one] { $count } thread
       *[other] { $count } threads
    }
doctor-memory = Memory
doctor-display = Display
doctor-graphics = Graphics adapter
doctor-fonts = Fonts
doctor-data = Scenes
doctor-remedy-display = there is none. Start it in a graphical session, or so: { $command }
doctor-remedy-display-unreachable = the one that is named does not answer. Start it in a graphical session, or so: { $command }
doctor-remedy-graphics = no adapter was found. Install a driver: { $command }
doctor-remedy-build = not in this build. Make the full one: { $command }

cli-command-check = Finds what is wrong with files that designers write
cli-command-explain = Says what a RON field or a solution is; without a name lists them all
cli-argument-paths = Files, and folders with all that they hold
cli-argument-field = A field such as template.adapt, a record such as template, or a solution such as school
cli-checked = { $files ->
        [one] { $files } file
       *[other] { $files } files
    } checked, { $errors ->
        [0] no errors
        [one] { $errors } error
       *[other] { $errors } errors
    }.
