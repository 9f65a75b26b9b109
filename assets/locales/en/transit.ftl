# Public transport: timetables, riders, lines.

cli-argument-gtfs = Timetables: GTFS in a zip archive

error-gtfs-archive-broken = { $file } is not a zip archive, or it is damaged. A GTFS timetable is a zip with tables such as stops.txt; download it again.
error-gtfs-archive-too-large = { $file } unpacks to more than { $megabytes } MB. Leave only the tables of the timetable in it.
error-gtfs-column-missing = { $file }, { $table }: { $count ->
        [one] a column is missing ({ $example })
       *[other] { $count } columns are missing, the first is { $example }
    }. What it would say is left empty; ask the publisher for a complete table.
error-gtfs-id-repeated = { $file }, { $table }: { $count ->
        [one] an id stands twice ({ $example })
       *[other] { $count } ids stand twice, the first is { $example }
    }. The first row counts; remove the others.
error-gtfs-interval-odd = { $file }, { $table }: { $count ->
        [one] an interval cannot be used (trip { $example })
       *[other] { $count } intervals cannot be used, the first belongs to trip { $example }
    }. The trip runs once, at its own times; an interval must be at least 30 seconds and end after it begins.
error-gtfs-reference-unknown = { $file }, { $table }: { $count ->
        [one] a row names something that is not in the timetable ({ $example })
       *[other] { $count } rows name something that is not in the timetable, the first { $example }
    }. They were left out; add what is missing or correct the rows.
error-gtfs-row-broken = { $file }, { $table }: { $count ->
        [one] a row cannot be read ({ $example })
       *[other] { $count } rows cannot be read, the first is { $example }
    }. They were left out; correct them.
error-gtfs-service-never = { $file }: { $count ->
        [one] a calendar has no day on which it runs ({ $example })
       *[other] { $count } calendars have no day on which they run, the first is { $example }
    }. Their trips were kept but never run; check weekdays and dates.
error-gtfs-stop-without-place = { $file }: { $count ->
        [one] a stop has no usable coordinates ({ $example })
       *[other] { $count } stops have no usable coordinates, the first is { $example }
    }. Trips call there, but nobody can walk to it; fill in longitude and latitude.
error-gtfs-table-missing = { $file } lacks the table { $table }. The rest was read; ask the publisher for the whole timetable.
error-gtfs-times-missing = { $file }: { $count ->
        [one] a trip has stops without times ({ $example })
       *[other] { $count } trips have stops without times, the first is { $example }
    }. They were interpolated by distance between the known ones.
error-gtfs-trip-backwards = { $file }: the times of { $count ->
        [one] a trip run backwards ({ $example })
       *[other] { $count } trips run backwards, the first is { $example }
    }. They were left out; correct their times.
error-gtfs-trip-short = { $file }: { $count ->
        [one] a trip has fewer than two stops with times ({ $example })
       *[other] { $count } trips have fewer than two stops with times, the first is { $example }
    }. They were left out; complete stop_times.txt.
error-gtfs-value-odd = { $file }, { $table }: { $count ->
        [one] a value is none of those known ({ $example })
       *[other] { $count } values are none of those known, the first is { $example }
    }. The usual one was taken, or the row passed over; check it.

error-transit-day-without-trips = On { $date } no trip runs. Choose a day within the timetable’s validity.
error-transit-demand-odd = { $count ->
        [one] One flow of riders cannot be used
       *[other] { $count } flows of riders cannot be used
    }: the number is negative or none, or a stop does not exist. They were left out; correct them.
error-transit-interval-assumed = { $count ->
        [one] The interval of one line is
       *[other] The intervals of { $count } lines are
    } unknown; { $minutes } minutes were assumed. Set the intervals or import a timetable.
error-transit-line-interval-odd = Line No. { $line } has no usable interval and was left out. Set one above zero.
error-transit-line-odd = Line No. { $line } was left out: it has too few stops, unknown stops or times that are not numbers. Correct it.
error-transit-line-stop-missing = { $count ->
        [one] One stop that a line names is not in the region
       *[other] { $count } stops that lines name are not in the region
    }; the lines pass without calling. Import the stops or correct the lines.
error-transit-line-without-stops = Line { $line } ({ $id }) has fewer than two stops in the region and was left out. Give it stops.
error-transit-not-balanced = Riders and crowding were not balanced after { $rounds } rounds; they may still save { NUMBER($gap, maximumFractionDigits: 5) } of their time. Allow more rounds, or take the result as rough.
error-transit-riders-stranded = For { NUMBER($riders, maximumFractionDigits: 1) } riders an hour there is no way to their destination. Add a line or a walk between stops.
error-transit-walk-odd = { $count ->
        [one] One walk between stops has
       *[other] { $count } walks between stops have
    } no usable time or lead to a stop that does not exist. They were left out; correct them.

finding-timetable-incomplete = { $count ->
        [one] { $count } table or column is missing in the timetable; the rest was read
       *[other] { $count } tables or columns are missing in the timetable; the rest was read
    }
finding-odd-trips = { $count ->
        [one] { $count } trip or calendar of the timetable cannot run as written and was left out
       *[other] { $count } trips or calendars of the timetable cannot run as written and were left out
    }
finding-times-interpolated = { $count ->
        [one] { $count } trip lacks times at some stops; interpolated by distance
       *[other] { $count } trips lack times at some stops; interpolated by distance
    }

assume-street-speed = Speed of buses and trams, stops included
source-street-speed = usual for city buses in mixed traffic. Replace it with the operator’s
assume-rail-speed = Speed of trains, stops included
source-rail-speed = usual for suburban trains. Replace it with the timetable’s
assume-default-headway = Interval of lines where it is unknown
source-default-headway = two vehicles an hour
assume-off-peak-headway = How many times longer intervals are off-peak
source-off-peak-headway = a third fewer vehicles off-peak
assume-morning-peak = First hour of the morning peak
source-morning-peak = work and school begin between 8 and 9
assume-evening-peak = First hour of the evening peak
source-evening-peak = work ends between 17 and 18
assume-peak-length = Length of each peak, hours
source-peak-length = two hours
assume-peak-share = Share of the day’s riders in each peak hour
source-peak-share = about a tenth, as in many cities’ counts. Replace it with your own counts
assume-layover = Rest at the ends, on top of the travel time
source-layover = breaks and catching up after delays
assume-first-hour = Hour of the first departures
source-first-hour = from 6 in the morning
assume-last-hour = Hour of the last departures
source-last-hour = last departures after 22
assume-bus-capacity = Places in a bus, seated and standing
source-bus-capacity = a twelve-metre bus. Replace it with the fleet’s
assume-tram-capacity = Places in a tram, seated and standing
source-tram-capacity = a tram of about 26 metres
assume-train-capacity = Places in a train, seated and standing
source-train-capacity = a four-car suburban train
assume-kilometre-cost = Cost of a vehicle-kilometre
source-kilometre-cost = fuel, drivers and repairs, prices of 2025. Replace it with the operator’s
assume-fare = Fare income of a ride, discounts included
source-fare = below the full price, because pupils and pensioners pay less
assume-days-of-service = Days of service in a year
source-days-of-service = weekends counted by the vehicles that run then
assume-walk-reach = Longest walk between stops
source-walk-reach = about seven minutes on foot
assume-walk-speed = Speed on foot, detours included
source-walk-speed = 4.5 km/h over a way 1.3 times the straight line
assume-crowding = How much longer a ride feels in a full vehicle
source-crowding = the coefficient of the Bureau of Public Roads (1964)
assume-crowding-exponent = How steeply crowding is felt
source-crowding-exponent = the exponent of the Bureau of Public Roads (1964)
assume-stop-reach = Longest walk between home or work and a stop
source-stop-reach = own estimate: people walk up to 20 minutes where no stop is nearer
assume-boarding = How long getting on seems to take, waiting apart
source-boarding = usual penalties of travel models are 5 to 10 minutes; with 10 the subsidy of Kostanay comes near the known 5.4 bn
error-transit-no-lines = No line of public transport is known here: figures assume that buses run everywhere. Import lines or a timetable.
assume-rural-speed = Speed of buses between settlements
source-rural-speed = usual for country buses: 50 km/h with stops
