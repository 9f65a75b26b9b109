# Fibre: the alternative to masts along roads.

simulation-fibre = Fibre to villages
assume-fibre-kilometre = A kilometre of fibre under ground
assume-fibre-last-mile = Fibre to a household within its village
source-fibre-last-mile = 41.4 bn tenge for 445 thousand households (lada.kz)
error-fibre-hub-assumed = No fibre is known in the region, so its routes were taken to begin in { $name }. Add the fibre that is there.
error-fibre-villages-apart = { $count } of { $villages } villages without fast internet lie more than 5 km from any road, or no road leads to them from where fibre begins; they were left out. Check the roads there.
metric-masts-per-covered = Masts: cost for each newly covered resident
metric-made-masts-per-covered = What the scenario’s masts cost to build, divided by how many more residents have mobile internet than without the scenario. No value where nobody is newly covered.
metric-fibre-kilometres = Fibre to all villages without fast internet
metric-made-fibre-kilometres = Length of a short tree of roads from the known fibre (where none is known, from the largest settlement) to the centres of all villages whose internet is slower than that of a connected settlement, or not known: the least spanning tree of the shortest ways, at most twice as long as the shortest tree (Mehlhorn 1988).
metric-fibre-cost = Cost of fibre to all villages without fast internet
metric-made-fibre-cost = Kilometres of that tree at the assumed cost, and fibre to every household within the villages, 2.9 residents each.
metric-fibre-cost-least = Fibre: lower bound of the cost
metric-made-fibre-cost-least = No route is cheaper: no tree of roads can be shorter than half of the spanning tree, corrected for the number of villages, nor than the way to the farthest village. The difference from the cost is the most that a better route could save.
metric-fibre-per-covered = Fibre: cost for each newly covered resident
metric-made-fibre-per-covered = Cost of fibre to all villages without fast internet, divided by the number of their residents in the data on settlements. No value where nobody lacks it.
table-fibre = Villages without fast internet, and fibre to each alone
column-fibre-way = Way to fibre
column-fibre-alone = Alone
column-fibre-alone-resident = A resident, alone
