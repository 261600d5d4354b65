//! Whose session it is, as the server says. Owns the name a person is called by.

use crate::unicode::clean_line;

/// Longest name shown, in characters.
const MAX_NAME_CHARS: usize = 100;

/// Who is signed in, as `GET /users/me` says. Every field but the id may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Account {
    /// Directus user id.
    pub id: String,
    /// E-mail address; `None` for accounts of some LDAP directories.
    #[serde(default)]
    pub email: Option<String>,
    /// Given name.
    #[serde(default)]
    pub first_name: Option<String>,
    /// Family name.
    #[serde(default)]
    pub last_name: Option<String>,
    /// Role id.
    #[serde(default)]
    pub role: Option<String>,
}

impl Account {
    /// The name a person recognises: full name, else e-mail, else the id.
    pub fn display_name(&self) -> String {
        let given = self.first_name.as_deref().unwrap_or_default();
        let family = self.last_name.as_deref().unwrap_or_default();

        clean_line(&format!("{given} {family}"), MAX_NAME_CHARS)
            .or_else(|| clean_line(self.email.as_deref()?, MAX_NAME_CHARS))
            .or_else(|| clean_line(&self.id, MAX_NAME_CHARS))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(first: &str, last: &str, email: Option<&str>) -> Account {
        Account {
            id: "3f2a".to_owned(),
            email: email.map(str::to_owned),
            first_name: Some(first.to_owned()),
            last_name: Some(last.to_owned()),
            role: None,
        }
    }

    #[test]
    fn a_person_is_called_by_the_best_name_there_is() {
        for (account, expected) in [
            (
                account("Ada", "Lovelace", Some("ada@example.com")),
                "Ada Lovelace",
            ),
            (account("", "Lovelace", None), "Lovelace"),
            (account(" Ada ", "", None), "Ada"),
            (
                account("\u{202e}", "", Some("ada@example.com")),
                "ada@example.com",
            ),
            (account("", "", None), "3f2a"),
            (Account::default(), ""),
        ] {
            assert_eq!(account.display_name(), expected);
        }
    }
}
