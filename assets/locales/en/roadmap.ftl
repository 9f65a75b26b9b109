# Words of schedules, roadmaps and the timeline.

## Months by themselves
month-name-1 = January
month-name-2 = February
month-name-3 = March
month-name-4 = April
month-name-5 = May
month-name-6 = June
month-name-7 = July
month-name-8 = August
month-name-9 = September
month-name-10 = October
month-name-11 = November
month-name-12 = December
month-of-year = { $month } { $year }

## How far a solution has come
status-built = In operation
status-construction = Works under way
status-consented = Consented, works not begun
status-preparation = Design and consents
status-planned = Not begun

## Roadmaps
level-strategic = Strategic level
level-operational = Operational level
payer-budget = Budget
payer-partnership = Public–private partnership
payer-private = Private funds
kpi-line = { $name }: { $baseline } → { $target } by the end of { $year }
kpi-line-modelled = { $name }: { $baseline } → { $target } by the end of { $year }; the model gives { $modelled }
roadmap-years = Costs by year
roadmap-year = { $year }: { $total }, from the budget { $own } of { $budget }
roadmap-year-over = { $year }: { $total }, from the budget { $own } of { $budget } — over the budget
roadmap-flagship = Flagship
roadmap-owner = Owner
roadmap-deadline = Deadline
roadmap-at-work = In operation from { $month }
roadmap-at-work-late = In operation only from { $month }: later than the deadline
roadmap-funding = Funding
roadmap-costs = Costs as stated
roadmap-costs-computed = Costs of its solutions
roadmap-project = Project
roadmap-kpi = Indicators: before → target
roadmap-level = Level
roadmap-total = All projects
roadmap-from-budget = From the budget
roadmap-limit = Budget limit
roadmap-over = The budget’s part is over the limit of this year
roadmap-none = This scene has no roadmap. Put a roadmap.ron beside its scene.ron; “aimaq explain roadmap” says what stands in it.
roadmap-working = The models are computing; figures follow.
roadmap-budget-basis = Budget — { $basis }
roadmap-indicator = Indicator
roadmap-baseline = Before
roadmap-target = Target, by the end of
roadmap-modelled = By the model
roadmap-reached = reached
roadmap-missed = not reached
roadmap-costs-millions = costs in million tenge
roadmap-all-years = All years
roadmap-over-limit = over the limit
roadmap-no-direction = Outside the directions of the strategy
roadmap-sources = Where the figures come from

## Timeline
timeline-title = Timeline
timeline-play = Play
timeline-pause = Pause
timeline-all = All built
timeline-nothing = Nothing is planned in this scenario yet: choose one with solutions.
timeline-budget = Budget of the roadmap
timeline-capital = Building
timeline-running = Running costs
timeline-year = { $year }: building { $capital }, running costs { $running }
timeline-over = More than the roadmap’s budget in { $years }
timeline-year-over = { $year }: building { $capital }, running costs { $running } — more than the roadmap’s budget ({ $budget })
timeline-count = { $status }: { $count }

## Metrics by year
years-note = Each year as it ends: only what is in operation in December is counted.
timeline-metric = Choose a metric to see it by year
timeline-metric-off = No metric
timeline-metric-working = The metric by year is being worked out: { $percent } % done
timeline-metric-out-of-date = Out of date: the scenario or what is assumed was changed since.
timeline-metric-failed = It could not be worked out. Change the scenario, or open the scene once more.
timeline-metric-year = By the end of { $year }: { $value } ({ $change }; { $base } today)
timeline-metric-year-same = By the end of { $year }: { $value }, as it is today

## When a solution is built
schedule-title = When
schedule-from = Design begins
schedule-builds = Works begin
schedule-stage = { $stage }: { $begin } – { $end }
schedule-at-work = In operation from { $month }
schedule-back = Back to the usual month

## Commands
button-roadmap = Roadmap
button-timeline = Timeline
sheet-roadmap = Roadmap
command-roadmap = Roadmap of projects
command-roadmap-set = Change a project of the roadmap
command-export-roadmap = Save the roadmap as a file
command-timeline = Timeline
command-year = Show a year or a month
command-year-metric = Show a metric by year under the timeline
command-play = Play the timeline, or pause it
command-schedule-from = Set when design begins
command-schedule-builds = Set when works begin
edit-schedule = change of dates
cli-command-roadmap = Shows projects with their indicators, deadlines and costs by year
cli-argument-roadmap-pdf = Writes it as a printed table (PDF)
cli-argument-roadmap-html = Writes it as a page (HTML)
assume-preparation-share = Share of capital that goes into design and consents

## Complaints
error-not-a-month = “{ $text }” is not a month. Write year and month, such as 2027-03.
error-project-repeated = There is a project “{ $id }” already. Give this one another short name.
error-project-unknown = The roadmap has no project “{ $name }”. Known ones: { $known }.
error-project-setting-odd = “{ $text }” changes nothing of a project. Write its short name, then deadline, owner, level or flagship, then the value.
error-roadmap-copied = Your roadmap is saved in { $file }; what came with the program stays as it was.
error-roadmap-computing = The models are still computing the figures of the roadmap. Save it once they are there.
error-roadmap-form-unknown = The roadmap cannot be saved as “{ $text }”. Choose csv, pdf or html.
error-roadmap-written = The roadmap was saved as { $file }.
error-roadmap-missing = Scene { $scene } has no roadmap. Put a roadmap.ron beside its scene.ron.
error-roadmap-solution-repeated = Solution { $key } belongs to a project already, and would be paid twice. Leave it in one of them.
error-roadmap-solutions-without-scenario = Solutions are named without a scenario in which they stand. Name the scenario, or remove the list.
error-funding-not-whole = The parts of the funding add up to { $sum } %. Let them make 100, each between 0 and 100.
error-kpi-without-name = An indicator of project “{ $id }” has no name. Write its metric, or a name in three languages.
error-year-repeated = The sum of { NUMBER($year, useGrouping: "false") } stands here twice. Leave one of them.

## Fields
explain-placed-from = The month in which its design begins, such as "2027-03"; January of the scenario’s year where none is set.
explain-placed-builds_from = The month before which its works do not begin, though all is consented; right after the consents where none is set.
explain-roadmap-version = Version of the file’s form: 1.
explain-roadmap-budget = What the budget can give for all projects together, year by year.
explain-roadmap-budget_basis = Where the figures of the budget come from.
explain-roadmap-projects = The projects, in the order in which they are shown.
explain-outlay-year = The year.
explain-outlay-sum = How much, in tenge.
explain-project-id = Short name within the roadmap.
explain-project-name = What people call it.
explain-project-scenario = The scenario that models it: its costs and figures are taken from there.
explain-project-solutions = Keys of the scenario’s solutions that belong to it; all of them where none is named.
explain-project-direction = Direction of the digital strategy.
explain-project-sphere = Sphere of the smart-city standard.
explain-project-kpis = Indicators by which its success is judged.
explain-project-deadline = The month by whose end it is to be done, such as "2027-12".
explain-project-owner = Who answers for it.
explain-project-level = Whether it changes how things are done, or makes what there is run better.
explain-project-flagship = Whether it is a flagship project.
explain-project-funding = Who pays which part; the budget pays all where nothing is said.
explain-project-costs = What it costs year by year, where that does not follow from its solutions.
explain-project-basis = Where deadline and costs come from.
explain-kpi-metric = The metric that models it, by its id.
explain-kpi-name = What people call it, where no model has it.
explain-kpi-unit = What it is counted in, where no model has it.
explain-kpi-baseline = Its value before; the model’s for the region as it is where none is named.
explain-kpi-since = The year of that value.
explain-kpi-target = The value to be reached.
explain-kpi-year = The year by whose end it is to be reached.
explain-kpi-basis = Where baseline and target come from.
explain-funding-payer = Who pays.
explain-funding-share = Which part of the whole, in percent; all parts together make 100.
