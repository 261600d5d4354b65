//! How the form of a mailed link looks: the instance large and in plain sight before a password may be typed (S-23).

use iced::{
    Element,
    widget::{Column, column},
};

use super::{Message, NewPassword, Step, refusal::WayOn};
use crate::{
    link::Purpose,
    profile::Profile,
    say,
    screen::{Logos, chosen_password, face},
    service::Invitation,
    text::Notice,
    ui::{
        banner::{self, Banner, Kind},
        card, control, field,
        page::Page,
        theme::space,
    },
};

impl NewPassword {
    /// How it looks.
    pub(super) fn draw<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        let page = match &self.step {
            Step::Placing => {
                Page::new(say!("new-password-title")).lead(say!("new-password-placing"))
            }
            Step::Choose(profiles) => Page::new(say!("new-password-choose"))
                .lead(say!("new-password-choose-lead"))
                .part(self.choice(profiles, logos)),
            Step::Form(invitation) => self.form(invitation, logos),
            Step::Lost(notice) => Page::new(say!("new-password-unusable"))
                .part(told(notice))
                .part(control::primary(
                    say!("new-password-close"),
                    Some(Message::Back),
                )),
            Step::Unusable(notice, invitation, way) => {
                let on = match way {
                    WayOn::NewLink => Some((say!("new-password-new-link"), Message::NewLink)),
                    WayOn::SignIn => Some((say!("new-password-sign-in"), Message::SignIn)),
                    WayOn::Ask => None,
                };

                Page::new(say!("new-password-unusable"))
                    .face(face(&invitation.profile, logos))
                    .part(told(notice))
                    .push(on.map(|(label, message)| control::primary(label, Some(message))))
            }
        };

        page.back(self.may_leave(), Message::Back).view()
    }

    fn choice<'a>(&'a self, profiles: &'a [Profile], logos: &'a Logos) -> Element<'a, Message> {
        let is_free = self.pending.is_none();

        profiles
            .iter()
            .fold(Column::new().spacing(space::S), |column, profile| {
                let choose = is_free.then(|| Message::Chosen(profile.id.clone()));

                column.push(card::card(face(profile, logos), None, choose))
            })
            .into()
    }

    fn form<'a>(&'a self, invitation: &'a Invitation, logos: &'a Logos) -> Page<'a, Message> {
        let is_busy = self.pending.is_some();
        let profile = &invitation.profile;
        let note = self
            .note
            .as_ref()
            .map(|note| note.banner(Message::Note).view());
        let (title, label, busy) = match invitation.purpose {
            Purpose::ResetPassword => (
                say!("new-password-title"),
                say!("new-password-set"),
                say!("new-password-setting"),
            ),
            Purpose::AcceptInvite => (
                say!("new-password-invite-title"),
                say!("new-password-set"),
                say!("new-password-setting"),
            ),
            Purpose::VerifyEmail => (
                say!("new-password-verify-title"),
                say!("new-password-confirm"),
                say!("new-password-confirming"),
            ),
        };
        let submit = if is_busy {
            control::busy(busy)
        } else {
            control::primary(label, Some(Message::Submit))
        };
        let email = invitation
            .hint
            .email
            .as_deref()
            .unwrap_or(say!("new-password-account-unknown"));
        let page = Page::new(title)
            .above(note)
            .part(card::place(face(profile, logos)));

        if invitation.purpose == Purpose::VerifyEmail {
            return page
                .lead(say!("new-password-verify-lead"))
                .part(field::fixed(say!("new-password-account"), email, None))
                .part(submit);
        }

        let host = profile.url.display_host();
        let where_to = if profile.url.is_https() || profile.url.is_loopback() {
            banner::line(Kind::Info, say!("new-password-sent-to"))
        } else {
            Banner::new(Kind::Warning, say!("common-plain-http", host = &host))
                .hint(Some(say!("common-plain-http-hint")))
                .view()
        };
        let typed = |message| match message {
            chosen_password::Message::Typed(text) => Message::PasswordTyped(text),
            chosen_password::Message::Repeated(text) => Message::RepeatTyped(text),
            chosen_password::Message::Reveal => Message::Reveal,
        };

        page.part(
            column![
                field::fixed(say!("new-password-account"), email, None),
                self.chosen.view(!is_busy, typed, Message::Submit)
            ]
            .spacing(space::L),
        )
        .part(submit)
        .part(where_to)
    }
}

fn told(notice: &Notice) -> Element<'_, Message> {
    Banner::new(Kind::Error, notice.message.as_str())
        .hint(notice.hint.as_deref())
        .view()
}
