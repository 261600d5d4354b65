//! One picture of each screen: empty, busy, and with what can go wrong.

use std::sync::Arc;

use latchkey::{
    directus::ErrorCode,
    link::TokenPurpose,
    profile::Profiles,
    screen::{
        Account, Add, Instances, NewPassword, Notification, PasswordReset, Pictures, RequestId,
        SignIn, account, add, new_password, password_reset, sign_in,
    },
    secret::Secret,
    service::{Error, MailedLinkKind, ResolvedLink, SessionEnd, SessionStatus},
    store::{LoadNotice, LoadedProfiles},
    ui::banner::Kind,
    vault,
};

use crate::{made_up::*, support::*};

fn list() -> Instances {
    let mut profiles = Profiles::default();
    let mut screen = Instances::new();
    for profile in [harbour(), orchard(), local(), plain()] {
        let _ = profiles.put(profile);
    }
    screen.load(Ok(LoadedProfiles {
        profiles,
        notice: None,
    }));

    screen
}

fn known_list() -> Instances {
    let mut screen = list();
    screen.set_status(&id('a'), Ok(SessionStatus::SignedIn(signed_in())));
    screen.set_status(&id('b'), Ok(SessionStatus::SignedOut));
    screen.set_status(
        &id('c'),
        Ok(SessionStatus::Unconfirmed(signed_in(), unreachable())),
    );
    screen.set_status(
        &id('d'),
        Ok(SessionStatus::KeyringError(vault::Error::Locked)),
    );

    screen
}

#[test]
pub(crate) fn instances_screen() {
    let logos = Pictures::new();

    let loading = Instances::new();
    snapshot("instances-loading", None, || loading.view(&logos));

    let mut empty = Instances::new();
    empty.load(Ok(LoadedProfiles::default()));
    snapshot("instances-empty", None, || empty.view(&logos));

    let known = known_list();
    snapshot_large("instances-large", None, || known.view(&logos));
    snapshot_high_contrast("instances-high-contrast", None, || known.view(&logos));
    snapshot("instances", None, || known.view(&logos));
    snapshot_small("instances-small", None, || known.view(&logos));

    let mut damaged = list();
    damaged.load(Ok(LoadedProfiles {
        profiles: Profiles::default(),
        notice: Some(LoadNotice::Damaged {
            set_aside_as: "/home/ada/.config/app.latchkey.Latchkey/profiles.json.2026-11-24.bad"
                .into(),
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
    let add::Action::Run(request_id, add::Request::Probe(..)) = busy.update(add::Message::Submit)
    else {
        panic!()
    };
    snapshot("add-busy", None, || busy.view(no_logos()));

    let mut failed = busy.clone();
    let error = Error::Directus(latchkey::directus::Error::NotDirectus {
        host: "cms.harbour.example.com".to_owned(),
        status: 200,
        what: "HTML",
    });
    let _ = failed.update(add::Message::Probed(request_id, Box::new(Err(error))));
    let _ = failed.update(add::Message::Notification(
        latchkey::screen::notification::Message::Toggle,
    ));
    snapshot("add-error", None, || failed.view(no_logos()));

    let mut kept = busy.clone();
    let already = Error::AlreadyAdded("Harbour Museum".to_owned());
    let _ = kept.update(add::Message::Probed(request_id, Box::new(Err(already))));
    snapshot("add-kept", None, || kept.view(no_logos()));

    let mut found = busy.clone();
    let seen = preview("https://cms.harbour.example.com");
    let _ = found.update(add::Message::Probed(request_id, Box::new(Ok(seen))));
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

fn sent() -> (SignIn, RequestId) {
    let mut screen = filled();
    let sign_in::Action::Run(request_id, sign_in::Request::SignIn(_, _)) =
        screen.update(sign_in::Message::Submit)
    else {
        panic!()
    };

    (screen, request_id)
}

fn answered(error: Error) -> SignIn {
    let (mut screen, request_id) = sent();
    let _ = screen.update(sign_in::Message::Answered(request_id, Err(error)));

    screen
}

#[test]
pub(crate) fn sign_in_screen() {
    let logos = Pictures::new();
    let harbour = harbour();

    let empty = SignIn::new(harbour.clone());
    snapshot("sign-in-empty", Some(&harbour), || empty.view(&logos));
    snapshot_small("sign-in-small", Some(&harbour), || empty.view(&logos));

    let mut shown = filled();
    let _ = shown.update(sign_in::Message::Reveal);
    snapshot("sign-in-shown", Some(&harbour), || shown.view(&logos));

    let (busy, _) = sent();
    snapshot("sign-in-busy", Some(&harbour), || busy.view(&logos));

    let wrong = answered(refusal(ErrorCode::InvalidCredentials, 401, None));
    snapshot("sign-in-wrong", Some(&harbour), || wrong.view(&logos));
    snapshot_high_contrast("sign-in-wrong-high-contrast", Some(&harbour), || {
        wrong.view(&logos)
    });
    snapshot_large("sign-in-wrong-large", Some(&harbour), || wrong.view(&logos));
    snapshot_narrow("sign-in-wrong-narrow", Some(&harbour), || {
        wrong.view(&logos)
    });

    let blocked = answered(refusal(ErrorCode::RequestsExceeded, 429, Some(40)));
    snapshot("sign-in-blocked", Some(&harbour), || blocked.view(&logos));

    let down = answered(Error::Directus(unreachable()));
    snapshot("sign-in-unreachable", Some(&harbour), || down.view(&logos));

    let licence = answered(refusal(ErrorCode::ResourceRestricted, 403, None));
    snapshot("sign-in-licence", Some(&harbour), || licence.view(&logos));

    let code = answered(refusal(ErrorCode::InvalidOtp, 401, None));
    snapshot("sign-in-code", Some(&harbour), || code.view(&logos));

    let note = Notification::of_text(
        Kind::Success,
        "Your new password is set.",
        Some("Sign in with it."),
    );
    let after = SignIn::new(orchard())
        .with_email(Some("ada@orchard.example.org".to_owned()))
        .with_notification(note);
    snapshot("sign-in-after-reset", Some(&orchard()), || {
        after.view(&logos)
    });

    let insecure = SignIn::new(plain());
    snapshot("sign-in-http", Some(&plain()), || insecure.view(&logos));
}

#[test]
pub(crate) fn forgot_screen() {
    let logos = Pictures::new();
    let harbour = harbour();

    let empty = PasswordReset::new(harbour.clone(), String::new());
    snapshot("password-reset-empty", Some(&harbour), || {
        empty.view(&logos)
    });

    let mut busy = PasswordReset::new(harbour.clone(), "ada@harbour.example.com".to_owned());
    let password_reset::Action::Run(request_id, password_reset::Request::RequestMail(_, _)) =
        busy.update(password_reset::Message::Submit)
    else {
        panic!()
    };
    snapshot("password-reset-busy", Some(&harbour), || busy.view(&logos));

    let mut failed = busy.clone();
    let _ = failed.update(password_reset::Message::Answered(
        request_id,
        Err(Error::Directus(unreachable())),
    ));
    snapshot("password-reset-error", Some(&harbour), || {
        failed.view(&logos)
    });

    let mut waiting = busy.clone();
    let answered = waiting.update(password_reset::Message::Answered(
        request_id,
        Ok(MailedLinkKind::CustomScheme),
    ));
    snapshot("password-reset-waiting", Some(&harbour), || {
        waiting.view(&logos)
    });
    let [(scheme, password_reset::Request::CheckLinkHandler)] = answered.requests()[..] else {
        panic!()
    };
    let mut elsewhere = waiting.clone();
    let _ = elsewhere.update(password_reset::Message::LinkHandlerChecked(scheme, false));
    snapshot("password-reset-elsewhere", Some(&harbour), || {
        elsewhere.view(&logos)
    });
    snapshot_narrow("password-reset-elsewhere-narrow", Some(&harbour), || {
        elsewhere.view(&logos)
    });

    let mut studio = busy.clone();
    let _ = studio.update(password_reset::Message::Answered(
        request_id,
        Ok(MailedLinkKind::DataStudio),
    ));
    let _ = studio.update(password_reset::Message::ToggleReasons);
    snapshot("password-reset-studio-reasons", Some(&harbour), || {
        studio.view(&logos)
    });
    snapshot_narrow(
        "password-reset-studio-reasons-narrow",
        Some(&harbour),
        || studio.view(&logos),
    );

    let mut paste = PasswordReset::new(harbour.clone(), String::new());
    let _ = paste.update(password_reset::Message::HaveLink);
    snapshot("password-reset-paste", Some(&harbour), || {
        paste.view(&logos)
    });
}

fn with_invitation(result: Result<ResolvedLink, Error>) -> NewPassword {
    let mut screen = NewPassword::new(link(), None);
    let action = screen.opened();
    let new_password::Action::Run(request_id, new_password::Request::FindProfile(..)) = action
    else {
        panic!()
    };
    let _ = screen.update(new_password::Message::ProfileFound(
        request_id,
        Box::new(result),
    ));

    screen
}

fn with_refused_password(error: Error) -> NewPassword {
    let mut screen = with_invitation(Ok(invitation(TokenPurpose::ResetPassword)));
    let _ = screen.update(new_password::Message::PasswordTyped(Secret::from("short")));
    let _ = screen.update(new_password::Message::RepeatTyped(Secret::from("short")));
    let new_password::Action::Run(request_id, new_password::Request::SetPassword(..)) =
        screen.update(new_password::Message::Submit)
    else {
        panic!()
    };
    let _ = screen.update(new_password::Message::Answered(request_id, Err(error)));

    screen
}

#[test]
pub(crate) fn new_password_screen() {
    let logos = Pictures::new();
    let harbour = harbour();

    let placing = NewPassword::new(link(), None);
    snapshot("new-password-placing", None, || placing.view(&logos));

    let empty = with_invitation(Ok(invitation(TokenPurpose::ResetPassword)));
    snapshot("new-password-empty", Some(&harbour), || empty.view(&logos));
    snapshot_small("new-password-small", Some(&harbour), || empty.view(&logos));

    let invite = with_invitation(Ok(invitation(TokenPurpose::AcceptInvite)));
    snapshot("new-password-invite", Some(&harbour), || {
        invite.view(&logos)
    });

    let verify = with_invitation(Ok(invitation(TokenPurpose::VerifyEmail)));
    snapshot("new-password-verify", Some(&harbour), || {
        verify.view(&logos)
    });

    let mut busy = with_invitation(Ok(invitation(TokenPurpose::ResetPassword)));
    let _ = busy.update(new_password::Message::PasswordTyped(Secret::from(
        "a long new one",
    )));
    let _ = busy.update(new_password::Message::RepeatTyped(Secret::from(
        "a long new one",
    )));
    let _ = busy.update(new_password::Message::Submit);
    snapshot("new-password-busy", Some(&harbour), || busy.view(&logos));

    let refused = with_refused_password(refusal(ErrorCode::FailedValidation, 400, None));
    snapshot("new-password-refused", Some(&harbour), || {
        refused.view(&logos)
    });
    snapshot_narrow("new-password-refused-narrow", Some(&harbour), || {
        refused.view(&logos)
    });

    let used = with_refused_password(refusal(ErrorCode::Forbidden, 403, None));
    snapshot("new-password-used", Some(&harbour), || used.view(&logos));

    let foreign = with_invitation(Err(Error::NoProfileForLink));
    snapshot("new-password-foreign", None, || foreign.view(&logos));

    let several = with_invitation(Err(Error::SeveralProfilesForLink(vec![
        harbour.clone(),
        orchard(),
    ])));
    snapshot("new-password-choose", None, || several.view(&logos));
}

#[test]
pub(crate) fn account_screen() {
    let logos = Pictures::new();
    let harbour = harbour();
    let stands = |standing| {
        Account::new(harbour.clone(), jiff::tz::TimeZone::UTC)
            .with_status(standing)
            .unwrap()
    };

    let mut checking = Account::new(harbour.clone(), jiff::tz::TimeZone::UTC);
    let _ = checking.check_session();
    snapshot("account-checking", Some(&harbour), || checking.view(&logos));

    let kept = stands(SessionStatus::SignedIn(signed_in()));
    snapshot("account", Some(&harbour), || kept.view(&logos));

    let memory = stands(SessionStatus::SignedIn(in_memory()));
    snapshot("account-memory", Some(&harbour), || memory.view(&logos));
    snapshot_narrow("account-memory-narrow", Some(&harbour), || {
        memory.view(&logos)
    });

    let offline = stands(SessionStatus::Unconfirmed(signed_in(), unreachable()));
    snapshot("account-offline", Some(&harbour), || offline.view(&logos));

    let locked = stands(SessionStatus::KeyringError(vault::Error::Locked));
    snapshot("account-locked", Some(&harbour), || locked.view(&logos));

    let mut leaving = stands(SessionStatus::SignedIn(signed_in()));
    let _ = leaving.update(account::Message::SignOut);
    snapshot("account-signing-out", Some(&harbour), || {
        leaving.view(&logos)
    });

    assert!(
        Account::new(harbour.clone(), jiff::tz::TimeZone::UTC)
            .with_status(SessionStatus::Ended(SessionEnd::OnServer))
            .is_none()
    );
}
