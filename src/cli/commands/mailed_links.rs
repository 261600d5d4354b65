//! The commands around a mail: `forgot` asks for one; `reset`, `accept-invite` and `verify-email` use the link in one.
//! Owns the order of the questions; nothing is sent before the person has answered them (S-25: a link never acts by
//! itself).

use super::{MAX_ATTEMPTS, NO_TERMINAL, is_refused_with, read_password};
use crate::{
    cli::{
        arguments::{Forgot, SetPassword, VerifyEmail},
        failure::Failure,
        report::{self, Answer},
        terminal::{self, Label},
    },
    link::{Link, TokenPurpose},
    profile::ProfileId,
    secret::Secret,
    service::{self, ErrorCode, ResolvedLink, Service},
};

/// `forgot`
pub(super) async fn forgot(service: &Service, arguments: Forgot) -> Result<Answer, Failure> {
    let profile = service.find(&arguments.profile).await?;
    let link = service
        .request_password_reset(&profile.id, &arguments.email)
        .await?;

    Ok(report::forgot(&profile, &arguments.email, link))
}

/// `reset` and `accept-invite`
pub(super) async fn set_password(
    service: &Service,
    arguments: SetPassword,
    purpose: TokenPurpose,
) -> Result<Answer, Failure> {
    let text = read_link(arguments.link, arguments.password_stdin).await?;
    let invitation = find_invitation(service, &text, arguments.profile.as_deref(), purpose).await?;
    let email = invitation.hint.email.as_deref();

    if arguments.password_stdin {
        let password = read_password(true, "").await?;
        let sent = service.set_password(&invitation, &password).await;
        sent.map_err(|error| Failure::MailedLink(error, purpose))?;
    } else if terminal::can_ask() {
        terminal::print_notice(&report::new_password_heading(&invitation.profile, email));
        ask_and_set_password(service, &invitation).await?;
    } else {
        return Err(NO_TERMINAL);
    }

    Ok(report::mailed_link_used(
        &invitation.profile,
        purpose,
        email,
    ))
}

/// Asks twice for the new password, and again when the server's password rules refuse it, because the link stays usable
///
async fn ask_and_set_password(service: &Service, invitation: &ResolvedLink) -> Result<(), Failure> {
    let mut tries = 1;

    loop {
        let password = read_password(false, "New password").await?;
        let repeated = terminal::ask_hidden("The same again").await?;
        if password.expose() != repeated.expose() {
            return Err(Failure::PasswordsDiffer);
        }

        match service.set_password(invitation, &password).await {
            Err(error)
                if is_refused_with(&error, &ErrorCode::FailedValidation)
                    && tries < MAX_ATTEMPTS =>
            {
                tries += 1;
                terminal::print_labelled(Label::Error, &Failure::from(error).notice().message);
            }
            other => return other.map_err(|error| Failure::MailedLink(error, invitation.purpose)),
        }
    }
}

/// `verify-email`
pub(super) async fn verify_email(
    service: &Service,
    arguments: VerifyEmail,
) -> Result<Answer, Failure> {
    let purpose = TokenPurpose::VerifyEmail;
    let text = read_link(arguments.link, false).await?;
    let invitation = find_invitation(service, &text, arguments.profile.as_deref(), purpose).await?;
    let confirmed = service.verify_email(&invitation).await;
    confirmed.map_err(|error| Failure::MailedLink(error, purpose))?;

    Ok(report::mailed_link_used(
        &invitation.profile,
        purpose,
        invitation.hint.email.as_deref(),
    ))
}

/// The link as it was typed. `-` stands for a hidden question on a terminal, else for standard input, of which only the
/// first line is read when the password follows.
async fn read_link(link: Secret, password_follows: bool) -> Result<Secret, Failure> {
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

/// Parses the link, refuses one for another command, and finds its instance among the kept ones.
async fn find_invitation(
    service: &Service,
    text: &Secret,
    profile: Option<&str>,
    purpose: TokenPurpose,
) -> Result<ResolvedLink, Failure> {
    let link = Link::parse_pasted(text.expose(), purpose).map_err(service::Error::Link)?;
    if purpose_of(&link) != Some(purpose) {
        return Err(service::Error::WrongLinkPurpose.into());
    }
    let chosen: Option<ProfileId> = match profile {
        Some(text) => Some(service.find(text).await?.id),
        None => None,
    };

    Ok(service
        .find_profile_for_link(&link, chosen.as_ref())
        .await?)
}

fn purpose_of(link: &Link) -> Option<TokenPurpose> {
    match link {
        Link::ResetPassword(_) => Some(TokenPurpose::ResetPassword),
        Link::AcceptInvite(_) => Some(TokenPurpose::AcceptInvite),
        Link::VerifyEmail(_) => Some(TokenPurpose::VerifyEmail),
        Link::Add(_) => None,
    }
}
