//! From a start without a command to the one window: hands the link to the running window if there is one, else finds
//! out whether a window can be opened. Runs before any runtime, font or keyring; the window itself is `app`'s.

use super::{
    environment,
    failure::Failure,
    terminal::{self, Label},
};
use crate::{
    handover::{self, Claim, Primary, RemoteSignIn, Request, SignInNotifier},
    identity, link,
    profile::ProfileId,
    secret::Secret,
    service::{self, Paths, Service},
};

/// Everything the window starts from.
#[derive(Debug)]
pub struct WindowLaunch {
    /// The service the window works with.
    pub service: Service,
    /// The right to own the window; `None` when the window is opened beside one that does not answer.
    pub primary: Option<Primary>,
    /// The link this process was started with.
    pub link: Option<Secret>,
    /// The sign-in the window is opened for.
    pub sign_in: Option<WindowSignIn>,
}

/// What `login --window` needs to print its answer when the window has closed.
#[derive(Debug)]
pub struct WindowSignIn {
    /// The instance to sign in to.
    pub profile: ProfileId,
    pub(super) json: bool,
}

/// Claims the window or hands the link to the running one; `Ok(None)` means that the running window took it.
pub(super) fn claim_or_hand_over(
    link: Option<Secret>,
    new_window: bool,
) -> Result<Option<WindowLaunch>, Failure> {
    let link = link.filter(|link| !link.is_empty());
    let in_arguments = link.as_ref().is_some_and(|link| link.expose() != "-");
    let link = match link {
        Some(_) if !in_arguments => Some(terminal::read_piped_link()?),
        link => link,
    };
    if let Some(link) = &link {
        require_own_link(link)?;
    }
    let service = Service::of_this_user()?;
    let request = Request {
        link: link.clone(),
        activation: environment::activation_token(),
        ..Request::default()
    };
    let mut claim = handover::claim(service.paths(), &request);
    if let (Ok(Claim::Primary(_)), Some(link)) = (&claim, &link)
        && in_arguments
    {
        // This gives up the claim; the restarted process claims the window again.
        claim = restart_without_link(link, claim, service.paths(), &request);
    }
    let primary = match claim {
        Ok(Claim::HandedOver(_)) => return Ok(None),
        Ok(Claim::Primary(primary)) => Some(primary),
        // After a click there is no terminal to offer a choice on, and the person waits for a window, so a second one
        // is opened (R-26: a hung window does not block the next).
        Err(handover::Error::NotResponding) if new_window || !terminal::stderr_is_terminal() => {
            None
        }
        Err(handover::Error::NotResponding) => return Err(Failure::WindowNotResponding),
        Err(error) => {
            terminal::print_labelled(
                Label::Warning,
                &format!("Links will not reach this window, they open another one: {error}."),
            );
            None
        }
    };
    if !environment::has_display() {
        return Err(Failure::NoDisplay);
    }

    Ok(Some(WindowLaunch {
        service,
        primary,
        link,
        sign_in: None,
    }))
}

/// Shows a profile in the running window, or prepares a window of this process for it.
pub(super) fn show_for_sign_in(profile: &ProfileId) -> Result<WindowTarget, Failure> {
    // Not the command's service: its connections belong to the command's runtime and end with it.
    let service = Service::of_this_user()?;
    let request = Request {
        profile: Some(profile.as_str().to_owned()),
        activation: environment::activation_token(),
        sign_in_notifier: Some(SignInNotifier::default()),
        ..Request::default()
    };
    let primary = match handover::claim(service.paths(), &request) {
        Ok(Claim::HandedOver(remote)) => return Ok(WindowTarget::Running(remote)),
        Ok(Claim::Primary(primary)) => Some(primary),
        Err(handover::Error::NotResponding) => return Err(Failure::WindowNotResponding),
        Err(error) => {
            tracing::warn!(%error, "links will open another window");
            None
        }
    };
    if !environment::has_display() {
        return Err(Failure::NoDisplay);
    }

    Ok(WindowTarget::New(WindowLaunch {
        service,
        primary,
        link: None,
        sign_in: Some(WindowSignIn {
            profile: profile.clone(),
            json: false,
        }),
    }))
}

#[derive(Debug)]
pub(super) enum WindowTarget {
    /// The window of another process, which took the request.
    Running(RemoteSignIn),
    /// A window that this process opens.
    New(WindowLaunch),
}

/// Restarts this program with the link on standard input, before the window opens. If that fails, the window opens with
/// the link still in the arguments.
#[cfg(unix)]
fn restart_without_link(
    link: &Secret,
    claim: Result<Claim, handover::Error>,
    paths: &Paths,
    request: &Request,
) -> Result<Claim, handover::Error> {
    drop(claim);
    let error = super::exec::restart_with_link_on_stdin(link);
    tracing::warn!(%error, "the link stays in the arguments");

    handover::claim(paths, request)
}

/// Does nothing: elsewhere only the same user can read a process's arguments.
#[cfg(not(unix))]
fn restart_without_link(
    _link: &Secret,
    claim: Result<Claim, handover::Error>,
    _paths: &Paths,
    _request: &Request,
) -> Result<Claim, handover::Error> {
    claim
}

/// Refuses an argument that is no link of our scheme (S-20: an option or a file name is no link). A damaged link of our
/// scheme goes on to the window, which says what is wrong with it, because after a click nobody reads this process's
/// standard error.
fn require_own_link(link: &Secret) -> Result<(), Failure> {
    let text = link.expose();
    let ours = text
        .split_once(':')
        .is_some_and(|(scheme, _)| scheme.eq_ignore_ascii_case(identity::SCHEME));
    if ours && text.len() <= link::MAX_LINK_BYTES {
        return Ok(());
    }
    if ours {
        return Err(service::Error::Link(link::LinkError::TooLong).into());
    }

    Err(Failure::Usage(
        "This is neither a command nor a link that Latchkey opens.",
        "`latchkey --help` lists the commands; the link of a web page is pasted with `latchkey reset -`.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_20_only_our_scheme_gets_to_the_window() {
        for text in [
            "app.latchkey://auth/reset-password?token=t",
            "APP.LATCHKEY://auth/reset-password",
            "app.latchkey:nonsense",
        ] {
            assert!(require_own_link(&Secret::from(text)).is_ok(), "{text}");
        }
        let long = format!("app.latchkey://{}", "x".repeat(link::MAX_LINK_BYTES));
        for text in [
            "--config=/tmp/x",
            "-h",
            "profiles",
            " app.latchkey://auth/add?url=x",
            "--app.latchkey://x",
            "file:///etc/passwd",
            "https://cms.example.com/admin/reset-password?token=t",
            "javascript:alert(1)",
            &long,
        ] {
            let refused =
                require_own_link(&Secret::from(text)).map_err(|failure| failure.exit_code());
            assert_eq!(refused, Err(2), "{text}");
        }
    }
}
