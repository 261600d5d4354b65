//! Windows: a port that no other socket can bind to as well (S-09). Owns one call of Winsock that neither the standard
//! library nor tokio makes.

#![expect(unsafe_code, reason = "the call is one of C")]

use std::{io, os::windows::io::AsRawSocket};

use tokio::net::TcpSocket;
use windows_sys::Win32::Networking::WinSock::{
    SO_EXCLUSIVEADDRUSE, SOCKET_ERROR, SOL_SOCKET, setsockopt,
};

/// Call it before the socket is bound, since the option takes effect then (Microsoft, "Using `SO_REUSEADDR` and
/// `SO_EXCLUSIVEADDRUSE`", <https://learn.microsoft.com/windows/win32/winsock/using-so-reuseaddr-and-so-exclusiveaddruse>).
pub(super) fn set_exclusive(socket: &TcpSocket) -> io::Result<()> {
    let handle = usize::try_from(socket.as_raw_socket()).map_err(io::Error::other)?;
    let on = 1_i32;
    let size = i32::try_from(size_of_val(&on)).map_err(io::Error::other)?;

    // SAFETY: the socket is open for as long as it is borrowed, and the value is read during the call, as many bytes as
    // it has (Microsoft, "setsockopt function",
    // <https://learn.microsoft.com/windows/win32/api/winsock/nf-winsock-setsockopt>).
    let outcome = unsafe {
        setsockopt(
            handle,
            SOL_SOCKET,
            SO_EXCLUSIVEADDRUSE,
            (&raw const on).cast(),
            size,
        )
    };

    if outcome == SOCKET_ERROR {
        return Err(io::Error::last_os_error());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    #[tokio::test]
    async fn s_09_nobody_listens_on_top_of_us() {
        let ours = TcpSocket::new_v4().unwrap();
        set_exclusive(&ours).unwrap();
        ours.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let ours = ours.listen(1).unwrap();

        let other = TcpSocket::new_v4().unwrap();
        other.set_reuseaddr(true).unwrap();
        assert!(other.bind(ours.local_addr().unwrap()).is_err());
    }
}
