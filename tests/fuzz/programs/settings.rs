//! The fuzzer's program of `latchkey_fuzz::settings`.

#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|input: &[u8]| -> Corpus {
    if latchkey_fuzz::settings::fuzz(input) {
        Corpus::Keep
    } else {
        Corpus::Reject
    }
});
