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

error-radio-no-masts = The region has no mast that is known to carry mobile internet (masts of other kinds: { $masts }), so coverage was not computed. Add masts, or place one.
error-radio-masts-assumed = Masts: { $masts }. Not from a source but assumed or inferred: the height of { $heights }, the generation of { $generations }. Correct them where they are known.
error-radio-masts-outside = { $count } of { $masts } masts stand outside of the region; they were computed where they stand, and the ground beyond the elevation was taken as going on in a straight line. Correct their places or add elevation.
error-radio-no-elevation = The region has no elevation, so radio paths were computed over level ground. Add an elevation file.

unit-megahertz = MHz
unit-watts = W
unit-ratio = dB
unit-decibel-milliwatts = dBm

simulation-radio = Mobile internet
assume-radio-propagation = Propagation model: 1 ITM, 2 ITU-R P.1812-8, 3 Okumura–Hata in open country, 4 free space
assume-radio-frequency = Carrier of 3G and 4G
assume-radio-frequency-5g = Carrier of 5G
assume-radio-bandwidth-3g = Bandwidth of 3G
assume-radio-bandwidth = Bandwidth of 4G, all channels together
assume-radio-bandwidth-5g = Bandwidth of 5G
assume-radio-power = Radiated power of a sector (EIRP), for each generation
assume-radio-sectors = Sectors of a mast
assume-radio-generation = Generation of a mast where it is not known
assume-radio-mast-height = Height of a mast where it is not known
assume-radio-receiver-height = Height of the receiver
assume-radio-walls = Loss in walls and houses around
assume-radio-load = Load of the other sectors in the busy hour
assume-radio-online = Residents served at the same moment in the busy hour
assume-radio-enough = Mobile internet with which somebody counts as covered
assume-mast-field-limit = Limit of the field of all antennas
source-radio-propagation = our own choice: ITM is checked against NTIA’s published answers, P.1812-8 against those of the ITU
source-radio-usual = usual for networks of this kind
source-service-floor = the minimum speed for a village (tengrinews.kz, 2021)
source-mast-field = docs.cntd.ru 428544016, analogue; order DSM-19 of 28 Feb 2022 still to be read
metric-mobile-people = Residents with mobile internet
metric-made-mobile-people = Residents who have at least the minimum speed (usually 5 Mbit/s) in the busy hour: loss from the 8 nearest masts within 40 km by the propagation model that is assumed (usually ITM) over the relief, interference of the other sectors, a sector’s time shared evenly by those who are online. Houses and woods between count only as an assumed loss. Each antenna looks at half the way to the next mast in its sector, 2° to 15° down.
metric-mobile-people-fast = Residents with fast mobile internet
metric-made-mobile-people-fast = Residents whose mobile internet in the busy hour is as fast as that of a connected settlement (usually 100 Mbit/s).
metric-mobile-villages = Villages with mobile internet
metric-made-mobile-villages = Villages most of whose residents have at least the minimum speed (usually 5 Mbit/s) in the busy hour.
metric-mast-field-most = Strongest field of masts at a home
metric-made-mast-field-most = Power density of all antennas within 400 m together, outside at the storey where it is strongest, as in free space; the highest of all homes. Only masts with mobile internet.
metric-mast-field-people = Residents where the field is above the limit
metric-made-mast-field-people = Residents of homes at which the field of all antennas together exceeds the limit at some storey.
overlay-mobile-rate = Mobile internet in the busy hour
overlay-made-mobile-rate = Megabits a second for each user when everybody who is online shares the nearest masts. The propagation model that is assumed (usually ITM) over the relief; computed, not measured.
overlay-mobile-signal = Mobile signal
overlay-made-mobile-signal = Power of a resource element (RSRP) of the sector that serves each home, inside. Computed, not measured.
overlay-mast-field = Field of masts
overlay-made-mast-field = Power density of all antennas within 400 m together at the most exposed storey of each home; orange where it comes near the limit of 10 µW/cm².
overlay-sheet-mobile-signal = On the ground: what a home there would have inside. Without colour: weaker than { $floor }, which phones hardly hold.
overlay-sheet-mast-field = On the ground: the field 1.8 m above it. Without colour: less than { $floor }.
overlay-limit = Ring: inside it the field passes { $limit } at some height between the ground and the antennas. Nobody should live at that height.
overlay-ground = on the ground

table-yes = yes
table-no = no
table-none = None of these models has a table of single objects.
table-villages = Mobile internet in villages
column-residents = Residents
column-covered = Covered
column-covered-people = Residents covered
column-mast = Mast
column-mobile-speed = In the busy hour
column-mobile-fast = Fast mobile
column-fixed-speed = Fixed internet
column-fixed-fast = Fast fixed
