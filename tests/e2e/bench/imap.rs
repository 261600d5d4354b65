//! The few IMAP commands (RFC 3501) that read an inbox. Owns the wire; knows nothing of messages.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

/// A connection with the inbox selected.
pub(super) struct Imap {
    stream: BufReader<TcpStream>,
    tag: u32,
}

impl Imap {
    /// Signs in and opens the inbox, read only.
    pub(super) fn connect(port: u16, user: &str, password: &str) -> Self {
        let stream = TcpStream::connect(("127.0.0.1", port)).expect("the mail catcher listens");
        stream
            .set_read_timeout(Some(Duration::from_secs(10)))
            .expect("a time limit");
        let mut imap = Self {
            stream: BufReader::new(stream),
            tag: 0,
        };
        let _ = imap.line();
        let _ = imap.command(&format!("LOGIN \"{user}\" \"{password}\""));
        let _ = imap.command("EXAMINE INBOX");
        imap
    }

    /// The ids of all messages, oldest first.
    pub(super) fn uids(&mut self) -> Vec<u32> {
        let answer = self.command("UID SEARCH ALL");
        let text = String::from_utf8_lossy(&answer.concat()).into_owned();
        let mut uids: Vec<u32> = text
            .lines()
            .filter_map(|line| line.strip_prefix("* SEARCH"))
            .flat_map(str::split_whitespace)
            .filter_map(|uid| uid.parse().ok())
            .collect();
        uids.sort_unstable();
        uids
    }

    /// One whole message.
    pub(super) fn fetch(&mut self, uid: u32) -> Vec<u8> {
        // A line that announces a literal (RFC 3501 §4.3) is followed by it.
        let answer = self.command(&format!("UID FETCH {uid} BODY.PEEK[]"));
        let at = answer.iter().position(|part| literal(part).is_some());
        let at = at.unwrap_or_else(|| panic!("message {uid} has no body"));
        answer[at + 1].clone()
    }

    /// Sends a command; its answer as lines, each literal a part of its own.
    fn command(&mut self, command: &str) -> Vec<Vec<u8>> {
        self.tag += 1;
        let tag = format!("a{}", self.tag);
        write!(self.stream.get_mut(), "{tag} {command}\r\n").expect("the mail catcher reads");
        let mut answer = Vec::new();
        loop {
            let line = self.line();
            if line.starts_with(format!("{tag} ").as_bytes()) {
                let text = String::from_utf8_lossy(&line).into_owned();
                assert!(text.starts_with(&format!("{tag} OK")), "{text}");
                return answer;
            }
            let length = literal(&line);
            answer.push(line);
            if let Some(length) = length {
                let mut bytes = vec![0; length];
                self.stream.read_exact(&mut bytes).expect("the literal");
                answer.push(bytes);
            }
        }
    }

    fn line(&mut self) -> Vec<u8> {
        let mut line = Vec::new();
        let read = self.stream.read_until(b'\n', &mut line);
        assert!(
            read.expect("an answer of the mail catcher") > 0,
            "it hung up"
        );
        line
    }
}

fn literal(line: &[u8]) -> Option<usize> {
    let text = std::str::from_utf8(line).ok()?.trim_end();
    let (_, length) = text.strip_suffix('}')?.rsplit_once('{')?;
    length.parse().ok()
}
