//! The list of instances a person keeps, with the state of each: finding, ordering, renaming, removing. What happened to
//! the profile file is told here.
//!
//! # Removing can be undone
//!
//! Nobody is asked before, because nothing is done yet: the card goes, and for [`UNDO_SECONDS`] its notice can bring it
//! back. Only then is the session ended and the instance forgotten, in this order (S-50). So an undo brings back
//! everything, the session too, which nothing could after it was ended. A crash in between undoes it as well: nothing is
//! lost. When the window is closed in between, the removal is done then, as far as it can be without waiting for a slow
//! server or a locked keyring: the person had decided ([`Instances::leaving`] tells `app`). When another page comes to need the instance meanwhile, a link for one, it stays.

mod edit;
mod message;
mod row;
mod view;

pub use self::{
    message::{Action, Message, Way},
    row::Row,
};

use std::collections::{BTreeSet, HashMap, VecDeque};

use super::{Note, Ticket, note};
use crate::{
    identity::PRODUCT,
    profile::{ProfileId, Profiles, Search},
    say,
    service::{Error, Standing},
    store::{LoadNotice, Loaded},
    text::Notice,
    ui::banner::Kind,
};

/// The field that finds instances.
pub const SEARCH: &str = "search";
/// The field of a new name.
pub const NAME: &str = "name";
/// The button that brings a removed instance back.
pub const UNDO: &str = "undo";
/// How long a removal can be undone, in seconds.
pub const UNDO_SECONDS: u8 = 10;
/// How many cards get their words together: those of two hundred take longer than a frame may, and of a thousand more
/// memory than the rest of the window.
const GROUP: usize = 8;
/// How many of these groups have them before anybody has looked where the list is.
const AT_FIRST: usize = 2;
/// How many instances are found without a search.
const FEW: usize = 8;

/// The list.
#[derive(Debug, Clone, Default)]
pub struct Instances {
    rows: Option<Vec<Row>>,
    file: Option<Note>,
    note: Option<Note>,
    search: String,
    /// The groups of cards further down that have been in view, or near it.
    near: BTreeSet<usize>,
    /// Whose menu is open.
    menu: Option<ProfileId>,
    renaming: Option<Renaming>,
    /// Moves the file does not know of yet, in their order; the first one is under way.
    moves: VecDeque<(Ticket, ProfileId, ProfileId)>,
    leaving: Option<Leaving>,
    removing: Vec<(Ticket, ProfileId)>,
}

/// A new name on its way.
#[derive(Debug, Clone)]
struct Renaming {
    id: ProfileId,
    name: String,
    error: Option<&'static str>,
    pending: Option<Ticket>,
}

/// A removal that can be undone.
#[derive(Debug, Clone)]
struct Leaving {
    id: ProfileId,
    name: String,
    is_signed_in: bool,
    left: u8,
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
            .filter(|row| !self.is_away(&row.profile.id))
    }

    /// Those of them that are looked for.
    fn found(&self) -> impl Iterator<Item = &Row> {
        let search = Search::new(&self.search);

        self.shown().filter(move |row| search.finds(&row.profile))
    }

    /// Whether the cards of this group show more than their place.
    fn is_near(&self, group: usize) -> bool {
        group < AT_FIRST || self.near.contains(&group)
    }

    /// Another page is in view: what was laid out is gone.
    pub fn cover(&mut self) {
        self.near.clear();
    }

    /// One of them.
    pub fn row(&self, id: &ProfileId) -> Option<&Row> {
        self.rows().iter().find(|row| &row.profile.id == id)
    }

    /// Whether it waits for this answer.
    pub fn awaits(&self, ticket: Ticket) -> bool {
        let renaming = self.renaming.as_ref().and_then(|open| open.pending);

        renaming == Some(ticket)
            || self.removing.iter().any(|(pending, _)| *pending == ticket)
            || self
                .moves
                .front()
                .is_some_and(|(pending, ..)| *pending == ticket)
    }

    /// The list was read. What was known about sessions stays until it is known better.
    pub fn load(&mut self, result: Result<Loaded, Error>) {
        match result {
            Ok(Loaded { profiles, notice }) => {
                if let Some(notice) = notice {
                    self.file = Some(told(&notice));
                }
                self.fill(&profiles);
            }
            Err(error) => {
                self.note = Some(Note::error(&error));
                // An empty list would say that there is nothing, which is not known.
            }
        }
    }

    fn fill(&mut self, profiles: &Profiles) {
        let before = self.rows.take().unwrap_or_default();
        let mut known: HashMap<_, _> = before
            .into_iter()
            .map(|row| (row.profile.id, row.standing))
            .collect();
        let rows = profiles.iter().map(|profile| Row {
            profile: profile.clone(),
            standing: known.remove(&profile.id).flatten(),
        });
        self.rows = Some(rows.collect());
    }

    /// How one session stands.
    pub fn stands(&mut self, id: &ProfileId, standing: Result<Standing, Error>) {
        if let Some(row) = self.row_mut(id) {
            row.standing = Some(standing);
        }
    }

    /// Forgets what was known about one session: it is being asked for again.
    pub fn doubt(&mut self, id: &ProfileId) {
        if let Some(row) = self.row_mut(id) {
            row.standing = None;
        }
    }

    fn row_mut(&mut self, id: &ProfileId) -> Option<&mut Row> {
        self.rows
            .iter_mut()
            .flatten()
            .find(|row| &row.profile.id == id)
    }

    /// Something to say above the list.
    pub fn tell(&mut self, note: Note) {
        self.note = Some(note);
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Open(id) => self.open(&id),
            Message::Add => Action::Add,
            Message::Settings => Action::Settings,
            Message::Near(group) => {
                let _ = self.near.insert(group);
                Action::None
            }
            Message::SearchTyped(typed) => {
                self.search = typed;
                self.menu = None;
                self.renaming = None;
                Action::None
            }
            Message::SearchEntered => {
                let first = self.found().next().map(|row| row.profile.id.clone());
                first.map_or(Action::None, |id| self.open(&id))
            }
            Message::Menu(id) => self.toggle_menu(id),
            Message::Move(id, way) => self.move_row(&id, way),
            Message::Moved(ticket, result) if self.awaits(ticket) => self.moved(result),
            Message::Rename(id) => self.rename(&id),
            Message::NameTyped(typed) => {
                if let Some(open) = &mut self.renaming {
                    open.name = typed;
                    open.error = None;
                }
                Action::None
            }
            Message::NameEntered => self.name_entered(),
            Message::Renamed(ticket, result) if self.awaits(ticket) => self.renamed(*result),
            Message::OwnSettings(id) => self.row(&id).map_or(Action::None, |row| {
                Action::OwnSettings(Box::new(row.profile.clone()))
            }),
            Message::Remove(id) => self.leave(&id),
            Message::Undo => self.stays(),
            Message::Removed(ticket, result) if self.awaits(ticket) => self.removed(ticket, result),
            Message::Removed(..) | Message::Moved(..) | Message::Renamed(..) => Action::None,
            Message::Back => self.back(),
            Message::Reload => {
                self.note = None;
                Action::Reload
            }
            Message::File(message) => copy(&mut self.file, message),
            Message::Note(message) => copy(&mut self.note, message),
        }
    }

    fn open(&self, id: &ProfileId) -> Action {
        self.row(id)
            .cloned()
            .map_or(Action::None, |row| Action::Open(Box::new(row)))
    }

    fn back(&mut self) -> Action {
        if let Some(open) = self.renaming.take() {
            return Action::Focus(card(&open.id));
        }
        if let Some(id) = self.menu.take() {
            return Action::Focus(card(&id));
        }
        if !self.search.is_empty() {
            self.search.clear();
            return Action::Focus(SEARCH.to_owned());
        }

        Action::None
    }
}

/// The name of an instance's card among the controls.
fn card(id: &ProfileId) -> String {
    format!("card-{}", id.as_str())
}

fn copy(note: &mut Option<Note>, message: note::Message) -> Action {
    Note::pressed(note, message).map_or(Action::None, Action::Copy)
}

fn told(notice: &LoadNotice) -> Note {
    match notice {
        LoadNotice::Damaged { kept_as, recovered } => {
            let name = kept_as
                .file_name()
                .unwrap_or(kept_as.as_os_str())
                .to_string_lossy();

            Note::of(
                Kind::Warning,
                Notice {
                    message: say!("instances-file-damaged", kept_as = name),
                    hint: Some(say!("instances-recovered", count = *recovered)),
                    detail: Some(kept_as.display().to_string()),
                    code: String::new(),
                },
            )
        }
        LoadNotice::Newer { version: _ } => Note::say(
            Kind::Warning,
            say!("instances-newer"),
            Some(say!("instances-newer-hint")),
        ),
        LoadNotice::Skipped { count } => Note::say(
            Kind::Warning,
            say!("instances-skipped", count = *count),
            None,
        ),
    }
}
