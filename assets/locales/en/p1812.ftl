# Radio paths by Recommendation ITU-R P.1812: what is odd in what they are given.

error-p1812-profile-short = { $points ->
    [one] The profile of the radio path has { $points } point; the method needs at least { $least }. Take a longer path or a finer elevation model.
   *[other] The profile of the radio path has { $points } points; the method needs at least { $least }. Take a longer path or a finer elevation model.
}
error-p1812-profile-uneven = The profile of the radio path has { $points } distances, but one of its lists has { $values } values. Give every list a value for each point.
error-p1812-profile-unsorted = Point { $point } of the radio path does not lie beyond the one before it; the first lies at 0 km. Sort the points by distance.
error-p1812-value-odd = { $quantity ->
    [frequency] Frequency (MHz)
    [time] Share of time (%)
    [locations] Share of locations (%)
    [deviation] Standard deviation among locations (dB)
    [antenna-height] Height of an antenna above the ground (m)
    [length] Length of the radio path (km)
    [ground] Height of the ground above the sea (m)
    [clutter] Height of buildings and trees along the path (m)
    [coast] Distance to the coast (km)
    [lapse-rate] Gradient of the air’s refractivity (N-units/km)
    [refractivity] Refractivity of the air at sea level (N-units)
    [latitude] Latitude (°)
    [longitude] Longitude (°)
   *[other] Width of a cell (m)
}: { $value }. Recommendation ITU-R P.1812 is used from { $least } to { $most }. Correct the value.
