//! Needs against supply of the settlement that is looked at: what is short, what would supply it, and who needs and gives how much.

use super::look::Look;
use super::widget::named;
use super::{fonts, solution, theme};
use crate::twin::conformity::balance::Balance;
use crate::twin::conformity::supply::{Amount, Supplier};
use crate::twin::model::choice::Choice;
use crate::viewer::app::command::Invoke;
use bevy_egui::egui::{CollapsingHeader, RichText, Ui};

/// Parties told of one by one; of the others their number.
const MOST: usize = 6;

/// Draws them, what is short first.
pub fn show(look: &Look, ui: &mut Ui, out: &mut Vec<Invoke>) {
    let Some(balances) = look.fitness.balances() else { return };
    let Some(region) = look.session.region() else { return };
    let place = balances.settlement.read(look.words.language(), &region.strings);
    ui.add_space(8.0);
    ui.label(RichText::new(look.words.format("balance-title", &[("place", place.into())])).font(fonts::strong(theme::size(ui, 14.0))));
    for balance in &balances.all {
        let (mark, colour) = solution::mark_of(&balance.outcome(), ui.ctx());
        solution::line(ui, mark, colour, &look.words.balance(balance, &look.solutions.catalog));
        if balance.short() > 0.0 {
            remedies(look, balance, ui, out);
        }
        ui.indent(balance.resource.name(), |ui| parties(look, balance, ui));
    }
}

/// Links to the solutions that would supply what is short.
fn remedies(look: &Look, balance: &Balance, ui: &mut Ui, out: &mut Vec<Invoke>) {
    ui.horizontal_wrapped(|ui| {
        ui.add_space(22.0);
        for template in balance.remedies.iter().take(2).filter_map(|remedy| look.solutions.catalog.template(&remedy.template)) {
            let link = ui.link(look.words.local(&template.name));
            if named(ui, &template.id, link).clicked() {
                out.push(Invoke::with("solution", template.id.as_str()));
            }
        }
    });
}

/// How the numbers are made: who needs how much on which assumption, and who gives how much, the greatest first.
fn parties(look: &Look, balance: &Balance, ui: &mut Ui) {
    let Some(region) = look.session.region() else { return };
    let (resource, words) = (balance.resource, &look.words);
    let header = CollapsingHeader::new(RichText::new(look.text("balance-why")).small()).id_salt(resource.name());
    let opened = header.show(ui, |ui| {
        let mut demands: Vec<_> = balance.demands.iter().collect();
        demands.sort_by(|a, b| b.amount.value.total_cmp(&a.amount.value));
        part(look, "balance-demands", demands.into_iter().map(|demand| words.demand(demand, resource, region)), ui);
        let mut suppliers: Vec<_> = balance.suppliers.iter().collect();
        suppliers.sort_by(|a, b| given(b).total_cmp(&given(a)));
        part(look, "balance-suppliers", suppliers.into_iter().map(|supplier| words.supplier(supplier, resource, region)), ui);
    });
    named(ui, &format!("why-{}", resource.name()), opened.header_response);
}

fn given(supplier: &Supplier) -> f64 {
    if let Amount::Known(amount) = supplier.amount { amount } else { 0.0 }
}

fn part(look: &Look, title: &str, lines: impl ExactSizeIterator<Item = String>, ui: &mut Ui) {
    let others = lines.len().saturating_sub(MOST);
    if lines.len() == 0 {
        return;
    }
    ui.label(RichText::new(look.text(title)).font(fonts::strong(theme::size(ui, 11.5))));
    lines.take(MOST).for_each(|line| _ = ui.label(RichText::new(line).small()));
    if others > 0 {
        ui.label(RichText::new(look.words.format("balance-others", &[("count", (others as f64).into())])).small().weak());
    }
}
