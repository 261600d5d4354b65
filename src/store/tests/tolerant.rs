//! Files that are damaged, written by hand, or written by a newer version: nothing in them is lost.

use super::*;

#[test]
fn r_22_a_damaged_file_is_set_aside_and_the_last_good_copy_taken() {
    let good = r#"{"version":1,"profiles":[{"id":"00000000000000aa","name":"A","url":"https://a.example.com"}]}"#;
    for damaged in [
        Vec::new(),
        b" \n".to_vec(),
        good.as_bytes()[..good.len() / 2].to_vec(),
        good.as_bytes()[..good.len() - 1].to_vec(),
        vec![0; 300],
        b"\xff\xfe{\0}\0".to_vec(),
        b"[]".to_vec(),
        b"null".to_vec(),
        b"\"text\"".to_vec(),
        br#"{"version":"one","profiles":[]}"#.to_vec(),
        br#"{"version":0,"profiles":[]}"#.to_vec(),
        br#"{"version":-1,"profiles":[]}"#.to_vec(),
        br#"{"version":1,"profiles":{}}"#.to_vec(),
        br#"{"version":1,"profiles":null}"#.to_vec(),
        [good.as_bytes(), b"}"].concat(),
        "[".repeat(100_000).into_bytes(),
    ] {
        let shown = String::from_utf8_lossy(&damaged[..damaged.len().min(60)]).into_owned();
        let (_home, store) = store();
        let _ = put(&store, 1);
        let profiles = put(&store, 2);
        write(&store, &damaged);

        let loaded = store.load().unwrap();

        let Some(LoadNotice::Damaged {
            set_aside_as: kept_as,
            recovered: 2,
        }) = loaded.notice
        else {
            panic!("{shown}: {:?}", loaded.notice);
        };
        assert_eq!(loaded.profiles, profiles, "{shown}");
        assert_eq!(fs::read(&kept_as).unwrap(), damaged, "{shown}");
        let name = kept_as.file_name().unwrap().to_str().unwrap();
        assert!(
            name.starts_with("profiles.json.damaged-2") && name.len() == 37,
            "{name}"
        );
        assert_eq!(store.load().unwrap().notice, None, "told once");

        // The same before an edit; a second one in the same second gets another name.
        write(&store, &damaged);
        assert_eq!(numbers(&put(&store, 3)), [1, 2, 3], "{shown}");
        let aside = names_beside(&store);
        assert_eq!(
            aside.iter().filter(|name| name.contains("damaged")).count(),
            2,
            "{aside:?}"
        );
    }
}

#[test]
fn r_22_without_a_last_good_copy_the_list_is_empty_and_nothing_is_lost() {
    let (_home, store) = store();
    write(&store, "{");

    let loaded = store.load().unwrap();

    let Some(LoadNotice::Damaged {
        set_aside_as: kept_as,
        recovered: 0,
    }) = loaded.notice
    else {
        panic!("{:?}", loaded.notice);
    };
    assert_eq!(fs::read(kept_as).unwrap(), b"{");
    assert_eq!(numbers(&put(&store, 1)), [1]);
}

#[test]
fn r_22_what_a_hand_may_write_is_read() {
    let entry = r#"{"id":"00000000000000aa","name":"A","url":"a.example.com/admin"}"#;
    for (text, count) in [
        (
            format!("\u{feff}{{\"version\":1,\"profiles\":[{entry}]}}\r\n"),
            1,
        ),
        (format!("{{\"profiles\":[{entry}]}}"), 1),
        ("{\"version\":1}".to_owned(), 0),
        ("{}".to_owned(), 0),
    ] {
        let (_home, store) = store();
        write(&store, &text);

        let loaded = store.load().unwrap();

        assert_eq!(
            (loaded.profiles.len(), loaded.notice),
            (count, None),
            "{text}"
        );
        if count == 1 {
            let url = loaded.profiles.iter().next().unwrap().url.to_string();
            assert_eq!(url, "https://a.example.com");
        }
    }
}

#[test]
fn r_22_one_broken_entry_does_not_cost_the_others() {
    let (_home, store) = store();
    let broken = [
        json!({"id": "not an id", "name": "B", "url": "https://b.example.com", "note": [1, 2.5, null]}),
        json!({"id": "0000000000000002", "name": "C", "url": "https://user:pass@c.example.com"}),
        json!("a string"),
        json!({"id": "0000000000000001", "name": "Twin", "url": "https://twin.example.com"}),
    ];
    let entry = |number| serde_json::to_value(profile(number)).unwrap();
    let file = json!({"version": 1, "profiles": [broken[0], entry(1), broken[1], broken[2], entry(3), broken[3]]});
    write(&store, file.to_string());

    let loaded = store.load().unwrap();
    assert_eq!(numbers(&loaded.profiles), [1, 3]);
    assert_eq!(loaded.notice, Some(LoadNotice::Skipped { count: 4 }));

    assert_eq!(numbers(&put(&store, 4)), [1, 3, 4]);
    let entries = on_disk(&store)["profiles"].as_array().unwrap().clone();
    assert_eq!(entries.len(), 7);
    for (place, entry) in [
        (0, &broken[0]),
        (2, &broken[1]),
        (3, &broken[2]),
        (5, &broken[3]),
    ] {
        assert_eq!(&entries[place], entry);
    }

    let _ = store.edit(|profiles| profiles.remove(&id(3))).unwrap();
    let _ = store.edit(|profiles| profiles.remove(&id(4))).unwrap();
    let left = on_disk(&store)["profiles"].clone();
    assert_eq!(
        left,
        json!([broken[0], entry(1), broken[1], broken[2], broken[3]])
    );
}

#[test]
fn r_23_keys_of_other_versions_stay_at_both_levels() {
    let (_home, store) = store();
    let mut entry = serde_json::to_value(profile(1)).unwrap();
    entry["pinned"] = json!({"deep": [1, "two", null]});
    let file =
        json!({"version": 1, "profiles": [entry], "window": {"width": 420}, "theme": "dark"});
    write(&store, file.to_string());

    let _ = put(&store, 2);

    let now = on_disk(&store);
    assert_eq!(
        (&now["window"], &now["theme"]),
        (&file["window"], &file["theme"])
    );
    assert_eq!(now["profiles"][0], entry);
    assert_eq!(now["version"], 1);
}

#[test]
fn r_23_a_newer_file_is_shown_and_never_written() {
    let (_home, store) = store();
    for profiles in [
        json!([serde_json::to_value(profile(1)).unwrap(), {"kind": "group"}]),
        json!({"by": "id"}),
    ] {
        let text = json!({"version": 2, "profiles": profiles}).to_string();
        write(&store, &text);

        let loaded = store.load().unwrap();
        assert_eq!(loaded.notice, Some(LoadNotice::Newer { version: 2 }));
        assert_eq!(loaded.profiles.len(), usize::from(profiles.is_array()));

        let mut called = false;
        let refused = store.edit(|_| called = true).unwrap_err();
        assert!(
            matches!(refused, Error::Newer { version: 2, .. }),
            "{refused}"
        );
        assert!(!called);
        assert_eq!(fs::read_to_string(store.profiles_path()).unwrap(), text);
    }
}

/// Found by fuzzing: each edit wrote another last digit.
#[test]
fn r_23_a_decimal_of_another_version_stays_as_it_is() {
    for decimal in ["7.111111111111112e+65", "3.25", "0.1"] {
        let (_home, store) = store();
        write(
            &store,
            format!(r#"{{"version":1,"profiles":[],"later":{decimal}}}"#),
        );
        for number in [1, 2] {
            let _ = put(&store, number);
            let text = fs::read_to_string(store.profiles_path()).unwrap();
            assert!(text.contains(decimal), "{text}");
        }
    }
}
