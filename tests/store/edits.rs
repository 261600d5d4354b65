//! Edits at once, by processes and threads.

use std::{env, process::Child, thread};

use latchkey::store::Store;

use crate::{NUMBER_VARIABLE, id, put, start, store_in, store_of_child, succeed};

#[test]
fn r_25_processes_and_threads_that_edit_at_once_lose_nothing() {
    const PROCESSES: u64 = 4;
    const THREADS: u64 = 4;
    let home = tempfile::tempdir().unwrap();

    let children: Vec<Child> = (0..PROCESSES)
        .map(|number| start("edits::part_puts_ten", home.path(), number))
        .collect();
    let threads: Vec<_> = (PROCESSES..PROCESSES + THREADS)
        .map(|number| {
            let store = store_in(home.path());
            thread::spawn(move || puts_ten(&store, number))
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    for child in children {
        succeed(child);
    }

    let profiles = store_in(home.path()).load().unwrap().profiles;
    assert_eq!(
        u64::try_from(profiles.len()).unwrap(),
        10 * (PROCESSES + THREADS)
    );
    for number in 0..10 * (PROCESSES + THREADS) {
        assert!(
            profiles.get(&id(number)).is_some(),
            "profile {number} vanished"
        );
    }
}

fn puts_ten(store: &Store, number: u64) {
    for offset in 0..10 {
        let _ = put(store, 10 * number + offset).unwrap();
    }
}

#[test]
#[ignore = "a child process of r_25_…"]
fn part_puts_ten() {
    let number = env::var(NUMBER_VARIABLE).unwrap().parse().unwrap();

    puts_ten(&store_of_child(), number);
}
