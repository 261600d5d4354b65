//! The owner and the permissions of the directory and of what lies in it: if they belong to another user, or are open
//! to others, nothing is sent.

use std::{
    fs,
    os::unix::{
        fs::{PermissionsExt, symlink},
        net::UnixListener,
    },
    path::Path,
};

use latchkey::handover::{self, Claim, Error, Request};

use crate::process::{link, paths, runtime_directory};

#[test]
fn s_29_the_directory_is_private_or_nothing_is_sent() {
    let (parent, runtime) = runtime_directory();
    let refused = |what: &str| {
        let claimed = handover::claim(&paths(&runtime), &link("secret"));
        assert!(
            matches!(claimed, Err(Error::NotPrivate { .. })),
            "{what}: {claimed:?}"
        );
    };
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;

    let Claim::Primary(primary) = handover::claim(&paths(&runtime), &Request::default()).unwrap()
    else {
        panic!("nobody else is there");
    };
    assert_eq!(mode(&runtime), 0o700);
    assert_eq!(mode(&runtime.join("instance.sock")), 0o600);
    assert_eq!(mode(&runtime.join("instance.lock")), 0o600);
    drop(primary);
    assert!(
        !runtime.join("instance.sock").exists(),
        "the socket goes with its owner"
    );

    fs::set_permissions(&runtime, fs::Permissions::from_mode(0o755)).unwrap();
    assert!(handover::claim(&paths(&runtime), &Request::default()).is_ok());
    assert_eq!(
        mode(&runtime),
        0o700,
        "a directory others could look into is closed"
    );

    fs::set_permissions(&runtime, fs::Permissions::from_mode(0o770)).unwrap();
    refused("a directory others could write to");
    fs::remove_dir_all(&runtime).unwrap();

    let elsewhere = parent.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    symlink(&elsewhere, &runtime).unwrap();
    refused("a link in place of the directory");
    fs::remove_file(&runtime).unwrap();

    fs::write(&runtime, "").unwrap();
    refused("a file in place of the directory");
    fs::remove_file(&runtime).unwrap();

    fs::create_dir(&runtime).unwrap();
    let trap = parent.path().join("trap.sock");
    let listener = UnixListener::bind(&trap).unwrap();
    listener.set_nonblocking(true).unwrap();
    symlink(&trap, runtime.join("instance.sock")).unwrap();
    refused("a link in place of the socket");
    assert!(listener.accept().is_err(), "nothing was sent through it");
    fs::remove_file(runtime.join("instance.sock")).unwrap();

    symlink(parent.path().join("victim"), runtime.join("instance.lock")).unwrap();
    refused("a link in place of the lock");
    assert!(!parent.path().join("victim").exists());
}

/// Needs root, as test machines of containers have; elsewhere nothing can be given to another user.
#[test]
fn s_29_a_directory_or_socket_of_another_user_is_refused() {
    let (_parent, runtime) = runtime_directory();
    fs::create_dir(&runtime).unwrap();
    fs::set_permissions(&runtime, fs::Permissions::from_mode(0o700)).unwrap();
    let nobody = Some(65_534);
    if std::os::unix::fs::chown(&runtime, nobody, None).is_err() {
        eprintln!("not run: only root can give a directory to another user");
        return;
    }
    let claimed = handover::claim(&paths(&runtime), &link("secret"));
    assert!(
        matches!(claimed, Err(Error::NotPrivate { .. })),
        "{claimed:?}"
    );

    std::os::unix::fs::chown(&runtime, Some(0), None).unwrap();
    let listener = UnixListener::bind(runtime.join("instance.sock")).unwrap();
    listener.set_nonblocking(true).unwrap();
    std::os::unix::fs::chown(runtime.join("instance.sock"), nobody, None).unwrap();
    let claimed = handover::claim(&paths(&runtime), &link("secret"));
    assert!(
        matches!(claimed, Err(Error::NotPrivate { .. })),
        "{claimed:?}"
    );
    assert!(listener.accept().is_err(), "nothing was sent");
}
