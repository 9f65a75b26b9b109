# Sun and shadow.

simulation-sun = Sun and shadow
unit-megawatt-hours-per-year = MWh/year
unit-degrees = °
unit-celsius = °C
assume-sun-dwelling = Sun in a dwelling a day
assume-sun-ground = Sun on grounds of schools and playgrounds a day
assume-sun-low = Time after sunrise and before sunset that does not count
assume-sun-reach = How far a flat reaches from a piece of wall
assume-pv-cover = Share of a roof that solar modules cover
assume-pv-efficiency = Efficiency of solar modules
assume-pv-losses = Losses of a solar plant
assume-pv-tilt = Tilt of solar modules on flat roofs
assume-pv-sunshine = Share of the daytime in which the sun shines
assume-pv-winter = Air temperature in the coldest month
assume-pv-summer = Air temperature in the warmest month
source-sun-the-steppe = the-steppe.com (press summary of the sanitary rules)
source-sun-tengrinews = tengrinews.kz (press summary of the sanitary rules)
source-sun-practice = usual practice south of 58° N; the act is still to be read
source-sun-best-facade = own estimate: a flat has sun if any of its walls has
source-pv-gagnon = NREL/TP-6A20-65298 (2016): 26 % of small roofs, more of large ones
source-pvwatts = PVWatts 5, NREL/TP-6A20-62641 (2014)
source-sun-climate = Kostanay, from memory; to be replaced by climate normals
metric-sun-dwellings-short = Dwellings with too little sun
metric-made-sun-dwellings-short = The longest stretch of sun on 22 March, minute by minute (SPA), past relief and buildings as blocks, at the walls of each storey; a flat has what the best of its walls has. The number of dwellings follows from the residents, 2.9 to each. Windows, balconies and trees are left out.
metric-sun-residents-short = Residents of dwellings with too little sun
metric-made-sun-residents-short = Who lives in dwellings whose longest stretch of sun on 22 March is shorter than the norm; the norm itself has not been verified.
metric-sun-residents-short-total = The same, all sun of the day counted together
metric-made-sun-residents-short-total = Who lives in dwellings where all minutes of sun on 22 March together are fewer than the norm asks for.
metric-sun-grounds-short = Schools, kindergartens and playgrounds with too little sun
metric-made-sun-grounds-short = Grounds of which less than half has a stretch of sun on 22 March as long as the norm asks for. Where the ground is not known: within 30 m of the institution. Sports grounds count too.
metric-sun-roof-energy = What solar modules on all roofs would give
metric-made-sun-roof-energy = PVWatts 5 over twelve mean days, clear and overcast hours by their share; whatever stands around a roof takes its light away, in 72 sectors. Snow is left out. A potential, not a plan.
overlay-sun-hours = Sun in the darkest dwelling
overlay-made-sun-hours = The longest stretch of sun on 22 March in the darkest dwelling of each building, at the best of its walls; the norm is 2.5 hours (not verified).
overlay-sun-grounds = Sun on grounds of schools and playgrounds
overlay-made-sun-grounds = The longest stretch of sun on 22 March that at least half of each ground has which is not built on; where the ground is not known: within 30 m of the institution. Sports grounds count too; the norm is 3 hours (not verified).
overlay-sun-roof = Solar electricity of roofs
overlay-made-sun-roof = What modules on each roof would give in a year, shade included. Modelled by PVWatts 5; a potential, not a plan.
error-sun-without-body = { $count ->
    [one] One of { $all } buildings has no footprint or no height and throws no shade. Enter its height.
   *[other] { $count } of { $all } buildings have no footprint or no height and throw no shade. Enter their heights.
}
