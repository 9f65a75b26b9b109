# The sheet of scenarios side by side: order, charts, assumptions.

series-riders = Riders by hour
series-overloaded-lines = Overloaded lines by hour
compare-sort = Press to sort by what changes most, once more for spheres
compare-assumptions = Assumptions
compare-assumptions-hint = Everything is measured anew when one is changed.
compare-assumption-back = As the model has it
