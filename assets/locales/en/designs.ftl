# Words of templates and norms: sets, forms, and what fields mean.

kind-facility = Facility
kind-quarter = Quarter
kind-street = Street
kind-line = Line
kind-service = Service
kind-mast = Mast
kind-cable = Cable
kind-levee = Levee
kind-basin = Basin
kind-planting = Planting
kind-field = Field
kind-upgrade = Upgrade

strategy-public-services = Digital public services
strategy-health = Health
strategy-education = Education and the labour market
strategy-economy = Digital economy
strategy-data = Data
strategy-cybersecurity = Cybersecurity
strategy-robotics = Robotics
strategy-infrastructure = Digital infrastructure
strategy-regulation = Regulation
strategy-startups = Start-up ecosystem

sphere-management = City management
sphere-safety = Safety
sphere-transport = Transport and logistics
sphere-social = Social sphere
sphere-ecology = Ecology
sphere-utilities = Housing and utilities
sphere-business = Economy and business
sphere-infrastructure = Infrastructure

stage-design = Design
stage-approval = Consents
stage-construction = Construction
stage-equipment = Equipment
stage-launch = Launch

resource-power = Electric power
resource-heat = Heat
resource-water = Drinking water
resource-sewage = Sewage
resource-internet = Internet
resource-road = Road access
resource-staff = Staff
resource-school-places = School places
resource-kindergarten-places = Kindergarten places
resource-visits = Visits to a doctor
resource-calls = Ambulance calls
resource-services = Public services
resource-learners = Learners
resource-homes = Homes
resource-jobs = Jobs
resource-startups = Start-ups
resource-parcels = Parcels
resource-storage = Data storage
resource-watched = Places watched
resource-protected = People protected
resource-coverage = People with mobile internet
resource-passengers = Passengers
resource-vehicles = Vehicles
resource-green = Green
resource-retention = Water held back
resource-energy = Energy

unit-count = pcs
unit-cubic-metres = m³
unit-cubic-metres-per-day = m³/day
unit-kilowatts = kW
unit-kilowatt-hours-per-year = kWh/year
unit-megabits = Mbit/s
unit-terabytes = TB
unit-per-day = a day
unit-per-year = a year
unit-per-hour = an hour
unit-months = months
unit-storeys = storeys
unit-percent = %
unit-homes-per-hectare = homes/ha
unit-decibels = dBA
unit-microwatts-per-square-centimetre = µW/cm²

territory-population = Residents of the settlement
territory-population-near = Residents within 1.5 km
territory-density = Density of residents
territory-is-city = Whether it is a city
territory-is-village = Whether it is a village
territory-pupils-per-1000 = Pupils per 1,000 residents
territory-children-per-1000 = Kindergarten children per 1,000 residents
territory-distance-to-centre = Kilometres to the district centre
territory-distance-to-hospital = Kilometres to the hospital
territory-distance-to-fibre = Kilometres to fibre
territory-internet = Internet in the settlement
territory-january = Mean January temperature, °C
territory-slope = Slope of the ground
territory-length = Length drawn
territory-area = Area drawn

norm-status-memory = from memory, unverified
norm-status-analogue = analogue, unverified
norm-status-secondary = from a summary, unverified
norm-status-verified = verified

measure-service-distance = straight distance between homes and the service
measure-stop-distance = straight distance to the stop
measure-drive-time = drive at 60 km/h, the road a third longer than the straight line
measure-residents-served = residents to whom it becomes the nearest
measure-learners-served = learners to whom it becomes the nearest
measure-places-per-thousand = places in the settlement per 1,000 residents
measure-green-per-resident = green in the settlement per resident
measure-load = need of the residents in percent of what there is
measure-site-per-place = ground for each place
measure-green-share = green in percent of the ground
measure-parking-per-home = parking spaces for each home
measure-home-distance = distance to the nearest home
measure-power-line-distance = distance to the nearest overhead power line
measure-pipe-distance = distance to the nearest pipe
measure-power-cable-distance = distance to the nearest buried power cable
measure-sun-hours = longest stretch of sun on 22 March in the darkest of its flats, or on its ground
measure-sun-left = longest stretch of sun on 22 March in the darkest of those flats or grounds that have enough without it and that it shades
measure-noise = noise
measure-radio-field = field of all antennas

norm-side-at-most = at most
norm-side-at-least = at least

drawn-point = Point
drawn-line = Line
drawn-area = Area
drawn-existing = Something that stands

form-nothing = the name alone
form-number = a number
form-whole = a whole number, not below zero
form-truth = true or false
form-text = a text in quotation marks
form-words = a text in three languages: (kk: "…", ru: "…", en: "…")
form-formula = a formula or a number
form-choice = one of some names
form-list = a list in square brackets
form-map = values in curly brackets, each behind a name in quotation marks: "places": 300
form-pair = two values in parentheses
form-place = longitude and latitude in degrees: (63.62, 53.21)
form-record = fields in parentheses
form-variants = one of some names with its value in parentheses

# A form within a sentence.
form-in-sentence = { $form ->
    [nothing] The name alone, without parentheses
    [number] A number
    [whole] A whole number, not below zero
    [truth] True or false
    [text] A text in quotation marks
    [words] A text in three languages: (kk: "…", ru: "…", en: "…")
    [formula] A formula or a number
    [choice] One of some names
    [list] A list in square brackets
    [map] Values in curly brackets, each behind a name in quotation marks ("places": 300),
    [pair] Two values in parentheses
    [place] Longitude and latitude in degrees, (63.62, 53.21),
    [variants] One of some names with its value in parentheses
   *[record] Fields in parentheses
}

explain-template-version = Version of the file’s form: 1.
explain-template-id = Short name; the file is called by it.
explain-template-kind = What kind of thing it is: how it is drawn on the map, and what it changes.
explain-template-name = What people call it.
explain-template-summary = What it is for, in a sentence.
explain-template-direction = One of the ten directions of the strategy; none for a purely physical solution.
explain-template-sphere = One of the eight spheres of the smart-city standard.
explain-template-parameters = What can be set.
explain-template-adapt = How parameters follow from the territory. The first rule whose condition holds sets its parameter.
explain-template-needs = What it takes from its surroundings.
explain-template-provides = What it gives to its surroundings.
explain-template-cost = What it costs.
explain-template-phases = How long each stage takes.
explain-template-shapes = What stands there.
explain-template-norms = The ids of norms that it must meet.
explain-parameter-id = Short name, as formulas use it.
explain-parameter-name = What people call it.
explain-parameter-note = What else one should know before setting it.
explain-parameter-unit = What it is counted in.
explain-parameter-default = Its value where no rule sets another.
explain-parameter-least = The least that can be set.
explain-parameter-most = The most that can be set.
explain-parameter-step = The smallest change.
explain-rule-set = Which parameter is set.
explain-rule-to = The parameter’s value.
explain-rule-when = Where the rule holds: the result is not zero.
explain-rule-why = Why, in words; a name in braces stands for its value.
explain-flow-what = Of what.
explain-flow-amount = How much, in the unit of the resource.
explain-cost-capital = What it costs once.
explain-cost-yearly = What it costs every year; below zero is what it saves.
explain-cost-year = The year whose prices these are.
explain-phase-stage = Which stage.
explain-phase-months = How many months.
explain-block-usage = What the building is used for.
explain-block-length = Metres along the street.
explain-block-width = Metres away from the street.
explain-block-storeys = Storeys.
explain-block-right = Metres to the right of the solution’s middle.
explain-block-behind = Metres behind the solution’s middle.
explain-block-roof = The roof.
explain-mast-shape-height = Height in metres.
explain-ground-cover = What covers the ground.
explain-ground-length = Metres along the street.
explain-ground-width = Metres away from the street.
explain-ribbon-width = Width in metres.
explain-ribbon-height = Metres above the ground.
explain-rows-spacing = Metres from one row to the next.
explain-rows-height = Height of the rows in metres.
explain-trees-spacing = Metres from one tree to the next.
explain-trees-height = Height of the trees in metres.
explain-template-values = Values with a name, so that formulas need not repeat them.
explain-value-id = Short name, as formulas use it.
explain-value-is = The value.
explain-parameter-options = What its values are called, where each stands for something.
explain-option-value = The value of the parameter.
explain-option-name = What people call it.
explain-flow-basis = Where the figure comes from; a planning ratio where nothing is said.
explain-sum-amount = How much, in tenge.
explain-sum-basis = Where the figure comes from.
explain-norms-version = Version of the file’s form: 1.
explain-norms-norms = The list of norms.
explain-norm-id = Short name, by which templates name it.
explain-norm-name = What it asks for.
explain-norm-measure = What is measured of a solution, to be held against the value.
explain-norm-of = Of which institutions, where the measure asks for any.
explain-norm-when = Where the norm applies: the result is not zero. It may name the territory and the solution’s parameters.
explain-norm-side = On which side of its value it is met.
explain-norm-value = The value.
explain-norm-unit = What it is counted in.
explain-norm-document = The document and its clause.
explain-norm-status = How far it can be trusted.
explain-scene-version = Version of the file’s form: 1.
explain-scene-id = Short name of the scene; the program’s own ones are opened by it.
explain-scene-name = What people call the place.
explain-scene-timezone = Civil time: the name in the IANA list, such as Asia/Qostanay.
explain-scene-origin = Where the plane of the region touches the globe, best in its middle; the middle of the data where none is given.
explain-scene-sources = Where the data come from, under which licence, with which credit.
explain-scene-data = What the region is made of: a sketch, a package, or sources to import. Paths are relative to the scene’s file.
explain-scene-view = Where the camera stands first; the whole extent where none is given.
explain-scene-bookmarks = Views worth coming back to.
explain-source-name = Name of the data set or file.
explain-source-licence = Licence of the data: its SPDX identifier or a short name.
explain-source-credit = The line that must stand wherever the data are shown; empty if none is asked for.
explain-source-date = As of when: an ISO date or a year.
explain-import-osm = OpenStreetMap extracts, PBF or XML.
explain-import-dem = Elevation files.
explain-import-gtfs = Timetables: GTFS in zip archives.
explain-import-districts = Districts as GeoJSON.
explain-import-tables = Own tables, CSV or GeoJSON, each with its mapping.
explain-table-file = The table’s file.
explain-table-mapping = Which column is what.
explain-mapping-layer = The layer that the table describes, such as amenities, places or buildings.
explain-mapping-constants = What all rows have in common: pairs of field and value, such as ("kind", "school").
explain-mapping-columns = Pairs of column and field. Fields are attributes of the layer, or id, name, name_kk, name_ru, name_en, lon, lat.
explain-mapping-reach = How far an existing object may be from a row’s coordinates to be the same, in metres.
explain-mapping-source = What the table is, for the list of sources.
explain-mapping-date = As of when the table is: an ISO date or a year.
explain-view-look_at = The place looked at.
explain-view-distance = Metres from the camera to that place.
explain-view-heading = Compass direction of the look, in degrees clockwise from north.
explain-view-tilt = Angle below the horizon, in degrees: 90 looks straight down.
explain-bookmark-id = Short name, for --camera and scripts.
explain-bookmark-name = What people call the view.
explain-bookmark-view = The view itself.
explain-template-drawn = What is drawn to place it, where that is not what its kind has.
explain-template-effects = What it opens, and what it changes in what stands already.
explain-mast-shape-count = How many, spread evenly over the drawn area.
explain-mast-shape-right = Metres to the right of the solution’s middle.
explain-mast-shape-behind = Metres behind the solution’s middle.
explain-ground-right = Metres to the right of the solution’s middle.
explain-ground-behind = Metres behind the solution’s middle.
explain-water-shape-kind = What kind of water it is.
explain-water-shape-bank = Metres from the edge of the drawn area to the water.
explain-water-shape-depth = Metres from the ground to the bottom; zero where it is not known.
explain-ribbon-breach = Metres of a levee that give way when the river is at its peak, in the flood model at least one cell; zero where it holds.
explain-ribbon-right = Metres to the right of the drawn line.
explain-ribbon-way = The street that the strip is; none where it is no street.
explain-ribbon-carries = What the strip carries as a cable or pipe.
explain-way-class = Importance of the street.
explain-way-lanes = Lanes for vehicles.
explain-way-speed = Speed limit in km/h.
explain-stops-spacing = Metres from one stop to the next, at most.
explain-stops-mode = What stops there.
explain-rows-width = Metres of a row, front to back.
explain-trees-rows = Rows beside one another along a line.
explain-trees-apart = Metres from one row along a line to the next.
explain-institution-kind = What institution opens.
explain-institution-capacity = Places in one shift.
explain-institution-enrolled = Pupils, children or registered patients.

text-suggestion = Do you mean “{ $name }”?
cli-explain-solutions = Solutions:
cli-explain-records = Records and their fields:
cli-explain-required = required
cli-explain-optional = optional
cli-explain-example = For example:
cli-explain-values = Values:

# The library.
fit-default = { $value }: the usual value
fit-by-hand = { $value }: set by hand
fit-kept = { $value }: { $why }
fit-changed = { $before } → { $value }: { $why }
basis-source = Source: { $source }
basis-estimate = Estimate: { $reason }
basis-planning = Estimate: planning ratio
basis-of = { $names } — { $basis }
library-once = Once
library-saved = Saved every year
page-values = Named values
norm-in-words = { $name }: { $side } { $value } ({ $document }; { $status })
unit-tenge = ₸
unit-million-tenge = M ₸
button-library = Library
command-library = Library of solutions
command-solution = Choose a solution
sheet-library = Library of solutions
library-search = Find a solution
library-all = All spheres
library-nothing = Nothing was found. Change the sphere or the word.
library-here = At this place: { $place }
library-surveying = The territory is being surveyed…
library-parameters = Parameters
library-needs = Needs
library-provides = Provides
library-cost = Cost
library-capital = Once, in prices of { $year }
library-yearly = Every year
library-duration = Duration
library-norms = Norms
library-choose = Choose a solution: it fits itself to the place in the middle of the view.
library-undefined = It cannot be fitted here: one of its rules has no value. Check the template.
library-back = All solutions
