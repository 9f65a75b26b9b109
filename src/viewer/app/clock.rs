//! The date and hour of the picture, in the scene's civil time, and the light that follows from it.

use super::daylight::Daylight;
use super::session::Session;
use super::viewpoint::Viewpoint;
use bevy::prelude::*;
use jiff::civil::{Date, DateTime, Time as CivilTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};

/// Date and hour.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct Clock {
    moment: DateTime,
}

impl Default for Clock {
    /// A clear morning in early summer: long shadows, green trees.
    fn default() -> Self {
        Self { moment: DateTime::constant(2026, 6, 21, 10, 0, 0, 0) }
    }
}

impl Clock {
    /// The civil time shown.
    pub fn moment(&self) -> DateTime {
        self.moment
    }

    /// Sets date and time.
    pub fn set(&mut self, moment: DateTime) {
        self.moment = moment;
    }

    /// Sets the time of day.
    pub fn set_time(&mut self, time: CivilTime) {
        self.moment = self.moment.date().to_datetime(time);
    }

    /// Sets the date.
    pub fn set_date(&mut self, date: Date) {
        self.moment = date.to_datetime(self.moment.time());
    }

    /// Moves on by minutes, within the years that civil time has.
    pub fn shift_minutes(&mut self, minutes: i64) {
        self.moment = self.moment.saturating_add(SignedDuration::from_mins(minutes));
    }

    /// Minutes since midnight.
    pub fn minute_of_day(&self) -> i32 {
        i32::from(self.moment.hour()) * 60 + i32::from(self.moment.minute())
    }

    /// Sets the minutes since midnight.
    pub fn set_minute_of_day(&mut self, minute: i32) {
        self.moment = self.moment.date().to_datetime(CivilTime::midnight()).saturating_add(i64::from(minute.clamp(0, 1439)).minutes());
    }
}

/// There where the light stays as it was set, whatever the hour: for pictures that are compared.
#[derive(Resource)]
pub struct FixedLight;

/// Adds the clock and the light.
pub fn plugin(app: &mut App) {
    app.init_resource::<Clock>()
        .add_systems(Update, shed_light.after(super::command::CommandSystems).run_if(not(resource_exists::<FixedLight>)));
}

/// The light of the hour at the place looked at; a place farther off than a tenth of a degree gets its own.
fn shed_light(
    session: Res<Session>,
    clock: Res<Clock>,
    viewpoint: Res<Viewpoint>,
    mut day: ResMut<Daylight>,
    mut last: Local<Option<(i64, i64)>>,
) {
    let Some(region) = session.region() else { return };
    let place = region.frame.geo_from_metres(viewpoint.focus.to_array());
    let cell = ((place.lon * 10.0) as i64, (place.lat * 10.0) as i64);
    if *last == Some(cell) && !clock.is_changed() && !session.is_changed() {
        return;
    }
    *last = Some(cell);
    let zone = TimeZone::get(&region.timezone).unwrap_or(TimeZone::UTC);
    day.set_if_neq(Daylight::at(place.lon, place.lat, clock.moment(), &zone, region.frame.convergence(place)));
}
