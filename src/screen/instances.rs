//! The list of instances a person keeps, with the state of each; adding and removing. What happened to the profile
//! file is told here.

mod view;

use super::{Note, Ticket, note, was_silent};
use crate::{
    identity::PRODUCT,
    profile::{Profile, ProfileId, Profiles},
    say,
    service::{Error, SignedOut, Standing},
    store::{LoadNotice, Loaded},
    text::Notice,
    ui::banner::Kind,
    vault::Trouble,
};

/// The button that keeps the instance in the list.
pub const KEEP: &str = "keep";

/// The list.
#[derive(Debug, Clone, Default)]
pub struct Instances {
    rows: Option<Vec<Row>>,
    file: Option<Note>,
    note: Option<Note>,
    asked: Option<ProfileId>,
    removing: Option<(Ticket, ProfileId)>,
}

/// One of them.
#[derive(Debug, Clone)]
pub struct Row {
    /// The instance.
    pub profile: Profile,
    /// How its session stands; `None` until it is known.
    pub standing: Option<Result<Standing, Error>>,
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// Opens one.
    Open(ProfileId),
    /// Adds one.
    Add,
    /// Leads to the settings.
    Settings,
    /// Asks whether to remove one.
    AskRemove(ProfileId),
    /// It stays.
    Keep,
    /// It goes.
    Remove,
    /// It went.
    Removed(Ticket, Result<SignedOut, Error>),
    /// Reads the list again.
    Reload,
    /// A button of the notice about the file.
    File(note::Message),
    /// A button of the notice.
    Note(note::Message),
}

impl Message {
    /// The request it answers.
    pub fn ticket(&self) -> Option<Ticket> {
        match self {
            Self::Removed(ticket, _) => Some(*ticket),
            _ => None,
        }
    }
}

/// What is to be done.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Give the keyboard to this control.
    Focus(&'static str),
    /// Open this one.
    Open(Box<Row>),
    /// Add one.
    Add,
    /// Open the settings.
    Settings,
    /// Remove it.
    Remove(Ticket, ProfileId),
    /// Read the list again.
    Reload,
    /// Copy this.
    Copy(String),
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

    /// The kept instances.
    pub fn rows(&self) -> &[Row] {
        self.rows.as_deref().unwrap_or_default()
    }

    /// One of them.
    pub fn row(&self, id: &ProfileId) -> Option<&Row> {
        self.rows().iter().find(|row| &row.profile.id == id)
    }

    /// Whether it waits for this answer.
    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.removing
            .as_ref()
            .is_some_and(|(pending, _)| *pending == ticket)
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
        let rows = profiles.iter().map(|profile| {
            let standing = before
                .iter()
                .find(|row| row.profile.id == profile.id)
                .and_then(|row| row.standing.clone());

            Row {
                profile: profile.clone(),
                standing,
            }
        });
        self.rows = Some(rows.collect());
    }

    /// How one session stands.
    pub fn stands(&mut self, id: &ProfileId, standing: Result<Standing, Error>) {
        let row = self
            .rows
            .iter_mut()
            .flatten()
            .find(|row| &row.profile.id == id);

        if let Some(row) = row {
            row.standing = Some(standing);
        }
    }

    /// Forgets what was known about one session: it is being asked for again.
    pub fn doubt(&mut self, id: &ProfileId) {
        let row = self
            .rows
            .iter_mut()
            .flatten()
            .find(|row| &row.profile.id == id);

        if let Some(row) = row {
            row.standing = None;
        }
    }

    /// Something to say above the list.
    pub fn tell(&mut self, note: Note) {
        self.note = Some(note);
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Open(id) => self
                .row(&id)
                .cloned()
                .map_or(Action::None, |row| Action::Open(Box::new(row))),
            Message::Add => Action::Add,
            Message::Settings => Action::Settings,
            Message::AskRemove(id) => {
                if self.removing.is_some() {
                    return Action::None;
                }
                self.asked = Some(id);
                // Enter must not remove what one press too many asked about.
                Action::Focus(KEEP)
            }
            Message::Keep => {
                if self.removing.is_none() {
                    self.asked = None;
                }
                Action::None
            }
            Message::Remove => match (self.asked.clone(), &self.removing) {
                (Some(id), None) => {
                    let ticket = Ticket::next();
                    self.removing = Some((ticket, id.clone()));
                    self.note = None;
                    Action::Remove(ticket, id)
                }
                _ => Action::None,
            },
            Message::Removed(ticket, result) if self.awaits(ticket) => self.removed(result),
            Message::Removed(..) => Action::None,
            Message::Reload => {
                self.note = None;
                Action::Reload
            }
            Message::File(message) => copy(&mut self.file, message),
            Message::Note(message) => copy(&mut self.note, message),
        }
    }

    fn removed(&mut self, result: Result<SignedOut, Error>) -> Action {
        self.asked = None;
        let gone = self.removing.take();
        match result {
            Ok(outcome) => {
                if let (Some((_, id)), Some(rows)) = (gone, &mut self.rows) {
                    rows.retain(|row| row.profile.id != id);
                }
                self.note = match outcome {
                    SignedOut::HereOnly(_) => Some(Note::say(
                        Kind::Warning,
                        say!("sign-in-signed-out-here"),
                        Some(say!("sign-in-signed-out-here-hint")),
                    )),
                    SignedOut::TokenStays => Some(Note::say(
                        Kind::Info,
                        say!("sign-in-token-gone"),
                        Some(say!("sign-in-token-stays")),
                    )),
                    SignedOut::Everywhere | SignedOut::Nothing => self.note.take(),
                };
                Action::Reload
            }
            Err(error) => {
                self.note = Some(Note::error(&error));
                Action::None
            }
        }
    }
}

fn copy(note: &mut Option<Note>, message: note::Message) -> Action {
    note.as_mut()
        .and_then(|note| note.update(message))
        .map_or(Action::None, Action::Copy)
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

impl Row {
    /// The state line.
    fn line(&self) -> (Kind, String) {
        let plain = |words: &str| (Kind::Info, words.to_owned());

        match &self.standing {
            None => plain(say!("instances-checking")),
            Some(Ok(Standing::SignedIn(session))) => (
                Kind::Success,
                say!("instances-signed-in", who = &session.account.display_name()),
            ),
            Some(Ok(Standing::Unconfirmed(session, error))) => {
                let who = session.account.display_name();
                let words = if was_silent(error) {
                    say!("instances-not-reachable", who = &who)
                } else {
                    say!("instances-unconfirmed", who = &who)
                };
                (Kind::Warning, words)
            }
            Some(Ok(Standing::SignedOut)) => plain(say!("instances-signed-out")),
            Some(Ok(Standing::Ended(_))) => (Kind::Warning, say!("instances-ended").to_owned()),
            Some(Ok(Standing::Trouble(Trouble::Unavailable(_)))) => {
                (Kind::Warning, say!("instances-no-keyring").to_owned())
            }
            Some(Ok(Standing::Trouble(_))) => (Kind::Warning, say!("instances-locked").to_owned()),
            Some(Ok(Standing::Damaged(_))) => (Kind::Warning, say!("instances-damaged").to_owned()),
            Some(Err(error)) => (Kind::Error, crate::text::notice(error).message),
        }
    }
}
