//! The answer of `set`. Owns its sentences; the document is the row of `profiles` with the settings added.

use super::{Answer, profile_row};
use crate::{address::ProxySetting, profile::Profile};

/// `set`: the instance as it is kept now.
pub(in crate::cli) fn settings_changed(changed: &Profile, signed_in: Option<bool>) -> Answer {
    let ports = changed.sso_ports();
    let words = ports.as_ref().map_or_else(
        || "the built-in ports".to_owned(),
        |ports| {
            let numbers: Vec<_> = ports.as_slice().iter().map(u16::to_string).collect();

            format!("port {}", numbers.join(", then "))
        },
    );
    let mut text = format!(
        "{} is kept ({}).\nA browser on this machine comes back to {words}.",
        changed.name,
        changed.url.as_str(),
    );
    match changed.proxy() {
        ProxySetting::System => {}
        ProxySetting::None => text += "\nIt is asked without a proxy.",
        ProxySetting::Through(address) => {
            text += "\nIt is asked through the proxy ";
            text += address.as_str();
            text += ".";
        }
    }
    if let Some(path) = &changed.ca_file {
        let path = path.to_string_lossy();
        text += "\nThe certificate authorities in ";
        text += &path;
        text += " are trusted for it.";
    }
    let mut row = profile_row(changed, signed_in);
    row["proxy"] = changed.proxy().text().into();
    row["ca_file"] = changed
        .ca_file
        .as_ref()
        .map(|path| path.display().to_string())
        .into();
    row["sso_ports"] = ports.map(|ports| ports.as_slice().to_vec()).into();

    Answer::new(text, row)
}
