//! The list of instances with the status of each: search, order, renaming, removing. Notifications about the profile
//! file are shown here.
//!
//! # Removing can be undone
//!
//! There is no confirmation, because nothing happens at first: the card disappears, and for [`UNDO_SECONDS`] a
//! notification offers to undo. Only then the session is ended and the profile deleted, in this order (S-50, a sign-out
//! that ends no session). An undo therefore restores everything, including the session, which could not be restored
//! after it was ended. A crash before the time is over also undoes the removal. If the window is closed before, `app`
//! carries the removal out on exit ([`Instances::undoable_removal`]), as far as it can without waiting for a slow
//! server or a locked keyring. If another page, such as that of a link, needs the instance meanwhile, the removal is
//! undone.

mod edit;
mod message;
mod row;
mod view;

pub use self::{
    message::{Action, Direction, Message, Outcome, Request},
    row::Row,
};

use std::collections::{BTreeSet, HashMap, VecDeque};

use iced::Element;

use super::{Notification, Pictures, RequestId, Screen};
use crate::{
    identity::PRODUCT,
    profile::{ProfileId, Profiles, Search},
    say,
    service::{Error, LoadNotice, LoadedProfiles, SessionStatus},
    text::Notice,
    ui::banner::Kind,
};

pub const SEARCH_FIELD: &str = "search";
pub const NAME_FIELD: &str = "name";
/// Id of the button that undoes a removal.
pub const UNDO_BUTTON: &str = "undo";
/// How long a removal can be undone.
pub const UNDO_SECONDS: u8 = 10;
/// Cards are laid out in groups of this size, and only the groups near the view have text: the text of 200 cards takes
/// longer than a frame, of 1,000 more memory than the rest of the window (R-44, hundreds of instances).
const CARDS_PER_GROUP: usize = 8;
/// How many groups have their text before the scroll position is known.
const GROUPS_AT_FIRST: usize = 2;
/// Up to this many instances there is no search field.
const MAX_WITHOUT_SEARCH: usize = 8;

#[derive(Debug, Clone, Default)]
pub struct Instances {
    rows: Option<Vec<Row>>,
    file_notification: Option<Notification>,
    notification: Option<Notification>,
    search: String,
    /// The groups beyond the first that have been in view or near it.
    near_groups: BTreeSet<usize>,
    open_menu: Option<ProfileId>,
    rename_form: Option<RenameForm>,
    /// Moves that are not saved yet, in order; the first one is being saved.
    pending_moves: VecDeque<(RequestId, ProfileId, ProfileId)>,
    removal: Option<UndoableRemoval>,
    running_removals: Vec<(RequestId, ProfileId)>,
}

#[derive(Debug, Clone)]
struct RenameForm {
    id: ProfileId,
    name: String,
    error: Option<&'static str>,
    pending: Option<RequestId>,
}

#[derive(Debug, Clone)]
struct UndoableRemoval {
    id: ProfileId,
    name: String,
    is_signed_in: bool,
    seconds_left: u8,
}

impl Instances {
    /// The list before it was read.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn is_loaded(&self) -> bool {
        self.rows.is_some()
    }

    /// All rows, including one whose removal can still be undone.
    pub fn rows(&self) -> &[Row] {
        self.rows.as_deref().unwrap_or_default()
    }

    /// The rows that are shown, without those being removed.
    pub fn shown(&self) -> impl Iterator<Item = &Row> {
        self.rows()
            .iter()
            .filter(|row| !self.is_being_removed(&row.profile.id))
    }

    /// The shown rows that match the search.
    fn search_results(&self) -> impl Iterator<Item = &Row> {
        let search = Search::new(&self.search);

        self.shown().filter(move |row| search.matches(&row.profile))
    }

    /// Whether the cards of this group have their text, or only take up their place.
    fn is_near(&self, group: usize) -> bool {
        group < GROUPS_AT_FIRST || self.near_groups.contains(&group)
    }

    /// Forgets which groups were near the view, since another page now covers the list.
    pub fn forget_layout(&mut self) {
        self.near_groups.clear();
    }

    pub fn row(&self, id: &ProfileId) -> Option<&Row> {
        self.rows().iter().find(|row| &row.profile.id == id)
    }

    /// Takes in the list that was read. Known session statuses stay until new ones arrive.
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
                // The rows stay unset: an empty list would claim that there are no instances.
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

    /// Sets the status of one session.
    pub fn set_status(&mut self, id: &ProfileId, status: Result<SessionStatus, Error>) {
        if let Some(row) = self.row_mut(id) {
            row.status = Some(status);
        }
    }

    /// Forgets the status of one session, because it is being checked again.
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
}

impl Screen for Instances {
    type Message = Message;
    type Request = Request;
    type Outcome = Outcome;

    fn title(&self) -> String {
        PRODUCT.to_owned()
    }

    fn view<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        self.draw(pictures)
    }

    fn focus(&self) -> Option<&'static str> {
        self.may_search().then_some(SEARCH_FIELD)
    }

    fn awaits(&self, request: RequestId) -> bool {
        let renaming = self.rename_form.as_ref().and_then(|open| open.pending);

        renaming == Some(request)
            || self
                .running_removals
                .iter()
                .any(|(pending, _)| *pending == request)
            || self
                .pending_moves
                .front()
                .is_some_and(|(pending, ..)| *pending == request)
    }

    fn needs_tick(&self, _is_in_view: bool) -> bool {
        self.removal.is_some()
    }

    fn notify(&mut self, notification: Notification) {
        self.notification = Some(notification);
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Open(id) => self.open(&id),
            Message::Add => Action::Outcome(Outcome::Add),
            Message::OpenPreferences => Action::Outcome(Outcome::OpenPreferences),
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
            Message::Move(id, direction) => self.move_row(&id, direction),
            Message::Moved(request, result) if self.awaits(request) => self.handle_move(result),
            Message::Rename(id) => self.open_rename_form(&id),
            Message::NameTyped(typed) => {
                if let Some(open) = &mut self.rename_form {
                    open.name = typed;
                    open.error = None;
                }
                Action::None
            }
            Message::NameEntered => self.submit_name(),
            Message::Renamed(request, result) if self.awaits(request) => {
                self.handle_rename(*result)
            }
            Message::OpenProfileSettings(id) => self.row(&id).map_or(Action::None, |row| {
                Action::Outcome(Outcome::OpenProfileSettings(Box::new(row.profile.clone())))
            }),
            Message::Remove(id) => self.remove(&id),
            Message::Undo => self.undo_removal(),
            Message::Removed(request, result) if self.awaits(request) => {
                self.handle_removal(request, result)
            }
            Message::Removed(..) | Message::Moved(..) | Message::Renamed(..) => Action::None,
            Message::Back => self.back(),
            Message::Reload => {
                self.notification = None;
                Action::Outcome(Outcome::Reload)
            }
            Message::FileNotification(message) => {
                Notification::press_button(&mut self.file_notification, message)
            }
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
            }
        }
    }
}

impl Instances {
    fn open(&self, id: &ProfileId) -> Action {
        self.row(id).cloned().map_or(Action::None, |row| {
            Action::Outcome(Outcome::Open(Box::new(row)))
        })
    }

    fn back(&mut self) -> Action {
        if let Some(open) = self.rename_form.take() {
            return Action::FocusOwned(card_id(&open.id));
        }
        if let Some(id) = self.open_menu.take() {
            return Action::FocusOwned(card_id(&id));
        }
        if !self.search.is_empty() {
            self.search.clear();
            return Action::FocusOwned(SEARCH_FIELD.to_owned());
        }

        Action::None
    }
}

fn card_id(id: &ProfileId) -> String {
    format!("card-{}", id.as_str())
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
