"""The questions of access.rs, asked of pandana (UDST): prints the seconds that it takes, the best of five."""

import pathlib
import sys
import time

import pandana
import pandas

folder = pathlib.Path(sys.argv[1])
nodes, edges, places, pairs = (pandas.read_csv(folder / f"{name}.csv") for name in ("nodes", "edges", "places", "pairs"))


def best(what, ask):
    seconds = []
    for _ in range(5):
        start = time.perf_counter()
        answer = ask()
        seconds.append(time.perf_counter() - start)
    print(f"pandana {what}: {min(seconds):.3f} s")
    return answer


print(f"{len(nodes)} nodes, {len(edges)} edges")
network = best("build", lambda: pandana.Network(nodes.x, nodes.y, edges["from"], edges.to, edges[["length"]]))
x, y = nodes.x[places.node], nodes.y[places.node]
network.set_pois("place", 5000, 5, x, y)
best("nearest 5 of 200 within 5 km", lambda: network.nearest_pois(5000, "place", num_pois=5))
network.set(pandas.Series(nodes.index), variable=pandas.Series(1.0, index=nodes.index), name="one")
best("sum within 2 km", lambda: network.aggregate(2000, type="sum", name="one", decay="flat"))
best("100,000 pairs", lambda: network.shortest_path_lengths(pairs["from"], pairs.to))
