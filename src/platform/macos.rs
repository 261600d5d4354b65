//! placeholder
use super::{Error, SchemeStatus};
use std::path::PathBuf;
pub(super) fn scheme_status() -> SchemeStatus {
    todo!()
}
pub(super) fn register_scheme() -> Result<Vec<PathBuf>, Error> {
    todo!()
}
pub(super) fn unregister_scheme() -> Result<(), Error> {
    todo!()
}
pub(super) fn harden() {}
