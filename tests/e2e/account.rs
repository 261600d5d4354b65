//! A person's own account on a real server: what the server says of it, a new password, the second factor, and an
//! account made by registering. Through the service that both faces call, in this process.

use super::bench::{Directus, Mail, Version, totp};

use latchkey::directus::{self, ErrorCode};
use latchkey::link::{Link, TokenPurpose};
use latchkey::profile::ProfileId;
use latchkey::secret::Secret;
use latchkey::service::{
    AddOptions, Credentials, Error, MailedLinkKind, RegistrationOutcome, Service, SessionInfo,
    SessionStatus,
};
use latchkey::store::{Paths, Store};
use latchkey::vault::{Unlock, Vault};

use serde_json::json;
use tempfile::TempDir;
use tokio::runtime::Runtime;

const NEW: &str = "A-new-tide-is-coming-2";

/// A service that keeps one instance.
struct AccountFixture {
    service: Service,
    id: ProfileId,
    runtime: Runtime,
    _home: TempDir,
}

impl AccountFixture {
    fn at(directus: &Directus) -> Self {
        let home = tempfile::tempdir().unwrap();
        let service = Service::new(
            Store::new(Paths {
                config: home.path().join("config"),
                state: home.path().join("state"),
                cache: home.path().join("cache"),
                runtime: home.path().join("run"),
            }),
            Vault::in_memory(),
        );
        let runtime = Runtime::new().unwrap();
        let id = runtime.block_on(async {
            let preview = service.probe(directus.url(), AddOptions::default()).await;
            service.add(preview.unwrap(), None).await.unwrap().id
        });

        Self {
            service,
            id,
            runtime,
            _home: home,
        }
    }

    fn block_on<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    fn sign_in(
        &self,
        email: &str,
        password: &str,
        otp: Option<&str>,
    ) -> Result<SessionInfo, Error> {
        let credentials = Credentials {
            email: email.to_owned(),
            password: Secret::from(password),
            otp: otp.map(Secret::from),
        };

        self.block_on(self.service.sign_in(&self.id, credentials))
    }

    fn email_of_session(&self) -> String {
        self.block_on(self.service.stored_account(&self.id))
            .map(|account| account.id)
            .unwrap_or_default()
    }

    fn change_password(&self, password: &str) -> Result<(), Error> {
        self.block_on(self.service.change_password(
            &self.id,
            &self.email_of_session(),
            password.into(),
        ))
    }

    fn is_signed_in(&self) -> bool {
        matches!(
            self.block_on(self.service.session_status(&self.id, Unlock::Never)),
            Ok(SessionStatus::SignedIn(_))
        )
    }
}

#[track_caller]
fn refused<T: std::fmt::Debug>(result: Result<T, Error>, code: &ErrorCode) {
    match result {
        Err(Error::Directus(directus::Error::Refused(refusal))) => assert_eq!(&refusal.code, code),
        other => panic!("{other:?}"),
    }
}

/// Lets the plain user change accounts, their own among them: all that an unlicensed 12 can grant.
fn let_people_change(directus: &Directus) {
    let path = format!(
        "/roles/{}?fields=policies.policy",
        directus.id("person_role")
    );
    let role = directus.api("GET", &path, None).data();
    let permission = json!({
        "policy": role["policies"][0]["policy"],
        "collection": "directus_users",
        "action": "update",
        "fields": ["*"],
    });
    let _ = directus
        .api("POST", "/permissions", Some(&permission))
        .data();
}

fn what_is_told_of_an_account(version: Version) {
    let directus = Directus::start(version, None, &[]);
    let setup = AccountFixture::at(&directus);
    let (email, password) = directus.person();
    let session = setup.sign_in(email, password, None).unwrap();
    let details = setup.block_on(setup.service.account_details(&setup.id, &session.account));

    assert_eq!(details.role.as_deref(), Some("Crew"));
    assert_eq!(details.provider.as_deref(), Some("default"));
    assert_eq!(details.has_two_factor, Some(false));
    assert_eq!(details.avatar, None);
    let permissions = details.permissions.unwrap();
    assert!(
        !permissions.password && !permissions.two_factor,
        "{permissions:?}"
    );
    let seen = details.sign_ins.unwrap();
    assert_eq!(seen.len(), 1, "{seen:?}");
    assert!(seen[0].ip.as_deref().unwrap().ends_with("127.0.0.1"));
    assert!(
        seen[0]
            .user_agent
            .as_deref()
            .unwrap()
            .starts_with("Latchkey/")
    );

    // An administrator may read everybody's sign-ins; the last five of their own are shown.
    let (email, password) = directus.admin();
    directus.update_user(
        directus.id("admin_user"),
        &json!({ "avatar": directus.id("logo") }),
    );
    for _ in 0..6 {
        let _ = directus.access_token(email, password);
    }
    let session = setup.sign_in(email, password, None).unwrap();
    let (other, others) = directus.person();
    let _ = directus.access_token(other, others);
    let details = setup.block_on(setup.service.account_details(&setup.id, &session.account));
    let permissions = details.permissions.unwrap();
    assert!(
        permissions.password && permissions.two_factor,
        "{permissions:?}"
    );
    let seen = details.sign_ins.unwrap();
    assert_eq!(seen.len(), 5, "{seen:?}");
    assert!(
        seen[0]
            .user_agent
            .as_deref()
            .unwrap()
            .starts_with("Latchkey/")
    );
    assert!(seen.windows(2).all(|pair| pair[0].at >= pair[1].at));
    let picture = setup.block_on(setup.service.avatar(&setup.id, &details.avatar.unwrap()));
    assert!(!picture.unwrap().is_empty());
}

#[test]
fn what_is_told_of_an_account_on_11() {
    what_is_told_of_an_account(Version::V11);
}

#[test]
fn what_is_told_of_an_account_on_12() {
    what_is_told_of_an_account(Version::V12);
}

fn a_password_is_changed(version: Version) {
    let directus = Directus::start(version, None, &[]);
    let setup = AccountFixture::at(&directus);
    let (email, old) = directus.person();
    let _ = setup.sign_in(email, old, None).unwrap();

    // Without the permission the change is refused, and the session stays.
    refused(setup.change_password(NEW), &ErrorCode::Forbidden);
    assert!(setup.is_signed_in());

    let_people_change(&directus);
    let rule = json!({ "auth_password_policy": "/^.{12,}$/" });
    let _ = directus.api("PATCH", "/settings", Some(&rule)).data();
    refused(setup.change_password("short"), &ErrorCode::FailedValidation);
    assert!(setup.is_signed_in());

    // Every session of the account ends, so nothing of this one is kept. The page named another account (S-51): nothing
    // is sent, and the old password stays valid.
    let other = setup
        .service
        .change_password(&setup.id, "another", NEW.into());
    assert!(matches!(setup.block_on(other), Err(Error::Superseded)));
    assert!(setup.is_signed_in());
    setup.change_password(NEW).unwrap();
    assert!(matches!(
        setup.block_on(setup.service.session_status(&setup.id, Unlock::Never)),
        Ok(SessionStatus::SignedOut)
    ));
    let user = directus.id("person_user").to_owned();
    assert_eq!(directus.count("directus_sessions", "user", &user), 0);
    refused(
        setup.sign_in(email, old, None),
        &ErrorCode::InvalidCredentials,
    );
    let _ = setup.sign_in(email, NEW, None).unwrap();
}

#[test]
fn a_password_is_changed_on_11() {
    a_password_is_changed(Version::V11);
}

#[test]
fn a_password_is_changed_on_12() {
    a_password_is_changed(Version::V12);
}

fn a_second_factor_is_set_up_asked_for_and_taken_away(version: Version) {
    let directus = Directus::start(version, None, &[]);
    let setup = AccountFixture::at(&directus);
    let (email, password) = directus.person();
    let_people_change(&directus);
    let session = setup.sign_in(email, password, None).unwrap();
    let begin = |password: &str| {
        let password = Some(Secret::from(password));
        setup.block_on(
            setup
                .service
                .begin_two_factor(&setup.id, &session.account.id, password),
        )
    };

    refused(begin("not the password"), &ErrorCode::InvalidCredentials);
    let made = begin(password).unwrap();
    let secret = made.secret.expose();
    assert!(made.url.expose().contains(&format!("secret={secret}")));
    let enable = |code: &str| {
        let code = Secret::from(code);
        let work =
            setup
                .service
                .enable_two_factor(&setup.id, &session.account.id, &made.secret, &code);
        setup.block_on(work)
    };
    refused(enable("000000"), &ErrorCode::InvalidPayload);
    enable(&totp(secret)).unwrap();
    let details = setup.block_on(setup.service.account_details(&setup.id, &session.account));
    assert_eq!(details.has_two_factor, Some(true));
    assert!(setup.is_signed_in());

    // From now on the password alone is not enough.
    refused(setup.sign_in(email, password, None), &ErrorCode::InvalidOtp);
    let _ = setup.sign_in(email, password, Some(&totp(secret))).unwrap();

    let disable = |code: &str| {
        let code = Secret::from(code);
        setup.block_on(
            setup
                .service
                .disable_two_factor(&setup.id, &session.account.id, &code),
        )
    };
    refused(disable("000000"), &ErrorCode::InvalidPayload);
    disable(&totp(secret)).unwrap();
    let _ = setup.sign_in(email, password, None).unwrap();
}

#[test]
fn a_second_factor_is_set_up_asked_for_and_taken_away_on_11() {
    a_second_factor_is_set_up_asked_for_and_taken_away(Version::V11);
}

#[test]
fn a_second_factor_is_set_up_asked_for_and_taken_away_on_12() {
    a_second_factor_is_set_up_asked_for_and_taken_away(Version::V12);
}

/// Lets anybody register, for the role of the plain user.
fn let_anybody_register(directus: &Directus, verifies: bool) {
    let settings = json!({
        "public_registration": true,
        "public_registration_verify_email": verifies,
        "public_registration_role": directus.id("person_role"),
    });
    let _ = directus.api("PATCH", "/settings", Some(&settings)).data();
}

/// Registers, confirms by the link of the mail, signs in.
fn a_new_account_is_confirmed_by_its_mail(
    version: Version,
    settings: &[(&str, &str)],
    expected: MailedLinkKind,
) {
    let mail = Mail::start();
    let directus = Directus::start(version, Some(&mail), settings);
    let setup = AccountFixture::at(&directus);
    let email = "bea@example.com";
    let register = || setup.block_on(setup.service.register(&setup.id, email, Secret::from(NEW)));

    refused(register(), &ErrorCode::Forbidden);
    let_anybody_register(&directus, true);
    assert_eq!(
        register().unwrap(),
        RegistrationOutcome::Unconfirmed(expected)
    );
    let mailed = mail.wait_for(email);
    refused(
        setup.sign_in(email, NEW, None),
        &ErrorCode::InvalidCredentials,
    );

    let link = Link::parse_pasted(mailed.link(), TokenPurpose::VerifyEmail).unwrap();
    let invitation = setup
        .block_on(setup.service.find_profile_for_link(&link, None))
        .unwrap();
    assert_eq!(invitation.purpose, TokenPurpose::VerifyEmail);
    assert_eq!(invitation.hint.email.as_deref(), Some(email));
    setup
        .block_on(setup.service.verify_email(&invitation))
        .unwrap();
    let session = setup.sign_in(email, NEW, None).unwrap();
    assert_eq!(session.account.email.as_deref(), Some(email));
    assert_eq!(mail.count(), 1, "one mail, whatever was asked first");
}

#[test]
fn a_new_account_is_confirmed_by_its_mail_on_11() {
    a_new_account_is_confirmed_by_its_mail(Version::V11, &[], MailedLinkKind::CustomScheme);
}

#[test]
fn a_new_account_is_confirmed_by_its_mail_on_12() {
    // A stock server: no list, so the link is the server's own.
    let settings = [("USER_REGISTER_URL_ALLOW_LIST", "")];
    a_new_account_is_confirmed_by_its_mail(Version::V12, &settings, MailedLinkKind::DataStudio);
}

#[test]
fn without_a_mail_a_new_account_is_ready_at_once() {
    let directus = Directus::start(Version::V11, None, &[]);
    let setup = AccountFixture::at(&directus);
    let_anybody_register(&directus, false);
    let register =
        |email: &str| setup.block_on(setup.service.register(&setup.id, email, Secret::from(NEW)));

    assert_eq!(
        register("bea@example.com").unwrap(),
        RegistrationOutcome::Ready
    );
    let _ = setup.sign_in("bea@example.com", NEW, None).unwrap();
    // The same is said of an address that has an account; its password is not touched.
    let (email, password) = directus.person();
    assert_eq!(register(email).unwrap(), RegistrationOutcome::Ready);
    refused(
        setup.sign_in(email, NEW, None),
        &ErrorCode::InvalidCredentials,
    );
    let _ = setup.sign_in(email, password, None).unwrap();
    refused(register("not an address"), &ErrorCode::InvalidPayload);
}
