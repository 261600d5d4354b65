//! The line by which a second process asks the window for something: what is understood can be said again, in one line
//! of the same limit, and shows no link (S-27, S-29).

use latchkey::{
    handover::{MAX_MESSAGE_BYTES, decode_and_encode},
    secret::Secret,
};

/// True for every input.
pub fn fuzz(input: &[u8]) -> bool {
    if input.len() >= MAX_MESSAGE_BYTES || input.contains(&b'\n') {
        return true;
    }
    let Some((mut request, line)) = decode_and_encode(input) else {
        return true;
    };
    let line = line.expect("what was understood can be said again");
    assert!(line.len() <= MAX_MESSAGE_BYTES && line.ends_with(b"\n"));
    let line = &line[..line.len() - 1];
    assert!(!line.contains(&b'\n'));
    let (again, second) = decode_and_encode(line).expect("it is understood again");
    assert_eq!(second.ok().as_deref().map(Vec::len), Some(line.len() + 1));
    let clear = |link: &Option<Secret>| link.as_ref().map(|link| link.expose().to_owned());
    assert_eq!(clear(&again.link), clear(&request.link));
    assert_eq!(
        (&again.profile, &again.activation),
        (&request.profile, &request.activation)
    );
    assert_eq!(
        again.sign_in_notifier.is_some(),
        request.sign_in_notifier.is_some()
    );

    let shown = format!("{request:?}");
    request.link = request.link.map(|_| Secret::from("x"));
    assert_eq!(format!("{request:?}"), shown);

    true
}
