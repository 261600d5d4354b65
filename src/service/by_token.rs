//! Signing in with an access token that a person made in the Data Studio: for accounts whose provider cannot come back
//! to this machine, and for machines. Owns the check and the keeping; what such a token means afterwards is told by
//! [`SignedIn::is_static`].

use super::{Error, Service, SignedIn, StoredIn};
use crate::{
    directus::{self, Code},
    profile::ProfileId,
    secret::Secret,
    session::{Session, static_token},
    vault::SILENT,
};

impl Service {
    /// Keeps a static token, once the server has said whose it is (`GET /users/me`). A session this profile had before
    /// is ended on the server.
    pub async fn sign_in_with_token(
        &self,
        id: &ProfileId,
        typed: &Secret,
    ) -> Result<SignedIn, Error> {
        let token = static_token(typed)?;
        let act = self.act(id);
        let profile = self.profile(id).await?;
        let client = self.client(&profile).await?;
        let service = self.clone();

        self.to_the_end(async move {
            let mut turn = service.turn(act, &profile).await?;
            let account = turn
                .while_it_counts(client.me(&token))
                .await
                .ok_or(Error::Overtaken)?
                .map_err(refused)?;
            let since = turn.since().clone();
            let session = Session::with_static_token(&profile.url, account, token, since);
            let before = service.kept(&profile, SILENT).await.ok().flatten();
            let kept = service.keep(&profile, session).await;
            drop(turn);

            if kept.stored_in == StoredIn::Keyring
                && let Some(refresh) = before.and_then(|before| before.session.refresh)
            {
                let _ = client.logout(&refresh).await;
            }

            let account = kept.session.account.clone();
            service
                .note(&profile.id, move |profile| profile.account = Some(account))
                .await;
            service.arrived(&profile.id, &kept.stored_in);

            Ok(service.told(kept, false))
        })
        .await
    }
}

/// What the server says to a token it does not know.
fn refused(error: directus::Error) -> Error {
    match error {
        directus::Error::Refused(refusal)
            if matches!(
                refusal.code,
                Code::InvalidCredentials | Code::InvalidToken | Code::TokenExpired
            ) =>
        {
            Error::TokenRefused
        }
        error => error.into(),
    }
}
