# Advice: what is lacking, what would mend it, and where the next institutions would serve most people.

cli-command-advise = Says what is lacking, and where new institutions would serve the most people
cli-argument-for = What to find places for: school, kindergarten, clinic, park, hub, ambulance or mast; without it, what is lacking is listed
cli-argument-count = How many new ones (1 if not given)
cli-argument-least_way = Looks for the shortest way on average instead of the most people within reach
cli-argument-everybody = Looks for the fewest that bring everybody within reach
cli-argument-district = District whose people are asked for, by its name or code (the whole region if not given)
cli-argument-save = Saves the answer as a scenario
cli-argument-most = How many lines of the list to print at most (20 if not given)
cli-expected-count = a number from 1 to 100
cli-expected-most = a number from 1 to 100000

error-advice-kind-unknown = There is no advice for “{ $name }”. Known kinds: { $known }.
error-advice-no-ground = No free ground was found near homes. Place the solution by hand.
error-advice-nothing-to-place = There is nothing here that can be placed automatically. Choose a solution in the library.

assume-mast-reach = How far a mast carries mobile internet

advice-kind-school = School
advice-kind-kindergarten = Kindergarten
advice-kind-clinic = Clinic
advice-kind-park = Park
advice-kind-hub = IT hub
advice-kind-ambulance = Ambulance post
advice-kind-mast = Mobile mast

advice-school-reach = School within a walk
advice-kindergarten-reach = Kindergarten within a walk
advice-clinic-reach = Doctor within a walk
advice-park-reach = Park within a walk
advice-hub-reach = IT hub nearby
advice-ambulance-reach = Ambulance in time

advice-title = What is lacking
advice-nothing = Nothing is lacking, as far as is known.
advice-line = { $place }. { $what }: { $people } without ({ $gap })
advice-more = … and { $count } more
advice-mend = Make a scenario
advice-most-people = Most people within reach
advice-least-way = Shortest way on average
advice-answer-cost = Cost to build: { $cost }. No choice costs less than { $least } (gap { $gap }).
advice-answer-most-people = { $kind }, new: { $count }. Within { $within }: { $value }; for the first time: { $newly }. At best it could be { $bound } (gap { $gap }).
advice-answer-least-way = { $kind }, new: { $count }. Mean way: { $value }; for the first time within { $within }: { $newly }. At best it could be { $bound } (gap { $gap }).
advice-everybody = Everybody within reach
advice-answer-everybody = { $kind }, new: { $count }. The fewest that bring everybody who can be reached within { $within }: { $value }; for the first time: { $newly }. At least { $bound } are needed (gap { $gap }).
error-advice-nobody-without = Everybody who can be reached is within reach already. Ask for another kind, or for the most people.
error-district-unknown = There is no district “{ $name }” in the region. Check the name, or leave it out to ask for the whole region.
advice-site = { $number }. { $lon }, { $lat }: { $people } newly within reach
advice-scenario = Advised: { $kind }, { $count }
advice-scenario-mend = { $place }: { $what }
advice-hint = The region as it is, starting with what affects most people. Any scenario can be opened, changed or rejected.
button-advice = What is lacking
command-advice = What is lacking, and what would mend it
command-advice-mend = Make a scenario of what is advised
error-advice-ready = { $count ->
        [one] One shortfall was found here
       *[other] { $count } shortfalls were found here
    }. Press H to see them, the heaviest first.
error-advice-place-odd = “{ $text }” is not a number in the list. Write 1 or more.
advice-begun = { $line } — { $remedy } would be a start
advice-made = Modelled: people of the settlement times the share of what norms ask for that is missing. Needs follow from residents (estimated by floor space), supply from known capacities; what lies within reach is counted along the streets.
