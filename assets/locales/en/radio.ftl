# Radio: coverage of masts and their field.

error-radio-value-odd = { $quantity ->
    [frequency] Frequency (MHz)
    [antenna-height] Height of an antenna above the ground (m)
    [distance] Distance (km)
    [bandwidth] Bandwidth (MHz)
    [power] Power
    [permittivity] Permittivity of the ground
    [conductivity] Conductivity of the ground (S/m)
    [refractivity] Refractivity of the air (N-units)
    [share] Share (%)
    [irregularity] Terrain irregularity (m)
    [mean-height] Mean height of the ground above the sea (m)
    [step] Step of the ground (m)
    [beamwidth] Beamwidth or tilt of an antenna (°)
   *[number] Number
}: { $value }. The radio model holds from { $least } to { $most }. Correct the value.
error-radio-profile-short = The profile of the ground has { $points ->
    [one] { $points } point
   *[other] { $points } points
}; a radio path needs at least two. Take a longer profile or a finer elevation model.
error-radio-ground-voids = Elevation is missing at { $count } of { $points } points of radio paths; there the ground was taken as going on in a straight line. Add an elevation file without gaps.
error-radio-path-unanswered = The radio model finds no loss for a path of { $metres } m. Check the elevation along it.
error-radio-hata-beyond = Okumura–Hata was fitted to 150–2,000 MHz and masts of 30–200 m; here it is { $frequency } MHz, { $base } m and a receiver at { $receiver } m. Take the result as rough, or choose ITM.
error-radio-mast-outside = A mast at { $east } m east, { $north } m north lies outside of the elevation model, so its coverage was not computed. Move the mast or add elevation.
error-radio-ground-odd = The grid of elevation for radio has { $cells } values in { $columns } columns; they must fill whole rows, at most { $most } in all. Correct the grid.
error-radio-ground-small = The grid of elevation for radio has { $columns } × { $rows } cells; it needs at least 2 × 2. Take a larger area or smaller cells.
error-radio-cells-unanswered = The radio model finds no loss for { $count } of { $cells } receivers; they count as not covered. Check the elevation there.
