//! The fuzzer's program of `latchkey_fuzz::record`.

#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|input: &[u8]| -> Corpus {
    if latchkey_fuzz::record::fuzz(input) {
        Corpus::Keep
    } else {
        Corpus::Reject
    }
});
