//! A picture that a server sent: whatever the bytes are, what is shown of them has its size, and time and memory stay
//! limited (S-35; the limits are those of tests/fuzz.sh). A decoder that panics costs the picture, as it does in the
//! program.

#![no_main]

use std::{panic, thread};

use iced::widget::image::Handle;
use latchkey::ui::logo::decode;
use libfuzzer_sys::fuzz_target;

/// The program's own, for a drawing is walked by recursion.
const STACK: usize = 256 * 1024 * 1024;
const DECODER: &str = "decoder";

fuzz_target!(
    init: {
        // In the place of the fuzzer's, which ends the process at every panic; what leaves the target ends it still.
        drop(panic::take_hook());
        let told = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(DECODER) {
                told(panic);
            }
        }));
    },
    |input: &[u8]| {
        // A logo; a background is the same with more pixels.
        let decoded = thread::scope(|scope| {
            let decoder = thread::Builder::new().name(DECODER.to_owned()).stack_size(STACK);

            decoder.spawn_scoped(scope, || decode(input)).expect("a thread").join()
        });
        let Ok(Some(picture)) = decoded else { return };
        let Handle::Rgba { width, height, pixels, .. } = picture else {
            panic!("a picture that is still to be decoded");
        };
        assert!((1..=128).contains(&width) && (1..=128).contains(&height));
        assert_eq!(pixels.len(), width as usize * height as usize * 4);
    }
);
