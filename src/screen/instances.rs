//! The list of instances a person keeps, with the state of each: finding, ordering, renaming, removing. What happened to
//! the profile file is told here.
//!
//! # Removing can be undone
//!
//! Nobody is asked before, because nothing is done yet: the card goes, and for [`UNDO_SECONDS`] its notice can bring it
//! back. Only then is the session ended and the instance forgotten, in this order (S-50). So an undo brings back
//! everything, the session too, which nothing could after it was ended. A crash in between undoes it as well: nothing is
//! lost. When the window is closed in between, the removal is done then, as far as it can be without waiting for a slow
//! server or a locked keyring: the person had decided ([`Instances::undoable_removal`] tells `app`). When another page comes to need the instance meanwhile, a link for one, it stays.

mod edit;
mod message;
mod row;
mod view;

pub use self::{
    message::{Action, Direction, Message},
    row::Row,
};

use std::collections::{BTreeSet, HashMap, VecDeque};

use super::{Notification, RequestId, note};
use crate::{
    identity::PRODUCT,
    profile::{ProfileId, Profiles, Search},
    say,
    service::{Error, SessionStatus},
    store::{LoadNotice, LoadedProfiles},
    text::Notice,
    ui::banner::Kind,
};

/// The field that finds instances.
pub const SEARCH_FIELD: &str = "search";
/// The field of a new name.
pub const NAME_FIELD: &str = "name";
/// The button that brings a removed instance back.
pub const UNDO_BUTTON: &str = "undo";
/// How long a removal can be undone, in seconds.
pub const UNDO_SECONDS: u8 = 10;
/// How many cards get their words together: those of two hundred take longer than a frame may, and of a thousand more
/// memory than the rest of the window.
const CARDS_PER_GROUP: usize = 8;
/// How many of these groups have them before anybody has looked where the list is.
const GROUPS_AT_FIRST: usize = 2;
/// How many instances are found without a search.
const MAX_WITHOUT_SEARCH: usize = 8;

/// The list.
#[derive(Debug, Clone, Default)]
pub struct Instances {
    rows: Option<Vec<Row>>,
    file_notification: Option<Notification>,
    notification: Option<Notification>,
    search: String,
    /// The groups of cards further down that have been in view, or near it.
    near_groups: BTreeSet<usize>,
    /// Whose menu is open.
    open_menu: Option<ProfileId>,
    rename_form: Option<RenameForm>,
    /// Moves the file does not know of yet, in their order; the first one is under way.
    pending_moves: VecDeque<(RequestId, ProfileId, ProfileId)>,
    removal: Option<UndoableRemoval>,
    running_removals: Vec<(RequestId, ProfileId)>,
}

/// A new name on its way.
#[derive(Debug, Clone)]
struct RenameForm {
    id: ProfileId,
    name: String,
    error: Option<&'static str>,
    pending: Option<RequestId>,
}

/// A removal that can be undone.
#[derive(Debug, Clone)]
struct UndoableRemoval {
    id: ProfileId,
    name: String,
    is_signed_in: bool,
    seconds_left: u8,
}

impl Instances {
    /// Before anything was read.
    pub fn new() -> Self {
        Self::default()
    }

    /// Title of the window.
    pub fn title(&self) -> String {
        PRODUCT.to_owned()
    }

    /// Whether the list was read.
    pub fn is_loaded(&self) -> bool {
        self.rows.is_some()
    }

    /// The kept instances, with one that can still be brought back.
    pub fn rows(&self) -> &[Row] {
        self.rows.as_deref().unwrap_or_default()
    }

    /// Those that are on the list.
    pub fn shown(&self) -> impl Iterator<Item = &Row> {
        self.rows()
            .iter()
            .filter(|row| !self.is_being_removed(&row.profile.id))
    }

    /// Those of them that are looked for.
    fn search_results(&self) -> impl Iterator<Item = &Row> {
        let search = Search::new(&self.search);

        self.shown().filter(move |row| search.matches(&row.profile))
    }

    /// Whether the cards of this group show more than their place.
    fn is_near(&self, group: usize) -> bool {
        group < GROUPS_AT_FIRST || self.near_groups.contains(&group)
    }

    /// Another page is in view: what was laid out is gone.
    pub fn forget_layout(&mut self) {
        self.near_groups.clear();
    }

    /// One of them.
    pub fn row(&self, id: &ProfileId) -> Option<&Row> {
        self.rows().iter().find(|row| &row.profile.id == id)
    }

    /// Whether it waits for this answer.
    pub fn awaits(&self, ticket: RequestId) -> bool {
        let renaming = self.rename_form.as_ref().and_then(|open| open.pending);

        renaming == Some(ticket)
            || self
                .running_removals
                .iter()
                .any(|(pending, _)| *pending == ticket)
            || self
                .pending_moves
                .front()
                .is_some_and(|(pending, ..)| *pending == ticket)
    }

    /// The list was read. What was known about sessions stays until it is known better.
    pub fn load(&mut self, result: Result<LoadedProfiles, Error>) {
        match result {
            Ok(LoadedProfiles { profiles, notice }) => {
                if let Some(notice) = notice {
                    self.file_notification = Some(file_notification(&notice));
                }
                self.set_profiles(&profiles);
            }
            Err(error) => {
                self.notification = Some(Notification::error(&error));
                // An empty list would say that there is nothing, which is not known.
            }
        }
    }

    fn set_profiles(&mut self, profiles: &Profiles) {
        let before = self.rows.take().unwrap_or_default();
        let mut known: HashMap<_, _> = before
            .into_iter()
            .map(|row| (row.profile.id, row.status))
            .collect();
        let rows = profiles.iter().map(|profile| Row {
            profile: profile.clone(),
            status: known.remove(&profile.id).flatten(),
        });
        self.rows = Some(rows.collect());
    }

    /// How one session stands.
    pub fn set_status(&mut self, id: &ProfileId, standing: Result<SessionStatus, Error>) {
        if let Some(row) = self.row_mut(id) {
            row.status = Some(standing);
        }
    }

    /// Forgets what was known about one session: it is being asked for again.
    pub fn forget_status(&mut self, id: &ProfileId) {
        if let Some(row) = self.row_mut(id) {
            row.status = None;
        }
    }

    fn row_mut(&mut self, id: &ProfileId) -> Option<&mut Row> {
        self.rows
            .iter_mut()
            .flatten()
            .find(|row| &row.profile.id == id)
    }

    /// Something to say above the list.
    pub fn notify(&mut self, note: Notification) {
        self.notification = Some(note);
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Open(id) => self.open(&id),
            Message::Add => Action::Add,
            Message::OpenPreferences => Action::OpenPreferences,
            Message::GroupNearView(group) => {
                let _ = self.near_groups.insert(group);
                Action::None
            }
            Message::SearchTyped(typed) => {
                self.search = typed;
                self.open_menu = None;
                self.rename_form = None;
                Action::None
            }
            Message::SearchEntered => {
                let first = self
                    .search_results()
                    .next()
                    .map(|row| row.profile.id.clone());
                first.map_or(Action::None, |id| self.open(&id))
            }
            Message::ToggleMenu(id) => self.toggle_menu(id),
            Message::Move(id, way) => self.move_row(&id, way),
            Message::Moved(ticket, result) if self.awaits(ticket) => self.handle_move(result),
            Message::Rename(id) => self.open_rename_form(&id),
            Message::NameTyped(typed) => {
                if let Some(open) = &mut self.rename_form {
                    open.name = typed;
                    open.error = None;
                }
                Action::None
            }
            Message::NameEntered => self.submit_name(),
            Message::Renamed(ticket, result) if self.awaits(ticket) => self.handle_rename(*result),
            Message::OpenProfileSettings(id) => self.row(&id).map_or(Action::None, |row| {
                Action::OpenProfileSettings(Box::new(row.profile.clone()))
            }),
            Message::Remove(id) => self.remove(&id),
            Message::Undo => self.undo_removal(),
            Message::Removed(ticket, result) if self.awaits(ticket) => {
                self.handle_removal(ticket, result)
            }
            Message::Removed(..) | Message::Moved(..) | Message::Renamed(..) => Action::None,
            Message::Back => self.back(),
            Message::Reload => {
                self.notification = None;
                Action::Reload
            }
            Message::FileNotification(message) => {
                press_notification_button(&mut self.file_notification, message)
            }
            Message::Notification(message) => {
                press_notification_button(&mut self.notification, message)
            }
        }
    }

    fn open(&self, id: &ProfileId) -> Action {
        self.row(id)
            .cloned()
            .map_or(Action::None, |row| Action::Open(Box::new(row)))
    }

    fn back(&mut self) -> Action {
        if let Some(open) = self.rename_form.take() {
            return Action::Focus(card_id(&open.id));
        }
        if let Some(id) = self.open_menu.take() {
            return Action::Focus(card_id(&id));
        }
        if !self.search.is_empty() {
            self.search.clear();
            return Action::Focus(SEARCH_FIELD.to_owned());
        }

        Action::None
    }
}

/// The name of an instance's card among the controls.
fn card_id(id: &ProfileId) -> String {
    format!("card-{}", id.as_str())
}

fn press_notification_button(note: &mut Option<Notification>, message: note::Message) -> Action {
    Notification::press_button(note, message).map_or(Action::None, Action::Copy)
}

fn file_notification(notice: &LoadNotice) -> Notification {
    match notice {
        LoadNotice::Damaged {
            set_aside_as: kept_as,
            recovered,
        } => {
            let name = kept_as
                .file_name()
                .unwrap_or(kept_as.as_os_str())
                .to_string_lossy();

            Notification::new(
                Kind::Warning,
                Notice {
                    message: say!("instances-file-damaged", kept_as = name),
                    hint: Some(say!("instances-recovered", count = *recovered)),
                    detail: Some(kept_as.display().to_string()),
                    code: String::new(),
                },
            )
        }
        LoadNotice::Newer { version: _ } => Notification::of_text(
            Kind::Warning,
            say!("instances-newer"),
            Some(say!("instances-newer.hint")),
        ),
        LoadNotice::Skipped { count } => Notification::of_text(
            Kind::Warning,
            say!("instances-skipped", count = *count),
            None,
        ),
    }
}
