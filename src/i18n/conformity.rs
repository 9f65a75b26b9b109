//! Fitting together in words: what is short and what would supply it, norms with verdict and status, needs and what is in the way.

use super::words::{Arg, Words};
use crate::twin::catalog::Catalog;
use crate::twin::catalog::norm::{Norm, Side, Status};
use crate::twin::catalog::resource::{Resource, Unit};
use crate::twin::conformity::Outcome;
use crate::twin::conformity::balance::{Balance, Demand, Shortfall};
use crate::twin::conformity::conflict::Conflict;
use crate::twin::conformity::need::NeedReport;
use crate::twin::conformity::remedy::Remedy;
use crate::twin::conformity::supply::{Amount, Assumption, FeatureRef, Party, Supplier};
use crate::twin::conformity::verdict::Verdict;
use crate::twin::model::amenity::Amenity;
use crate::twin::model::building::Building;
use crate::twin::model::choice::Choice;
use crate::twin::model::connectivity::{Cable, Mast};
use crate::twin::model::cover::Cover;
use crate::twin::model::feature::Feature;
use crate::twin::model::region::Region;
use crate::twin::model::street::Street;
use crate::twin::model::water::Water;
use std::borrow::Cow;

impl Words {
    /// What is needed of a resource, what is there, what is short, and which template would supply it.
    pub fn balance(&self, balance: &Balance, catalog: &Catalog) -> String {
        let amount = |value: f64| Arg::Text(self.amount_of(balance.resource, value));
        let key = match balance.outcome() {
            Outcome::Unknown => "balance-unknown",
            Outcome::Short(_) => "balance-short",
            Outcome::Met if balance.suppliers.iter().any(|supplier| supplier.amount == Amount::Ample) => "balance-ample",
            Outcome::Met => "balance-met",
        };
        let args = [
            ("what", self.get(&balance.resource.key()).into_owned().into()),
            ("needed", amount(balance.needed())),
            ("provided", amount(balance.provided())),
            ("short", amount(balance.short())),
        ];
        let text = self.format(key, &args);
        match balance.remedies.first().and_then(|remedy| self.remedy(remedy, balance.short(), catalog)) {
            Some(remedy) => self.format("balance-remedied", &[("balance", text.into()), ("remedy", remedy.into())]),
            None => text,
        }
    }

    /// A template that would supply what is short, and how many of it; none where the catalog does not have it.
    pub fn remedy(&self, remedy: &Remedy, short: f64, catalog: &Catalog) -> Option<String> {
        let name = self.local(&catalog.template(&remedy.template)?.name);
        Some(match remedy.count(short).filter(|count| *count > 1.0) {
            Some(count) => self.format("balance-remedies", &[("name", name.into()), ("count", self.number(count, 0).into())]),
            None => self.format("balance-remedy", &[("name", name.into())]),
        })
    }

    /// What a settlement is short of, with the settlement's name.
    pub fn shortfall(&self, shortfall: &Shortfall, place: &str, catalog: &Catalog) -> String {
        let balance = self.balance(&shortfall.balance, catalog);
        self.format("shortfall-place", &[("place", place.into()), ("balance", balance.into())])
    }

    /// Who needs how much, on which assumption, and where that is known from.
    pub fn demand(&self, demand: &Demand, resource: Resource, base: &Region) -> String {
        let rate = if demand.assumption == Assumption::Template { demand.rate } else { demand.rate * 1_000.0 };
        let assumption = format!("{}-{}", Assumption::SET, demand.assumption.name());
        let args = [
            ("name", self.party(&demand.party, base).into()),
            ("amount", self.amount_of(resource, demand.amount.value).into()),
            ("assumption", self.format(&assumption, &[("rate", self.number(rate, usize::from(rate.abs() < 100.0)).into())]).into()),
            ("origin", self.choice(demand.amount.origin).to_lowercase().into()),
        ];
        self.format("demand-line", &args)
    }

    /// Who gives how much, from how far away, and where that is known from: `School No. 7 (800 places, 430 m, assumed)`.
    pub fn supplier(&self, supplier: &Supplier, resource: Resource, base: &Region) -> String {
        let amount = match supplier.amount {
            // A road or a cable that is there is enough.
            Amount::Ample if resource == Resource::Road => None,
            Amount::Ample => Some(self.get("supplier-ample").into_owned()),
            Amount::Unknown => Some(self.get("supplier-unknown").into_owned()),
            Amount::Known(amount) => Some(self.quantity(amount.round(), resource.unit())),
        };
        let distance = supplier.distance.map(|metres| self.length(metres));
        let facts: Vec<String> = amount.into_iter().chain(distance).chain([self.choice(supplier.origin).to_lowercase()]).collect();
        self.format("supplier-line", &[("name", self.party(&supplier.party, base).into()), ("facts", facts.join(", ").into())])
    }

    /// Who needs or gives something.
    pub fn party(&self, party: &Party, base: &Region) -> String {
        match party {
            Party::Residents => self.get("party-residents").into_owned(),
            Party::Proposal(key) => self.format("party-proposal", &[("key", key.to_string().into())]),
            Party::Feature(feature) => self.feature_name(feature, base),
        }
    }

    /// A feature's name; without one what it is.
    pub fn feature_name(&self, feature: &FeatureRef, base: &Region) -> String {
        match feature.name.read(self.language(), &base.strings) {
            "" => self.sort_of(feature, base).into_owned(),
            name => name.to_owned(),
        }
    }

    /// What a feature is.
    fn sort_of(&self, feature: &FeatureRef, base: &Region) -> Cow<'_, str> {
        let index = feature.index as usize;
        let sort = match feature.layer {
            Amenity::LAYER => base.amenities.features.get(index).map(|amenity| self.choice(amenity.kind)),
            Building::LAYER => base.buildings.features.get(index).map(|building| self.choice(building.usage.value)),
            Cable::LAYER => base.cables.features.get(index).map(|cable| self.choice(cable.kind.value)),
            Cover::LAYER => base.cover.features.get(index).map(|cover| self.choice(cover.kind)),
            Mast::LAYER => base.masts.features.get(index).map(|_| self.get("feature-mast")),
            Street::LAYER => base.streets.features.get(index).map(|street| self.choice(street.class)),
            Water::LAYER => base.water.features.get(index).map(|water| self.choice(water.kind)),
            _ => None,
        };
        sort.unwrap_or_else(|| self.layer(feature.layer))
    }

    /// A norm held against what was measured: `Walk to school: 430 m of at most 500 m — met, norm unverified (docs.cntd.ru …)`.
    /// Only a norm that was read itself is plainly met.
    pub fn verdict(&self, verdict: &Verdict, norm: &Norm) -> String {
        let measured = verdict.measured.map(|value| self.norm_quantity(value, norm.unit));
        let key = if measured.is_some() { "verdict" } else { "verdict-unmeasured" };
        let args = [
            ("name", self.local(&norm.name).into()),
            ("measured", measured.unwrap_or_default().into()),
            ("side", self.choice(norm.side).into_owned().into()),
            ("value", self.norm_quantity(norm.value, norm.unit).into()),
            ("judgement", self.judgement(verdict, norm).into()),
            ("document", norm.document.as_str().into()),
        ];
        self.format(key, &args)
    }

    /// The verdict and, beside it, that the norm is not verified.
    pub fn judgement(&self, verdict: &Verdict, norm: &Norm) -> String {
        let judgement = match (verdict.outcome, norm.side) {
            (Outcome::Met, _) => self.get("judgement-met").into_owned(),
            (Outcome::Unknown, _) => self.get("judgement-unknown").into_owned(),
            (Outcome::Short(by), side) => {
                let key = match side {
                    Side::AtMost if norm.unit == Unit::Metres => "judgement-far",
                    Side::AtMost => "judgement-over",
                    Side::AtLeast if norm.unit == Unit::Metres => "judgement-near",
                    Side::AtLeast => "judgement-under",
                };
                self.format(key, &[("by", self.norm_quantity(by, norm.unit).into())])
            }
        };
        match verdict.status {
            Status::Verified => judgement,
            Status::Secondary | Status::Analogue | Status::Memory => {
                self.format("judgement-unverified", &[("judgement", judgement.into())])
            }
        }
    }

    /// A quantity as norms have it: metres up to ten kilometres.
    pub fn norm_quantity(&self, value: f64, unit: Unit) -> String {
        if unit == Unit::Metres && value >= 10_000.0 { self.length(value) } else { self.quantity(value, unit) }
    }

    /// What a solution needs and where it comes from.
    pub fn need(&self, need: &NeedReport, base: &Region) -> String {
        let from = need.suppliers.first().map(|supplier| self.supplier(supplier, need.resource, base));
        let is_road = need.resource == Resource::Road;
        let (key, short) = match (need.outcome, &from) {
            (Outcome::Met, Some(_)) if is_road => ("need-road-met", 0.0),
            (Outcome::Met, Some(_)) => ("need-met", 0.0),
            (Outcome::Short(_), None) if is_road => ("need-road-short", 0.0),
            (Outcome::Short(_), Some(_)) if is_road => ("need-road-short-from", 0.0),
            (Outcome::Short(short), None) => ("need-short", short),
            (Outcome::Short(short), Some(_)) => ("need-short-from", short),
            (Outcome::Unknown | Outcome::Met, _) => ("need-unknown", 0.0),
        };
        let amount = need.amount.map_or_else(|| "—".to_owned(), |amount| self.amount_of(need.resource, amount));
        let args = [
            ("what", self.get(&need.resource.key()).into_owned().into()),
            ("amount", amount.into()),
            ("short", self.amount_of(need.resource, short).into()),
            ("from", from.unwrap_or_default().into()),
            ("rule", self.choice(need.rule).into_owned().into()),
        ];
        self.format(key, &args)
    }

    /// What is in the way.
    pub fn conflict(&self, conflict: &Conflict) -> String {
        let set = format!("conflict-{}", conflict.obstacle.name());
        self.format(&set, &[("count", Arg::Number(conflict.extent.round()))])
    }

    /// So much of a resource whose name says what is counted: places and people need no unit.
    fn amount_of(&self, resource: Resource, value: f64) -> String {
        match resource.unit() {
            // However little it is, it is not nothing.
            Unit::Places | Unit::People | Unit::Count => self.number(if value > 0.0 { value.round().max(1.0) } else { 0.0 }, 0),
            unit if value < 20.0 => self.quantity((value * 10.0).round() / 10.0, unit),
            unit => self.quantity(value.round(), unit),
        }
    }
}
