//! Windows: a named pipe that opens for this user only (S-29). Owns the few calls of Win32 that an access list needs;
//! the protocol on the pipe is `windows`'.

#![expect(unsafe_code, reason = "the calls are those of C")]

use std::{
    io,
    os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle},
    ptr,
};

use tokio::net::windows::named_pipe::{NamedPipeServer, ServerOptions};
use windows_sys::Win32::{
    Foundation::LocalFree,
    Security::{
        Authorization::{
            ConvertSidToStringSidW, ConvertStringSecurityDescriptorToSecurityDescriptorW,
            SDDL_REVISION_1,
        },
        GetTokenInformation, SECURITY_ATTRIBUTES, TOKEN_QUERY, TOKEN_USER, TokenUser,
    },
    System::Threading::{GetCurrentProcess, OpenProcessToken},
};

/// Who may open the pipe, in the words of Microsoft, "Security Descriptor String Format"
/// (<https://learn.microsoft.com/windows/win32/secauthz/security-descriptor-string-format>).
#[derive(Debug)]
pub(super) struct PipeAccess(Vec<u16>);

impl PipeAccess {
    /// This user, with every right to a file, and nobody else. Without a list of its own a pipe may be read by
    /// everyone, and who only reads still takes one of its places (Microsoft, "Named Pipe Security and Access Rights",
    /// <https://learn.microsoft.com/windows/win32/ipc/named-pipe-security-and-access-rights>).
    pub(super) fn for_current_user() -> io::Result<Self> {
        let list = format!("D:P(A;;FA;;;{})\0", current_user_sid()?);

        Ok(Self(list.encode_utf16().collect()))
    }

    /// Makes an instance of the pipe that has this list.
    pub(super) fn create(
        &self,
        options: &ServerOptions,
        name: &str,
    ) -> io::Result<NamedPipeServer> {
        let mut descriptor = ptr::null_mut();
        // SAFETY: the text ends with a zero, the descriptor is written to a place of ours, and no size is asked for
        // (Microsoft, "ConvertStringSecurityDescriptorToSecurityDescriptorW function",
        // <https://learn.microsoft.com/windows/win32/api/sddl/nf-sddl-convertstringsecuritydescriptortosecuritydescriptorw>).
        let converted = unsafe {
            ConvertStringSecurityDescriptorToSecurityDescriptorW(
                self.0.as_ptr(),
                SDDL_REVISION_1,
                &raw mut descriptor,
                ptr::null_mut(),
            )
        };
        if converted == 0 {
            return Err(io::Error::last_os_error());
        }
        let descriptor = LocalAllocation(descriptor);
        let mut attributes = SECURITY_ATTRIBUTES {
            nLength: size_of_as_u32::<SECURITY_ATTRIBUTES>()?,
            lpSecurityDescriptor: descriptor.0,
            bInheritHandle: 0,
        };

        // SAFETY: the attributes and the descriptor they point to live until the call is over, which copies them
        // (Microsoft, "CreateNamedPipeW function",
        // <https://learn.microsoft.com/windows/win32/api/namedpipeapi/nf-namedpipeapi-createnamedpipew>).
        unsafe { options.create_with_security_attributes_raw(name, (&raw mut attributes).cast()) }
    }
}

/// The security identifier of who runs this process, as text.
fn current_user_sid() -> io::Result<String> {
    let mut token = ptr::null_mut();
    // SAFETY: the handle of this process needs no closing, and that of its token is written to a place of ours
    // (Microsoft, "OpenProcessToken function",
    // <https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-openprocesstoken>).
    let opened = unsafe { OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &raw mut token) };
    if opened == 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the handle was just opened, and nobody else closes it.
    let token = unsafe { OwnedHandle::from_raw_handle(token) };

    // A `TOKEN_USER` and the longest identifier behind it (`SECURITY_MAX_SID_SIZE`, 68 bytes), aligned for both.
    let mut buffer = [0_u64; 12];
    let mut written = 0;
    // SAFETY: as many bytes as the buffer has may be written to it (Microsoft, "GetTokenInformation function",
    // <https://learn.microsoft.com/windows/win32/api/securitybaseapi/nf-securitybaseapi-gettokeninformation>).
    let asked = unsafe {
        GetTokenInformation(
            token.as_raw_handle(),
            TokenUser,
            buffer.as_mut_ptr().cast(),
            size_of_as_u32::<[u64; 12]>()?,
            &raw mut written,
        )
    };
    if asked == 0 {
        return Err(io::Error::last_os_error());
    }

    let mut text = ptr::null_mut();
    // SAFETY: the call above has filled in a `TOKEN_USER`, whose identifier lies in the same buffer; the text is
    // written to memory that is ours to free (Microsoft, "ConvertSidToStringSidW function",
    // <https://learn.microsoft.com/windows/win32/api/sddl/nf-sddl-convertsidtostringsidw>).
    let converted = unsafe {
        let user = buffer.as_ptr().cast::<TOKEN_USER>().read();
        ConvertSidToStringSidW(user.User.Sid, &raw mut text)
    };
    if converted == 0 {
        return Err(io::Error::last_os_error());
    }
    let _text = LocalAllocation(text.cast());

    // SAFETY: the text ends with a zero, and nothing behind that is read.
    let letters = (0..).map_while(|at| match unsafe { *text.add(at) } {
        0 => None,
        letter => Some(letter),
    });
    Ok(char::decode_utf16(letters)
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect())
}

fn size_of_as_u32<T>() -> io::Result<u32> {
    u32::try_from(size_of::<T>()).map_err(io::Error::other)
}

/// Memory that the system allocated and expects back.
struct LocalAllocation(*mut core::ffi::c_void);

impl Drop for LocalAllocation {
    fn drop(&mut self) {
        // SAFETY: both calls that give such memory say that it goes back this way, once (Microsoft, "LocalFree
        // function", <https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-localfree>).
        let _ = unsafe { LocalFree(self.0) };
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use tokio::net::windows::named_pipe::ClientOptions;

    use super::*;

    #[tokio::test]
    async fn s_29_the_pipe_is_this_users_and_has_one_maker() {
        let name = format!(r"\\.\pipe\latchkey-test-{}", std::process::id());
        let access = PipeAccess::for_current_user().unwrap();
        assert!(String::from_utf16_lossy(&access.0).starts_with("D:P(A;;FA;;;S-1-5-"));

        let mut options = ServerOptions::new();
        let first = access
            .create(options.first_pipe_instance(true), &name)
            .unwrap();
        assert!(
            access.create(&options, &name).is_err(),
            "the name was somebody's"
        );
        let _second = access
            .create(options.first_pipe_instance(false), &name)
            .unwrap();
        let client = ClientOptions::new().open(&name).unwrap();
        first.connect().await.unwrap();
        drop(client);
    }
}
