//! `login` with something typed: e-mail or a name at a provider, a password, a code. Owns the order of the questions; a
//! sign-in through the browser is in `sso`, the questions for one-time codes in `one_time_code`.

use super::{
    one_time_code::{read_code, retry_with_codes},
    read_password, sso,
};
use crate::{
    cli::{
        arguments::Login,
        failure::Failure,
        report::{self, Answer},
        terminal::{self, Label},
    },
    profile::Profile,
    secret::Secret,
    service::{self, Credentials, Service, SessionInfo, SessionStatus, StoredIn},
};

/// `login`
pub(super) async fn login(service: &Service, arguments: Login) -> Result<Answer, Failure> {
    let profile = service.find(&arguments.profile).await?;
    let session = match &arguments.provider {
        None if arguments.token_stdin => sign_in_with_token(service, &profile).await?,
        None => sign_in_with_email(service, &profile, arguments).await?,
        Some(provider) => {
            let provider = provider.clone();

            if arguments.identifier.is_some()
                || is_password_provider(service, &profile, &provider).await
            {
                sign_in_at_provider(service, &profile, &provider, arguments).await?
            } else {
                sso::sign_in(service, &profile, &provider, arguments).await?
            }
        }
    };

    require_stored(service, profile, session).await
}

async fn sign_in_with_token(service: &Service, profile: &Profile) -> Result<SessionInfo, Failure> {
    let token = if terminal::can_ask() {
        let question = format!("Access token for {}", profile.url.display_host());
        terminal::ask_hidden(&question).await?
    } else {
        terminal::read_line().await?
    };

    Ok(service.sign_in_with_token(&profile.id, &token).await?)
}

async fn sign_in_with_email(
    service: &Service,
    profile: &Profile,
    arguments: Login,
) -> Result<SessionInfo, Failure> {
    let email = given_or_asked(
        arguments.email,
        arguments.password_stdin,
        "E-mail",
        profile.last_email.as_deref(),
        Failure::Usage(
            "The e-mail address of the account is needed.",
            "Give it with --email.",
        ),
    )
    .await?;
    let question = format!("Password of {email} on {}", profile.url.display_host());
    let (password, otp) =
        read_password_and_code(&question, arguments.password_stdin, arguments.otp).await?;

    retry_with_codes(otp, async |otp| {
        let credentials = Credentials {
            email: email.clone(),
            password: password.clone(),
            otp,
        };

        Ok(service.sign_in(&profile.id, credentials).await?)
    })
    .await
}

async fn sign_in_at_provider(
    service: &Service,
    profile: &Profile,
    provider: &str,
    arguments: Login,
) -> Result<SessionInfo, Failure> {
    let identifier = given_or_asked(
        arguments.identifier,
        arguments.password_stdin,
        &format!("Your name at {provider}"),
        None,
        Failure::Usage(
            "This provider asks for a name and a password.",
            "Give the name with --identifier.",
        ),
    )
    .await?;
    let question = format!(
        "Password of {identifier} at {provider}, for {}",
        profile.url.display_host()
    );
    let (password, otp) =
        read_password_and_code(&question, arguments.password_stdin, arguments.otp).await?;

    retry_with_codes(otp, async |otp| {
        let password = password.clone();

        Ok(service
            .sign_in_with_provider(&profile.id, provider, &identifier, password, otp)
            .await?)
    })
    .await
}

async fn read_password_and_code(
    question: &str,
    from_input: bool,
    otp: Option<Secret>,
) -> Result<(Secret, Option<Secret>), Failure> {
    let password = read_password(from_input, question).await?;
    let otp = read_code(otp, from_input).await?;

    Ok((password, otp))
}

/// What was given, else what the person answers; `missing` where nobody can be asked.
async fn given_or_asked(
    given: Option<String>,
    input_is_taken: bool,
    question: &str,
    default: Option<&str>,
    missing: Failure,
) -> Result<String, Failure> {
    match given {
        Some(given) => Ok(given),
        None if !input_is_taken && terminal::can_ask() => terminal::ask(question, default).await,
        None => Err(missing),
    }
}

/// Whether the server lists this provider as one that takes passwords. If the server does not answer or does not list
/// it, the sign-in through the browser goes on and reports what is wrong.
async fn is_password_provider(service: &Service, profile: &Profile, provider: &str) -> bool {
    service
        .refresh_project(&profile.id)
        .await
        .is_ok_and(|(_, providers)| {
            providers
                .list
                .iter()
                .any(|listed| listed.name == provider && listed.kind().takes_password())
        })
}

/// The answer for a new session. One that is not in the keyring would end with this command, so the server is asked to
/// end it and the command fails.
pub(super) async fn require_stored(
    service: &Service,
    profile: Profile,
    session: SessionInfo,
) -> Result<Answer, Failure> {
    if let StoredIn::Memory(error) = session.stored_in {
        if session.is_static {
            let _ = service.discard_in_memory_session(&profile.id).await;
            return Err(Failure::Service(service::Error::Vault(error)));
        }
        let is_ended = service.discard_in_memory_session(&profile.id).await;

        return Err(Failure::SessionNotStored(error, is_ended));
    }

    // Another account was signed in here before; the person may not expect that (S-51).
    if let Some(before) = &profile.account
        && before.id != session.account.id
        && !session.account.id.is_empty()
    {
        terminal::print_labelled(
            Label::Warning,
            &format!(
                "Until now {} was signed in here as {}; this sign-in takes its place.",
                crate::identity::PRODUCT,
                before.display_name()
            ),
        );
    }

    Ok(report::status(&profile, &SessionStatus::SignedIn(session)))
}
