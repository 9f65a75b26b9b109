# Whether what stands and what is proposed fit together: balances, verdicts, needs, conflicts.

balance-met = { $what }: { $needed } needed, { $provided } provided
balance-ample = { $what }: { $needed } needed, and there is enough
balance-short = { $what }: { $needed } needed, { $provided } provided, { $short } short
balance-remedied = { $balance } — { $remedy } would supply it
balance-unknown = { $what }: { $needed } needed; what is there to give it is not known
balance-remedy = “{ $name }”
balance-remedies = { $count } × “{ $name }”
shortfall-place = { $place }. { $balance }

party-residents = Residents
party-proposal = Proposal { $key }
feature-mast = Mast
supplier-unknown = how much is not known
supplier-ample = as much as is needed
supplier-line = { $name } ({ $facts })
demand-line = { $name }: { $amount } ({ $assumption }; { $origin })

# $rate: in a thousand residents.
assumption-pupils = as many pupils as the region’s schools have: { $rate } per 1,000 residents
assumption-kindergarten-places = { $rate } places per 1,000 residents, the middle of the norm
assumption-visits = nine visits a year on 250 working days: { $rate } a day per 1,000 residents
assumption-internet = 2 Mbit/s a home in the busy hour: { $rate } Mbit/s per 1,000 residents
assumption-coverage = everybody: { $rate } of 1,000 residents
assumption-jobs = half of the residents work: { $rate } of 1,000
assumption-green = the norm of green: { $rate } m² per 1,000 residents
assumption-household = what a home of 2.9 people asks of a network: { $rate } per 1,000 residents
assumption-template = as the solution’s template has it: { $rate }

verdict = { $name }: { $measured } of { $side } { $value } — { $judgement } ({ $document })
verdict-unmeasured = { $name }: { $side } { $value } — { $judgement } ({ $document })
judgement-met = met
judgement-far = { $by } too far
judgement-near = { $by } too near
judgement-over = { $by } too much
judgement-under = { $by } too little
judgement-unknown = cannot be measured here
judgement-unverified = { $judgement }, norm unverified

need-met = { $what }: { $amount } from { $from }
need-short = { $what }: { $amount } needed, { $short } short
need-short-from = { $what }: { $amount } needed, { $short } short; nearest: { $from }
need-unknown = { $what }: { $amount } needed; { $rule }
need-road-met = { $what }: { $from }
need-road-short = { $what }: { $rule } is missing
need-road-short-from = { $what }: { $rule } is missing; nearest: { $from }
need-rule-operator = the model knows no network of it, the operator has to be asked
need-rule-unmodelled = the model has no data on it
need-rule-road = a street for vehicles within 100 m
need-rule-internet = fibre in the settlement or within 2 km, or a mast within 5 km
need-rule-institutions = what the settlement’s institutions have to spare is not known

conflict-buildings = { $count ->
    [one] Stands on { $count } building
   *[other] Stands on { $count } buildings
    }
conflict-water = Stands in water
conflict-streets = { $count ->
    [one] Stands on { $count } street
   *[other] Stands on { $count } streets
    }
conflict-outside = Lies outside the region
conflict-slope = The ground is too steep: { $count } %
