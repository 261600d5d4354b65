//! `mimeapps.list` (MIME Application Associations 1.0): which desktop file opens a type. Changes one value and keeps
//! every other line byte for byte. Pure text.
//!
//! The list is not edited by `xdg-mime default`, because that program is not everywhere, delegates to tools of some
//! desktops, does not replace the file atomically, and cannot remove a value.

const DEFAULTS: &str = "[Default Applications]";
const ADDED: &str = "[Added Associations]";
const REMOVED: &str = "[Removed Associations]";

/// The desktop files set as default for a type, best first.
pub(super) fn defaults<'a>(list: &'a str, mime_type: &str) -> Vec<&'a str> {
    values(list, DEFAULTS, mime_type)
}

/// The desktop files a person added for a type, best first.
pub(super) fn added<'a>(list: &'a str, mime_type: &str) -> Vec<&'a str> {
    values(list, ADDED, mime_type)
}

/// The list with `entry` first among the defaults for the type. The others stay behind it, so that [`without_default`]
/// gives the links back to them.
pub(super) fn with_default(list: &str, mime_type: &str, entry: &str) -> String {
    let mut lines = without(list, REMOVED, mime_type, entry);
    let others = values(list, DEFAULTS, mime_type)
        .into_iter()
        .filter(|other| *other != entry);
    let value = joined(std::iter::once(entry).chain(others));
    let line = format!("{mime_type}={value}");

    let mut group = "";
    let mut existing = None;
    let mut header = None;
    for (number, text) in lines.iter().enumerate() {
        let text = text.trim();
        if text.starts_with('[') {
            group = text;
            if group == DEFAULTS && header.is_none() {
                header = Some(number);
            }
        } else if group == DEFAULTS && key(text) == Some(mime_type) && existing.is_none() {
            existing = Some(number);
        }
    }
    let ending = if list.contains("\r\n") { "\r\n" } else { "\n" };
    match (existing, header) {
        (Some(number), _) => lines[number] = format!("{line}{}", ending_of(&lines[number])),
        (None, Some(number)) => {
            if ending_of(&lines[number]).is_empty() {
                lines[number].push_str(ending);
            }
            lines.insert(number + 1, format!("{line}{ending}"));
        }
        (None, None) => {
            if lines.last().is_some_and(|last| ending_of(last).is_empty()) {
                lines.push(ending.to_owned());
            }
            if !lines.is_empty() {
                lines.push(ending.to_owned());
            }
            lines.push(format!("{DEFAULTS}{ending}{line}{ending}"));
        }
    }

    lines.concat()
}

/// The list without `entry` among the defaults for the type.
pub(super) fn without_default(list: &str, mime_type: &str, entry: &str) -> String {
    without(list, DEFAULTS, mime_type, entry).concat()
}

fn without(list: &str, in_group: &str, mime_type: &str, entry: &str) -> Vec<String> {
    let mut group = "";
    let mut lines = Vec::new();
    for text in list.split_inclusive('\n') {
        let trimmed = text.trim();
        if trimmed.starts_with('[') {
            group = trimmed;
        }
        let concerned = group == in_group && key(trimmed) == Some(mime_type);
        let entries = if concerned {
            entries(trimmed)
        } else {
            Vec::new()
        };
        if !entries.contains(&entry) {
            lines.push(text.to_owned());
            continue;
        }
        let rest = joined(entries.into_iter().filter(|other| *other != entry));
        if !rest.is_empty() {
            lines.push(format!("{mime_type}={rest}{}", ending_of(text)));
        }
    }

    lines
}

fn values<'a>(list: &'a str, in_group: &str, mime_type: &str) -> Vec<&'a str> {
    let mut group = "";
    let mut found = Vec::new();
    for line in list.lines().map(str::trim) {
        if line.starts_with('[') {
            group = line;
        } else if group == in_group && key(line) == Some(mime_type) {
            found.extend(entries(line));
        }
    }

    found
}

fn key(line: &str) -> Option<&str> {
    line.split_once('=').map(|(key, _)| key.trim())
}

fn entries(line: &str) -> Vec<&str> {
    let value = line.split_once('=').map_or("", |(_, value)| value);

    value
        .split(';')
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
        .collect()
}

fn joined<'a>(entries: impl Iterator<Item = &'a str>) -> String {
    entries.flat_map(|entry| [entry, ";"]).collect()
}

fn ending_of(line: &str) -> &str {
    &line[line.trim_end_matches(['\r', '\n']).len()..]
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPE: &str = "x-scheme-handler/app.latchkey";
    const OURS: &str = "ours.desktop";

    #[test]
    fn x_03_one_value_is_set_and_the_rest_stays_byte_for_byte() {
        for (before, after) in [
            (
                "",
                "[Default Applications]\nx-scheme-handler/app.latchkey=ours.desktop;\n",
            ),
            (
                "[Added Associations]\ntext/html=a.desktop",
                "[Added Associations]\ntext/html=a.desktop\n\n[Default Applications]\n\
                 x-scheme-handler/app.latchkey=ours.desktop;\n",
            ),
            (
                "# mine\n\n[Default Applications]\ntext/html = a.desktop \n\n[Added Associations]\nx=y;\n",
                "# mine\n\n[Default Applications]\nx-scheme-handler/app.latchkey=ours.desktop;\n\
                 text/html = a.desktop \n\n[Added Associations]\nx=y;\n",
            ),
            (
                "[Default Applications]\r\ntext/html=a.desktop\r\n",
                "[Default Applications]\r\nx-scheme-handler/app.latchkey=ours.desktop;\r\ntext/html=a.desktop\r\n",
            ),
            (
                "[Default Applications]\nx-scheme-handler/app.latchkey=foreign.desktop;other.desktop\nz=z\n",
                "[Default Applications]\nx-scheme-handler/app.latchkey=ours.desktop;foreign.desktop;other.desktop;\n\
                 z=z\n",
            ),
            (
                "[Default Applications]",
                "[Default Applications]\nx-scheme-handler/app.latchkey=ours.desktop;\n",
            ),
            (
                "[Removed Associations]\nx-scheme-handler/app.latchkey=ours.desktop;\na=b\n[Default Applications]\n",
                "[Removed Associations]\na=b\n[Default Applications]\nx-scheme-handler/app.latchkey=ours.desktop;\n",
            ),
        ] {
            let set = with_default(before, TYPE, OURS);
            assert_eq!(set, after, "{before:?}");
            assert_eq!(
                with_default(&set, TYPE, OURS),
                set,
                "setting it again changes nothing"
            );
            assert_eq!(defaults(&set, TYPE)[0], OURS);
        }
    }

    #[test]
    fn x_03_taken_back_it_is_as_before_and_a_foreign_handler_is_restored() {
        for before in [
            "[Default Applications]\ntext/html=a.desktop\n\n[Added Associations]\nx=y;\n",
            "[Default Applications]\nx-scheme-handler/app.latchkey=foreign.desktop;\n",
            "# only a comment\n[Default Applications]\n",
        ] {
            let set = with_default(before, TYPE, OURS);
            assert_eq!(without_default(&set, TYPE, OURS), before);
        }
        let foreign = "[Default Applications]\nx-scheme-handler/app.latchkey=foreign.desktop\n";
        assert_eq!(
            without_default(foreign, TYPE, OURS),
            foreign,
            "not even its spelling is touched"
        );
    }

    #[test]
    fn groups_and_similar_names_are_not_confused() {
        let list = "[Added Associations]\nx-scheme-handler/app.latchkey=added.desktop;\n\
                    [Default Applications]\nx-scheme-handler/app.latchkey2=no.desktop\n";

        assert!(defaults(list, TYPE).is_empty());
        assert_eq!(added(list, TYPE), ["added.desktop"]);
    }
}
