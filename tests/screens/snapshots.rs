//! One picture of each screen: empty, busy, and with what can go wrong.

use std::sync::Arc;

use latchkey::{
    directus::Code,
    link::Purpose,
    profile::Profiles,
    screen::{
        Account, Add, Instances, Logos, NewPassword, Note, PasswordReset, SignIn, Ticket, account,
        add, new_password, password_reset, sign_in,
    },
    secret::Secret,
    service::{End, Error, Invitation, MailedLink, Standing},
    store::{LoadNotice, Loaded},
    ui::banner::Kind,
    vault::Trouble,
};

use crate::{made_up::*, support::*};

fn list() -> Instances {
    let mut profiles = Profiles::default();
    let mut screen = Instances::new();
    for profile in [harbour(), orchard(), local(), plain()] {
        let _ = profiles.put(profile);
    }
    screen.load(Ok(Loaded {
        profiles,
        notice: None,
    }));

    screen
}

fn known_list() -> Instances {
    let mut screen = list();
    screen.stands(&id('a'), Ok(Standing::SignedIn(signed_in())));
    screen.stands(&id('b'), Ok(Standing::SignedOut));
    screen.stands(
        &id('c'),
        Ok(Standing::Unconfirmed(signed_in(), unreachable())),
    );
    screen.stands(&id('d'), Ok(Standing::Trouble(Trouble::Locked)));

    screen
}

#[test]
pub(crate) fn instances_screen() {
    let logos = Logos::new();

    let loading = Instances::new();
    snapshot("instances-loading", None, || loading.view(&logos));

    let mut empty = Instances::new();
    empty.load(Ok(Loaded::default()));
    snapshot("instances-empty", None, || empty.view(&logos));

    let known = known_list();
    snapshot_large("instances-large", None, || known.view(&logos));
    snapshot_high_contrast("instances-high-contrast", None, || known.view(&logos));
    snapshot("instances", None, || known.view(&logos));
    snapshot_small("instances-small", None, || known.view(&logos));

    let mut damaged = list();
    damaged.load(Ok(Loaded {
        profiles: Profiles::default(),
        notice: Some(LoadNotice::Damaged {
            kept_as: "/home/ada/.config/app.latchkey.Latchkey/profiles.json.2026-11-24.bad".into(),
            recovered: 2,
        }),
    }));
    snapshot("instances-damaged", None, || damaged.view(&logos));

    let mut unread = Instances::new();
    unread.load(Err(Error::Store(latchkey::store::Error::Read {
        path: "/home/ada/.config/app.latchkey.Latchkey/profiles.json".into(),
        source: Arc::new(std::io::ErrorKind::PermissionDenied.into()),
    })));
    snapshot("instances-error", None, || unread.view(&logos));
}

#[test]
pub(crate) fn add_screen() {
    let empty = Add::new(String::new());
    snapshot("add-empty", None, || empty.view(no_logos()));

    let mut busy = Add::new("cms.harbour.example.com/admin/login".to_owned());
    let add::Action::Probe(ticket, ..) = busy.update(add::Message::Submit) else {
        panic!()
    };
    snapshot("add-busy", None, || busy.view(no_logos()));

    let mut failed = busy.clone();
    let error = Error::Directus(latchkey::directus::Error::NotDirectus {
        host: "cms.harbour.example.com".to_owned(),
        status: 200,
        what: "HTML",
    });
    let _ = failed.update(add::Message::Probed(ticket, Box::new(Err(error))));
    let _ = failed.update(add::Message::Note(latchkey::screen::note::Message::Toggle));
    snapshot("add-error", None, || failed.view(no_logos()));

    let mut kept = busy.clone();
    let already = Error::AlreadyKept("Harbour Museum".to_owned());
    let _ = kept.update(add::Message::Probed(ticket, Box::new(Err(already))));
    snapshot("add-kept", None, || kept.view(no_logos()));

    let mut found = busy.clone();
    let seen = preview("https://cms.harbour.example.com");
    let _ = found.update(add::Message::Probed(ticket, Box::new(Ok(seen))));
    snapshot("add-found", Some(&harbour()), || found.view(no_logos()));

    let mut plain = Add::new("http://intranet.example.net".to_owned());
    let _ = plain.update(add::Message::Submit);
    snapshot("add-http", None, || plain.view(no_logos()));
    let _ = plain.update(add::Message::HttpToggled);
    snapshot("add-http-agreed", None, || plain.view(no_logos()));

    let mut wrong = Add::new(String::new());
    let _ = wrong.update(add::Message::AddressTyped(
        "ftp://files.example.com".to_owned(),
    ));
    snapshot("add-wrong", None, || wrong.view(no_logos()));
}

fn filled() -> SignIn {
    let mut screen = SignIn::new(harbour()).with_email(Some("ada@harbour.example.com".to_owned()));
    let _ = screen.update(sign_in::Message::PasswordTyped(Secret::from(
        "correct horse",
    )));

    screen
}

fn sent() -> (SignIn, Ticket) {
    let mut screen = filled();
    let sign_in::Action::SignIn(ticket, _) = screen.update(sign_in::Message::Submit) else {
        panic!()
    };

    (screen, ticket)
}

fn answered(error: Error) -> SignIn {
    let (mut screen, ticket) = sent();
    let _ = screen.update(sign_in::Message::Answered(ticket, Err(error)));

    screen
}

#[test]
pub(crate) fn sign_in_screen() {
    let logos = Logos::new();
    let harbour = harbour();

    let empty = SignIn::new(harbour.clone());
    snapshot("sign-in-empty", Some(&harbour), || empty.view(&logos));
    snapshot_small("sign-in-small", Some(&harbour), || empty.view(&logos));

    let mut shown = filled();
    let _ = shown.update(sign_in::Message::Reveal);
    snapshot("sign-in-shown", Some(&harbour), || shown.view(&logos));

    let (busy, _) = sent();
    snapshot("sign-in-busy", Some(&harbour), || busy.view(&logos));

    let wrong = answered(refusal(Code::InvalidCredentials, 401, None));
    snapshot("sign-in-wrong", Some(&harbour), || wrong.view(&logos));
    snapshot_high_contrast("sign-in-wrong-high-contrast", Some(&harbour), || {
        wrong.view(&logos)
    });
    snapshot_large("sign-in-wrong-large", Some(&harbour), || wrong.view(&logos));
    snapshot_narrow("sign-in-wrong-narrow", Some(&harbour), || {
        wrong.view(&logos)
    });

    let blocked = answered(refusal(Code::RequestsExceeded, 429, Some(40)));
    snapshot("sign-in-blocked", Some(&harbour), || blocked.view(&logos));

    let down = answered(Error::Directus(unreachable()));
    snapshot("sign-in-unreachable", Some(&harbour), || down.view(&logos));

    let licence = answered(refusal(Code::ResourceRestricted, 403, None));
    snapshot("sign-in-licence", Some(&harbour), || licence.view(&logos));

    let code = answered(refusal(Code::InvalidOtp, 401, None));
    snapshot("sign-in-code", Some(&harbour), || code.view(&logos));

    let note = Note::say(
        Kind::Success,
        "Your new password is set.",
        Some("Sign in with it."),
    );
    let after = SignIn::new(orchard())
        .with_email(Some("ada@orchard.example.org".to_owned()))
        .with_note(note);
    snapshot("sign-in-after-reset", Some(&orchard()), || {
        after.view(&logos)
    });

    let insecure = SignIn::new(plain());
    snapshot("sign-in-http", Some(&plain()), || insecure.view(&logos));
}

#[test]
pub(crate) fn forgot_screen() {
    let logos = Logos::new();
    let harbour = harbour();

    let empty = PasswordReset::new(harbour.clone(), String::new());
    snapshot("forgot-empty", Some(&harbour), || empty.view(&logos));

    let mut busy = PasswordReset::new(harbour.clone(), "ada@harbour.example.com".to_owned());
    let password_reset::Action::Request(ticket, _) = busy.update(password_reset::Message::Submit)
    else {
        panic!()
    };
    snapshot("forgot-busy", Some(&harbour), || busy.view(&logos));

    let mut failed = busy.clone();
    let _ = failed.update(password_reset::Message::Answered(
        ticket,
        Err(Error::Directus(unreachable())),
    ));
    snapshot("forgot-error", Some(&harbour), || failed.view(&logos));

    let mut waiting = busy.clone();
    let answered = waiting.update(password_reset::Message::Answered(
        ticket,
        Ok(MailedLink::Scheme),
    ));
    snapshot("forgot-waiting", Some(&harbour), || waiting.view(&logos));
    let password_reset::Action::LookAtScheme(scheme) = answered else {
        panic!()
    };
    let mut elsewhere = waiting.clone();
    let _ = elsewhere.update(password_reset::Message::Opens(scheme, false));
    snapshot("forgot-elsewhere", Some(&harbour), || {
        elsewhere.view(&logos)
    });
    snapshot_narrow("forgot-elsewhere-narrow", Some(&harbour), || {
        elsewhere.view(&logos)
    });

    let mut studio = busy.clone();
    let _ = studio.update(password_reset::Message::Answered(
        ticket,
        Ok(MailedLink::Studio),
    ));
    let _ = studio.update(password_reset::Message::Reasons);
    snapshot("forgot-studio-reasons", Some(&harbour), || {
        studio.view(&logos)
    });
    snapshot_narrow("forgot-studio-reasons-narrow", Some(&harbour), || {
        studio.view(&logos)
    });

    let mut paste = PasswordReset::new(harbour.clone(), String::new());
    let _ = paste.update(password_reset::Message::HaveLink);
    snapshot("forgot-paste", Some(&harbour), || paste.view(&logos));
}

fn placed(result: Result<Invitation, Error>) -> NewPassword {
    let (mut screen, action) = NewPassword::new(link(), None);
    let new_password::Action::Place(ticket, ..) = action else {
        panic!()
    };
    let _ = screen.update(new_password::Message::Placed(ticket, Box::new(result)));

    screen
}

fn set(error: Error) -> NewPassword {
    let mut screen = placed(Ok(invitation(Purpose::ResetPassword)));
    let _ = screen.update(new_password::Message::PasswordTyped(Secret::from("short")));
    let _ = screen.update(new_password::Message::RepeatTyped(Secret::from("short")));
    let new_password::Action::Set(ticket, ..) = screen.update(new_password::Message::Submit) else {
        panic!()
    };
    let _ = screen.update(new_password::Message::Answered(ticket, Err(error)));

    screen
}

#[test]
pub(crate) fn new_password_screen() {
    let logos = Logos::new();
    let harbour = harbour();

    let (placing, _) = NewPassword::new(link(), None);
    snapshot("new-password-placing", None, || placing.view(&logos));

    let empty = placed(Ok(invitation(Purpose::ResetPassword)));
    snapshot("new-password-empty", Some(&harbour), || empty.view(&logos));
    snapshot_small("new-password-small", Some(&harbour), || empty.view(&logos));

    let invite = placed(Ok(invitation(Purpose::AcceptInvite)));
    snapshot("new-password-invite", Some(&harbour), || {
        invite.view(&logos)
    });

    let verify = placed(Ok(invitation(Purpose::VerifyEmail)));
    snapshot("new-password-verify", Some(&harbour), || {
        verify.view(&logos)
    });

    let mut busy = placed(Ok(invitation(Purpose::ResetPassword)));
    let _ = busy.update(new_password::Message::PasswordTyped(Secret::from(
        "a long new one",
    )));
    let _ = busy.update(new_password::Message::RepeatTyped(Secret::from(
        "a long new one",
    )));
    let _ = busy.update(new_password::Message::Submit);
    snapshot("new-password-busy", Some(&harbour), || busy.view(&logos));

    let refused = set(refusal(Code::FailedValidation, 400, None));
    snapshot("new-password-refused", Some(&harbour), || {
        refused.view(&logos)
    });
    snapshot_narrow("new-password-refused-narrow", Some(&harbour), || {
        refused.view(&logos)
    });

    let used = set(refusal(Code::Forbidden, 403, None));
    snapshot("new-password-used", Some(&harbour), || used.view(&logos));

    let foreign = placed(Err(Error::ForeignLink));
    snapshot("new-password-foreign", None, || foreign.view(&logos));

    let several = placed(Err(Error::SeveralForLink(vec![harbour.clone(), orchard()])));
    snapshot("new-password-choose", None, || several.view(&logos));
}

#[test]
pub(crate) fn account_screen() {
    let logos = Logos::new();
    let harbour = harbour();
    let stands = |standing| {
        Account::new(harbour.clone(), jiff::tz::TimeZone::UTC)
            .standing(standing)
            .unwrap()
    };

    let mut checking = Account::new(harbour.clone(), jiff::tz::TimeZone::UTC);
    let _ = checking.look();
    snapshot("account-checking", Some(&harbour), || checking.view(&logos));

    let kept = stands(Standing::SignedIn(signed_in()));
    snapshot("account", Some(&harbour), || kept.view(&logos));

    let memory = stands(Standing::SignedIn(in_memory()));
    snapshot("account-memory", Some(&harbour), || memory.view(&logos));
    snapshot_narrow("account-memory-narrow", Some(&harbour), || {
        memory.view(&logos)
    });

    let offline = stands(Standing::Unconfirmed(signed_in(), unreachable()));
    snapshot("account-offline", Some(&harbour), || offline.view(&logos));

    let locked = stands(Standing::Trouble(Trouble::Locked));
    snapshot("account-locked", Some(&harbour), || locked.view(&logos));

    let mut leaving = stands(Standing::SignedIn(signed_in()));
    let _ = leaving.update(account::Message::SignOut);
    snapshot("account-signing-out", Some(&harbour), || {
        leaving.view(&logos)
    });

    assert!(
        Account::new(harbour.clone(), jiff::tz::TimeZone::UTC)
            .standing(Standing::Ended(End::OnServer))
            .is_none()
    );
}
