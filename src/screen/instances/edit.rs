//! Changing the list: the menu of a card, the order, a name, and taking one away with a way back.

use super::{Action, Instances, Leaving, NAME, Renaming, SEARCH, UNDO_SECONDS, Way, card};
use crate::{
    profile::{MAX_NAME, Profile, ProfileId, clean_line},
    say,
    screen::{Note, Ticket},
    service::{Error, SignedOut, Standing},
    ui::banner::Kind,
};

/// The first button of a menu that can be pressed in any case.
pub(super) const MENU: &str = "menu-rename";

impl Instances {
    pub(super) fn toggle_menu(&mut self, id: ProfileId) -> Action {
        self.renaming = None;
        if self.menu.as_ref() == Some(&id) {
            self.menu = None;
            return Action::Focus(card(&id));
        }
        self.menu = Some(id);

        Action::Focus(MENU.to_owned())
    }

    /// The one beside it in the list, that way. None while something is looked for: beside it is then not what it
    /// seems.
    pub(super) fn beside(&self, id: &ProfileId, way: Way) -> Option<&ProfileId> {
        if !self.search.trim().is_empty() {
            return None;
        }
        let ids = self.shown().map(|row| &row.profile.id).collect::<Vec<_>>();
        let at = ids.iter().position(|kept| *kept == id)?;
        let other = match way {
            Way::Up => at.checked_sub(1)?,
            Way::Down => at + 1,
        };

        ids.get(other).copied()
    }

    /// Moves it at once; the file follows, one move after the other.
    pub(super) fn move_row(&mut self, id: &ProfileId, way: Way) -> Action {
        let Some(other) = self.beside(id, way).cloned() else {
            return Action::None;
        };
        let Some(rows) = &mut self.rows else {
            return Action::None;
        };
        let place = |wanted: &ProfileId| rows.iter().position(|row| &row.profile.id == wanted);
        let (Some(from), Some(to)) = (place(id), place(&other)) else {
            return Action::None;
        };
        let row = rows.remove(from);
        rows.insert(to, row);

        let step = (Ticket::next(), id.clone(), other);
        let is_first = self.moves.is_empty();
        self.moves.push_back(step.clone());
        let focus = match (&self.menu, way) {
            (Some(_), Way::Up) => "menu-up".to_owned(),
            (Some(_), Way::Down) => "menu-down".to_owned(),
            (None, _) => card(id),
        };

        Action::Move(is_first.then_some(step), focus)
    }

    pub(super) fn moved(&mut self, result: Result<(), Error>) -> Action {
        let _ = self.moves.pop_front();
        if let Err(error) = result {
            // Those after it began from an order that never was.
            self.moves.clear();
            self.note = Some(Note::error(&error));
            return Action::Reload;
        }

        match self.moves.front() {
            Some(step) => Action::Move(Some(step.clone()), String::new()),
            None => Action::Reload,
        }
    }

    pub(super) fn rename(&mut self, id: &ProfileId) -> Action {
        let Some(row) = self.row(id) else {
            return Action::None;
        };
        self.renaming = Some(Renaming {
            id: id.clone(),
            name: row.profile.name.clone(),
            error: None,
            pending: None,
        });
        self.menu = None;

        Action::Focus(NAME.to_owned())
    }

    pub(super) fn name_entered(&mut self) -> Action {
        let Some(open) = &mut self.renaming else {
            return Action::None;
        };
        if open.pending.is_some() {
            return Action::None;
        }
        let Some(name) = clean_line(&open.name, MAX_NAME) else {
            open.error = Some(say!("instances-name-empty"));
            return Action::Focus(NAME.to_owned());
        };
        let ticket = Ticket::next();
        open.pending = Some(ticket);
        self.note = None;

        Action::Rename(ticket, open.id.clone(), name)
    }

    pub(super) fn renamed(&mut self, result: Result<Profile, Error>) -> Action {
        match result {
            Ok(profile) => {
                self.renaming = None;
                let focus = card(&profile.id);
                let id = profile.id.clone();
                if let Some(row) = self.row_mut(&id) {
                    row.profile = profile;
                }
                Action::Focus(focus)
            }
            Err(error) => {
                if let Some(open) = &mut self.renaming {
                    open.pending = None;
                }
                self.note = Some(Note::error(&error));
                Action::Focus(NAME.to_owned())
            }
        }
    }

    /// Takes it off the list. One that left before can no longer be brought back.
    pub(super) fn leave(&mut self, id: &ProfileId) -> Action {
        let Some(row) = self.row(id) else {
            return Action::None;
        };
        if self.is_away(id) {
            return Action::None;
        }
        let leaving = Leaving {
            id: id.clone(),
            name: row.profile.name.clone(),
            is_signed_in: matches!(
                row.standing,
                Some(Ok(Standing::SignedIn(_) | Standing::Unconfirmed(..)))
            ),
            left: UNDO_SECONDS,
        };
        self.menu = None;
        self.renaming = None;
        self.note = None;
        let before = self.go();
        self.leaving = Some(leaving);

        Action::Leave(before)
    }

    /// Whether it is not on the list any more, although the file has it.
    pub(super) fn is_away(&self, id: &ProfileId) -> bool {
        self.leaving.as_ref().is_some_and(|open| &open.id == id)
            || self.removing.iter().any(|(_, going)| going == id)
    }

    /// The instance that can still be brought back.
    pub fn leaving(&self) -> Option<&ProfileId> {
        self.leaving.as_ref().map(|open| &open.id)
    }

    /// Whether it counts seconds.
    pub fn counts(&self) -> bool {
        self.leaving.is_some()
    }

    /// A second went by.
    pub fn tick(&mut self) -> Action {
        if let Some(open) = &mut self.leaving {
            open.left = open.left.saturating_sub(1);
            if open.left == 0
                && let Some((ticket, id)) = self.go()
            {
                return Action::Remove(ticket, id);
            }
        }

        Action::None
    }

    /// Brings it back.
    pub fn stays(&mut self) -> Action {
        self.leaving
            .take()
            .map_or(Action::None, |open| Action::Focus(card(&open.id)))
    }

    /// From now on it cannot be brought back.
    fn go(&mut self) -> Option<(Ticket, ProfileId)> {
        let Leaving { id, .. } = self.leaving.take()?;
        let going = (Ticket::next(), id);
        self.removing.push(going.clone());

        Some(going)
    }

    pub(super) fn removed(&mut self, ticket: Ticket, result: Result<SignedOut, Error>) -> Action {
        let at = self
            .removing
            .iter()
            .position(|(pending, _)| *pending == ticket);
        let gone = at.map(|at| self.removing.remove(at).1);
        match result {
            // Another process was quicker.
            Err(Error::Gone) => Action::Reload,
            Ok(outcome) => {
                if let (Some(id), Some(rows)) = (gone, &mut self.rows) {
                    rows.retain(|row| row.profile.id != id);
                }
                if self.shown().count() == 0 || !self.may_search() {
                    self.search.clear();
                }
                match outcome {
                    SignedOut::HereOnly(_) => {
                        self.note = Some(Note::say(
                            Kind::Warning,
                            say!("sign-in-signed-out-here"),
                            Some(say!("sign-in-signed-out-here-hint")),
                        ));
                    }
                    SignedOut::TokenStays => {
                        self.note = Some(Note::say(
                            Kind::Info,
                            say!("sign-in-token-gone"),
                            Some(say!("sign-in-token-stays")),
                        ));
                    }
                    SignedOut::Everywhere | SignedOut::Nothing => {}
                }
                Action::Reload
            }
            // It is back on the list, and why is said.
            Err(error) => {
                self.note = Some(Note::error(&error));
                Action::None
            }
        }
    }

    /// Whether there are enough of them to look for one.
    pub(super) fn may_search(&self) -> bool {
        !self.search.is_empty() || self.shown().count() > super::FEW
    }

    /// The field that should have the keyboard when the list comes into view.
    pub fn focus(&self) -> Option<&'static str> {
        self.may_search().then_some(SEARCH)
    }
}
