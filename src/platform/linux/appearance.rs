//! How the desktop wants programs to look, from the settings portal: whether contrast is to be high
//! (`org.freedesktop.appearance contrast`, XDG Desktop Portal, org.freedesktop.portal.Settings). The tone, light or
//! dark, comes from the same place, but iced asks for that itself.

use std::thread;

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use zbus::{
    blocking::{Connection, Proxy},
    zvariant::{OwnedValue, Value},
};

const PORTAL_BUS_NAME: &str = "org.freedesktop.portal.Desktop";
const PORTAL_PATH: &str = "/org/freedesktop/portal/desktop";
const SETTINGS_INTERFACE: &str = "org.freedesktop.portal.Settings";
const APPEARANCE_NAMESPACE: &str = "org.freedesktop.appearance";
const CONTRAST_KEY: &str = "contrast";

/// The wish of now, then each change of it. A thread of its own listens; it ends with the process.
pub(in crate::platform) fn high_contrast_changes() -> UnboundedReceiver<bool> {
    let (told, receiver) = unbounded_channel();
    let listening = thread::Builder::new()
        .name("appearance".to_owned())
        .spawn(move || {
            let asked = Connection::session().and_then(|bus| listen(&bus, &told));
            if let Err(error) = asked {
                tracing::debug!(%error, "no portal tells of the contrast");
                let _ = told.send(false);
            }
            // Who waits for the next wish waits for ever; a closed channel would say that there was one.
            std::mem::forget(told);
        });
    if let Err(error) = listening {
        tracing::debug!(%error, "nobody asks for the contrast");
    }

    receiver
}

fn listen(bus: &Connection, told: &UnboundedSender<bool>) -> zbus::Result<()> {
    let portal = Proxy::new(bus, PORTAL_BUS_NAME, PORTAL_PATH, SETTINGS_INTERFACE)?;
    // Before the question, so that no change is lost between the two.
    let changes = portal.receive_signal_with_args(
        "SettingChanged",
        &[(0, APPEARANCE_NAMESPACE), (1, CONTRAST_KEY)],
    )?;
    let now: OwnedValue = portal.call("Read", &(APPEARANCE_NAMESPACE, CONTRAST_KEY))?;
    let _ = told.send(is_high(&now));

    for change in changes {
        let body = change.body();
        let Ok((_, _, value)) = body.deserialize::<(&str, &str, Value<'_>)>() else {
            continue;
        };
        if told.send(is_high(&value)).is_err() {
            break;
        }
    }

    Ok(())
}

/// 1 is high; 0 and whatever else may come is no wish. `Read` answers with a variant in a variant.
fn is_high(value: &Value<'_>) -> bool {
    match value {
        Value::Value(inner) => is_high(inner),
        Value::U32(wish) => *wish == 1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use std::{
        io::{BufRead as _, BufReader},
        process::{Child, Command, Stdio},
    };

    use zbus::blocking::connection::Builder;

    use super::*;

    /// A bus of the test's own.
    struct Bus {
        daemon: Child,
        address: String,
    }

    impl Bus {
        fn start() -> Self {
            let mut daemon = Command::new("dbus-daemon")
                .args(["--session", "--nofork", "--print-address"])
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let mut address = String::new();
            let _ = BufReader::new(daemon.stdout.take().unwrap())
                .read_line(&mut address)
                .unwrap();

            Self {
                daemon,
                address: address.trim().to_owned(),
            }
        }

        fn connect(&self) -> Builder<'_> {
            Builder::address(self.address.as_str()).unwrap()
        }
    }

    impl Drop for Bus {
        fn drop(&mut self) {
            let _ = self.daemon.kill();
            let _ = self.daemon.wait();
        }
    }

    /// The part of a portal that is asked.
    struct Portal;

    #[zbus::interface(name = "org.freedesktop.portal.Settings")]
    impl Portal {
        #[expect(clippy::unused_self, reason = "the form of an interface")]
        fn read(&self, namespace: &str, key: &str) -> zbus::fdo::Result<OwnedValue> {
            if (namespace, key) != (APPEARANCE_NAMESPACE, CONTRAST_KEY) {
                return Err(zbus::fdo::Error::Failed("not found".to_owned()));
            }

            Ok(Value::Value(Box::new(Value::U32(1)))
                .try_to_owned()
                .unwrap())
        }
    }

    #[test]
    fn the_desktops_wish_for_contrast_is_heard_now_and_when_it_changes() {
        let bus = Bus::start();
        let portal = bus
            .connect()
            .name(PORTAL_BUS_NAME)
            .unwrap()
            .serve_at(PORTAL_PATH, Portal)
            .unwrap()
            .build()
            .unwrap();
        let ours = bus.connect().build().unwrap();
        let (told, mut wishes) = unbounded_channel();
        let _listening = thread::spawn(move || listen(&ours, &told));

        assert_eq!(wishes.blocking_recv(), Some(true));
        let change = |namespace: &str, key: &str, value: u32| {
            portal
                .emit_signal(
                    None::<&str>,
                    PORTAL_PATH,
                    SETTINGS_INTERFACE,
                    "SettingChanged",
                    &(namespace, key, Value::U32(value)),
                )
                .unwrap();
        };
        change(APPEARANCE_NAMESPACE, "color-scheme", 1);
        change(APPEARANCE_NAMESPACE, CONTRAST_KEY, 0);
        change(APPEARANCE_NAMESPACE, CONTRAST_KEY, 1);
        assert_eq!(wishes.blocking_recv(), Some(false));
        assert_eq!(wishes.blocking_recv(), Some(true));
    }

    #[test]
    fn without_a_portal_there_is_no_wish() {
        let bus = Bus::start();
        let ours = bus.connect().build().unwrap();
        let (told, _wishes) = unbounded_channel();

        assert!(listen(&ours, &told).is_err());
    }

    #[test]
    fn what_is_not_known_is_no_wish() {
        for (value, wish) in [
            (Value::U32(0), false),
            (Value::U32(1), true),
            (Value::U32(2), false),
            (Value::from("high"), false),
        ] {
            assert_eq!(is_high(&value), wish, "{value:?}");
        }
    }
}
