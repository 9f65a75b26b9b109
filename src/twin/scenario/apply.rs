//! From a region and what is planned to the changed region, and to what alone is new in it.

use super::resolve::{Plan, Resolved};
use crate::twin::catalog::Catalog;
use crate::twin::catalog::kind;
use crate::twin::model::feature::Feature;
use crate::twin::model::layer::Layer;
use crate::twin::model::names::Strings;
use crate::twin::model::region::{LayerVisitor, Region};
use crate::twin::model::space::Bounds;

/// The region as it would be: everything planned is built and changed. An empty plan changes nothing.
#[must_use]
pub fn apply(base: &Region, plan: &Plan, catalog: &Catalog) -> Region {
    let mut region = base.clone();
    plan.solutions.values().for_each(|resolved| build(resolved, catalog, &mut region));
    region
}

/// A region that holds only what a solution adds, on the same ground.
#[must_use]
pub fn additions(base: &Region, resolved: &Resolved, catalog: &Catalog) -> Region {
    let mut region = Region {
        id: base.id.clone(),
        name: base.name,
        standing: base.standing,
        timezone: base.timezone.clone(),
        frame: base.frame,
        extent: base.extent,
        terrain: base.terrain.clone(),
        ..Region::default()
    };
    build(resolved, catalog, &mut region);
    region
}

fn build(resolved: &Resolved, catalog: &Catalog, region: &mut Region) {
    // One that does not fit is named in the plan's faults or by its verdicts; here it builds nothing.
    let Ok(fit) = resolved.fit(catalog) else { return };
    (kind::spec(fit.template.kind).build)(&resolved.solution(&fit), region);
}

/// The box around everything in a region.
pub fn bounds(region: &Region) -> Bounds {
    struct Around(Bounds);
    impl LayerVisitor for Around {
        fn visit<T: Feature>(&mut self, layer: &Layer<T>, _: &Strings) {
            for (_, shape) in layer.iter() {
                shape.points().iter().for_each(|point| self.0.include(point.metres()));
            }
        }
    }
    let mut around = Around(Bounds::default());
    region.visit_layers(&mut around);
    around.0
}
