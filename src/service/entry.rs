//! The methods of [`Service`], grouped by what a person does: each is one call of an owner. Owns what a caller may rely
//! on; how it is done is said where it is done.

mod account;

use std::{path::PathBuf, sync::Arc, time::Duration};

use url::Url;

use super::{
    AddOptions, Credentials, Error, InstanceCheck, IssuedToken, MachineCheck, Preview,
    ProfileChanges, Service, SessionInfo, SessionStatus, SignOutOutcome, SsoRoute, SsoWait,
    StoredIn, background::BackgroundWork, credential::Credential, doctor::CHECK_TIMEOUT, system,
};
use crate::{
    directus::Providers,
    import::ImportCandidate,
    platform::{self, SchemeStatus},
    preferences::{Preferences, WindowState},
    profile::{Profile, ProfileId},
    secret::Secret,
    session::parse_static_token,
    store::{LoadedProfiles, Paths, PictureKind},
    vault::Unlock,
};

/// Instances: finding, adding, changing, removing.
impl Service {
    /// Reads the profiles.
    pub async fn profiles(&self) -> Result<LoadedProfiles, Error> {
        self.owners.disk.profiles().await
    }

    /// Finds what a person typed for PROFILE: an id, a name, or a host that only one profile has.
    pub async fn find(&self, text: &str) -> Result<Profile, Error> {
        self.owners.disk.find(text).await
    }

    /// Cleans an address and asks what is there. Nothing is stored.
    pub async fn probe(&self, address: &str, options: AddOptions) -> Result<Preview, Error> {
        self.owners.instances.probe(address, options).await
    }

    /// Adds an instance that was probed, under `name` or else the project's own.
    pub async fn add(&self, preview: Preview, name: Option<String>) -> Result<Profile, Error> {
        self.owners.instances.add(preview, name).await
    }

    /// The addresses that another tool's settings file names. Only the file is read; nothing is contacted (S-53).
    pub async fn import_candidates(&self, path: PathBuf) -> Result<Vec<ImportCandidate>, Error> {
        self.owners.instances.import_candidates(path).await
    }

    /// Asks an instance again what it shows to everybody, and updates the profile if that changed.
    pub async fn refresh_project(&self, id: &ProfileId) -> Result<(Profile, Providers), Error> {
        self.owners.instances.refresh_project(id).await
    }

    /// Changes the settings of an instance and returns the profile as it is stored now. When a new certificate file
    /// cannot be used, nothing is changed.
    pub async fn change_profile(
        &self,
        id: &ProfileId,
        changes: ProfileChanges,
    ) -> Result<Profile, Error> {
        self.owners.profile_settings.change(id, changes).await
    }

    /// Moves an instance to where `other` is in the person's order.
    pub async fn move_to_place_of(&self, id: &ProfileId, other: &ProfileId) -> Result<(), Error> {
        self.owners
            .profile_settings
            .move_to_place_of(id, other)
            .await
    }

    /// Signs out as far as possible, then removes the profile. Once begun, it is done to its end, also when the caller
    /// stops waiting.
    pub async fn remove(&self, id: &ProfileId) -> Result<SignOutOutcome, Error> {
        self.owners.instances.remove(id).await
    }

    /// The logo of an instance that is not added yet, as raw, untrusted image bytes.
    pub async fn preview_logo(&self, preview: &Preview) -> Option<Vec<u8>> {
        self.owners.instances.preview_logo(preview).await
    }

    /// The instance's logo, as raw, untrusted image bytes.
    pub async fn logo(&self, id: &ProfileId) -> Option<Vec<u8>> {
        self.owners.pictures.picture(id, PictureKind::Logo).await
    }

    /// The background of the instance's sign-in page, as raw, untrusted image bytes.
    pub async fn background(&self, id: &ProfileId) -> Option<Vec<u8>> {
        self.owners
            .pictures
            .picture(id, PictureKind::Background)
            .await
    }

    /// Checks an instance: what it allows and what stands in the way, in a stable order. Takes at most twice
    /// [`CHECK_TIMEOUT`].
    pub async fn check_instance(&self, profile: &Profile) -> Vec<InstanceCheck> {
        self.check_instance_within(profile, CHECK_TIMEOUT).await
    }

    /// The same with another time in the place of [`CHECK_TIMEOUT`], for tests that cannot wait that long.
    pub async fn check_instance_within(
        &self,
        profile: &Profile,
        timeout: Duration,
    ) -> Vec<InstanceCheck> {
        self.owners
            .doctor
            .check_instance_within(profile, timeout)
            .await
    }

    /// Checks this machine.
    pub async fn check_machine(&self) -> Vec<MachineCheck> {
        self.owners.doctor.check_machine().await
    }
}

/// Sessions: beginning, using, ending.
impl Service {
    /// Signs in with e-mail and password and stores the session. The session this profile had before is ended on the
    /// server. [`Error::Superseded`] if the person began something else with this profile meanwhile; so it is for every
    /// way to sign in.
    pub async fn sign_in(
        &self,
        id: &ProfileId,
        credentials: Credentials,
    ) -> Result<SessionInfo, Error> {
        let credential = Credential::Password(credentials);

        self.owners.sign_in.with(id, credential).await
    }

    /// Signs in at a named password provider such as LDAP.
    pub async fn sign_in_with_provider(
        &self,
        id: &ProfileId,
        provider: &str,
        identifier: &str,
        password: Secret,
        otp: Option<Secret>,
    ) -> Result<SessionInfo, Error> {
        let credential = Credential::ProviderPassword {
            provider: provider.to_owned(),
            identifier: identifier.to_owned(),
            password,
            otp,
        };

        self.owners.sign_in.with(id, credential).await
    }

    /// Stores a static token that a person made in the Data Studio, once the server has said whose it is: for accounts
    /// whose provider cannot come back to this machine, and for machines. What such a token means afterwards is told by
    /// [`SessionInfo::is_static`].
    pub async fn sign_in_with_token(
        &self,
        id: &ProfileId,
        typed: &Secret,
    ) -> Result<SessionInfo, Error> {
        let credential = Credential::StaticToken(parse_static_token(typed)?);

        self.owners.sign_in.with(id, credential).await
    }

    /// Finds out which route a sign-in with `provider` can take on this instance, without a browser.
    pub async fn sso_route(&self, id: &ProfileId, provider: &str) -> Result<SsoRoute, Error> {
        self.owners.sso.route(id, provider).await
    }

    /// Begins a sign-in in the browser. `otp` is the code of Directus's own second factor after `INVALID_OTP`. The
    /// caller opens the address with [`Service::open_browser`].
    pub async fn begin_sso(
        &self,
        id: &ProfileId,
        provider: &str,
        otp: Option<Secret>,
    ) -> Result<Arc<SsoWait>, Error> {
        self.owners.sso.begin(id, provider, otp).await
    }

    /// Waits for the browser to come back and stores the session. Dropping the future cancels the wait, but only until
    /// the browser is back.
    pub async fn finish_sso(&self, wait: &SsoWait) -> Result<SessionInfo, Error> {
        self.owners.sso.finish(wait).await
    }

    /// Waits for the next sign-in of `id` in this process after this call, whichever way it comes. Returns where its
    /// session is stored. Never ends by itself: drop it.
    pub fn next_sign_in(&self, id: &ProfileId) -> impl Future<Output = StoredIn> + Send + 'static {
        self.owners.sign_in_events.next(id)
    }

    /// Whether there is a session, by what the keyring says without a prompt; nobody else is asked. `None` when the
    /// keyring cannot say.
    pub async fn has_session(&self, id: &ProfileId) -> Option<bool> {
        self.owners.sessions.has_session(id).await
    }

    /// What is known of the session, asking the server where that is possible.
    pub async fn session_status(
        &self,
        id: &ProfileId,
        unlock: Unlock,
    ) -> Result<SessionStatus, Error> {
        self.owners.status.check(id, unlock).await
    }

    /// A bearer token valid for at least `at_least`, renewed when necessary.
    pub async fn access_token(
        &self,
        id: &ProfileId,
        at_least: Duration,
        unlock: Unlock,
    ) -> Result<IssuedToken, Error> {
        self.owners.renewal.access_token(id, at_least, unlock).await
    }

    /// The same for this account only (its id): [`Error::Superseded`] when somebody else is signed in by now (S-51).
    pub async fn access_token_of(
        &self,
        id: &ProfileId,
        account: &str,
        at_least: Duration,
        unlock: Unlock,
    ) -> Result<IssuedToken, Error> {
        self.owners
            .own_accounts
            .access_token_of(id, account, at_least, unlock)
            .await
    }

    /// The person asked to try the keyring again, perhaps after declining to unlock it.
    pub fn retry_keyring(&self) {
        self.owners.sessions.allow_prompts();
    }

    /// Ends the session on the server, then here in any case (S-50).
    pub async fn sign_out(&self, id: &ProfileId) -> Result<SignOutOutcome, Error> {
        self.owners.sign_out.run(id).await
    }

    /// Ends a session that could not be stored in the keyring, and no other. Whether the server ended it.
    pub async fn discard_in_memory_session(&self, id: &ProfileId) -> bool {
        self.owners.sign_out.discard_in_memory_session(id).await
    }
}

/// The window and the system.
impl Service {
    /// What the window opens with. Reads two small files and blocks as long: call it before there is a window.
    pub fn load_preferences_blocking(&self) -> (Preferences, WindowState) {
        self.owners.preferences.load_blocking()
    }

    /// Stores a choice and returns all of them as they are stored now. An error means that it is not stored; the window
    /// can still follow it until it closes.
    pub async fn edit_preferences(
        &self,
        change: impl FnOnce(&mut Preferences) + Send + 'static,
    ) -> Result<Preferences, Error> {
        self.owners.preferences.edit(change).await
    }

    /// Remembers something about the window. Best effort.
    pub async fn edit_window_state(&self, change: impl FnOnce(&mut WindowState) + Send + 'static) {
        self.owners.preferences.edit_window_state(change).await;
    }

    /// Where Latchkey's files are.
    pub fn paths(&self) -> &Paths {
        self.owners.disk.store().paths()
    }

    /// From now on, what must not be cut in half goes on even if the window closes. Called once, by the window.
    pub fn start_background_runtime(&self) {
        BackgroundWork::start_runtime();
    }

    /// Waits until that work is done, at most `limit`. Blocks: called after the window has closed.
    pub fn wait_for_background_work(&self, limit: Duration) {
        self.owners.background.wait(limit);
    }

    /// Removes an instance after the window has closed; [`Service::wait_for_background_work`] waits for it.
    pub fn remove_after_window_closed(&self, id: ProfileId) {
        self.owners.instances.remove_after_window_closed(id);
    }

    /// Opens a web address in the person's own browser: http and https only (S-36).
    pub async fn open_browser(&self, address: Url) -> Result<(), platform::Error> {
        system::open_browser(address).await
    }

    /// Who opens `app.latchkey:` links for this person.
    pub async fn scheme_status(&self) -> SchemeStatus {
        system::scheme_status().await
    }

    /// Makes this program the one that opens them, for this user. Returns the files that were written.
    pub async fn register_scheme(&self) -> Result<Vec<PathBuf>, platform::Error> {
        system::register_scheme().await
    }

    /// Undoes [`Self::register_scheme`]; leaves another program's registration alone.
    pub async fn unregister_scheme(&self) -> Result<(), platform::Error> {
        system::unregister_scheme().await
    }
}
