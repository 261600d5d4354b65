//! Keeps `packaging/man/latchkey.1` in step with the command line it is made from. After a change of the command
//! line: `LATCHKEY_WRITE_MAN=1 cargo test --test man`.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may stop at once, and this one compares files"
)]

use std::{fs, path::Path};

use clap_mangen::Man;

#[test]
fn the_man_page_is_that_of_this_command_line() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging/man/latchkey.1");
    let page = page();
    if std::env::var_os("LATCHKEY_WRITE_MAN").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &page).unwrap();
    }

    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == page,
        "{} is out of step: LATCHKEY_WRITE_MAN=1 cargo test --test man",
        path.display()
    );
}

/// One page: the program, then one section for each command.
fn page() -> String {
    let mut definition = latchkey::cli::definition();
    definition.build();
    let man = Man::new(definition.clone()).date("").manual("Latchkey");
    let mut page = Vec::new();
    man.render_title(&mut page).unwrap();
    man.render_name_section(&mut page).unwrap();
    man.render_synopsis_section(&mut page).unwrap();
    man.render_description_section(&mut page).unwrap();
    man.render_options_section(&mut page).unwrap();
    for command in definition
        .get_subcommands()
        .filter(|command| command.get_name() != "help")
    {
        page.extend(section(command));
    }
    man.render_extra_section(&mut page).unwrap();

    String::from_utf8(page).unwrap()
}

fn section(command: &clap::Command) -> Vec<u8> {
    let man = Man::new(command.clone());
    let mut parts = Vec::new();
    man.render_synopsis_section(&mut parts).unwrap();
    man.render_description_section(&mut parts).unwrap();
    man.render_options_section(&mut parts).unwrap();
    let mut parts = String::from_utf8(parts).unwrap().replace(".SH ", ".SS ");
    // The generator leaves out the dashes in front of a program's line, and that there may be more than one word.
    for argument in command.get_positionals().filter(|one| one.is_last_set()) {
        let name = argument.get_value_names().unwrap()[0].as_str();
        let written = format!(" <\\fI{name}\\fR> \n");
        assert_eq!(parts.matches(&written).count(), 1, "the synopsis changed");
        parts = parts.replace(&written, &format!(" \\-\\- \\fI{name}\\fR...\n"));
    }
    let name = command.get_bin_name().unwrap().to_uppercase();

    format!(".SH \"{name}\"\n{parts}").into_bytes()
}
