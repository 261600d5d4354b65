//! The ports a sign-in through the browser comes back to, as the profile has them. The server is made up: it lets the
//! browser come back to the ports a test names, and to no others.

use std::net::TcpListener;

use latchkey::{
    profile::{Profile, SsoPorts},
    service::{AddOptions, Error, NoRouteReason, ProfileChanges, Service, SsoError, SsoRoute},
    store::{Paths, Store},
    vault::Vault,
};
use tempfile::TempDir;

use crate::server::{JSON, Server, answer, directus};

/// An instance that allows exactly these ports, and a service that has it stored.
struct PortFixture {
    service: Service,
    profile: Profile,
    server: Server,
    _home: TempDir,
}

impl PortFixture {
    async fn allowing(allowed: Vec<u16>) -> Self {
        let server = Server::new(move |request, out| {
            if !request.target.starts_with("/auth/login/corp") {
                return directus(request, out);
            }
            // `:` and `/` as a query has them.
            let is_listed = allowed
                .iter()
                .any(|port| request.target.contains(&format!("%3A{port}%2Fcallback")));
            if is_listed {
                answer(
                    out,
                    302,
                    &[("location", "https://id.invalid/authorize")],
                    "",
                )
            } else {
                let refusal =
                    r#"{"errors":[{"message":"No.","extensions":{"code":"INVALID_PAYLOAD"}}]}"#;
                answer(out, 400, &[JSON], refusal)
            }
        });
        let home = tempfile::tempdir().unwrap();
        let paths = Paths {
            config: home.path().join("config"),
            state: home.path().join("state"),
            cache: home.path().join("cache"),
            runtime: home.path().join("run"),
        };
        let service = Service::new(Store::new(paths), Vault::in_memory());
        let preview = service
            .probe(&server.url(), AddOptions::default())
            .await
            .unwrap();
        let profile = service.add(preview, None).await.unwrap();

        Self {
            service,
            profile,
            server,
            _home: home,
        }
    }

    async fn set(&self, ports: Option<&[u16]>) -> Profile {
        let change = ProfileChanges {
            sso_ports: Some(ports.map(|ports| SsoPorts::new(ports).unwrap())),
            ..ProfileChanges::default()
        };

        self.service
            .change_profile(&self.profile.id, change)
            .await
            .unwrap()
    }

    /// The port a sign-in takes.
    async fn port(&self) -> Result<u16, Error> {
        let wait = self
            .service
            .begin_sso(&self.profile.id, "corp", None)
            .await?;

        Ok(wait.port())
    }
}

/// Free ones, held until the caller lets go.
fn occupied_ports<const N: usize>() -> ([TcpListener; N], [u16; N]) {
    let held = [(); N].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
    let ports = std::array::from_fn(|at| held[at].local_addr().unwrap().port());

    (held, ports)
}

#[tokio::test]
async fn s_09_r_34_the_profiles_own_ports_are_taken_in_order_and_a_taken_one_costs_only_itself() {
    let ([one, two], ports) = occupied_ports();
    let kept = PortFixture::allowing(ports.to_vec()).await;
    let _ = kept.set(Some(&ports)).await;

    // Other programs hold both: nothing is opened, and both are named.
    assert!(matches!(
        kept.port().await,
        Err(Error::Sso(SsoError::PortsTaken(taken))) if taken == ports
    ));

    drop(two);
    assert_eq!(kept.port().await.unwrap(), ports[1], "the next one");

    drop(one);
    assert_eq!(kept.port().await.unwrap(), ports[0], "the first again");
}

#[tokio::test]
async fn r_35_the_lines_to_add_name_the_profiles_own_ports() {
    let kept = PortFixture::allowing(Vec::new()).await;
    let _ = kept.set(Some(&[47_811, 47_812])).await;

    let line = "AUTH_CORP_REDIRECT_ALLOW_LIST=http://127.0.0.1:47811/callback,http://127.0.0.1:47812/callback";
    assert_eq!(
        kept.service
            .sso_route(&kept.profile.id, "corp")
            .await
            .unwrap(),
        SsoRoute::None(NoRouteReason::RedirectNotAllowed {
            line: line.to_owned()
        })
    );
    // A server is asked about these ports only.
    let asked = kept.server.requests();
    assert!(asked.iter().any(|request| request.target.contains("47811")));
    assert!(!asked.iter().any(|request| request.target.contains("28517")));
}

#[tokio::test]
async fn the_settings_of_a_profile_change_one_by_one() {
    let kept = PortFixture::allowing(Vec::new()).await;
    let with_ports = kept.set(Some(&[47_811])).await;
    assert_eq!(with_ports.name, kept.profile.name);

    let renamed = ProfileChanges {
        name: Some("Harbour".to_owned()),
        ..ProfileChanges::default()
    };
    let renamed = kept
        .service
        .change_profile(&kept.profile.id, renamed)
        .await
        .unwrap();
    assert_eq!(renamed.name, "Harbour");
    assert_eq!(renamed.sso_ports().unwrap().as_slice(), [47_811]);
    assert_eq!(renamed.id, kept.profile.id);
    assert_eq!(renamed.url, kept.profile.url);

    let back = kept.set(None).await;
    assert_eq!(back.sso_ports(), None);
    assert_eq!(back, kept.service.find("Harbour").await.unwrap());
}
