# The sheet of scenarios side by side: order, charts, assumptions.

series-riders = Riders by hour
series-overloaded-lines = Overloaded lines by hour
compare-sort = Press to sort by what changes most, once more for spheres
compare-assumptions = Assumptions
compare-assumptions-hint = Everything is measured anew when one is changed.
compare-assumption-back = As the model has it
series-made-riders = Modelled: trips of the morning peak by public transport, spread over the day by assumed shares of each hour, on the lines at their intervals.
series-made-overloaded-lines = Modelled: lines and directions on which in that hour more people ride somewhere than the vehicles have places for.
