# Road traffic assignment.

cli-command-assign = Assigns trips to roads, on networks of research (TNTP)
cli-argument-network = Network: TNTP
cli-argument-trips = Trip table: TNTP
cli-argument-toll_factor = Units of time that one unit of toll is worth (0 if not given)
cli-argument-distance_factor = Units of time that one unit of length is worth (0 if not given)
cli-argument-optimum = System optimum, the least cost of all together, instead of the user equilibrium
cli-argument-close = Links to close, by their nodes, such as 3-4
cli-argument-gap = Relative gap at which to stop (1e-6 if not given)
cli-argument-threads = Number of threads; all if not given
cli-argument-flows = File for the volumes: from,to,volume,cost

cli-expected-toll-factor = a number that is not negative, such as 0.02
cli-expected-distance-factor = a number that is not negative, such as 0.04
cli-expected-close = FROM-TO, such as 3-4; nodes are counted from 1
cli-expected-gap = a number from 0 to 1, such as 1e-6
cli-expected-threads = a number from 1 to 1024

phase-traffic-assign = Assigning trips to roads

traffic-principle = Principle
principle-user-equilibrium = user equilibrium
principle-system-optimum = system optimum
traffic-relative-gap = Relative gap
traffic-objective = Objective
traffic-total-time = Total travel cost
traffic-iterations = Iterations
traffic-solving = Solved in
traffic-threads = Threads

error-threads-unavailable = The threads could not be started ({ $reason }). Ask for fewer with --threads.
error-tntp-header-missing = The header of { $file } has no usable <{ $field }>, so it was taken from the links. Add the line.
error-tntp-link-count = The header of { $file } speaks of { $said ->
        [one] { $said } link
       *[other] { $said } links
    }, but it has { $found }. Check whether the file is complete.
error-tntp-links-node-unknown = { $file }: { $count ->
        [one] { $count } link leads
       *[other] { $count } links lead
    } to nodes other than 1 to { $most } and { $count ->
        [one] was
       *[other] were
    } left out, first in line { NUMBER($line, useGrouping: "false") }. Correct the node or <NUMBER OF NODES>.
error-tntp-links-odd = { $file }: { $count ->
        [one] { $count } link has
       *[other] { $count } links have
    } a negative or infinite value or none at all and { $count ->
        [one] was
       *[other] were
    } left out, first in line { NUMBER($line, useGrouping: "false") }. Correct the value.
error-tntp-links-unreadable = { $file }: { $count ->
        [one] { $count } row is
       *[other] { $count } rows are
    } no link and { $count ->
        [one] was
       *[other] were
    } left out, first line { NUMBER($line, useGrouping: "false") }. Write: from, to, capacity, length, time, b, power, speed, toll, type.
error-tntp-trips-odd = { $file }: { $count ->
        [one] { $count } number of trips is
       *[other] { $count } numbers of trips are
    } negative or infinite and { $count ->
        [one] was
       *[other] were
    } left out, first in line { NUMBER($line, useGrouping: "false") }. Correct it.
error-tntp-trips-total = The header of { $file } speaks of { $said } trips, but the table has { $found }. Check whether the file is complete.
error-tntp-trips-unreadable = { $file }: { $count ->
        [one] { $count } entry is
       *[other] { $count } entries are
    } unreadable and { $count ->
        [one] was
       *[other] were
    } left out, first in line { NUMBER($line, useGrouping: "false") }. Write “Origin 1” and below it “2 : 100;”.
error-tntp-trips-zone-unknown = { $file }: { $count ->
        [one] { $count } zone is
       *[other] { $count } zones are
    } not among 1 to { $most } and { $count ->
        [one] was
       *[other] were
    } left out, first in line { NUMBER($line, useGrouping: "false") }. Correct the number, or choose the trips of this network.
error-tntp-without-links = There is no link in { $file }. Choose a network in TNTP.
error-tntp-without-origins = There is no “Origin” in { $file }. Choose a trip table in TNTP.
error-tntp-zones-differ = The header of { $file } speaks of { $said ->
        [one] { $said } zone
       *[other] { $said } zones
    }, but the network has { $found }. Check whether the two files belong together.
error-traffic-gap-not-reached = The relative gap fell only to { $gap }, not to { $aim }. The volumes are less exact; allow a larger gap with --gap.
error-traffic-link-missing = { $file } has no link from { $from } to { $to }, so it cannot be closed. Check the numbers of the nodes.
error-traffic-links-astray = { $count ->
        [one] { $count } link begins
       *[other] { $count } links begin
    } where it ends, or outside the network, and carries nobody. Correct its nodes.
error-traffic-links-without-capacity = { $count ->
        [one] { $count } link has
       *[other] { $count } links have
    } no capacity and { $count ->
        [one] counts
       *[other] count
    } as closed, first the one from { $from } to { $to }. Give it a capacity if it is open.
error-traffic-trips-outside = { $trips } trips begin or end outside the zones of the network and were left out. Correct their zones.
error-traffic-trips-unreachable = No road leads to the end of { $trips } trips ({ $count ->
        [one] { $count } pair
       *[other] { $count } pairs
    } of zones), so they were left out. Open a road between them.
