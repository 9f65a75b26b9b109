//! A spanning tree that changes one arc at a time, as the network simplex needs it.

/// No node.
pub const NONE: u32 = u32::MAX;

/// A rooted tree over nodes; each but the root hangs on its parent by an arc.
#[derive(Clone, Debug)]
pub struct Tree {
    /// The node that each hangs on.
    pub parent: Vec<u32>,
    /// The arc by which it hangs.
    pub arc: Vec<u32>,
    /// How far it is from the root.
    pub depth: Vec<u32>,
    first_child: Vec<u32>,
    /// Siblings after and before.
    next: Vec<u32>,
    previous: Vec<u32>,
    open: Vec<u32>,
}

impl Tree {
    /// The tree in which all nodes hang on the last by the arcs that are given.
    pub fn star(arcs: impl Iterator<Item = u32>) -> Self {
        let mut arc: Vec<u32> = arcs.collect();
        let root = arc.len() as u32;
        arc.push(NONE);
        let nodes = arc.len();
        let mut depth = vec![1; nodes];
        depth[root as usize] = 0;
        let empty = || vec![NONE; nodes];
        let mut tree = Self { parent: empty(), arc, depth, first_child: empty(), next: empty(), previous: empty(), open: Vec::new() };
        (0..root).for_each(|node| tree.hang(node, root));
        tree
    }

    /// Takes the subtree of a node off, and hangs it up again by another of its nodes, on a node outside, by an arc.
    pub fn move_subtree(&mut self, root: u32, by: u32, onto: u32, arc: u32) {
        let (mut node, mut onto, mut arc) = (by, onto, arc);
        loop {
            let (parent, old_arc) = (self.parent[node as usize], self.arc[node as usize]);
            self.unhang(node);
            self.hang(node, onto);
            self.arc[node as usize] = arc;
            if node == root {
                break;
            }
            (onto, arc, node) = (node, old_arc, parent);
        }
    }

    /// Hands over every node of a subtree, parents before children, and sets its depth right.
    pub fn for_subtree(&mut self, root: u32, mut take: impl FnMut(u32)) {
        self.open.push(root);
        while let Some(node) = self.open.pop() {
            self.depth[node as usize] = self.depth[self.parent[node as usize] as usize] + 1;
            take(node);
            let mut child = self.first_child[node as usize];
            while child != NONE {
                self.open.push(child);
                child = self.next[child as usize];
            }
        }
    }

    fn hang(&mut self, node: u32, onto: u32) {
        let after = self.first_child[onto as usize];
        self.parent[node as usize] = onto;
        self.next[node as usize] = after;
        self.previous[node as usize] = NONE;
        if after != NONE {
            self.previous[after as usize] = node;
        }
        self.first_child[onto as usize] = node;
    }

    fn unhang(&mut self, node: u32) {
        let (before, after) = (self.previous[node as usize], self.next[node as usize]);
        match before {
            NONE => self.first_child[self.parent[node as usize] as usize] = after,
            before => self.next[before as usize] = after,
        }
        if after != NONE {
            self.previous[after as usize] = before;
        }
    }
}
