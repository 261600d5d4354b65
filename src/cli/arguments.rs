//! The whole command line as clap's types, from which help, man page and completions are made. What the commands do is
//! in `commands`. No argument takes a password: passwords come from a terminal or from standard input.

use std::{ffi::OsString, path::PathBuf, time::Duration};

use crate::{identity, secret::Secret};

const AFTER_HELP: &str = "\
Without a command the window opens; a LINK from a mail goes to the running window.
PROFILE is a name, an id, or a host that only one profile has.

Exit status:
  0  done
  1  refused or failed: the sentence says why
  2  usage
  3  not signed in, or the session was ended: sign in again
  4  the server or the provider cannot be reached, or the server does not answer as Directus
  5  the keyring is locked, absent, denied or timed out
  6  a one-time code is needed
  7  cancelled or timed out waiting for the person

Environment:
  LATCHKEY_CONFIG_DIR  where the profiles are kept, instead of the usual place
  LATCHKEY_STATE_DIR   where locks are kept, instead of the usual place
  NO_COLOR             no colour on the terminal
  RUST_LOG             diagnostics on standard error, for example RUST_LOG=debug; they hold no secret";

/// The desktop sign-in for Directus.
///
/// Keeps the Directus instances you use, signs you in, sets a forgotten password from the mailed link, and hands
/// short-lived tokens to other programs. Every flow of the window can be done here, without a display.
#[derive(Debug, clap::Parser)]
#[command(name = identity::BINARY, version, after_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// A link from a mail, as the operating system hands it over (after `--`)
    #[arg(value_name = "LINK", value_parser = parse_secret)]
    pub(crate) link: Option<Secret>,
    /// One JSON document on standard output, also for errors
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Open a window even when the running one does not answer
    #[arg(long)]
    pub(crate) new_window: bool,
    /// What to do instead of opening the window.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// Everything that works without a window.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    /// Look at an instance and keep it
    Add(Add),
    /// List the kept instances
    Profiles,
    /// Sign out of an instance and forget it
    Remove(ProfileArgument),
    /// Change how an instance is kept
    Set(Set),
    /// Sign in with e-mail and password, or through a provider
    ///
    /// With --provider the browser opens, and the command ends when the sign-in there is done. For a provider with
    /// passwords of its own (LDAP) give --identifier, or be asked for it on a terminal.
    Login(Login),
    /// Ask for the mail that resets a forgotten password
    Forgot(Forgot),
    /// Set a new password with the link of the mail
    Reset(SetPassword),
    /// Set the first password of an invited account
    AcceptInvite(SetPassword),
    /// Confirm the address of a new account
    VerifyEmail(VerifyEmail),
    /// Print a valid access token
    Token(Token),
    /// Run a program with `DIRECTUS_URL` and `DIRECTUS_TOKEN` set
    ///
    /// The token is in that program's environment only, never in its arguments. Latchkey is replaced by the
    /// program, so its exit status is what the caller sees.
    Exec(Exec),
    /// Tell who is signed in, where, until when, and where the session is kept
    Status(Status),
    /// End the session, on the server and here
    Logout(ProfileArgument),
    /// Tell what this machine and the servers allow, and the exact lines that mend what is wrong
    ///
    /// Looks at the keyring, at who opens the links of mails, and at each kept instance, or only at PROFILE: whether it
    /// can be reached and trusted, which link its mail for a forgotten password will hold, and whether a sign-in
    /// through each of its providers comes back to this machine. Nothing is changed, nobody is signed in and nobody
    /// gets a mail. Takes half a minute at most. The exit status is 0 when nothing is to be mended and 1 when
    /// something is, whatever it is: 4 and 5 are for commands that could not do their work.
    Doctor(Doctor),
    /// Who opens the links of mails on this machine
    Scheme(Scheme),
}

impl Command {
    /// Whether this process may open the window for it.
    pub(crate) fn may_open_window(&self) -> bool {
        matches!(self, Self::Login(login) if login.window)
    }
}

/// `add`
#[derive(Debug, clap::Args)]
pub(crate) struct Add {
    /// Anything that leads there: a host, an address, a page of the Data Studio
    #[arg(required_unless_present = "from")]
    pub(crate) address: Option<String>,
    /// Take the addresses from another tool's settings: a .env file, directus-sync's configuration or the official
    /// CLI's directus.config.json. No token and no password is read from it. What was found is shown first
    #[arg(long, value_name = "FILE", conflicts_with_all = ["address", "name", "allow_http", "ca_file", "proxy"])]
    pub(crate) from: Option<PathBuf>,
    /// Keep what --from finds without asking
    #[arg(long, requires = "from", conflicts_with = "address")]
    pub(crate) yes: bool,
    /// Your own name for it, instead of the project's
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Allow http without TLS: passwords then cross the network in the clear
    #[arg(long)]
    pub(crate) allow_http: bool,
    /// Certificate authorities to trust for this instance only
    #[arg(long, value_name = "PEM")]
    pub(crate) ca_file: Option<PathBuf>,
    /// The proxy for this instance: http://HOST:PORT, none, or system, which is as the system has it
    #[arg(long, value_name = "PROXY")]
    pub(crate) proxy: Option<String>,
}

/// `set`
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("change").required(true).multiple(true))]
pub(crate) struct Set {
    /// Name, id or host
    pub(crate) profile: String,
    /// Your own name for it
    #[arg(long, group = "change")]
    pub(crate) name: Option<String>,
    /// Port of this machine that a browser may come back to from an instance on this machine, as the provider's list
    /// at the server names it; up to three, tried in this order
    #[arg(long, value_name = "PORT", group = "change")]
    pub(crate) sso_port: Vec<u16>,
    /// Go back to the built-in ports, 28517 to 28519
    #[arg(long, group = "change", conflicts_with = "sso_port")]
    pub(crate) default_sso_ports: bool,
    /// Whether the server lists the first of these ports among its own addresses (`AUTH_ALLOWED_PUBLIC_URLS`), so that
    /// Latchkey may receive a provider's answer in its place. Only where its extension cannot be installed
    #[arg(long, value_enum, group = "change")]
    pub(crate) relay: Option<Switch>,
    /// The proxy for this instance: http://HOST:PORT, none, or system, which is as the system has it. It may hold no name
    /// and password: they would lie in the profile file
    #[arg(long, value_name = "PROXY", group = "change")]
    pub(crate) proxy: Option<String>,
    /// Certificate authorities to trust for this instance only
    #[arg(long, value_name = "PEM", group = "change")]
    pub(crate) ca_file: Option<PathBuf>,
    /// Go back to the certificate authorities of the system
    #[arg(long, group = "change", conflicts_with = "ca_file")]
    pub(crate) no_ca_file: bool,
    /// Its place in the list, from 1
    #[arg(long, value_name = "NUMBER", group = "change", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) position: Option<u16>,
}

/// On or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Switch {
    /// It is so.
    On,
    /// It is not.
    Off,
}

/// A command about one profile.
#[derive(Debug, clap::Args)]
pub(crate) struct ProfileArgument {
    /// Name, id or host
    pub(crate) profile: String,
}

/// `login`
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
#[derive(Debug, clap::Args)]
pub(crate) struct Login {
    /// Name, id or host
    pub(crate) profile: String,
    /// E-mail address; asked for on a terminal
    #[arg(long, conflicts_with = "provider")]
    pub(crate) email: Option<String>,
    /// Sign in through this provider: its name, as the project's settings have it
    #[arg(long, value_name = "NAME")]
    pub(crate) provider: Option<String>,
    /// Your name at a provider with passwords, such as LDAP; nothing opens in a browser then
    #[arg(long, requires = "provider", conflicts_with_all = ["no_browser", "timeout"])]
    pub(crate) identifier: Option<String>,
    /// Keep an access token made in the Data Studio, read from the first line of standard input or asked for on a
    /// terminal. It has no end, and whoever holds it is that user; signing out removes it here only
    #[arg(long, conflicts_with_all = ["email", "provider", "identifier", "password_stdin", "otp", "window"])]
    pub(crate) token_stdin: bool,
    /// Sign in in the window, in whichever way it offers there; ends when that is done or the window is closed. Who is
    /// signed in already is told at once
    #[arg(long, conflicts_with_all = ["email", "provider", "identifier", "password_stdin", "otp"])]
    pub(crate) window: bool,
    /// Open no browser: only print the address, and over SSH the line that forwards the port
    #[arg(long, requires = "provider")]
    pub(crate) no_browser: bool,
    /// How long to wait for the browser to come back: 90, 90s, 10m, 1h
    #[arg(long, value_name = "TIME", default_value = "10m", requires = "provider", value_parser = parse_duration)]
    pub(crate) timeout: Duration,
    /// Read the password from the first line of standard input
    #[arg(long)]
    pub(crate) password_stdin: bool,
    /// One-time code; asked for on a terminal when the server wants one. Better `-`: then it is the line of
    /// standard input after the password, or asked for, and other users of this machine cannot see it
    #[arg(long, value_name = "CODE|-", value_parser = parse_secret)]
    pub(crate) otp: Option<Secret>,
}

/// `forgot`
#[derive(Debug, clap::Args)]
pub(crate) struct Forgot {
    /// Name, id or host
    pub(crate) profile: String,
    /// The address of the account
    pub(crate) email: String,
}

/// `reset` and `accept-invite`
#[derive(Debug, clap::Args)]
pub(crate) struct SetPassword {
    /// The mailed link in any form, or its token. Better `-`: then it is asked for or read from standard input,
    /// and other users of this machine cannot see it
    #[arg(value_name = "LINK|-", value_parser = parse_secret)]
    pub(crate) link: Secret,
    /// Which instance it belongs to, when several fit
    #[arg(long, value_name = "PROFILE")]
    pub(crate) profile: Option<String>,
    /// Read the new password from the first line of standard input (the second, after the link, when LINK is `-`)
    #[arg(long)]
    pub(crate) password_stdin: bool,
}

/// `verify-email`
#[derive(Debug, clap::Args)]
pub(crate) struct VerifyEmail {
    /// The mailed link in any form, or its token; `-` asks for it or reads it from standard input
    #[arg(value_name = "LINK|-", value_parser = parse_secret)]
    pub(crate) link: Secret,
    /// Which instance it belongs to, when several fit
    #[arg(long, value_name = "PROFILE")]
    pub(crate) profile: Option<String>,
}

/// `token`
#[derive(Debug, clap::Args)]
pub(crate) struct Token {
    /// Name, id or host
    pub(crate) profile: String,
    /// How long it must still be valid: 90, 90s, 5m
    #[arg(long, value_name = "TIME", default_value = "60s", value_parser = parse_duration)]
    pub(crate) min_validity: Duration,
}

/// `exec`
#[derive(Debug, clap::Args)]
pub(crate) struct Exec {
    /// Name, id or host
    pub(crate) profile: String,
    /// The program and its arguments
    #[arg(last = true, required = true, num_args = 1.., value_name = "COMMAND")]
    pub(crate) command: Vec<OsString>,
}

/// `status`
#[derive(Debug, clap::Args)]
pub(crate) struct Status {
    /// Name, id or host; all of them without it
    pub(crate) profile: Option<String>,
}

/// `doctor`
#[derive(Debug, clap::Args)]
pub(crate) struct Doctor {
    /// Name, id or host; all of them without it
    pub(crate) profile: Option<String>,
}

/// `scheme`
#[derive(Debug, clap::Args)]
pub(crate) struct Scheme {
    /// What to do
    #[arg(value_enum, default_value = "status")]
    pub(crate) action: SchemeAction,
}

/// What `scheme` does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum SchemeAction {
    /// Let this program open the links, for this user
    Register,
    /// Undo that
    Unregister,
    /// Only tell
    Status,
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "the form clap asks of a value parser"
)]
fn parse_secret(text: &str) -> Result<Secret, std::convert::Infallible> {
    Ok(Secret::from(text))
}

/// Longest time an option takes: access tokens live for minutes.
const MAX_DURATION: Duration = Duration::from_secs(24 * 60 * 60);

/// Reads `90`, `90s`, `5m` or `1h`.
fn parse_duration(text: &str) -> Result<Duration, &'static str> {
    const FORM: &str = "a time such as 90, 90s, 5m or 1h is needed, at most 24h";

    let (digits, factor) = match text.as_bytes().last() {
        Some(b's') => (&text[..text.len() - 1], 1),
        Some(b'm') => (&text[..text.len() - 1], 60),
        Some(b'h') => (&text[..text.len() - 1], 60 * 60),
        _ => (text, 1),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(FORM);
    }

    digits
        .parse::<u64>()
        .ok()
        .and_then(|number| number.checked_mul(factor))
        .map(Duration::from_secs)
        .filter(|duration| *duration <= MAX_DURATION)
        .ok_or(FORM)
}

#[cfg(test)]
mod tests;
