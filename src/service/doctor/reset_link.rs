//! Which link the mail for a forgotten password will hold, found out without a mail. Owns the address that stands
//! in for a person's, and the question that shows whether the server's answers mean anything.

use url::Url;

use crate::{
    directus::Client,
    profile::ProfileId,
    service::{
        error::Error,
        mailed_links::{self, MailedLinkKind},
    },
};

/// Stands in for a person's address: nobody has it, and nobody can be mailed at it.
///
/// The top-level domain `invalid` never exists (RFC 2606 §2), and resolvers answer for it that there is no such name
/// (RFC 6761 §6.4). So Directus, which checks the addresses of accounts against the list of real top-level domains,
/// makes no account with it; and if one came into the database by another way, no mail server could deliver to it.
/// Nothing a person types gets here: this check mails nobody, whoever runs it.
const UNDELIVERABLE_EMAIL: &str = "nobody@latchkey.invalid";
/// On no server's list: a server that accepts it does not read its list before it has found the account.
const UNLISTED_RESET_URL: &str = "https://latchkey.invalid/reset-password";

/// What was found out about the mail for a forgotten password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResetLink {
    /// It will hold this link.
    Mailed {
        /// Which link.
        link: MailedLinkKind,
        /// Whether the companion has a page for it on this instance.
        has_page: bool,
    },
    /// This server reads its list only for accounts that exist (Directus before 11.14.1), so its answers say nothing
    /// here.
    Unknown,
}

/// Asks for the links in the order in which a person's own request will (`POST /auth/password/request`). What is not
/// on the server's list is refused before the address is looked at; what is on it is answered as for any address.
pub(super) async fn probe_reset_link(
    client: &Client,
    page: Option<&Url>,
    id: &ProfileId,
) -> Result<ResetLink, Error> {
    if is_accepted(client, Some(UNLISTED_RESET_URL)).await? {
        return Ok(ResetLink::Unknown);
    }

    let has_page = page.is_some();
    for (link, address) in mailed_links::reset_urls(page, id) {
        if is_accepted(client, Some(&address)).await? {
            return Ok(ResetLink::Mailed { link, has_page });
        }
    }

    // All links were refused. If a request without a link is accepted, it was not because of the address.
    Ok(if is_accepted(client, None).await? {
        ResetLink::Mailed {
            link: MailedLinkKind::DataStudio,
            has_page,
        }
    } else {
        ResetLink::Unknown
    })
}

async fn is_accepted(client: &Client, reset_url: Option<&str>) -> Result<bool, Error> {
    match client
        .request_password_reset(UNDELIVERABLE_EMAIL, reset_url)
        .await
    {
        Ok(()) => Ok(true),
        Err(error) if mailed_links::is_reset_url_refused(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
