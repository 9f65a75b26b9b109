# Errors and warnings: error-<code>. What is wrong, where, and what to do.

error-browse-without-sheet = Folders are looked into in the sheets Open and Import. Open one of them.
error-cancelled = The work was stopped; nothing was written.
error-correction-feature-unknown = The layer { $layer } has no object { $feature }, so nothing was corrected. Select the object again.
error-correction-field-unknown = The layer { $layer } has no attribute { $field }, so nothing was corrected. Choose another attribute.
error-correction-layer-unknown = There is no layer { $layer }, so nothing was corrected. Check the name of the layer.
error-correction-value-odd = “{ $value }” does not suit the attribute { $field }. Enter a number or a value of its list, such as apartments.
error-cost-below-zero = The cost “{ $name }” is below zero. Correct its formula.
error-dem-archive-broken = The archive { $file } is damaged. Download it again.
error-dem-archive-empty = The archive { $file } holds no elevation file. It needs HGT, GeoTIFF or ESRI ASCII; choose another archive.
error-dem-archive-too-large = The archive { $file } holds more than { $megabytes } MB. Unpack it and give the files one by one.
error-dem-asc-header = The elevation file { $file } has no valid { $field } in its header. Correct the header.
error-dem-crs-missing = The elevation file { $file } does not state its coordinate system, and its extent does not tell. Save it as a GeoTIFF with a coordinate system.
error-dem-crs-unknown = The coordinate system { $epsg } of the file { $file } is not known. Convert the file to WGS 84 (EPSG:4326).
error-dem-cut-short = The file { $file } is incomplete: it should hold { $columns } × { $rows } samples, but ends before. Download it again.
error-dem-hgt-name = The name of the HGT file { $file } does not say where it lies. Rename it like N53E063.hgt.
error-dem-hgt-size = The HGT file { $file } has { $bytes } bytes, which is no size of this format. Download it again.
error-dem-no-samples = The file { $file } holds no elevation samples. Choose another file.
error-dem-outside = The elevation file { $file } does not lie on the globe. Check its coordinate system.
error-dem-tiff-broken = The TIFF file { $file } cannot be read ({ $reason }). Download it again.
error-dem-tiff-no-place = The TIFF file { $file } does not say where it lies. Choose a GeoTIFF with coordinates.
error-dem-tiff-picture = The TIFF file { $file } is a picture in colours, not elevation. Choose a GeoTIFF of heights.
error-dem-tiff-unsupported = This kind of TIFF cannot be read: { $file } ({ $reason }). Save it as a plain GeoTIFF, for example with gdal_translate.
error-dem-too-large = The file { $file } is too large: { $columns } × { $rows } samples, at most { $most } in all. Cut out the area you need.
error-dem-unknown-format = The format of the file { $file } is not known. Give elevation as HGT, GeoTIFF or ESRI ASCII.
error-explain-unknown = There is no field or record “{ $name }”. Records: { $known }.
error-file-empty = The file { $file } is empty. Download it again.
error-file-missing = The file { $file } was not found. Check the path.
error-file-unknown = It is not clear what the file { $file } is. Choose a scene (scene.ron), a package (.gpkg), a packed scene (.zip) or an OpenStreetMap file (PBF, XML).
error-file-unreadable = The file { $file } cannot be read ({ $reason }). Check its permissions.
error-file-unwritable = The file { $file } cannot be written ({ $reason }). Check the permissions and the free space on the disk.
error-folder-gone = There is no folder { $folder }. Choose another one.
error-folder-missing = The file { $file } cannot be written: its folder does not exist. Create the folder or choose another one.
error-folder-unreadable = The folder { $folder } cannot be opened ({ $reason }). Check the permissions or choose another one.
error-formula-arguments = The function “{ $name }” takes { $wanted } arguments, not { $found }. Correct it.
error-formula-circle = “{ $name }” follows from itself. Change the rules and values so that there is no circle.
error-formula-deep = Brackets in the formula are nested more than { $most } deep. Simplify it.
error-formula-division = The formula “{ $formula }” divides by zero. Keep the divisor from zero, for instance with max(1, …).
error-formula-ends = The formula “{ $formula }” ends too early. Complete it.
error-formula-function-unknown = There is no function “{ $name }”. Known ones: { $known }.
error-formula-name-unknown = “{ $name }” is neither a parameter nor a fact of the territory. Known names: { $known }.
error-formula-overflow = The formula “{ $formula }” has no value: it is too large, or not a number. Correct it.
error-formula-stray = The sign “{ $sign }” does not belong here in the formula. Correct it.
error-formula-too-long = The formula is longer than { $most } characters. Shorten it.
error-geojson-broken = The file { $file } is not valid JSON at line { NUMBER($line, useGrouping: "false") }, column { NUMBER($column, useGrouping: "false") }. Correct that spot or download the file again.
error-geojson-crs = The coordinate system { $crs } of the file { $file } cannot be used in GeoJSON. Convert the file to WGS 84 (longitude, latitude).
error-geojson-no-areas = The file { $file } holds no areas. Choose a GeoJSON file with polygons.
error-geojson-not = The file { $file } is JSON, but not GeoJSON. Choose another file.
error-id-odd = The id “{ $id }” will not do. Use small Latin letters, digits, “-” or “_”.
error-id-repeated = The id “{ $id }” is taken. Choose another.
error-import-choice-odd = “{ $text }” names no file, column or field of this import. Choose them in the sheet Import.
error-import-empty = There is nothing to import. Give a map, elevation or the area’s boundary.
error-import-file-unknown = What { $file } is cannot be told. Choose a map (PBF, XML), elevation (HGT, GeoTIFF, ESRI ASCII), timetables (GTFS), districts (GeoJSON) or a table (CSV).
error-import-without-files = No files to import are given. Give at least one.
error-import-without-target = No package to write is given. Give a file name such as region.gpkg.
error-machine-no-adapter = No graphics adapter was found to draw with. Install a Vulkan driver (sudo apt install mesa-vulkan-drivers); more: aimaq doctor.
error-machine-no-display = No display was found, so no window can open. Start in a graphical session, or draw pictures with aimaq shot; more: aimaq doctor.
error-norm-unknown = There is no norm “{ $name }”. Known ones: { $known }.
error-not-a-correction = “{ $text }” is not a correction. Write FIELD|VALUE|SOURCE.
error-not-a-date = “{ $text }” is not a date. Write it like 2026-06-21.
error-not-a-package = The file { $file } is not a GeoPackage. Choose a .gpkg file, or import the source data again.
error-not-a-place = “{ $text }” is not a place. Write longitude and latitude in degrees, such as 63.62 53.21.
error-not-a-share = “{ $text }” is not an opacity. Write a number from 0.1 to 1.
error-not-a-time = “{ $text }” is not a time. Write it like 14:30.
error-not-a-view = The camera cannot be set: the view is not readable ({ ron-fault }). Write it like view in a scene.ron.
error-nothing-found = Nothing was found for “{ $text }”. Try another spelling.
error-nothing-selected = Nothing is selected. Click on an object first.
error-osm-compressed = The file { $file } is compressed ({ $kind }). Unpack it first.
error-osm-damaged = The map file { $file } is damaged at byte { $position }. Download it again.
error-osm-empty = The map file { $file } is empty. Download it again.
error-osm-format = The file { $file } is not an OpenStreetMap file. Choose a PBF or XML extract.
error-osm-nothing = The map file { $file } holds no objects. Choose another extract.
error-osm-truncated = The map file { $file } is incomplete: its end is missing. Download it again.
error-package-foreign = The file { $file } is a GeoPackage, but not one made by aimaq. Make a package with aimaq import.
error-package-newer = The package { $file } was made by a newer aimaq (its format is version { NUMBER($version, useGrouping: "false") }, this program reads up to { NUMBER($known, useGrouping: "false") }). Update the program.
error-package-truncated = The package { $file } is incomplete: its end is missing. Copy it again, or import the source data again.
error-package-unreadable = The package { $file } cannot be read ({ $reason }). Import the source data again.
error-package-unwritable = The package { $file } cannot be written ({ $reason }). Check the permissions and the free space on the disk.
error-parameter-default-off-step = The default of “{ $id }”, { $value }, is not on a step. Take the nearest.
error-parameter-default-out-of-bounds = The default of “{ $id }” is { $value }; it must be from { $least } to { $most }. Correct it.
error-parameter-option-odd = The option { $value } of “{ $id }” cannot be set, or stands twice. Options lie on the steps from { $least } to { $most }.
error-parameter-option-missing = The parameter “{ $id }” has options, but its default { $value } is none of them. Add it.
error-parameter-step = The step of “{ $id }” must be greater than zero. Correct it.
error-parameter-unknown = There is no parameter “{ $name }”. Known ones: { $known }.
error-picture-saved = Picture saved: { $file }
error-population-columns = The columns of the table { $file } are not known. Its first row needs population, and name or lon and lat; give other names with --table and --mapping.
error-ron-syntax = The file { $file } cannot be read at line { NUMBER($line, useGrouping: "false") }, column { NUMBER($column, useGrouping: "false") }: { ron-fault }. Correct that spot.
error-scene-file-missing = The scene { $scene } names the file { $file }, which was not found. Put it beside the scene, or correct the name in the scene.
error-scene-unknown = There is no scene “{ $scene }”. Known scenes: { $known }. To open a file, give its path.
error-scene-without-id = The scene has no id. Give it a short one.
error-settings-broken = The settings { $file } cannot be read at line { NUMBER($line, useGrouping: "false") }, column { NUMBER($column, useGrouping: "false") } ({ ron-fault }); the default ones are used. To recover yours, correct the old file: { $moved }
error-settings-newer = The settings { $file } were written by a newer aimaq (version { NUMBER($version, useGrouping: "false") }); what this one does not know is lost when it saves. Update the program. Copy: { $copy }
error-settings-no-folder = There is no folder for the settings. Name one in the environment variable { $variable }.
error-shape-without-area = One of the shapes covers the drawn area, but no area is drawn. Give it a length and a width, or draw an area.
error-sketch-column-missing = The table { $file } has no column { $column }. Add it.
error-sketch-not-text = The sketch { $file } is not UTF-8 text. Save it as UTF-8.
error-sketch-place-off-globe = The place { $value } (longitude, latitude) in the sketch { $file } is not on the globe. Correct it.
error-sketch-row-unreadable = Row { NUMBER($row, useGrouping: "false") } of the table { $file } cannot be read. Correct its values.
error-sketch-table-unreadable = The table { $file } cannot be read. Save it as CSV in UTF-8.
error-sketch-unknown-settlement = The sketch { $file } speaks of the settlement { $id }, which is not in the table of settlements. Correct the id, or add the settlement.
error-sketch-value-out-of-range = In the sketch { $file }, { $field } is { $value }; it must be from { $least } to { $most }. Correct the value.
error-sketch-version-unknown = The sketch { $file } has version { NUMBER($version, useGrouping: "false") }, which this program does not read. Update the program, or write version 1.
error-solution-unknown = There is no solution “{ $name }”. Known ones: { $known }.
error-table-column-missing = The table { $file } has no column { $column }. Correct the mapping or the table.
error-table-constant-odd = In the mapping of the table { $file }, “{ $value }” does not suit the attribute { $field } of the layer { $layer }. Correct the value.
error-table-empty = The table { $file } is empty. Its first row needs the names of the columns.
error-table-field-unknown = In the mapping of the table { $file }, the layer { $layer } has no attribute { $field }. Correct the mapping.
error-table-layer-unknown = In the mapping of the table { $file }, there is no layer { $layer }. Correct the mapping.
error-template-drawn-otherwise = A solution of this kind cannot be drawn as “{ $name }”. It can be: { $known }.
error-template-id-differs = The file is called “{ $stem }”, but its id is “{ $id }”. Make them the same.
error-text-deep = Brackets are nested more than { $most } deep. Simplify the text.
error-text-empty = The text is empty. Begin with an opening bracket.
error-text-escape = The escape “{ $text }” is not known. Write \n, \t, \" or \\.
error-text-field-missing = The field “{ $name }” is missing. Add it.
error-text-field-repeated = The field “{ $name }” stands twice. Keep one.
error-text-field-unknown = There is no field “{ $name }”. Known ones: { $known }.
error-text-name-unknown = There is no “{ $name }”. Known names: { $known }.
error-text-name-wanted = One of these names is expected here: { $known }.
error-text-not-utf8 = The file { $file } is not UTF-8 text. Save it as UTF-8.
error-text-number = “{ $text }” is not a number. Write it like 12.5.
error-text-place-outside = There is no such place on the globe. Write the longitude first, from -180 to 180, then the latitude, from -90 to 90.
error-text-sign-missing = The sign “{ $sign }” is missing here. Add it.
error-text-stray = The sign “{ $sign }” does not belong here. Remove it.
error-text-too-long = The file { $file } is too large. Keep it below { $most } bytes.
error-text-trailing = Something follows after the end. Remove it.
error-text-translation-empty = The text in “{ $language }” is empty. Write the translation.
error-text-unclosed = What opens here is not closed: “{ $sign }” is missing. Add it.
error-text-value-missing = A value is missing here. Write it, or remove the field.
error-text-value-wanted = { form-in-sentence } is expected here.
error-text-version-unknown = The file has version { NUMBER($version, useGrouping: "false") }; this program reads up to { NUMBER($known, useGrouping: "false") }. Update the program, or correct the version.
error-unknown-camera = The scene has no bookmark { $camera }. Take one of these: { $known }.
error-unknown-command = There is no command { $command }. Check its name.
error-unknown-feature = There is no object { $feature }. Check the layer and the id.
error-unknown-key = There is no key { $key }. Write it like KeyL, F1 or Control+KeyF.
error-unknown-language = There is no language { $text }. Write kk, ru or en.
error-unknown-layer = There is no layer { $layer }. Write its name as in the data, such as buildings.
error-unknown-widget = There is nothing in the window called “{ $label }”. Check the label; it is in the current language.
error-work-lost = { $target } was not opened: the work broke off unexpectedly. Try again, and check that there is enough memory.

# What is wrong with a RON text at a place: part of other messages.
ron-fault = { $fault ->
    [unknown-field] there is no field “{ $name }”. Known ones: { $known }
    [unknown-name] there is no “{ $name }”. Known names: { $known }
    [missing-field] the field “{ $name }” is missing
    [repeated-field] the field “{ $name }” stands twice
    [wanted-name] { $name } is expected here
    [number] a number is expected here
    [whole-number] a whole number is expected here, neither too large nor below the least
    [boolean] true or false is expected here
    [text] a text in quotation marks is expected here
    [list] a list in square brackets is expected here
    [value] the value does not suit this field
    [length] the number of values is wrong
    [sign] the sign “{ $name }” is expected here
    [end] the text ends too early
    [stray] “{ $name }” does not belong here
    [trailing] something follows after the end
    [deep] the brackets are nested too deeply
   *[other] the notation is wrong
}
