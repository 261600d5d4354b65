//! How the form of a mailed link looks: the instance large and in plain sight before a password may be typed (S-23).

use iced::{
    Element,
    widget::{Column, column},
};

use super::{Message, NewPassword, PASSWORD, REPEAT, Step};
use crate::{
    link::Purpose,
    profile::Profile,
    screen::{Logos, face},
    secret::Secret,
    service::Invitation,
    text::Notice,
    ui::{
        banner::{self, Banner, Kind},
        card, control,
        field::{self, Field},
        page::Page,
        theme::space,
        words::{self, new_password as say},
    },
};

impl NewPassword {
    /// The screen.
    pub fn view<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        let page = match &self.step {
            Step::Placing => Page::new(say::TITLE).lead(say::PLACING),
            Step::Choose(profiles) => Page::new(say::CHOOSE)
                .lead(say::CHOOSE_LEAD)
                .part(self.choice(profiles, logos)),
            Step::Form(invitation) => self.form(invitation, logos),
            Step::Unusable(notice, invitation) => unusable(notice, invitation.as_deref(), logos),
        };

        page.back(self.may_leave(), Message::Back).view()
    }

    fn choice<'a>(&'a self, profiles: &'a [Profile], logos: &'a Logos) -> Element<'a, Message> {
        let is_free = self.pending.is_none();

        profiles
            .iter()
            .fold(Column::new().spacing(space::S), |column, profile| {
                let choose = is_free.then(|| Message::Chosen(profile.id.clone()));

                column.push(card::card(face(profile, logos), None, choose, None))
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
            Purpose::ResetPassword => (say::TITLE, say::SET, say::SETTING),
            Purpose::AcceptInvite => (say::INVITE_TITLE, say::SET, say::SETTING),
            Purpose::VerifyEmail => (say::VERIFY_TITLE, say::CONFIRM, say::CONFIRMING),
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
            .unwrap_or(say::ACCOUNT_UNKNOWN);
        let page = Page::new(title)
            .push(note)
            .part(card::place(face(profile, logos)));

        if invitation.purpose == Purpose::VerifyEmail {
            return page
                .lead(say::VERIFY_LEAD)
                .part(field::fixed(say::ACCOUNT, email, None))
                .part(submit);
        }

        let host = profile.url.display_host();
        let where_to = if profile.url.is_https() || profile.url.is_loopback() {
            banner::line(Kind::Info, say::SENT_TO)
        } else {
            Banner::new(Kind::Warning, words::plain_http(&host))
                .hint(Some(words::PLAIN_HTTP_HINT))
                .view()
        };
        let error = |field| {
            self.error
                .as_ref()
                .filter(|(at, _)| *at == field)
                .map(|(_, words)| words.as_str())
        };
        let password = Field::new(PASSWORD, say::NEW, self.password.expose())
            .error(error(PASSWORD))
            .secret(self.shown, Some(Message::Reveal))
            .on_input(!is_busy, |text| Message::PasswordTyped(Secret::new(text)))
            .on_submit(Some(Message::Submit));
        let repeat = Field::new(REPEAT, say::REPEAT, self.repeat.expose())
            .error(error(REPEAT))
            .secret(self.shown, None)
            .on_input(!is_busy, |text| Message::RepeatTyped(Secret::new(text)))
            .on_submit(Some(Message::Submit));

        page.part(
            column![
                field::fixed(say::ACCOUNT, email, None),
                password.view(),
                repeat.view()
            ]
            .spacing(space::L),
        )
        .part(submit)
        .part(where_to)
    }
}

fn unusable<'a>(
    notice: &'a Notice,
    invitation: Option<&'a Invitation>,
    logos: &'a Logos,
) -> Page<'a, Message> {
    let page = Page::new(say::UNUSABLE);
    let is_invitation =
        invitation.is_some_and(|invitation| invitation.purpose != Purpose::ResetPassword);
    let hint = if is_invitation {
        Some(say::ASK_AGAIN)
    } else {
        notice.hint.as_deref()
    };
    let banner = Banner::new(Kind::Error, notice.message.as_str())
        .hint(hint)
        .view();

    match invitation {
        Some(invitation) => {
            let again =
                (!is_invitation).then(|| control::primary(say::NEW_LINK, Some(Message::NewLink)));

            page.face(face(&invitation.profile, logos))
                .part(banner)
                .push(again)
        }
        None => page
            .part(banner)
            .part(control::primary(say::CLOSE, Some(Message::Back))),
    }
}
