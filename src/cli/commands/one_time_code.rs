//! One-time codes on the command line: reads the one that was given, asks for one, and repeats a sign-in that needs
//! one. Owns how often a person may try.

use super::MAX_ATTEMPTS;
use crate::{
    cli::{failure::Failure, terminal},
    secret::Secret,
    service::SessionInfo,
};

/// The code as it was typed. `-` stands for the next line of standard input where the password came from there, else
/// for a question.
pub(super) async fn read_code(
    otp: Option<Secret>,
    password_came_first: bool,
) -> Result<Option<Secret>, Failure> {
    match otp {
        Some(dash) if dash.expose() == "-" => {
            if !password_came_first && terminal::can_ask() {
                ask_code(false).await.map(Some)
            } else {
                terminal::read_line().await.map(Some)
            }
        }
        otp => Ok(otp),
    }
}

/// Signs in, and again with a code that the person types when the server wants one. The program repeats nothing by
/// itself (S-48: no password or code is sent again without the person).
pub(super) async fn retry_with_codes(
    otp: Option<Secret>,
    mut attempt: impl AsyncFnMut(Option<Secret>) -> Result<SessionInfo, Failure>,
) -> Result<SessionInfo, Failure> {
    let mut otp = otp;
    let mut retries = 0;

    loop {
        match attempt(otp.clone()).await {
            Err(Failure::Service(error))
                if error.needs_one_time_code() && terminal::can_ask() && retries < MAX_ATTEMPTS =>
            {
                retries += 1;
                otp = Some(ask_code(otp.is_some()).await?);
            }
            ended => return ended,
        }
    }
}

/// Asks for a one-time code; `again` when one was given and refused.
async fn ask_code(again: bool) -> Result<Secret, Failure> {
    if again {
        terminal::print_notice(
            "That code was not accepted. Codes depend on the clock: is it right?",
        );
    }

    terminal::ask_hidden("One-time code").await
}
