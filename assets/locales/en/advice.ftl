# Advice: what is short, what would mend it, and where the next institutions would serve most people.

cli-command-advise = Says what is short, and where the next institutions would serve most people
cli-argument-for = What to find places for: school, kindergarten, clinic, park, hub, ambulance or mast; without it, what is short is listed
cli-argument-count = How many new ones (1 if not given)
cli-argument-least_way = Looks for the least way of all people instead of the most people within reach
cli-argument-save = Saves the answer as a scenario
cli-argument-most = How many shortfalls are listed at most (20 if not given)
cli-expected-count = a number from 1 to 100
cli-expected-most = a number from 1 to 100000

error-advice-kind-unknown = There is no advice for “{ $name }”. Known kinds: { $known }.
error-advice-no-ground = No free ground was found near homes. Place the solution by hand.
error-advice-nothing-to-place = There is nothing that could be placed by itself. Choose a solution in the library.

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

advice-title = What is short
advice-nothing = Nothing is short, as far as is known.
advice-line = { $place }. { $what }: missing for { $people } ({ $gap })
advice-more = … and { $count } more
advice-mend = Show a scenario that mends it
advice-most-people = Most people within reach
advice-least-way = Least way
advice-answer-most-people = { $kind }, new: { $count }. Within { $within }: { $value }; for the first time: { $newly }. At best it would be { $bound } (gap { $gap }).
advice-answer-least-way = { $kind }, new: { $count }. Mean way: { $value }; for the first time within { $within }: { $newly }. At best it would be { $bound } (gap { $gap }).
advice-site = { $number }. { $lon }, { $lat }: { $people } newly within reach
advice-scenario = Advised: { $kind }, { $count }
advice-scenario-mend = { $place }: { $what }
advice-hint = The region as it is, ranked by the people whom it touches. Each scenario can be opened, changed and refused.
button-advice = What is short here
command-advice = Shows what is short and what would mend it
command-advice-mend = Makes a scenario of what is advised
error-advice-ready = { $count ->
        [one] One shortfall was found here
       *[other] { $count } shortfalls were found here
    }. Press H to see them, the heaviest first.
error-advice-place-odd = “{ $text }” is no place in the list. Write a number from 1.
advice-begun = { $line } — { $remedy } would be a beginning
