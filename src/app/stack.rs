//! The screens on the stack, and what they have in common.

use std::time::Instant;

use iced::{Color, Element};

use super::{Message, round::Round};
use crate::{
    profile::Profile,
    screen::{
        About, AccessToken, Account, Add, ChangePassword, Checkup, Forgot, Instance, Logos,
        NewPassword, Register, Settings, SignIn, Ticket, TwoFactor, about, accent, access_token,
        account, add, browser, change_password, checkup, forgot, instance, new_password, register,
        settings, sign_in, two_factor,
    },
};

/// One screen.
#[derive(Debug)]
#[expect(missing_docs, reason = "the names are the screens")]
pub enum Screen {
    Add(Box<Add>),
    SignIn(Box<SignIn>),
    Browser(Box<Round>),
    AccessToken(Box<AccessToken>),
    Forgot(Box<Forgot>),
    NewPassword(Box<NewPassword>),
    Account(Box<Account>),
    ChangePassword(Box<ChangePassword>),
    TwoFactor(Box<TwoFactor>),
    Register(Box<Register>),
    Checkup(Box<Checkup>),
    Instance(Box<Instance>),
    Settings(Box<Settings>),
    About(Box<About>),
}

impl Screen {
    /// How it looks.
    pub fn view<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        match self {
            Self::Add(screen) => screen.view().map(Message::Add),
            Self::SignIn(screen) => screen.view(logos).map(Message::SignIn),
            Self::Browser(round) => round.screen.view(logos).map(Message::Browser),
            Self::AccessToken(screen) => screen.view(logos).map(Message::AccessToken),
            Self::Forgot(screen) => screen.view(logos).map(Message::Forgot),
            Self::NewPassword(screen) => screen.view(logos).map(Message::NewPassword),
            Self::Account(screen) => screen.view(logos).map(Message::Account),
            Self::ChangePassword(screen) => screen.view(logos).map(Message::ChangePassword),
            Self::TwoFactor(screen) => screen.view(logos).map(Message::TwoFactor),
            Self::Register(screen) => screen.view(logos).map(Message::Register),
            Self::Checkup(screen) => screen.view(logos).map(Message::Checkup),
            Self::Instance(screen) => screen.view(logos).map(Message::Instance),
            Self::Settings(screen) => screen.view().map(Message::Settings),
            Self::About(screen) => screen.view().map(Message::About),
        }
    }

    /// Title of the window.
    pub fn title(&self) -> String {
        match self {
            Self::Add(screen) => screen.title(),
            Self::SignIn(screen) => screen.title(),
            Self::Browser(round) => round.screen.title(),
            Self::AccessToken(screen) => screen.title(),
            Self::Forgot(screen) => screen.title(),
            Self::NewPassword(screen) => screen.title(),
            Self::Account(screen) => screen.title(),
            Self::ChangePassword(screen) => screen.title(),
            Self::TwoFactor(screen) => screen.title(),
            Self::Register(screen) => screen.title(),
            Self::Checkup(screen) => screen.title(),
            Self::Instance(screen) => screen.title(),
            Self::Settings(screen) => screen.title(),
            Self::About(screen) => screen.title(),
        }
    }

    /// The instance it is about.
    pub fn profile(&self) -> Option<&Profile> {
        match self {
            Self::Add(_) | Self::Settings(_) | Self::About(_) => None,
            Self::SignIn(screen) => Some(screen.profile()),
            Self::Browser(round) => Some(round.screen.profile()),
            Self::AccessToken(screen) => Some(screen.profile()),
            Self::Forgot(screen) => Some(screen.profile()),
            Self::NewPassword(screen) => screen.profile(),
            Self::Account(screen) => Some(screen.profile()),
            Self::ChangePassword(screen) => Some(screen.profile()),
            Self::TwoFactor(screen) => Some(screen.profile()),
            Self::Register(screen) => Some(screen.profile()),
            Self::Checkup(screen) => Some(screen.profile()),
            Self::Instance(screen) => Some(screen.profile()),
        }
    }

    /// The colour of that instance.
    pub fn accent(&self) -> Option<Color> {
        match self {
            Self::Add(screen) => screen.accent(),
            _ => self.profile().and_then(|profile| accent(&profile.project)),
        }
    }

    /// The field that should have the keyboard when it comes into view.
    pub fn focus(&self) -> Option<&'static str> {
        match self {
            Self::Account(_)
            | Self::Browser(_)
            | Self::Checkup(_)
            | Self::Instance(_)
            | Self::Settings(_)
            | Self::About(_) => None,
            Self::AccessToken(_) => Some(access_token::TOKEN),
            Self::Add(screen) => screen.focus(),
            Self::SignIn(screen) => screen.focus(),
            Self::Forgot(screen) => screen.focus(),
            Self::NewPassword(screen) => screen.focus(),
            Self::ChangePassword(screen) => Some(screen.focus()),
            Self::TwoFactor(screen) => screen.focus(),
            Self::Register(screen) => screen.focus(),
        }
    }

    /// What Esc means here.
    pub fn back(&self) -> Message {
        match self {
            Self::Add(_) => Message::Add(add::Message::Back),
            Self::SignIn(_) => Message::SignIn(sign_in::Message::Back),
            Self::Browser(_) => Message::Browser(browser::Message::Back),
            Self::AccessToken(_) => Message::AccessToken(access_token::Message::Back),
            Self::Forgot(_) => Message::Forgot(forgot::Message::Back),
            Self::NewPassword(_) => Message::NewPassword(new_password::Message::Back),
            Self::Account(_) => Message::Account(account::Message::Back),
            Self::ChangePassword(_) => Message::ChangePassword(change_password::Message::Back),
            Self::TwoFactor(_) => Message::TwoFactor(two_factor::Message::Back),
            Self::Register(_) => Message::Register(register::Message::Back),
            Self::Checkup(_) => Message::Checkup(checkup::Message::Back),
            Self::Instance(_) => Message::Instance(instance::Message::Back),
            Self::Settings(_) => Message::Settings(settings::Message::Back),
            Self::About(_) => Message::About(about::Message::Back),
        }
    }

    /// Whether letters typed now belong here.
    pub fn is_being_typed(&self) -> bool {
        match self {
            Self::Add(screen) => screen.is_being_typed(),
            Self::SignIn(screen) => screen.is_being_typed(),
            Self::Instance(screen) => screen.is_being_typed(),
            Self::Forgot(screen) => screen.is_being_typed(),
            Self::NewPassword(screen) => screen.is_being_typed(),
            Self::ChangePassword(screen) => screen.is_being_typed(),
            Self::TwoFactor(screen) => screen.is_being_typed(),
            Self::Register(screen) => screen.is_being_typed(),
            Self::AccessToken(screen) => screen.is_being_typed(),
            Self::Account(_)
            | Self::Browser(_)
            | Self::Checkup(_)
            | Self::Settings(_)
            | Self::About(_) => false,
        }
    }

    /// The request whose answer it waits for.
    pub fn pending(&self) -> Option<Ticket> {
        match self {
            Self::Add(screen) => screen.pending(),
            Self::SignIn(screen) => screen.pending(),
            Self::Browser(round) => round.screen.pending(),
            Self::AccessToken(screen) => screen.pending(),
            Self::Forgot(screen) => screen.pending(),
            Self::NewPassword(screen) => screen.pending(),
            Self::Account(screen) => screen.pending(),
            Self::ChangePassword(screen) => screen.pending(),
            Self::TwoFactor(screen) => screen.pending(),
            Self::Register(screen) => screen.pending(),
            Self::Checkup(screen) => screen.pending(),
            Self::Instance(screen) => screen.pending(),
            Self::Settings(screen) => screen.pending(),
            Self::About(screen) => screen.pending(),
        }
    }

    /// Whether it counts seconds. The wait for the browser does so only in view: it ends by itself, seen or not.
    pub fn counts(&self, is_top: bool) -> bool {
        match self {
            Self::Browser(round) => is_top && round.screen.counts(),
            Self::SignIn(screen) => screen.counts(),
            Self::Forgot(screen) => screen.counts(),
            _ => false,
        }
    }

    /// Masks what was revealed.
    pub fn hide(&mut self) {
        match self {
            Self::SignIn(screen) => screen.hide(),
            Self::NewPassword(screen) => screen.hide(),
            Self::ChangePassword(screen) => screen.hide(),
            Self::TwoFactor(screen) => screen.hide(),
            Self::Register(screen) => screen.hide(),
            Self::AccessToken(screen) => screen.hide(),
            _ => {}
        }
    }

    /// A second went by.
    pub fn tick(&mut self, now: Instant) {
        match self {
            Self::SignIn(screen) => {
                let _ = screen.update(sign_in::Message::Ticked(now));
            }
            Self::Forgot(screen) => {
                let _ = screen.update(forgot::Message::Ticked(now));
            }
            Self::Browser(round) => round.tick(),
            _ => {}
        }
    }

    /// Whether this message is for it: an answer goes to the screen that asked, wherever it lies; anything else
    /// to the one in view.
    pub(super) fn takes(&self, message: &Message, is_top: bool) -> bool {
        let due =
            |ticket: Option<Ticket>, awaits: &dyn Fn(Ticket) -> bool| ticket.map_or(is_top, awaits);

        match (self, message) {
            (Self::Add(screen), Message::Add(message)) => {
                due(message.ticket(), &|ticket| screen.awaits(ticket))
            }
            (Self::SignIn(screen), Message::SignIn(message)) => {
                due(message.ticket(), &|ticket| screen.awaits(ticket))
            }
            (Self::Browser(round), Message::Browser(message)) => {
                due(message.ticket(), &|ticket| round.screen.awaits(ticket))
            }
            (Self::AccessToken(screen), Message::AccessToken(message)) => {
                due(message.ticket(), &|ticket| screen.awaits(ticket))
            }
            (Self::Browser(round), Message::Opened(ticket, _)) => round.screen.awaits(*ticket),
            (Self::Forgot(screen), Message::Forgot(message)) => {
                due(message.ticket(), &|ticket| screen.awaits(ticket))
            }
            (Self::NewPassword(screen), Message::NewPassword(message)) => {
                due(message.ticket(), &|ticket| screen.awaits(ticket))
            }
            (Self::Account(screen), Message::Account(message)) => {
                due(message.ticket(), &|ticket| screen.awaits(ticket))
            }
            (Self::Instance(screen), Message::Instance(message)) => {
                due(message.ticket(), &|ticket| screen.awaits(ticket))
            }
            (Self::ChangePassword(screen), Message::ChangePassword(message)) => {
                due(message.ticket(), &|ticket| screen.awaits(ticket))
            }
            (Self::TwoFactor(screen), Message::TwoFactor(message)) => {
                due(message.ticket(), &|ticket| screen.awaits(ticket))
            }
            (Self::Register(screen), Message::Register(message)) => {
                due(message.ticket(), &|ticket| screen.awaits(ticket))
            }
            (Self::Checkup(screen), Message::Checkup(message)) => {
                due(message.ticket(), &|ticket| screen.awaits(ticket))
            }
            (Self::Settings(screen), Message::Settings(message)) => {
                due(message.ticket(), &|ticket| screen.awaits(ticket))
            }
            (Self::About(_), Message::About(_)) => is_top,
            _ => false,
        }
    }
}
