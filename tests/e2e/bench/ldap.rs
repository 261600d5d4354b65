//! A real directory (`slapd`, a Debian package) with one person, on a free loopback port, and
//! Directus's settings for it. Owns starting it.

use super::files;
use super::process::{Server, free_port};

use tempfile::TempDir;

use std::net::TcpStream;
use std::process::Command;
use std::time::Duration;

/// Name and password of the person in it.
pub(crate) const IRIS: (&str, &str) = ("iris", "Iris-and-the-tide-1");

const READER: (&str, &str) = ("cn=reader,dc=example,dc=com", "Reads-the-harbour-1");

/// A running directory; stopped, and its data deleted, when dropped.
#[derive(Debug)]
pub(crate) struct Ldap {
    port: u16,
    _data: TempDir,
    server: Option<Server>,
}

impl Ldap {
    pub(crate) fn start() -> Self {
        let data = tempfile::tempdir().expect("a temporary directory");
        let port = free_port();
        let at = data.path();
        std::fs::create_dir(at.join("db")).expect("a directory");
        let (conf, entries) = (at.join("slapd.conf"), at.join("entries.ldif"));
        let here = at.display();
        files::write_private(
            &conf,
            &format!(
                "include /etc/ldap/schema/core.schema\n\
                 include /etc/ldap/schema/cosine.schema\n\
                 include /etc/ldap/schema/inetorgperson.schema\n\
                 modulepath /usr/lib/ldap\nmoduleload back_mdb\npidfile {here}/pid\n\
                 database mdb\nmaxsize 10485760\nsuffix \"dc=example,dc=com\"\ndirectory {here}/db\n\
                 access to attrs=userPassword by anonymous auth by * none\naccess to * by * read\n"
            ),
        );
        files::write_private(&entries, &ldif());
        let added = Command::new("/usr/sbin/slapadd")
            .arg("-f")
            .arg(&conf)
            .arg("-l")
            .arg(&entries)
            .output()
            .expect("the package slapd is installed");
        assert!(added.status.success(), "{added:?}");
        let mut command = Command::new("/usr/sbin/slapd");
        let _ = command
            .args(["-d", "0", "-h", &format!("ldap://127.0.0.1:{port}"), "-f"])
            .arg(&conf)
            .env("PATH", "/usr/sbin:/usr/bin:/bin");
        let mut server = Server::start("slapd", command, &at.join("log"));
        server.wait_until(Duration::from_secs(20), || {
            TcpStream::connect(("127.0.0.1", port)).is_ok()
        });
        Self {
            port,
            _data: data,
            server: Some(server),
        }
    }

    /// Stops it; the port then refuses connections.
    pub(crate) fn stop(&mut self) {
        self.server = None;
    }

    /// Directus's settings for a provider `name` that is this directory.
    pub(crate) fn settings(&self, name: &str) -> Vec<(String, String)> {
        let url = format!("ldap://127.0.0.1:{}", self.port);
        // A value with commas would be taken for a list.
        let reader = format!("string:{}", READER.0);
        let mut settings = vec![("AUTH_PROVIDERS".to_owned(), name.to_owned())];
        for (key, value) in [
            ("DRIVER", "ldap"),
            ("CLIENT_URL", &url),
            ("BIND_DN", &reader),
            ("BIND_PASSWORD", READER.1),
            ("USER_DN", "string:ou=people,dc=example,dc=com"),
            ("USER_ATTRIBUTE", "uid"),
            ("DEFAULT_ROLE_ID", "{person_role}"),
        ] {
            settings.push((
                format!("AUTH_{}_{key}", name.to_uppercase()),
                value.to_owned(),
            ));
        }
        settings
    }
}

fn ldif() -> String {
    format!(
        "dn: dc=example,dc=com\nobjectClass: domain\ndc: example\n\n\
         dn: {}\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\ncn: reader\nuserPassword: {}\n\n\
         dn: ou=people,dc=example,dc=com\nobjectClass: organizationalUnit\nou: people\n\n\
         dn: uid={},ou=people,dc=example,dc=com\nobjectClass: inetOrgPerson\nuid: iris\ncn: Iris Vale\nsn: Vale\n\
         givenName: Iris\nmail: iris@example.com\nuserPassword: {}\n",
        READER.0, READER.1, IRIS.0, IRIS.1
    )
}
