//! A real mail catcher: SMTP in, a web inbox for people, IMAP for tests. Owns reading a message as
//! a mail program would; what the links in it mean is the test's business.

use super::imap::Imap;
use super::installed;
use super::process::{Server, free_port, wait_until};

use tempfile::TempDir;

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::Mutex;
use std::time::Duration;

const USER: &str = "inbox@example.com";
const PASSWORD: &str = "inbox";

/// A message as it arrived.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    /// The address in `To`.
    pub(crate) to: String,
    /// The subject.
    pub(crate) subject: String,
    /// The HTML body, transfer encoding undone.
    pub(crate) html: String,
    /// Every `href` of the body, `&amp;` undone, in order.
    pub(crate) links: Vec<String>,
    /// The message exactly as it came over the wire: an `.eml` file.
    pub(crate) raw: Vec<u8>,
}

impl Message {
    /// The one link that carries a token.
    pub(crate) fn link(&self) -> &str {
        let mut links = self.links.iter().filter(|link| link.contains("token="));
        let link = links
            .next()
            .unwrap_or_else(|| panic!("no link with a token: {}", self.html));
        assert!(links.next().is_none(), "several links: {:?}", self.links);
        link
    }

    /// The token of [`Message::link`].
    pub(crate) fn token(&self) -> &str {
        let (_, token) = self.link().split_once("token=").expect("a token");
        token.split('&').next().unwrap_or(token)
    }

    fn parse(raw: Vec<u8>) -> Self {
        let text = String::from_utf8_lossy(&raw).replace("\r\n", "\n");
        let (head, body) = text.split_once("\n\n").unwrap_or((&text, ""));
        let head = head.replace("\n ", " ").replace("\n\t", " ");
        let header = |name: &str| {
            head.lines()
                .filter_map(|line| line.split_once(':'))
                .find(|(key, _)| key.eq_ignore_ascii_case(name))
                .map_or("", |(_, value)| value.trim())
        };
        let encoding = header("content-transfer-encoding");
        let html = if encoding.eq_ignore_ascii_case("quoted-printable") {
            quoted_printable(body)
        } else {
            body.to_owned()
        };
        let to = header("to");
        let to = to
            .rsplit_once('<')
            .map_or(to, |(_, rest)| rest.trim_end_matches('>'))
            .to_owned();
        let subject = header("subject").to_owned();
        Self {
            to,
            subject,
            links: hrefs(&html),
            html,
            raw,
        }
    }
}

/// A running mail catcher; stopped when dropped.
#[derive(Debug)]
pub(crate) struct Mail {
    smtp: u16,
    web: u16,
    imap: u16,
    taken: Mutex<BTreeSet<u32>>,
    server: Server,
    _home: TempDir,
}

impl Mail {
    /// Starts one.
    pub(crate) fn start() -> Self {
        let home = tempfile::tempdir().expect("a temporary directory");
        let [smtp, web, imap] = [free_port(), free_port(), free_port()];
        let mut command = Command::new(installed("BENCH_PYTHON"));
        let _ = command
            .args(["-m", "mail_devel", "--host", "127.0.0.1", "--user", USER])
            .arg(format!("--smtp-port={smtp}"))
            .arg(format!("--http-port={web}"))
            .arg(format!("--imap-port={imap}"))
            .env("MAIL_PASSWORD", PASSWORD)
            .env("PYTHONUNBUFFERED", "1")
            .env("HOME", home.path())
            .env("PATH", "/usr/bin:/bin");
        let mut server = Server::start("mail catcher", command, &home.path().join("log"));
        server.wait_until(Duration::from_secs(30), || {
            [smtp, web, imap]
                .iter()
                .all(|port| std::net::TcpStream::connect(("127.0.0.1", *port)).is_ok())
        });
        Self {
            smtp,
            web,
            imap,
            taken: Mutex::default(),
            server,
            _home: home,
        }
    }

    /// Where servers deliver.
    pub(crate) fn smtp_port(&self) -> u16 {
        self.smtp
    }

    /// The inbox for people, where links of desktop applications can be clicked.
    pub(crate) fn web_url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.web)
    }

    /// The next message for an address; each is given out once. Fails the test after 20 seconds.
    pub(crate) fn wait_for(&self, to: &str) -> Message {
        let mut found = None;
        if wait_until(Duration::from_secs(20), || {
            found = self.next(to);
            found.is_some()
        }) {
            found.expect("just seen")
        } else {
            panic!("no mail for {to}; log:\n{}", self.server.log())
        }
    }

    /// How many messages have arrived, for whomever.
    pub(crate) fn count(&self) -> usize {
        Imap::connect(self.imap, USER, PASSWORD).uids().len()
    }

    /// Whether no further message for an address arrives within a time.
    pub(crate) fn stays_empty(&self, to: &str, time: Duration) -> bool {
        !wait_until(time, || self.next(to).is_some())
    }

    fn next(&self, to: &str) -> Option<Message> {
        let mut taken = self.taken.lock().expect("no reader panics");
        let mut imap = Imap::connect(self.imap, USER, PASSWORD);
        for uid in imap.uids() {
            if taken.contains(&uid) {
                continue;
            }
            let message = Message::parse(imap.fetch(uid));
            if message.to.eq_ignore_ascii_case(to) {
                let _ = taken.insert(uid);
                return Some(message);
            }
        }
        None
    }
}

/// RFC 2045 §6.7.
fn quoted_printable(text: &str) -> String {
    let mut bytes = Vec::new();
    for line in text.split_inclusive('\n') {
        let soft = line.trim_end().strip_suffix('=');
        let mut rest = soft.unwrap_or(line).as_bytes();
        while let [first, tail @ ..] = rest {
            rest = tail;
            let code = (*first == b'=')
                .then(|| {
                    tail.get(..2)
                        .and_then(|code| std::str::from_utf8(code).ok())
                })
                .flatten()
                .and_then(|code| u8::from_str_radix(code, 16).ok());
            bytes.push(code.unwrap_or(*first));
            if code.is_some() {
                rest = &tail[2..];
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hrefs(html: &str) -> Vec<String> {
    // Directus's own templates quote either way.
    html.split("href=")
        .skip(1)
        .filter_map(|rest| {
            let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            rest[1..].split(quote).next()
        })
        .map(|link| link.replace("&amp;", "&").replace("&#x3D;", "="))
        .collect()
}

#[test]
fn reads_a_quoted_printable_message() {
    let raw = b"To: \"Ada\" <ada@example.com>\r\nSubject: Reset\r\nContent-Transfer-Encoding: \
        quoted-printable\r\n\r\n<a href=3D\"x://y?a=3D1&amp;to=\r\nken=3Dt\">go =C3=A9</a>";
    let message = Message::parse(raw.to_vec());
    assert_eq!(message.to, "ada@example.com");
    assert_eq!(message.subject, "Reset");
    assert_eq!(message.link(), "x://y?a=1&token=t");
    assert_eq!(message.token(), "t");
    assert!(message.html.ends_with("go é</a>"));
}
