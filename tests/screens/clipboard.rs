//! An access token on the clipboard: how it gets there, how long it stays, and that nobody else's text is touched. The
//! test stands in for the clipboard; the window's own tasks are run.

use std::time::Duration;

use iced::{Task, futures::StreamExt as _};
use iced_test::runtime::{self, Action, clipboard, task::into_stream};
use latchkey::{
    app::{AnyScreen, App, Message, Shortcut},
    screen::{account, instances},
    secret::Secret,
    service::{IssuedToken, SessionStatus, StoredIn},
    session::AccessToken,
};

use crate::{made_up::*, support::simulate, window};

const TOKEN: &str = "header.payload.signature-of-an-access-token";

/// A clipboard, and whether the window was closed.
#[derive(Default)]
struct Desktop {
    clipboard: String,
    /// Another window has the keyboard: on Wayland nothing can be read or written then.
    is_elsewhere: bool,
    is_closed: bool,
}

impl Desktop {
    /// Does what the task asks for and what follows from it, until nothing is left to do.
    fn run(&mut self, app: &mut App, task: Task<Message>) {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let _inside = runtime.enter();
        let mut tasks = vec![task];

        while let Some(task) = tasks.pop() {
            let Some(mut stream) = into_stream(task) else {
                continue;
            };
            while let Some(action) = runtime.block_on(stream.next()) {
                match action {
                    Action::Output(message) => {
                        let next = app.update(message);
                        tasks.push(next);
                    }
                    Action::Clipboard(clipboard::Action::Read { channel, .. }) => {
                        let held = (!self.is_elsewhere).then(|| self.clipboard.clone());
                        let _ = channel.send(held);
                    }
                    Action::Clipboard(clipboard::Action::Write { contents, .. })
                        if !self.is_elsewhere =>
                    {
                        self.clipboard = contents;
                    }
                    runtime::Action::Exit => self.is_closed = true,
                    _ => {}
                }
            }
        }
    }
}

/// An account in view that has just been handed a token, and what is to be done with it.
fn copied(stays: Duration) -> (App, Task<Message>) {
    let mut app = window::open().with_clipboard_lifetime(stays);
    let stands =
        Message::SessionChecked(id('a'), Box::new(Ok(SessionStatus::SignedIn(signed_in()))));
    window::send(&mut app, stands);
    let open = instances::Message::Open(id('a'));
    window::send(&mut app, Message::Instances(open));
    assert!(matches!(app.top(), Some(AnyScreen::Account(_))));
    window::send(&mut app, Message::Account(account::Message::CopyToken));
    let request_id = app
        .top()
        .and_then(|screen| match screen {
            AnyScreen::Account(screen) => screen.pending_copy(),
            _ => None,
        })
        .unwrap();
    let handed = IssuedToken {
        access: AccessToken {
            token: Secret::from(TOKEN),
            obtained_at: std::time::SystemTime::now().into(),
            expires_at: None,
        },
        stored_in: StoredIn::Keyring,
    };
    let task = app.update(Message::Account(account::Message::TokenIssued(
        request_id,
        Box::new(Ok(handed)),
    )));

    (app, task)
}

/// Whether the account does not say that the token is off the clipboard.
fn is_said_to_be_copied(app: &App) -> bool {
    simulate(app.view())
        .find(latchkey::say!("account-cleared"))
        .is_err()
}

#[test]
fn s_49_a_copied_token_leaves_the_clipboard_again() {
    let (mut app, task) = copied(Duration::from_millis(20));
    let mut desktop = Desktop::default();
    // The whole sequence: written, waited, read, compared, emptied.
    desktop.run(&mut app, task);

    assert_eq!(desktop.clipboard, "");
    assert!(!desktop.is_closed);
}

#[test]
fn s_49_what_cannot_be_read_from_another_window_is_cleared_on_coming_back() {
    let (mut app, task) = copied(Duration::from_millis(20));
    window::send(&mut app, Message::WindowUnfocused);
    let mut desktop = Desktop {
        clipboard: TOKEN.to_owned(),
        is_elsewhere: true,
        ..Desktop::default()
    };
    desktop.run(&mut app, task);
    assert_eq!(desktop.clipboard, TOKEN);
    assert!(is_said_to_be_copied(&app));

    desktop.is_elsewhere = false;
    let back = app.update(Message::WindowFocused);
    desktop.run(&mut app, back);
    assert_eq!(desktop.clipboard, "");
    // The clipboard is cleared once, not at every return.
    desktop.clipboard = TOKEN.to_owned();
    let back = app.update(Message::WindowFocused);
    desktop.run(&mut app, back);
    assert_eq!(desktop.clipboard, TOKEN);
}

#[test]
fn s_49_what_was_copied_since_is_left_alone() {
    let (mut app, task) = copied(Duration::from_millis(20));
    let mut desktop = Desktop {
        clipboard: "before".to_owned(),
        ..Desktop::default()
    };
    let mut stream = into_stream(task).unwrap();
    let mut written = Vec::new();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let due = runtime.block_on(async {
        while let Some(action) = stream.next().await {
            match action {
                Action::Clipboard(clipboard::Action::Write { contents, .. }) => {
                    written.push(contents);
                }
                Action::Output(message) => return message,
                _ => {}
            }
        }
        panic!("its time never comes")
    });
    assert_eq!(written, [TOKEN]);

    // The person copies something of their own meanwhile.
    desktop.clipboard = "a shopping list".to_owned();
    let next = app.update(due);
    desktop.run(&mut app, next);
    assert_eq!(desktop.clipboard, "a shopping list");
}

#[test]
fn s_49_closing_the_window_takes_the_token_along() {
    for close in [Message::CloseRequested, Message::Shortcut(Shortcut::Quit)] {
        // Longer than any test runs.
        let (mut app, _written) = copied(Duration::from_secs(3_600));
        let mut desktop = Desktop {
            clipboard: TOKEN.to_owned(),
            ..Desktop::default()
        };
        let task = app.update(close);
        desktop.run(&mut app, task);

        assert_eq!(desktop.clipboard, "");
        assert!(desktop.is_closed);
    }

    // Nothing was copied here, so the clipboard is not even read.
    let mut app = window::open();
    let mut desktop = Desktop {
        clipboard: TOKEN.to_owned(),
        ..Desktop::default()
    };
    let task = app.update(Message::CloseRequested);
    desktop.run(&mut app, task);
    assert_eq!(desktop.clipboard, TOKEN);
    assert!(desktop.is_closed);
}
