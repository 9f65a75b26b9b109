# Layers, attributes, units, values.

layer-buildings = Buildings
layer-highways = Streets and roads
layer-railways = Railways
layer-water = Water
layer-landcover = Land cover
layer-trees = Trees
layer-places = Settlements
layer-amenities = Institutions and services
layer-boundaries = Boundaries
layer-stops = Stops
layer-lines = Transit lines
layer-masts = Masts
layer-cables = Cables and lines
layer-levees = Levees
layer-terrain = Terrain

field-id = Id
field-name = Name
field-name_kk = Name (Kazakh)
field-name_ru = Name (Russian)
field-name_en = Name (English)
field-lon = Longitude
field-lat = Latitude
field-origin = origin
field-usage = Use
field-usage_origin = { field-usage }: { field-origin }
field-levels = Storeys
field-levels_origin = { field-levels }: { field-origin }
field-height = Height
field-height_origin = { field-height }: { field-origin }
field-min_height = Height of the underside
field-roof = Roof
field-roof_origin = { field-roof }: { field-origin }
field-roof_height = Height of the roof
field-roof_across = Ridge runs across
field-part = Make-up
field-street = Street
field-house_number = House number
field-year = Year of building
field-reference = Number
field-class = Class
field-lanes = Lanes
field-lanes_origin = { field-lanes }: { field-origin }
field-speed = Speed limit
field-speed_origin = { field-speed }: { field-origin }
field-width = Width
field-width_origin = { field-width }: { field-origin }
field-direction = Direction of travel
field-surface = Surface
field-surface_origin = { field-surface }: { field-origin }
field-bridge = On a bridge
field-tunnel = In a tunnel
field-roundabout = Roundabout
field-private = Closed to the public
field-level = Crossing level
field-tracks = Tracks
field-electrified = Electrified
field-siding = Siding
field-depth = Depth
field-breach = Width of the breach
field-intermittent = Falls dry
field-covered = In a culvert
field-kind = Kind
field-kind_origin = { field-kind }: { field-origin }
field-population = Population
field-population_origin = { field-population }: { field-origin }
field-seat = Administrative centre
field-capacity = Capacity
field-capacity_origin = { field-capacity }: { field-origin }
field-enrolled = Enrolled
field-enrolled_origin = { field-enrolled }: { field-origin }
field-shifts = Shifts
field-shifts_origin = { field-shifts }: { field-origin }
field-code = KATO code
field-mode = Means of transport
field-headway = Headway
field-headway_origin = { field-headway }: { field-origin }
field-stops = Stops
field-technology = Technology
field-technology_origin = { field-technology }: { field-origin }
field-internet = Internet
field-internet_origin = { field-internet }: { field-origin }

## Units: $count is the number before them
unit-metres = m
unit-kilometres = km
unit-square-metres = m²
unit-hectares = ha
unit-square-kilometres = km²
unit-kilometres-per-hour = km/h
unit-minutes = min
unit-seconds = s
unit-people = { $count ->
        [one] person
       *[other] people
    }
unit-places = { $count ->
        [one] place
       *[other] places
    }
unit-bytes = B
unit-kilobytes = kB
unit-megabytes = MB
unit-gigabytes = GB

value-unknown = unknown
value-yes = yes
value-no = no
