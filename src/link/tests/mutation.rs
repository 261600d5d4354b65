//! A fuzzer of a few lines: the same inputs on every run, no crate.

use super::*;

/// xorshift64* (Vigna 2016).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;

        usize::try_from(number).unwrap() % sides
    }
}

const FRAGMENTS: &[&str] = &[
    "%",
    "%00",
    "%C3%28",
    "%E2%80%AE",
    "=",
    "&",
    "&amp;",
    "?",
    "#",
    "/",
    "//",
    "://",
    ":",
    "@",
    "\\",
    "<",
    ">",
    "\"",
    "'",
    "=\n",
    "=3D",
    "\r\n",
    " ",
    "\t",
    "\u{0}",
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
    "ü",
    "漢",
    "🗝",
    "token=",
    "profile=",
    "url=",
    "app.latchkey://auth/",
    "https://",
    "http://[",
    "admin/",
    "xn--",
    "eyJ",
    ".",
    "--config=",
];

#[test]
fn s_21_no_mutation_panics_and_what_is_read_reads_back() {
    let seeds = [
        format!("app.latchkey://auth/reset-password?profile={ID}&token={TOKEN}"),
        format!("app.latchkey://auth/accept-invite?token={TOKEN}"),
        "app.latchkey://auth/add?url=https%3A%2F%2Fcms.example.com".to_owned(),
        format!("https://cms.example.com/admin/reset-password?token={TOKEN}"),
        format!("<a href=3D\"https://x.com/latchkey/reset-password?token=3D{TOKEN}\">"),
        format!("Hello\n> https://x.com/users/register/verify-email?\n> token={TOKEN}\nBye"),
        TOKEN.to_owned(),
    ];
    let mut dice = Dice(0x6c61_7463_686b_6579);
    let mut read = 0;

    for round in 0..20_000 {
        let mut text = seeds[round % seeds.len()].clone();
        for _ in 0..=dice.roll(4) {
            mutate(&mut text, &mut dice);
        }

        if let Ok(link) = Link::parse(&text) {
            read += 1;
            let again = Link::parse(link.to_uri().expose());
            assert_eq!(parts(&again.unwrap()), parts(&link), "{text:?}");
        }
        if let Ok(link) = Link::parse_pasted(&text, TokenPurpose::ResetPassword) {
            let again = Link::parse_pasted(link.to_uri().expose(), TokenPurpose::ResetPassword);
            let Ok(again) = again else {
                panic!(
                    "{text:?} reads as {:?}, which does not read",
                    link.to_uri().expose()
                );
            };
            assert_eq!(parts(&again), parts(&link), "{text:?}");
        }
    }

    assert!(
        read > 500,
        "the mutations are too wild to test what follows the parsing: {read}"
    );
}

fn mutate(text: &mut String, dice: &mut Dice) {
    let position = |text: &str, dice: &mut Dice| {
        let mut at = dice.roll(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (from, to) = (position(text, dice), position(text, dice));
    let (from, to) = (from.min(to), from.max(to));
    let next = text[from..]
        .chars()
        .next()
        .map_or(from, |c| from + c.len_utf8());
    let crumb = FRAGMENTS[dice.roll(FRAGMENTS.len())];
    match dice.roll(7) {
        0 => text.insert_str(from, crumb),
        1 => text.replace_range(from..next, ""),
        2 => text.replace_range(from..next, crumb),
        3 => text.truncate(to),
        4 => {
            let piece = text[from..to].to_owned();
            text.insert_str(from, &piece);
        }
        5 => text.push_str(crumb),
        _ => *text = text.replacen(FRAGMENTS[dice.roll(FRAGMENTS.len())], crumb, 1),
    }
}
