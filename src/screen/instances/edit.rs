//! Editing the list: the menu of a card, moving, renaming, and removing with undo.

use super::{
    Action, Direction, Instances, NAME_FIELD, Outcome, RenameForm, Request, UNDO_BUTTON,
    UNDO_SECONDS, UndoableRemoval, card_id,
};
use crate::{
    profile::{MAX_NAME, Profile, ProfileId},
    say,
    screen::{Notification, RequestId},
    service::{Error, SessionStatus, SignOutOutcome},
    ui::banner::Kind,
    unicode::clean_line,
};

/// Id of the first menu button that is always enabled.
pub(super) const MENU_RENAME_BUTTON: &str = "menu-rename";

impl Instances {
    pub(super) fn toggle_menu(&mut self, id: ProfileId) -> Action {
        self.rename_form = None;
        if self.open_menu.as_ref() == Some(&id) {
            self.open_menu = None;
            return Action::FocusOwned(card_id(&id));
        }
        self.open_menu = Some(id);

        Action::FocusOwned(MENU_RENAME_BUTTON.to_owned())
    }

    /// The neighbour in that direction. None while a search filters the list, since the shown neighbour is then not the
    /// one in the saved order.
    pub(super) fn neighbor(&self, id: &ProfileId, direction: Direction) -> Option<&ProfileId> {
        if !self.search.trim().is_empty() {
            return None;
        }
        let ids = self.shown().map(|row| &row.profile.id).collect::<Vec<_>>();
        let at = ids.iter().position(|listed| *listed == id)?;
        let other = match direction {
            Direction::Up => at.checked_sub(1)?,
            Direction::Down => at + 1,
        };

        ids.get(other).copied()
    }

    /// Moves the row at once; the moves are saved one after the other.
    pub(super) fn move_row(&mut self, id: &ProfileId, direction: Direction) -> Action {
        let Some(other) = self.neighbor(id, direction).cloned() else {
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

        let step = (RequestId::next(), id.clone(), other);
        let is_first = self.pending_moves.is_empty();
        self.pending_moves.push_back(step.clone());
        let focus = match (&self.open_menu, direction) {
            (Some(_), Direction::Up) => "menu-up".to_owned(),
            (Some(_), Direction::Down) => "menu-down".to_owned(),
            (None, _) => card_id(id),
        };

        Action::Batch(vec![
            Action::FocusOwned(focus),
            if is_first { run(step) } else { Action::None },
        ])
    }

    pub(super) fn handle_move(&mut self, result: Result<(), Error>) -> Action {
        let _ = self.pending_moves.pop_front();
        if let Err(error) = result {
            // The moves queued behind a failed one assume an order that was never saved.
            self.pending_moves.clear();
            self.notification = Some(Notification::error(&error));
            return Action::Outcome(Outcome::Reload);
        }

        match self.pending_moves.front() {
            Some(step) => run(step.clone()),
            None => Action::Outcome(Outcome::Reload),
        }
    }

    pub(super) fn open_rename_form(&mut self, id: &ProfileId) -> Action {
        let Some(row) = self.row(id) else {
            return Action::None;
        };
        self.rename_form = Some(RenameForm {
            id: id.clone(),
            name: row.profile.name.clone(),
            error: None,
            pending: None,
        });
        self.open_menu = None;

        Action::FocusOwned(NAME_FIELD.to_owned())
    }

    pub(super) fn submit_name(&mut self) -> Action {
        let Some(open) = &mut self.rename_form else {
            return Action::None;
        };
        if open.pending.is_some() {
            return Action::None;
        }
        let Some(name) = clean_line(&open.name, MAX_NAME) else {
            open.error = Some(say!("instances-name-empty"));
            return Action::FocusOwned(NAME_FIELD.to_owned());
        };
        let request = RequestId::next();
        open.pending = Some(request);
        self.notification = None;

        Action::Run(request, Request::Rename(open.id.clone(), name))
    }

    pub(super) fn handle_rename(&mut self, result: Result<Profile, Error>) -> Action {
        match result {
            Ok(profile) => {
                self.rename_form = None;
                let focus = card_id(&profile.id);
                let id = profile.id.clone();
                if let Some(row) = self.row_mut(&id) {
                    row.profile = profile;
                }
                Action::FocusOwned(focus)
            }
            Err(error) => {
                if let Some(open) = &mut self.rename_form {
                    open.pending = None;
                }
                self.notification = Some(Notification::error(&error));
                Action::FocusOwned(NAME_FIELD.to_owned())
            }
        }
    }

    /// Removes an instance; a previous removal can then no longer be undone.
    pub(super) fn remove(&mut self, id: &ProfileId) -> Action {
        let Some(row) = self.row(id) else {
            return Action::None;
        };
        if self.is_being_removed(id) {
            return Action::None;
        }
        let leaving = UndoableRemoval {
            id: id.clone(),
            name: row.profile.name.clone(),
            is_signed_in: matches!(
                row.status,
                Some(Ok(
                    SessionStatus::SignedIn(_) | SessionStatus::Unconfirmed(..)
                ))
            ),
            seconds_left: UNDO_SECONDS,
        };
        self.open_menu = None;
        self.rename_form = None;
        self.notification = None;
        let before = self.commit_removal();
        self.removal = Some(leaving);

        let focus = Action::FocusOwned(UNDO_BUTTON.to_owned());
        match before {
            Some((request, id)) => {
                Action::Batch(vec![focus, Action::Run(request, Request::Remove(id))])
            }
            None => focus,
        }
    }

    /// Whether a row is hidden because its removal is undoable or being carried out.
    pub(super) fn is_being_removed(&self, id: &ProfileId) -> bool {
        self.removal.as_ref().is_some_and(|open| &open.id == id)
            || self
                .running_removals
                .iter()
                .any(|(_, removal)| removal == id)
    }

    /// The instance whose removal can still be undone.
    pub fn undoable_removal(&self) -> Option<&ProfileId> {
        self.removal.as_ref().map(|open| &open.id)
    }

    /// A second went by for a removal that can be undone.
    pub fn count_down(&mut self) -> Action {
        if let Some(open) = &mut self.removal {
            open.seconds_left = open.seconds_left.saturating_sub(1);
            if open.seconds_left == 0
                && let Some((request, id)) = self.commit_removal()
            {
                return Action::Run(request, Request::Remove(id));
            }
        }

        Action::None
    }

    /// Undoes the removal.
    pub fn undo_removal(&mut self) -> Action {
        self.removal
            .take()
            .map_or(Action::None, |open| Action::FocusOwned(card_id(&open.id)))
    }

    /// Ends the time for undo; the removal is carried out.
    fn commit_removal(&mut self) -> Option<(RequestId, ProfileId)> {
        let UndoableRemoval { id, .. } = self.removal.take()?;
        let removal = (RequestId::next(), id);
        self.running_removals.push(removal.clone());

        Some(removal)
    }

    pub(super) fn handle_removal(
        &mut self,
        request: RequestId,
        result: Result<SignOutOutcome, Error>,
    ) -> Action {
        let at = self
            .running_removals
            .iter()
            .position(|(pending, _)| *pending == request);
        let removed = at.map(|at| self.running_removals.remove(at).1);
        match result {
            // Another process removed the profile first.
            Err(Error::ProfileRemoved) => Action::Outcome(Outcome::Reload),
            Ok(outcome) => {
                if let (Some(id), Some(rows)) = (removed, &mut self.rows) {
                    rows.retain(|row| row.profile.id != id);
                }
                if self.shown().count() == 0 || !self.may_search() {
                    self.search.clear();
                }
                match outcome {
                    SignOutOutcome::HereOnly(_) => {
                        self.notification = Some(Notification::of_text(
                            Kind::Warning,
                            say!("sign-in-signed-out-here"),
                            Some(say!("sign-in-signed-out-here.hint")),
                        ));
                    }
                    SignOutOutcome::StaticTokenRemains => {
                        self.notification = Some(Notification::of_text(
                            Kind::Info,
                            say!("sign-in-token-gone"),
                            Some(say!("sign-in-token-stays")),
                        ));
                    }
                    SignOutOutcome::Everywhere | SignOutOutcome::NoSession => {}
                }
                Action::Outcome(Outcome::Reload)
            }
            // The removal failed, so the row shows again.
            Err(error) => {
                self.notification = Some(Notification::error(&error));
                Action::None
            }
        }
    }

    /// Whether the list is long enough for a search field.
    pub(super) fn may_search(&self) -> bool {
        !self.search.is_empty() || self.shown().count() > super::MAX_WITHOUT_SEARCH
    }
}

/// Moves an instance within the file, as it was moved on the list.
fn run((request, profile, place_of): (RequestId, ProfileId, ProfileId)) -> Action {
    Action::Run(request, Request::Move { profile, place_of })
}
