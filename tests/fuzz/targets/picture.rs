//! A picture that a server sent: whatever the bytes are, what is shown of them has its size, and time and memory stay
//! limited (S-35; the limits are those of tests/fuzz.sh). A decoder that panics costs the picture, as it does in the
//! program.

use std::thread;

use iced::widget::image::Handle;
use latchkey::ui::logo::decode;

/// The program's own, for a drawing is walked by recursion.
const STACK: usize = 256 * 1024 * 1024;
/// Its name, by which the fuzzer knows a panic that is let be.
pub const DECODER: &str = "decoder";

/// True for every input.
pub fn fuzz(input: &[u8]) -> bool {
    // A logo; a background is the same with more pixels.
    let decoded = thread::scope(|scope| {
        let decoder = thread::Builder::new()
            .name(DECODER.to_owned())
            .stack_size(STACK);

        decoder
            .spawn_scoped(scope, || decode(input))
            .expect("a thread")
            .join()
    });
    let Ok(Some(picture)) = decoded else {
        return true;
    };
    let Handle::Rgba {
        width,
        height,
        pixels,
        ..
    } = picture
    else {
        panic!("a picture that is still to be decoded");
    };
    assert!((1..=128).contains(&width) && (1..=128).contains(&height));
    assert_eq!(pixels.len(), width as usize * height as usize * 4);

    true
}
