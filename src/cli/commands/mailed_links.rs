//! The commands around a mail: asking for it, and using its link for a new password, an invitation, a registration.
//! Owns the order of questions; nothing is sent before the person has answered them (S-25).

use super::{NO_TERMINAL, TRIES, password, refused_with};
use crate::{
    cli::{
        arguments::{Forgot, SetPassword, Verify},
        failure::Failure,
        report::{self, Answer},
        terminal::{self, Label},
    },
    directus::Code,
    link::{Link, Purpose},
    profile::ProfileId,
    secret::Secret,
    service::{self, Invitation, Service},
};

/// `forgot`
pub(super) async fn forgot(service: &Service, arguments: Forgot) -> Result<Answer, Failure> {
    let profile = service.find(&arguments.profile).await?;
    let link = service.request_reset(&profile.id, &arguments.email).await?;

    Ok(report::forgot(&profile, &arguments.email, link))
}

/// `reset` and `accept-invite`
pub(super) async fn set_password(
    service: &Service,
    arguments: SetPassword,
    purpose: Purpose,
) -> Result<Answer, Failure> {
    let text = link_text(arguments.link, arguments.password_stdin).await?;
    let invitation = place(service, &text, arguments.profile.as_deref(), purpose).await?;
    let email = invitation.hint.email.as_deref();

    if arguments.password_stdin {
        let password = password(true, "").await?;
        let sent = service.set_password(&invitation, &password).await;
        sent.map_err(|error| Failure::Mailed(error, purpose))?;
    } else if terminal::can_ask() {
        terminal::tell(&report::before_password(&invitation.profile, email));
        set_asked_password(service, &invitation).await?;
    } else {
        return Err(NO_TERMINAL);
    }

    Ok(report::done(&invitation.profile, purpose, email))
}

/// Asks twice for the new password, and again when the server's rules refuse it: the link stays usable.
async fn set_asked_password(service: &Service, invitation: &Invitation) -> Result<(), Failure> {
    let mut tries = 1;

    loop {
        let password = password(false, "New password").await?;
        let repeated = terminal::ask_hidden("The same again").await?;
        if password.expose() != repeated.expose() {
            return Err(Failure::Differ);
        }

        match service.set_password(invitation, &password).await {
            Err(error) if refused_with(&error, &Code::FailedValidation) && tries < TRIES => {
                tries += 1;
                terminal::say(Label::Error, &Failure::from(error).notice().message);
            }
            other => return other.map_err(|error| Failure::Mailed(error, invitation.purpose)),
        }
    }
}

/// `verify-email`
pub(super) async fn verify_email(service: &Service, arguments: Verify) -> Result<Answer, Failure> {
    let purpose = Purpose::VerifyEmail;
    let text = link_text(arguments.link, false).await?;
    let placed = place(service, &text, arguments.profile.as_deref(), purpose).await?;
    let confirmed = service.verify_email(&placed).await;
    confirmed.map_err(|error| Failure::Mailed(error, purpose))?;

    Ok(report::done(
        &placed.profile,
        purpose,
        placed.hint.email.as_deref(),
    ))
}

/// The link as it was typed, or what `-` stands for: a hidden question on a terminal, else standard input (only
/// its first line when the password follows).
async fn link_text(link: Secret, password_follows: bool) -> Result<Secret, Failure> {
    if link.expose() != "-" {
        return Ok(link);
    }

    if password_follows {
        terminal::read_line().await
    } else if terminal::can_ask() {
        terminal::ask_hidden("Paste the link of the mail (it stays hidden)").await
    } else {
        terminal::read_all().await
    }
}

/// Reads the link, refuses one that is for something else than the command, and finds its instance.
async fn place(
    service: &Service,
    text: &Secret,
    profile: Option<&str>,
    purpose: Purpose,
) -> Result<Invitation, Failure> {
    let link = Link::parse_pasted(text.expose(), purpose).map_err(service::Error::Link)?;
    if purpose_of(&link) != Some(purpose) {
        return Err(service::Error::OtherPurpose.into());
    }
    let chosen: Option<ProfileId> = match profile {
        Some(text) => Some(service.find(text).await?.id),
        None => None,
    };

    Ok(service.place(&link, chosen.as_ref()).await?)
}

fn purpose_of(link: &Link) -> Option<Purpose> {
    match link {
        Link::ResetPassword(_) => Some(Purpose::ResetPassword),
        Link::AcceptInvite(_) => Some(Purpose::AcceptInvite),
        Link::VerifyEmail(_) => Some(Purpose::VerifyEmail),
        Link::Add(_) => None,
    }
}
