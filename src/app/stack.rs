//! The screens that lie above the list of instances, and which of them is in view. Owns their order and their ids: a
//! screen is addressed by its [`ScreenId`], and a screen that has been closed is simply not found.

use super::{AnyScreen, Message};
use crate::profile::{Profile, ProfileId};

/// Names one screen of the stack, wherever it lies. No other screen of this run gets the same id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScreenId(u64);

impl ScreenId {
    /// The list of instances, which lies below every other screen and is never closed.
    pub(super) const INSTANCES: Self = Self(0);
}

/// The screens above the list, the one in view last.
#[derive(Debug, Default)]
pub(super) struct Stack {
    open: Vec<(ScreenId, AnyScreen)>,
    last_id: u64,
}

impl Stack {
    /// Opens a screen above all others.
    pub(super) fn push(&mut self, screen: impl Into<AnyScreen>) -> ScreenId {
        self.insert(self.open.len(), screen.into())
    }

    /// Closes a screen, and drops every secret typed into it unless the caller keeps the screen.
    pub(super) fn close(&mut self, id: ScreenId) -> Option<AnyScreen> {
        let at = self.position(id)?;

        Some(self.open.remove(at).1)
    }

    /// Closes every screen that `closes` picks.
    pub(super) fn close_all(&mut self, closes: impl Fn(&AnyScreen) -> bool) {
        self.open.retain(|(_, screen)| !closes(screen));
    }

    /// Puts another screen in the place of this one. Screens above it stay above it.
    pub(super) fn replace(
        &mut self,
        id: ScreenId,
        screen: impl Into<AnyScreen>,
    ) -> Option<ScreenId> {
        let at = self.position(id)?;
        drop(self.open.remove(at));

        Some(self.insert(at, screen.into()))
    }

    /// The same, and closes every other screen that `closes` picks. If this one is closed already, the new screen comes
    /// into view.
    pub(super) fn replace_all(
        &mut self,
        id: ScreenId,
        closes: impl Fn(&AnyScreen) -> bool,
        screen: impl Into<AnyScreen>,
    ) -> ScreenId {
        let at = self.position(id).unwrap_or(self.open.len());
        let stay_below = self
            .open
            .iter()
            .take(at)
            .filter(|(_, screen)| !closes(screen))
            .count();
        drop(self.close(id));
        self.close_all(closes);

        self.insert(stay_below, screen.into())
    }

    /// Moves a screen above all others, as it is.
    pub(super) fn bring_up(&mut self, id: ScreenId) {
        if let Some(at) = self.position(id) {
            let open = self.open.remove(at);
            self.open.push(open);
        }
    }

    /// The screen directly below this one; `None` when that is the list.
    pub(super) fn below(&self, id: ScreenId) -> Option<(ScreenId, &AnyScreen)> {
        let at = self.position(id)?.checked_sub(1)?;

        self.open.get(at).map(|(id, screen)| (*id, screen))
    }

    /// The lowest screen that `is_it` picks.
    pub(super) fn find(&self, is_it: impl Fn(&AnyScreen) -> bool) -> Option<ScreenId> {
        let (id, _) = self.open.iter().find(|(_, screen)| is_it(screen))?;

        Some(*id)
    }

    /// The screen that a message is for. An answer goes to the screen that waits for it, wherever that lies; anything
    /// else to the screen in view.
    pub(super) fn receiver(&self, message: &Message) -> Option<ScreenId> {
        let (id, _) = self
            .open
            .iter()
            .rev()
            .find(|(id, screen)| screen.accepts(message, self.is_top(*id)))?;

        Some(*id)
    }

    pub(super) fn get(&self, id: ScreenId) -> Option<&AnyScreen> {
        let (_, screen) = self.open.iter().find(|(open, _)| *open == id)?;

        Some(screen)
    }

    pub(super) fn get_mut(&mut self, id: ScreenId) -> Option<&mut AnyScreen> {
        let (_, screen) = self.open.iter_mut().find(|(open, _)| *open == id)?;

        Some(screen)
    }

    /// The instance that a screen is about.
    pub(super) fn profile(&self, id: ScreenId) -> Option<&Profile> {
        self.get(id)?.profile()
    }

    /// The screen in view; `None` when that is the list.
    pub(super) fn top(&self) -> Option<&AnyScreen> {
        self.open.last().map(|(_, screen)| screen)
    }

    /// Whether this screen, or the list, is in view.
    pub(super) fn is_top(&self, id: ScreenId) -> bool {
        let top = self.open.last();

        id == top.map_or(ScreenId::INSTANCES, |(top, _)| *top)
    }

    pub(super) fn len(&self) -> usize {
        self.open.len()
    }

    /// Whether the list is in view.
    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// Whether any screen is about this instance.
    pub(super) fn is_about(&self, id: &ProfileId) -> bool {
        self.iter().any(|screen| screen.is_about(id))
    }

    /// Whether any screen has to be told every second.
    pub(super) fn needs_tick(&self) -> bool {
        self.open
            .iter()
            .any(|(id, screen)| screen.needs_tick(self.is_top(*id)))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &AnyScreen> {
        self.open.iter().map(|(_, screen)| screen)
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut AnyScreen> {
        self.open.iter_mut().map(|(_, screen)| screen)
    }

    fn position(&self, id: ScreenId) -> Option<usize> {
        self.open.iter().position(|(open, _)| *open == id)
    }

    fn insert(&mut self, at: usize, screen: AnyScreen) -> ScreenId {
        self.last_id += 1;
        let id = ScreenId(self.last_id);
        self.open.insert(at, (id, screen));

        id
    }
}
