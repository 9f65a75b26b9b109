# Values of the model's closed sets: <set>-<value>.

## Where a value comes from
origin-observed = From a source
origin-inferred = Inferred by a rule
origin-modelled = Computed by a model
origin-assumed = Assumed

## Use of a building
use-unknown = Unknown
use-house = House
use-apartments = Block of flats
use-retail = Retail
use-office = Offices
use-industrial = Industry
use-storage = Storage
use-education = Education
use-health = Health care
use-public = Public building
use-religious = Place of worship
use-transport = Transport
use-farm = Farm building
use-garage = Garage
use-outbuilding = Outbuilding
use-greenhouse = Greenhouse
use-roof = Open roof
use-lodging = Hotel
use-sport = Sport

## Form of a roof
roof-flat = Flat
roof-gabled = Gabled
roof-hipped = Hipped
roof-pyramidal = Pyramidal
roof-skillion = Single slope
roof-dome = Dome

## Parts of buildings
part-whole = Single building
part-outline = Outline of a building in parts
part-part = Part of a building

## Class of a street
street-other = Other
street-motorway = Motorway
street-motorway-link = Motorway slip road
street-trunk = Expressway
street-trunk-link = Expressway slip road
street-primary = Main road
street-primary-link = Main road slip road
street-secondary = Secondary road
street-secondary-link = Secondary road slip road
street-tertiary = Local road
street-tertiary-link = Local road slip road
street-unclassified = Minor road
street-residential = Residential street
street-living-street = Living street
street-service = Access road
street-pedestrian = Pedestrian street
street-track = Field or forest track
street-busway = Busway
street-footway = Footway
street-cycleway = Cycle path
street-path = Path
street-bridleway = Bridle path
street-steps = Steps
street-proposed = Planned
street-construction = Under construction

## Direction of travel
direction-both = Both ways
direction-forward = Forward only
direction-backward = Backward only

## Road surface
surface-unknown = Unknown
surface-asphalt = Asphalt
surface-concrete = Concrete
surface-paved = Paving
surface-cobbles = Cobbles
surface-gravel = Gravel
surface-earth = Earth

## Railway
railway-rail = Railway
railway-tram = Tramway
railway-light-rail = Light rail
railway-subway = Underground
railway-narrow-gauge = Narrow gauge
railway-disused = Disused
railway-other = Other track

## Water
water-lake = Lake
water-pond = Pond
water-reservoir = Reservoir
water-river = River
water-stream = Stream
water-canal = Canal
water-ditch = Ditch
water-basin = Basin
water-pool = Pool, fountain
water-sea = Sea

## Land cover
cover-grass = Grass
cover-meadow = Meadow, pasture
cover-steppe = Steppe
cover-farmland = Farmland
cover-farmyard = Farmyard
cover-orchard = Orchard
cover-forest = Forest
cover-scrub = Scrub
cover-park = Park
cover-garden = Garden
cover-allotments = Allotments
cover-cemetery = Cemetery
cover-sport = Sports ground
cover-residential = Residential area
cover-retail = Retail area
cover-commercial = Business area
cover-industrial = Industrial area
cover-institution = Grounds of an institution
cover-railway = Railway land
cover-airport = Airport
cover-runway = Runway
cover-parking = Car park
cover-square = Square
cover-military = Military area
cover-construction = Building site
cover-quarry = Quarry, tip
cover-sand = Sand
cover-rock = Rock, bare ground
cover-ice = Glacier
cover-wetland = Marsh, reeds

## Tree
tree-broadleaved = Broadleaved
tree-needleleaved = Needleleaved

## Place
place-locality = Locality
place-city = City
place-town = Town
place-village = Village
place-hamlet = Hamlet
place-suburb = Part of a city
place-quarter = Neighbourhood
place-farm = Lone farm
place-island = Island

## Institutions and services
amenity-other = Other
amenity-school = School
amenity-kindergarten = Kindergarten
amenity-arts-school = School of arts, music or sport
amenity-college = College
amenity-university = University
amenity-hospital = Hospital
amenity-polyclinic = Polyclinic
amenity-clinic = Doctors’ clinic
amenity-medical-point = Medical point
amenity-ambulance-station = Ambulance station
amenity-pharmacy = Pharmacy
amenity-dentist = Dentist
amenity-shop = Shop
amenity-supermarket = Supermarket
amenity-mall = Shopping centre
amenity-market = Market
amenity-food = Café, restaurant
amenity-bank = Bank, cash machine
amenity-post = Post office
amenity-administration = Administration, public services
amenity-library = Library
amenity-culture = Theatre, cinema, house of culture
amenity-museum = Museum, monument
amenity-worship = Place of worship
amenity-sport = Sports facility
amenity-playground = Playground
amenity-park = Park
amenity-police = Police
amenity-fire-station = Fire station
amenity-fuel = Filling station
amenity-parking = Car park
amenity-bus-station = Bus station
amenity-railway-station = Railway station
amenity-airport = Airport
amenity-lodging = Hotel
amenity-it-hub = IT hub
amenity-street-furniture = Street furniture

## Territory
boundary-other = Other territory
boundary-country = State
boundary-region = Region
boundary-district = District
boundary-municipality = Rural district
boundary-city-part = City district

## Public transport
transit-bus = Bus
transit-trolleybus = Trolleybus
transit-tram = Tram
transit-train = Train
transit-subway = Underground
transit-ferry = Ferry

## Connectivity
radio-unknown = Unknown
radio-2g = 2G
radio-3g = 3G
radio-4g = 4G
radio-5g = 5G
radio-broadcast = Radio and television
cable-fibre = Optical fibre
cable-power-line = Power line
cable-pipeline = Pipeline

## What was found in the data
finding-missing-nodes = { $count ->
        [one] { $count } way lacks points in the file (usually at the edge of an extract); the rest is kept
       *[other] { $count } ways lack points in the file (usually at the edge of an extract); the rest is kept
    }
finding-missing-members = { $count ->
        [one] { $count } relation lacks members in the file; the rest is kept
       *[other] { $count } relations lack members in the file; the rest is kept
    }
finding-too-few-points = { $count ->
        [one] { $count } object with too few points was dropped
       *[other] { $count } objects with too few points were dropped
    }
finding-coordinates-out-of-range = { $count ->
        [one] { $count } coordinate is not on the globe and was dropped
       *[other] { $count } coordinates are not on the globe and were dropped
    }
finding-far-outliers = { $count ->
        [one] { $count } object lies far from everything else; it is kept but not framed
       *[other] { $count } objects lie far from everything else; they are kept but not framed
    }
finding-open-rings = { $count ->
        [one] { $count } area had an open outline; it was closed
       *[other] { $count } areas had open outlines; they were closed
    }
finding-self-crossing = { $count ->
        [one] { $count } area had an outline that crosses itself; it was untangled
       *[other] { $count } areas had outlines that cross themselves; they were untangled
    }
finding-broken-multipolygons = { $count ->
        [one] The ways of { $count } multipolygon do not make rings; those that could be made are kept
       *[other] The ways of { $count } multipolygons do not make rings; those that could be made are kept
    }
finding-duplicate-ids = { $count ->
        [one] { $count } id stands twice; the last one counts
       *[other] { $count } ids stand twice; the last ones count
    }
finding-odd-values = { $count ->
        [one] { $count } attribute value cannot be read and was left out
       *[other] { $count } attribute values cannot be read and were left out
    }
finding-heights-inferred = { $count ->
        [one] { $count } building has no height; it was inferred
       *[other] { $count } buildings have no height; it was inferred
    }
finding-levels-inferred = { $count ->
        [one] { $count } building has no number of storeys; it was inferred
       *[other] { $count } buildings have no number of storeys; it was inferred
    }
finding-uses-inferred = { $count ->
        [one] { $count } building has no use; it was inferred
       *[other] { $count } buildings have no use; it was inferred
    }
finding-roofs-inferred = { $count ->
        [one] { $count } building has no roof shape; it was inferred
       *[other] { $count } buildings have no roof shape; it was inferred
    }
finding-lanes-inferred = { $count ->
        [one] { $count } street has no number of lanes; it was inferred from its class
       *[other] { $count } streets have no number of lanes; it was inferred from their class
    }
finding-speeds-inferred = { $count ->
        [one] { $count } street has no speed limit; it was inferred from its class
       *[other] { $count } streets have no speed limit; it was inferred from their class
    }
finding-disconnected-network = { $count ->
        [one] { $count } part of the street network cannot be reached from the rest
       *[other] { $count } parts of the street network cannot be reached from the rest
    }
finding-elevation-voids = { $count ->
        [one] { $count } elevation sample was unknown and was filled from its neighbours
       *[other] { $count } elevation samples were unknown and were filled from their neighbours
    }
finding-no-elevation = { $count ->
        [one] { $count } spot has no elevation and is taken as flat
       *[other] { $count } spots have no elevation and are taken as flat
    }
finding-elevation-saturated = { $count ->
        [one] { $count } elevation sample reaches the format’s limit; the true height may be greater
       *[other] { $count } elevation samples reach the format’s limit; the true height may be greater
    }
finding-elevation-without-crs = { $count ->
        [one] { $count } elevation file does not state its coordinate system; it was judged by its extent
       *[other] { $count } elevation files do not state their coordinate system; it was judged by their extent
    }
finding-bad-rows = { $count ->
        [one] { $count } table row cannot be read and was left out
       *[other] { $count } table rows cannot be read and were left out
    }
finding-unmatched-rows = { $count ->
        [one] { $count } table row matches no object and was added as a new one
       *[other] { $count } table rows match no object and were added as new ones
    }
finding-population-unknown = { $count ->
        [one] { $count } settlement has no known population
       *[other] { $count } settlements have no known population
    }
finding-generated = { $count ->
        [one] { $count } object was made by the sketch and is not real data
       *[other] { $count } objects were made by the sketch and are not real data
    }
finding-capacities-estimated = { $count ->
        [one] The capacity of { $count } institution is an estimate
       *[other] The capacities of { $count } institutions are estimates
    }
finding-corrections-kept = { $count ->
        [one] { $count } correction by hand was put back
       *[other] { $count } corrections by hand were put back
    }
finding-corrections-orphaned = { $count ->
        [one] { $count } correction’s object is no longer there; the correction is kept without effect
       *[other] { $count } corrections’ objects are no longer there; the corrections are kept without effect
    }
finding-broken-blocks = { $count ->
        [one] { $count } data block cannot be read and was skipped
       *[other] { $count } data blocks cannot be read and were skipped
    }

## What was done
treatment-noted = Noted
treatment-repaired = Repaired
treatment-dropped = Left out
treatment-guessed = Completed by a guess

## Grade of the data
grade-ungraded = Not graded
grade-a = A – nearly complete, from sources
grade-b = B – good
grade-c = C – usable with care
grade-d = D – much is guessed
grade-e = E – for pictures only

## Standing of a region
standing-mapped = From map data
standing-sketch = Sketch
