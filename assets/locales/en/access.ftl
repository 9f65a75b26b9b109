# Ways, accessibility, capacity and siting: what is odd in what they are given, and what they find.

error-access-costs-odd = { $count ->
    [one] One cost between places is negative or not a number and counts as out of reach. Correct the table.
   *[other] { $count } costs between places are negative or not numbers and count as out of reach. Correct the table.
}
error-access-no-people = Nobody lives in the places that were given, so there is no demand. Enter the population.
error-access-people-odd = { $count ->
    [one] The population of one place is missing, negative or not a number and counts as zero. Correct it.
   *[other] The population of { $count } places is missing, negative or not a number and counts as zero. Correct it.
}
error-access-people-without-supply = { $people ->
    [one] One person reaches no institution. Add one within reach, or allow a longer way.
   *[other] { $people } people reach no institution. Add one within reach, or allow a longer way.
}
error-access-supply-odd = { $count ->
    [one] The capacity of one institution is missing, negative or not a number and counts as zero. Correct it.
   *[other] The capacity of { $count } institutions is missing, negative or not a number and counts as zero. Correct it.
}
error-access-supply-unused = { $count ->
    [one] One institution ({ $places } places) is within nobody’s reach. Check where it stands.
   *[other] { $count } institutions ({ $places } places) are within nobody’s reach. Check where they stand.
}
error-access-weights-odd = { $count ->
    [one] One value at a street junction is not a finite number and counts as zero. Correct it.
   *[other] { $count } values at street junctions are not finite numbers and count as zero. Correct them.
}
error-capacity-no-places = { $count ->
    [one] One institution has no places and takes nobody. Enter its capacity.
   *[other] { $count } institutions have no places and take nobody. Enter their capacity.
}
error-capacity-people-odd = { $count ->
    [one] The number of people in one place is missing, negative or too large and counts as zero. Correct it.
   *[other] The number of people in { $count } places is missing, negative or too large and counts as zero. Correct it.
}
error-capacity-people-without-place = { $people ->
    [one] One person finds no place within reach. Add places or a bus.
   *[other] { $people } people find no place within reach. Add places or a bus.
}
error-capacity-places-odd = { $count ->
    [one] The number of places of one institution is missing, negative or too large and counts as zero. Correct it.
   *[other] The number of places of { $count } institutions is missing, negative or too large and counts as zero. Correct it.
}
error-capacity-third-shift = { $count ->
    [one] One institution would need a third shift. Add places there or nearby.
   *[other] { $count } institutions would need a third shift. Add places there or nearby.
}
error-places-without-street = { $count ->
    [one] One of { $all } places has no street within { $metres } m and is left out. Check where it lies, or draw a street.
   *[other] { $count } of { $all } places have no street within { $metres } m and are left out. Check where they lie, or draw streets.
}
error-routing-no-streets = No street is open to this mode of travel. Choose another mode, or import streets.
error-routing-parts-apart = { $count ->
    [one] One part of the streets ({ $stretches } stretches) is not connected with the rest. Check the map there.
   *[other] { $count } parts of the streets ({ $stretches } stretches) are not connected with the rest. Check the map there.
}
error-routing-speed-odd = The speed or winter factor { $value } is not possible; { $usual } is used. Enter another value.
error-routing-stretches-odd = { $count ->
    [one] One stretch of the street network is damaged and left out. Import the map again.
   *[other] { $count } stretches of the street network are damaged and left out. Import the map again.
}
error-siting-no-people = Nobody lives within reach of the places to choose from. Enter the population, or offer other places.
error-siting-people-odd = { $count ->
    [one] The population of one place is missing, negative or not a number, so it is left out. Correct it.
   *[other] The population of { $count } places is missing, negative or not a number, so they are left out. Correct it.
}
error-siting-people-out-of-reach = { $people ->
    [one] One person reaches none of the places to choose from. Offer places nearby, or allow a longer way.
   *[other] { $people } people reach none of the places to choose from. Offer places nearby, or allow a longer way.
}
error-siting-standing-unknown = { $count ->
    [one] One standing institution is not among the places that were given and is left out. Check the list.
   *[other] { $count } standing institutions are not among the places that were given and are left out. Check the list.
}
error-siting-too-few-places = { $places ->
    [one] { $count } new institutions were asked for, but there is only one place to choose. Offer more places.
   *[other] { $count } new institutions were asked for, but there are only { $places } places to choose from. Offer more places.
}
error-siting-without-odd = The cost of having no institution in reach is negative or not a number; a thousand longest ways are used. Enter a cost.

load-good = spare room
load-normal = normal load
load-raised = above normal
load-overloaded = overloaded
load-critical = critical overload
