//! The view of a mailed link. The instance is shown large above the form, before a password can be typed (S-23, a link
//! for another server).

use iced::{
    Element,
    widget::{Column, column},
};

use super::{Message, NewPassword, Step, refusal::Remedy};
use crate::{
    link::TokenPurpose,
    profile::Profile,
    say,
    screen::{Pictures, chosen_password, destination, instance_header},
    service::ResolvedLink,
    text::Notice,
    ui::{
        banner::{Banner, Kind},
        card, control, field,
        page::Page,
        theme::space,
    },
};

impl NewPassword {
    pub(super) fn draw<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        let page = match &self.step {
            Step::FindingProfile => {
                Page::new(say!("new-password-title")).lead(say!("new-password-placing"))
            }
            Step::ChooseProfile(profiles) => Page::new(say!("new-password-choose"))
                .lead(say!("new-password-choose.lead"))
                .part(self.choice(profiles, pictures)),
            Step::Form(link) => self.form(link, pictures),
            Step::Failed(notice) => Page::new(say!("new-password-unusable"))
                .part(notice_banner(notice))
                .part(control::primary(
                    say!("new-password-close"),
                    Some(Message::Back),
                )),
            Step::Unusable(notice, link, remedy) => {
                let on = match remedy {
                    Remedy::NewLink => Some((say!("new-password-new-link"), Message::NewLink)),
                    Remedy::SignIn => Some((say!("new-password-sign-in"), Message::OpenSignIn)),
                    Remedy::AskSomebodyElse => None,
                };

                Page::new(say!("new-password-unusable"))
                    .instance(instance_header(&link.profile, pictures))
                    .part(notice_banner(notice))
                    .maybe_part(on.map(|(label, message)| control::primary(label, Some(message))))
            }
        };

        page.back(self.may_leave(), Message::Back).view()
    }

    fn choice<'a>(
        &'a self,
        profiles: &'a [Profile],
        pictures: &'a Pictures,
    ) -> Element<'a, Message> {
        let is_free = self.pending.is_none();

        profiles
            .iter()
            .fold(Column::new().spacing(space::S), |column, profile| {
                let choose = is_free.then(|| Message::ProfileChosen(profile.id.clone()));

                column.push(card::card(instance_header(profile, pictures), None, choose))
            })
            .into()
    }

    fn form<'a>(&'a self, link: &'a ResolvedLink, pictures: &'a Pictures) -> Page<'a, Message> {
        let is_busy = self.pending.is_some();
        let profile = &link.profile;
        let notification = self
            .notification
            .as_ref()
            .map(|notification| notification.banner(Message::Notification).view());
        let (title, label, busy) = match link.purpose {
            TokenPurpose::ResetPassword => (
                say!("new-password-title"),
                say!("new-password-set"),
                say!("new-password-setting"),
            ),
            TokenPurpose::AcceptInvite => (
                say!("new-password-invite-title"),
                say!("new-password-set"),
                say!("new-password-setting"),
            ),
            TokenPurpose::VerifyEmail => (
                say!("new-password-verify-title"),
                say!("new-password-confirm"),
                say!("new-password-confirming"),
            ),
        };
        let submit = control::submit(label, busy, is_busy, Some(Message::Submit));
        let email = link
            .hint
            .email
            .as_deref()
            .unwrap_or(say!("new-password-account-unknown"));
        let page = Page::new(title)
            .above(notification)
            .part(card::large_card(instance_header(profile, pictures)));

        if link.purpose == TokenPurpose::VerifyEmail {
            return page
                .lead(say!("new-password-verify-title.lead"))
                .part(field::fixed(say!("new-password-account"), email, None))
                .part(submit);
        }

        let typed = |message| match message {
            chosen_password::Message::PasswordTyped(text) => Message::PasswordTyped(text),
            chosen_password::Message::RepeatTyped(text) => Message::RepeatTyped(text),
            chosen_password::Message::Reveal => Message::Reveal,
        };

        page.part(
            column![
                field::fixed(say!("new-password-account"), email, None),
                self.chosen_password.view(!is_busy, typed, Message::Submit)
            ]
            .spacing(space::L),
        )
        .part(submit)
        .part(destination::line(&profile.url))
    }
}

fn notice_banner(notice: &Notice) -> Element<'_, Message> {
    Banner::new(Kind::Error, notice.message.as_str())
        .hint(notice.hint.as_deref())
        .view()
}
