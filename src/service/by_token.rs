//! Signing in with an access token that a person made in the Data Studio: for accounts whose provider cannot come back
//! to this machine, and for machines. Owns the check and the keeping; what such a token means afterwards is told by
//! [`SessionInfo::is_static`].

use super::{Error, Service, SessionInfo, StoredIn};
use crate::{
    directus::{self, ErrorCode},
    profile::ProfileId,
    secret::Secret,
    session::{Session, parse_static_token},
    vault::Unlock,
};

impl Service {
    /// Keeps a static token, once the server has said whose it is (`GET /users/me`). A session this profile had before
    /// is ended on the server.
    pub async fn sign_in_with_token(
        &self,
        id: &ProfileId,
        typed: &Secret,
    ) -> Result<SessionInfo, Error> {
        let token = parse_static_token(typed)?;
        let act = self.begin_operation(id);
        let profile = self.profile(id).await?;
        let client = self.client(&profile).await?;
        let service = self.clone();

        self.run_to_completion(async move {
            let mut turn = service.acquire_profile(act, &profile).await?;
            let account = turn
                .unless_superseded(client.me(&token))
                .await
                .ok_or(Error::Superseded)?
                .map_err(static_token_error)?;
            let since = turn.locked_at().clone();
            let session = Session::with_static_token(&profile.url, account, token, since);
            let before = service
                .load_session(&profile, Unlock::Never)
                .await
                .ok()
                .flatten();
            let kept = service.store_session(&profile, session).await;
            drop(turn);

            if kept.stored_in == StoredIn::Keyring
                && let Some(refresh) = before.and_then(|before| before.session.refresh)
            {
                let _ = client.logout(&refresh).await;
            }

            let account = kept.session.account.clone();
            service
                .update_details(&profile.id, move |profile| profile.account = Some(account))
                .await;
            service.announce_sign_in(&profile.id, &kept.stored_in);

            Ok(service.session_info(kept, false))
        })
        .await
    }
}

/// What the server says to a token it does not know.
fn static_token_error(error: directus::Error) -> Error {
    match error {
        directus::Error::Refused(refusal)
            if matches!(
                refusal.code,
                ErrorCode::InvalidCredentials | ErrorCode::InvalidToken | ErrorCode::TokenExpired
            ) =>
        {
            Error::StaticTokenRejected
        }
        error => error.into(),
    }
}
