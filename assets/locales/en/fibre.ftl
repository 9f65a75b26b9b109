# Fibre: the alternative to masts along roads.

simulation-fibre = Fibre to villages
assume-fibre-kilometre = A kilometre of fibre under ground
assume-fibre-last-mile = Fibre to a household within its village
source-fibre-last-mile = 41.4 bn tenge for 445 thousand households (lada.kz)
error-fibre-hub-assumed = No fibre is known in the region, so its routes were taken to begin in { $name }. Add the fibre that is there.
error-fibre-villages-apart = { $count } of { $villages } villages without fast internet lie more than 5 km from any road, or no road leads to them from where fibre begins; they were left out. Check the roads there.
metric-masts-per-covered = Masts: cost for each resident who gets mobile internet
metric-made-masts-per-covered = What the scenario’s masts cost to build, divided by how many more residents have mobile internet (usually 5 Mbit/s in the busy hour) than without the scenario. No value where nobody is newly covered. Not comparable as it stands with the cost of fibre, which counts a higher speed (usually 100 Mbit/s).
metric-fibre-kilometres = Fibre to all villages without fast internet
metric-made-fibre-kilometres = Length of a short tree of roads from the known fibre (where none is known, from the largest settlement) to the centres of all villages whose internet is slower than that of a connected settlement (usually 100 Mbit/s), or not known: the least spanning tree of the shortest ways, at most twice as long as the shortest tree (Mehlhorn 1988).
metric-fibre-cost = Cost of fibre to all villages without fast internet
metric-made-fibre-cost = Kilometres of that tree at the assumed cost, and fibre to every household within the villages, 2.9 residents each.
metric-fibre-cost-least = Fibre: lower bound of the cost
metric-made-fibre-cost-least = No route is cheaper: no tree of roads can be shorter than half of the spanning tree, corrected for the number of villages, nor than the way to the farthest village. The difference from the cost is the most that a better route could save.
metric-fibre-per-covered = Fibre: cost for each resident who gets fast internet
metric-made-fibre-per-covered = Cost of fibre to all villages without fast internet (usually 100 Mbit/s), divided by the number of their residents in the data on settlements. No value where nobody lacks it. Not comparable as it stands with the cost of masts, which counts a lower speed (usually 5 Mbit/s).
table-fibre = Villages without fast internet, and fibre to each alone
column-fibre-way = Way to fibre
column-fibre-alone = Alone
column-fibre-alone-resident = A resident, alone
