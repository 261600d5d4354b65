//! A window and instances for the tests of its parts.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::path::PathBuf;

use super::{App, Start};
use crate::{
    address::{HttpPolicy, ServerUrl},
    profile::{Profile, ProfileId, Profiles, Project},
    service::Service,
    store::{LoadedProfiles, Paths, Store},
    vault::Vault,
};

/// A window without disk and keyring.
pub(super) fn window(start: Start) -> App {
    let nowhere = PathBuf::from("/nonexistent");
    let store = Store::new(Paths {
        config: nowhere.clone(),
        state: nowhere.clone(),
        cache: nowhere.clone(),
        runtime: nowhere,
    });

    App::boot(Service::new(store, Vault::in_memory()), start).0
}

pub(super) fn id(digit: char) -> ProfileId {
    ProfileId::parse(&digit.to_string().repeat(16)).unwrap()
}

/// Instances whose projects speak these.
pub(super) fn kept<'a>(languages: impl IntoIterator<Item = (char, &'a str)>) -> LoadedProfiles {
    let mut profiles = Profiles::default();
    for (digit, language) in languages {
        let url = format!("https://{digit}.test");
        let _ = profiles.put(Profile {
            project: Project {
                language: Some(language.to_owned()),
                ..Project::default()
            },
            ..Profile::new(
                id(digit),
                digit.to_string(),
                ServerUrl::parse(&url, HttpPolicy::LoopbackOnly).unwrap(),
            )
        });
    }

    LoadedProfiles {
        profiles,
        notice: None,
    }
}
