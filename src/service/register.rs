//! Making an account where a project lets anybody do so. Owns which link the mail will hold; confirming the address is
//! `reset`'s, signing in `sign_in`'s.

use super::{Error, MailedLink, Service};
use crate::{
    directus::{self, Code},
    identity::VERIFY_URL,
    profile::ProfileId,
    secret::Secret,
};

/// What is left to do after registering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Registered {
    /// The address must be confirmed by the link of a mail.
    Unconfirmed(MailedLink),
    /// Nothing: the account can be used. The server says so also for an address that had one before.
    Ready,
}

impl Service {
    /// Registers (`POST /users/register`). Where the server mails a link it is asked to make it ours; one that is not
    /// on its list is refused before it looks at the address or the password, and only then is the same sent once
    /// more, without. The server says the same for an address it knows already.
    pub async fn register(
        &self,
        id: &ProfileId,
        email: &str,
        password: Secret,
    ) -> Result<Registered, Error> {
        let profile = self.profile(id).await?;
        let client = self.client(&profile).await?;
        let verifies = client.server_info().await?.verifies_registration;
        let (service, email) = (self.clone(), email.trim().to_owned());

        // An account that was made and not told would be made again, and refused.
        self.to_the_end(Box::pin(async move {
            let registered = if verifies {
                let ours = format!("{VERIFY_URL}?profile={}", profile.id.as_str());

                match client.register(&email, &password, Some(&ours)).await {
                    Ok(()) => Registered::Unconfirmed(MailedLink::Scheme),
                    Err(error) if is_about_the_link(&error) => {
                        client.register(&email, &password, None).await?;
                        Registered::Unconfirmed(MailedLink::Studio)
                    }
                    Err(error) => return Err(error.into()),
                }
            } else {
                client.register(&email, &password, None).await?;
                Registered::Ready
            };

            service
                .note(&profile.id, move |profile| {
                    profile.last_email = Some(email);
                })
                .await;

            Ok(registered)
        }))
        .await
    }
}

/// Whether the server refused our link, which it names, and not what else was sent: a password must not be sent a
/// second time because of anything else.
fn is_about_the_link(error: &directus::Error) -> bool {
    matches!(
        error,
        directus::Error::Refused(refusal)
            if refusal.code == Code::InvalidPayload && refusal.message.contains(VERIFY_URL)
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
                about: None,
                retry_after: None,
            })
        };

        assert!(is_about_the_link(&refused(Code::InvalidPayload, &link)));
        for other in [
            refused(Code::InvalidPayload, "\"email\" must be a valid email"),
            refused(Code::InvalidPayload, ""),
            refused(Code::FailedValidation, &link),
            refused(Code::Internal, &link),
            directus::Error::Interrupted {
                host: "cms.test".to_owned(),
            },
        ] {
            assert!(!is_about_the_link(&other), "{other:?}");
        }
    }
}
