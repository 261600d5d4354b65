//! Made-up instances, accounts, links and errors.

use std::{sync::LazyLock, time::Duration};

use latchkey::{
    address::{HttpPolicy, ServerUrl},
    directus::{self, ErrorCode, Generation, Provider, Providers, Refusal, Unreachable},
    link::{Link, TokenLink, TokenPurpose},
    profile::{Profile, ProfileId, Project},
    screen::Pictures,
    secret::Secret,
    service::{AddOptions, Error, Preview, ResolvedLink, SessionInfo, StoredIn},
    session::{Account, TokenHint},
    vault,
};

/// For views that show no logo.
pub(crate) fn no_logos() -> &'static Pictures {
    static NONE: LazyLock<Pictures> = LazyLock::new(Pictures::new);

    &NONE
}

pub(crate) fn id(digit: char) -> ProfileId {
    ProfileId::parse(&digit.to_string().repeat(16)).unwrap()
}

pub(crate) fn project(name: &str, color: &str) -> Project {
    Project {
        name: Some(name.to_owned()),
        color: Some(color.to_owned()),
        ..Project::default()
    }
}

pub(crate) fn profile(digit: char, name: &str, url: &str, color: &str) -> Profile {
    Profile {
        project: project(name, color),
        ..Profile::new(
            id(digit),
            name.to_owned(),
            ServerUrl::parse(url, HttpPolicy::Allowed).unwrap(),
        )
    }
}

pub(crate) fn harbour() -> Profile {
    profile(
        'a',
        "Harbour Museum",
        "https://cms.harbour.example.com",
        "#0E7490",
    )
}

/// The harbour with everything its project may show of itself.
pub(crate) fn branded() -> Profile {
    let mut profile = harbour();
    profile.project.descriptor = Some("Collections and exhibitions".to_owned());
    profile.project.background = Some("7c9e6679-7425-40de-944b-e07fc1f90ae7".to_owned());
    profile.project.note = Some(
        "For **staff and volunteers** of the museum.\n\n- Guides sign in with *Corp ID*\n- Everybody else with their \
         e-mail\n\nNo account yet? Write to [the registrar](https://harbour.example.com/registrar)."
            .to_owned(),
    );

    profile
}

/// Water in the evening, as a background.
pub(crate) fn water() -> iced::widget::image::Handle {
    let (width, height) = (96_u16, 64_u16);
    let pixels = (0..height).flat_map(|y| {
        (0..width).flat_map(move |x| {
            let wave = (f32::from(x) / 9.0 + f32::from(y) / 5.0).sin() * 14.0;
            let depth = f32::from(y) / f32::from(height);
            [
                200.0 - 170.0 * depth + wave,
                150.0 - 50.0 * depth + wave,
                120.0 + 40.0 * depth,
                255.0,
            ]
            .map(|part| {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a part of a colour"
                )]
                let part = part.clamp(0.0, 255.0) as u8;
                part
            })
        })
    });

    iced::widget::image::Handle::from_rgba(width.into(), height.into(), pixels.collect::<Vec<_>>())
}

pub(crate) fn orchard() -> Profile {
    profile('b', "Orchard", "https://orchard.example.org/cms", "#FFC23B")
}

pub(crate) fn local() -> Profile {
    profile('c', "localhost:8055", "http://localhost:8055", "#6644FF")
}

pub(crate) fn plain() -> Profile {
    profile('d', "Intranet", "http://intranet.example.net", "#444444")
}

pub(crate) fn account() -> Account {
    Account {
        id: "8f1c".to_owned(),
        email: Some("ada@harbour.example.com".to_owned()),
        first_name: Some("Ada".to_owned()),
        last_name: Some("Byron".to_owned()),
        role: None,
    }
}

pub(crate) fn signed_in() -> SessionInfo {
    SessionInfo {
        account: account(),
        provider: "default".to_owned(),
        expires_at: None,
        stored_in: StoredIn::Keyring,
        is_static: false,
        enforce_tfa: false,
    }
}

pub(crate) fn in_memory() -> SessionInfo {
    SessionInfo {
        stored_in: StoredIn::Memory(vault::Error::Unavailable("no bus".to_owned())),
        enforce_tfa: true,
        ..signed_in()
    }
}

pub(crate) fn unreachable() -> directus::Error {
    directus::Error::Unreachable {
        host: "cms.harbour.example.com".to_owned(),
        kind: Unreachable::Refused,
    }
}

pub(crate) fn refusal(code: ErrorCode, status: u16, retry_after: Option<u64>) -> Error {
    Error::Directus(directus::Error::Refused(Refusal {
        status,
        code,
        message: String::new(),
        subject: None,
        retry_after: retry_after.map(Duration::from_secs),
    }))
}

pub(crate) fn provider(name: &str, label: &str, driver: &str, icon: Option<&str>) -> Provider {
    Provider {
        name: name.to_owned(),
        label: label.to_owned(),
        driver: driver.to_owned(),
        icon: icon.map(str::to_owned),
    }
}

pub(crate) fn corp() -> Provider {
    provider("corp", "Corp ID", "openid", None)
}

pub(crate) fn providers(default_disabled: bool) -> Providers {
    Providers {
        list: vec![corp()],
        default_disabled,
    }
}

/// One provider of every kind.
pub(crate) fn many_providers(default_disabled: bool) -> Providers {
    Providers {
        list: vec![
            provider("ms", "Microsoft", "openid", Some("microsoft")),
            provider("directory", "Directory", "ldap", None),
            provider("google", "Google", "openid", Some("google")),
            provider("staff", "Staff", "local", None),
            provider(
                "uni",
                "The Federated Identity Service of the Harbour University",
                "saml",
                Some("school"),
            ),
        ],
        default_disabled,
    }
}

pub(crate) fn preview(url: &str) -> Preview {
    Preview {
        url: ServerUrl::parse(url, HttpPolicy::Allowed).unwrap(),
        project: Project {
            descriptor: Some("Collections and exhibitions".to_owned()),
            ..project("Harbour Museum", "#0E7490")
        },
        generation: Generation::V12,
        providers: Providers::default(),
        options: AddOptions::default(),
    }
}

pub(crate) fn link() -> Link {
    Link::ResetPassword(TokenLink {
        token: Secret::from("header.payload.signature"),
        profile: None,
        page: None,
    })
}

pub(crate) fn invitation(purpose: TokenPurpose) -> ResolvedLink {
    ResolvedLink {
        profile: harbour(),
        purpose,
        token: Secret::from("header.payload.signature"),
        hint: TokenHint {
            email: Some("ada@harbour.example.com".to_owned()),
            expires_at: None,
            scope: None,
        },
    }
}
