//! Trips are assigned to roads as publications say they are, and whatever the network, nobody has a cheaper route at the end.
#![allow(clippy::unwrap_used)]

use aimaq::twin::simulate::traffic::algorithm_b::Bushes;
use aimaq::twin::simulate::traffic::all_or_nothing::load_cheapest;
use aimaq::twin::simulate::traffic::assignment::{Assignment, Goal, Principle, Problem, assign, assign_again, assign_by_frank_wolfe};
use aimaq::twin::simulate::traffic::cost::CostFactors;
use aimaq::twin::simulate::traffic::demand::TripTable;
use aimaq::twin::simulate::traffic::graph::Graph;
use aimaq::twin::simulate::traffic::network::{RoadLink, RoadNetwork};
use aimaq::twin::simulate::traffic::tntp::{read_network, read_trips};
use proptest::prelude::*;

/// A published network with its trips.
struct Published {
    network: RoadNetwork,
    demand: TripTable,
    factors: CostFactors,
}

/// Networks with the least objective and the time of all at their published volumes, and their factors for toll and distance.
const ANSWERS: [(&str, f64, f64, CostFactors); 4] = [
    ("SiouxFalls", 4_231_335.287_107_44, 7_480_225.344_921, CostFactors { toll: 0.0, distance: 0.0 }),
    ("Anaheim", 1_286_032.171_096_033, 1_419_913.851_059, CostFactors { toll: 0.0, distance: 0.0 }),
    ("Barcelona", 1_265_654.922_031_764, 1_365_715.683_787, CostFactors { toll: 0.0, distance: 0.0 }),
    ("ChicagoSketch", 17_313_018.738_747_76, 18_935_450.261_583, CostFactors { toll: 0.02, distance: 0.04 }),
];

/// A shared file; none (with a line that says so) where it is absent and need not be there.
fn shared(name: &str) -> Option<String> {
    let full = std::path::Path::new("../shared/acceptance/traffic").join(name);
    match std::fs::read_to_string(&full) {
        Ok(text) => Some(text),
        Err(error) if std::env::var_os("AIMAQ_REQUIRE_SHARED").is_some() => panic!("{}: {error}", full.display()),
        Err(_) => {
            eprintln!("skipped: {} is absent", full.display());
            None
        }
    }
}

fn published(name: &str, factors: CostFactors) -> Option<Published> {
    let network = read_network(&shared(&format!("{name}_net.tntp"))?);
    let trips = read_trips(&shared(&format!("{name}_trips.tntp"))?, network.value.zones);
    assert_eq!((network.notes, trips.notes), (vec![], vec![]), "{name}");
    Some(Published { network: network.value, demand: trips.value, factors })
}

impl Published {
    fn problem(&self) -> Problem<'_> {
        Problem { network: &self.network, demand: &self.demand, factors: self.factors, principle: Principle::UserEquilibrium }
    }
}

fn to_gap(relative_gap: f64) -> Goal {
    Goal { relative_gap, ..Goal::default() }
}

fn with_threads(count: usize, problem: &Problem, goal: Goal) -> Assignment {
    rayon::ThreadPoolBuilder::new().num_threads(count).build().unwrap().install(|| assign(problem, goal))
}

/// By how much more trips begin than end at a node, after what drives in and out: nothing where all trips arrive.
fn imbalances(network: &RoadNetwork, demand: &TripTable, volumes: &[f64]) -> Vec<f64> {
    let mut balance = vec![0.0; network.nodes];
    for (link, volume) in network.links.iter().zip(volumes) {
        balance[link.from as usize] -= volume;
        balance[link.to as usize] += volume;
    }
    for origin in demand.origins() {
        for trips in demand.from(origin) {
            balance[origin as usize] += trips.count;
            balance[trips.destination as usize] -= trips.count;
        }
    }
    balance
}

#[test]
fn published_answers_are_found() {
    for (name, objective, total, factors) in ANSWERS {
        let Some(published) = published(name, factors) else { continue };
        let found = assign(&published.problem(), to_gap(1e-8));
        assert_eq!(found.notes, [], "{name}");
        assert!(found.relative_gap <= 1e-8, "{name}: {}", found.relative_gap);
        // The gap is what routes that are found from nothing tell of it.
        let graph = Graph::new(&published.network, factors);
        let costs: Vec<f64> = graph.link.iter().map(|link| found.costs[*link as usize]).collect();
        let gap = found.total_system_travel_time / load_cheapest(&graph, &costs, &published.demand).cheapest.cost - 1.0;
        assert!((gap - found.relative_gap).abs() < 1e-13, "{name}: {gap} {}", found.relative_gap);
        assert!((found.objective / objective - 1.0).abs() <= 1e-8, "{name}: {}", found.objective);
        assert!((found.total_system_travel_time / total - 1.0).abs() <= 1e-5, "{name}: {}", found.total_system_travel_time);
        let imbalances = imbalances(&published.network, &published.demand, &found.volumes);
        assert!(imbalances.iter().all(|imbalance| imbalance.abs() <= 1e-6), "{name}: {imbalances:?}");
    }
}

#[test]
fn published_volumes_are_found() {
    // In these two every link's cost grows with its volume, so that only one set of volumes is the equilibrium.
    for name in ["SiouxFalls", "Anaheim"] {
        let (Some(published), Some(flows)) = (published(name, CostFactors::default()), shared(&format!("{name}_flow.tntp"))) else {
            continue;
        };
        let found = assign(&published.problem(), to_gap(1e-12));
        let rows = flows.lines().skip(1).map(|row| row.split_whitespace().map(|number| number.parse().unwrap()).collect::<Vec<f64>>());
        let rows: Vec<Vec<f64>> = rows.filter(|row| !row.is_empty()).collect();
        assert_eq!(rows.len(), found.volumes.len());
        for (row, (volume, cost)) in rows.iter().zip(found.volumes.iter().zip(&found.costs)) {
            assert!((row[2] - volume).abs() < 0.05 && (row[3] - cost).abs() < 1e-4, "{name}: {row:?}: {volume}, {cost}");
        }
    }
}

#[test]
fn the_last_digits_are_reached() {
    for name in ["Barcelona", "ChicagoSketch"] {
        let (_, objective, _, factors) = ANSWERS.into_iter().find(|answer| answer.0 == name).unwrap();
        let Some(published) = published(name, factors) else { continue };
        let found = assign(&published.problem(), to_gap(1e-12));
        assert!(found.relative_gap <= 1e-12 && (found.objective / objective - 1.0).abs() < 1e-12, "{name}: {found:?}");
    }
}

#[test]
fn threads_change_no_bit() {
    for (name, _, _, factors) in ANSWERS {
        let Some(published) = published(name, factors) else { continue };
        let [one, two] = [1, 2].map(|count| with_threads(count, &published.problem(), to_gap(1e-6)));
        assert_eq!(one, two, "{name}");
    }
}

#[test]
fn a_road_can_make_all_slower() {
    // Braess (1968): everybody loses by the link from 3 to 4.
    let Some(mut published) = published("Braess", CostFactors::default()) else { return };
    let total = |published: &Published| assign(&published.problem(), to_gap(1e-12)).total_system_travel_time;
    assert!((total(&published) - 552.0).abs() < 1e-5);
    let optimum = Problem { principle: Principle::SystemOptimum, ..published.problem() };
    assert!((assign(&optimum, to_gap(1e-12)).total_system_travel_time - 498.0).abs() < 1e-5, "the best for all leaves the link empty");
    assert_eq!(published.network.close(2, 3), 1);
    assert!((total(&published) - 498.0).abs() < 1e-5);
}

#[test]
fn both_methods_find_the_same() {
    let Some(published) = published("SiouxFalls", CostFactors::default()) else { return };
    let found = assign_by_frank_wolfe(&published.problem(), Goal { relative_gap: 1e-5, iterations: 1000 });
    assert!(found.relative_gap <= 1e-5 && (found.objective / ANSWERS[0].1 - 1.0).abs() < 1e-5, "{}", found.objective);
}

#[test]
fn an_assignment_goes_on_from_an_earlier_one() {
    let Some(mut published) = published("Anaheim", CostFactors::default()) else { return };
    let mut bushes = Bushes::default();
    let goal = to_gap(1e-9);
    let whole = assign_again(&published.problem(), goal, &mut bushes);
    assert_eq!(assign_again(&published.problem(), goal, &mut bushes).iterations, 0, "there is nothing left to do");
    // A busy link is closed and opened again.
    let busiest = (0..whole.volumes.len()).max_by(|&a, &b| whole.volumes[a].total_cmp(&whole.volumes[b])).unwrap();
    let link = published.network.links[busiest];
    published.network.close(link.from, link.to);
    let (fresh, again) = (assign(&published.problem(), goal), assign_again(&published.problem(), goal, &mut bushes));
    assert_eq!(again.volumes[busiest], 0.0);
    assert!((again.objective / fresh.objective - 1.0).abs() < 1e-8 && again.relative_gap <= 1e-9);
    published.network.links[busiest].closed = false;
    let reopened = assign_again(&published.problem(), goal, &mut bushes);
    assert!((reopened.objective / whole.objective - 1.0).abs() < 1e-8);
}

#[test]
fn zones_are_not_driven_through() {
    // 0 → 1 → 2 would be the cheapest way, but 1 is a zone.
    let link = |from, to, free_flow_time| RoadLink { from, to, capacity: 10.0, free_flow_time, b: 0.15, power: 4.0, ..RoadLink::default() };
    let links = vec![link(0, 1, 1.0), link(1, 2, 1.0), link(0, 3, 5.0), link(3, 2, 5.0)];
    let network = RoadNetwork { zones: 3, nodes: 4, first_through_node: 3, links };
    let demand = TripTable::new([(0, 2, 8.0), (1, 2, 4.0)]);
    let problem = Problem { network: &network, demand: &demand, factors: CostFactors::default(), principle: Principle::default() };
    assert_eq!(assign(&problem, Goal::default()).volumes, [0.0, 4.0, 8.0, 8.0]);
}

#[test]
fn what_cannot_be_driven_is_named() {
    let link = |from, to, capacity| RoadLink { from, to, capacity, free_flow_time: 1.0, b: 0.15, power: 4.0, ..RoadLink::default() };
    let links = vec![link(0, 1, 10.0), link(1, 0, 0.0), link(1, 1, 5.0), link(0, 9, 5.0)];
    let network = RoadNetwork { zones: 2, nodes: 2, first_through_node: 0, links };
    let demand = TripTable::new([(0, 1, 5.0), (1, 0, 3.0), (1, 7, 2.0)]);
    let problem = Problem { network: &network, demand: &demand, factors: CostFactors::default(), principle: Principle::default() };
    let found = assign(&problem, Goal::default());
    let notes: Vec<String> = found.notes.iter().map(ToString::to_string).collect();
    let expected = [
        "traffic-links-without-capacity count=1 from=2 to=1",
        "traffic-links-astray count=2",
        "traffic-trips-outside trips=2",
        "traffic-trips-unreachable trips=3 count=1",
    ];
    assert_eq!((notes, found.volumes), (expected.map(String::from).to_vec(), vec![5.0, 0.0, 0.0, 0.0]));
}

#[test]
fn nothing_is_assigned_to_nothing() {
    for (network, demand) in [
        (RoadNetwork::default(), TripTable::default()),
        (RoadNetwork::default(), TripTable::new([(0, 1, 5.0)])),
        (RoadNetwork { zones: 3, nodes: 3, ..RoadNetwork::default() }, TripTable::new([(0, 1, 5.0)])),
        (RoadNetwork { zones: 3, nodes: 3, links: vec![RoadLink::default()], ..RoadNetwork::default() }, TripTable::default()),
    ] {
        let problem = Problem { network: &network, demand: &demand, factors: CostFactors::default(), principle: Principle::default() };
        for found in [assign(&problem, Goal::default()), assign_by_frank_wolfe(&problem, Goal::default())] {
            assert_eq!((found.relative_gap, found.objective, found.iterations), (0.0, 0.0, 0));
            assert!(found.volumes.iter().all(|&volume| volume == 0.0));
        }
    }
}

/// Links with free times, delays and tolls that may be nothing, of usual and unusual powers.
fn road_link(nodes: u32) -> impl Strategy<Value = RoadLink> {
    let power = prop::sample::select(vec![0.0, 0.5, 1.0, 1.7, 4.0, 4.9, 8.0]);
    let time = prop_oneof![1 => Just(0.0), 4 => 0.1..10.0];
    let b = prop_oneof![1 => Just(0.0), 4 => 0.05..1.5];
    (0..nodes, 0..nodes, 50.0..200.0, time, b, power, 0.0..1.0).prop_map(|(from, to, capacity, free_flow_time, b, power, toll)| RoadLink {
        from,
        to,
        capacity,
        free_flow_time,
        b,
        power,
        toll,
        ..RoadLink::default()
    })
}

/// Small networks with anything that may go wrong: loops, parallel links, circles that cost nothing, zones that nothing reaches.
fn networks() -> impl Strategy<Value = (RoadNetwork, TripTable, CostFactors)> {
    (2usize..7, 0usize..15).prop_flat_map(|(zones, others)| {
        let (nodes, some_zone) = ((zones + others) as u32, 0..zones as u32);
        let links = prop::collection::vec(road_link(nodes), 1..5 * nodes as usize);
        let trips = prop::collection::vec((some_zone.clone(), some_zone, 0.0..60.0), 0..zones * zones);
        let factor = prop_oneof![Just(0.0), Just(1.0)];
        (links, trips, 0..=zones, factor).prop_map(move |(links, trips, first_through_node, toll)| {
            let network = RoadNetwork { zones, nodes: zones + others, first_through_node, links };
            (network, TripTable::new(trips), CostFactors { toll, distance: 0.0 })
        })
    })
}

/// The trips that do not stand among those that no road leads to the end of.
fn arriving(network: &RoadNetwork, demand: &TripTable, factors: CostFactors) -> TripTable {
    let reaches = |origin: u32, destination: u32| {
        let one = TripTable::new([(origin, destination, 1.0)]);
        let problem = Problem { network, demand: &one, factors, principle: Principle::default() };
        assign(&problem, Goal { iterations: 0, ..Goal::default() }).volumes.iter().any(|&volume| volume > 0.0)
    };
    let pairs = demand.origins().flat_map(|origin| demand.from(origin).iter().map(move |trips| (origin, trips.destination, trips.count)));
    TripTable::new(pairs.filter(|&(origin, destination, _)| reaches(origin, destination)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_network_comes_to_rest((network, demand, factors) in networks(), is_optimum in any::<bool>()) {
        let principle = if is_optimum { Principle::SystemOptimum } else { Principle::UserEquilibrium };
        let problem = Problem { network: &network, demand: &demand, factors, principle };
        let found = with_threads(1, &problem, to_gap(1e-8));
        prop_assert!(found.relative_gap <= 1e-8, "{}", found.relative_gap);
        prop_assert!(found.volumes.iter().all(|&volume| volume >= 0.0));
        let imbalances = imbalances(&network, &arriving(&network, &demand, factors), &found.volumes);
        prop_assert!(imbalances.iter().all(|imbalance| imbalance.abs() <= 1e-6), "{:?}", imbalances);
        prop_assert_eq!(&found, &with_threads(2, &problem, to_gap(1e-8)));
        // No other method finds anything better, and not far from it.
        let other = assign_by_frank_wolfe(&problem, Goal { relative_gap: 1e-4, iterations: 500 });
        let scale = found.total_system_travel_time.max(1.0);
        prop_assert!(found.objective <= other.objective + 1e-8 * scale, "{} {}", found.objective, other.objective);
        prop_assert!(other.objective - found.objective <= (other.relative_gap + 1e-8) * scale * 10.0, "{} {}", found.objective, other.objective);
    }

    #[test]
    fn damaged_files_are_read(text in "(<NUMBER OF (ZONES|NODES|LINKS)> [0-9]{1,3}\n|Origin [0-9]{1,2}\n|[0-9 .:;\t~<>-]{0,40}\n|([0-9]{1,2} ){7}[0-9.eNa-]{0,4};\n){0,12}") {
        let network = read_network(&text).value;
        let demand = read_trips(&text, network.zones).value;
        let problem = Problem { network: &network, demand: &demand, factors: CostFactors::default(), principle: Principle::default() };
        let found = assign(&problem, Goal { iterations: 20, ..Goal::default() });
        prop_assert_eq!(found.volumes.len(), network.links.len());
    }
}
