//! The icon's files are there in the sizes that systems ask for, and are made of today's drawings as far as that can be
//! told without a renderer. `packaging/icons/make.sh` makes them.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may stop at once, and this one reads the drawings"
)]

use std::{fs, path::Path};

const ICONS: &str = "packaging/icons";
const NAME: &str = "app.latchkey.Latchkey";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

fn read(path: impl AsRef<Path>) -> Vec<u8> {
    let path = Path::new(ICONS).join(path);

    fs::read(&path).unwrap_or_else(|error| unreachable!("{}: {error}", path.display()))
}

fn number(bytes: &[u8]) -> u32 {
    u32::from_be_bytes(bytes.try_into().unwrap())
}

/// Width and height of a PNG, from its first chunk.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], PNG, "not a PNG");

    (number(&png[16..20]), number(&png[20..24]))
}

#[test]
fn an_icon_theme_finds_every_size_and_the_drawings() {
    for side in [16, 24, 32, 48, 64, 128, 256, 512] {
        let png = read(format!("hicolor/{side}x{side}/apps/{NAME}.png"));
        assert_eq!(size(&png), (side, side));
    }
    let drawing = fs::read(format!("assets/icons/{NAME}.svg")).unwrap();
    assert_eq!(read(format!("hicolor/scalable/apps/{NAME}.svg")), drawing);
    let symbolic = read(format!("hicolor/symbolic/apps/{NAME}-symbolic.svg"));
    assert_eq!(symbolic, read("symbolic.svg"));
    // A desktop replaces the one colour.
    assert_eq!(String::from_utf8(symbolic).unwrap().matches('#').count(), 1);
}

#[test]
fn windows_finds_every_size() {
    let ico = read("latchkey.ico");
    assert_eq!(ico[..4], [0, 0, 1, 0]);
    let count = usize::from(ico[4]);
    let sides: Vec<_> = ico[6..]
        .chunks(16)
        .take(count)
        .map(|entry| {
            assert_eq!(entry[0], entry[1], "square");
            // 256 does not fit in a byte and is written as 0.
            if entry[0] == 0 {
                256
            } else {
                u32::from(entry[0])
            }
        })
        .collect();

    assert_eq!(sides, [16, 24, 32, 48, 64, 128, 256]);
}

#[test]
fn macos_finds_every_size() {
    let icns = read("latchkey.icns");
    assert_eq!(&icns[..4], b"icns");
    assert_eq!(number(&icns[4..8]) as usize, icns.len());
    let mut rest = &icns[8..];
    let mut found = Vec::new();
    while !rest.is_empty() {
        let (kind, length) = (&rest[..4], number(&rest[4..8]) as usize);
        let content = &rest[8..length];
        if content.starts_with(PNG) {
            found.push((String::from_utf8(kind.to_vec()).unwrap(), size(content).0));
        }
        rest = &rest[length..];
    }
    found.sort();

    let wanted = [
        ("ic08", 256),
        ("ic09", 512),
        ("ic10", 1024),
        ("ic11", 32),
        ("ic12", 64),
        ("ic13", 256),
        ("ic14", 512),
    ];
    assert_eq!(found, wanted.map(|(kind, side)| (kind.to_owned(), side)));
}

#[test]
fn all_of_it_stays_small() {
    fn weigh(path: &Path) -> u64 {
        if path.is_file() {
            return path.metadata().unwrap().len();
        }

        fs::read_dir(path)
            .unwrap()
            .map(|entry| weigh(&entry.unwrap().path()))
            .sum()
    }

    assert!(weigh(Path::new(ICONS)) < 300_000);
}
