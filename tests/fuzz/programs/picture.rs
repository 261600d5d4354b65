//! The fuzzer's program of `latchkey_fuzz::picture`. A panic of the decoder is let be; every other one ends it.

#![no_main]

use std::{panic, thread};

use latchkey_fuzz::picture;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(
    init: {
        // In the place of the fuzzer's, which ends the process at every panic; what leaves the target ends it still.
        drop(panic::take_hook());
        let told = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(picture::DECODER) {
                told(panic);
            }
        }));
    },
    |input: &[u8]| -> Corpus { if picture::fuzz(input) { Corpus::Keep } else { Corpus::Reject } }
);
