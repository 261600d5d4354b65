//! The two things an attempt needs from the machine: random bytes and SHA-256. The only file of `sso` that names
//! `getrandom` and `ring`.

/// The operating system gave no random bytes. Nothing is started without them (S-04).
#[derive(Debug, Clone, thiserror::Error)]
#[error("no random bytes from the system: {0}")]
pub struct RandomError(getrandom::Error);

pub(super) fn random<const N: usize>() -> Result<[u8; N], RandomError> {
    let mut bytes = [0; N];

    getrandom::fill(&mut bytes).map_err(RandomError)?;

    Ok(bytes)
}

pub(super) fn sha256(message: &[u8]) -> [u8; 32] {
    let digest = ring::digest::digest(&ring::digest::SHA256, message);
    let mut bytes = [0; 32];

    // SHA-256 is 32 bytes long, so both sides always fit.
    bytes.copy_from_slice(digest.as_ref());
    bytes
}
