//! `add --from`: instances out of other tools' settings, previewed, and kept only after the person agreed.

use super::bench::{Directus, Sandbox, Version};

use std::fs;

#[test]
fn s_53_instances_of_a_settings_file_are_shown_before_anything_is_contacted() {
    let directus = Directus::start(Version::V12, None, &[]);
    let sandbox = Sandbox::new();
    let file = sandbox.home().join("directus.config.json");
    let token = "a-token-that-nobody-asked-for";
    let text = format!(
        r#"{{"profiles":{{"harbour":{{"url":"{}","token":"{token}"}},"gone":{{"url":"http://127.0.0.1:9"}}}}}}"#,
        directus.url()
    );
    fs::write(&file, text).unwrap();
    let from = file.to_str().unwrap();
    let asked = || directus.log().matches("/server/info").count();
    let before = asked();

    // Nobody agreed: the instances are shown, not contacted, and not stored.
    let shown = sandbox.run(&["--json", "add", "--from", from], "");
    assert_eq!(shown.code, Some(2), "{shown:?}");
    assert!(shown.stderr.contains(directus.url()), "{shown:?}");
    assert!(shown.stderr.contains("127.0.0.1:9"), "{shown:?}");
    assert_eq!(asked(), before);
    assert_eq!(
        sandbox.run(&["--json", "profiles"], "").json(),
        serde_json::json!([])
    );

    // Agreed: those that answer are stored under the names of the file, those that do not are reported.
    let added = sandbox.run(&["--json", "add", "--from", from, "--yes"], "");
    assert_eq!(added.code, Some(4), "{added:?}");
    assert!(asked() > before, "the log tells nothing");
    let document = added.json();
    assert_eq!(document["added"][0]["name"], "harbour");
    assert_eq!(document["added"][0]["url"], directus.url());
    assert_eq!(document["failed"][0]["url"], "http://127.0.0.1:9");
    assert!(document["failed"][0]["error"]["message"].is_string());

    // The second time only the failed one is tried; and the token of the file was never copied.
    let again = sandbox.run(&["--json", "add", "--from", from, "--yes"], "");
    assert_eq!(again.json()["added"], serde_json::json!([]), "{again:?}");
    fs::remove_file(&file).unwrap();
    assert_eq!(sandbox.grep_for(token), Vec::<std::path::PathBuf>::new());

    let nothing = sandbox.run(&["--json", "add", "--from", "/etc/hostname"], "");
    assert_eq!(nothing.code, Some(1));
    assert_eq!(nothing.json()["error"]["code"], "NOTHING_FOUND");
}
