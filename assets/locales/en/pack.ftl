# Packs: a scene with all that belongs to it in one file.

cli-command-pack = Puts a scene with its data, scenarios and tours into one file to carry
cli-argument-pack = File to write
cli-packed = { $file } is ready: { $files ->
        [one] one file
       *[other] { $files } files
    }, { $size }. On another machine, drop it onto the window or run: aimaq view { $file }
phase-pack-write = Packing
phase-pack-read = Unpacking

error-pack-broken = The archive { $file } is damaged or was not copied completely. Copy it again.
error-pack-without-manifest = The archive { $file } is not a packed scene: it has no pack.json. Elevation and timetables are opened through “Import”; a scene is packed by “aimaq pack”.
error-pack-manifest-odd = The list pack.json in { $file } cannot be read (line { $line }, column { $column }). Pack the scene again.
error-pack-newer = { $file } was packed by a newer version of the program ({ $program }). Update the program on this machine.
error-pack-name-odd = In { $file }, the name “{ $name }” leads out of the folder or is not possible on every system. Rename the file, without “..”, “:” and “\”, and pack the scene again.
error-pack-without-scene = There is no scene.ron in { $file }. Pack the scene again.
error-pack-too-large = { $file } would hold more than { $megabytes } MB. Make the region smaller with “aimaq import --clip”.
error-pack-file-missing = The file { $name } is missing from { $file }. Copy or pack it again.
error-pack-file-damaged = The file { $name } in { $file } is damaged. Copy or pack it again.
