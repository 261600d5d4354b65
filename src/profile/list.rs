//! The collection of profiles and its rules: order, unique names, how a typed word or a link finds one. Owns no
//! file (`store`).

use serde_json::{Map, Value};
use url::Url;

use super::{Profile, ProfileId};
use crate::{
    address::{HttpPolicy, ServerUrl},
    unicode::clean_line,
};

/// Longest name of a profile, in characters; a longer one is cut when it is kept.
pub const MAX_NAME: usize = 100;

/// All profiles, in the person's order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profiles {
    list: Vec<Profile>,
    /// Top-level keys of other versions, kept as they are.
    pub(crate) unknown: Map<String, Value>,
}

/// Why a name, id or host does not lead to one profile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FindError {
    /// Nothing matches.
    #[error("there is no profile {0:?}")]
    NotFound(String),
    /// More than one matches; their names.
    #[error("{0:?} fits more than one profile")]
    Ambiguous(String, Vec<String>),
}

impl Profiles {
    /// What a file says, as it says it: a hand-edited file may hold one name twice.
    pub(crate) fn from_parts(list: Vec<Profile>, unknown: Map<String, Value>) -> Self {
        Self { list, unknown }
    }

    /// In the person's order.
    pub fn iter(&self) -> impl Iterator<Item = &Profile> {
        self.list.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// By id.
    pub fn get(&self, id: &ProfileId) -> Option<&Profile> {
        self.list.iter().find(|profile| &profile.id == id)
    }

    /// By id, to change it.
    pub fn get_mut(&mut self, id: &ProfileId) -> Option<&mut Profile> {
        self.list.iter_mut().find(|profile| &profile.id == id)
    }

    /// What a person types for PROFILE (cli.md): an id, a name (exact first, then without case), or a host or
    /// whole address that only one profile has.
    pub fn find(&self, text: &str) -> Result<&Profile, FindError> {
        let text = text.trim();
        let folded = text.to_lowercase();
        let address = ServerUrl::parse(text, HttpPolicy::Allowed).ok();
        let by: [&dyn Fn(&Profile) -> bool; 4] = [
            &|profile| profile.id.as_str() == text,
            &|profile| profile.name == text,
            &|profile| profile.name.to_lowercase() == folded,
            &|profile| {
                profile.url.url().host_str() == Some(folded.as_str())
                    || profile.url.display_host() == folded
                    || address.as_ref() == Some(&profile.url)
            },
        ];

        for fits in by {
            let found: Vec<&Profile> = self.list.iter().filter(|profile| fits(profile)).collect();
            match found.as_slice() {
                [] => {}
                [one] => return Ok(one),
                several => {
                    let names = several.iter().map(|profile| profile.name.clone()).collect();
                    return Err(FindError::Ambiguous(text.to_owned(), names));
                }
            }
        }

        Err(FindError::NotFound(text.to_owned()))
    }

    /// Adds at the end, or replaces by id in place. The name is made one clean line, the host if nothing is left
    /// of it; a name already taken by another profile (in any case) gets a number behind it.
    pub fn put(&mut self, mut profile: Profile) -> &Profile {
        let wanted =
            clean_line(&profile.name, MAX_NAME).unwrap_or_else(|| profile.url.display_host());
        profile.name = self.unique_name(&wanted, &profile.id);

        let known = self.list.iter().position(|kept| kept.id == profile.id);
        let position = known.unwrap_or(self.list.len());
        if known.is_some() {
            self.list[position] = profile;
        } else {
            self.list.push(profile);
        }

        &self.list[position]
    }

    /// Takes a profile out.
    pub fn remove(&mut self, id: &ProfileId) -> Option<Profile> {
        let position = self.list.iter().position(|profile| &profile.id == id)?;

        Some(self.list.remove(position))
    }

    /// Moves a profile to `position` in the person's order; beyond the end means to the end. Says whether the
    /// profile is there.
    pub fn reorder(&mut self, id: &ProfileId, position: usize) -> bool {
        let Some(profile) = self.remove(id) else {
            return false;
        };
        self.list.insert(position.min(self.list.len()), profile);

        true
    }

    /// Moves a profile to where `other` is: that one and those between make room. Says whether both are there. Unlike a
    /// position it still means the same when another process has changed the list meanwhile.
    pub fn move_to_place_of(&mut self, id: &ProfileId, other: &ProfileId) -> bool {
        let position = self.list.iter().position(|profile| &profile.id == other);

        position.is_some_and(|position| self.reorder(id, position))
    }

    /// The profiles a web link can belong to: same scheme, host and port, and the profile's sub-path is a prefix
    /// of the link's path, whole segments only. Of nested sub-paths the longest is meant, as a proxy
    /// in front of the instances would route it.
    pub fn for_link(&self, link: &Url) -> Vec<&Profile> {
        let reach = |profile: &Profile| profile.url.covered_path_len(link);
        let Some(longest) = self.list.iter().filter_map(reach).max() else {
            return Vec::new();
        };

        self.list
            .iter()
            .filter(|profile| reach(profile) == Some(longest))
            .collect()
    }

    fn unique_name(&self, wanted: &str, id: &ProfileId) -> String {
        let taken = |name: &str| {
            let folded = name.to_lowercase();
            self.list
                .iter()
                .any(|kept| &kept.id != id && kept.name.to_lowercase() == folded)
        };
        if !taken(wanted) {
            return wanted.to_owned();
        }

        // One more number than there are profiles is enough.
        (2..=self.list.len() + 1)
            .map(|number| format!("{wanted} {number}"))
            .find(|name| !taken(name))
            .unwrap_or_else(|| wanted.to_owned())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    fn profile(number: u64, name: &str, url: &str) -> Profile {
        Profile::new(
            ProfileId::parse(&format!("{number:016x}")).unwrap(),
            name.to_owned(),
            ServerUrl::parse(url, HttpPolicy::Allowed).unwrap(),
        )
    }

    fn sample_profiles() -> Profiles {
        Profiles::from_parts(
            vec![
                profile(1, "Shop", "https://cms.example.com"),
                profile(2, "shop", "https://cms.example.com/blog"),
                profile(3, "News", "https://news.example.com:8443"),
                profile(4, "Bücher", "https://bücher.example.com"),
                profile(5, "Local", "http://localhost:8055"),
                profile(6, "Twin", "https://a.example.com"),
                profile(7, "Twin", "https://b.example.com"),
            ],
            Map::new(),
        )
    }

    #[test]
    fn a_typed_word_finds_one_profile() {
        let profiles = sample_profiles();
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let several =
            |text: &str, list: &[&str]| Err(FindError::Ambiguous(text.to_owned(), names(list)));

        for (text, expected) in [
            ("0000000000000003", Ok(3)),
            ("Shop", Ok(1)),
            ("shop", Ok(2)),
            ("SHOP", several("SHOP", &["Shop", "shop"])),
            ("news", Ok(3)),
            (" News ", Ok(3)),
            ("news.example.com", Ok(3)),
            ("NEWS.example.com:8443", Ok(3)),
            ("bücher.example.com", Ok(4)),
            ("xn--bcher-kva.example.com", Ok(4)),
            ("localhost", Ok(5)),
            ("localhost:8055", Ok(5)),
            (
                "cms.example.com",
                several("cms.example.com", &["Shop", "shop"]),
            ),
            ("https://cms.example.com/blog/admin", Ok(2)),
            ("Twin", several("Twin", &["Twin", "Twin"])),
            ("nobody", Err(FindError::NotFound("nobody".to_owned()))),
            ("", Err(FindError::NotFound(String::new()))),
        ] {
            let found = profiles
                .find(text)
                .map(|profile| u64::from_str_radix(profile.id.as_str(), 16).unwrap());
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn names_stay_unique() {
        let mut profiles = Profiles::default();

        for (number, name, kept_as) in [
            (1, "CMS", "CMS"),
            (2, "cms", "cms 2"),
            (3, "CMS", "CMS 3"),
            (4, "cms 2", "cms 2 2"),
            (1, "CMS", "CMS"),
            (5, " \u{202e} ", "five.example.com"),
            (6, "two\nlines", "two lines"),
        ] {
            let url = if number == 5 {
                "five.example.com"
            } else {
                "example.com"
            };
            assert_eq!(profiles.put(profile(number, name, url)).name, kept_as);
        }

        assert_eq!(profiles.len(), 6);
    }

    #[test]
    fn the_order_is_the_persons() {
        let order = |profiles: &Profiles| -> Vec<String> {
            profiles
                .iter()
                .map(|profile| profile.id.as_str()[15..].to_owned())
                .collect()
        };
        let mut profiles = sample_profiles();
        let five = ProfileId::parse("0000000000000005").unwrap();

        assert!(profiles.reorder(&five, 0));
        assert_eq!(order(&profiles).concat(), "5123467");
        assert!(profiles.reorder(&five, 99));
        assert_eq!(order(&profiles).concat(), "1234675");
        assert_eq!(profiles.remove(&five).unwrap().name, "Local");
        assert!(!profiles.reorder(&five, 0));
        assert!(profiles.remove(&five).is_none());

        let replaced = profile(2, "Blog", "https://blog.example.com");
        let _ = profiles.put(replaced);
        assert_eq!(order(&profiles).concat(), "123467");
    }

    #[test]
    fn r_29_a_link_selects_by_origin_and_sub_path() {
        let profiles = sample_profiles();

        for (link, expected) in [
            ("https://cms.example.com/admin/reset-password", "1"),
            ("https://cms.example.com/blog/admin/reset-password", "2"),
            ("https://cms.example.com/blog", "2"),
            ("https://cms.example.com/blogger/admin/reset-password", "1"),
            ("https://cms.example.com./admin/reset-password", "1"),
            ("https://CMS.example.com:443/admin", "1"),
            ("http://cms.example.com/admin", ""),
            ("https://news.example.com/admin", ""),
            ("https://news.example.com:8443/admin", "3"),
            ("https://evil.example.com/blog/admin", ""),
            ("http://localhost:8055/admin/reset-password", "5"),
            ("http://127.0.0.1:8055/admin/reset-password", ""),
            ("app.latchkey://cms.example.com/admin", ""),
        ] {
            let found: String = profiles
                .for_link(&Url::parse(link).unwrap())
                .iter()
                .map(|profile| &profile.id.as_str()[15..])
                .collect();
            assert_eq!(found, expected, "{link}");
        }

        let mut twins = sample_profiles();
        let _ = twins.put(profile(8, "Second account", "https://cms.example.com"));
        let link = Url::parse("https://cms.example.com/admin/reset-password").unwrap();
        assert_eq!(twins.for_link(&link).len(), 2, "both are offered");
    }
}
