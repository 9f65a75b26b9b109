## Models and films that leave the program
command-model = Save what is in view as a 3D model (glTF)
command-film = Save a flight from bookmark to bookmark as a film (GIF, MP4)
model-ground = Ground
model-flood = Water of the flood

error-model-saved = { $count ->
    [one] 3D model saved: { $file } ({ $count } triangle)
   *[other] 3D model saved: { $file } ({ $count } triangles)
 }
error-model-large = 3D model saved: { $file }. It has { $count } triangles, which some programs take long to open. For a smaller one, go nearer or hide layers, and save again.
error-model-empty = There is nothing in view to make a model of. Wait until the region is drawn, and save again.
error-model-picture = A picture for the model cannot be made ({ $reason }). Save it again.
error-model-too-large = The model is larger than the 4 GB that a GLB file can hold. Go nearer or hide layers, and save again.
error-film-saved = { $count ->
    [one] Film saved: { $file } ({ $count } frame)
   *[other] Film saved: { $file } ({ $count } frames)
 }
error-film-cancelled = The film was broken off; no file was written.
error-film-empty = The film has no frames. Give its flights or rests more time.
error-film-size-odd = A film cannot be { $width } × { $height } pixels. Choose a width and a height from 1 to 65,535 pixels.
error-film-no-h264 = This build of the program writes no MP4 films. Choose a GIF, or build it with “cargo build --release --features h264”.
error-film-too-long = The film would need { $count } frames; { $most } are possible. Shorten its flights and rests.
error-film-unwritable = The film cannot be put together ({ $reason }). Make it again.
error-film-video-size = An MP4 film cannot be { $width } × { $height } pixels. Choose sides from 16 pixels on, at most 3,840 by 2,160.
error-film-without-views = No bookmark to fly to is named. After the file, write the bookmarks with | between them.
