//! The settings of one instance.

use latchkey::{
    address::ProxySetting,
    screen::{
        Pictures, ProfileSettings,
        profile_settings::{
            Action, CA_FILE_FIELD, Message, NAME_FIELD, Outcome, PORTS_FIELD, PROXY_FIELD, Request,
            Route,
        },
    },
    service::{Error, ProfileChanges},
};

use crate::{made_up::*, support::*};

fn shows(screen: &ProfileSettings, words: &'static str) -> bool {
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));

    ui.find(words).is_ok()
}

fn saved(screen: &mut ProfileSettings) -> ProfileChanges {
    match screen.update(Message::Save) {
        Action::Run(_, Request::Save(_, change)) => *change,
        action => panic!("{action:?}"),
    }
}

#[test]
fn r_25_only_what_was_changed_is_sent() {
    let mut screen = ProfileSettings::new(harbour());
    assert!(matches!(screen.update(Message::Save), Action::None));
    assert!(!screen.is_being_typed());

    let _ = screen.update(Message::PortsTyped("47801 47802,".to_owned()));
    assert!(screen.is_being_typed());
    let change = saved(&mut screen);
    assert_eq!(
        change.sso_ports.flatten().unwrap().as_slice(),
        [47_801, 47_802]
    );
    assert!(change.name.is_none() && change.proxy.is_none());
    assert!(change.ca_file.is_none() && change.sso_relay.is_none());
    // Nothing is sent twice, and nothing is typed meanwhile.
    assert!(matches!(screen.update(Message::Save), Action::None));

    let mut screen = ProfileSettings::new(harbour());
    let _ = screen.update(Message::Route(Route::Direct));
    let _ = screen.update(Message::RelayToggled);
    let _ = screen.update(Message::CaFileTyped(" /etc/own.pem ".to_owned()));
    let _ = screen.update(Message::NameTyped("Museum".to_owned()));
    let change = saved(&mut screen);
    assert_eq!(change.proxy, Some(ProxySetting::None));
    assert_eq!(change.sso_relay, Some(true));
    assert_eq!(change.ca_file, Some(Some("/etc/own.pem".into())));
    assert_eq!(change.name.as_deref(), Some("Museum"));
}

#[test]
fn what_cannot_be_kept_is_told_at_its_field() {
    let proxy = |text: &str| {
        vec![
            Message::Route(Route::Proxy),
            Message::ProxyTyped(text.to_owned()),
        ]
    };
    let ports = |text: &str| vec![Message::PortsTyped(text.to_owned())];

    for (typed, field, words) in [
        (
            vec![Message::NameTyped("\u{202e}".to_owned())],
            NAME_FIELD,
            "The name is empty. Give it at least one visible character.",
        ),
        (
            proxy("http://ada:sesame@proxy.example.com:3128"),
            PROXY_FIELD,
            "A name and a password would lie in a file here. Leave them out and set that proxy up in the system.",
        ),
        (
            proxy("socks5://proxy.example.com"),
            PROXY_FIELD,
            "Only HTTP proxies work here. Addresses with https go through them just as well.",
        ),
        (
            proxy("none"),
            PROXY_FIELD,
            "This is no address of a proxy. It looks like http://proxy.example.com:3128.",
        ),
        (
            proxy(""),
            PROXY_FIELD,
            "This is no address of a proxy. It looks like http://proxy.example.com:3128.",
        ),
        (
            vec![Message::CaFileTyped("own.pem".to_owned())],
            CA_FILE_FIELD,
            "Give the whole path, from the root of the file system.",
        ),
        (
            ports("80"),
            PORTS_FIELD,
            "Ports below 1024 belong to the system. Choose others, the same as on the server.",
        ),
        (
            ports("70000"),
            PORTS_FIELD,
            "Ports are numbers up to 65535, with commas between them.",
        ),
        (
            ports("2000,2000"),
            PORTS_FIELD,
            "A port is there twice. Name each once.",
        ),
        (
            ports("2000,2001,2002,2003"),
            PORTS_FIELD,
            "Three ports are enough. Leave the others out.",
        ),
    ] {
        let mut screen = ProfileSettings::new(harbour());
        for message in typed {
            let _ = screen.update(message);
        }
        let action = screen.update(Message::Save);
        assert!(
            matches!(action, Action::Focus(at) if at == field),
            "{words}: {action:?}"
        );
        assert!(shows(&screen, words), "{words}");
    }
}

#[test]
fn s_30_an_address_without_encryption_is_told_for_good() {
    assert!(shows(
        &ProfileSettings::new(plain()),
        "This address is not encrypted. You agreed to that when you added it."
    ));
    assert!(!shows(
        &ProfileSettings::new(local()),
        "This address is not encrypted. You agreed to that when you added it."
    ));
}

#[test]
fn what_is_kept_is_shown_as_it_is_kept() {
    let mut screen = ProfileSettings::new(harbour());
    let _ = screen.update(Message::NameTyped("Orchard".to_owned()));
    let Action::Run(request_id, Request::Save(_, _)) = screen.update(Message::Save) else {
        panic!()
    };
    let mut kept = harbour();
    kept.name = "Orchard 2".to_owned();
    let action = screen.update(Message::Saved(request_id, Box::new(Ok(kept))));

    assert!(matches!(action, Action::Outcome(Outcome::Saved)));
    assert!(shows(&screen, "Saved.") && shows(&screen, "Orchard 2"));
    assert!(!screen.is_being_typed());
}

#[test]
pub(crate) fn own_settings_in_pictures() {
    let logos = Pictures::new();
    let harbour = harbour();

    let calm = ProfileSettings::new(harbour.clone());
    snapshot_long("profile-settings", Some(&harbour), || calm.view(&logos));
    snapshot("profile-settings-window", Some(&harbour), || {
        calm.view(&logos)
    });

    let mut faulty = ProfileSettings::new(harbour.clone());
    let _ = faulty.update(Message::Route(Route::Proxy));
    let _ = faulty.update(Message::ProxyTyped("ada:x@proxy.example.com".to_owned()));
    let _ = faulty.update(Message::Save);
    snapshot_narrow("profile-settings-faulty-narrow", Some(&harbour), || {
        faulty.view(&logos)
    });

    let mut busy = ProfileSettings::new(plain());
    let _ = busy.update(Message::RelayToggled);
    let Action::Run(request_id, Request::Save(_, _)) = busy.update(Message::Save) else {
        panic!()
    };
    snapshot_long("profile-settings-busy", Some(&plain()), || {
        busy.view(&logos)
    });
    let _ = busy.update(Message::Saved(
        request_id,
        Box::new(Err(Error::ProfileRemoved)),
    ));
    snapshot_long("profile-settings-error", Some(&plain()), || {
        busy.view(&logos)
    });
}
