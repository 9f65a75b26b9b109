# Models, metrics and comparison.

cli-command-simulate = Runs models and prints what they say
cli-command-compare = Lays the metrics of scenarios side by side
cli-argument-model = Models, by their ids; all where none is named
cli-argument-csv = Prints rows for spreadsheets
cli-argument-scenarios = Scenarios, by their ids; all where none is named
cli-argument-out = Folder for the values of single features
error-simulation-unknown = There is no model “{ $name }”. Known ones: { $known }.
simulation-population = Population
simulation-digital = Digital services
unit-years = 
    { $count ->
        [one] year
       *[other] years
    }
better-neither = neither way is better
better-up = more is better
better-down = less is better
assume-floor-per-job = Floor for one work place
assume-good-internet = Internet of a connected settlement
assume-video-call = Internet for a video consultation
assume-horizon = Years over which costs are added up
source-own-estimate = own estimate
source-fast-access = the usual threshold of fast access
source-chosen = chosen for comparison
metric-residents = Residents
metric-made-residents = Population of the settlements, and who will live in proposed homes: 2.9 people to a home of 85 m² of floor.
metric-floor-per-resident = Floor of dwellings per resident
metric-made-floor-per-resident = Footprint times storeys of all dwellings, divided by the residents in them.
metric-electricity-saved = Electricity made or saved
metric-made-electricity-saved = Sum of what the solutions of the scenario give, as their templates say.
metric-water-saved = Water saved
metric-made-water-saved = Sum of what the solutions of the scenario give, as their templates say.
metric-work-places = Work places
metric-made-work-places = Floor of all buildings that people work in, divided by the floor for one work place.
metric-capital = Cost of building
metric-made-capital = Sum of the capital costs of the solutions, each in the prices of its year.
metric-yearly = Cost every year
metric-made-yearly = Sum of the yearly costs of the solutions less what they save.
metric-horizon-cost = Cost over the years looked at
metric-made-horizon-cost = Cost of building and yearly cost times the years; not discounted.
metric-cost-per-resident = The same per resident
metric-made-cost-per-resident = Cost over the years looked at, divided by all residents.
metric-green-per-resident = Public green per resident
metric-made-green-per-resident = Area of parks and gardens, divided by all residents.
metric-villages-telemedicine = Villages with working telemedicine
metric-made-villages-telemedicine = Villages whose medical institution has the internet of a video consultation.
metric-services-share = Residents with public services in their settlement
metric-made-services-share = Share of residents whose settlement has an administration or a public service point.
metric-internet-share = Residents with fast internet
metric-made-internet-share = Share of residents whose settlement has the internet of a connected one.
