# Phases of long work: phase-<name>.

phase-begin = Opening…
phase-read-files = Reading files
phase-scene-read = Reading the scene
phase-package-read = Reading the package
phase-package-write = Writing the package
phase-osm-read = Reading the map
phase-osm-build = Building the map’s objects
phase-elevation = Preparing the terrain
phase-import-tables = Adding districts and tables
phase-import-infer = Completing missing values
phase-sketch-facts = Reading the facts of the sketch
phase-sketch-land = Laying out waters and villages
phase-sketch-settlements = Building settlements
phase-sketch-roads = Laying roads
phase-sketch-network = Joining the street network
phase-years = Measuring year by year
