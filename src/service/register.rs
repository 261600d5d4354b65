//! Making an account where a project lets anybody do so. Owns which link the mail will hold; confirming the address is
//! `mailed_links`', signing in `sign_in`'s.

use super::{
    background::BackgroundWork, clients::Clients, disk::Disk, error::Error,
    mailed_links::MailedLinkKind,
};
use crate::{
    directus::{self, ErrorCode},
    identity::VERIFY_URL,
    profile::ProfileId,
    secret::Secret,
};

/// What is left to do after registering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegistrationOutcome {
    /// The address must be confirmed by the link of a mail.
    Unconfirmed(MailedLinkKind),
    /// Nothing: the account can be used. The server says so also for an address that had one before.
    Ready,
}

#[derive(Debug, Clone)]
pub(super) struct Registration {
    pub(super) disk: Disk,
    pub(super) clients: Clients,
    pub(super) background: BackgroundWork,
}

impl Registration {
    /// Registers (`POST /users/register`). Where the server mails a link, it is asked to mail ours. One that is not on
    /// its list is refused before it looks at the address or the password, and only then the same is sent once more
    /// without a link. The server says the same for an address that is registered already.
    pub(super) async fn register(
        &self,
        id: &ProfileId,
        email: &str,
        password: Secret,
    ) -> Result<RegistrationOutcome, Error> {
        let profile = self.disk.profile(id).await?;
        let client = self.clients.for_profile(&profile).await?;
        let verifies = client.server_info().await?.verifies_registration;
        let (disk, email) = (self.disk.clone(), email.trim().to_owned());

        // If the person did not learn that an account was made, they would register once more and be refused.
        self.background
            .run_to_completion(async move {
                let outcome = if verifies {
                    let ours = format!("{VERIFY_URL}?profile={}", profile.id.as_str());

                    match client.register(&email, &password, Some(&ours)).await {
                        Ok(()) => RegistrationOutcome::Unconfirmed(MailedLinkKind::CustomScheme),
                        Err(error) if is_link_refused(&error) => {
                            client.register(&email, &password, None).await?;
                            RegistrationOutcome::Unconfirmed(MailedLinkKind::DataStudio)
                        }
                        Err(error) => return Err(error.into()),
                    }
                } else {
                    client.register(&email, &password, None).await?;
                    RegistrationOutcome::Ready
                };

                disk.update_details(&profile.id, move |profile| {
                    profile.last_email = Some(email);
                })
                .await;

                Ok(outcome)
            })
            .await
    }
}

/// Whether the server refused our link, which its message names. For any other refusal, the password must not be sent a
/// second time.
fn is_link_refused(error: &directus::Error) -> bool {
    matches!(
        error,
        directus::Error::Refused(refusal)
            if refusal.code == ErrorCode::InvalidPayload && refusal.message.contains(VERIFY_URL)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_48_a_password_is_sent_once_more_for_our_link_alone() {
        let link = format!("Invalid payload. URL \"{VERIFY_URL}?profile=a\" can't be used.");
        let refused = |code, message: &str| {
            directus::Error::Refused(directus::Refusal {
                status: 400,
                code,
                message: message.to_owned(),
                subject: None,
                retry_after: None,
            })
        };

        assert!(is_link_refused(&refused(ErrorCode::InvalidPayload, &link)));
        for other in [
            refused(ErrorCode::InvalidPayload, "\"email\" must be a valid email"),
            refused(ErrorCode::InvalidPayload, ""),
            refused(ErrorCode::FailedValidation, &link),
            refused(ErrorCode::Internal, &link),
            directus::Error::Interrupted {
                host: "cms.test".to_owned(),
            },
        ] {
            assert!(!is_link_refused(&other), "{other:?}");
        }
    }
}
