# How true the models are: published cases, what is expected and what is found.

cli-command-verify = Says how true the models are: published cases, what is expected and what is found

cli-argument-cases = Folder of more published cases: radio, flood, traffic

phase-verify-shipped = Running the published cases
phase-verify-folder = Running the cases of the folder
verify-case = Case
verify-measured = What is compared
verify-expected = Expected
verify-found = Found
verify-difference = Difference
verify-tolerance = Tolerance
verify-source = Source
verify-held = Checks that hold: { $held } of { $count }

verify-model-free-space = Radio: free space
verify-model-hata = Radio: Okumura–Hata
verify-model-itm = Radio: Longley–Rice (ITM)
verify-model-p1812 = Radio: Recommendation ITU-R P.1812
verify-model-flood = Floods and levees
verify-model-traffic = Traffic on roads
verify-model-transit = Public transport
verify-model-access = What is within reach

verify-case-link = MHz / km: { $name }
verify-case-town = Town, MHz / km: { $name }
verify-case-suburb = Suburb, MHz / km: { $name }
verify-case-open = Open country, MHz / km: { $name }
verify-case-city = Large city, MHz / km: { $name }
verify-case-path = Path over a profile: { $name }
verify-case-area = Area of known roughness: { $name }
verify-case-dam-break = Dam break: { $name }
verify-case-lake = Lake at rest: { $name }
verify-case-channel = Long channel: { $name }
verify-case-bump = Flow over a bump: { $name }
verify-case-plain = Flooded plain, m from the inflow: { $name }
verify-case-plain-water = Flooded plain
verify-case-levees = Overtopped walls
verify-case-middle = Overtopped walls, middle, station { $name }
verify-case-right = Overtopped walls, right, station { $name }
verify-case-left = Overtopped walls, left, station { $name }
verify-case-weir = Weir: { $name }
verify-case-network = Road network: { $name }
verify-case-closed = Road network with link 3–4 closed: { $name }
verify-case-optimum = Road network, best for all: { $name }
verify-case-lines = Lines, journey { $name }
verify-case-line = Line { $name }
verify-case-two-step = Catchment in two steps: { $name }
verify-case-three-step = Catchment in three steps: { $name }

verify-measured-loss = Basic transmission loss
verify-measured-on-the-way = Greatest difference among intermediate losses
verify-measured-flow = Greatest flow, m²/s
verify-measured-depth-off = Mean difference of depth
verify-measured-depth-share = Mean difference of depth, share of the mean
verify-measured-depth = Depth of water
verify-measured-level = Water level
verify-measured-discharge = Discharge over the crest, m²/s
verify-measured-volume = Water that came in
verify-measured-balance = Water from nowhere, share of all
verify-measured-objective = Objective
verify-measured-total-time = Travel time of all
verify-measured-gap = Relative gap
verify-measured-expected-time = Expected travel time
verify-measured-share = Share of riders
verify-measured-access = Doctors for each resident
verify-measured-supply = All doctors shared out

error-verify-row-odd = { $file }, line { $line }: a value is missing or is no number. Correct the line; its case was left out.
error-verify-empty = { $file } holds no case. Check whether the file is complete.
error-verify-profiles-differ = { $file } holds { $cases } cases, but there are { $profiles } profiles. Give each case its profile; the ones beyond were left out.
error-verify-field-missing = { $file } does not say “{ $field }”. Add the line; its case was left out.
error-verify-flows-differ = { $file } holds { $flows } volumes, but the network has { $links } links. Take the volumes of the same network.
error-verify-without-answer = There is no published answer for { $file }, so it was not run. Put { $answer } beside it.
error-verify-solution-unknown = { $file } holds a solution of SWASHES (type { $kind }, choice { $choice }) that is not run here. It was left out; nothing needs to be done.
error-verify-folder-missing = There is no folder { $folder }. Check the path after --cases.
error-verify-nothing = No case could be run in { $folder }. Choose a folder that holds radio, flood or traffic.
error-verify-unknown = { $file } was not run: no check is known for it. Nothing needs to be done.
error-verify-log-alone = { $file } belongs to no measurement of a profile. Put its profile beside the others.
